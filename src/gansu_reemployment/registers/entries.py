"""Entries (登记): what a register says of one person, and what was refused of it."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import fact
from gansu_reemployment.identity import IdentityNumber, mask
from gansu_reemployment.registers.rows import Row

F_co = TypeVar("F_co", covariant=True)


@frozen(kw_only=True, repr=False)
class Person:
    """Who a row is about (登记人); the identity number is shown masked."""

    name: str | None = fact("姓名", "name")
    identity: IdentityNumber | None = fact("身份证号", "identity number")

    def __repr__(self) -> str:
        # A number in the column of names is hidden as well.
        name = None if self.name is None else mask(self.name)
        return f"Person(name={name!r}, identity={self.identity!r})"


@frozen
class Entry(Generic[F_co]):
    """One good row (登记): its number, the person, the facts, and the columns that are no facts.

    *extra* holds those cells by heading, as they stand in the file.
    """

    row: int
    person: Person
    facts: F_co
    extra: Mapping[str, Any] = field(factory=dict, repr=False)


@frozen
class Reject:
    """One bad row (退回): the row and every fault, each under the heading it stands in."""

    row: Row = field(repr=lambda row: str(row.number))
    faults: tuple[Fault, ...]

    def say(self, locale: str = "en") -> str:
        """Give every fault in *locale*, in one line."""
        between = "；" if locale.startswith("zh") else "; "
        return between.join(fault.say(locale) for fault in self.faults)


@frozen(kw_only=True)
class Counts:
    """How many rows were read, accepted and rejected (读入、通过、退回); blank rows are none.

    After each row, ``read == accepted + rejected``.
    """

    read: int = 0
    accepted: int = 0
    rejected: int = 0
