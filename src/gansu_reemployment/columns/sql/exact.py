"""The base of all compilers (精确编译): whole numbers stay whole, and nulls stay nulls.

Ibis divides whole numbers by floating point, and writes a null without a type where an engine
guesses one.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

import sqlglot.expressions as sge
from sqlglot.optimizer.simplify import simplify

_EMPTY: Final = sge.convert("")
_ZERO: Final = sge.Literal.number(0)
_ONE: Final = sge.Literal.number(1)


def _number(literal: Any) -> int | None:
    """Return the whole number of a literal, if it is one."""
    if isinstance(literal, sge.Literal) and not literal.is_string:
        return int(literal.this)
    return None


def is_null(node: Any) -> bool:
    """Return whether an expression is null in every row."""
    return isinstance(node, sge.Null)


def _is_true(node: Any) -> bool:
    return isinstance(node, sge.Boolean) and bool(node.this)


def concat(_compiler: Any, texts: list[Any]) -> Any:
    """Join texts by a function, for engines in which the operator is another one."""
    return sge.Anonymous(this="CONCAT", expressions=texts)


def _above_zero(whole: Any) -> Any:
    """Return a divisor; zero is unknown, so that no stage stops at a row that needs no division."""
    if isinstance(whole, sge.Literal):
        return whole
    return sge.Nullif(this=whole, expression=_ZERO)


class Exact:
    """The base of the compilers of all engines."""

    __slots__ = ()
    SIMPLE_OPS: Mapping[Any, str] = {}
    UNSUPPORTED_OPS: tuple[Any, ...] = ()
    f: Any
    v: Any
    cast: Any

    def visit_Field(self, op: Any, *, rel: Any, name: str) -> Any:
        """Write a column that is null in every row as a null, to which no engine gives a type."""
        return sge.Null() if op.dtype.is_null() else super().visit_Field(op, rel=rel, name=name)  # type: ignore[misc]

    def visit_SearchedCase(self, op: Any, *, cases: Any, results: Any, default: Any) -> Any:
        """Write a choice within the last of a choice as one choice."""
        if op.dtype.is_null():
            return sge.Null()
        if _is_true(cases[0]):
            return results[0]
        ifs = [sge.If(this=case, true=yes) for case, yes in zip(cases, results, strict=True)]
        if isinstance(default, sge.Case) and default.this is None:
            ifs += default.args["ifs"]
            default = default.args.get("default")
        return sge.Case(ifs=ifs, default=default)

    def visit_IfElse(self, op: Any, *, bool_expr: Any, true_expr: Any, false_null_expr: Any) -> Any:
        """Write a choice; a comparison is null of itself where its term is."""
        unknown = isinstance(bool_expr, sge.Is) and is_null(bool_expr.expression)
        if unknown and is_null(true_expr) and isinstance(false_null_expr, sge.In):
            return false_null_expr
        return self.visit_SearchedCase(
            op, cases=(bool_expr,), results=(true_expr,), default=false_null_expr
        )

    def visit_NotEquals(self, op: Any, *, left: Any, right: Any) -> Any:
        """Compare; two plain numbers are compared here."""
        numbers = _number(left), _number(right)
        if None not in numbers:
            return sge.Boolean(this=numbers[0] != numbers[1])
        return super().visit_NotEquals(op, left=left, right=right)  # type: ignore[misc]

    def visit_IsNull(self, _op: Any, *, arg: Any) -> Any:
        """Ask whether a term is null; a condition is put in brackets, as ``IS`` binds closer."""
        return sge.Is(this=sge.paren(arg, copy=False), expression=sge.Null())

    def visit_FloorDivide(self, _op: Any, *, left: Any, right: Any) -> Any:
        """Divide whole numbers downwards, by whole numbers above zero, without any fraction."""
        left, right = sge.paren(left, copy=False), _above_zero(right)
        below = sge.LT(this=sge.Mod(this=left, expression=right), expression=_ZERO)
        less = sge.Case(ifs=[sge.If(this=below, true=_ONE)], default=_ZERO)
        return sge.paren(sge.Sub(this=self.quotient(left, right), expression=less), copy=False)

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide whole numbers towards zero."""
        return sge.Div(this=left, expression=right, typed=True, safe=False)

    def visit_Modulus(self, _op: Any, *, left: Any, right: Any) -> Any:
        """Return the rest of a division of whole numbers, with the sign of the dividend."""
        return sge.Mod(this=sge.paren(left, copy=False), expression=_above_zero(right))

    def visit_Not(self, _op: Any, *, arg: Any) -> Any:
        """Negate; what is negated twice is as it was."""
        if isinstance(arg, sge.Not) and isinstance(arg.this, sge.Paren):
            return arg.this.this
        return sge.Not(this=sge.paren(arg, copy=False))

    def visit_And(self, op: Any, *, left: Any, right: Any) -> Any:
        """Join by and; what is always true changes nothing."""
        if _is_true(left):
            return right
        return left if _is_true(right) else super().visit_And(op, left=left, right=right)  # type: ignore[misc]

    def visit_StringConcat(self, _op: Any, *, arg: Any) -> Any:
        """Join texts; the result is null if one of them is."""
        return self.joined([text for text in arg if text != _EMPTY])

    def joined(self, texts: list[Any]) -> Any:
        """Join texts by the operator of the standard."""
        return reduce(lambda first, text: sge.DPipe(this=first, expression=text), texts)

    def visit_Substring(self, op: Any, *, arg: Any, start: Any, length: Any) -> Any:
        """Return a part of a text; the first letter has the number 1."""
        del op
        first = simplify(sge.Add(this=start, expression=_ONE))
        return sge.Substring(this=arg, start=first, length=length)


class Counted:
    """Days that are counted as whole numbers; with an interval a day would become a time."""

    __slots__ = ()
    cast: Any

    def visit_DateTruncate(self, op: Any, *, arg: Any, unit: Any) -> Any:
        """Return the first day of a year, which is a day and not a time."""
        return self.cast(super().visit_DateTruncate(op, arg=arg, unit=unit), op.dtype)  # type: ignore[misc]

    def visit_DateAdd(self, op: Any, *, left: Any, right: Any) -> Any:
        """Add days."""
        del right
        return sge.Add(this=sge.paren(left, copy=False), expression=_days(op))

    def visit_DateSub(self, op: Any, *, left: Any, right: Any) -> Any:
        """Subtract days."""
        del right
        return sge.Sub(this=sge.paren(left, copy=False), expression=_days(op))


def _days(op: Any) -> Any:
    """Return the days of an interval that is added."""
    return sge.Literal.number(op.right.value)
