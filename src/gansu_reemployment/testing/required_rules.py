"""Required rules (配套规定): rules that a region must also set when it sets another one.

A form of calculation may need its own figure: an age counted on a fixed day needs that day. A
measure is computed with all facts unknown, so that both sides of every condition are evaluated,
and the rules without a value are recorded; the region must set those that are needed because of
its own rows. Only measures that run over columns can be computed in this way.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import Unknown
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure


def missing_rules(
    book: Rulebook, above: Rulebook, paths: Iterable[str], days: Iterable[date]
) -> dict[str, str]:
    """Return each rule that *book* lacks on *days* but *above* has, and the measure needing it.

    *above* is the rulebook without the rows of the region. *paths* are the amended rules; only
    their measures are computed. Rules that a region may not set are skipped.
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
    """Yield the measures that read a rule at one of *paths*."""
    for measure in MEASURES.values():
        table = book.of(measure.rules)
        rules = (getattr(table, field.name) for field in attrs.fields(type(table)))
        if measure.columns and any(isinstance(r, Rule) and r.path in paths for r in rules):
            yield measure


def _gaps(measure: Measure[Any, Any], book: Rulebook, day: date) -> set[str]:
    """Return the rules that a measure needs on a day but that have no value, whatever the facts."""
    working = _GapWorking(day)
    measure.work(working, working.read(measure.facts()), book.of(measure.rules))
    return working.gaps


class _GapWorking(CaseWorking):
    """A working that records every rule without a value, in branches that may not apply too.

    A day that is itself a fact is unknown like the others, so rules are not looked up on it.
    """

    def __init__(self, on: date) -> None:
        super().__init__(on)
        self.gaps: set[str] = set()

    def ask_rule(self, rule: Rule[Any], day: date) -> Unknown:
        self.gaps.add(rule.path)
        return super().ask_rule(rule, day)
