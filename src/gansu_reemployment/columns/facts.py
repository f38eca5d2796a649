"""The facts over columns (列事实): each is an expression over the column of its name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.coded import places_of
from gansu_reemployment.columns.contradictions import sound
from gansu_reemployment.columns.dates import DayColumn, ymd
from gansu_reemployment.columns.missing import Expr, Missing
from gansu_reemployment.columns.profile import ColumnProfile
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Span
from gansu_reemployment.dates import cutoff
from gansu_reemployment.fact_model import (
    OLDEST,
    FactField,
    NotBefore,
    Problem,
    birth_problem,
    describe,
    each_not_negative,
    not_negative,
    positive,
    problem_of,
)
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan

#: The type of a column for each kind of fact: the sum of several amounts, choices as strings.
KINDS: Final[Mapping[type[Any], Any]] = {
    bool: nw.Boolean,
    int: nw.Int64,
    Yuan: nw.Int64,
    tuple: nw.Int64,
    date: nw.Date,
}
#: The largest fact of each kind, in fen or as a number, with which every sum stays exact.
MOST: Final[Mapping[type[Any], int]] = {Yuan: 10**13, tuple: 10**13, int: 10**9}


def limits(described: FactField) -> tuple[int, int]:
    """Return the least and the largest value of a fact of numbers, in fen or as a number."""
    most = MOST[described.kind]
    if positive in described.checks:
        return 1, most
    least = 0 if {not_negative, each_not_negative} & {*described.checks} else -most
    return least, most


class FactsView:
    """The facts of a row, each read as an expression over the column of its name.

    A code that is not one of the choice is unknown, never a silent no. So is a number that the
    facts of a case would refuse or that is too large to be computed exactly. Such facts are read
    through a checked copy of the column, unless the profile shows that every row is in order.
    """

    def __init__(self, kind: type[Any], state: Evaluation, on: date | DayColumn) -> None:
        # An attribute of the view would hide the fact of its name.
        self._on = on
        self._fields = {described.name: described for described in describe(kind)}
        self._pairs: Sequence[Contradiction] = getattr(kind, "impossible", ())
        self._state = state

    def __getattr__(self, name: str) -> Column | bool:
        if name not in self._fields:
            raise AttributeError(name)
        # So the next read is of the attribute, and of the very same term.
        found = self.__dict__[name] = self._read(name)
        if isinstance(found, Column) and (unknown := found.missing[name]) is not False:
            self._state.unknown[name] = unknown
        return found

    def _read(self, name: str) -> Column | bool:
        self._state.read.add(name)
        described = self._fields[name]
        column, profile = nw.col(name), _certain(described, self._state.profile.get(name))
        typed = self._typed(name)
        problem = problem_of(described)
        if problem and not _all_past(problem, profile, self._on):
            return self._copied(name, _past(problem, typed, self._on))
        if profile:
            if profile.constant is not None:
                return profile.constant
            exact = column if profile.exact else typed
            missing: Missing = {name: column.is_null() if profile.gaps else False}
            found = Column(exact, missing, profile.span, cost=0)
            found.name = name if profile.exact else None
            found.coded = places_of(name, profile.texts)
            return found
        checked = _checked(described, typed)
        if checked is None:
            return Column(typed, {name: typed.is_null()}, cost=0)
        span = limits(described) if described.kind in MOST else None
        return self._copied(name, checked, span)

    def leave_contradictions_open(self) -> None:
        """Leave every row undecided whose facts contradict, whatever its outcome rests on.

        A contradiction is looked for if the fact that it names was read, or if the frame is known
        to have all of its facts.
        """
        state = self._state
        given = {*state.read, *state.profile}
        for number, declared in enumerate(self._pairs):
            asked = declared.named in state.read or {*declared.reads} <= given
            if asked and not self._in_order(declared):
                odd = f"{state.prefix}odd{number}"
                state.checked[odd] = ~sound(declared, self._unchecked)
                state.leave_open(declared.named, nw.col(odd))

    def _typed(self, name: str) -> Expr:
        """Return the column of a fact with the type of the fact."""
        self._state.read.add(name)
        return nw.col(name).cast(KINDS.get(self._fields[name].kind, nw.String))

    def _unchecked(self, name: str) -> Column:
        """Return a fact with whatever values its column has."""
        found, profile = Column(self._typed(name)), self._state.profile.get(name)
        found.coded = places_of(name, profile.texts) if profile else None
        return found

    def _in_order(self, pair: Contradiction) -> bool:
        """Return whether it is known of the frame that no row contradicts."""
        self._state.read.update(pair.reads)
        profile = self._state.profile.get(pair.named)
        return profile is not None and pair in profile.sound

    def _copied(self, name: str, checked: Expr, span: Span | None = None) -> Column:
        """Read a fact through a checked copy of its column."""
        copy = f"{self._state.prefix}{name}"
        self._state.checked[copy] = checked
        return Column(nw.col(copy), {name: nw.col(copy).is_null()}, span, cost=0)


def _certain(described: FactField, profile: ColumnProfile | None) -> ColumnProfile | None:
    """Return a profile, or ``None`` if a day of it is too early for the fact."""
    first = _first_day(described)
    early = profile and profile.span and first and profile.span[0] < first
    return None if early else profile


def _first_day(described: FactField) -> date | None:
    """Return the first day that a fact may be, if it has one."""
    firsts = [check.first for check in described.checks if isinstance(check, NotBefore)]
    return max(firsts, default=None)


def _all_past(problem: Problem, profile: ColumnProfile | None, on: date | DayColumn) -> bool:
    """Return whether every row is known to have a day of the past that its day allows."""
    days = on.span if isinstance(on, DayColumn) else (on, on)
    if profile is None or profile.span is None or days is None:
        return False
    return not any(problem(held, day) for held in profile.span for day in days)


def _past(problem: Problem, held: Expr, on: date | DayColumn) -> Expr:
    """Replace a day after the day of the row, or a birth too long before it, by null."""
    is_birth, years = problem is birth_problem, OLDEST + 1
    if isinstance(on, date):
        odd = held > on
        if is_birth and on.year > years:
            odd = odd | (held <= cutoff(on, years))
        return nw.when(~odd).then(held)
    odd = held > on.column
    if is_birth:
        odd = odd | (ymd(held) + years * 10_000 <= ymd(on.column))
    return nw.when(~odd | on.column.is_null()).then(held)


def _checked(described: FactField, typed: Expr) -> Expr | None:
    """Replace values that the fact may not have by null; yes and no need no check."""
    if issubclass(described.kind, Choice):
        return nw.when(typed.is_in([member.code for member in described.kind])).then(typed)
    if described.kind in MOST:
        return nw.when(typed.is_between(*limits(described))).then(typed)
    if first := _first_day(described):
        return nw.when(typed >= first).then(typed)
    return None
