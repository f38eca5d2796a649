"""Settlement of the income tax by the average of the monthly shares."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.facts import (
    TAXES,
    Enterprise,
    EnterpriseKind,
    Formation,
    Trade,
)
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.settlement import (
    ReliefSettlement,
    SettledRelief,
    StaffMonth,
    average_share,
    settled_relief,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2004, 12, 31)
NO_TAX: dict[str, Any] = {tax.code: Yuan(0) for tax in TAXES}
FIRM = Enterprise(
    enterprise=EnterpriseKind.NEW_SERVICE,
    trade=Trade.CATERING,
    contract_years=3,
    formation=Formation.SET_UP,
    mixed=False,
    approved_on=date(2003, 7, 1),
    **{**NO_TAX, "enterprise_income_tax": Yuan(100_000)},
)


def months(*counts: tuple[int, int]) -> tuple[StaffMonth, ...]:
    """Build months from January on, each with hired and staff."""
    return tuple(StaffMonth(month=n, hired=h, staff=s) for n, (h, s) in enumerate(counts, 1))


def work(firm: Enterprise, *counts: tuple[int, int]) -> Outcome[SettledRelief]:
    """Evaluate one case."""
    facts = ReliefSettlement(firm=firm, months=months(*counts))
    return settled_relief(CaseWorking(DAY), facts, ReliefRules())


def test_average_is_the_mean_of_ratios() -> None:
    """One of 10 and 5 of 20 average to 7/40, not to 6/30."""
    assert Fraction(7, 40) == average_share(months((1, 10), (5, 20)))


@pytest.mark.parametrize(
    ("counts", "relief"),
    [
        (((3, 10), (3, 10)), 100_000),
        (((4, 10), (1, 5)), 100_000),
        (((4, 10), (199, 1000)), 59_900),
    ],
)
def test_average_decides_at_the_threshold(counts: tuple[tuple[int, int], ...], relief: int) -> None:
    """An average of exactly 30 per cent is enough, a little less is not."""
    result = work(FIRM, *counts).value
    assert result is not None
    assert (Yuan(relief), Yuan(100_000 - relief)) == (result.relief, result.payable)


def test_unknown_tax_leaves_it_open() -> None:
    """The missing fact is named."""
    assert ("enterprise_income_tax",) == work(
        evolve(FIRM, enterprise_income_tax=None), (3, 10)
    ).missing


@pytest.mark.parametrize("numbers", [(), (1, 1)])
def test_months_are_given_once(numbers: tuple[int, ...]) -> None:
    """No month, or the same month twice, is a fault."""
    rows = tuple(StaffMonth(month=n, hired=1, staff=10) for n in numbers)
    with pytest.raises(InvalidFactsError) as caught:
        ReliefSettlement(firm=FIRM, months=rows)
    assert ["months"] == [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize("month", [0, 13])
def test_month_lies_in_the_year(month: int) -> None:
    """There are twelve months."""
    with pytest.raises(InvalidFactsError, match="month: "):
        StaffMonth(month=month, hired=1, staff=10)
