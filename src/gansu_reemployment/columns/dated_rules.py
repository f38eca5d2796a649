"""Dated rules over columns (列适用规定): which provision is in force in which rows."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.columns.choices import Pieces, also_missing, chain
from gansu_reemployment.columns.dates import DayColumn
from gansu_reemployment.columns.missing import Expr, any_of, is_certain
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Nothing, Span, as_column
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

#: The missing item of a term where a rule has no known value. The rule itself is recorded when it
#: is read, so that the term carries one mark and not every open question.
NOTED: Final = f"{RULE_NOT_KNOWN}noted"
#: Builds the condition that a day is from the first to the last of two days.
Between = Callable[[date, date], Expr]


def as_it_is(term: Any) -> Any:
    """Return a term as it is."""
    return term


@frozen
class InForce:
    """The values of a rule, each with its rows, and the rows without a known value.

    *by_day* returns a term that rests on the day only as one that is looked up.
    """

    pieces: Pieces
    lacking: Expr | None = None
    by_day: Callable[[Any], Any] = as_it_is

    def term(self, *, open_day: bool = False) -> Any:
        """Return the values as one term; plain if one value is in force and the day is known."""
        if not self.pieces:
            return Nothing({NOTED: nw.lit(value=True)})
        if self.lacking is not None:
            return self._gapped(self.pieces, self.lacking)
        _during, value = self.pieces[0]
        same = all(other == value for _at, other in self.pieces)
        return value if same and not open_day else self.by_day(chain(self.pieces))

    def _gapped(self, pieces: Pieces, lacking: Expr) -> Any:
        """Return dated values as one term that is unknown in the rows *lacking*, item by item."""
        _during, value = pieces[0]
        if isinstance(value, tuple):
            items = zip(*(items for _at, items in pieces), strict=True)
            rows = [at for at, _items in pieces]
            dated = (list(zip(rows, item, strict=True)) for item in items)
            return tuple(self._gapped(item, lacking) for item in dated)
        same = all(other == value for _at, other in pieces)
        found = chain([(~lacking, value)]) if same else self.by_day(chain(pieces))
        return also_missing(found, {NOTED: lacking})


class DatedRules:
    """The rules of one place, on a day or on the day of each row."""

    def __init__(self, on: date | DayColumn, state: Evaluation) -> None:
        self.on = on
        self.state = state
        #: The rows outside some stretches of days, each a column of the first stage.
        self._outside: dict[tuple[Span, ...], Expr] = {}

    def read(self, rule: Rule[Any]) -> InForce:
        """Cite the provisions of *rule*, and return the values in force."""
        if isinstance(self.on, DayColumn):
            found = self._dated(rule, self.between, self.on.span, self._outside_once)
            return evolve(found, by_day=partial(self.state.by_day, self.on.term))
        used = rule.reading(self.on)
        return self.found(rule, [(nw.lit(value=True), used.provision)] if used else [])

    def read_at(self, rule: Rule[Any], day: Column) -> InForce:
        """Cite the provisions of *rule* on the *day* of each row, and return the values.

        A row whose day is unknown asks for the facts of every provision, as a case does.
        """
        certain = is_certain(day.missing)
        span = day.span if certain else None
        found = self._dated(rule, between(day.expr), span, certain=certain)
        return evolve(found, by_day=partial(self.state.by_day, day))

    def lacking_at(self, rule: Rule[Any], day: Column) -> Expr | None:
        """Cite *rule* on the *day* of each row, and return the rows in which it is not known.

        A row whose day is unknown is not among them: it asks for the day.
        """
        lacking = self.read_at(rule, day).lacking
        return None if lacking is None else lacking.fill_null(value=False)

    def use(self, rule: Rule[Any]) -> Any:
        """Return the value in force: plain, or chosen by date where it differs between the days.

        In a branch an unknown value leaves the rows of that branch undecided.
        """
        return self.read(rule).term()

    def cite(self, rule: Rule[Any]) -> None:
        """Cite the provisions in force for what they say, without a value."""
        self.read(rule)

    def use_at(self, rule: Rule[Any], day: Any) -> Any:
        """Return the value in force on the day of each row."""
        column = as_column(day)
        found = self.read_at(rule, column).term(open_day=not is_certain(column.missing))
        return also_missing(found, column.missing)

    def knows(self, rule: Rule[Any]) -> Any:
        """Return whether *rule* is in force on the day, or on the day of each row."""
        if isinstance(self.on, date):
            return rule.knows(self.on)
        known = [self.between(first, last) for first, last in _stretches(rule)]
        return Column(any_of(known)) if known else False

    def between(self, first: date, last: date) -> Expr:
        """Return the rows whose day is from *first* to *last*."""
        if isinstance(self.on, date):
            return nw.lit(first <= self.on <= last)
        return between(self.on.column)(first, last)

    def found(
        self,
        rule: Rule[Any],
        rows: Sequence[tuple[Expr, Provision[Any]]],
        lacking: Expr | None = None,
    ) -> InForce:
        """Cite provisions; in the rows *lacking*, or in all if there are none, ask for the rule."""
        if len(rows) == 1 and lacking is None:
            self.state.cite(rule, rows[0][1], where=True)
        else:
            for during, row in rows:
                self.state.cite(rule, row, Column(during))
        if not rows:
            self.state.lacks = True
            lacking = nw.lit(value=True) if lacking is None else lacking
        if lacking is not None:
            self.state.ask_rule(rule.path, lacking)
        return InForce([(during, row.value) for during, row in rows], lacking)

    def _dated(
        self,
        rule: Rule[Any],
        between: Between,
        span: Span | None,
        outside: "Callable[[Between, Sequence[Span]], Expr] | None" = None,
        *,
        certain: bool = True,
    ) -> InForce:
        """Return the provisions of the days of the *span*; *outside* marks the other days.

        A row whose day is unknown, of which there may be some unless it is *certain*, does not ask
        for a rule without provisions: it asks for the day.
        """
        earliest, latest = span or (date.min, date.max)
        segments = [s for s in rule.segments() if s[0] <= latest and earliest <= s[1]]
        if len(segments) == 1 and _covers(segments[0][:2], span):
            return self.found(rule, [(nw.lit(value=True), segments[0][2])])
        rows = [(between(first, last), row) for first, last, row in segments]
        stretches = _stretches(rule)
        if any(_covers(days, span) for days in stretches):
            return self.found(rule, rows)
        if rows:
            return self.found(rule, rows, (outside or _outside)(between, stretches))
        return self.found(rule, rows, None if certain else between(earliest, latest))

    def _outside_once(self, between: Between, stretches: Sequence[Span]) -> Expr:
        """Keep the rows outside *stretches* in a column that all rules with them share."""
        key = tuple(stretches)
        if key not in self._outside:
            name = f"{self.state.prefix}#outside{len(self._outside)}"
            self.state.checked[name] = _outside(between, stretches)
            self._outside[key] = self.state.column(name)
        return self._outside[key]


def between(day: Expr) -> Between:
    """Return the condition that *day* is from the first to the last of two days."""
    return lambda first, last: (day >= first) & (day <= last)


def _outside(between: Between, stretches: Sequence[Span]) -> Expr:
    return ~any_of([between(first, last) for first, last in stretches])


def _covers(days: Span, span: Span | None) -> bool:
    """Return whether every day of the span is from the first to the last of *days*."""
    return span is not None and days[0] <= span[0] and span[1] <= days[1]


def _stretches(rule: Rule[Any]) -> list[Span]:
    """Return the stretches of days without a gap for which a value is known."""
    spans: list[Span] = []
    for first, last, _row in rule.segments():
        if spans and spans[-1][1] + timedelta(days=1) == first:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans
