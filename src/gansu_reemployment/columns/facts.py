"""The facts of a column working (列事实): each is an expression over the column of its name."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import narwhals as nw
from attrs import field, frozen

from gansu_reemployment.columns.terms import Column, Expr, Span, ymd, ymd_of
from gansu_reemployment.facts import (
    OLDEST,
    FactField,
    birth_problem,
    born,
    describe,
    not_negative,
    positive,
)
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan

#: How a column holds the facts of each kind; of several amounts the sum, choices as strings.
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
    """Give the least and the most that a fact of numbers may be, in fen or as a number."""
    most = MOST[described.kind]
    if positive in described.checks:
        return 1, most
    return (0 if not_negative in described.checks else -most), most


@frozen
class Sure:
    """What is known of a column that holds in every row a value which the fact may have.

    *span* are its least and its most number or day, amounts in fen; *coded* tells whether its
    codes are held as an Enum of all of them, which is compared as small numbers; *all* is the yes
    or no that every row holds; *exact* tells whether the column has the very type of the fact.
    """

    span: Span | None = None
    coded: bool = False
    all: bool | None = None
    exact: bool = False


@frozen
class Seen:
    """The facts that were read, and the checked copies of their columns.

    *certain* are the columns without an open question, if whoever holds the frame knows some.
    """

    certain: Mapping[str, Sure] = field(factory=dict)
    read: set[str] = field(factory=set)
    checked: dict[str, Expr] = field(factory=dict)


class FactsView:
    """The facts of a row, each read as an expression over the column of its name.

    A code that no member of a choice has is unknown, never a silent no, and so is a number that
    the facts of a case would refuse or that is too large to be worked with exactly: such facts
    are read through a checked copy of the column. What was seen is kept in *seen*, because an
    attribute of the view would hide the fact of its name.
    """

    def __init__(self, kind: type[Any], prefix: str, seen: Seen, on: date | str) -> None:
        self._on = on
        self._fields = {described.name: described for described in describe(kind)}
        self._prefix = prefix
        self._seen = seen

    def __getattr__(self, name: str) -> Column | bool:
        if name not in self._fields:
            raise AttributeError(name)
        self._seen.read.add(name)
        described = self._fields[name]
        column = nw.col(name)
        held = column.cast(KINDS.get(described.kind, nw.String))
        sure = self._seen.certain.get(name)
        if born in described.checks and not self._all_born(sure):
            return self._copied(name, _born(held, self._on))
        if sure:
            if sure.all is not None:
                return sure.all
            exact = column if sure.exact else held
            return Column(exact, {name: False}, sure.span, column if sure.coded else None)
        checked = _checked(described, held)
        if checked is None:
            return Column(held, {name: held.is_null()})
        return self._copied(name, checked)

    def _copied(self, name: str, checked: Expr) -> Column:
        """Read a fact through a checked copy of its column."""
        copy = f"{self._prefix}{name}"
        self._seen.checked[copy] = checked
        return Column(nw.col(copy), {name: nw.col(copy).is_null()})

    def _all_born(self, sure: Sure | None) -> bool:
        """Return whether every row is known to hold a birth that its day allows."""
        on = self._on
        days = self._seen.certain.get(on, Sure()).span if isinstance(on, str) else (on, on)
        if sure is None or sure.span is None or days is None:
            return False
        return not any(birth_problem(day, on) for day in sure.span for on in days)


def _born(held: Expr, on: date | str) -> Expr:
    """Leave out a day of birth after the day of the row, or too long before."""
    day = nw.col(on) if isinstance(on, str) else on
    number = ymd(day) if isinstance(day, nw.Expr) else ymd_of(day)
    odd = (held > day) | (ymd(held) + (OLDEST + 1) * 10_000 <= number)
    return nw.when(~odd | day.is_null() if isinstance(day, nw.Expr) else ~odd).then(held)


def _checked(described: FactField, held: Expr) -> Expr | None:
    """Leave out what the fact may not be; days, yes and no need no check."""
    if issubclass(described.kind, Choice):
        return nw.when(held.is_in([member.code for member in described.kind])).then(held)
    if described.kind in MOST:
        return nw.when(held.is_between(*limits(described))).then(held)
    return None
