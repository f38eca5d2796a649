"""The benchmark lending rate for a term (贷款期限档次), for the measures that price a loan."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.series import Tier
from gansu_reemployment.working.terms import Condition, Term, Working

#: The benchmark rates, one rule for each tier.
Rates = Mapping[Tier, Rule[Fraction]]
#: The longest term of each tier in months; the upper ends are included (含).
TIER_ENDS: Final[Mapping[Tier, int]] = {
    Tier.UP_TO_6M: 6,
    Tier.UP_TO_1Y: 12,
    Tier.OVER_1Y_TO_3Y: 36,
    Tier.OVER_3Y_TO_5Y: 60,
}


def tier_of(months: int) -> Tier:
    """Give the tier of a term of *months*."""
    return next((tier for tier, end in TIER_ENDS.items() if months <= end), Tier.OVER_5Y)


def base_rate(w: Working[Any], months: Term[int], rates: Rates) -> Term[Fraction]:
    """Give the benchmark rate of the day for a term of *months*."""
    return _by_tier(w, months, rates, w.use)


def base_rate_at(
    w: Working[Any], months: Term[int], rates: Rates, day: Term[date]
) -> Term[Fraction]:
    """Give the benchmark rate of *day*, such as that of a contract, for a term of *months*."""
    return _by_tier(w, months, rates, lambda rate: w.use_at(rate, day))


def _by_tier(
    w: Working[Any], months: Term[int], rates: Rates, read: Callable[[Rule[Fraction]], Any]
) -> Term[Fraction]:
    work = _reading(read, rates[Tier.OVER_5Y])
    for tier, end in reversed(tuple(TIER_ENDS.items())):
        work = _up_to(w, months <= end, _reading(read, rates[tier]), work)
    rate: Term[Fraction] = work()
    return rate


def _reading(read: Callable[[Rule[Fraction]], Any], rate: Rule[Fraction]) -> Callable[[], Any]:
    return lambda: read(rate)


def _up_to(
    w: Working[Any], within: Condition, shorter: Callable[[], Any], longer: Callable[[], Any]
) -> Callable[[], Any]:
    return lambda: w.branch(within, shorter, longer)
