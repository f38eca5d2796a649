"""Instalments: level, equal principal, prepaid; and another library's payment."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
import pyxirr
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.loans.facts import Method
from gansu_reemployment.measures.loans.instalments import (
    InstalmentLoan,
    InstalmentRules,
    InstalmentSchedule,
    Prepaying,
    Prepayment,
    instalments,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking

DAY = date(2003, 7, 15)
LOAN = InstalmentLoan(
    principal=Yuan(20000),
    annual_rate=Fraction("0.0549"),
    drawn_on=DAY,
    months=24,
    method=Method.LEVEL,
)


def schedule(loan: InstalmentLoan) -> InstalmentSchedule:
    """Return the schedule of a loan."""
    found: InstalmentSchedule | None = instalments(CaseWorking(DAY), loan, InstalmentRules()).value
    assert found is not None
    return found


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases come out as given."""
    results = run_vectors("instalments") + run_vectors("instalments_more")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


def test_days_and_first_rows() -> None:
    """Instalments fall due on the day of drawing of each month."""
    first, second = schedule(LOAN).rows[:2]
    assert (date(2003, 8, 15), Yuan("91.50"), Yuan("790.32")) == (
        first.due_on,
        first.interest,
        first.principal,
    )
    assert (date(2003, 9, 15), Yuan("87.88")) == (second.due_on, second.interest)


def test_drawn_on_the_last_of_a_month() -> None:
    """From the 31st, the last day of a shorter month is taken, without drifting."""
    days = [row.due_on for row in schedule(evolve(LOAN, drawn_on=date(2003, 8, 31))).rows[:3]]
    assert [date(2003, 9, 30), date(2003, 10, 31), date(2003, 11, 30)] == days


def test_prepaid_smaller() -> None:
    """After a prepayment the rest is spread over the months that are left."""
    prepaid = (Prepayment(number=12, amount=Yuan(5000)),)
    rows = schedule(evolve(LOAN, prepayments=prepaid)).rows
    assert (24, Yuan(5000)) == (len(rows), rows[11].prepaid)
    assert rows[12].payment < rows[11].payment
    assert Yuan(0) == rows[-1].balance


def test_prepaid_shorter() -> None:
    """After a prepayment the payment stays and the term is shorter."""
    prepaid = (Prepayment(number=12, amount=Yuan(5000)),)
    loan = evolve(LOAN, prepayments=prepaid, prepaying=Prepaying.SHORTER)
    rows = schedule(loan).rows
    assert 19 == len(rows)
    assert rows[11].payment == rows[12].payment
    assert Yuan(0) == rows[-1].balance


@pytest.mark.parametrize(
    ("number", "amount", "expected"),
    [
        (3, "17618.17", []),
        (3, "17618.18", ["more-than-owed"]),
        (24, "0.01", ["more-than-owed"]),
    ],
)
def test_prepaid_more_than_is_owed(number: int, amount: str, expected: list[str]) -> None:
    """A prepayment above what is owed after the instalment is refused, also with the last one."""
    prepaid = (Prepayment(number=number, amount=Yuan(amount)),)
    outcome = Bureau.of().instalments(evolve(LOAN, prepayments=prepaid), on=DAY)
    assert expected == [refusal.code for refusal in outcome.refusals]


def test_prepaid_after_the_loan_is_repaid() -> None:
    """A prepayment after one that ended the loan is refused."""
    rows = schedule(LOAN).rows
    ends = Prepayment(number=3, amount=rows[2].balance)
    later = Prepayment(number=4, amount=Yuan(1))
    assert 3 == len(schedule(evolve(LOAN, prepayments=(ends,))).rows)
    outcome = Bureau.of().instalments(evolve(LOAN, prepayments=(ends, later)), on=DAY)
    assert ["more-than-owed"] == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("on", "expected"),
    [(DAY, []), (date(2005, 7, 14), []), (date(2005, 7, 15), ["agreed-too-late"])],
)
def test_agreed_before_the_loan_falls_due(on: date, expected: list[str]) -> None:
    """The day of the law is that of the agreement, which comes before the end of the term."""
    outcome = instalments(CaseWorking(on), LOAN, InstalmentRules())
    assert expected == [refusal.code for refusal in outcome.refusals]


def test_unknown_facts_are_asked() -> None:
    """Without method and rate there is no schedule."""
    outcome = Bureau.of().instalments(evolve(LOAN, method=None, annual_rate=None), on=DAY)
    assert ("annual_rate", "method") == outcome.missing


def test_all_faults_at_once() -> None:
    """Every impossible fact is named by its path."""
    twice = (Prepayment(number=9, amount=Yuan(1)), Prepayment(number=9, amount=Yuan(1)))
    with pytest.raises(InvalidFactsError) as caught:
        evolve(LOAN, principal=Yuan(-1), months=8, prepayments=twice)
    expected = ["principal", *["prepayments[0].number"], *["prepayments[1].number"] * 2]
    assert expected == [fault.path for fault in caught.value.faults]


def test_told_in_both_languages() -> None:
    """Each instalment is shown with its day and amounts."""
    outcome = Bureau.of().instalments(LOAN, on=DAY)
    assert "1. 2003-08-15: 881.82 yuan, of it interest 91.50 yuan" in outcome.explain("en")
    assert "881.82元" in outcome.explain("zh_CN")


@settings(max_examples=100)
@given(
    fen=st.integers(100_00, 10**9),
    points=st.integers(1, 1200),
    months=st.integers(1, 60),
)
def test_level_payment_of_another_library(fen: int, points: int, months: int) -> None:
    """The level payment equals that of another library, to the fen."""
    loan = evolve(
        LOAN, principal=Yuan.from_fen(fen), annual_rate=Fraction(points, 10_000), months=months
    )
    expected = -pyxirr.pmt(points / 120_000, months, fen / 100)  # type: ignore[operator]
    # One instalment is the last one, which balances.
    found = schedule(loan).instalment
    assert abs(float(found.decimal) - expected) < 0.0051


@settings(max_examples=100)
@given(
    fen=st.integers(1, 10**9),
    points=st.integers(1, 1200),
    months=st.integers(1, 60),
    method=st.sampled_from(Method),
    prepaid=st.integers(1, 10**8),
    number=st.integers(1, 60),
    prepaying=st.sampled_from(Prepaying),
)
def test_sums(
    fen: int,
    points: int,
    months: int,
    method: Method,
    prepaid: int,
    number: int,
    prepaying: Prepaying,
) -> None:
    """Principal parts and prepayments add up to the principal, and no amount is negative."""
    loan = InstalmentLoan(
        principal=Yuan.from_fen(fen),
        annual_rate=Fraction(points, 10_000),
        drawn_on=DAY,
        months=months,
        method=method,
        prepaying=prepaying,
    )
    rows = schedule(loan).rows
    if number <= len(rows) and rows[number - 1].balance:
        amount = min(Yuan.from_fen(prepaid), rows[number - 1].balance)
        loan = evolve(loan, prepayments=(Prepayment(number=number, amount=amount),))
    found = schedule(loan)
    assert Yuan.from_fen(fen) == found.principal_sum
    assert Yuan(0) == found.rows[-1].balance
    assert all(min(row.principal, row.interest, row.balance) >= Yuan(0) for row in found.rows)


def test_schedule_is_a_frame() -> None:
    """The frame of a schedule has a row for each instalment, with amounts in yuan."""
    found = schedule(LOAN)
    frame = found.to_frame()
    assert [row.interest.decimal for row in found.rows] == frame["interest"].to_list()
