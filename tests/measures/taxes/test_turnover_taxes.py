"""The taxes before relief: worked cases, tiers, and quick deductions."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import AmendmentError, InvalidFactsError, RuleNotInForceError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.taxes.turnover_taxes import (
    INCOME_TAX,
    TRADER_INCOME_TAX,
    TURNOVER_TAXES,
    Place,
    TaxItem,
    Turnover,
    YearIncome,
)
from gansu_reemployment.measures.taxes.turnover_taxes_rules import TaxRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking

DAY = date(2003, 12, 31)
LOCAL = Instrument("", "本省税率", (), DAY, DAY).at(standing=Standing.ASSUMED)


def work(measure: Any, facts: Any, on: date = DAY) -> Any:
    """Give the value of one case under the national rules."""
    case = CaseWorking(on)
    return measure.work(case, case.read(facts), measure.rules()).value


@pytest.mark.parametrize("name", ["income_tax", "turnover_taxes"])
def test_worked_cases(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors(name) if r.failures}


@pytest.mark.parametrize(
    ("item", "tax"),
    [
        (TaxItem.SERVICE, 5),
        (TaxItem.POST, 3),
        (TaxItem.PROPERTY_SALE, 5),
        (TaxItem.FINANCE, 5),
        (TaxItem.NONE, 0),
    ],
)
def test_business_tax_by_item(item: TaxItem, tax: int) -> None:
    """Each item has its rate."""
    facts = Turnover(item=item, turnover=Yuan(100), place=Place.TOWN)
    assert Yuan(tax) == work(TURNOVER_TAXES, facts).business_tax


def test_rate_on_entertainment_is_the_regions() -> None:
    """Only the range of 5 to 20 per cent is known."""
    facts = Turnover(item=TaxItem.ENTERTAINMENT, turnover=Yuan(100), place=Place.TOWN)
    with pytest.raises(RuleNotInForceError):
        work(TURNOVER_TAXES, facts)
    with pytest.raises(AmendmentError):
        TaxRules().entertainment.amended([Provision(DAY, Fraction(21, 100), LOCAL)])


@pytest.mark.parametrize(
    ("income", "tax"),
    [
        ("30000.00", "5400.00"),
        ("30000.01", "8100.00"),
        ("100000.00", "27000.00"),
        ("100000.01", "33000.00"),
    ],
)
def test_tiers_of_income_tax(income: str, tax: str) -> None:
    """The rate of the tier holds for the whole income; its upper end belongs to it."""
    facts = YearIncome(income=Yuan(income))
    assert Yuan(tax) == work(INCOME_TAX, facts)


def test_tiers_are_known_to_the_end_of_2007() -> None:
    """On the last day of 2007 they hold; from 2008 nothing is known here."""
    facts = YearIncome(income=Yuan(100))
    assert Yuan(18) == work(INCOME_TAX, facts, date(2007, 12, 31))
    with pytest.raises(RuleNotInForceError):
        work(INCOME_TAX, facts, date(2008, 1, 1))


@given(st.integers(0, 10**7))
def test_quick_deductions_equal_the_sum_of_slices(income: int) -> None:
    """The tax of sole traders is that of its slices added up."""
    ends = (0, 5_000, 10_000, 30_000, 50_000, 10**9)
    rates = (5, 10, 20, 30, 35)
    slices = zip(ends, ends[1:], rates, strict=False)
    fen = sum((min(income, top) - low) * rate for low, top, rate in slices if income > low)
    facts = YearIncome(income=Yuan(income))
    result = work(TRADER_INCOME_TAX, facts)
    assert Yuan.from_fen(fen) == result


def test_losses_beyond_the_income_are_a_fault() -> None:
    """Only what the income covers is made up."""
    with pytest.raises(InvalidFactsError):
        YearIncome(income=Yuan(1), losses=Yuan(2))


def test_columns_equal_cases(both: Callable[..., Any]) -> None:
    """Columns give what one explained case gives."""
    facts = [
        Turnover(item=item, turnover=Yuan("1234.56"), place=place)
        for item in (*list(TaxItem)[:8], TaxItem.NONE, None)
        for place in (*Place, None)
    ]
    rules = TaxRules()
    row = Provision(date(2003, 1, 1), Fraction(20, 100), LOCAL, region="620000")

    local = amended(rules, entertainment=rules.entertainment.amended([row]))
    cases, rows = both(TURNOVER_TAXES, facts, DAY, local)
    assert cases == rows
