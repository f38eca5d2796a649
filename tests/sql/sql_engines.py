"""The database engines that the tests run queries on, each with a register of its own."""

import os
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

import duckdb
import polars as pl
import psycopg
import pymysql

#: No query of the tests may run longer.
SECONDS: Final = 60
POSTGRESQL: Final = os.environ.get(
    "GANSU_REEMPLOYMENT_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"
)
MARIADB: Final = os.environ.get("GANSU_REEMPLOYMENT_TEST_MARIADB", "mariadb://root@127.0.0.1:3306")
#: The errors of a server that does not answer.
SERVERS: Final = (psycopg.OperationalError, pymysql.err.OperationalError)
TABLE: Final = "sql_register"


class Engine:
    """An engine that holds one register."""

    connection: Any

    def run(self, statement: str) -> Any:
        """Run a statement, and return its cursor."""
        return self.connection.execute(statement)

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        raise NotImplementedError

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Return the rows that a query gives, as Python values."""
        found = self.run(query)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def columns_of(frame: pl.DataFrame, kinds: Mapping[Any, str], quote: str = '"') -> str:
    """Return the columns of a frame as a table declares them."""
    held = {name: kinds[kind.base_type()] for name, kind in frame.schema.items()}
    return ", ".join(f"{quote}{name}{quote} {kind}" for name, kind in held.items())


class DuckDB(Engine):
    """DuckDB in memory."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.run("SET threads = 1")

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        self.connection.register("given", frame.to_arrow())
        self.run(f"CREATE OR REPLACE TABLE {TABLE} AS SELECT * FROM given")


class SQLite(Engine):
    """SQLite in memory: days are texts, yes and no are 1 and 0."""

    KINDS: Final = {pl.Int64: "INTEGER", pl.Boolean: "INTEGER", pl.Date: "TEXT", pl.String: "TEXT"}

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        self.run(f"DROP TABLE IF EXISTS {TABLE}")
        self.run(f"CREATE TABLE {TABLE} ({columns_of(frame, self.KINDS)})")
        marks = ", ".join("?" * frame.width)
        rows = [tuple(map(_as_text, row)) for row in frame.rows()]
        self.connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", rows)


def _as_text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class PostgreSQL(Engine):
    """The PostgreSQL server that `.ci/postgresql` starts; the table is temporary."""

    KINDS: Final = {
        pl.Int64: "bigint",
        pl.Float64: "double precision",
        pl.Boolean: "boolean",
        pl.Date: "date",
        pl.String: "text",
        pl.Decimal: "numeric(16, 2)",
    }

    def __init__(self) -> None:
        self.connection = psycopg.connect(POSTGRESQL, connect_timeout=3, autocommit=True)
        self.run(f"SET statement_timeout = '{SECONDS}s'")
        self.run("SET jit = off")

    def run(self, statement: str) -> Any:
        """Run a statement, and return its cursor."""
        return self.connection.execute(statement.encode())

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        self.run(f"DROP TABLE IF EXISTS {TABLE}")
        self.run(f"CREATE TEMPORARY TABLE {TABLE} ({columns_of(frame, self.KINDS)})")
        with self.connection.cursor().copy(f"COPY {TABLE} FROM STDIN") as copy:
            for row in frame.rows():
                copy.write_row(row)


class MariaDB(Engine):
    """A MariaDB server; the table is temporary."""

    KINDS: Final = {
        pl.Int64: "BIGINT",
        pl.Boolean: "BOOLEAN",
        pl.Date: "DATE",
        pl.String: "VARCHAR(60)",
        pl.Decimal: "DECIMAL(16, 2)",
    }

    def __init__(self) -> None:
        url = urlsplit(MARIADB)
        self.connection = pymysql.connect(
            host=url.hostname,
            port=url.port or 3306,
            user=url.username,
            password=url.password or "",
            charset="utf8mb4",
            connect_timeout=3,
            autocommit=True,
        )
        self.run("CREATE DATABASE IF NOT EXISTS sql_tests CHARACTER SET utf8mb4")
        self.run("USE sql_tests")
        self.run(f"SET max_statement_time = {SECONDS}")

    def run(self, statement: str) -> Any:
        """Run a statement, and return its cursor."""
        cursor = self.connection.cursor()
        cursor.execute(statement)
        return cursor

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        self.run(f"DROP TEMPORARY TABLE IF EXISTS {TABLE}")
        self.run(f"CREATE TEMPORARY TABLE {TABLE} ({columns_of(frame, self.KINDS, '`')})")
        marks = ", ".join(["%s"] * frame.width)
        with self.connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", frame.rows())


ENGINES: Final[Mapping[str, type[Engine]]] = {
    "duckdb": DuckDB,
    "sqlite": SQLite,
    "postgresql": PostgreSQL,
    "mysql": MariaDB,
}
