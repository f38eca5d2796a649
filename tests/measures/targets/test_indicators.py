"""Indicators: three separate counts, exact rates on a stated base, the same in columns."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment.data.panels import gansu_panel
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.measures.targets.indicators.facts import (
    CertificateCount,
    EmployedStock,
    LabourForce,
    LedgerCount,
    NewlyEmployed,
    RateBase,
    Reemployment,
    ShortLabourForce,
)
from gansu_reemployment.measures.targets.indicators.indicators import (
    Coverage,
    issue_rate,
    ledger_rate,
    net_new_jobs,
    new_jobs,
    reemployment_rate,
    short_unemployment_rate,
    unemployment_rate,
)
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

DAY = date(2004, 12, 31)
OPINION = date(2003, 6, 10)
numbers = st.one_of(st.none(), st.integers(0, 10**7))
above = st.one_of(st.none(), st.integers(1, 10**7))
MEASURES: dict[Measure[Any, Any], st.SearchStrategy[Any]] = {
    net_new_jobs: st.builds(EmployedStock, employed_start=numbers, employed_end=numbers),
    new_jobs: st.builds(NewlyEmployed, newly_employed=numbers, natural_loss=numbers),
    unemployment_rate: st.builds(
        LabourForce,
        registered=above,
        unit_employed=numbers,
        off_post=numbers,
        private_owners=numbers,
        sole_traders=numbers,
        private_employed=numbers,
    ),
    short_unemployment_rate: st.builds(
        ShortLabourForce, registered=numbers, unit_employed=above, private_employed=numbers
    ),
    reemployment_rate: st.builds(
        Reemployment,
        base=st.one_of(st.none(), st.sampled_from(RateBase)),
        reemployed=numbers,
        stock=st.one_of(st.none(), st.integers(10**7, 10**8)),
        newly_laid_off=numbers,
    ),
    issue_rate: st.builds(CertificateCount, issued=numbers, entitled=above),
    ledger_rate: st.builds(LedgerCount, recorded=numbers, older=above),
}


def percent(measure: Measure[Any, Any], facts: CheckedFacts, on: date, digits: int) -> Decimal:
    """Compute a rate in per cent, rounded to *digits*."""
    rate = work(measure, facts, on).value
    assert isinstance(rate, Fraction)
    return round(Decimal(rate.numerator) * 100 / rate.denominator, digits)


def work(measure: Measure[Any, Any], facts: CheckedFacts, on: date = DAY) -> Outcome[Any]:
    """Evaluate one case."""
    case = CaseWorking(on)
    outcome: Outcome[Any] = measure.work(case, case.read(facts), measure.rules())
    return outcome


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
@given(data=st.data())
@settings(max_examples=10)
def test_columns_agree_with_cases(
    both: Callable[..., Any], measure: Measure[Any, Any], data: st.DataObject
) -> None:
    """Values and missing facts are the same over a frame."""
    facts = data.draw(st.lists(MEASURES[measure], min_size=1, max_size=8))
    cases, rows = both(measure, facts, DAY)
    assert cases == [{name: _exact(value) for name, value in row.items()} for row in rows]


def _exact(value: Any) -> Any:
    """Read the ratio that a column writes as text."""
    ratio = isinstance(value, str) and "/" in value
    return Fraction(value) if ratio else value


def test_net_and_new_jobs_differ() -> None:
    """A place may have many new jobs while its employment falls."""
    stock = EmployedStock(employed_start=2_642_000, employed_end=2_611_900)
    assert -30_100 == work(net_new_jobs, stock).value
    moves = NewlyEmployed(newly_employed=128_900, natural_loss=28_900)
    assert 100_000 == work(new_jobs, moves).value


@pytest.mark.parametrize(
    ("day", "document", "standing"),
    [
        (date(2003, 6, 10), "关于加快推进再就业工作的意见", Standing.ASSUMED),
        (date(2003, 12, 31), "关于加快推进再就业工作的意见", Standing.ASSUMED),
        (date(2004, 4, 1), "关于加快推进再就业工作的意见", Standing.ASSUMED),
        (date(2004, 4, 2), "劳社部发[2004]9号", Standing.READ),
    ],
)
def test_counts_follow_the_opinion_and_from_april_2004_their_definitions(
    day: date, document: str, standing: Standing
) -> None:
    """The goal of 2003 is counted by the words of the opinion, as a reading."""
    stock = EmployedStock(employed_start=1, employed_end=2)
    moves = NewlyEmployed(newly_employed=2, natural_loss=1)
    for measure, facts in ((net_new_jobs, stock), (new_jobs, moves)):
        outcome = work(measure, facts, day)
        assert 1 == outcome.value
        cite = outcome.citations[0].provision.cite
        assert cite.instrument.name.endswith(document)
        assert standing is cite.standing


def test_counts_have_no_meaning_before_the_opinion() -> None:
    """The day before the opinion no text sets a goal."""
    stock = EmployedStock(employed_start=1, employed_end=2)
    outcome = work(net_new_jobs, stock, date(2003, 6, 9))
    assert ("rule-not-known:indicators.net_new_jobs",) == outcome.missing


def test_standing_of_the_counts() -> None:
    """The definition of net new jobs was read; the one of new jobs is assumed."""
    [net] = work(net_new_jobs, EmployedStock(employed_start=1, employed_end=2)).citations
    assert Standing.READ is net.provision.cite.standing
    _gross, new = work(new_jobs, NewlyEmployed(newly_employed=2, natural_loss=1)).citations
    assert Standing.ASSUMED is new.provision.cite.standing


def test_long_form_of_the_rate() -> None:
    """Every part of the labour force is in the denominator."""
    force = LabourForce(
        registered=34,
        unit_employed=700,
        off_post=66,
        private_owners=10,
        sole_traders=40,
        private_employed=150,
    )
    assert Fraction(34, 1000) == work(unemployment_rate, force).value


def test_gansu_2003() -> None:
    """9.3万 registered persons on the implied base are the printed 3.4%."""
    force = LabourForce(
        registered=93_000,
        unit_employed=2_642_000,
        off_post=0,
        private_owners=0,
        sole_traders=0,
        private_employed=0,
    )
    assert Decimal("3.4") == percent(unemployment_rate, force, DAY, 1)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("兰州", "1.98"),
        ("嘉峪关", "4.78"),
        ("金昌", "5.28"),
        ("白银", "3.82"),
        ("天水", "7.45"),
        ("武威", "3.55"),
        ("张掖", "3.39"),
        ("平凉", "4.28"),
        ("酒泉", "3.16"),
        ("庆阳", "4.92"),
        ("定西", "2.95"),
    ],
)
def test_short_form_of_2003(place: str, expected: str) -> None:
    """The rates of the prefectures are those computed from the panel by hand."""
    panel = gansu_panel()
    units = panel.column("unit_wan", 2003)[place]
    private = panel.column("priv_persons", 2003)[place]
    registered = panel.column("unemp_persons", 2003)[place]
    assert units is not None
    assert private is not None
    assert registered is not None
    force = ShortLabourForce(
        registered=int(registered),
        unit_employed=int(units * 10_000),
        private_employed=int(private),
    )
    assert Decimal(expected) == percent(short_unemployment_rate, force, OPINION, 2)


@pytest.mark.parametrize("kind", [LabourForce, ShortLabourForce])
def test_parts_that_are_all_zero(kind: type[CheckedFacts]) -> None:
    """Parts that are all zero are rejected, unless one of them is unknown."""
    parts: dict[str, Any] = dict.fromkeys(kind().unknown, 0)
    with pytest.raises(InvalidFactsError, match="all parts are zero, so there is no rate"):
        kind(**parts)
    assert ("registered",) == tuple(kind(**{**parts, "registered": None}).unknown)


def test_both_bases_of_the_reemployment_rate() -> None:
    """6.0万 persons are 40% of a stock of 15.0万, and 30% of stock and inflow."""
    facts: dict[str, Any] = {"reemployed": 60_000, "stock": 150_000, "newly_laid_off": 50_000}
    stock = work(reemployment_rate, Reemployment(base=RateBase.STOCK, **facts), OPINION)
    flow = work(reemployment_rate, Reemployment(base=RateBase.FLOW, **facts), OPINION)
    assert (Fraction(40, 100), Fraction(30, 100)) == (stock.value, flow.value)
    both = "indicators.reemployment"
    assert [both, "indicators.stock_base"] == [used.rule.path for used in stock.citations]
    assert [both, "indicators.flow_base"] == [used.rule.path for used in flow.citations]


def test_base_is_never_guessed() -> None:
    """Without a base the rate is undecided, even if both bases are equal."""
    outcome = work(reemployment_rate, Reemployment(reemployed=6, stock=15, newly_laid_off=0))
    assert ("undecided", ("base",)) == (outcome.status, outcome.missing)


def test_stock_base_needs_no_inflow() -> None:
    """Only the flow base needs the newly laid off."""
    stock = Reemployment(base=RateBase.STOCK, reemployed=6, stock=15)
    assert Fraction(2, 5) == work(reemployment_rate, stock).value
    flow = Reemployment(base=RateBase.FLOW, reemployed=6, stock=15)
    assert ("newly_laid_off",) == work(reemployment_rate, flow).missing


@pytest.mark.parametrize(("on", "named"), [(date(2003, 6, 9), True), (date(2003, 6, 10), False)])
def test_unknown_fact_does_not_hide_a_day_without_law(on: date, *, named: bool) -> None:
    """On a day without the goal the rule that is not known is named beside the facts."""
    missing = work(reemployment_rate, Reemployment(), on).missing
    assert named is ("rule-not-known:indicators.reemployment" in missing)
    assert "base" in missing


def test_flow_base_may_begin_with_no_stock(both: Callable[..., Any]) -> None:
    """One of three newly laid off is a third, though nobody was laid off at the start."""
    count = Reemployment(base=RateBase.FLOW, stock=0, newly_laid_off=3, reemployed=1)
    assert Fraction(1, 3) == work(reemployment_rate, count).value
    cases, rows = both(reemployment_rate, [count], DAY)
    assert cases == [{name: _exact(value) for name, value in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"base": RateBase.STOCK, "stock": 0}, "stock: the base is zero"),
        ({"base": RateBase.FLOW, "stock": 0, "newly_laid_off": 0}, "stock: the base is zero"),
        (
            {"base": RateBase.STOCK, "stock": 3, "reemployed": 4},
            "reemployed: must not be above the base of 3",
        ),
        (
            {"base": RateBase.FLOW, "stock": 3, "newly_laid_off": 1, "reemployed": 5},
            "reemployed: must not be above the base of 4",
        ),
    ],
)
def test_base_that_cannot_be(facts: dict[str, Any], fault: str) -> None:
    """There is no rate of an empty base, and nobody is re-employed who is not of the base."""
    with pytest.raises(InvalidFactsError, match=fault):
        Reemployment(**facts)


def test_whole_base_may_be_reemployed() -> None:
    """All of the stock is a rate of 100%."""
    count = Reemployment(base=RateBase.STOCK, stock=3, reemployed=3)
    assert 1 == work(reemployment_rate, count).value


@pytest.mark.parametrize(
    ("done", "lacking", "excess", "complete"),
    [(99, 1, 0, False), (100, 0, 0, True), (101, 0, 1, False)],
)
def test_everyone_who_qualifies(done: int, lacking: int, excess: int, *, complete: bool) -> None:
    """All are needed; one more than qualify is an excess, and the count is not complete."""
    expected = Coverage(rate=Fraction(done, 100), lacking=lacking, excess=excess, complete=complete)
    issue = work(issue_rate, CertificateCount(issued=done, entitled=100))
    ledger = work(ledger_rate, LedgerCount(recorded=done, older=100))
    assert expected == issue.value == ledger.value


def test_stock_base_is_a_reading() -> None:
    """The stock base is assumed, because its text is Shaanxi's."""
    _goal, used = work(
        reemployment_rate, Reemployment(base=RateBase.STOCK, reemployed=4, stock=10)
    ).citations
    assert Standing.ASSUMED is used.provision.cite.standing
    assert "当年存量下岗职工" == used.rule.zh
    assert "下岗职工" in used.provision.note


def test_everyone_is_a_reading() -> None:
    """The required 100% is assumed."""
    [used] = work(issue_rate, CertificateCount(issued=1, entitled=1)).citations
    assert (Fraction(1), Standing.ASSUMED) == (used.provision.value, used.provision.cite.standing)
