"""Entries (登记) of a register, one for each person, and rejected rows."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import fact
from gansu_reemployment.identity import IdentityNumber, mask
from gansu_reemployment.registers.rows import Row

F_co = TypeVar("F_co", covariant=True)


@frozen(kw_only=True, repr=False)
class Person:
    """The person of a row (登记人); the identity number is shown masked."""

    name: str | None = fact("姓名", "name")
    identity: IdentityNumber | None = fact("身份证号", "identity number")

    def __repr__(self) -> str:
        # A number in the column of names is masked too.
        name = None if self.name is None else mask(self.name)
        return f"Person(name={name!r}, identity={self.identity!r})"


@frozen
class Entry(Generic[F_co]):
    """One accepted row (登记): its number, the person, the facts, and the other columns.

    *extra* maps the headings that name no fact to their cells, as they are in the file.
    """

    row: int
    person: Person
    facts: F_co
    extra: Mapping[str, Any] = field(factory=dict, repr=False)


@frozen
class Reject:
    """One rejected row (退回): the row and its faults, each under the heading of its cell."""

    row: Row = field(repr=lambda row: str(row.number))
    faults: tuple[Fault, ...]

    def say(self, locale: str = "en") -> str:
        """Return every fault in *locale*, in one line."""
        between = "；" if locale.startswith("zh") else "; "
        return between.join(fault.say(locale) for fault in self.faults)


@frozen(kw_only=True)
class Counts:
    """The numbers of rows read, accepted and rejected (读入、通过、退回), without blank rows.

    After each row, ``read == accepted + rejected``.
    """

    read: int = 0
    accepted: int = 0
    rejected: int = 0
