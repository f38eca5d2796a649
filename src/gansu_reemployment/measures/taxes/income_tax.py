"""The enterprise income tax of a year, 2003 to 2007 (企业所得税).

The relief measures take amounts as they are declared; this one helps where only the income is
known. The tax office (税务机关) assesses.

>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> year = YearIncome(income=Yuan(50_000), losses=Yuan(20_000))
>>> income_tax(case, case.read(year), IncomeTaxRules()).value
Yuan('5400.00')
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Working, formula, measure

QIYE_SUODE_SHUI_TIAOLI: Final = find_instrument("企业所得税暂行条例")

_FIRST = date(1994, 1, 1)
#: A published example of the tiers is of the tax year 2007.
_END = date(2007, 12, 31)
_EIT = QIYE_SUODE_SHUI_TIAOLI.at("第三条")
#: The tiers are relief rates; the regulation itself has one rate.
_TIERS = find_instrument("财税字[1994]009号").reported()


@rule_table("income_tax", checked=date(2026, 11, 28), covered_until=_END)
class IncomeTaxRules:
    """Tiers and rates of the enterprise income tax."""

    first_tier: Rule[Yuan] = stated(
        "低税率一档所得上限", "upper end of the first tier", Provision(_FIRST, Yuan(30_000), _TIERS)
    )
    first_rate: Rule[Fraction] = stated(
        "一档税率", "rate of the first tier", Provision(_FIRST, Fraction(18, 100), _TIERS)
    )
    second_tier: Rule[Yuan] = stated(
        "低税率二档所得上限",
        "upper end of the second tier",
        Provision(_FIRST, Yuan(100_000), _TIERS),
    )
    second_rate: Rule[Fraction] = stated(
        "二档税率", "rate of the second tier", Provision(_FIRST, Fraction(27, 100), _TIERS)
    )
    full_rate: Rule[Fraction] = stated(
        "税率", "full rate", Provision(_FIRST, Fraction(33, 100), _EIT)
    )
    whole: Reading = reading(
        "税率适用于全部所得",
        "the rate of a tier holds for the whole income",
        cited(_FIRST, _TIERS),
    )


@measure("企业所得税", "enterprise income tax")
def income_tax(w: Working, year: YearIncome[Known], rules: IncomeTaxRules) -> Yuan:
    """Compute the enterprise income tax of a year (企业所得税).

    The day of the law is the last day of the year.

    The rate of the tier applies to the whole income, not to slices of it.
    """
    w.cite(rules.whole)
    taxable = w.step(_("taxable income"), year.income - year.losses)
    return w.share(taxable, rate_of_tier(w, taxable, rules))


@formula
def rate_of_tier(w: Working, taxable: Yuan, rules: IncomeTaxRules) -> Fraction:
    """Return the rate of the tier in which the income lies (适用税率)."""
    if taxable <= w.use(rules.first_tier):
        return w.use(rules.first_rate)
    if taxable <= w.use(rules.second_tier):
        return w.use(rules.second_rate)
    return w.use(rules.full_rate)
