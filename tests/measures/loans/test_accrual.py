"""Interest by period: published exercises, edges, and properties."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.law.series import Tier, lending_rates
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.loans.accrual.periods import InterestSchedule, interest_periods
from gansu_reemployment.measures.loans.accrual.rules import AccrualRules
from gansu_reemployment.measures.loans.facts import (
    Counting,
    OverdueBase,
    Refixing,
    Repayment,
    RunningLoan,
    Settlement,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking

DAY = timedelta(days=1)
SOURCE = Instrument("", "试算", (), date(1999, 1, 1), None).at(standing=Standing.ASSUMED)
LOAN = RunningLoan(
    principal=Yuan(20000),
    annual_rate=Fraction("0.0549"),
    drawn_on=date(2003, 7, 15),
    months=24,
    interest_paid=True,
)


def schedule(loan: RunningLoan, rules: AccrualRules | None = None) -> InterestSchedule:
    """Return the schedule of a loan under the law of its drawing."""
    assert loan.drawn_on is not None
    case = CaseWorking(loan.drawn_on)
    found: InterestSchedule | None = interest_periods(case, loan, rules or AccrualRules()).value
    assert found is not None
    return found


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases and the published exercises come out as given."""
    results = run_vectors("interest_periods") + run_vectors("interest_periods_more")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


def test_a_year_of_quarters_at_one_per_cent_a_month() -> None:
    """Four quarters of the published exercise are 121,204 in the year."""
    quarters = [
        RunningLoan(
            principal=Yuan(1_000_000),
            annual_rate=Fraction(12, 100),
            drawn_on=add_months(date(1999, 6, 21), 3 * number),
            months=3,
            settlement=Settlement.MONTHLY,
            counting=Counting.MONTHS,
            interest_paid=False,
        )
        for number in range(4)
    ]
    assert Yuan(121_204) == sum((schedule(loan).total for loan in quarters), Yuan(0))


def test_drawn_on_a_settlement_day() -> None:
    """A loan drawn on the 20th has that day for its first period."""
    first, second = schedule(evolve(LOAN, drawn_on=date(2003, 9, 20))).periods[:2]
    assert (date(2003, 9, 20), 1, Yuan("3.05")) == (first.until, first.days, first.amount)
    assert date(2003, 9, 21) == second.since


def test_last_period_ends_the_day_before_maturity() -> None:
    """The day on which a loan falls due bears no interest of the term."""
    last = schedule(LOAN).last
    assert (date(2005, 6, 21), date(2005, 7, 14), 24) == (last.since, last.until, last.days)


@pytest.mark.parametrize(
    ("settlement", "number"),
    [(Settlement.MONTHLY, 25), (Settlement.QUARTERLY, 9), (Settlement.AT_END, 1)],
)
def test_settlement(settlement: Settlement, number: int) -> None:
    """Interest is charged monthly, quarterly or once."""
    assert number == len(schedule(evolve(LOAN, settlement=settlement)).periods)


@pytest.mark.parametrize(
    ("principal", "interest"), [("10241.53", "46.85"), ("10200.00", "46.67"), ("10158.47", "46.48")]
)
def test_half_a_fen_is_rounded_up(principal: str, interest: str) -> None:
    """A month at 5.49 % costs half a fen less one forty-thousandth, half a fen, and a bit more."""
    loan = evolve(LOAN, principal=Yuan(principal), months=1, counting=Counting.MONTHS)
    assert Yuan(interest) == schedule(evolve(loan, settlement=Settlement.AT_END)).total


@pytest.mark.parametrize(("months", "rates"), [(12, 1), (13, 2), (24, 2), (25, 3)])
def test_fixed_again_only_over_a_year(months: int, rates: int) -> None:
    """A loan of more than a year has the rate of each anniversary."""
    found = schedule(evolve(LOAN, months=months, settlement=Settlement.AT_END))
    assert rates == len(found.first.stretches)


def test_contract_uplift_is_kept_when_the_rate_is_fixed_again() -> None:
    """The uplift of the contract is added to the new benchmark too."""
    loan = RunningLoan(
        principal=Yuan(20000),
        annual_rate=Fraction("0.0856"),
        drawn_on=date(2007, 12, 21),
        months=24,
        uplift=100,
        interest_paid=True,
        settlement=Settlement.AT_END,
    )
    assert Fraction("0.0667") == schedule(loan).first.stretches[1].rate


def test_overdue_spell_is_split_where_the_rate_changes() -> None:
    """A change of the law's penalty rate splits the overdue days."""
    daily = rule(
        "accrual.overdue_daily",
        "逾期贷款日利率",
        "rate on overdue loans a day",
        Provision(date(1999, 6, 10), Fraction(21, 100_000), SOURCE),
        Provision(date(2004, 7, 25), Fraction(30, 100_000), SOURCE),
    )
    loan = evolve(LOAN, months=12, repaid_on=date(2004, 8, 4), settlement=Settlement.AT_END)
    last = schedule(loan, amended(AccrualRules(), overdue_daily=daily)).last
    assert [(10, Fraction("0.0756")), (10, Fraction("0.108"))] == [
        (stretch.days, stretch.rate) for stretch in last.stretches
    ]
    assert Yuan("102.00") == last.penalty


def test_diverted_days_are_split_to_the_late_repayment() -> None:
    """A change of the rate on diverted loans counts after the due day as well."""
    daily = rule(
        "accrual.diverted_daily",
        "挪用贷款日利率",
        "rate on diverted loans a day",
        Provision(date(2002, 12, 24), Fraction(5, 10_000), SOURCE),
        Provision(date(2004, 7, 25), Fraction(6, 10_000), SOURCE),
    )
    loan = evolve(LOAN, months=12, repaid_on=date(2004, 8, 4), settlement=Settlement.AT_END)
    diverted = evolve(loan, diverted_on=date(2004, 7, 1))
    last = schedule(diverted, amended(AccrualRules(), diverted_daily=daily)).last
    assert [(10, Fraction("0.18")), (10, Fraction("0.216"))] == [
        (stretch.days, stretch.rate) for stretch in last.stretches
    ]
    assert Yuan("220.00") == last.penalty


def test_partial_repayment_lowers_the_balance_from_its_day() -> None:
    """The day of a repayment bears interest on the rest only."""
    loan = evolve(LOAN, repayments=(Repayment(paid_on=date(2003, 7, 25), amount=Yuan(5000)),))
    found = [(s.days, s.balance) for s in schedule(loan).first.stretches]
    assert [(10, Yuan(20000)), (58, Yuan(15000))] == found


def test_unpaid_interest_compounds_at_the_penalty_rate_from_2004() -> None:
    """The law of 2004 compounds at the penalty rate within the term too."""
    loan = RunningLoan(
        principal=Yuan(1_000_000),
        annual_rate=Fraction("0.0531"),
        drawn_on=date(2004, 3, 21),
        months=6,
        interest_paid=False,
        overdue_multiple=Fraction(3, 2),
    )
    first, second = schedule(loan).periods
    assert (Yuan("13570.00"), Yuan(0)) == (first.interest, first.compound)
    assert first.interest.share(Fraction("0.07965") * 92 / 360) == second.compound


def test_teaching_texts_charge_overdue_days_on_unpaid_interest_as_well() -> None:
    """The contract sets base and rate of overdue days."""
    loan = RunningLoan(
        principal=Yuan(2000),
        annual_rate=Fraction("0.07965"),
        drawn_on=date(2003, 1, 10),
        months=6,
        settlement=Settlement.AT_END,
        repaid_on=date(2003, 9, 10),
        interest_paid=False,
        overdue_daily=Fraction("0.07965") / 360,
        overdue_base=OverdueBase.WITH_INTEREST,
    )
    last = schedule(loan).last
    # 2,080.09 for 62 days at the contract's rate.
    assert (Yuan("28.53"), Yuan(0)) == (last.penalty, last.compound)


def test_whole_months() -> None:
    """By whole months a year is twelve, odd days are counted by the day."""
    loan = evolve(LOAN, months=12, counting=Counting.MONTHS, settlement=Settlement.AT_END)
    assert Yuan("1098.00") == schedule(loan).total
    early = evolve(loan, repaid_on=date(2003, 9, 25))
    assert 70 == schedule(early).first.days


def test_unknown_facts_are_asked() -> None:
    """Without amount and rate there is no schedule, and both are asked."""
    outcome = Bureau.of().interest_periods(
        RunningLoan(drawn_on=date(2003, 7, 15), months=24), on=date(2003, 7, 15)
    )
    assert ("principal", "annual_rate", "interest_paid") == outcome.missing


def test_all_faults_at_once() -> None:
    """Every impossible fact is named by its path."""
    with pytest.raises(InvalidFactsError) as caught:
        RunningLoan(
            principal=Yuan(0),
            annual_rate=Fraction(-1),
            drawn_on=date(1998, 12, 6),
            months=0,
            repayments=(Repayment(paid_on=date(1998, 12, 5), amount=Yuan(1)),),
            repaid_on=date(1998, 12, 6),
            diverted_on=date(1998, 12, 5),
        )
    expected = ["principal", "annual_rate", "drawn_on", "months"]
    expected += ["repaid_on", "repayments[0].paid_on", "diverted_on", "repayments"]
    assert expected == [fault.path for fault in caught.value.faults]


def test_rate_after_the_last_known_day() -> None:
    """An unknown rate is not guessed."""
    loan = evolve(LOAN, drawn_on=date(2010, 1, 5), months=24)
    outcome = interest_periods(CaseWorking(date(2010, 1, 5)), loan, AccrualRules())
    assert {"rates.over_1y_to_3y": date(2011, 1, 5)} == lacking(outcome)


@pytest.mark.parametrize(
    ("drawn_on", "rate"),
    [(date(2009, 10, 19), "0.054"), (date(2009, 10, 20), "0.056")],
)
def test_rate_is_fixed_again_by_the_table_of_2010(drawn_on: date, rate: str) -> None:
    """A loan of 2009 has the rate of its anniversary in October 2010."""
    stretches = schedule(evolve(LOAN, drawn_on=drawn_on, settlement=Settlement.AT_END)).first
    assert Fraction(rate) == stretches.stretches[1].rate


DIVERTED = evolve(
    LOAN,
    principal=Yuan(18000),
    annual_rate=Fraction(6, 100),
    drawn_on=date(2008, 2, 28),
    months=7,
    settlement=Settlement.AT_END,
    diverted_on=date(2008, 6, 3),
    diverted_multiple=Fraction(2),
)


@pytest.mark.parametrize(
    ("diverted_on", "interest", "penalty"),
    [
        (date(2008, 2, 28), "0.00", "1278.00"),
        (date(2008, 6, 2), "285.00", "708.00"),
        (date(2008, 6, 3), "288.00", "702.00"),
        (date(2008, 6, 4), "291.00", "696.00"),
    ],
)
def test_diverted_loan_is_penal_from_its_day(
    diverted_on: date, interest: str, penalty: str
) -> None:
    """The penalty of a loan of 2004 or later begins with the diversion, not with a period."""
    found = schedule(evolve(DIVERTED, diverted_on=diverted_on)).first
    assert (Yuan(interest), Yuan(penalty)) == (found.interest, found.penalty)


def test_diverted_loan_of_a_quarter() -> None:
    """A quarter is divided on the day of the diversion, at the rate a day of a loan of 2003."""
    quarterly = schedule(evolve(DIVERTED, settlement=Settlement.QUARTERLY)).periods[1]
    assert (Yuan("222.00"), Yuan("108.00")) == (quarterly.interest, quarterly.penalty)
    older = schedule(
        evolve(DIVERTED, drawn_on=date(2003, 2, 28), diverted_on=date(2003, 6, 3))
    ).first
    assert (Yuan("285.00"), Yuan("1053.00")) == (older.interest, older.penalty)


def test_rate_of_a_diverted_loan_is_read() -> None:
    """The rate a day of a diverted loan stands in the notice that replaced it."""
    row = AccrualRules().diverted_daily.on(date(2003, 7, 15))
    assert ("银发[2003]251号 三", Standing.READ) == (row.cite.short, row.cite.standing)


@pytest.mark.parametrize(
    ("drawn_on", "overdue_multiple", "penalty"),
    [(date(2003, 12, 31), Fraction(3, 2), "63.00"), (date(2004, 1, 1), Fraction(3, 2), "66.38")],
)
@pytest.mark.parametrize("later", [-5, 0, 400])
def test_penalty_law_is_that_of_the_drawing(
    drawn_on: date, overdue_multiple: Fraction, penalty: str, later: int
) -> None:
    """Older loans keep their contract, whatever the day of the calculation."""
    loan = evolve(
        LOAN,
        principal=Yuan(10000),
        annual_rate=Fraction("0.0531"),
        drawn_on=drawn_on,
        months=12,
        settlement=Settlement.AT_END,
        repaid_on=add_months(drawn_on, 12) + timedelta(days=30),
        overdue_multiple=overdue_multiple,
    )
    case = CaseWorking(drawn_on + timedelta(days=later))
    found: Any = interest_periods(case, loan, AccrualRules()).value
    assert Yuan(penalty) == found.last.penalty


def test_months_are_not_divided_where_the_rate_stays() -> None:
    """Three whole months are three months, though the rate was fixed again and stayed."""
    loan = evolve(LOAN, drawn_on=date(2002, 12, 24), months=18, counting=Counting.MONTHS)
    periods = {period.until: period for period in schedule(loan).periods}
    found = periods[date(2004, 3, 20)]
    assert (date(2003, 12, 21), 90, Yuan("274.50")) == (found.since, found.days, found.interest)


def test_months_are_divided_where_the_rate_changes() -> None:
    """The days before and after a change are counted apart."""
    loan = evolve(LOAN, drawn_on=date(2003, 11, 15), counting=Counting.MONTHS)
    periods = {period.until: period for period in schedule(loan).periods}
    found = periods[date(2004, 12, 20)].stretches
    assert [(55, Fraction("0.0549")), (36, Fraction("0.0576"))] == [(s.days, s.rate) for s in found]


@pytest.mark.parametrize(
    ("drawn_on", "rates"),
    [
        (date(1998, 12, 8), ["0.108", "0.0756"]),
        (date(1998, 12, 10), ["0.0756"]),
    ],
)
def test_overdue_rate_of_1998(drawn_on: date, rates: list[str]) -> None:
    """Three per 10,000 a day until 1999-06-09, then 2.1: the overdue days are divided there."""
    loan = evolve(
        LOAN,
        drawn_on=drawn_on,
        months=6,
        repaid_on=date(1999, 7, 20),
        settlement=Settlement.AT_END,
    )
    assert [Fraction(rate) for rate in rates] == [s.rate for s in schedule(loan).last.stretches]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("overdue_multiple", "overdue-multiple-outside-limits"),
        ("diverted_multiple", "diverted-multiple-outside-limits"),
    ],
)
def test_reason_names_the_multiple(name: str, code: str) -> None:
    """The refusal tells which of the two multiples is outside the limits."""
    changes: dict[str, Any] = {
        "overdue_multiple": Fraction(3, 2),
        "diverted_multiple": Fraction(2),
        name: Fraction(201, 100),
    }
    loan = evolve(DIVERTED, repaid_on=date(2008, 12, 1), **changes)
    outcome = interest_periods(CaseWorking(date(2008, 2, 28)), loan, AccrualRules())
    assert [code] == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("drawn_on", "multiple", "expected"),
    [
        (date(2003, 12, 31), "1.29", []),
        (date(2004, 1, 1), "1.29", ["overdue-multiple-outside-limits"]),
        (date(2004, 1, 1), "1.3", []),
        (date(2004, 1, 1), "1.5", []),
        (date(2004, 1, 1), "1.51", ["overdue-multiple-outside-limits"]),
    ],
)
def test_limits_of_the_overdue_multiple(drawn_on: date, multiple: str, expected: list[str]) -> None:
    """Loans from 2004 on are held to the limits, also where everything is agreed."""
    loan = evolve(
        LOAN,
        drawn_on=drawn_on,
        repaid_on=date(2006, 3, 1),
        diverted_on=date(2005, 1, 15),
        diverted_multiple=Fraction(2),
        overdue_multiple=Fraction(multiple),
        overdue_daily=Fraction(3, 10_000),
    )
    outcome = Bureau.of().interest_periods(loan, on=date(2006, 3, 1))
    assert expected == [refusal.code for refusal in outcome.refusals]


def test_loan_without_its_day_asks_for_all_terms() -> None:
    """Without the day of drawing no law is known, so every term that is needed is asked for."""
    outcome = Bureau.of().interest_periods(RunningLoan(), on=date(2006, 3, 1))
    terms = ("principal", "annual_rate", "drawn_on", "months", "interest_paid")
    assert terms == outcome.missing


@pytest.mark.parametrize(("rate", "fits"), [("1", True), ("1.0001", False), ("5.49", False)])
def test_rate_is_a_ratio(rate: str, fits: bool) -> None:  # noqa: FBT001
    """A rate above one is a percentage that was not divided."""
    if fits:
        assert Fraction(rate) == evolve(LOAN, annual_rate=Fraction(rate)).annual_rate
        return
    with pytest.raises(InvalidFactsError) as caught:
        evolve(LOAN, annual_rate=Fraction(rate))
    assert ["annual_rate"] == [fault.path for fault in caught.value.faults]


def test_multiple_is_refused_beside_a_missing_one() -> None:
    """A multiple outside the limits refuses though the other multiple is unknown."""
    loan = evolve(
        LOAN,
        drawn_on=date(2004, 1, 5),
        repaid_on=date(2006, 3, 1),
        overdue_multiple=Fraction(129, 100),
        diverted_on=date(2005, 1, 15),
    )
    outcome = interest_periods(CaseWorking(date(2004, 1, 5)), loan, AccrualRules())
    assert ["overdue-multiple-outside-limits"] == [refusal.code for refusal in outcome.refusals]
    assert ("diverted_multiple",) == outcome.missing


def test_explained_in_both_languages() -> None:
    """Every period is shown with its days and its amount."""
    outcome = Bureau.of().interest_periods(LOAN, on=date(2003, 7, 15))
    assert "68 days: 207.40 yuan" in outcome.explain("en")
    assert "207.40元" in outcome.explain("zh_CN")


LOANS = st.builds(
    RunningLoan,
    principal=st.integers(1, 10**9).map(Yuan.from_fen),
    annual_rate=st.integers(1, 1200).map(lambda points: Fraction(points, 10_000)),
    drawn_on=st.dates(date(1999, 6, 10), date(2003, 12, 31)),
    months=st.integers(1, 60),
    settlement=st.sampled_from(Settlement),
    interest_paid=st.booleans(),
)


@settings(max_examples=60)
@given(loan=LOANS, late=st.integers(-300, 300))
def test_periods_tile_the_life_of_the_loan(loan: RunningLoan, late: int) -> None:
    """Each day from the drawing to the day before repayment is in one period and one stretch."""
    contract = loan.contract()
    assert contract is not None
    end = contract.due_on + timedelta(days=late)
    assume(end > contract.drawn_on)
    periods = schedule(evolve(loan, repaid_on=end)).periods
    assert (contract.drawn_on, end - DAY) == (periods[0].since, periods[-1].until)
    stretches = [stretch for period in periods for stretch in period.stretches]
    assert all(a.until + DAY == b.since for a, b in pairwise(periods))
    assert all(a.until + DAY == b.since for a, b in pairwise(stretches))
    assert (end - contract.drawn_on).days == sum(stretch.days for stretch in stretches)


@settings(max_examples=60)
@given(loan=LOANS)
def test_split_periods_add_up(loan: RunningLoan) -> None:
    """The interest before rounding does not depend on the settlement days."""
    products = {
        sum(
            stretch.product
            for period in schedule(evolve(loan, settlement=settlement, interest_paid=True)).periods
            for stretch in period.stretches
        )
        for settlement in Settlement
    }
    assert 1 == len(products)


@settings(max_examples=40)
@given(loan=LOANS, change=st.integers(0, 500))
def test_a_later_rate_changes_nothing(loan: RunningLoan, change: int) -> None:
    """A rate that begins on the day after the last, or later, has no effect."""
    contract = loan.contract()
    assert contract is not None
    later = contract.due_on + timedelta(days=change)
    rules = AccrualRules()
    rates = {tier: changed(rate, later) for tier, rate in lending_rates().items()}
    assert schedule(loan) == schedule(loan, amended(rules, rates=rates))


def changed(rate: Rule[Fraction], since: date) -> Rule[Fraction]:
    """Return the series with another rate from a day on."""
    rows: list[Provision[Any]] = [row for row in rate.provisions if row.since < since]
    return evolve(rate, provisions=(*rows, Provision(since, Fraction(1), SOURCE)))


def test_a_rate_that_changes_in_time_matters() -> None:
    """A change of the series before the anniversary changes the schedule."""
    rates = {**lending_rates()}
    tier = Tier.OVER_1Y_TO_3Y
    rates[tier] = changed(rates[tier], date(2004, 7, 15))
    assert schedule(LOAN) != schedule(LOAN, amended(AccrualRules(), rates=rates))


def test_refixing_by_the_quarter() -> None:
    """A contract of 2004 may be fixed again each quarter or not at all."""
    loan = evolve(LOAN, drawn_on=date(2004, 7, 15), settlement=Settlement.AT_END)
    quarterly = schedule(evolve(loan, refixing=Refixing.QUARTERLY)).first.stretches
    fixed = schedule(evolve(loan, refixing=Refixing.FIXED)).first.stretches
    assert (8, 1) == (len(quarterly), len(fixed))
