"""Speed of the insurance subsidy over a million person-months, beside the same rule by hand.

Run with ``pytest tests/benchmarks/test_insurance_speed.py --benchmark-enable``; the number in
brackets is the ratio to the fastest of its group.
"""

from datetime import date

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment.bureau import Bureau

DAY = date(2003, 9, 30)
ROWS = 1_000_000
GROUPS = ("laid_off_soe", "unemployed_soe", "closed_soe", "living_allowance")
PARTS = ("base", "pension", "medical", "unemployment", "total", "own", "months", "extended_months")


def roster(rows: int) -> pl.DataFrame:
    """Make person-months by cycling through every combination."""
    number = pl.int_range(rows, eager=True)
    return pl.DataFrame(
        {
            "employer": pl.Series(["service", "retail", "public_post", "other"]).gather(number % 4),
            "contract_years": number % 4,
            "group": pl.Series([*GROUPS, "none"]).gather(number * 31 % 5),
            "hardship": pl.Series(["older", "general"]).gather(number * 7 % 2),
            "new_post": number % 19 > 0,
            "wage": 30_000 + number * 7919 % 300_000,
            "average_wage": 80_000 + number * 104_729 % 20_000,
            "average_months": pl.repeat(1, rows, eager=True),
            "months": 1 + number % 3,
            "months_used": number * 13 % 40,
            "retired": number % 23 == 0,
        }
    )


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the same columns by Polars expressions, for rows in which every fact is known."""
    post = pl.col("employer") == "public_post"
    left = pl.max_horizontal(36 - pl.col("months_used"), 0)
    limit = pl.when(post).then(left).otherwise(pl.min_horizontal("term", left))
    work = frame.lazy().with_columns(term=pl.col("contract_years") * 12)
    work = work.with_columns(m=pl.min_horizontal("months", limit))
    floor = (pl.col("average_wage") * 60 * 2 + 10_000) // 20_000 * 100
    cap = (pl.col("average_wage") * 300 * 2 + 10_000) // 20_000 * 100
    work = work.with_columns(b=pl.min_horizontal(pl.max_horizontal("wage", floor), cap))
    no = [
        ("retired", pl.col("retired")),
        ("not-in-entitled-group", post & ~pl.col("group").is_in(GROUPS[:3])),
        ("not-older-hard-to-employ", post & (pl.col("hardship") != "older")),
        ("employer-not-covered", ~post & ~pl.col("employer").is_in(["service", "retail"])),
        ("not-in-entitled-group", ~post & ~pl.col("group").is_in(GROUPS)),
        ("not-a-new-post", ~post & ~pl.col("new_post")),
        ("contract-too-short", ~post & (pl.col("contract_years") < 1)),
        ("months-used-up", (pl.col("m") == 0) & (pl.col("months_used") >= 36)),
    ]
    work = work.with_columns(**{f"no{n}": at for n, (_code, at) in enumerate(no)})
    refused = pl.any_horizontal(*(f"no{n}" for n in range(len(no))))
    asked = [name for name in frame.columns if name != "average_months"]
    work = work.with_columns(**{f"open-{name}": pl.col(name).is_null() for name in asked})
    missing = pl.any_horizontal(*(f"open-{name}" for name in asked))
    names = [pl.when(pl.col(f"open-{name}")).then(pl.lit(name)) for name in asked]
    codes = [pl.when(pl.col(f"no{n}")).then(pl.lit(code)) for n, (code, _at) in enumerate(no)]

    def share(percent: int) -> pl.Expr:
        return (pl.col("b") * percent * 2 + 100) // 200 * pl.col("m")

    parts = {
        "base": pl.col("b"),
        "pension": share(20),
        "medical": pl.lit(0),
        "unemployment": share(2),
        "total": share(20) + share(2),
        "own": share(7) + share(1),
        "months": pl.col("m"),
        "extended_months": pl.lit(0),
    }
    return work.select(
        **{
            f"insurance_subsidy_{k}": pl.when(~(refused | missing)).then(v)
            for k, v in parts.items()
        },
        insurance_subsidy_reasons=pl.when(refused)
        .then(pl.concat_str(codes, separator=";", ignore_nulls=True))
        .when(missing)
        .then(pl.lit("fact-missing")),
        insurance_subsidy_missing=pl.when(missing).then(
            pl.concat_str(names, separator=";", ignore_nulls=True)
        ),
    ).collect()


@pytest.mark.benchmark(group="a million person-months on Polars")
def test_columns(benchmark: BenchmarkFixture) -> None:
    """The measure over a million rows, with every reason; the sums are the same to the fen."""
    frame = roster(ROWS)
    columns = Bureau.of("天水市").columns
    result = benchmark(columns.insurance_subsidy, frame, on=DAY)
    reference = by_hand(frame)
    names = [f"insurance_subsidy_{part}" for part in PARTS]
    assert reference.select(names).equals(result.select(pl.col(names).cast(pl.Int64)))
    assert ROWS > reference["insurance_subsidy_total"].null_count() > 0
    reasons = "insurance_subsidy_reasons"
    assert reference[reasons].equals(result[reasons])


@pytest.mark.benchmark(group="a million person-months on Polars")
def test_columns_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: the same columns by hand-written Polars expressions."""
    assert ROWS == benchmark(by_hand, roster(ROWS)).height
