"""Enterprise income tax: worked cases, tiers, losses."""

from collections.abc import Callable
from datetime import date

import pytest
from lacking import lacking

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.income_tax import IncomeTaxRules, income_tax
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking


def work(facts: YearIncome, on: date = date(2003, 12, 31)) -> Yuan | None:
    """Return the value of one case under the national rules."""
    case = CaseWorking(on)
    return income_tax(case, case.read(facts), IncomeTaxRules()).value


def test_worked_cases(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors("income_tax") if r.failures}


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
    facts = YearIncome(income=Yuan(income), losses=Yuan(0))
    assert Yuan(tax) == work(facts)


def test_tiers_are_known_to_the_end_of_2007() -> None:
    """On the last day of 2007 they hold; from 2008 nothing is known here."""
    facts = YearIncome(income=Yuan(100), losses=Yuan(0))
    assert Yuan(18) == work(facts, date(2007, 12, 31))
    case = CaseWorking(date(2008, 1, 1))
    outcome = income_tax(case, case.read(facts), IncomeTaxRules())
    assert {date(2008, 1, 1)} == set(lacking(outcome).values())


def test_losses_beyond_the_income_are_a_fault() -> None:
    """Only what the income covers is made up."""
    with pytest.raises(InvalidFactsError, match="losses: "):
        YearIncome(income=Yuan(1), losses=Yuan(2))
