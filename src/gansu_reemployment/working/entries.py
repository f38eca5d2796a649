"""The entries of a working's log (办理记录): steps, checks and refusals."""

from typing import (
    Any,
)

from attrs import frozen

from gansu_reemployment.law.rules import Used
from gansu_reemployment.working.terms import NotKnown, Reason


@frozen
class Step:
    """An intermediate result: a marked label and the value."""

    label: str
    value: Any


@frozen
class Check:
    """A condition of the law: met, or not and why."""

    used: Used
    met: bool
    reason: Reason


@frozen(repr=False)
class Refusal:
    """A refusal under the law (不予): the reason's *code* and sentence, and its rule."""

    code: str
    text: str
    used: Used

    def __repr__(self) -> str:
        return f"Refusal({self.code}, {self.used.key})"


#: An entry of a working's log: a rule used, a rule without a known value, a step (label, value),
#: or a check (rule, met, reason). Plain tuples for speed.
Entry = Used | NotKnown | tuple[str, Any] | tuple[Used, bool, Reason]


def as_line(entry: Entry) -> Used | NotKnown | Step | Check:
    """Return an entry as an object."""
    if isinstance(entry, (Used, NotKnown)):
        return entry
    return Step(*entry) if len(entry) == 2 else Check(*entry)
