"""Speed of progress over 12 months of 3,000 counties, each working beside the same by hand.

Run with ``pytest tests/benchmarks --benchmark-enable --dist=no``; the number in brackets is the
ratio to the fastest of its group.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment import Bureau
from gansu_reemployment.measures.targets.progress import Count, Mark, Pace, rank

DAY = date(2003, 12, 31)
COUNTIES, MONTHS, TOLERANCE = 3_000, 12, 5
ROWS = COUNTIES * MONTHS


def counts() -> pl.DataFrame:
    """Make the table: every county in every month, about a twelfth of its target done in each."""
    number = pl.int_range(ROWS, eager=True)
    return pl.DataFrame({"county": number // MONTHS, "passed": number % MONTHS + 1}).with_columns(
        target=1_000 + pl.col("county") % 700,
        done=(80 + pl.col("county") % 19) * pl.col("passed"),
        parts=pl.lit(MONTHS, pl.Int64),
        tolerance=pl.lit(TOLERANCE, pl.Int64),
    )


def cases() -> list[Count]:
    """Make the same as facts."""
    columns = counts().drop("county")
    return [Count(**row) for row in columns.iter_rows(named=True)]


def bare(count: Count) -> Pace:
    """Give the pace by plain Python, without any explanation."""
    done, target, passed, parts = count.done, count.target, count.passed, count.parts
    assert done is not None
    assert target is not None
    assert passed is not None
    assert parts is not None
    expected = passed * target * 100
    reached, room = done * parts * 100, TOLERANCE * target * parts
    mark = Mark.BEHIND if reached + room < expected else Mark.ON_TIME
    return Pace(
        share=Fraction(done, target),
        elapsed=Fraction(passed, parts),
        forecast=Fraction(done * parts, passed),
        mark=Mark.AHEAD if reached > expected + room else mark,
    )


def bare_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the same columns by hand-written expressions."""
    done = pl.col("done") * pl.col("parts") * 100
    expected = pl.col("passed") * pl.col("target") * 100
    room = pl.col("tolerance") * pl.col("target") * pl.col("parts")
    late = pl.when(done + room < expected).then(pl.lit("behind")).otherwise(pl.lit("on_time"))
    forecast = pl.concat_str(pl.col("done") * pl.col("parts"), pl.lit("/"), pl.col("passed"))
    return frame.with_columns(
        progress_share=pl.concat_str("done", pl.lit("/"), "target"),
        progress_elapsed=pl.concat_str("passed", pl.lit("/"), "parts"),
        progress_forecast=forecast,
        progress_mark=pl.when(done > expected + room).then(pl.lit("ahead")).otherwise(late),
    )


@pytest.mark.benchmark(group="12 months of 3,000 counties, case by case")
def test_cases(benchmark: BenchmarkFixture) -> None:
    """36,000 explained cases."""
    bureau, facts = Bureau.of("甘肃省"), cases()

    found = benchmark(lambda: [bureau.progress(count, on=DAY).value for count in facts])
    assert [bare(count) for count in facts] == found


@pytest.mark.benchmark(group="12 months of 3,000 counties, case by case")
def test_cases_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: a bare function that only returns the pace."""
    facts = cases()

    assert ROWS == len(benchmark(lambda: [bare(count) for count in facts]))


@pytest.mark.benchmark(group="12 months of 3,000 counties, in columns")
def test_columns(benchmark: BenchmarkFixture) -> None:
    """36,000 rows of a frame."""
    columns, frame = Bureau.of("甘肃省").columns, counts()

    work: Callable[[], pl.DataFrame] = lambda: columns.progress(frame, on=DAY)  # noqa: E731
    found = benchmark(work)
    names = ["progress_share", "progress_elapsed", "progress_forecast", "progress_mark"]
    assert bare_frame(frame).select(names).equals(found.select(names))


@pytest.mark.benchmark(group="12 months of 3,000 counties, in columns")
def test_columns_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: the same columns by hand-written expressions."""
    frame = counts()

    assert ROWS == benchmark(bare_frame, frame).height


@pytest.mark.benchmark(group="ranks of 3,000 counties")
def test_rank(benchmark: BenchmarkFixture) -> None:
    """3,000 exact shares in order."""
    shares = {n: Fraction(n * 7919 % 1009, 1009) for n in range(COUNTIES)}

    assert COUNTIES == len(benchmark(rank, shares))


@pytest.mark.benchmark(group="ranks of 3,000 counties")
def test_rank_by_sorting(benchmark: BenchmarkFixture) -> None:
    """The reference: sorting the shares alone."""
    shares = [Fraction(n * 7919 % 1009, 1009) for n in range(COUNTIES)]

    assert COUNTIES == len(benchmark(sorted, shares))
