"""Facts that contradict each other, over columns (列上的事实矛盾).

A row whose facts contradict is undecided, and the fact that the fault names is missing in it.
"""

from collections.abc import Callable
from functools import reduce
from operator import add, and_
from typing import Final

import narwhals as nw

from gansu_reemployment.columns.choices import among
from gansu_reemployment.columns.missing import Expr
from gansu_reemployment.columns.terms import Column
from gansu_reemployment.fact_model.contradictions import (
    Contradiction,
    EndsTerm,
    NotAbove,
    NotTogether,
    Where,
)

#: Returns the column of a fact with the type of the fact, whatever values it has.
Typed = Callable[[str], Column]
_FEBRUARY: Final = 2
#: The days and the months of 400 years: a mean month.
MEAN: Final = (146_097, 4_800)
#: The most days by which a term of whole months differs from as many mean months.
STRAY: Final = 4


def sound(declared: Contradiction, typed: Typed) -> Expr:
    """Return the rows that do not contradict; what is unknown contradicts nothing."""
    match declared:
        case NotAbove():
            odd = _above(declared, typed)
        case NotTogether():
            odd = reduce(and_, (_together(typed, *held) for held in declared.values))
        case EndsTerm():
            odd = _outside_term(declared, typed)
    return ~odd.fill_null(False)


def _above(pair: NotAbove, typed: Typed) -> Expr:
    high = [typed(name).expr for name in pair.summed]
    bound = reduce(add, high) if high else nw.lit(pair.high, nw.Int64)
    low = typed(pair.low).expr if isinstance(pair.low, str) else nw.lit(pair.low, nw.Int64)
    odd = low > bound
    if pair.where:
        odd &= _among(typed, pair.where)
    if pair.blank:
        box = _among(typed, pair.blank) & (bound == 0)
        odd &= ~box | box.is_null()
    return odd


def _among(typed: Typed, where: Where) -> Expr:
    name, values = where
    column = typed(name)
    found: Expr = among(column, values - {None}).expr
    return found | column.expr.is_null() if None in values else found


def _together(typed: Typed, name: str, values: frozenset[object] | None) -> Expr:
    return ~typed(name).expr.is_null() if values is None else _among(typed, (name, values))


def _outside_term(term: EndsTerm, typed: Typed) -> Expr:
    day, first, months = (typed(name).expr for name in term.reads)
    (year, month, due), (begun, begun_month, dated) = _parts(day), _parts(first)
    most = term.apart.days
    length = _length(year, month)
    before = _length(year, (month + 10) % 12 + 1)
    later = due - dated
    # A term that begins on the 31st ends on the last day of a shorter month.
    same_month = (later <= most) & ((later >= -most) | (length - due <= most))
    month_after = (due <= most) & (later + before <= most)
    month_before = later >= length - most
    apart = (year - begun) * 12 + month - begun_month - months
    fits = ((apart == 0) & same_month) | ((apart == 1) & month_after)
    fits |= (apart == -1) & month_before
    return ~fits & months.is_between(1, term.longest) & (day >= first)


def surely_sound(term: EndsTerm, days: Expr, months: Expr) -> Expr:
    """Return a sufficient condition for rows without a contradiction, from days and months.

    No term of whole months is further than :data:`STRAY` days from as many mean months.
    """
    apart = days * MEAN[1] - months * MEAN[0]
    most = (term.apart.days - STRAY) * MEAN[1]
    return apart.is_between(-most, most)


def _parts(day: Expr) -> tuple[Expr, Expr, Expr]:
    # Small numbers are quicker to compare; the months of 9999 years need more than 16 bits.
    year, month, number = day.dt.year(), day.dt.month(), day.dt.day()
    return year.cast(nw.Int32), month.cast(nw.Int16), number.cast(nw.Int16)


def _length(year: Expr, month: Expr) -> Expr:
    """Return the days of a month, of a year since 1901; which one has 31 turns in August."""
    february = nw.when(year % 4 == 0).then(nw.lit(29)).otherwise(nw.lit(28))
    others = (month + month // 8) % 2 + 30
    return nw.when(month == _FEBRUARY).then(february).otherwise(others)
