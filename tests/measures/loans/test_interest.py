"""The interest subsidy of a period: dates, classes, limits, and cases beside columns."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.interest.facts import SettledPeriod
from gansu_reemployment.measures.loans.interest.subsidy import InterestSubsidy, interest_subsidy
from gansu_reemployment.measures.loans.loan.rules import Purpose
from gansu_reemployment.measures.loans.loan.terms import LoanApplication
from gansu_reemployment.money import Yuan
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.testing.worked_cases import Result

PERIOD = SettledPeriod(
    principal=Yuan(20000),
    drawn_on=date(2003, 7, 15),
    due_on=date(2005, 7, 15),
    months=24,
    borrower=Borrower.CERTIFIED,
    micro_profit=True,
    uplift=0,
    repaid=False,
    since=date(2003, 7, 15),
    until=date(2003, 9, 20),
)


def subsidy(period: SettledPeriod) -> InterestSubsidy:
    """Return the subsidy of a period under the national rules."""
    on = period.until or date(2009, 12, 20)
    found = Bureau.of("全国").interest_subsidy(period, on=on).value
    assert found is not None
    return found


def drawn(on: date, borrower: Borrower = Borrower.CERTIFIED, uplift: int = 0) -> SettledPeriod:
    """Return the first 68 days of a two-year loan that was repaid when due."""
    due_on = add_months(on, 24)
    return evolve(
        PERIOD,
        drawn_on=on,
        due_on=due_on,
        repaid=True,
        repaid_on=due_on,
        since=on,
        until=on + timedelta(days=67),
        borrower=borrower,
        uplift=uplift,
    )


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case has its stated result."""
    results = run_vectors("interest_subsidy")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(
    ("borrower", "on", "half"),
    [
        (Borrower.REGISTERED, date(2008, 12, 31), True),
        (Borrower.REGISTERED, date(2009, 1, 1), False),
        (Borrower.GRADUATE, date(2008, 12, 31), True),
        (Borrower.GRADUATE, date(2009, 1, 1), False),
        (Borrower.EX_SERVICEMAN, date(2006, 1, 12), False),
        (Borrower.ENTERPRISE, date(2004, 3, 31), True),
        (Borrower.ENTERPRISE, date(2009, 1, 1), True),
    ],
)
def test_share_of_the_class(borrower: Borrower, on: date, half: bool) -> None:  # noqa: FBT001
    """Full subsidies are central, half ones central and local in equal parts."""
    found = subsidy(drawn(on, borrower))
    assert half == (found.subsidy < found.interest)
    assert found.local == (found.subsidy - found.central if half else Yuan(0))


@pytest.mark.parametrize(
    ("borrower", "first"),
    [
        (Borrower.EX_SERVICEMAN, date(2006, 1, 12)),
        (Borrower.REGISTERED, date(2006, 1, 12)),
        (Borrower.GRADUATE, date(2006, 1, 12)),
        (Borrower.ENTERPRISE, date(2004, 3, 31)),
        (Borrower.DIFFICULT, date(2008, 8, 4)),
    ],
)
def test_class_before_its_law_is_refused(borrower: Borrower, first: date) -> None:
    """A loan to a class that the law of its day does not admit has no subsidy, and no question."""
    bureau, on = Bureau.of("全国"), date(2009, 12, 20)
    before = bureau.interest_subsidy(drawn(first - timedelta(days=1), borrower), on=on)
    assert ["no-subsidised-class"] == [refusal.code for refusal in before.refusals]
    assert () == before.missing
    assert () == bureau.interest_subsidy(drawn(first, borrower), on=on).refusals


@pytest.mark.parametrize(
    ("on", "known"),
    [(date(2008, 8, 4), False), (date(2008, 12, 31), False), (date(2009, 1, 1), True)],
)
def test_share_of_difficult_is_not_known_in_2008(on: date, known: bool) -> None:  # noqa: FBT001
    """From August 2008 to the end of that year the class borrows, with a share not found."""
    period = drawn(on, Borrower.DIFFICULT)
    missing = Bureau.of("全国").interest_subsidy(period, on=date(2009, 12, 20)).missing
    assert (() if known else ("rule-not-known:loan.share_difficult",)) == missing


@pytest.mark.parametrize(("uplift", "expected"), [(100, []), (101, ["uplift-too-high"])])
def test_region_caps_the_subsidised_float(uplift: int, expected: list[str]) -> None:
    """A region that caps the float at one per cent subsidises no more: loan and subsidy agree."""
    day = date(2008, 7, 1)
    local = Instrument("", "本地规定", (), day, day).at(standing=Standing.ASSUMED)
    cap = Amendment("loan.uplift", day, Fraction(1, 100), local, "620500")
    book = Rulebook.national().amended([cap])
    bureau = evolve(Bureau.of("天水市"), rulebook=book)
    loan = LoanApplication(
        born_on=date(1970, 1, 1),
        certified=True,
        partners=1,
        requested=Yuan(20_000),
        months=24,
        micro_profit=True,
        uplift=uplift,
        own_funds_short=True,
        purpose=Purpose.WORKING_CAPITAL,
        healthy=True,
        creditworthy=True,
        skilled=True,
        recommended=True,
        examined=True,
        guaranteed=True,
    )
    subsidised = bureau.interest_subsidy(drawn(day, uplift=uplift), on=date(2008, 9, 20))
    for outcome in (bureau.loan_terms(loan, on=day), subsidised):
        assert expected == [refusal.code for refusal in outcome.refusals]


def test_short_loan_is_never_fixed_again() -> None:
    """A due day put off beyond the anniversary bears the rate of the contract."""
    period = evolve(
        PERIOD,
        drawn_on=date(2003, 10, 5),
        due_on=date(2004, 10, 8),
        months=12,
        since=date(2004, 9, 21),
        until=date(2004, 12, 20),
    )
    found = subsidy(period)
    # 17 days at 5.31 %.
    assert (17, Yuan("50.15")) == (found.days, found.subsidy)


def test_put_off_day_of_a_loan_of_two_years() -> None:
    """Days beyond the second anniversary bear the rate of the second year."""
    period = evolve(
        PERIOD,
        drawn_on=date(2002, 12, 30),
        due_on=date(2005, 1, 4),
        since=date(2004, 12, 21),
        until=date(2005, 3, 20),
    )
    # 14 days at the 5.49 % of 2003-12-30, not at the 5.76 % of 2004-12-30.
    assert (14, Yuan("42.70")) == (subsidy(period).days, subsidy(period).subsidy)


def test_central_part_is_rounded_once() -> None:
    """The half of central finance is not half of the rounded subsidy; the place pays the rest."""
    period = evolve(
        PERIOD,
        principal=Yuan(10_002),
        drawn_on=date(2006, 2, 1),
        due_on=date(2007, 2, 1),
        months=12,
        borrower=Borrower.REGISTERED,
        since=date(2006, 2, 1),
        until=date(2006, 3, 20),
    )
    # 48 days at 5.58 %: half of the interest is 37.20744, and half of that 18.60372.
    found = subsidy(period)
    assert (Yuan("37.21"), Yuan("18.60")) == (found.subsidy, found.central)
    assert Yuan("18.61") == found.local


def test_rounded_once_from_the_exact_amount() -> None:
    """The subsidy is not half of a rounded interest, and never falls when the principal rises."""
    period = SettledPeriod(
        principal=Yuan("17999.99"),
        drawn_on=date(2008, 8, 19),
        due_on=date(2009, 2, 19),
        months=6,
        borrower=Borrower.REGISTERED,
        micro_profit=True,
        uplift=1,
        repaid=False,
        since=date(2008, 12, 21),
        until=date(2009, 1, 20),
    )
    amounts = [
        subsidy(evolve(period, principal=Yuan.from_fen(fen))).subsidy
        for fen in range(1_799_900, 1_800_100)
    ]
    assert sorted(amounts) == amounts


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2003, 9, 19), ["not-settled"]),
        (date(2003, 9, 20), []),
        (date(2003, 12, 20), []),
        (date(2011, 3, 20), []),
    ],
)
def test_decided_from_the_settlement_day_on(on: date, expected: list[str]) -> None:
    """The day of the decision is the settlement day or later, and changes no amount."""
    outcome = Bureau.of("全国").interest_subsidy(PERIOD, on=on)
    assert expected == [refusal.code for refusal in outcome.refusals]
    assert () == outcome.missing


def test_right_of_2009_runs_on_its_own_clock() -> None:
    """A loan of 2009 is subsidised in 2011 by the law of its drawing and of its anniversary."""
    period = evolve(
        PERIOD,
        drawn_on=date(2009, 6, 1),
        due_on=date(2011, 6, 1),
        since=date(2010, 12, 21),
        until=date(2011, 3, 20),
    )
    found = subsidy(period)
    # 90 days at the 5.40 % of 2010-06-01.
    assert (90, Yuan("270.00"), Yuan("270.00")) == (found.days, found.subsidy, found.central)


@pytest.mark.parametrize(
    ("drawn_on", "standing", "since"),
    [
        (date(2002, 12, 31), Standing.ASSUMED, date(2002, 12, 24)),
        (date(2003, 1, 1), Standing.REPORTED, date(2003, 1, 1)),
    ],
)
def test_source_of_the_first_day(drawn_on: date, standing: Standing, since: date) -> None:
    """The subsidy begins on 2003-01-01; that it reaches loans made before is a reading."""
    outcome = Bureau.of("全国").interest_subsidy(drawn(drawn_on), on=date(2009, 12, 20))
    row = next(u.provision for u in outcome.citations if u.rule.path == "interest.begins")
    assert (standing, since) == (row.cite.standing, row.since)


@pytest.mark.parametrize(
    ("days", "fits"), [(-11, False), (-10, True), (0, True), (10, True), (11, False)]
)
def test_due_day_fits_the_term(days: int, fits: bool) -> None:  # noqa: FBT001
    """A due day after an extension is a contradiction, one put off by a holiday is not."""
    due_on = date(2005, 7, 15) + timedelta(days=days)
    if fits:
        assert due_on == evolve(PERIOD, due_on=due_on).due_on
        return
    with pytest.raises(InvalidFactsError) as caught:
        evolve(PERIOD, due_on=due_on)
    assert ["due_on"] == [fault.path for fault in caught.value.faults]


def test_day_of_repayment_of_a_loan_not_repaid() -> None:
    """A day of repayment and a loan that is not repaid contradict each other."""
    with pytest.raises(InvalidFactsError) as caught:
        evolve(PERIOD, repaid=False, repaid_on=date(2003, 9, 1))
    assert ["repaid_on"] == [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("drawn_on", "months", "expected"),
    [
        (date(2009, 3, 10), 36, ["term-too-long"]),
        (date(2009, 3, 11), 36, []),
        (date(2009, 3, 11), 37, ["term-too-long"]),
    ],
)
def test_firms_of_gansu_are_subsidised_for_three_years(
    drawn_on: date, months: int, expected: list[str]
) -> None:
    """The longer loan of an enterprise in Gansu from 2009 has its subsidy."""
    period = evolve(
        drawn(drawn_on, Borrower.ENTERPRISE), months=months, due_on=add_months(drawn_on, months)
    )
    outcome = Bureau.of("天水市").interest_subsidy(period, on=date(2009, 12, 20))
    assert expected == [refusal.code for refusal in outcome.refusals]


def test_overdue_and_extension_bear_nothing() -> None:
    """From the original maturity on there is no subsidy, though the loan still runs."""
    period = evolve(PERIOD, since=date(2005, 7, 15), until=date(2005, 9, 20))
    assert InterestSubsidy(0, Yuan(0), Yuan(0), Yuan(0), Yuan(0)) == subsidy(period)


def test_another_class_is_refused() -> None:
    """A borrower of none of the classes is refused."""
    outcome = Bureau.of().interest_subsidy(
        drawn(date(2003, 7, 15), Borrower.NONE), on=date(2003, 9, 20)
    )
    assert ["no-subsidised-class"] == [refusal.code for refusal in outcome.refusals]


def test_unknown_facts_are_asked() -> None:
    """Whether and when a loan was repaid must be known."""
    on = date(2003, 9, 20)
    bureau = Bureau.of()
    assert ("repaid",) == bureau.interest_subsidy(evolve(PERIOD, repaid=None), on=on).missing[:1]
    outcome = bureau.interest_subsidy(evolve(PERIOD, repaid=True), on=on)
    assert ("undecided", ("repaid_on",)) == (outcome.status, outcome.missing)


def test_all_faults_at_once() -> None:
    """Days before the first rule or out of order and amounts of zero have their faults."""
    with pytest.raises(InvalidFactsError) as caught:
        SettledPeriod(
            principal=Yuan(0),
            drawn_on=date(2002, 12, 23),
            due_on=date(2002, 12, 22),
            months=0,
            since=date(2003, 9, 20),
            until=date(2003, 9, 19),
            repaid_on=date(2002, 12, 1),
        )
    expected = ["principal", "drawn_on", "due_on", "months", "due_on", "repaid_on", "until"]
    assert expected == [fault.path for fault in caught.value.faults]


CLASSES = [b for b in Borrower if b not in (Borrower.DIFFICULT, Borrower.ENTERPRISE)]


@st.composite
def periods(draw: Any) -> SettledPeriod:
    """Draw a settled period, parts of which may be unknown."""
    on = draw(st.dates(date(2006, 1, 12), date(2008, 12, 31)))
    months = draw(st.integers(1, 25))
    since = draw(st.dates(date(2006, 1, 12), date(2010, 6, 30)))
    repaid = draw(st.none() | st.booleans())
    return SettledPeriod(
        principal=draw(st.none() | st.integers(1, 10**9).map(Yuan.from_fen)),
        drawn_on=on,
        due_on=add_months(on, months),
        months=draw(st.none() | st.just(months)),
        borrower=draw(st.none() | st.sampled_from(CLASSES)),
        micro_profit=draw(st.none() | st.booleans()),
        since=since,
        until=since + timedelta(days=draw(st.integers(0, 95))),
        uplift=draw(st.sampled_from([0, 0, 100, 300, 301, None])),
        repaid=repaid,
        repaid_on=draw(st.none() | st.dates(on, date(2010, 12, 31))) if repaid else None,
    )


@settings(max_examples=3)
@given(rows=st.lists(periods(), min_size=20, max_size=30))
def test_columns(both: Any, rows: list[SettledPeriod]) -> None:
    """Columns have the results, reasons and questions of the cases."""
    cases, found = both(interest_subsidy, rows, date(2010, 3, 20))
    assert cases == found


@pytest.mark.parametrize(
    "engine",
    [pytest.param("duckdb", marks=pytest.mark.slow("plans a long measure for DuckDB")), "pyarrow"],
)
def test_engines(both: Any, engine: str) -> None:
    """Other engines have the same results."""
    rows = [
        PERIOD,
        drawn(date(2006, 2, 28), Borrower.REGISTERED),
        drawn(date(2008, 2, 29), uplift=300),
        evolve(PERIOD, since=date(2004, 6, 21), until=date(2004, 9, 20)),
        evolve(PERIOD, principal=None),
    ]
    cases, found = both(interest_subsidy, rows, date(2010, 3, 20), engine=engine)
    assert cases == found


@settings(max_examples=60)
@given(period=periods())
def test_subsidy_never_exceeds_interest(period: SettledPeriod) -> None:
    """The subsidy never exceeds the interest charged, and its parts add up."""
    found = Bureau.of("全国").interest_subsidy(period, on=date(2010, 3, 20)).value
    if found is not None:
        assert found.subsidy <= found.interest
        assert found.subsidy == found.central + found.local


@settings(max_examples=40)
@given(cut=st.integers(0, 66))
def test_split_periods_have_the_same_days(cut: int) -> None:
    """Two periods that meet have the days of the whole, and differ by rounding at most."""
    middle = date(2003, 7, 15) + timedelta(days=cut)
    first = subsidy(evolve(PERIOD, until=middle))
    second = subsidy(evolve(PERIOD, since=middle + timedelta(days=1)))
    assert 68 == first.days + second.days
    assert abs((first.subsidy + second.subsidy - Yuan("207.40")).fen) <= 1
