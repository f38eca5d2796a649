"""Speed of 1,000 schedules of loans, beside bare loops over whole fen.

Run with ``pytest tests/benchmarks/test_loan_speed.py --benchmark-enable --dist=no``; the number in
brackets is the ratio to the fastest of its group.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment.dates import add_months
from gansu_reemployment.measures.loans.accrual.periods import InterestSchedule, interest_periods
from gansu_reemployment.measures.loans.accrual.rules import AccrualRules
from gansu_reemployment.measures.loans.facts import Method, RunningLoan, Settlement
from gansu_reemployment.measures.loans.instalments import (
    InstalmentLoan,
    InstalmentRules,
    InstalmentSchedule,
    instalments,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking

SCHEDULES = 1_000
DRAWN = date(2003, 7, 15)
RATE = Fraction("0.0549")


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


@pytest.mark.benchmark(group="1,000 schedules of 24 instalments")
def test_instalments(benchmark: BenchmarkFixture) -> None:
    """Explained schedules, one by one; the same fen as by hand."""
    found = benchmark(instalment_schedules, SCHEDULES)
    last = found[-1]
    assert last is not None
    rows = [(r.due_on, r.payment.fen, r.principal.fen, r.interest.fen) for r in last.rows]
    assert bare_instalments(SCHEDULES)[-1] == rows


@pytest.mark.benchmark(group="1,000 schedules of 24 instalments")
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
            interest_paid=True,
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


@pytest.mark.benchmark(group="1,000 schedules of 24 settled months")
def test_interest(benchmark: BenchmarkFixture) -> None:
    """Explained schedules, one by one; the same fen as by hand."""
    found = benchmark(interest_schedules, SCHEDULES)
    last = found[-1]
    assert last is not None
    assert bare_interest(SCHEDULES)[-1] == [period.interest.fen for period in last.periods]


@pytest.mark.benchmark(group="1,000 schedules of 24 settled months")
def test_interest_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: a bare loop over whole fen."""
    assert SCHEDULES == len(benchmark(bare_interest, SCHEDULES))
