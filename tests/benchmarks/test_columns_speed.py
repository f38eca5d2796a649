"""Speed of every measure over columns, beside hand-written Polars and NumPy, and of what is around.

Run with ``pytest tests/benchmarks --benchmark-enable --dist=no``; the number in brackets is the
ratio to the fastest of its group. ``GANSU_REEMPLOYMENT_ROWS`` sets the number of rows, such as
10000000.
"""

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl
import pytest
import registers
from pytest_benchmark.fixture import BenchmarkFixture
from references import REFERENCES
from registers import DAY

from gansu_reemployment import Bureau, Group, Worker
from gansu_reemployment.ledger import read_facts
from gansu_reemployment.plugins.loading import load_host

#: Few rows where the tests only run once, a million where they are timed.
ROWS: Final = int(os.environ.get("GANSU_REEMPLOYMENT_ROWS", "0"))
#: The group in which every measure stands beside the same rule by hand.
BESIDE: Final = "each measure beside the same by hand"
TEXT: Final = json.dumps(
    {
        "sex": "female",
        "born_on": "1963-03-01",
        "group": "laid_off_soe",
        "able": True,
        "willing": True,
        "employed": False,
        "retired": False,
        "internally_retired": False,
    }
)

bureau = Bureau.of("天水市")


@pytest.fixture(name="rows")
def _rows(benchmark: BenchmarkFixture) -> int:
    return ROWS or (1_000_000 if benchmark.enabled else 10_000)


@pytest.mark.parametrize("measure", REFERENCES)
def test_columns(benchmark: BenchmarkFixture, measure: str, rows: int) -> None:
    """A measure beside the same columns by hand, which are equal to the last text."""
    benchmark.group = BESIDE
    reference = REFERENCES[measure]
    if not reference.is_installed:
        pytest.skip("its law is that of a plugin")
    columns = Bureau.of(reference.place).columns
    work = partial(columns.work, measure, on=reference.day, money="fen")
    assert rows == benchmark(work, reference.register(rows)).height
    frame = reference.register(10_000)
    result, expected = work(frame), reference.polars(frame)
    assert expected.equals(result.select(expected.columns))
    assert {name for name in result.columns if name.startswith(measure)} <= {*expected.columns}
    for name, values in reference.numpy(frame).items():
        assert values.tolist() == result[name].to_physical().to_list()


@pytest.mark.parametrize("measure", REFERENCES)
@pytest.mark.parametrize("way", ["polars", "numpy"])
def test_columns_by_hand(benchmark: BenchmarkFixture, measure: str, way: str, rows: int) -> None:
    """The references: hand-written Polars expressions, and NumPy."""
    benchmark.group = BESIDE
    reference = REFERENCES[measure]
    frame = reference.register(rows)
    assert benchmark(getattr(reference, way), frame) is not None


@pytest.mark.benchmark(group="hardship by engine")
@pytest.mark.parametrize("engine", ["polars", "polars lazy", "pyarrow", "pandas", "duckdb"])
def test_by_engine(benchmark: BenchmarkFixture, engine: str, rows: int) -> None:
    """The same classification on each engine, results fetched."""
    frame = registers.people(rows)
    ways: dict[str, Callable[[], Any]] = {
        "polars": lambda: frame,
        "polars lazy": frame.lazy,
        "pyarrow": frame.to_arrow,
        "pandas": lambda: frame.to_pandas(use_pyarrow_extension_array=True),
        "duckdb": lambda: duckdb.from_arrow(frame.to_arrow()),
    }
    given = ways[engine]()

    def fetched() -> int:
        result: Any = bureau.columns.hardship(given, on=DAY)
        if isinstance(result, pl.LazyFrame):
            result = result.collect()
        if isinstance(result, duckdb.DuckDBPyRelation):
            result = result.to_arrow_table()
        return len(result)

    assert rows == benchmark(fetched)


@pytest.mark.benchmark(group="hardship as rows grow")
@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000])
def test_growth(benchmark: BenchmarkFixture, size: int, rows: int) -> None:
    """The cost of the classification as rows grow: in proportion to them."""
    if benchmark.enabled and size > rows * 5:
        pytest.skip(f"{size} rows are more than five times what is asked for")
    size = min(size, rows * 5)
    frame = registers.people(size)
    assert size == benchmark(bureau.columns.hardship, frame, on=DAY).height


@pytest.mark.benchmark(group="text in, explained text out")
def test_json_text(benchmark: BenchmarkFixture) -> None:
    """JSON text of facts in, JSON text of the explained outcome out."""

    def answered() -> str:
        worker = read_facts(Worker, json.loads(TEXT))
        return bureau.hardship(worker, on=DAY).as_json_text()

    told = json.loads(benchmark(answered))
    assert ("decided", "older") == (told["status"], told["value"])


@pytest.mark.benchmark(group="a stream of explained cases")
def test_stream_of_cases(benchmark: BenchmarkFixture, rows: int) -> None:
    """Cases with their reasons, one after the other; none of them is kept."""
    worker = read_facts(Worker, json.loads(TEXT))

    def worked(number: int) -> int:
        return sum(bureau.hardship(worker, on=DAY).value is Group.OLDER for _ in range(number))

    worked(1_000)
    tracemalloc.start()
    worked(1_000)
    few = tracemalloc.get_traced_memory()[1]
    worked(10_000)
    many = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert many < few + 50_000
    timed: Any = benchmark
    assert rows == timed.pedantic(worked, (rows,), rounds=1)


@pytest.mark.benchmark(group="until a bureau is ready")
@pytest.mark.parametrize(
    "code",
    ["pass", "import gansu_reemployment", "from gansu_reemployment import Bureau; Bureau.of()"],
)
def test_start(benchmark: BenchmarkFixture, code: str) -> None:
    """A new process: a bare start, the import, a bureau with every region and plugin."""
    done = benchmark(subprocess.run, [sys.executable, "-c", code], check=True)
    assert 0 == done.returncode


@pytest.mark.benchmark(group="until a bureau is ready")
def test_load(benchmark: BenchmarkFixture) -> None:
    """Loading every plugin, the modules being there."""
    assert benchmark(load_host).plugins


@pytest.mark.benchmark(group="a file through Parquet")
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_stream_parquet(
    benchmark: BenchmarkFixture, tmp_path: Path, engine: Any, rows: int
) -> None:
    """A file through the classification into a file."""
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    registers.people(rows).write_parquet(source)
    work = bureau.columns.stream_parquet
    assert rows == benchmark(work, source, target, "hardship", on=DAY, engine=engine)
