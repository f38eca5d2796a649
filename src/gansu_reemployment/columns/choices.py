"""Terms that are chosen row by row (逐行选择): by a condition, or by the day of the law."""

from collections.abc import Callable, Collection
from datetime import date
from fractions import Fraction
from functools import partial
from math import lcm
from typing import Any, ClassVar

import narwhals as nw

from gansu_reemployment.columns.coded import Coded, joined, place
from gansu_reemployment.columns.missing import Expr, Missing, any_of, either, is_certain, within
from gansu_reemployment.columns.numbers import Numbers, one_of, plain
from gansu_reemployment.columns.terms import (
    Column,
    Nothing,
    Ratio,
    Span,
    as_column,
    coded,
    encode,
    span_of,
    truth,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.lines import refuse_truth
from gansu_reemployment.working.records import by_field
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

#: Dated values, each with the rows in which it is in force.
Pieces = list[tuple[Expr, Any]]


class ByDate:
    """A value that no column can hold, such as a set or a form, with the rows it holds for."""

    def __init__(self, pieces: Pieces, missing: Missing | None = None) -> None:
        self.pieces = pieces
        self.missing: Missing = missing or {}

    __bool__ = refuse_truth
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> Any:
        return self._each(lambda value: value == other)

    def __ne__(self, other: object) -> Any:
        return self._each(lambda value: value != other)

    def _each(self, work: Callable[[Any], bool]) -> Any:
        found = chain([(during, work(value)) for during, value in self.pieces])
        return also_missing(found, self.missing)


def chain(pieces: Pieces) -> Any:
    """Return dated values as one term: a ratio, a column, or the choice itself."""
    values = [value for _during, value in pieces]
    if any(isinstance(value, Fraction) for value in values):
        whole = lcm(*(Fraction(value).denominator for value in values))
        part = _link([(during, int(value * whole)) for during, value in pieces])
        return Ratio(part, whole, _link([(at, as_ratio(value).text) for at, value in pieces]))
    if all(isinstance(value, (bool, int, str, date, Yuan, Column)) for value in values):
        return _link(pieces)
    return ByDate(pieces)


def _link(pieces: Pieces) -> Column:
    expr: Expr = nw.lit(None)
    missing: Missing = {}
    spans = [span_of(value) for _during, value in pieces]
    for during, value in reversed(pieces):
        column = as_column(value)
        expr = nw.when(during).then(column.expr).otherwise(expr)
        missing = either(missing, within(column.missing, during))
    known = [span for span in spans if span]
    cost = sum(3 + as_column(value).cost for _during, value in pieces)
    span = None
    if known and len(known) == len(spans):
        span = (min(s[0] for s in known), max(s[1] for s in known))
    found = Column(expr, missing, span, cost=cost)
    found.coded = _coded_link(pieces)
    return found


def _coded_link(pieces: Pieces) -> Coded | None:
    """Return dated texts in their coded form; ``None`` if one of them has no such form."""
    found = Coded(place(None), ())
    for during, value in reversed(pieces):
        both = joined(coded(value), found)
        if both is None:
            return None
        places = nw.when(during).then(both[0].places).otherwise(both[1].places)
        found = Coded(places, both[0].texts)
    return found


def also_missing(term: Any, missing: Missing) -> Any:
    """Return a term that is unknown where facts are *missing* too."""
    if isinstance(term, Ratio):
        text = also_missing(term.text, missing)
        return Ratio(also_missing(term.part, missing), term.whole, text)
    if isinstance(term, ByDate):
        return ByDate(term.pieces, either(term.missing, missing))
    if isinstance(term, Column) and not isinstance(term, Nothing):
        found = Column(term.expr, either(term.missing, missing), term.span, cost=term.cost)
        found.coded = term.coded
        return found
    return term


def pick(condition: Column, yes: Any, no: Any, *, few_bits: bool = False) -> Column:
    """Choose row by row; the result is unknown where the condition is.

    Plain numbers are chosen in *few_bits* where the engine has types of them.
    """
    chosen = _picked(condition, yes, no)
    if found := joined(coded(yes), coded(no)):
        places = _picked(condition, *(Column(side.places) for side in found)).expr
        chosen.coded = Coded(places, found[0].texts)
    chosen.bare = as_column(yes).bare and as_column(no).bare
    if not isinstance(yes, Column) and not isinstance(no, Column):
        chosen.sides = (condition, yes, no)
    one, other = _numbers(yes), _numbers(no)
    if few_bits and one and other and not chosen.bare:
        chosen.choose_in_few_bits(one_of(partial(_either_way, condition), one, other))
    return chosen


def _numbers(term: Any) -> Numbers | None:
    """Return a plain number, or a column of several, as a choice of numbers if it is one."""
    if isinstance(term, Column):
        return plain(None) if term.bare else term.numbers
    return plain(encode(term))


def _picked(condition: Column, yes: Any, no: Any) -> Column:
    first, second = as_column(yes), as_column(no)
    cost = condition.cost + first.cost + second.cost + 1
    is_yes = truth(condition)
    is_no = ~is_yes
    expr = _either_way(condition, first.expr, second.expr)
    if is_certain(condition.missing):
        missing = _either_missing(first.missing, second.missing, is_yes, is_no)
        return Column(expr, missing, _either_span(yes, no), cost=cost)
    open_ = condition.expr.is_null()
    sides = _either_missing(first.missing, second.missing, is_yes | open_, is_no | open_)
    missing = either(condition.missing, sides)
    return Column(expr, missing, _either_span(yes, no), cost=cost + condition.cost + 1)


def _either_way(condition: Column, first: Expr, second: Expr) -> Expr:
    """Choose between two expressions; the result is null where the condition is unknown."""
    is_yes = truth(condition)
    if is_certain(condition.missing):
        return nw.when(is_yes).then(first).otherwise(second)
    return nw.when(is_yes).then(first).otherwise(nw.when(~is_yes).then(second))


def _either_span(first: Any, second: Any) -> Span | None:
    if isinstance(first, Nothing) or isinstance(second, Nothing):
        return span_of(second if isinstance(first, Nothing) else first)
    one, other = span_of(first), span_of(second)
    return (min(one[0], other[0]), max(one[1], other[1])) if one and other else None


def _either_missing(first: Missing, second: Missing, is_yes: Expr, is_no: Expr) -> Missing:
    """Join the missing facts of two terms, each in the rows in which it is chosen."""
    both = {name: at for name, at in first.items() if at is second.get(name)}
    own = ({n: at for n, at in side.items() if n not in both} for side in (first, second))
    chosen = (within(at, rows) for at, rows in zip(own, (is_yes, is_no), strict=True))
    return either(both, either(*chosen))


def as_ratio(ratio: Any) -> Ratio:
    """Return a plain ratio, a column of whole numbers or nothing as a ratio."""
    if isinstance(ratio, Ratio):
        return ratio
    if isinstance(ratio, Nothing):
        return Ratio(ratio, 1, _no_text())
    if isinstance(ratio, Column):
        return Ratio(ratio, 1)
    if ratio is None:
        return Ratio(None, None, _no_text())
    exact = Fraction(ratio)
    part, whole = exact.numerator, exact.denominator
    return Ratio(part, whole, f"{part}/{whole}")


def _no_text() -> Column:
    found = Column(nw.lit(None, nw.String))
    found.coded = Coded(place(None), ())
    return found


def pick_ratio(condition: Column, first: Ratio, second: Ratio, *, few_bits: bool = False) -> Ratio:
    """Choose one of two ratios row by row, as :func:`pick` chooses numbers."""
    choose = partial(pick, condition, few_bits=few_bits)
    text = None
    if first.text is not None and second.text is not None:
        text = choose(first.text, second.text)
    if isinstance(first.whole, int) and isinstance(second.whole, int):
        whole = lcm(first.whole, second.whole)
        part = choose(_over(first, whole), _over(second, whole))
        return Ratio(part, whole, text)
    same = first.part is second.part and is_certain(condition.missing)
    part = first.part if same else choose(first.part, second.part)
    return Ratio(part, choose(first.whole, second.whole), text)


def _over(ratio: Ratio, whole: int) -> Any:
    """Return the part of a ratio over *whole*, a multiple of its own whole."""
    times = whole // ratio.whole
    same = times == 1 or isinstance(ratio.part, Nothing)
    return ratio.part if same else ratio.part * times


def rows_without_rule(missing: Missing) -> list[Expr]:
    """Return the rows, by rule, in which *missing* names a rule that is not known."""
    rules = [at for name, at in missing.items() if name.startswith(RULE_NOT_KNOWN)]
    return [at for at in rules if at is not False]


def closed_where_no_rule(condition: Any, missing: Missing) -> Any:
    """Return a condition that asks nothing of its own where *missing* names a rule."""
    rows = rows_without_rule(missing)
    if not rows or not isinstance(condition, Column):
        return condition
    lacking, known = any_of(rows), truth(condition)
    closed = nw.when(lacking).then(known.fill_null(value=True)).otherwise(known)
    return Column(closed, within(condition.missing, ~lacking), cost=condition.cost + 3)


def unknown_where(missing: Missing, term: Any) -> Any:
    """Return a term, field by field, that is null in the rows of *missing*."""
    rows = [at for at in missing.values() if at is not False]
    if not rows:
        return term
    known = ~any_of(rows)

    def marked(part: Any, _same: Any = None) -> Any:
        if isinstance(part, Ratio):
            return Ratio(marked(part.part), part.whole, marked(part.text))
        if not isinstance(part, (Column, bool)):
            return also_missing(part, missing)
        column = as_column(part)
        expr = nw.when(known).then(column.expr)
        found = Column(expr, either(column.missing, missing), column.span, cost=column.cost + 2)
        found.bare = column.bare
        if column.coded:
            places = nw.when(known).then(column.coded.places)
            found.coded = Coded(places, column.coded.texts)
        return found

    return by_field(marked, term, term)


def among(term: Column, values: Collection[Any]) -> Any:
    """Return row by row whether a term is one of plain *values*."""
    if len(values) == 1:
        return term == next(iter(values))
    if values:
        texts = sorted(encode(value) for value in values)
        if term.coded:
            found = term.coded.places.is_in([term.coded.at(text) for text in texts])
        else:
            found = term.expr.is_in(texts)
        return Column(found, term.missing, cost=term.cost + 1)
    if is_certain(term.missing):
        return False
    return Column(nw.when(~term.expr.is_null()).then(nw.lit(value=False)), term.missing)


def negated(condition: Any) -> Any:
    """Return the opposite of a plain or column condition."""
    return condition.negated() if isinstance(condition, Column) else not condition
