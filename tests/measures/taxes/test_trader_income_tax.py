"""Individual income tax of sole traders: slices and quick deductions."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.measures.taxes.trader_income_tax import TraderTaxRules, trader_income_tax
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome


def work(facts: YearIncome) -> Outcome[Yuan]:
    """Decide one case under the national rules."""
    case = CaseWorking(date(2003, 12, 31))
    return trader_income_tax(case, case.read(facts), TraderTaxRules())


@given(st.integers(0, 10**7))
def test_quick_deductions_equal_the_sum_of_slices(income: int) -> None:
    """The tax of sole traders is that of its slices added up."""
    ends = (0, 5_000, 10_000, 30_000, 50_000, 10**9)
    rates = (5, 10, 20, 30, 35)
    slices = zip(ends, ends[1:], rates, strict=False)
    fen = sum((min(income, top) - low) * rate for low, top, rate in slices if income > low)
    assert Yuan.from_fen(fen) == work(YearIncome(income=Yuan(income), losses=Yuan(0))).value


def test_unknown_income_is_asked_for() -> None:
    """Without the income there is no slice."""
    assert ("income", "losses") == work(YearIncome()).missing
