"""The individual income tax of a sole trader's year, 2003 to 2005 (个体工商户个人所得税).

The relief measures take amounts as they are declared; this one helps where only the income is
known. The tax office (税务机关) assesses.

>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> year = YearIncome(income=Yuan(20_000), losses=Yuan(0))
>>> trader_income_tax(case, case.read(year), TraderTaxRules()).value
Yuan('2750.00')
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Working, formula, measure

GEREN_SUODE_SHUI_FA: Final = find_instrument("个人所得税法")

_FIRST = date(2003, 1, 1)
_END = date(2005, 12, 31)
_PIT = GEREN_SUODE_SHUI_FA.at("个人所得税税率表二")
_PIT_ASSUMED = GEREN_SUODE_SHUI_FA.assumed()
_COMPUTED = _("Not read; it follows from the slices and their rates.")


@rule_table("trader_income_tax", checked=date(2026, 11, 28), covered_until=_END)
class TraderTaxRules:
    """Slices, rates and quick deductions of the individual income tax of sole traders."""

    first: Rule[Yuan] = stated(
        "第一级上限", "upper end of the first slice", Provision(_FIRST, Yuan(5_000), _PIT)
    )
    first_rate: Rule[Fraction] = stated(
        "第一级税率", "rate of the first slice", Provision(_FIRST, Fraction(5, 100), _PIT)
    )
    first_deduction: Rule[Yuan] = stated(
        "第一级速算扣除数",
        "quick deduction of the first slice",
        Provision(_FIRST, Yuan(0), _PIT_ASSUMED, note=_COMPUTED),
    )
    second: Rule[Yuan] = stated(
        "第二级上限", "upper end of the second slice", Provision(_FIRST, Yuan(10_000), _PIT)
    )
    second_rate: Rule[Fraction] = stated(
        "第二级税率", "rate of the second slice", Provision(_FIRST, Fraction(10, 100), _PIT)
    )
    second_deduction: Rule[Yuan] = stated(
        "第二级速算扣除数",
        "quick deduction of the second slice",
        Provision(_FIRST, Yuan(250), _PIT_ASSUMED, note=_COMPUTED),
    )
    third: Rule[Yuan] = stated(
        "第三级上限", "upper end of the third slice", Provision(_FIRST, Yuan(30_000), _PIT)
    )
    third_rate: Rule[Fraction] = stated(
        "第三级税率", "rate of the third slice", Provision(_FIRST, Fraction(20, 100), _PIT)
    )
    third_deduction: Rule[Yuan] = stated(
        "第三级速算扣除数",
        "quick deduction of the third slice",
        Provision(_FIRST, Yuan(1_250), _PIT_ASSUMED, note=_COMPUTED),
    )
    fourth: Rule[Yuan] = stated(
        "第四级上限", "upper end of the fourth slice", Provision(_FIRST, Yuan(50_000), _PIT)
    )
    fourth_rate: Rule[Fraction] = stated(
        "第四级税率", "rate of the fourth slice", Provision(_FIRST, Fraction(30, 100), _PIT)
    )
    fourth_deduction: Rule[Yuan] = stated(
        "第四级速算扣除数",
        "quick deduction of the fourth slice",
        Provision(_FIRST, Yuan(4_250), _PIT_ASSUMED, note=_COMPUTED),
    )
    top_rate: Rule[Fraction] = stated(
        "第五级税率", "rate of the top slice", Provision(_FIRST, Fraction(35, 100), _PIT)
    )
    top_deduction: Rule[Yuan] = stated(
        "第五级速算扣除数",
        "quick deduction of the top slice",
        Provision(_FIRST, Yuan(6_750), _PIT_ASSUMED, note=_COMPUTED),
    )


@measure("个体工商户个人所得税", "individual income tax of sole traders")
def trader_income_tax(w: Working, year: YearIncome[Known], rules: TraderTaxRules) -> Yuan:
    """Compute the individual income tax of a sole trader's year (个体工商户个人所得税).

    The day of the law is the last day of the year.

    Each slice of the income has its rate; the quick deduction (速算扣除数) has the
    same result as adding slice by slice.
    """
    taxable = w.step(_("taxable income"), year.income - year.losses)
    rate, deduction = last_slice(w, taxable, rules)
    return w.share(taxable, rate) - deduction


@formula
def last_slice(w: Working, taxable: Yuan, rules: TraderTaxRules) -> tuple[Fraction, Yuan]:
    """Return rate and quick deduction of the last slice that the income reaches (适用级距)."""
    if taxable <= w.use(rules.first):
        return w.use(rules.first_rate), w.use(rules.first_deduction)
    if taxable <= w.use(rules.second):
        return w.use(rules.second_rate), w.use(rules.second_deduction)
    if taxable <= w.use(rules.third):
        return w.use(rules.third_rate), w.use(rules.third_deduction)
    if taxable <= w.use(rules.fourth):
        return w.use(rules.fourth_rate), w.use(rules.fourth_deduction)
    return w.use(rules.top_rate), w.use(rules.top_deduction)
