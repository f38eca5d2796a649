"""The amounts of 麦积区 in an application."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.measures.loans.guarantee.capacity import GuaranteeFund
from gansu_reemployment.measures.loans.loan.rules import Purpose
from gansu_reemployment.measures.loans.loan.terms import LoanApplication

DAY = date(2010, 6, 1)


def application(requested: int) -> LoanApplication:
    """Return a complete application of one holder of the certificate."""
    return LoanApplication(
        born_on=date(1965, 1, 1),
        certified=True,
        partners=1,
        requested=Yuan(requested),
        months=24,
        micro_profit=True,
        uplift=0,
        own_funds_short=True,
        purpose=Purpose.WORKING_CAPITAL,
        healthy=True,
        creditworthy=True,
        skilled=True,
        recommended=True,
        examined=True,
        guaranteed=True,
    )


def test_limit_is_the_largest_loan_of_2010(bureau: Callable[..., Bureau]) -> None:
    """12 loans of 30,000 and 6 of 50,000 add up to 660,000, and none is above the limit."""
    lent = [Yuan(30_000)] * 12 + [Yuan(50_000)] * 6
    assert Yuan(660_000) == sum(lent, Yuan(0))
    assert max(lent) == bureau("麦积区").rulebook.find("loan.norm").on(DAY).value


def test_fund_of_2010_carries_the_loans(bureau: Callable[..., Bureau]) -> None:
    """The fund of 1,000,000 is a fact of the case, and 660,000 leave 4,340,000."""
    fund = GuaranteeFund(fund=Yuan(1_000_000), outstanding=Yuan(660_000))
    value: Any = bureau("麦积区").work("guarantee_capacity", fund, on=DAY).value
    assert Yuan(4_340_000) == value.headroom


def test_terms_of_2010(bureau: Callable[..., Bureau]) -> None:
    """The rates of 2008-12-23 are in force in 2010, until 2010-10-19."""
    value: Any = bureau("麦积区").loan_terms(application(50_000), on=DAY).value
    assert (Yuan(50_000), Fraction(54, 1000)) == (value.principal, value.annual_rate)


@pytest.mark.parametrize("name", ["麦积区", "北道区", "620503", "Beidao District"])
def test_district_is_found_by_both_its_names(name: str, bureau: Callable[..., Bureau]) -> None:
    """The renaming of 2004-09-30 did not change the district or its code."""
    rule = bureau(name).rulebook.find("loan.norm")
    assert "620503" == rule.on(DAY).region


@pytest.mark.parametrize(
    ("day", "region"), [(date(2009, 12, 31), None), (date(2010, 1, 1), "620503")]
)
def test_figure_of_the_district_begins_in_2010(
    day: date, region: str | None, bureau: Callable[..., Bureau]
) -> None:
    """On the day before, the same amount is the nation's."""
    row = bureau("麦积区").rulebook.find("loan.norm").on(day)
    assert (Yuan(50_000), region) == (row.value, row.region)


def test_rest_of_the_prefecture_has_the_figure_of_the_nation(
    bureau: Callable[..., Bureau],
) -> None:
    """A county's row applies only in that county."""
    for place in ("天水市", "秦州区"):
        assert None is bureau(place).rulebook.find("loan.norm").on(DAY).region
