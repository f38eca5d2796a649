"""Speed of appending to a ledger, beside a bare ``executemany`` of the same rows.

Run with ``pytest tests/benchmarks/test_ledger_speed.py --benchmark-enable``; the number in
brackets is the ratio to the fastest of its group. The bare rows go into a table of the same
columns with its key, in one synced transaction, but with no check of what stands there, no
triggers and no further indices.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment.ledger import Case, Ledger, open_ledger
from gansu_reemployment.ledger.rows import CASES
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.testing import make_case

SIZE = 5_000
VARIABLE = "GANSU_REEMPLOYMENT_TEST_POSTGRESQL"
NEAR = "postgresql://postgres@127.0.0.1:5432/postgres"
NAMES = ", ".join(CASES.columns)
TABLE = f"CREATE TABLE bare ({NAMES.replace(',', ' TEXT,')} TEXT, PRIMARY KEY (key))"
TURNS = count()


def batch() -> list[Case]:
    """Make a batch of new cases."""
    turn = next(TURNS)
    return [
        make_case(f"{turn}-{number}", "employed", subject=f"{number}") for number in range(SIZE)
    ]


def rows() -> list[tuple[Any, ...]]:
    """Make the rows of a batch of new cases, as they are entered."""
    return [CASES.row(case) for case in batch()]


def run(benchmark: BenchmarkFixture, make: Callable[[], Any], enter: Callable[[Any], None]) -> None:
    """Time entering alone: each round enters new cases, made before it begins."""
    benchmark.pedantic(enter, setup=lambda: ((make(),), {}), rounds=5)  # type: ignore[no-untyped-call]
    if benchmark.stats:
        benchmark.extra_info["per second"] = round(SIZE / benchmark.stats.stats.mean)


@pytest.fixture(name="sqlite")
def _sqlite(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger in a new file."""
    with open_ledger(f"sqlite:///{tmp_path}/cases.db") as ledger:
        yield ledger


@pytest.fixture(name="schema")
def _schema() -> Iterator[str]:
    """Give the URL of a new schema on a PostgreSQL server, or skip."""
    psycopg = pytest.importorskip("psycopg", reason="the PostgreSQL plugin is not installed")
    url = os.environ.get(VARIABLE, NEAR)
    try:
        server = psycopg.connect(url, connect_timeout=2, autocommit=True)
    except psycopg.OperationalError as error:
        if VARIABLE in os.environ:
            raise
        pytest.skip(f"no PostgreSQL server: {VARIABLE} is not set, and {NEAR}: {error}")
    name = f"speed_{os.getpid()}"
    with server:
        server.execute(f"CREATE SCHEMA {name}")
        yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"
        server.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture(name="postgresql")
def _postgresql(schema: str) -> Iterator[Ledger]:
    """Give a ledger in a new schema."""
    ledgers = load_host().ledgers
    if "postgresql" not in ledgers:
        pytest.skip("the PostgreSQL plugin is not installed")
    with open_ledger(schema, ledgers) as ledger:
        yield ledger


@pytest.mark.benchmark(group="append 5,000 cases to SQLite")
def test_sqlite(benchmark: BenchmarkFixture, sqlite: Ledger) -> None:
    """The ledger: checked, idempotent, append-only, with indices."""
    run(benchmark, batch, lambda cases: assert_added(sqlite, cases))


@pytest.mark.benchmark(group="append 5,000 cases to SQLite")
def test_sqlite_bare(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The reference: the same rows by executemany."""
    bare = sqlite3.connect(tmp_path / "bare.db")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute(TABLE)

    def enter(values: list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(values[0]))
        sql = f"INSERT INTO bare VALUES ({marks})"  # noqa: S608 - marks alone
        with bare:
            bare.executemany(sql, values)

    run(benchmark, rows, enter)
    entered = bare.execute("SELECT count(*) FROM bare").fetchone()[0]
    bare.close()
    assert 0 == entered % SIZE < entered


@pytest.mark.benchmark(group="append 5,000 cases to PostgreSQL")
def test_postgresql(benchmark: BenchmarkFixture, postgresql: Ledger) -> None:
    """The ledger: checked, idempotent, append-only, with indices."""
    run(benchmark, batch, lambda cases: assert_added(postgresql, cases))


@pytest.mark.benchmark(group="append 5,000 cases to PostgreSQL")
def test_postgresql_bare(benchmark: BenchmarkFixture, schema: str) -> None:
    """The reference: the same rows by executemany."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(schema) as bare:
        bare.execute(TABLE)
        bare.commit()

        def enter(values: list[tuple[Any, ...]]) -> None:
            with bare.cursor() as cursor:
                marks = ", ".join(["%s"] * len(values[0]))
                sql = f"INSERT INTO bare VALUES ({marks})"  # noqa: S608 - marks alone
                cursor.executemany(sql, values)
            bare.commit()

        run(benchmark, rows, enter)
        entered = bare.execute("SELECT count(*) FROM bare").fetchone()[0]
    assert 0 == entered % SIZE < entered


def assert_added(ledger: Ledger, cases: list[Case]) -> None:
    """Enter a batch, all of it new."""
    assert SIZE == ledger.append(cases).added
