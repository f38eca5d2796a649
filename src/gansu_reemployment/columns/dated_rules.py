"""The law of a column working (列适用规定): which of its rows hold in which rows of a frame."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from operator import and_
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.arithmetic import Pieces, also_missing, chain
from gansu_reemployment.columns.facts import Seen, Sure
from gansu_reemployment.columns.terms import (
    Column,
    Expr,
    Missing,
    Nothing,
    Span,
    any_of,
    as_column,
    either,
    is_certain,
    within,
    ymd,
    ymd_of,
)
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, Used
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

#: What is missing in a term where a rule has no known value: what to ask there is noted already,
#: when the rule is read, so that the term carries one mark and not every open question.
NOTED: Final = f"{RULE_NOT_KNOWN}noted"


class _Days:
    """A day of the law that differs from row to row; *number* is its copy as yyyymmdd."""

    def __init__(self, column: str, number: str, span: Span | None) -> None:
        self.column = nw.col(column)
        self.number = nw.col(number)
        self.span = span


class ColumnLaw:
    """The rules of a day, or of the day of each row, as terms of a column working."""

    def __init__(self, on: date | str, prefix: str, seen: Seen, *, explain: bool) -> None:
        self.on = on
        self.explain = explain
        self._prefix = prefix
        self._seen = seen
        self._days = None
        self._missing: Missing = {}
        #: The rows in which no value of the last rule is known; none if it is known in all.
        self._lacking: Expr | None = None
        #: Whether a rule was read of which no value is known in any row.
        self.lacks = False
        if isinstance(on, str):
            self._days = _Days(on, f"{prefix}#day", seen.certain.get(on, Sure()).span)
            seen.checked[f"{prefix}#day"] = ymd(self._days.column)
            if on not in seen.certain:
                self._missing[on] = nw.col(on).is_null()
        self._active: Any = True
        self._used: dict[str, list[Any]] = {}

    def use(self, rule: Rule[Any]) -> Any:
        """Give the value in force: a plain one, or a chain where it differs between the days.

        In a branch a value that is not known leaves the rows of that branch undecided.
        """
        return self._in_force(self._note(rule))

    def cite(self, rule: Rule[Any]) -> None:
        """Note the rows in force as used, for what they say and not for a value."""
        self._note(rule)

    def use_at(self, rule: Rule[Any], day: Any) -> Any:
        """Give the value in force on the day of each row."""
        column = as_column(day)

        def between(first: date, last: date) -> Expr:
            return (column.expr >= first) & (column.expr <= last)

        pieces = self._note_rows(rule, between, column.span)
        return also_missing(self._in_force(pieces, column.missing), column.missing)

    def _in_force(self, pieces: Pieces, day: Missing | None = None) -> Any:
        """Return the values as one term, which is unknown in the rows that no value covers."""
        if self._lacking is not None and pieces:
            return covered(pieces, self._lacking)
        return in_force(pieces) if is_certain(day or {}) or not pieces else chain(pieces)

    def days_of(self, rule: Rule[Any]) -> Any:
        """Return whether *rule* is in force on the day, or on the day of each row."""
        if self._days is None:
            return rule.knows(self.on)  # type: ignore[arg-type]
        known = [self._between(first, last) for first, last in _covered(rule)]
        return Column(any_of(known)) if known else False

    def _note(self, rule: Rule[Any]) -> Pieces:
        """Cite the rows of *rule*, and return the values with the rows of the frame."""
        if self._days is None:
            return self._note_day(rule, rule.reading(self.on))  # type: ignore[arg-type]
        return self._note_rows(rule, self._between, self._days.span if self._days else None)

    def _note_rows(
        self, rule: Rule[Any], between: Callable[[date, date], Expr], span: Span | None = None
    ) -> Pieces:
        """Cite the rows that hold on a day of the span; *between* selects the rows of the days."""
        self._lacking = None
        earliest, latest = span or (date.min, date.max)
        segments = [s for s in rule.segments() if s[0] <= latest and earliest <= s[1]]
        if len(segments) == 1 and _within(segments[0], span):
            row = segments[0][2]
            self._cite(rule, row, True)
            return [(nw.lit(True), row.value)]
        rows = [(between(first, last), row) for first, last, row in segments]
        for during, row in rows:
            self._cite(rule, row, Column(during))
        covered = _covered(rule)
        if not any(_within(days, span) for days in covered):
            known = [between(first, last) for first, last in covered]
            self._stop(rule.path, ~any_of(known) if known else nw.lit(value=True))
            self.lacks |= not rows
        return [(during, row.value) for during, row in rows]

    def _note_day(self, rule: Rule[Any], used: Used | None) -> Pieces:
        """Cite the row of one day for the whole frame."""
        self._lacking = None
        if used is None:
            self._stop(rule.path, nw.lit(value=True))
            self.lacks = True
            return []
        self._cite(rule, used.provision, True)
        return [(nw.lit(True), used.provision.value)]

    def _stop(self, path: str, where: Expr) -> None:
        """Leave rows undecided: a rule without a known value is, or may be, needed in them."""
        self._lacking = where
        self._missing = either(self._missing, self._absent(path, where))

    def _absent(self, path: str, where: Expr) -> Missing:
        """Return what is missing: the rule, or where a branch is open, what decides on it."""
        name = f"{RULE_NOT_KNOWN}{path}"
        active = self._active
        if active is True:
            return {name: where}
        open_ = [at for at in active.missing.values() if at is not False]
        applies = active.expr & ~any_of(open_) if open_ else active.expr
        return within({name: applies, **active.missing}, where)

    def _cite(self, rule: Rule[Any], row: Provision[Any], where: Any) -> None:
        if self.explain:
            active = self._active
            counted = True if active is True else Column(active.expr | active.expr.is_null())
            self._used.setdefault(Used(rule, row).key, []).append(and_(counted, where))

    def _between(self, first: date, last: date) -> Expr:
        days = self._days
        if days is None:
            return nw.lit(first <= self.on <= last)  # type: ignore[operator]
        return (days.number >= ymd_of(first)) & (days.number <= ymd_of(last))


def _within(days: Sequence[Any], span: Span | None) -> bool:
    """Tell whether every day of the span is from the first to the second of *days*."""
    return span is not None and days[0] <= span[0] and span[1] <= days[1]


def _covered(rule: Rule[Any]) -> list[tuple[date, date]]:
    """Give the stretches of days without a gap for which a value is known."""
    spans: list[tuple[date, date]] = []
    for first, last, _row in rule.segments():
        if spans and spans[-1][1] + timedelta(days=1) == first:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


def in_force(pieces: Pieces) -> Any:
    """Return one plain value, a chain of several, or a column of nulls if there is none."""
    if not pieces:
        return Nothing({NOTED: nw.lit(value=True)})
    _during, value = pieces[0]
    return value if all(held == value for _at, held in pieces) else chain(pieces)


def covered(pieces: Pieces, lacking: Expr) -> Any:
    """Return dated values as one term that is null in the rows of *lacking*, item by item."""
    _during, value = pieces[0]
    if isinstance(value, tuple):
        return tuple(
            covered([(during, held[n]) for during, held in pieces], lacking)
            for n in range(len(value))
        )
    return also_missing(chain(pieces), {NOTED: lacking})
