"""Terms that are dataframe expressions; they know which facts made a row unknown."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, ClassVar

import narwhals as nw

from gansu_reemployment.columns.coded import Coded, place
from gansu_reemployment.columns.missing import Expr, Missing, either, is_certain, within
from gansu_reemployment.columns.numbers import Numbers
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.lines import refuse_truth

#: The least and the most of numbers or days.
Span = tuple[Any, Any]


def encode(value: Any) -> Any:
    """Return *value* as it is in a column: fen, codes, days, plain numbers."""
    if isinstance(value, Yuan):
        return value.fen
    if isinstance(value, Choice):
        return value.code
    return value


class Column:
    """A term that differs from row to row.

    Args:
        expr: the expression, null wherever the term is unknown.
        missing: by the name of each fact, the rows in which it made this term unknown, or
            ``False`` if it is known in every row.
        span: two numbers or days between which every row is, if they are known.
        cost: the operations of *expr*; a fact or a kept column has none.
    """

    __slots__ = ("bare", "coded", "cost", "expr", "missing", "name", "numbers", "sides", "span")

    def __init__(
        self, expr: Expr, missing: "Missing | None" = None, span: Span | None = None, cost: int = 1
    ) -> None:
        self.expr: Expr = expr
        self.cost: int = cost
        self.missing: Missing = missing or {}
        self.span: Span | None = span
        #: The same texts as small numbers, which compare faster.
        self.coded: Coded | None = None
        #: The condition and the two plain values of a term that is one or the other.
        self.sides: tuple[Column, Any, Any] | None = None
        #: The plain numbers of a term that is one of several, where they are chosen in few bits.
        self.numbers: Numbers | None = None
        #: The column that holds it as it is, if one does.
        self.name: str | None = None
        #: Whether it is null in every row, and so without a type of its own.
        self.bare: bool = False

    __bool__ = refuse_truth

    def _strict(self, other: Any, work: Callable[[Any, Any], Any]) -> Any:
        """Combine where one unknown side makes the result unknown."""
        if isinstance(other, Ratio | Fraction):
            return work(Ratio(self, 1), other)
        if isinstance(other, Nothing):
            return Nothing(either(self.missing, other.missing))
        if isinstance(other, Column):
            missing = either(self.missing, other.missing)
            return Column(work(self.expr, other.expr), missing, cost=self.cost + other.cost + 1)
        if self.coded and isinstance(other, Choice):
            places, text = self.coded.places, encode(other)
            return Column(work(places, self.coded.at(text)), self.missing, cost=self.cost + 1)
        return Column(work(self.expr, encode(other)), self.missing, cost=self.cost + 1)

    def __eq__(self, other: object) -> Any:
        return self._strict(other, lambda a, b: a == b)

    def __ne__(self, other: object) -> Any:
        return self._strict(other, lambda a, b: a != b)

    def __lt__(self, other: Any) -> Any:
        return self._strict(other, lambda a, b: a < b)

    def __le__(self, other: Any) -> Any:
        return self._strict(other, lambda a, b: a <= b)

    def __gt__(self, other: Any) -> Any:
        return self._strict(other, lambda a, b: a > b)

    def __ge__(self, other: Any) -> Any:
        return self._strict(other, lambda a, b: a >= b)

    def __add__(self, other: Any) -> Any:
        if _is(other, 0):
            return self
        result = numbered(self)._strict(numbered(other), lambda a, b: a + b)
        return _bounded(result, lambda a, b: (a[0] + b[0], a[1] + b[1]), self, other)

    def __sub__(self, other: Any) -> Any:
        if _is(other, 0):
            return self
        result = numbered(self)._strict(numbered(other), lambda a, b: a - b)
        return _bounded(result, lambda a, b: (a[0] - b[1], a[1] - b[0]), self, other)

    def __rsub__(self, other: Any) -> Any:
        result = numbered(self)._strict(numbered(other), lambda a, b: b - a)
        return _bounded(result, lambda a, b: (b[0] - a[1], b[1] - a[0]), self, other)

    def __mul__(self, other: Any) -> Any:
        if _is(other, 1):
            return self
        result = numbered(self)._strict(numbered(other), lambda a, b: a * b)
        if self.numbers and type(number := encode(other)) is int:
            result.choose_in_few_bits(self.numbers.times(number))
        return _bounded(result, _product, self, other)

    __radd__ = __add__
    __rmul__ = __mul__
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __and__(self, other: Any) -> Any:
        if isinstance(other, bool):
            return self if other else False
        return self._logical(other, truth(self) & truth(other))

    def __or__(self, other: Any) -> Any:
        if isinstance(other, bool):
            return True if other else self
        return self._logical(other, truth(self) | truth(other))

    __rand__ = __and__
    __ror__ = __or__

    def choose_in_few_bits(self, numbers: Numbers) -> None:
        """Replace the expression by a faster one of the same *numbers*."""
        self.numbers, self.expr = numbers, numbers.expr()

    def negated(self) -> "Column":
        """Return the opposite condition."""
        return Column(~truth(self), self.missing, cost=self.cost + 1)

    def _logical(self, other: "Column", expr: Expr) -> "Column":
        """Combine two conditions; what is missing in a side counts where the result is unknown."""
        missing = within(either(self.missing, other.missing), expr.is_null())
        return Column(expr, missing, cost=self.cost + other.cost + 1)


class Nothing(Column):
    """A term that is unknown in every row, because no value of a rule is known."""

    __slots__ = ()

    def __init__(self, missing: Missing) -> None:
        super().__init__(nw.lit(None), missing, cost=0)
        self.bare = True

    def _strict(self, other: Any, _work: Callable[[Any, Any], Any]) -> "Nothing":
        missing = other.missing if isinstance(other, Column) else {}
        return Nothing(either(self.missing, missing))

    def __getattr__(self, name: str) -> "Nothing":
        # So is each field of an unknown record.
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> "Iterator[Nothing]":
        # An unknown list has one unknown item.
        yield self


class Ratio:
    """An exact ratio in a column: two whole numbers, the second above zero.

    *text* is the ratio as ``n/d`` if it is chosen among plain ones.
    """

    __slots__ = ("part", "text", "whole")

    def __init__(self, part: Any, whole: Any, text: Any = None) -> None:
        self.part: Any = part
        self.whole: Any = whole
        self.text: Any = text

    __bool__ = refuse_truth

    def _against(self, other: Any, work: Callable[[Any, Any], Any]) -> Column:
        other = other if isinstance(other, Ratio) else Ratio(*_parts(other))
        result: Column = work(self.part * other.whole, other.part * self.whole)
        return result

    def __eq__(self, other: object) -> Column:  # type: ignore[override]
        return self._against(other, lambda a, b: a == b)

    def __ne__(self, other: object) -> Column:  # type: ignore[override]
        return self._against(other, lambda a, b: a != b)

    def __lt__(self, other: Any) -> Column:
        return self._against(other, lambda a, b: a < b)

    def __le__(self, other: Any) -> Column:
        return self._against(other, lambda a, b: a <= b)

    def __gt__(self, other: Any) -> Column:
        return self._against(other, lambda a, b: a > b)

    def __ge__(self, other: Any) -> Column:
        return self._against(other, lambda a, b: a >= b)

    def __add__(self, other: Any) -> "Ratio":
        other = other if isinstance(other, Ratio) else Ratio(*_parts(other))
        if isinstance(self.whole, int) and isinstance(other.whole, int):
            whole = lcm(self.whole, other.whole)
            mine, others = whole // self.whole, whole // other.whole
            return Ratio(self.part * mine + other.part * others, whole)
        part = self.part * other.whole + other.part * self.whole
        return Ratio(part, self.whole * other.whole)

    def __mul__(self, other: Any) -> "Ratio":
        other = other if isinstance(other, Ratio) else Ratio(*_parts(other))
        return Ratio(self.part * other.part, self.whole * other.whole)

    __radd__ = __add__
    __rmul__ = __mul__
    __hash__: ClassVar[None] = None  # type: ignore[assignment]


def _parts(value: Any) -> tuple[Any, int]:
    if isinstance(value, Column):
        return value, 1
    return Fraction(value).as_integer_ratio()


def numbered(term: Any) -> Any:
    """Return a term to compute with; one that is null in every row becomes a number."""
    if not isinstance(term, Column) or not term.bare or isinstance(term, Nothing):
        return term
    return Column(term.expr.cast(nw.Int64), term.missing, cost=term.cost + 1)


def _is(term: Any, number: int) -> bool:
    """Return whether a term is this plain number, or as many fen, in every row."""
    if isinstance(term, Column):
        return term.span == (number, number) and is_certain(term.missing)
    value = encode(term)
    return type(value) is int and value == number


def _bounded(result: Any, work: Callable[[Span, Span], Span], first: Column, second: Any) -> Any:
    """Set the span of a sum, difference or product of numbers."""
    span, other = first.span, span_of(second)
    if isinstance(result, Column) and span and other:
        result.span = work(span, other)
    return result


def _product(first: Span, second: Span) -> Span:
    ends = [a * b for a in first for b in second]
    return min(ends), max(ends)


def span_of(term: Any) -> Span | None:
    """Return two numbers or days between which every row of a term is, if they are known."""
    if isinstance(term, Column):
        return term.span
    value = encode(term)
    return (value, value) if isinstance(value, int | date) else None


def truth(condition: Column) -> Expr:
    """Return a condition with the type of yes and no, which a column of nulls lacks."""
    known = condition.missing and is_certain(condition.missing)
    typed = known and not isinstance(condition, Nothing)
    return condition.expr if typed else condition.expr.cast(nw.Boolean)


def coded(term: Any) -> Coded | None:
    """Return a text or a column of texts in its coded form, if it has one."""
    if isinstance(term, Column):
        return Coded(place(None), ()) if term.bare else term.coded
    text = encode(term)
    if text is None:
        return Coded(place(None), ())
    return Coded(place(0), (text,)) if isinstance(text, str) else None


def as_column(term: Any) -> Column:
    """Return a plain value as a column of that value, whole numbers as int64."""
    if isinstance(term, Column):
        return term
    value = encode(term)
    lit = nw.lit(value, nw.Int64) if type(value) is int else nw.lit(value)
    column = Column(lit, None, span_of(term), cost=0)
    column.bare = value is None
    return column
