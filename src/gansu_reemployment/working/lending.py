"""The benchmark lending rate for a term (贷款期限档次), for the measures that price a loan."""

from collections.abc import Callable, Mapping
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
    work: Callable[[], Term[Any]] = lambda: w.use(rates[Tier.OVER_5Y])  # noqa: E731 - a thunk
    for tier, end in reversed(tuple(TIER_ENDS.items())):
        work = _up_to(w, months <= end, rates[tier], work)
    return work()


def _up_to(
    w: Working[Any], within: Condition, rate: Rule[Fraction], longer: Callable[[], Term[Any]]
) -> Callable[[], Term[Any]]:
    return lambda: w.branch(within, lambda: w.use(rate), longer)
