"""The compilers of Ibis, made exact (精确编译): whole numbers stay whole, and nulls stay nulls.

Ibis divides whole numbers by floating point, leaves a null without a type where an engine guesses
one, and does without what its library adds to an engine. The compilers here differ in that only.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

import ibis.expr.datatypes as dt
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.clickhouse import ClickHouseCompiler
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.backends.sql.compilers.mssql import MSSQLCompiler
from ibis.backends.sql.compilers.mysql import MySQLCompiler
from ibis.backends.sql.compilers.oracle import OracleCompiler
from ibis.backends.sql.compilers.postgres import PostgresCompiler
from ibis.backends.sql.compilers.pyspark import PySparkCompiler
from ibis.backends.sql.compilers.sqlite import SQLiteCompiler
from sqlglot.optimizer.simplify import simplify

_EMPTY: Final = sge.convert("")
_ZERO: Final = sge.Literal.number(0)
_ONE: Final = sge.Literal.number(1)


def _number(literal: Any) -> int | None:
    """Return the whole number of a literal, if it is one."""
    if isinstance(literal, sge.Literal) and not literal.is_string:
        return int(literal.this)
    return None


def _is_null(node: Any) -> bool:
    return isinstance(node, sge.Null)


def _is_true(node: Any) -> bool:
    return isinstance(node, sge.Boolean) and bool(node.this)


def _concat(_compiler: Any, texts: list[Any]) -> Any:
    """Join texts by a function, for engines in which the operator is another one."""
    return sge.Anonymous(this="CONCAT", expressions=texts)


def _above_zero(whole: Any) -> Any:
    """Return a divisor; zero is unknown, so that no stage stops at a row that needs no division."""
    if isinstance(whole, sge.Literal):
        return whole
    return sge.Nullif(this=whole, expression=_ZERO)


class _Exact:
    """What all engines have in common."""

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

    def visit_IfElse(
        self, op: Any, *, bool_expr: Any, true_expr: Any, false_null_expr: Any
    ) -> Any:
        """Write a choice; a comparison is null of itself where its term is."""
        unknown = isinstance(bool_expr, sge.Is) and _is_null(bool_expr.expression)
        if unknown and _is_null(true_expr) and isinstance(false_null_expr, sge.In):
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


class _Counted:
    """Days that are counted as whole numbers; with an interval a day would become a time."""

    __slots__ = ()

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


class Postgres(_Counted, _Exact, PostgresCompiler):
    """PostgreSQL."""

    __slots__ = ()


class MySQL(_Exact, MySQLCompiler):
    """MySQL and MariaDB."""

    __slots__ = ()
    joined = _concat

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide by ``DIV``: ``/`` gives decimals."""
        return sge.IntDiv(this=left, expression=right)

    def visit_Cast(self, op: Any, *, arg: Any, to: Any) -> Any:
        """Convert; there is no conversion to yes or no, nor of a null."""
        if _is_null(arg) or to.is_boolean():
            return arg
        return super().visit_Cast(op, arg=arg, to=to)

    def visit_InValues(self, op: Any, *, value: Any, options: Any) -> Any:
        """Compare texts letter by letter, as ``=`` does: ``A`` is not ``a``."""
        if op.value.dtype.is_string():
            value = sge.Cast(this=value, to=sge.DataType(this=sge.DataType.Type.BINARY))
        return value.isin(*options)


class SQLite(_Exact, SQLiteCompiler):
    """SQLite, whose days are texts."""

    __slots__ = ()

    def visit_DateAdd(self, op: Any, *, left: Any, right: Any) -> Any:
        """Add days."""
        del right
        return self.f.date(left, sge.convert(f"+{op.right.value} days"))

    def visit_DateSub(self, op: Any, *, left: Any, right: Any) -> Any:
        """Subtract days."""
        del right
        return self.f.date(left, sge.convert(f"-{op.right.value} days"))

    def visit_StringToDate(self, op: Any, *, arg: Any, format_str: Any) -> Any:
        """Read yyyymmdd."""
        del op, format_str
        year, month, day = (
            sge.Substring(this=arg, start=_at(first), length=_at(length)) for first, length in _YMD
        )
        return self.joined([year, sge.convert("-"), month, sge.convert("-"), day])


#: Where year, month and day are in yyyymmdd, and their lengths.
_YMD: Final = ((1, 4), (5, 2), (7, 2))


def _at(number: int) -> Any:
    return sge.Literal.number(number)


class DuckDB(_Counted, _Exact, DuckDBCompiler):
    """DuckDB."""

    __slots__ = ()

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide by ``//``: ``/`` gives floating point."""
        return sge.IntDiv(this=left, expression=right)

    def visit_StringToDate(self, _op: Any, *, arg: Any, format_str: Any) -> Any:
        """Read a day."""
        return self.cast(self.f.anon.strptime(arg, format_str), dt.date)


class Oracle(_Counted, _Exact, OracleCompiler):
    """Oracle."""

    __slots__ = ()


class SQLServer(_Exact, MSSQLCompiler):
    """SQL Server."""

    __slots__ = ()


class ClickHouse(_Exact, ClickHouseCompiler):
    """ClickHouse."""

    __slots__ = ()
    joined = _concat


class Spark(_Exact, PySparkCompiler):
    """Spark."""

    __slots__ = ()
    joined = _concat

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide by ``DIV``: ``/`` gives floating point."""
        return sge.IntDiv(this=left, expression=right)


#: The compilers by the names of the dialects.
COMPILERS: Final[Mapping[str, Any]] = {
    "postgresql": Postgres(),
    "mysql": MySQL(),
    "sqlite": SQLite(),
    "duckdb": DuckDB(),
    "oracle": Oracle(),
    "sqlserver": SQLServer(),
    "clickhouse": ClickHouse(),
    "spark": Spark(),
}
