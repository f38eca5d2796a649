"""Helpers of the column working: dated values, exact whole-number division, joined codes."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import lcm
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.terms import (
    Column,
    Expr,
    Missing,
    Nothing,
    Ratio,
    as_column,
    either,
    is_certain,
    pick,
    span_of,
    within,
    ymd,
    ymd_of,
)
from gansu_reemployment.dates import add_months, month_number
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.lines import refuse_truth

_EPOCH: Final = date(1970, 1, 1)
#: No product beyond this is worked with: below 2**63 by a margin.
_LARGEST: Final = 2**62
#: Up to this numerator an amount times a ratio stays far below 2**63.
_SMALL: Final = 10**4

#: Which value holds in which rows.
Pieces = list[tuple[Expr, Any]]


class Chosen:
    """A value that no column can hold, such as a set or a form, with the rows it holds for."""

    def __init__(self, pieces: Pieces, missing: Missing | None = None) -> None:
        self.pieces = pieces
        self.missing = missing or {}

    __bool__ = refuse_truth
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> Any:
        return self._each(lambda value: value == other)

    def __ne__(self, other: object) -> Any:
        return self._each(lambda value: value != other)

    def _each(self, work: Callable[[Any], bool]) -> Any:
        found = chain([(during, work(value)) for during, value in self.pieces])
        return also_missing(found, self.missing)


def chain(pieces: Pieces) -> Any:
    """Put dated values into one term: a ratio, a column, or the choice itself."""
    values = [value for _during, value in pieces]
    if any(isinstance(value, Fraction) for value in values):
        whole = lcm(*(Fraction(value).denominator for value in values))
        part = _link([(during, int(value * whole)) for during, value in pieces])
        return Ratio(part, whole, _link([(at, as_ratio(value).text) for at, value in pieces]))
    if all(isinstance(value, (bool, int, str, date, Yuan, Column)) for value in values):
        return _link(pieces)
    return Chosen(pieces)


def _link(pieces: Pieces) -> Column:
    expr: Expr = nw.lit(None)
    missing: Missing = {}
    spans = [span_of(value) for _during, value in pieces]
    for during, value in reversed(pieces):
        column = as_column(value)
        expr = nw.when(during).then(column.expr).otherwise(expr)
        missing = either(missing, within(column.missing, during))
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return Column(expr, missing)
    return Column(expr, missing, (min(s[0] for s in known), max(s[1] for s in known)))


def also_missing(term: Any, missing: Missing) -> Any:
    """Give a dated value that is unknown where the day is."""
    if isinstance(term, Ratio):
        text = also_missing(term.text, missing)
        return Ratio(also_missing(term.part, missing), term.whole, text)
    if isinstance(term, Chosen):
        return Chosen(term.pieces, either(term.missing, missing))
    if isinstance(term, Nothing):
        return term
    return Column(term.expr, either(term.missing, missing)) if isinstance(term, Column) else term


def years_later(day: Column, years: int) -> Column:
    """Give the day up to three years later; for a 29 February the 28th of a common year.

    There is one leap day between at most, and no text is made and read, which is slow.
    """
    if not 0 < years < 4:
        return as_day(as_column(day_number(day) + years * 10000))
    sooner, later = (
        (day.expr + timedelta(days=365 * years + leap)).cast(nw.Date) for leap in (0, 1)
    )
    leap_day = (day.expr.dt.month() == 2) & (day.expr.dt.day() == 29)
    found = leap_day | (sooner.dt.day() == day.expr.dt.day())
    span = day.span and (add_months(day.span[0], 12 * years), add_months(day.span[1], 12 * years))
    return Column(nw.when(found).then(sooner).otherwise(later), day.missing, span)


def ordinal(day: Any, *, numbered: bool) -> Any:
    """Number the days one by one; every engine knows the year and the day of the year.

    *numbered* tells that the engine holds days as their number since 1970, as Polars does.
    """
    if not isinstance(day, Column):
        return day.toordinal()
    span = day.span and (day.span[0].toordinal(), day.span[1].toordinal())
    # A column of nulls only has no type of its own.
    held = day.expr.cast(nw.Date)
    if numbered:
        since_1970 = held.cast(nw.Int32).cast(nw.Int64)
        return Column(since_1970 + _EPOCH.toordinal(), day.missing, span)
    years = held.dt.year().cast(nw.Int64) - 1
    before = years * 365 + years // 4 - years // 100 + years // 400
    return Column(before + held.dt.ordinal_day().cast(nw.Int64), day.missing, span)


def apart(first: Any, second: Any) -> tuple[Any, Any] | None:
    """Give the smaller and the larger of two terms, if no row of one reaches into the other."""
    one, other = span_of(first), span_of(second)
    if not one or not other or not (_is_sure(first) and _is_sure(second)):
        return None
    if one[1] <= other[0]:
        return first, second
    return (second, first) if other[1] <= one[0] else None


def bounded(chosen: Any, end: Callable[[Any, Any], Any], first: Any, second: Any) -> Any:
    """Note the span of the smaller or the larger of two terms."""
    one, other = span_of(first), span_of(second)
    if isinstance(chosen, Column) and one and other:
        chosen.span = (end(one[0], other[0]), end(one[1], other[1]))
    return chosen


def _is_sure(term: Any) -> bool:
    return not isinstance(term, Column) or is_certain(term.missing)


def as_ratio(ratio: Any) -> Ratio:
    """Give a plain ratio or a column of whole numbers as two, and no ratio as none."""
    if isinstance(ratio, Ratio):
        return ratio
    if isinstance(ratio, Nothing):
        return Ratio(ratio, 1, Column(nw.lit(None, nw.String)))
    if isinstance(ratio, Column):
        return Ratio(ratio, 1)
    if ratio is None:
        return Ratio(None, None, Column(nw.lit(None, nw.String)))
    exact = Fraction(ratio)
    part, whole = exact.numerator, exact.denominator
    return Ratio(part, whole, f"{part}/{whole}")


def pick_ratio(condition: Column, first: Ratio, second: Ratio) -> Ratio:
    """Choose one of two ratios row by row."""
    text = None
    if first.text is not None and second.text is not None:
        text = pick(condition, first.text, second.text)
    if isinstance(first.whole, int) and isinstance(second.whole, int):
        whole = lcm(first.whole, second.whole)
        part = pick(condition, _over(first, whole), _over(second, whole))
        return Ratio(part, whole, text)
    same = first.part is second.part and is_certain(condition.missing)
    part = first.part if same else pick(condition, first.part, second.part)
    return Ratio(part, pick(condition, first.whole, second.whole), text)


def _over(ratio: Ratio, whole: int) -> Any:
    """Give the part of a ratio of a plain whole over a multiple of that."""
    times = whole // ratio.whole
    same = times == 1 or isinstance(ratio.part, Nothing)
    return ratio.part if same else ratio.part * times


def above_zero(whole: Any) -> Any:
    """Give a whole that a ratio may be taken to; where it is not above zero it is unknown."""
    if not isinstance(whole, Column) or (whole.span and whole.span[0] > 0):
        return whole
    no_whole = whole.expr <= 0
    none: Missing = {
        name: no_whole if at is False else at | no_whole for name, at in whole.missing.items()
    }
    return Column(nw.when(~no_whole).then(whole.expr), none)


def as_day(number: Column) -> Column:
    """Turn yyyymmdd into a day; 29 February of a common year is read as the 28th."""
    yyyymmdd = number.expr
    no_such_day = (yyyymmdd % 10000 == 229) & (yyyymmdd // 10000 % 4 != 0)
    text = nw.when(no_such_day).then(yyyymmdd - 1).otherwise(yyyymmdd).cast(nw.String)
    return Column(text.str.to_date(format="%Y%m%d"), number.missing)


def units(number: Any) -> Any:
    """Give an amount as fen; a number or a column stays as it is."""
    return number.fen if isinstance(number, Yuan) else number


def floor(part: Any, whole: Any) -> Column:
    """Divide whole numbers downwards; both are zero or more."""
    parts, wholes = as_column(part), as_column(whole)
    expr = parts.expr.cast(nw.Int64) // wholes.expr.cast(nw.Int64)
    return Column(expr, either(parts.missing, wholes.missing))


def _is_small(product: Column) -> bool:
    """Tell whether a product is known to stay within the whole numbers of a column."""
    return product.span is not None and product.span[1] < _LARGEST


def half_up(amount: Any, ratio: Ratio) -> Column:
    """Give a ratio of an amount, half up; amount and ratio are zero or more.

    A ratio that is not known to be small is taken of the quotient and of the remainder, so
    that no product exceeds the larger of the result and twice the square of the whole.
    """
    part, whole = ratio.part, ratio.whole
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


def day_number(day: Any) -> Any:
    """Give a day as the whole number yyyymmdd."""
    return (
        Column(ymd(day.expr.cast(nw.Date)), day.missing) if isinstance(day, Column) else ymd_of(day)
    )


def month_count(day: Any) -> Any:
    """Number the month of a day, so that months can be counted."""
    if not isinstance(day, Column):
        return month_number(day)
    year, month = (part.cast(nw.Int64) for part in (day.expr.dt.year(), day.expr.dt.month()))
    return Column(year * 12 + month, day.missing)


def negated(condition: Any) -> Any:
    """Give the opposite of a plain or column condition."""
    return condition.negated() if isinstance(condition, Column) else not condition


def holds(condition: Any) -> Expr:
    """Give a plain or column condition as an expression."""
    return condition.expr if isinstance(condition, Column) else nw.lit(value=condition)


def result(term: Any) -> Column:
    """Give a term of a result as a column; a ratio as the text ``n/d``."""
    if not isinstance(term, (Ratio, Fraction)):
        return as_column(term)
    exact = as_ratio(term)
    if exact.text is not None:
        return as_column(exact.text)
    part, whole = as_column(exact.part), as_column(exact.whole)
    text = nw.concat_str([part.expr.cast(nw.String), nw.lit("/"), whole.expr.cast(nw.String)])
    return Column(text, either(part.missing, whole.missing))


def unless(stopped: Expr | None, expr: Expr) -> Expr:
    """Give null where the row is refused or undecided."""
    return expr if stopped is None else nw.when(~stopped).then(expr)
