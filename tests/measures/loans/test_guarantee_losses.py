"""Losses: who bears them, and the yearly ceiling."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment import Bureau
from gansu_reemployment.measures.loans.guarantee.losses import (
    LoanLoss,
    YearOfCompensation,
    compensation_gap,
    loss_shares,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result

DAY = date(2004, 7, 1)
AMOUNTS = st.none() | st.integers(0, 10**12).map(Yuan.from_fen)
LOSSES = st.builds(
    LoanLoss,
    loss=AMOUNTS,
    agency=st.none() | st.booleans(),
    enterprise=st.none() | st.booleans(),
    prefecture_fund=st.none() | st.booleans(),
)


@pytest.mark.parametrize("name", ["loss_shares", "compensation_gap"])
def test_vectors(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """The worked cases come out as given."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors(name) if r.failures]


def test_no_shares_are_known_before_2004() -> None:
    """Before the notice of 2004 no sharing is known."""
    loss = LoanLoss(loss=Yuan(1), agency=False, enterprise=False, prefecture_fund=False)
    outcome = Bureau.of().loss_shares(loss, on=date(2004, 3, 30))
    assert date(2004, 3, 30) == lacking(outcome)["guarantee.bank_share"]


@pytest.mark.parametrize(
    ("compensated", "beyond"), [("19.99", "0.00"), ("20.00", "0.00"), ("20.01", "0.01")]
)
def test_ceiling_of_the_year(compensated: str, beyond: str) -> None:
    """A fifth of the balance is within the ceiling."""
    year = YearOfCompensation(balance=Yuan(100), compensated=Yuan(compensated), fund=Yuan(100))
    found = Bureau.of().compensation_gap(year, on=DAY).value
    assert found is not None
    assert Yuan(beyond) == found.beyond


@settings(max_examples=50)
@given(loss=LOSSES)
def test_shares_add_up(loss: LoanLoss) -> None:
    """The shares add up to the loss."""
    found = Bureau.of("全国").loss_shares(loss, on=DAY).value
    if found is not None:
        parts = (found.bank, found.fund, found.upper_fund, found.central, found.local)
        assert loss.loss == sum(parts, Yuan(0))
        assert min(parts) >= Yuan(0)


@settings(max_examples=15)
@given(losses=st.lists(LOSSES, min_size=1, max_size=30))
def test_shares_in_columns(both: Any, losses: list[LoanLoss]) -> None:
    """Columns agree with cases."""
    cases, rows = both(loss_shares, losses, DAY)
    assert cases == rows


@settings(max_examples=15)
@given(
    years=st.lists(
        st.builds(YearOfCompensation, balance=AMOUNTS, compensated=AMOUNTS, fund=AMOUNTS),
        min_size=1,
        max_size=30,
    )
)
def test_gap_in_columns(both: Any, years: list[YearOfCompensation]) -> None:
    """Columns agree with cases."""
    cases, rows = both(compensation_gap, years, DAY)
    assert cases == rows
