"""Fixed deduction: worked cases, carrying and expiry, and the conservation of what is granted."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.fixed_deduction.deduction import (
    FixedDeduction,
    fixed_deduction,
)
from gansu_reemployment.measures.taxes.fixed_deduction.facts import FixedClaim, HolderYear, Scheme
from gansu_reemployment.measures.taxes.fixed_deduction.rules import FixedDeductionRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2005, 12, 31)


def claim(
    scheme: Scheme | None, first: int, *years: tuple[int, Yuan], approved_on: date | None = None
) -> FixedClaim:
    """Build a claim with one entry for each year from *first* on."""
    rows = (
        HolderYear(year=first + n, workers=workers, tax_due=due)
        for n, (workers, due) in enumerate(years)
    )
    return FixedClaim(scheme=scheme, years=tuple(rows), approved_on=approved_on)


def work(facts: FixedClaim) -> Outcome[FixedDeduction]:
    """Decide one case."""
    return fixed_deduction(CaseWorking(DAY), facts, FixedDeductionRules())


@pytest.mark.parametrize("name", ["fixed_deduction", "fixed_deduction_more"])
def test_worked_cases(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors(name) if r.failures}


@pytest.mark.parametrize(
    ("scheme", "symbol"),
    [
        (Scheme.RETAIL_WHOLESALE, "财税[2003]133号"),
        (Scheme.PROCESSING, "财税[2003]192号"),
    ],
)
def test_first_year_is_that_of_the_scheme(scheme: Scheme, symbol: str) -> None:
    """A year before 2003 is refused by the scheme's own notice."""
    (refusal,) = work(claim(scheme, 2002, (1, Yuan(0)))).refusals
    assert refusal.used is not None
    assert symbol == refusal.used.provision.cite.instrument.symbol


@pytest.mark.parametrize(
    ("first", "refused"),
    [(2002, ["before-first-year"]), (2003, []), (2005, []), (2006, ["after-last-year"])],
)
def test_years_of_the_first_scheme(first: int, refused: list[str]) -> None:
    """The first scheme knows the years 2003 to 2005."""
    outcome = work(claim(Scheme.RETAIL_WHOLESALE, first, (1, Yuan(0))))
    assert refused == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("approved_on", "first", "refused"),
    [
        (date(2003, 1, 1), 2005, []),
        (date(2003, 1, 1), 2006, ["after-last-year"]),
        (date(2003, 1, 2), 2006, []),
        (date(2005, 12, 31), 2008, []),
        (date(2005, 12, 31), 2009, ["after-last-year"]),
        (date(2006, 1, 1), 2006, ["approved-too-late"]),
        (None, 2009, ["after-last-year"]),
        (None, 2002, ["before-first-year"]),
    ],
)
def test_years_of_the_second_scheme(
    approved_on: date | None, first: int, refused: list[str]
) -> None:
    """What was approved by the end of 2005 has three years; none lies after 2008."""
    outcome = work(claim(Scheme.PROCESSING, first, (1, Yuan(0)), approved_on=approved_on))
    assert refused == [refusal.code for refusal in outcome.refusals]


def test_years_before_the_approval_have_no_deduction() -> None:
    """A claim that reaches beyond 2005 begins with the year of the approval."""
    years = [(1, Yuan(0))] * 4
    outcome = work(claim(Scheme.PROCESSING, 2003, *years, approved_on=date(2004, 5, 1)))
    assert ["before-first-year"] == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("scheme", "first", "refused"),
    [
        (Scheme.RETAIL_WHOLESALE, 2006, "after-last-year"),
        (Scheme.RETAIL_WHOLESALE, 2002, "before-first-year"),
        (Scheme.PROCESSING, 2009, "after-last-year"),
    ],
)
def test_certain_refusal_does_not_wait_for_unknown_facts(
    scheme: Scheme, first: int, refused: str
) -> None:
    """A year outside the scheme is refused though its workers are unknown."""
    facts = FixedClaim(scheme=scheme, years=(HolderYear(year=first, tax_due=Yuan(1)),))
    assert [refused] == [refusal.code for refusal in work(facts).refusals]


@pytest.mark.parametrize("scheme", Scheme)
@given(data=st.data())
def test_what_is_granted_is_deducted_expired_or_carried(
    scheme: Scheme, data: st.DataObject
) -> None:
    """Over any years, deducted and expired and the last carry make up what was granted."""
    most = 3 if scheme is Scheme.RETAIL_WHOLESALE else 4
    year = st.tuples(st.integers(0, 50), st.integers(0, 10**8).map(Yuan.from_fen))
    years = data.draw(st.lists(year, min_size=1, max_size=most))
    result = work(claim(scheme, 2003, *years, approved_on=date(2003, 7, 1))).value
    assert result is not None
    rows = result.years
    granted = sum((row.entitled for row in rows), Yuan(0))
    used = sum((row.deducted + row.expired for row in rows), Yuan(0))
    assert granted == used + rows[-1].carried
    assert [due for _workers, due in years] == [row.deducted + row.payable for row in rows]
    assert all(min(row.payable, row.expired, row.carried) >= Yuan(0) for row in rows)


def test_unknown_facts_are_named_with_their_place() -> None:
    """An unknown scheme and unknown workers leave it open."""
    facts = FixedClaim(years=(HolderYear(year=2003, tax_due=Yuan(1)),))
    assert ("scheme", "years[0].workers") == work(facts).missing


@pytest.mark.parametrize("years", [(), (2003, 2005), (2004, 2003)])
def test_years_follow_one_another(years: tuple[int, ...]) -> None:
    """No year, a gap, or a wrong order is a fault."""
    with pytest.raises(InvalidFactsError) as caught:
        FixedClaim(years=tuple(HolderYear(year=year) for year in years))
    assert ["years"] == [fault.path for fault in caught.value.faults]
