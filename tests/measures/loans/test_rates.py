"""The tier of a term and its benchmark rate."""

from datetime import date
from fractions import Fraction

import pytest

from gansu_reemployment.law.series import Tier, lending_rates
from gansu_reemployment.measures.loans.rates import base_rate, tier_of
from gansu_reemployment.working.case import CaseWorking

TIERS = [
    (6, Tier.UP_TO_6M),
    (7, Tier.UP_TO_1Y),
    (12, Tier.UP_TO_1Y),
    (13, Tier.OVER_1Y_TO_3Y),
    (36, Tier.OVER_1Y_TO_3Y),
    (37, Tier.OVER_3Y_TO_5Y),
    (60, Tier.OVER_3Y_TO_5Y),
    (61, Tier.OVER_5Y),
]


@pytest.mark.parametrize(("months", "tier"), TIERS)
def test_upper_ends_are_included(months: int, tier: Tier) -> None:
    """A term at the upper end lies in the tier, a month more in the next."""
    assert tier is tier_of(months)


@pytest.mark.parametrize(("months", "tier"), TIERS)
def test_rate_of_the_tier(months: int, tier: Tier) -> None:
    """The rate is that of the term's tier, on the day of the law or on another."""
    rates = lending_rates()
    day, other = date(2003, 7, 15), date(2004, 10, 29)
    case: CaseWorking = CaseWorking(day)
    expected: list[Fraction] = [rates[tier].on(when).value for when in (day, other)]
    found = [base_rate(case, months, rates), base_rate(case.as_of(other), months, rates)]
    assert expected == found
