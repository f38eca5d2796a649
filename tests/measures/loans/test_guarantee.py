"""The guarantee fund: the multiple at its edge, the fee, stop and resumption."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment import Bureau
from gansu_reemployment.errors import AmendmentError, InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.measures.loans.guarantee.capacity import (
    BankBook,
    GuaranteedLoans,
    GuaranteeFund,
    Lending,
    bank_lending,
    guarantee_capacity,
    guarantee_fee,
    payment_by,
)
from gansu_reemployment.measures.loans.guarantee.rules import GuaranteeRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result

DAY = date(2003, 7, 15)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
AMOUNTS = st.none() | st.integers(0, 10**13).map(Yuan.from_fen)


@pytest.mark.parametrize("name", ["guarantee_capacity", "guarantee_fee", "bank_lending"])
def test_vectors(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """The worked cases come out as given."""
    results = run_vectors(name)
    if name == "guarantee_capacity":
        results += run_vectors("guarantee_capacity_more")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(
    ("outstanding", "headroom", "excess"),
    [
        ("4999999.99", "0.01", "0.00"),
        ("5000000.00", "0.00", "0.00"),
        ("5000000.01", "0.00", "0.01"),
    ],
)
def test_edge_of_the_multiple(outstanding: str, headroom: str, excess: str) -> None:
    """A balance of exactly five times is allowed; a fen more is a fen of excess."""
    fund = GuaranteeFund(fund=Yuan(1_000_000), outstanding=Yuan(outstanding))
    found = Bureau.of().guarantee_capacity(fund, on=DAY).value
    assert found is not None
    assert (Yuan(headroom), Yuan(excess)) == (found.headroom, found.excess)


@pytest.mark.parametrize("multiple", [-1, 6])
def test_multiple_is_bounded(multiple: int) -> None:
    """No region goes beyond five times."""
    with pytest.raises(AmendmentError):
        GuaranteeRules().multiple.amended(
            [Provision(date(2003, 1, 1), multiple, LOCAL, region="620500")]
        )


@pytest.mark.parametrize(
    ("defaulted_on", "expected"),
    [(date(2005, 7, 15), date(2005, 10, 15)), (date(2005, 11, 30), date(2006, 2, 28))],
)
def test_payment_within_three_months(defaulted_on: date, expected: date) -> None:
    """The guarantor pays within three months."""
    assert expected == payment_by(defaulted_on, GuaranteeRules())
    assert expected == Bureau.of().guarantor_pays_by(defaulted_on)


def test_source_of_the_three_months() -> None:
    """The three months are reported at first, and read from 16 July 2003 on."""
    rule = GuaranteeRules().payment_months
    found = [rule.on(day).cite.standing for day in (date(2003, 7, 15), date(2003, 7, 16))]
    assert [Standing.REPORTED, Standing.READ] == found


def test_borrower_s_share_of_the_fee_is_taken_from_that_of_finance() -> None:
    """If the borrower bore a quarter of the fee, three quarters would be left for finance."""
    bureau = Bureau.of().supposing({"guarantee.borrower_pays": Fraction(1, 4)}, since=DAY)
    loans = GuaranteedLoans(principal=Yuan(1_000_000), balance=Yuan(800_000))
    found = bureau.guarantee_fee(loans, on=DAY).value
    assert found is not None
    assert (Yuan(10_000), Yuan(7_500), Yuan(2_500)) == (found.fee, found.finance, found.borrower)


def test_before_the_first_rule() -> None:
    """There is no multiple before 24 December 2002."""
    fund = GuaranteeFund(fund=Yuan(1), outstanding=Yuan(0))
    outcome = Bureau.of().guarantee_capacity(fund, on=date(2002, 12, 23))
    assert {"guarantee.multiple": date(2002, 12, 23)} == lacking(outcome)


def test_all_faults_at_once() -> None:
    """Negative amounts are rejected, and bad loans above the balance."""
    with pytest.raises(InvalidFactsError) as caught:
        BankBook(balance=Yuan(0), bad=Yuan(1))
    assert ["balance", "bad"] == [fault.path for fault in caught.value.faults]
    with pytest.raises(InvalidFactsError) as caught:
        GuaranteeFund(fund=Yuan(-1), outstanding=Yuan(-1))
    assert ["fund", "outstanding"] == [fault.path for fault in caught.value.faults]


def test_a_stopped_bank_at_the_ratio_stays_stopped() -> None:
    """Payment alone is not enough: the ratio must have fallen."""
    book = BankBook(balance=Yuan(100), bad=Yuan(20), stopped=True, fund_paid=True)
    assert Lending.STAYS_STOPPED is Bureau.of().bank_lending(book, on=DAY).value


@settings(max_examples=15)
@given(
    funds=st.lists(
        st.builds(GuaranteeFund, fund=AMOUNTS, outstanding=AMOUNTS), min_size=1, max_size=30
    )
)
def test_capacity_in_columns(both: Any, funds: list[GuaranteeFund]) -> None:
    """Columns agree with cases."""
    cases, rows = both(guarantee_capacity, funds, DAY)
    assert cases == rows


@settings(max_examples=15)
@given(
    loans=st.lists(
        st.builds(GuaranteedLoans, principal=AMOUNTS, balance=AMOUNTS), min_size=1, max_size=30
    )
)
def test_fee_in_columns(both: Any, loans: list[GuaranteedLoans]) -> None:
    """Columns agree with cases; a fee is at most one per cent and half a fen."""
    cases, rows = both(guarantee_fee, loans, DAY)
    assert cases == rows


@st.composite
def books(draw: Any) -> BankBook:
    """Return a bank's loans, half of them near the ratio."""
    balance = draw(st.integers(5, 10**9))
    bad = draw(st.sampled_from([balance // 5, balance // 5 + 1, 0, balance]))
    return BankBook(
        balance=draw(st.none() | st.just(Yuan.from_fen(balance))),
        bad=draw(st.none() | st.just(Yuan.from_fen(bad))),
        stopped=draw(st.none() | st.booleans()),
        fund_paid=draw(st.none() | st.booleans()),
    )


@settings(max_examples=15)
@given(rows=st.lists(books(), min_size=1, max_size=30))
def test_lending_in_columns(both: Any, rows: list[BankBook]) -> None:
    """Columns agree with cases."""
    cases, found = both(bank_lending, rows, DAY)
    assert cases == found
