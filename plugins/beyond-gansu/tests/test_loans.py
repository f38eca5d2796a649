"""The loan rules of Zaozhuang, Wuxi and Hefei in single cases."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.measures.loans.enterprise_loan import EnterpriseApplication
from gansu_reemployment.measures.loans.guarantee.capacity import GuaranteeFund
from gansu_reemployment.measures.loans.guarantee.losses import LoanLoss


def firm(hired: int, requested: int) -> EnterpriseApplication:
    """Return an enterprise with a staff of a hundred that has hired some card holders."""
    return EnterpriseApplication(
        hired=hired,
        staff=100,
        contract_months=12,
        requested=Yuan(requested),
        months=24,
        government_guarantee=False,
        uplift=0,
    )


@pytest.mark.parametrize(
    ("place", "on", "capacity"),
    [
        ("枣庄市", date(2004, 2, 29), 62_500_000),
        ("枣庄市", date(2004, 3, 1), 37_500_000),
        ("青岛市", date(2004, 3, 1), 62_500_000),
    ],
)
def test_fund_of_zaozhuang_carries_three_times(
    place: str, on: date, capacity: int, bureau: Callable[..., Bureau]
) -> None:
    """Its 12,500,000 yuan carry 37,500,000, although the nation allows five times the fund."""
    fund = GuaranteeFund(fund=Yuan(12_500_000), outstanding=Yuan(0))
    value: Any = bureau(place).work("guarantee_capacity", fund, on=on).value
    assert Yuan(capacity) == value.capacity


@pytest.mark.parametrize(("place", "bank"), [("枣庄市", 2_000), ("青岛市", 0)])
def test_bank_of_zaozhuang_bears_a_fifth(
    place: str, bank: int, bureau: Callable[..., Bureau]
) -> None:
    """Of a loss of 10,000 the bank bears 2,000, although there is an agency."""
    loss = LoanLoss(loss=Yuan(10_000), agency=True, enterprise=False, prefecture_fund=True)
    value: Any = bureau(place).work("loss_shares", loss, on=date(2005, 1, 1)).value
    assert Yuan(bank) == value.bank


@pytest.mark.parametrize(
    ("hired", "requested", "granted"),
    [(1, 60_000, 50_000), (1, 50_000, 50_000), (20, 1_200_000, 1_000_000), (19, 950_001, 950_000)],
)
def test_wuxi_lends_by_persons_hired(
    hired: int, requested: int, granted: int, bureau: Callable[..., Bureau]
) -> None:
    """Each person hired adds 50,000, up to 1,000,000, and no ratio is required."""
    outcome = bureau("无锡市").work("enterprise_loan", firm(hired, requested), on=date(2008, 9, 1))
    value: Any = outcome.value
    assert value is not None, outcome.explain("en")
    assert Yuan(granted) == value.principal


def test_ratio_is_asked_in_wuxi_before_june_2008(bureau: Callable[..., Bureau]) -> None:
    """On the day before, one in a hundred is too few."""
    outcome = bureau("无锡市").work("enterprise_loan", firm(1, 50_000), on=date(2008, 5, 31))
    assert 1 == len(outcome.refusals)


def test_fund_of_hefei_is_a_fact(bureau: Callable[..., Bureau]) -> None:
    """Its 10,000,000 yuan are a fact of the case, and carry five times as much."""
    fund = GuaranteeFund(fund=Yuan(10_000_000), outstanding=Yuan(0))
    value: Any = bureau("合肥市").work("guarantee_capacity", fund, on=date(2003, 4, 10)).value
    assert Yuan(50_000_000) == value.capacity


def test_rule_of_anhui_holds_in_hefei(bureau: Callable[..., Bureau]) -> None:
    """The rows of the province apply in a city without rows of its own."""
    rule = bureau("合肥市").rulebook.find("loan.answer")
    assert "340000" == rule.on(date(2004, 5, 28)).region
