"""What a row calls for (配套规定): rules that a place must set too, once it has set another.

A form of calculation may need a figure of its own: an age counted on a fixed day needs the day.
A measure is worked with every fact open, so that both sides of every condition are worked, and
the rules it asks for in vain are noted; those it asks for because of the place's rows are the
place's to set. Only measures that run over columns can be worked so.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.facts import Unknown
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Reason


def companions_lacking(
    book: Rulebook, above: Rulebook, paths: Iterable[str], days: Iterable[date]
) -> dict[str, str]:
    """Give each rule that *book* lacks on *days* where *above* does not, with who asks for it.

    *above* is the rulebook without the rows of the place. *paths* are the rules that are
    amended; only their measures are worked. Rules that no place may set are left out.
    """
    measures = list(_measures(book, set(paths)))
    return {
        path: f"{measure.name} on {day.isoformat()}"
        for measure in measures
        for day in sorted(set(days), reverse=True)
        for path in _gaps(measure, book, day) - _gaps(measure, above, day)
        if book.find(path).delegated
    }


def _measures(book: Rulebook, paths: set[str]) -> Iterator[Measure[Any, Any]]:
    """Give the measures that read a rule at one of *paths*."""
    for measure in MEASURES.values():
        table = book.of(measure.rules)
        rules = (getattr(table, field.name) for field in attrs.fields(type(table)))
        if measure.columns and any(isinstance(r, Rule) and r.path in paths for r in rules):
            yield measure


def _gaps(measure: Measure[Any, Any], book: Rulebook, day: date) -> set[str]:
    """Give the rules that a measure asks for in vain on a day, whatever the facts."""
    working = _Asking(day)
    facts = working.read(measure.facts())
    try:
        measure.work(working, facts, book.of(measure.rules))
    except TypeError:  # a form that cannot be worked on without the value it asked for
        if not working.gaps:
            raise
    return working.gaps


class _Asking(CaseWorking):
    """Works on where no value of a rule is known, and notes the rule.

    A day that is itself a fact is open like the others, so nothing is asked for on it.
    """

    def __init__(self, on: date) -> None:
        super().__init__(on)
        self.gaps: set[str] = set()

    def use(self, rule: Rule[Any]) -> Any:
        return super().use(rule) if self._knows(rule) else Unknown(())

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        if self._knows(rule):
            super().require(rule, condition, reason)

    def _knows(self, rule: Rule[Any]) -> bool:
        if not rule.knows(self.on):
            self.gaps.add(rule.path)
        return rule.knows(self.on)
