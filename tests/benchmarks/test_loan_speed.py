"""Speed of a quarter's interest subsidy over a million loans, and of 10,000 schedules.

Run with ``pytest tests/benchmarks/test_loan_speed.py --benchmark-enable``; the number in
brackets is the ratio to the fastest of its group.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.law.series import Tier, lending_rates
from gansu_reemployment.loans import Method, RunningLoan, Settlement
from gansu_reemployment.measures.accrual import InterestSchedule, interest_periods
from gansu_reemployment.measures.accrual_rules import AccrualRules
from gansu_reemployment.measures.instalments import (
    InstalmentLoan,
    InstalmentRules,
    InstalmentSchedule,
    instalments,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking

ROWS = 1_000_000
SCHEDULES = 10_000
SINCE, UNTIL = date(2006, 6, 21), date(2006, 9, 20)
DRAWN = date(2003, 7, 15)
RATE = Fraction("0.0549")
PARTS = ("days", "interest", "subsidy", "central", "local")
TERMS = {6: Tier.UP_TO_6M, 12: Tier.UP_TO_1Y, 18: Tier.OVER_1Y_TO_3Y, 24: Tier.OVER_1Y_TO_3Y}


def register(rows: int) -> pl.DataFrame:
    """Make settled periods of one quarter by cycling through terms and days of drawing."""
    number = pl.int_range(rows, eager=True)
    frame = pl.DataFrame(
        {
            "principal": 100 + number * 7919 % 2_000_000,
            "months": pl.Series(list(TERMS)).gather(number % 4),
            "borrower": pl.Series(["certified", "registered", "ex_serviceman"]).gather(number % 3),
            "micro_profit": number % 19 > 0,
            "days": number * 31 % 240,
        }
    )
    return frame.select(
        pl.exclude("days"),
        drawn_on=pl.lit(date(2006, 1, 12)) + pl.duration(days=pl.col("days")),
        since=pl.lit(SINCE),
        until=pl.lit(UNTIL),
        repaid_on=pl.lit(None, pl.Date),
    ).with_columns(
        due_on=pl.col("drawn_on").dt.offset_by(pl.format("{}mo", pl.col("months"))),
    )


def rate_on(tier: Tier, day: pl.Expr) -> pl.Expr:
    """Give the rate of a tier on a day, in hundredths of a percentage point."""
    expr: pl.Expr = pl.lit(None, pl.Int64)
    for row in lending_rates()[tier].provisions:
        expr = pl.when(day >= row.since).then(pl.lit(int(row.value * 10_000))).otherwise(expr)
    return expr


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the same columns by Polars expressions, for rows in which every fact is known."""
    drawn = pl.col("drawn_on")
    first = pl.coalesce(
        pl.when(pl.col("months") == months).then(rate_on(tier, drawn))
        for months, tier in TERMS.items()
    )
    work = frame.lazy().with_columns(year=drawn.dt.offset_by("1y"), rate=first)
    end = pl.min_horizontal(pl.lit(UNTIL) + pl.duration(days=1), "due_on")
    start = pl.max_horizontal(pl.lit(SINCE), "drawn_on")

    def days(since: pl.Expr, until: pl.Expr) -> pl.Expr:
        return pl.max_horizontal((until - since).dt.total_days(), 0)

    work = work.with_columns(
        d0=days(start, pl.min_horizontal(end, "year")),
        d1=days(pl.max_horizontal(start, "year"), end),
        later=rate_on(Tier.OVER_1Y_TO_3Y, pl.col("year")),
    )
    product = pl.col("rate") * pl.col("d0") + pl.when(pl.col("d1") > 0).then(
        pl.col("later") * pl.col("d1")
    ).otherwise(0)
    work = work.with_columns(
        i=(pl.col("principal") * product * 2 + 3_600_000) // 7_200_000,
        half=pl.col("borrower") == "registered",
        no=~pl.col("micro_profit"),
    )
    asked = ("principal", "drawn_on", "due_on", "months", "borrower", "micro_profit")
    work = work.with_columns(**{f"open-{name}": pl.col(name).is_null() for name in asked})
    paid = pl.when("half").then((pl.col("i") + 1) // 2).otherwise("i")
    central = pl.when("half").then((paid + 1) // 2).otherwise(paid)
    missing = pl.any_horizontal(*(f"open-{name}" for name in asked))
    names = [pl.when(pl.col(f"open-{name}")).then(pl.lit(name)) for name in asked]
    values = {"days": pl.col("d0") + pl.col("d1"), "interest": pl.col("i"), "subsidy": paid}
    values |= {"central": central, "local": paid - central}
    return work.select(
        **{
            f"interest_subsidy_{k}": pl.when(~(pl.col("no") | missing)).then(v)
            for k, v in values.items()
        },
        interest_subsidy_reasons=pl.when("no")
        .then(pl.lit("not-micro-profit"))
        .when(missing)
        .then(pl.lit("fact-missing")),
        interest_subsidy_missing=pl.when(missing).then(
            pl.concat_str(names, separator=";", ignore_nulls=True)
        ),
    ).collect()


@pytest.mark.benchmark(group="the subsidy of a quarter, a million loans on Polars")
def test_subsidy(benchmark: BenchmarkFixture) -> None:
    """The measure over a million loans, with every reason; the sums are the same to the fen."""
    frame = register(ROWS)
    columns = Bureau.of("天水市").columns
    result = benchmark(columns.interest_subsidy, frame, on=UNTIL)
    reference = by_hand(frame)
    names = [f"interest_subsidy_{part}" for part in PARTS]
    assert reference.select(names).equals(result.select(names))
    assert reference["interest_subsidy_reasons"].equals(result["interest_subsidy_reasons"])


@pytest.mark.benchmark(group="the subsidy of a quarter, a million loans on Polars")
def test_subsidy_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: the same columns by hand-written Polars expressions."""
    assert ROWS == benchmark(by_hand, register(ROWS)).height


def instalment_schedules(number: int) -> list[InstalmentSchedule | None]:
    """Work as many explained schedules of 24 instalments."""
    rules = InstalmentRules()
    loans = (
        InstalmentLoan(
            principal=Yuan.from_fen(2_000_000 + n),
            annual_rate=RATE,
            drawn_on=DRAWN,
            months=24,
            method=Method.LEVEL,
        )
        for n in range(number)
    )
    return [instalments(CaseWorking(DRAWN), loan, rules).value for loan in loans]


def bare_instalments(number: int) -> list[list[tuple[date, int, int, int]]]:
    """Work the same schedules in whole fen, without any explanation."""
    rate = RATE / 12
    growth = (1 + rate) ** 24
    factor = rate * growth / (growth - 1)
    due = [add_months(DRAWN, month) for month in range(1, 25)]
    found = []
    for n in range(number):
        balance = 2_000_000 + n
        payment = _half_up(balance * factor.numerator, factor.denominator)
        rows = []
        for day in due:
            interest = _half_up(balance * rate.numerator, rate.denominator)
            part = balance if day == due[-1] else payment - interest
            balance -= part
            rows.append((day, part + interest, part, interest))
        found.append(rows)
    return found


def _half_up(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


@pytest.mark.benchmark(group="10,000 schedules of 24 instalments")
def test_instalments(benchmark: BenchmarkFixture) -> None:
    """Explained schedules, one by one; the same fen as by hand."""
    found = benchmark(instalment_schedules, SCHEDULES)
    last = found[-1]
    assert last is not None
    rows = [(r.due_on, r.payment.fen, r.principal.fen, r.interest.fen) for r in last.rows]
    assert bare_instalments(SCHEDULES)[-1] == rows


@pytest.mark.benchmark(group="10,000 schedules of 24 instalments")
def test_instalments_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: a bare loop over whole fen."""
    assert SCHEDULES == len(benchmark(bare_instalments, SCHEDULES))


def interest_schedules(number: int) -> list[InterestSchedule | None]:
    """Work as many explained schedules of 24 settled months."""
    rules = AccrualRules()
    loans = (
        RunningLoan(
            principal=Yuan.from_fen(2_000_000 + n),
            annual_rate=RATE,
            drawn_on=date(2003, 7, 21),
            months=24,
            settlement=Settlement.MONTHLY,
        )
        for n in range(number)
    )
    return [interest_periods(CaseWorking(date(2003, 7, 21)), loan, rules).value for loan in loans]


def bare_interest(number: int) -> list[list[int]]:
    """Work the interest of the same months in whole fen, without any explanation."""
    days = [date(2003, 7, 21), *(add_months(date(2003, 7, 21), month) for month in range(1, 25))]
    counted = [(after - first).days for first, after in pairwise(days)]
    return [
        [_half_up((2_000_000 + n) * 549 * count, 3_600_000) for count in counted]
        for n in range(number)
    ]


@pytest.mark.benchmark(group="10,000 schedules of 24 settled months")
def test_interest(benchmark: BenchmarkFixture) -> None:
    """Explained schedules, one by one; the same fen as by hand."""
    found = benchmark(interest_schedules, SCHEDULES)
    last = found[-1]
    assert last is not None
    assert bare_interest(SCHEDULES)[-1] == [period.interest.fen for period in last.periods]


@pytest.mark.benchmark(group="10,000 schedules of 24 settled months")
def test_interest_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: a bare loop over whole fen."""
    assert SCHEDULES == len(benchmark(bare_interest, SCHEDULES))
