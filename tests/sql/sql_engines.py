"""The database engines that the tests run queries on, each with a register of its own."""

import os
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Protocol

import duckdb
import polars as pl

#: No query of the tests may run longer.
SECONDS: Final = 60
POSTGRESQL: Final = os.environ.get(
    "GANSU_REEMPLOYMENT_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"
)
TABLE: Final = "sql_register"


class Engine(Protocol):
    """An engine that holds one register."""

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Return the rows that a query gives, as Python values."""


def _kinds(frame: pl.DataFrame, kinds: Mapping[Any, str], quote: str = '"') -> str:
    held = {name: kinds[kind.base_type()] for name, kind in frame.schema.items()}
    return ", ".join(f"{quote}{name}{quote} {kind}" for name, kind in held.items())


class DuckDB:
    """DuckDB in memory."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")

    def load(self, frame: pl.DataFrame) -> None:
        self.connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
        self.connection.register("given", frame.to_arrow())
        self.connection.execute(f"CREATE TABLE {TABLE} AS SELECT * FROM given")

    def rows(self, query: str) -> list[dict[str, Any]]:
        found = self.connection.execute(query)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


class SQLite:
    """SQLite in memory: days are texts, yes and no are 1 and 0."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")

    def load(self, frame: pl.DataFrame) -> None:
        kinds = {pl.Int64: "INTEGER", pl.Boolean: "INTEGER", pl.Date: "TEXT", pl.String: "TEXT"}
        self.connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
        self.connection.execute(f"CREATE TABLE {TABLE} ({_kinds(frame, kinds)})")
        marks = ", ".join("?" * frame.width)
        rows = [tuple(map(_as_text, row)) for row in frame.rows()]
        self.connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", rows)

    def rows(self, query: str) -> list[dict[str, Any]]:
        found = self.connection.execute(query)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _as_text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class PostgreSQL:
    """The PostgreSQL server that `.ci/postgresql` starts; the table is temporary."""

    def __init__(self) -> None:
        import psycopg

        self.connection = psycopg.connect(POSTGRESQL, connect_timeout=3, autocommit=True)
        self.connection.execute(f"SET statement_timeout = '{SECONDS}s'")
        self.connection.execute("SET jit = off")

    def load(self, frame: pl.DataFrame) -> None:
        kinds = {
            pl.Int64: "bigint",
            pl.Boolean: "boolean",
            pl.Date: "date",
            pl.String: "text",
            pl.Decimal: "numeric(16, 2)",
        }
        self.connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
        self.connection.execute(f"CREATE TEMPORARY TABLE {TABLE} ({_kinds(frame, kinds)})")
        with self.connection.cursor().copy(f"COPY {TABLE} FROM STDIN") as copy:
            for row in frame.rows():
                copy.write_row(row)

    def rows(self, query: str) -> list[dict[str, Any]]:
        found = self.connection.execute(query.encode())
        names = [column.name for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


class MariaDB:
    """The MariaDB server of this machine; the table is temporary."""

    def __init__(self) -> None:
        import pymysql

        self.connection = pymysql.connect(
            host="127.0.0.1", user="root", charset="utf8mb4", connect_timeout=3, autocommit=True
        )
        self.cursor = self.connection.cursor()
        self.cursor.execute("CREATE DATABASE IF NOT EXISTS sql_tests CHARACTER SET utf8mb4")
        self.cursor.execute("USE sql_tests")
        self.cursor.execute(f"SET max_statement_time = {SECONDS}")

    def load(self, frame: pl.DataFrame) -> None:
        kinds = {
            pl.Int64: "BIGINT",
            pl.Boolean: "BOOLEAN",
            pl.Date: "DATE",
            pl.String: "VARCHAR(60)",
            pl.Decimal: "DECIMAL(16, 2)",
        }
        self.cursor.execute(f"DROP TEMPORARY TABLE IF EXISTS {TABLE}")
        self.cursor.execute(f"CREATE TEMPORARY TABLE {TABLE} ({_kinds(frame, kinds, '`')})")
        marks = ", ".join(["%s"] * frame.width)
        self.cursor.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", frame.rows())

    def rows(self, query: str) -> list[dict[str, Any]]:
        self.cursor.execute(query)
        names = [column[0] for column in self.cursor.description]
        return [dict(zip(names, row, strict=True)) for row in self.cursor.fetchall()]


ENGINES: Final[Mapping[str, type[Engine]]] = {
    "duckdb": DuckDB,
    "sqlite": SQLite,
    "postgresql": PostgreSQL,
    "mysql": MariaDB,
}
