"""The text of a query: the same for every engine but its words, and refused where it would lie."""

import builtins
import re
import sqlite3
from contextlib import closing
from datetime import date
from typing import Any, Final

import pytest
import sqlglot
from agreement import columns
from attrs import evolve

from gansu_reemployment.columns.sql import dialects, query
from gansu_reemployment.columns.sql.dialects import DIALECTS
from gansu_reemployment.columns.sql.sqlite_check import check_sqlite
from gansu_reemployment.errors import (
    ColumnsError,
    DateError,
    MissingExtraError,
    SqlError,
    UnknownNameError,
)

DAY: Final = date(2003, 7, 1)
#: The dialects by their names in sqlglot.
READERS: Final = {name: name for name in DIALECTS} | {"postgresql": "postgres", "sqlserver": "tsql"}
#: PostgreSQL cuts longer names off.
LONGEST_NAME: Final = 63


@pytest.mark.parametrize("measure", ["hardship", "loan_terms", "collection_offset"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect(dialect: str, measure: str) -> None:
    """A query is written for each engine, and a reader of its SQL reads it as one query."""
    text = columns.sql(measure, on=DAY, dialect=dialect, keep=["id"], money="fen")
    statements: list[Any] = sqlglot.parse(text, read=READERS[dialect])
    (parsed,) = statements
    names = [column.alias_or_name for column in parsed.selects]
    assert ["id", *columns.question(measure, on=DAY, money="fen").general.added] == names
    assert max(map(len, re.findall(r'"(\w+)"', text)), default=0) <= LONGEST_NAME


@pytest.mark.parametrize("dialect", ["sqlite", "oracle", "sqlserver", "clickhouse", "spark"])
def test_yuan_are_refused_where_decimals_are_not_exact(dialect: str) -> None:
    """The error says what to do; a measure without amounts needs no form of amounts."""
    with pytest.raises(SqlError, match=r"whole fen only.*money='fen'"):
        columns.sql("income_tax", on=DAY, dialect=dialect)
    assert columns.sql("hardship", on=DAY, dialect=dialect)


def test_a_long_query_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that would plan for minutes is named, with both lengths; DuckDB has no bound."""
    short = {name: evolve(d, longest=d.longest and 500) for name, d in DIALECTS.items()}
    monkeypatch.setattr(dialects, "DIALECTS", short)
    with pytest.raises(SqlError, match=r"have \d{4,} characters, and PostgreSQL .* more than 500"):
        columns.sql("hardship", on=DAY, dialect="postgresql")
    assert columns.sql("hardship", on=DAY, dialect="duckdb")


def test_what_sqlite_cannot_read_is_refused() -> None:
    """SQLite's own words are in the error, with its version."""
    deep = "(" * 2000 + "1" + ")" * 2000
    with pytest.raises(SqlError, match=rf"SQLite {re.escape(sqlite3.sqlite_version)} cannot read"):
        check_sqlite(f'WITH a AS (SELECT "n"\nFROM "t"\n) SELECT {deep} FROM a', '"t"', ['"n"'])


def test_what_ibis_lacks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No error of another library leaves a call."""
    from ibis.backends.sql.compilers.base import SQLGlotCompiler

    from gansu_reemployment.columns.sql._compilers import DuckDB

    monkeypatch.setattr(DuckDB, "visit_SearchedCase", SQLGlotCompiler.visit_Undefined)
    with pytest.raises(SqlError, match=r"by a query for DuckDB: .*SearchedCase"):
        columns.sql("hardship", on=DAY, dialect="duckdb")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names what to install."""
    load = builtins.__import__

    def lacking(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "ibis":
            raise ModuleNotFoundError(name, name=name)
        return load(name, *args, **kwargs)

    query._stages.cache_clear()
    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(MissingExtraError, match=r"ibis.*gansu-reemployment\[sql\]"):
        columns.sql("issue_rate", on=DAY, dialect="duckdb")


def test_unknown_dialects_and_measures() -> None:
    """The names that are near are in the error."""
    with pytest.raises(UnknownNameError, match=r"no SQL dialect postgres\. .*postgresql"):
        columns.sql("hardship", on=DAY, dialect="postgres")
    with pytest.raises(UnknownNameError, match="no measure over columns hardshi"):
        columns.sql("hardshi", on=DAY, dialect="sqlite")


def test_names_are_quoted() -> None:
    """A schema precedes the table, and no name can end its quotes."""
    text = columns.sql("hardship", on=DAY, dialect="postgresql", table='own.people"; --')
    assert '\nFROM "own"."people""; --"\n' in text


def test_facts_without_a_column() -> None:
    """A fact with a default may have no column, or one that is usually in order; others must."""
    asked: dict[str, Any] = {"on": DAY, "dialect": "sqlite", "money": "fen", "lacks": ["healthy"]}
    text = columns.sql("loan_terms", in_order=True, **asked)
    assert '"healthy"' not in text
    assert "'healthy' AS \"loan_terms_presumed\"" in text
    with pytest.raises(ColumnsError, match="healthy: this fact has no default"):
        columns.sql("loan_terms", **asked)
    with pytest.raises(UnknownNameError, match=r"no fact helthy\. .*healthy"):
        columns.sql("loan_terms", in_order=True, **(asked | {"lacks": ["helthy"]}))


@pytest.mark.parametrize("day", ["2003-13-01", "2003-7-1x", "2003年13月1日"])
def test_a_mistyped_day_is_no_column(day: str) -> None:
    """A text that begins as a day is not taken for the name of a column."""
    with pytest.raises(DateError):
        columns.sql("hardship", on=day, dialect="sqlite")
    assert '"on_day"' in columns.sql("hardship", on="on_day", dialect="sqlite")


def test_a_view() -> None:
    """In the database of an office a view is the assessed register."""
    text = columns.sql("issue_rate", on=DAY, dialect="sqlite", keep=["id"], table="counted")
    names = ", ".join(column.name for column in columns.schema("issue_rate"))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE counted (id, {names})")
        connection.execute(f"CREATE VIEW assessed AS {text}")
        connection.execute("INSERT INTO counted (id) VALUES (7)")
        ((key, missing),) = connection.execute("SELECT id, issue_rate_missing FROM assessed")
    assert (7, ";".join(column.name for column in columns.schema("issue_rate"))) == (key, missing)
