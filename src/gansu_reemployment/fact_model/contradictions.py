"""Facts that contradict each other (事实矛盾), declared once for a case and for columns.

>>> pair = NotAbove("hired", "staff", "more than the staff of {staff}")
>>> pair.fault({"hired": 300, "staff": 100}).path
'hired'
>>> pair.fault({"hired": 100, "staff": 100})
"""

from collections.abc import Mapping
from datetime import date
from string import Formatter
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan

#: A fact of choice, and those of its values for which something matters.
Where = tuple[str, frozenset[Any]]
#: What a fact is compared with: a fact, several that are added up, or a number.
Bound = str | tuple[str, ...] | int

#: The types that are in order.
_IN_ORDER: Final = (int, Yuan, date)
#: The placeholder of the value of the fact that is named; every other one is of the bound.
_NAMED: Final = "number"


@frozen
class NotAbove:
    """Declares that one fact may not be above, or after, another one (不得大于).

    An unknown fact contradicts nothing.

    Args:
        low: the fact that may not be above.
        high: the fact that may not be below, several that are added up, or a number.
        text: the sentence of the fault. ``{number}`` is the value of the fact that the fault
            names, any other placeholder that of the other side.
        at: the fact that the fault names; without it, *low*.
        where: the pair matters only where this choice is known to be one of these values.
        blank: where this choice is one of these values, a bound of zero is an empty box.
    """

    low: str
    high: Bound
    text: str
    at: str = ""
    where: Where | None = None
    blank: Where | None = None

    @property
    def named(self) -> str:
        """The fact that the fault names, which is unknown in a row that contradicts."""
        return self.at or self.low

    @property
    def summed(self) -> tuple[str, ...]:
        """The facts of the upper bound."""
        if isinstance(self.high, int):
            return ()
        return (self.high,) if isinstance(self.high, str) else self.high

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of all facts on which the contradiction depends."""
        choices = [choice for choice, _values in filter(None, (self.where, self.blank))]
        return (self.low, *self.summed, *choices)

    def fault(self, facts: Mapping[str, Any]) -> Fault | None:
        """Return the fault of these facts by name, if they contradict."""
        low, high = facts[self.low], self._bound(facts)
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
        """Return the upper bound, or none if a part of it is unknown."""
        if isinstance(self.high, int):
            return self.high
        first, *more = (facts[name] for name in self.summed)
        for part in more:
            first = first + part if type(first) is type(part) is int else None
        return first


def _is_among(facts: Mapping[str, Any], where: Where) -> bool:
    name, values = where
    return isinstance(facts[name], Choice) and facts[name] in values
