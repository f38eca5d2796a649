"""Taxes on turnover: worked cases, the rate of each item, the rate of a region."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from lacking import lacking

from gansu_reemployment.errors import AmendmentError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.taxes.turnover_taxes import (
    Place,
    TaxItem,
    TaxRules,
    Turnover,
    TurnoverTaxes,
    turnover_taxes,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking

DAY = date(2003, 12, 31)
LOCAL = Instrument("", "本省税率", (), DAY, DAY).at(standing=Standing.ASSUMED)


def work(facts: Turnover) -> TurnoverTaxes:
    """Return the value of one case under the national rules."""
    case = CaseWorking(DAY)
    value = turnover_taxes(case, case.read(facts), TaxRules()).value
    assert value is not None
    return value


def test_worked_cases(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors("turnover_taxes") if r.failures}


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
    facts = Turnover(item=item, turnover=Yuan(100), place=Place.TOWN, other_taxes=Yuan(0))
    assert Yuan(tax) == work(facts).business_tax


def test_rate_on_entertainment_is_the_regions() -> None:
    """Only the range of 5 to 20 per cent is known."""
    facts = Turnover(
        item=TaxItem.ENTERTAINMENT, turnover=Yuan(100), place=Place.TOWN, other_taxes=Yuan(0)
    )
    case = CaseWorking(DAY)
    outcome = turnover_taxes(case, case.read(facts), TaxRules())
    assert DAY == lacking(outcome)["turnover_taxes.entertainment"]
    with pytest.raises(AmendmentError):
        TaxRules().entertainment.amended([Provision(DAY, Fraction(21, 100), LOCAL)])


def test_turnover_is_not_asked_for_where_no_tax_is_charged() -> None:
    """What is not subject to business tax has none, whatever the turnover."""
    facts = Turnover(item=TaxItem.NONE, place=Place.CITY, other_taxes=Yuan(100))
    assert TurnoverTaxes(Yuan(0), Yuan(7), Yuan(3)) == work(facts)


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
    cases, rows = both(turnover_taxes, facts, DAY, local)
    assert cases == rows
