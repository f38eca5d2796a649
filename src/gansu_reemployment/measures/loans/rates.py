"""Benchmark lending rates by the term of a loan (贷款基准利率), for the measures that price one.

>>> from datetime import date
>>> from gansu_reemployment.law.series import lending_rates
>>> from gansu_reemployment.working.case import CaseWorking
>>> base_rate(CaseWorking(on=date(2003, 7, 15)), 24, lending_rates())
Fraction(549, 10000)
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from gansu_reemployment.law import Rule
from gansu_reemployment.law.series import Tier
from gansu_reemployment.working import Working, formula

#: The benchmark rates, one rule for each tier.
Rates = Mapping[Tier, Rule[Fraction]]

#: The longest term of each tier in months; the upper ends are included (含).
HALF_A_YEAR: Final = 6
ONE_YEAR: Final = 12
THREE_YEARS: Final = 36
FIVE_YEARS: Final = 60

_ONE_HUNDRED_PERCENT: Final = 10_000


@formula
def base_rate(w: Working, months: int, rates: Rates) -> Fraction:
    """Return the benchmark rate of the day for a term of *months* (基准利率)."""
    if months <= HALF_A_YEAR:
        return w.use(rates[Tier.UP_TO_6M])
    if months <= ONE_YEAR:
        return w.use(rates[Tier.UP_TO_1Y])
    if months <= THREE_YEARS:
        return w.use(rates[Tier.OVER_1Y_TO_3Y])
    if months <= FIVE_YEARS:
        return w.use(rates[Tier.OVER_3Y_TO_5Y])
    return w.use(rates[Tier.OVER_5Y])


def tier_of(months: int) -> Tier:
    """Return the tier of a term of *months* (利率档次), for the measures of single cases."""
    ends = {
        Tier.UP_TO_6M: HALF_A_YEAR,
        Tier.UP_TO_1Y: ONE_YEAR,
        Tier.OVER_1Y_TO_3Y: THREE_YEARS,
        Tier.OVER_3Y_TO_5Y: FIVE_YEARS,
    }
    return next((tier for tier, end in ends.items() if months <= end), Tier.OVER_5Y)


def of_basis_points(w: Working, points: int) -> Fraction:
    """Return a number of basis points as a ratio; 100 are one per cent (基点)."""
    return w.ratio(points, _ONE_HUNDRED_PERCENT)
