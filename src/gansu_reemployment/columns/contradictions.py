"""Facts that contradict each other, over columns (列上的事实矛盾).

A row whose facts contradict is undecided, and the fact that the fault names is missing in it.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import reduce
from operator import add, and_
from typing import Final

import narwhals as nw

from gansu_reemployment.columns.terms import Expr, Missing, encode
from gansu_reemployment.fact_model.contradictions import (
    Contradiction,
    EndsTerm,
    NotAbove,
    NotTogether,
    Where,
)

#: Returns the column of a fact with the type of the fact.
Typed = Callable[[str], Expr]
_DAY: Final = timedelta(days=1)
#: From the first of a month into the next one.
_MORE_THAN_A_MONTH: Final = timedelta(days=32)


def sound(declared: Contradiction, typed: Typed) -> Expr:
    """Return the rows that do not contradict; what is unknown contradicts nothing."""
    match declared:
        case NotAbove():
            odd = _above(declared, typed)
        case NotTogether():
            odd = reduce(and_, (_together(typed, *held) for held in declared.values))
        case EndsTerm():
            odd = _outside_term(declared, typed)
    return ~odd | odd.is_null()


def contradicting(declared: Contradiction, typed: Typed) -> Missing:
    """Return the rows that contradict, by the fact that the fault names."""
    return {declared.named: ~sound(declared, typed)}


def _above(pair: NotAbove, typed: Typed) -> Expr:
    high = [typed(name) for name in pair.summed]
    bound = reduce(add, high) if high else nw.lit(pair.high, nw.Int64)
    low = typed(pair.low) if isinstance(pair.low, str) else nw.lit(pair.low, nw.Int64)
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
    found = column.is_in(sorted(encode(value) for value in values if value is not None))
    return found | column.is_null() if None in values else found


def _together(typed: Typed, name: str, values: frozenset[object] | None) -> Expr:
    return ~typed(name).is_null() if values is None else _among(typed, (name, values))


def _outside_term(term: EndsTerm, typed: Typed) -> Expr:
    day, first, months = (typed(name) for name in term.reads)
    most = term.apart.days
    due, dated = _day_of_month(day), _day_of_month(first)
    begins = day.dt.truncate("1mo")
    before = _day_of_month(begins - _DAY)
    length = _day_of_month((begins + _MORE_THAN_A_MONTH).dt.truncate("1mo") - _DAY)
    later = due - dated
    # A term that begins on the 31st ends on the last day of a shorter month.
    same_month = (later <= most) & ((later >= -most) | (length - due <= most))
    month_after = (due <= most) & (later + before <= most)
    month_before = later >= length - most
    apart = _month_number(day) - _month_number(first) - months
    fits = ((apart == 0) & same_month) | ((apart == 1) & month_after)
    fits |= (apart == -1) & month_before
    return ~fits & months.is_between(1, term.longest) & (day >= first)


def _day_of_month(day: Expr) -> Expr:
    return day.cast(nw.Date).dt.day().cast(nw.Int64)


def _month_number(day: Expr) -> Expr:
    return day.dt.year().cast(nw.Int64) * 12 + day.dt.month().cast(nw.Int64)
