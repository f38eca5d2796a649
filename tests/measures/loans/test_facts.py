"""The facts of loans: contract, settlement, repayments."""

from datetime import date
from fractions import Fraction

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.loans.facts import (
    Contract,
    Refixing,
    Repayment,
    RunningLoan,
    Settlement,
)
from gansu_reemployment.money import Yuan


def test_contract_is_known_or_not() -> None:
    """A loan has a contract only if all its parts are known."""
    loan = RunningLoan(
        principal=Yuan(1), annual_rate=Fraction(1, 20), drawn_on=date(2003, 7, 15), months=24
    )
    expected = Contract(Yuan(1), Fraction(1, 20), date(2003, 7, 15), 24)
    assert expected == loan.contract()
    assert date(2005, 7, 15) == expected.due_on
    assert RunningLoan(principal=Yuan(1)).contract() is None


def test_months_between_settlements() -> None:
    """A loan settled at its end has no interval of settlement."""
    assert [1, 3, None] == [settlement.every for settlement in Settlement]


def test_months_between_fixings() -> None:
    """A fixed rate has no interval of fixing."""
    assert [1, 3, 12, None] == [refixing.every for refixing in Refixing]


def test_repayment_needs_day_and_amount() -> None:
    """A repayment without its day, and of nothing, has two faults."""
    with pytest.raises(InvalidFactsError) as caught:
        Repayment(amount=Yuan(0))  # type: ignore[call-arg]
    assert ["paid_on", "amount"] == [fault.path for fault in caught.value.faults]
