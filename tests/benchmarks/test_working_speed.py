"""Speed of the two workings on the “4050” classification, each beside the same rule by hand.

Run with ``pytest tests/benchmarks --benchmark-enable --dist=no``; the number in brackets is the
ratio to the fastest of its group.
"""

import subprocess
import sys
from datetime import date

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment import Bureau, EntitledGroup, Group, Sex, Worker

DAY = date(2003, 7, 1)
ROWS = 1_000_000
ENTITLED = ("laid_off_soe", "unemployed_soe", "closed_soe", "living_allowance")
WORKER = Worker(
    sex=Sex.FEMALE,
    born_on=date(1963, 3, 1),
    group=EntitledGroup.LAID_OFF_SOE,
    able=True,
    willing=True,
    employed=False,
    retired=False,
    internally_retired=False,
)
ENTITLED_GROUPS = frozenset(EntitledGroup.read(code) for code in ENTITLED)


def bare(worker: Worker, on: date) -> Group | None:
    """Give the class by plain Python, without any explanation."""
    if worker.group not in ENTITLED_GROUPS or not worker.able or not worker.willing:
        return None
    if worker.employed or worker.retired or worker.internally_retired:
        return None
    if worker.born_on is None:
        return None
    born = worker.born_on
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age >= (55 if worker.sex is Sex.FEMALE else 60):
        return None
    return Group.OLDER if age >= (40 if worker.sex is Sex.FEMALE else 50) else Group.GENERAL


@pytest.mark.benchmark(group="one explained case")
def test_case(benchmark: BenchmarkFixture) -> None:
    """One case with every step, rule and document."""
    bureau = Bureau.of("天水市")
    assert Group.OLDER is benchmark(bureau.hardship, WORKER, on=DAY).value


@pytest.mark.benchmark(group="one explained case")
def test_case_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: a bare function that only returns the class."""
    assert Group.OLDER is benchmark(bare, WORKER, DAY)


def register(rows: int) -> pl.DataFrame:
    """Make a register by cycling through every combination."""
    number = pl.int_range(rows, eager=True)
    groups = pl.Series([*ENTITLED, "laid_off_collective", "none"])
    return pl.DataFrame(
        {
            "sex": pl.Series(["female", "male"]).gather(number % 2),
            "group": groups.gather(number * 31 % 6),
            "able": number % 19 > 0,
            "willing": number % 23 > 0,
            "employed": number % 5 == 0,
            "retired": number % 31 == 0,
            "internally_retired": number % 29 == 0,
            "days": number * 7919 % 14_000,
        }
    ).select(
        pl.exclude("days"), born_on=pl.lit(date(1940, 1, 1)) + pl.duration(days=pl.col("days"))
    )


def of_sex(women: date, men: date) -> pl.Expr:
    """Give the day of the sex that is known."""
    return pl.when(pl.col("s") == "female").then(women).when(pl.col("s") == "male").then(men)


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the same columns by Polars expressions, for every input, bad codes included."""
    known = ("female", "male"), (*ENTITLED, "laid_off_collective", "none")
    frame_ = frame.lazy().with_columns(
        s=pl.when(pl.col("sex").is_in(known[0])).then("sex"),
        g=pl.when(pl.col("group").is_in(known[1])).then("group"),
    )
    no = {
        "not-in-entitled-group": ~pl.col("g").is_in(ENTITLED),
        "not-able": ~pl.col("able"),
        "not-willing": ~pl.col("willing"),
        "employed": pl.col("employed"),
        "retired": (pl.col("born_on") <= of_sex(date(1948, 7, 1), date(1943, 7, 1)))
        | pl.col("retired"),
        "internally-retired": pl.col("internally_retired"),
    }
    asked = {"group": "g", "able": "able", "willing": "willing", "employed": "employed"}
    asked |= {"sex": "s", "born_on": "born_on"}
    asked |= {name: name for name in ("retired", "internally_retired")}
    older = pl.col("born_on") <= of_sex(date(1963, 7, 1), date(1953, 7, 1))
    frame_ = frame_.with_columns(**{f"no-{code}": at for code, at in no.items()}).with_columns(
        **{f"open-{name}": pl.col(column).is_null() for name, column in asked.items()}
    )
    refused = pl.any_horizontal(*(f"no-{code}" for code in no))
    missing = pl.any_horizontal(*(f"open-{name}" for name in asked))
    codes = [pl.when(pl.col(f"no-{code}")).then(pl.lit(code)) for code in no]
    names = [pl.when(pl.col(f"open-{name}")).then(pl.lit(name)) for name in asked]
    return (
        frame_.with_columns(
            hardship=pl.when(~(refused | missing)).then(
                pl.when(older).then(pl.lit("older")).otherwise(pl.lit("general"))
            ),
            hardship_reasons=pl.when(refused)
            .then(pl.concat_str(codes, separator=";", ignore_nulls=True))
            .when(missing)
            .then(pl.lit("fact-missing")),
            hardship_missing=pl.when(missing).then(
                pl.concat_str(names, separator=";", ignore_nulls=True)
            ),
        )
        .drop("s", "g", *(f"no-{code}" for code in no), *(f"open-{name}" for name in asked))
        .collect()
    )


@pytest.mark.benchmark(group="a million rows on Polars")
def test_columns(benchmark: BenchmarkFixture) -> None:
    """The measure over a million rows, with reasons and missing facts."""
    frame = register(ROWS)
    columns = Bureau.of("天水市").columns
    result = benchmark(columns.hardship, frame, on=DAY)
    assert by_hand(frame).equals(result)


@pytest.mark.benchmark(group="a million rows on Polars")
def test_columns_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: the same columns by hand-written Polars expressions."""
    assert ROWS == benchmark(by_hand, register(ROWS)).height


@pytest.mark.benchmark(group="import")
@pytest.mark.parametrize("code", ["pass", "import gansu_reemployment"])
def test_import(benchmark: BenchmarkFixture, code: str) -> None:
    """Start Python and import the library, beside a bare start."""
    done = benchmark(subprocess.run, [sys.executable, "-c", code], check=True)
    assert 0 == done.returncode
