"""Exact whole-number arithmetic over columns (整数运算): spans, division and rounding."""

from collections.abc import Callable
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.missing import Missing, either, is_certain
from gansu_reemployment.columns.terms import Column, Ratio, Span, as_column, span_of
from gansu_reemployment.money import Yuan

#: The largest product that is computed: below 2**63 by a margin.
_LARGEST: Final = 2**62
#: Up to this numerator an amount times a ratio stays far below 2**63.
_SMALL: Final = 10**4


def apart(first: Any, second: Any) -> tuple[Any, Any] | None:
    """Return the smaller and the larger of two terms, if their spans do not overlap."""
    one, other = span_of(first), span_of(second)
    if not one or not other or not (_is_sure(first) and _is_sure(second)):
        return None
    if one[1] <= other[0]:
        return first, second
    return (second, first) if other[1] <= one[0] else None


def clamped(chosen: Any, end: Callable[[Any, Any], Any], first: Any, second: Any) -> Any:
    """Set the span of the smaller or the larger of two terms."""
    one, other = span_of(first), span_of(second)
    if isinstance(chosen, Column) and one and other:
        chosen.span = (end(one[0], other[0]), end(one[1], other[1]))
    return chosen


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


def half_up(amount: Any, ratio: Ratio) -> Column:
    """Return a ratio of an amount, half up; amount and ratio are zero or more.

    A ratio that is not known to be small is computed from the quotient and the remainder, so
    that no product exceeds the larger of the result and twice the square of the whole.
    """
    part, whole = ratio.part, ratio.whole
    if isinstance(part, int) and part == 0 and _is_sure(amount):
        return as_column(0)
    if isinstance(whole, int) and whole == 1:
        return as_column(amount * part)
    small = isinstance(part, int) and isinstance(whole, int) and part <= _SMALL
    if small or _is_small((as_column(amount) * part) * 2 + whole):
        return _rounded(as_column(amount) * part, whole)
    times = floor(amount, whole)
    rest = amount - times * whole
    result: Column = times * part + _rounded(rest * part, whole)
    return result


def _rounded(product: Any, whole: Any) -> Column:
    """Divide half up; an even whole has a half of its own."""
    if isinstance(whole, int) and whole % 2 == 0:
        return floor(product + whole // 2, whole)
    return floor(product * 2 + whole, whole * 2)
