"""Relief in turn: worked cases, limits, the order of the taxes, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.errors import AmendmentError, InvalidFactsError
from gansu_reemployment.frames import frame_of
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.taxes.facts import TAXES, Trade, total
from gansu_reemployment.measures.taxes.ordered_relief.relief import (
    Claimant,
    OrderedClaim,
    OrderedRelief,
    ordered_relief,
)
from gansu_reemployment.measures.taxes.ordered_relief.rules import OrderedReliefRules
from gansu_reemployment.measures.taxes.ordered_relief.year import (
    OrderedYear,
    TaxMonth,
    ordered_year,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2006, 12, 31)
LOCAL = Instrument("", "本省标准", (), date(2006, 1, 1), date(2006, 1, 1)).at(
    standing=Standing.ASSUMED
)
#: A tax that is not due is stated as zero; without it the case asks.
NO_TAX: dict[str, Any] = {tax.code: Yuan(0) for tax in TAXES}
STALL = OrderedClaim(
    kind=Claimant.SOLE_TRADER,
    months=12,
    trade=Trade.CATERING,
    approved_on=date(2006, 1, 1),
    **NO_TAX,
)

amounts = st.integers(0, 3_000_000).map(Yuan.from_fen)
claims = st.builds(
    OrderedClaim,
    kind=st.none() | st.sampled_from(Claimant),
    months=st.none() | st.integers(0, 12),
    trade=st.none() | st.sampled_from([Trade.OTHER, Trade.SAUNA, Trade.INTERNET_CAFE]),
    approved_on=st.none() | st.dates(date(2002, 10, 1), date(2007, 12, 31)),
    **{tax.code: st.none() | amounts for tax in TAXES},
)


def rules(standard: int = 4_000) -> OrderedReliefRules:
    """Return the rules of a region that has set its standard."""
    national = OrderedReliefRules()
    row = Provision(date(2006, 1, 1), Yuan(standard), LOCAL, region="620000")
    return amended(national, standard=national.standard.amended([row]))


def work(claim: OrderedClaim, on: date = DAY) -> Outcome[OrderedRelief]:
    """Evaluate one case."""
    case = CaseWorking(on)
    return ordered_relief(case, case.read(claim), rules())


@pytest.mark.parametrize("name", ["ordered_relief", "ordered_relief_more"])
def test_worked_cases(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors(name) if r.failures}


@pytest.mark.parametrize("on", [date(2004, 1, 1), date(2005, 12, 31)])
def test_rules_of_a_day_that_is_not_known_are_not_asked_for(on: date) -> None:
    """Before 2006 no first day is known, so that no day for the excluded trades is."""
    early = evolve(STALL, approved_on=date(2003, 12, 10))
    case = Bureau.of().ordered_relief(early, on=on)
    frame = frame_of([early])
    columns = Bureau.of().columns
    found = [
        columns.ordered_relief(frame, on=on, lists=True),
        columns.ordered_relief(frame.lazy(), on=on, lists=True).collect(),
    ]
    assert [[*case.missing]] * 2 == [each["ordered_relief_missing"].to_list()[0] for each in found]
    assert "rule-not-known:ordered_relief.first_day" in case.missing
    assert "rule-not-known:ordered_relief.trader_trades" not in case.missing


@pytest.mark.parametrize("standard", [3_199, 4_801, 5_000])
def test_standard_outside_the_range_is_rejected(standard: int) -> None:
    """B19: a province may move 4,000 yuan by a fifth, no further."""
    with pytest.raises(AmendmentError, match="outside the limits set by law"):
        rules(standard)


@pytest.mark.parametrize("standard", [3_200, 4_800])
def test_ends_of_the_range_are_allowed(standard: int) -> None:
    """3,200 and 4,800 yuan are lawful."""
    assert Yuan(standard) == rules(standard).standard.on(DAY).value


def test_standard_is_asked_for_never_guessed() -> None:
    """Without a local rule an enterprise's limit is unknown, a stall's is known."""
    case = CaseWorking(DAY)
    firm = case.read(evolve(STALL, kind=Claimant.ENTERPRISE))
    outcome = ordered_relief(case, firm, OrderedReliefRules())
    assert ("rule-not-known:ordered_relief.standard",) == outcome.missing
    case = CaseWorking(DAY)
    result = ordered_relief(case, case.read(STALL), OrderedReliefRules()).value
    assert result is not None
    assert Yuan(8_000) == result.limit


@pytest.mark.parametrize(
    ("due", "relief", "unused"),
    [
        (Yuan("7999.99"), Yuan("7999.99"), Yuan("0.01")),
        (Yuan(8_000), Yuan(8_000), Yuan(0)),
        (Yuan("8000.01"), Yuan(8_000), Yuan(0)),
    ],
)
def test_limit_below_at_and_above(due: Yuan, relief: Yuan, unused: Yuan) -> None:
    """The relief is the smaller of limit and tax; the rest of the limit is lost."""
    result = work(evolve(STALL, business_tax=due)).value
    assert result is not None
    assert (relief, unused) == (total(result.relief), result.unused)


def test_only_the_own_income_tax_counts() -> None:
    """An enterprise's limit does not go to the income tax of persons, nor a stall's to firms'."""
    both: dict[str, Any] = {"enterprise_income_tax": Yuan(100), "individual_income_tax": Yuan(100)}
    firm = work(evolve(STALL, kind=Claimant.ENTERPRISE, **both)).value
    stall = work(evolve(STALL, **both)).value
    assert firm is not None
    assert stall is not None
    assert (Yuan(100), Yuan(0)) == (
        firm.relief.enterprise_income_tax,
        firm.relief.individual_income_tax,
    )
    assert (Yuan(0), Yuan(100)) == (
        stall.relief.enterprise_income_tax,
        stall.relief.individual_income_tax,
    )


def test_prolongation_is_known_when_issued() -> None:
    """The prolongation of the scheme is known from 3 March 2009 on."""
    book = Rulebook.national()
    before, after = (
        book.as_known(date(2009, 3, day)).of(OrderedReliefRules).approvals for day in (2, 3)
    )
    assert [False, True] == [r.knows(date(2009, 1, 1)) for r in (before, after)]


@pytest.mark.parametrize(
    ("approved_on", "on", "limit"),
    [
        (date(2004, 5, 10), date(2007, 12, 31), Yuan("3333.33")),
        (date(2004, 5, 10), date(2007, 1, 1), Yuan("3333.33")),
        (date(2004, 5, 10), date(2006, 12, 31), Yuan(8_000)),
        (date(2006, 2, 1), date(2006, 12, 31), Yuan("7333.33")),
        (date(2006, 2, 1), date(2009, 6, 30), Yuan("666.67")),
        (date(2003, 7, 1), date(2006, 12, 31), Yuan(4_000)),
        (date(2003, 7, 1), date(2006, 6, 30), Yuan(4_000)),
        (date(2010, 12, 31), date(2013, 12, 31), Yuan(8_000)),
        (date(2010, 1, 1), date(2012, 12, 31), Yuan(8_000)),
    ],
)
def test_months_are_those_within_the_term(approved_on: date, on: date, limit: Yuan) -> None:
    """Of the months asked for a year, only those of the term count, on any day of the year."""
    result = work(evolve(STALL, approved_on=approved_on), on).value
    assert result is not None
    assert limit == result.limit


@pytest.mark.parametrize(
    ("approved_on", "on", "refused"),
    [
        (date(2003, 1, 1), date(2006, 1, 1), ["term-over"]),
        (date(2003, 1, 2), date(2006, 1, 1), []),
        (date(2006, 2, 1), date(2010, 1, 1), ["term-over"]),
        (date(2006, 2, 1), date(2009, 12, 31), []),
        (date(2007, 1, 1), date(2006, 12, 31), ["not-begun"]),
    ],
)
def test_years_outside_the_term_are_refused(
    approved_on: date, on: date, refused: list[str]
) -> None:
    """A year in which no day of the term lies has no relief."""
    outcome = work(evolve(STALL, approved_on=approved_on), on)
    assert refused == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("approved_on", "refused"),
    [(date(2005, 12, 31), ["keeps-first-regime"]), (date(2006, 1, 1), [])],
)
def test_enterprises_approved_before_2006_keep_their_relief(
    approved_on: date, refused: list[str]
) -> None:
    """An enterprise moves to the limit with approvals of 2006."""
    firm = evolve(STALL, kind=Claimant.ENTERPRISE, approved_on=approved_on)
    assert refused == [refusal.code for refusal in work(firm).refusals]


def test_window_is_tested_on_the_day_of_approval() -> None:
    """An approval of 2007 is used in 2009, before the prolongation is known."""
    known = Rulebook.national().as_known(date(2009, 2, 1)).of(OrderedReliefRules)
    for approved_on, missing in (
        (date(2007, 3, 1), ()),
        (date(2009, 1, 1), ("rule-not-known:ordered_relief.approvals",)),
    ):
        case = CaseWorking(date(2009, 1, 31))
        claim = case.read(evolve(STALL, approved_on=approved_on))
        assert missing == ordered_relief(case, claim, known).missing


@pytest.mark.parametrize(
    ("approved_on", "missing"),
    [
        (date(2010, 12, 31), ()),
        (
            date(2011, 1, 1),
            (
                "rule-not-known:ordered_relief.approvals",
                "rule-not-known:tax_relief.approval",
                "rule-not-known:tax_relief.day_count",
            ),
        ),
    ],
)
def test_approvals_end_with_2010(approved_on: date, missing: tuple[str, ...]) -> None:
    """财税[2010]10号 prolongs approvals to the end of 2010; of later ones no law is known."""
    assert missing == work(evolve(STALL, approved_on=approved_on), date(2011, 12, 31)).missing
    assert date(2010, 12, 31) == OrderedReliefRules().approvals.on(date(2010, 12, 31)).until


def test_nothing_is_presumed() -> None:
    """The trade and the day of approval are asked for."""
    outcome = work(OrderedClaim(kind=Claimant.SOLE_TRADER, months=12))
    assert ("trade", "approved_on", *NO_TAX) == outcome.missing


def test_standard_is_the_province_s() -> None:
    """A prefecture may not set the standard."""
    national = OrderedReliefRules()
    row = Provision(date(2006, 1, 1), Yuan(4_000), LOCAL, region="620100")
    with pytest.raises(AmendmentError, match="province"):
        national.standard.amended([row])


def test_stall_has_twelve_months() -> None:
    """More months than a year has are a fault."""
    with pytest.raises(InvalidFactsError) as caught:
        evolve(STALL, months=13)
    assert ["months"] == [fault.path for fault in caught.value.faults]


@settings(max_examples=10)
@given(st.lists(claims, min_size=5, max_size=15))
def test_columns_equal_cases(both: Callable[..., Any], claims: list[OrderedClaim]) -> None:
    """Columns agree with explained cases, refusals and questions included."""
    cases, rows = both(ordered_relief, claims, DAY, rules())
    assert [sorted_missing(row) for row in cases] == [sorted_missing(row) for row in rows]


def sorted_missing(row: dict[str, Any]) -> dict[str, Any]:
    """Sort the names of the missing facts."""
    missing = row["ordered_relief_missing"]
    return {**row, "ordered_relief_missing": missing and sorted(missing.split(";"))}


@given(claims)
def test_limit_is_used_or_left(claim: OrderedClaim) -> None:
    """Relief and unused rest add up to the limit; no relief exceeds the tax due."""
    result = work(claim).value
    if result is not None:
        assert result.limit == total(result.relief) + result.unused
        assert all(amount >= Yuan(0) for _tax, amount in result.payable.items())


NO_TURNOVER: dict[str, Any] = {
    name: NO_TAX[name] for name in ("business_tax", "construction_tax", "education_surcharge")
}
YEAR = OrderedYear(
    planned=24,
    worked=24,
    months=(
        TaxMonth(month=1, **{**NO_TURNOVER, "business_tax": Yuan(5_000)}),
        TaxMonth(
            month=2,
            business_tax=Yuan(2_000),
            construction_tax=Yuan(0),
            education_surcharge=Yuan(60),
        ),
    ),
    enterprise_income_tax=Yuan(2_000),
)


@pytest.mark.parametrize(
    ("worked", "income_tax_relief", "repaid", "unused"),
    [(24, 940, 0, 0), (20, 0, 0, 0), (18, 0, 1_060, 0), (36, 2_000, 0, 2_940)],
)
def test_year_is_settled(worked: int, income_tax_relief: int, repaid: int, unused: int) -> None:
    """The rest of the real limit reduces income tax; use beyond it is repaid."""
    year = evolve(YEAR, worked=worked)
    if worked == 20:
        year = evolve(year, months=year.months[:1], enterprise_income_tax=Yuan(0), worked=15)
    result = ordered_year(CaseWorking(DAY), year, rules()).value
    assert result is not None
    found = (result.income_tax_relief, result.repaid, result.unused)
    assert tuple(map(Yuan, (income_tax_relief, repaid, unused))) == found


def test_months_use_the_planned_limit_up() -> None:
    """Month by month the planned limit is used, and no more than it."""
    result = ordered_year(CaseWorking(DAY), evolve(YEAR, planned=18), rules()).value
    assert result is not None
    assert [(5_000, 1_000), (1_000, 0)] == [
        (use.relief.fen // 100, use.left.fen // 100) for use in result.months
    ]


def test_unknown_month_leaves_the_year_open() -> None:
    """The missing fact is named with its place."""
    year = evolve(
        YEAR, worked=None, months=(TaxMonth(month=3, **{**NO_TURNOVER, "business_tax": None}),)
    )
    outcome = ordered_year(CaseWorking(DAY), year, rules())
    assert ("worked", "months[0].business_tax") == outcome.missing


@pytest.mark.parametrize("numbers", [(2, 1), (1, 1)])
def test_months_stand_in_order(numbers: tuple[int, int]) -> None:
    """A month out of order or named twice is a fault."""
    with pytest.raises(InvalidFactsError, match="months: "):
        OrderedYear(months=tuple(TaxMonth(month=n) for n in numbers))
