"""The compiler of each engine (各数据库的编译): those of Ibis, made exact.

Where an engine does without what Ibis's own library adds to it, the compilers here write it in the
engine's words.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

import ibis.expr.datatypes as dt
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.base import SQLGlotCompiler
from ibis.backends.sql.compilers.clickhouse import ClickHouseCompiler
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.backends.sql.compilers.mssql import MSSQLCompiler
from ibis.backends.sql.compilers.mysql import MySQLCompiler
from ibis.backends.sql.compilers.oracle import OracleCompiler
from ibis.backends.sql.compilers.postgres import PostgresCompiler
from ibis.backends.sql.compilers.pyspark import PySparkCompiler
from ibis.backends.sql.compilers.sqlite import SQLiteCompiler

from gansu_reemployment.columns.sql.exact import Counted, Exact, concat, is_null

#: Where year, month and day are in yyyymmdd, and their lengths.
_YMD: Final = ((1, 4), (5, 2), (7, 2))


def _dashed(text: Any) -> list[Any]:
    """Return the parts of yyyymmdd with dashes between them."""
    number = sge.Literal.number
    year, month, day = (
        sge.Substring(this=text, start=number(first), length=number(length))
        for first, length in _YMD
    )
    return [year, sge.convert("-"), month, sge.convert("-"), day]


class Postgres(Counted, Exact, PostgresCompiler):
    """PostgreSQL."""

    __slots__ = ()


class MySQL(Exact, MySQLCompiler):
    """MySQL and MariaDB."""

    __slots__ = ()
    joined = concat

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide what is divisible: ``/`` gives decimals, which a conversion would round."""
        rest = sge.Mod(this=left, expression=right)
        whole = sge.paren(sge.Sub(this=left, expression=rest), copy=False)
        return self.cast(sge.Div(this=whole, expression=right, typed=False, safe=True), dt.int64)

    def visit_Cast(self, op: Any, *, arg: Any, to: Any) -> Any:
        """Convert a value, unless it is a null or the type is yes and no."""
        if is_null(arg) or to.is_boolean():
            return arg
        return super().visit_Cast(op, arg=arg, to=to)

    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:
        """Write a decimal as it is; a conversion would cut off its decimals."""
        if dtype.is_decimal():
            return sge.Literal.number(str(value))
        return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

    def visit_InValues(self, op: Any, *, value: Any, options: Any) -> Any:
        """Compare texts letter by letter, as ``=`` does: ``A`` is not ``a``."""
        if op.value.dtype.is_string():
            value = sge.Cast(this=value, to=sge.DataType(this=sge.DataType.Type.BINARY))
        return value.isin(*options)


class SQLite(Exact, SQLiteCompiler):
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
        return self.joined(_dashed(arg))


class DuckDB(Counted, Exact, DuckDBCompiler):
    """DuckDB."""

    __slots__ = ()

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide by ``//``: ``/`` gives floating point."""
        return sge.IntDiv(this=left, expression=right)

    def visit_StringToDate(self, _op: Any, *, arg: Any, format_str: Any) -> Any:
        """Read a day."""
        return self.cast(self.f.anon.strptime(arg, format_str), dt.date)


class Oracle(Counted, Exact, OracleCompiler):
    """Oracle, which has neither whole numbers nor yes and no, and joins a null as nothing."""

    __slots__ = ()

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide decimals, and cut the fraction off."""
        return self.f.anon.trunc(sge.Div(this=left, expression=right, typed=True, safe=False))

    def joined(self, texts: list[Any]) -> Any:
        """Join texts; the result is null if one of them is."""
        open_ = [text for text in texts if not _is_text(text)]
        found = super().joined(texts)
        if not open_:
            return found
        unknown = [sge.Is(this=sge.paren(text), expression=sge.Null()) for text in open_]
        known = sge.If(this=reduce(_either, unknown), true=sge.Null())
        return sge.Case(ifs=[known], default=found)

    def visit_ExtractDayOfYear(self, _op: Any, *, arg: Any) -> Any:
        """Return the number of a day in its year."""
        return self.f.anon.to_number(self.f.anon.to_char(arg, "DDD"))


def _is_text(term: Any) -> bool:
    """Return whether a term is a text in every row: a plain one, or a choice with a plain rest."""
    if isinstance(term, sge.DPipe):
        return _is_text(term.this) and _is_text(term.expression)
    chosen = term.args.get("default") if isinstance(term, sge.Case) else term
    return isinstance(chosen, sge.Literal)


def _either(first: Any, second: Any) -> Any:
    return sge.Or(this=first, expression=second)


class SQLServer(Exact, MSSQLCompiler):
    """SQL Server, which has no yes and no."""

    __slots__ = ()

    def to_sqlglot(self, expr: Any, *, limit: Any = None, params: Any = None) -> Any:
        """Compile a stage; Ibis would turn an unknown yes or no into a no."""
        return SQLGlotCompiler.to_sqlglot(self, expr, limit=limit, params=params)

    def visit_DefaultLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:
        """Write a literal; a text in Chinese is one of Unicode."""
        if dtype.is_string() and not value.isascii():
            return sge.National(this=value)
        return super().visit_DefaultLiteral(op, value=value, dtype=dtype)

    def visit_StringToDate(self, _op: Any, *, arg: Any, format_str: Any) -> Any:
        """Read yyyymmdd, which every setting of the server reads alike."""
        del format_str
        return self.cast(arg, dt.date)


class ClickHouse(Counted, Exact, ClickHouseCompiler):
    """ClickHouse, whose usual days begin in 1970: here they are the longer ones."""

    __slots__ = ()
    joined = concat
    visit_DateTruncate = ClickHouseCompiler.visit_DateTruncate  # noqa: N815 - an operation of Ibis

    def quotient(self, left: Any, right: Any) -> Any:
        """Divide by ``intDiv``: ``/`` gives floating point."""
        return self.f.anon.intDiv(left, right)

    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:
        """Write a literal; a day may be before 1970."""
        if dtype.is_date():
            return self.f.anon.toDate32(value.isoformat())
        return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

    def visit_Cast(self, op: Any, *, arg: Any, to: Any) -> Any:
        """Convert; a day may be before 1970."""
        if to.is_date():
            return self.f.anon.toDate32(arg)
        return super().visit_Cast(op, arg=arg, to=to)

    def visit_StringToDate(self, _op: Any, *, arg: Any, format_str: Any) -> Any:
        """Read yyyymmdd."""
        del format_str
        return self.f.anon.toDate32(self.joined(_dashed(arg)))


class Spark(Exact, PySparkCompiler):
    """Spark."""

    __slots__ = ()
    joined = concat

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
