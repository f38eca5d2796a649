"""Speed over frames that are not the simplest: with gaps, a column of days or of regions, in SQL.

The names of the tests are ``way-measure``; the report prints a way as so many times another one.
"""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

import duckdb
import polars as pl
import pytest
from by_hand import Reference
from by_hand_sql import QUERIES
from pytest_benchmark.fixture import BenchmarkFixture
from references import REFERENCES
from registers import cycle, days_after

from gansu_reemployment import Bureau
from gansu_reemployment.regions import Level

#: Few rows where the tests only run once, more where they are timed.
ROWS: Final = int(os.environ.get("GANSU_REEMPLOYMENT_ROWS", "0"))
#: The column of days, or of regions, beside those of the register.
KEY: Final = "key"
COUNTIES: Final = tuple(one.id for one in Bureau.of().host.regions if one.level is Level.COUNTY)
WAYS: Final = ("gaps", "gaps by hand", "one day", "days", "regions")
#: Values for columns that a register lacks, because the law of its own day does not ask for them.
OTHERS: Final[dict[str, Callable[[pl.Expr], pl.Expr]]] = {
    "Boolean": lambda n: n % 3 > 0,
    "Int64": lambda n: n % 24 + 1,
    "Decimal": lambda n: n * 7919 % 1_000_000 + 100,
    "Date": lambda n: days_after(date(2003, 1, 1), n * 31 % 900),
}


@pytest.fixture(name="rows")
def _rows(benchmark: BenchmarkFixture) -> int:
    return ROWS or (300_000 if benchmark.enabled else 1_000)


def gapped(frame: pl.DataFrame) -> pl.DataFrame:
    """Leave one value of twenty out of each column."""
    n = pl.int_range(frame.height)
    return frame.with_columns(
        pl.when((n * 7919 + 31 * place) % 20 > 0).then(pl.col(name)).alias(name)
        for place, name in enumerate(frame.columns)
    )


def keyed(reference: Reference, measure: str, rows: int, key: pl.Expr) -> pl.DataFrame:
    """Return a register with every column that any day or place asks for, and a key."""
    frame, n = reference.register(rows), pl.int_range(rows)
    schema = Bureau.of(reference.place).columns.schema(measure)
    lacking = [one for one in schema if not one.optional and one.name not in frame.columns]
    found = {
        one.name: cycle(one.codes, n) if one.codes else OTHERS[one.holds](n) for one in lacking
    }
    return frame.with_columns(**found, **{KEY: key})


@pytest.mark.benchmark(group="frames with gaps, days and regions")
@pytest.mark.parametrize("measure", REFERENCES)
@pytest.mark.parametrize("way", WAYS)
def test_frames(benchmark: BenchmarkFixture, way: str, measure: str, rows: int) -> None:
    """A measure over a frame with gaps, a column of days from 2003 to 2007, or 86 counties."""
    reference, n = REFERENCES[measure], pl.int_range(rows)
    if not reference.is_installed:
        pytest.skip("its law is that of a plugin")
    work = partial(Bureau.of(reference.place).columns.work, measure, money="fen")
    days = keyed(reference, measure, rows, days_after(date(2003, 7, 1), n * 7 % 1500))
    ways: dict[str, Callable[[], pl.DataFrame]] = {
        "gaps": partial(work, gapped(reference.register(rows)), on=reference.day),
        "gaps by hand": partial(reference.polars, gapped(reference.register(rows))),
        "one day": partial(work, days, on=reference.day),
        "days": partial(work, days, on=KEY),
        "regions": partial(
            work,
            keyed(reference, measure, rows, cycle(COUNTIES, n)),
            on=reference.day,
            region=KEY,
        ),
    }
    result = benchmark(ways[way])
    assert rows == result.height
    assert result[f"{measure}_missing"].null_count() < rows or "gaps" not in way


@pytest.mark.benchmark(group="DuckDB beside SQL by hand")
@pytest.mark.parametrize("measure", QUERIES)
@pytest.mark.parametrize("way", ["query", "relation", "SQL by hand"])
def test_sql(benchmark: BenchmarkFixture, way: str, measure: str, rows: int) -> None:
    """A measure by its query, over a relation, and by a query by hand, which are equal."""
    reference = REFERENCES[measure]
    columns, frame = Bureau.of(reference.place).columns, reference.register(rows)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        connection.execute("CREATE TABLE register AS SELECT * FROM frame")
        named: dict[str, Any] = {"on": reference.day, "money": "fen"}
        text = columns.sql(measure, dialect="duckdb", keep=frame.columns, **named)
        table = connection.table("register")
        ways: dict[str, Callable[[], Any]] = {
            "query": lambda: connection.sql(text),
            "relation": lambda: columns.work(measure, table, **named),
            "SQL by hand": lambda: connection.sql(QUERIES[measure]),
        }
        found = benchmark(lambda: ways[way]().to_arrow_table())
        assert connection.sql(text).to_arrow_table().equals(found.select(found.column_names))
