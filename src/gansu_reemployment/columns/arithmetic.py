"""Exact whole-number arithmetic over columns (整数运算): spans, division and rounding."""

from collections.abc import Callable
from fractions import Fraction
from operator import ge, le
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import narwhals as nw

from gansu_reemployment.columns.missing import Expr, Missing, any_of, either, is_certain
from gansu_reemployment.columns.terms import Column, Ratio, Span, as_column, span_of
from gansu_reemployment.money import Yuan

if TYPE_CHECKING:
    from gansu_reemployment.columns.working import ColumnWorking

#: The largest product that is computed: below 2**63 by a margin.
_LARGEST: Final = 2**62
#: Up to this numerator an amount times a ratio stays far below 2**63.
_SMALL: Final = 10**4


class End(NamedTuple):
    """The smaller or the larger of two terms: its place in order, and how it is found."""

    place: int
    holds: Callable[[Any, Any], Any]
    of: Callable[[Any, Any], Any]
    of_columns: Callable[[Expr, Expr], Expr]


SMALLER: Final = End(0, le, min, nw.min_horizontal)
LARGER: Final = End(1, ge, max, nw.max_horizontal)


def apart(first: Any, second: Any) -> tuple[Any, Any] | None:
    """Return the smaller and the larger of two terms, if their spans do not overlap."""
    one, other = span_of(first), span_of(second)
    if not one or not other or not (_is_sure(first) and _is_sure(second)):
        return None
    if one[1] <= other[0]:
        return first, second
    return (second, first) if other[1] <= one[0] else None


def end_of(w: "ColumnWorking", first: Any, second: Any, end: End) -> Any:
    """Return the smaller or the larger of two terms, row by row."""
    if found := apart(first, second):
        return found[end.place]
    first, second = w.state.shared(first), w.state.shared(second)
    if w.in_memory and _is_typed(first) and _is_typed(second):
        chosen: Any = _end_of_columns(as_column(first), as_column(second), end)
    else:
        chosen = w.choose(end.holds(first, second), first, second)
    one, other = span_of(first), span_of(second)
    if isinstance(chosen, Column) and one and other:
        chosen.span = (end.of(one[0], other[0]), end.of(one[1], other[1]))
    return chosen


def _is_typed(term: Any) -> bool:
    """Return whether a term is a number or a day, and not null in every row."""
    return not isinstance(term, Ratio | Fraction) and not as_column(term).bare


def _end_of_columns(first: Column, second: Column, end: End) -> Column:
    """Return the smaller or the larger of two columns; unknown where one of them is."""
    open_ = [side.expr.is_null() for side in (first, second) if not _is_sure(side)]
    found = end.of_columns(first.expr, second.expr)
    expr = nw.when(~any_of(open_)).then(found) if open_ else found
    missing = either(first.missing, second.missing)
    # It takes as long as a comparison and a choice.
    return Column(expr, missing, cost=first.cost + second.cost + 3 + 2 * len(open_))


def _is_sure(term: Any) -> bool:
    return not isinstance(term, Column) or is_certain(term.missing)


def above_zero(whole: Any) -> Any:
    """Return the whole of a ratio, unknown where it is not above zero."""
    if not isinstance(whole, Column) or (whole.span and whole.span[0] > 0):
        return whole
    no_whole = whole.expr <= 0
    none: Missing = {
        name: no_whole if at is False else at | no_whole for name, at in whole.missing.items()
    }
    found = Column(nw.when(~no_whole).then(whole.expr), none, cost=2 * whole.cost + 2)
    found.bare = whole.bare
    return found


def units(number: Any) -> Any:
    """Return an amount as fen; a number or a column unchanged."""
    return number.fen if isinstance(number, Yuan) else number


def floor(part: Any, whole: Any) -> Column:
    """Divide whole numbers downwards; both are zero or more."""
    parts, wholes = as_column(part), as_column(whole)
    expr = parts.expr.cast(nw.Int64) // wholes.expr.cast(nw.Int64)
    missing = either(parts.missing, wholes.missing)
    return Column(
        expr, missing, _quotient(parts.span, wholes.span), cost=parts.cost + wholes.cost + 1
    )


def _quotient(part: Span | None, whole: Span | None) -> Span | None:
    if part is None or whole is None or part[0] < 0 or whole[0] <= 0:
        return None
    return part[0] // whole[1], part[1] // whole[0]


def _is_small(product: Column) -> bool:
    """Return whether a product is known to fit the whole numbers of a column."""
    return product.span is not None and product.span[1] < _LARGEST


def half_up(amount: Any, ratio: Ratio, shared: Callable[[Any], Any]) -> Column:
    """Return a ratio of an amount, half up; amount and ratio are zero or more.

    A ratio that is not known to be small is computed from the quotient and the remainder, so
    that no product exceeds the larger of the result and twice the square of the whole. Both are
    then read more than once: *shared* computes a term once.
    """
    part, whole = ratio.part, ratio.whole
    if isinstance(part, int) and part == 0 and _is_sure(amount):
        return as_column(0)
    if isinstance(whole, int) and whole == 1:
        return as_column(amount * part)
    small = isinstance(part, int) and isinstance(whole, int) and part <= _SMALL
    if small or _is_small((as_column(amount) * part) * 2 + whole):
        return _rounded(as_column(amount) * part, whole)
    amount, part, whole = shared(amount), shared(part), shared(whole)
    times = floor(amount, whole)
    rest = amount - times * whole
    result: Column = times * part + _rounded(rest * part, whole)
    return result


def _rounded(product: Any, whole: Any) -> Column:
    """Divide half up; an even whole has a half of its own."""
    if isinstance(whole, int) and whole % 2 == 0:
        return floor(product + whole // 2, whole)
    return floor(product * 2 + whole, whole * 2)
