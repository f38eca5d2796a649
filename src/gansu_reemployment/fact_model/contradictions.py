"""Facts that contradict each other (事实矛盾), declared once for a case and for columns.

>>> pair = NotAbove("hired", "staff", "more than the staff of {staff}")
>>> pair.fault({"hired": 300, "staff": 100}).path
'hired'
>>> pair.fault({"hired": 100, "staff": 100})
"""

from collections.abc import Mapping
from datetime import date, timedelta
from string import Formatter
from types import NoneType
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan

#: A fact, and the values of it for which a check applies; ``None`` among them is unknown.
Where = tuple[str, frozenset[Any]]
#: The bound of a fact: another fact, several that are added up, or a number.
Bound = str | tuple[str, ...] | int

#: The types that are in order.
_IN_ORDER: Final = (int, Yuan, date)
#: The types of facts whose values may decide whether a check applies.
_CHOSEN: Final = (Choice, bool, NoneType)
#: The placeholder of the value of the fact that is named; every other one is of the bound.
_NAMED: Final = "number"


@frozen
class NotAbove:
    """Declares that one fact may not be above, or after, another one (不得大于).

    An unknown fact contradicts nothing.

    Args:
        low: the fact that may not be above, or a number: the others may not be below it.
        high: the fact that may not be below, several that are added up, or a number.
        text: the sentence of the fault. ``{number}`` is the value of the fact that the fault
            names, any other placeholder that of the other side.
        at: the fact that the fault names; without it, *low*.
        where: the pair matters only where this choice is one of these values.
        blank: where this choice is one of these values, a bound of zero is an empty box.
    """

    low: str | int
    high: Bound
    text: str
    at: str = ""
    where: Where | None = None
    blank: Where | None = None

    @property
    def named(self) -> str:
        """The fact that the fault names, which is unknown in a row that contradicts."""
        return self.at or str(self.low)

    @property
    def summed(self) -> tuple[str, ...]:
        """The facts of the upper bound."""
        if isinstance(self.high, int):
            return ()
        return (self.high,) if isinstance(self.high, str) else self.high

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of all facts on which the contradiction depends."""
        low = (self.low,) if isinstance(self.low, str) else ()
        choices = [choice for choice, _values in filter(None, (self.where, self.blank))]
        return (*low, *self.summed, *choices)

    def fault(self, facts: Mapping[str, Any]) -> Fault | None:
        """Return the fault of these facts by name, if they contradict."""
        low = self.low if isinstance(self.low, int) else facts[self.low]
        high = self._bound(facts)
        if type(low) is not type(high) or type(low) not in _IN_ORDER or low <= high:
            return None
        if self.where and not _is_among(facts, self.where):
            return None
        if self.blank and high == 0 and _is_among(facts, self.blank):
            return None
        other, own = (low, high) if self.named != self.low else (high, low)
        names = [name for _before, name, *_form in Formatter().parse(self.text) if name]
        values = {name: own if name == _NAMED else other for name in names}
        return Fault.at(self.named, self.text, **values)

    def _bound(self, facts: Mapping[str, Any]) -> Any:
        """Return the upper bound, or ``None`` if a part of it is unknown."""
        if isinstance(self.high, int):
            return self.high
        first, *more = (facts[name] for name in self.summed)
        for part in more:
            first = first + part if type(first) is type(part) is int else None
        return first


@frozen
class NotTogether:
    """Declares values that facts cannot have together (不得并存).

    Args:
        named: the fact that the fault names, which is unknown in a row that contradicts.
        text: the sentence of the fault.
        values: the facts, each with the values; without any, every known value.
    """

    named: str
    text: str
    values: tuple[tuple[str, frozenset[Any] | None], ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of all facts on which the contradiction depends."""
        return tuple(name for name, _values in self.values)

    def fault(self, facts: Mapping[str, Any]) -> Fault | None:
        """Return the fault of these facts by name, if they contradict."""
        for name, values in self.values:
            if facts[name] is None or (values is not None and not _is_among(facts, (name, values))):
                return None
        return Fault.at(self.named, self.text)


@frozen
class EndsTerm:
    """Declares that a day ends a term of months, or is near its end (期限届满日).

    An unknown fact, and a term that cannot be, contradict nothing.

    Args:
        named: the day, which the fault names and which is unknown in a row that contradicts.
        first: the day on which the term begins.
        months: the length of the term.
        text: the sentence of the fault, with ``{months}`` and the ``{day}`` of the end.
        apart: how far the day may be from the end, as after a holiday.
        longest: the longest term in months that can be.
    """

    named: str
    first: str
    months: str
    text: str
    apart: timedelta
    longest: int

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of all facts on which the contradiction depends."""
        return (self.named, self.first, self.months)

    def fault(self, facts: Mapping[str, Any]) -> Fault | None:
        """Return the fault of these facts by name, if they contradict."""
        day, first, months = (facts[name] for name in self.reads)
        if not isinstance(day, date) or not isinstance(first, date) or type(months) is not int:
            return None
        if day < first or not 0 < months <= self.longest:
            return None
        end = add_months(first, months)
        if abs(day - end) <= self.apart:
            return None
        return Fault.at(self.named, self.text, months=months, day=end)


#: Any of the three.
Contradiction = NotAbove | NotTogether | EndsTerm


def _is_among(facts: Mapping[str, Any], where: Where) -> bool:
    name, values = where
    value = facts[name]
    # A value of another type is a fault of its own, and may have no hash.
    return isinstance(value, _CHOSEN) and value in values
