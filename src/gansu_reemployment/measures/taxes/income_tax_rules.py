"""The rates of the income taxes of enterprises and sole traders (所得税税率), 2003 to 2005.

The tiers of the enterprise income tax are known to have held to the end of 2007.
"""

from datetime import date
from fractions import Fraction

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.taxes import GEREN_SUODE_SHUI_FA, QIYE_SUODE_SHUI_TIAOLI
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.money import Yuan

_FIRST = date(2003, 1, 1)
_END = date(2005, 12, 31)
#: A published example of the tiers is of the tax year 2007.
_INCOME_END = date(2007, 12, 31)
_EIT = QIYE_SUODE_SHUI_TIAOLI.at()
_EIT_ASSUMED = QIYE_SUODE_SHUI_TIAOLI.at(standing=Standing.ASSUMED)
_PIT = GEREN_SUODE_SHUI_FA.at()
_PIT_ASSUMED = GEREN_SUODE_SHUI_FA.at(standing=Standing.ASSUMED)


def _percent(number: int) -> Fraction:
    return Fraction(number, 100)


@rule_table("income_tax", checked=date(2026, 11, 23), covered_until=_INCOME_END)
class IncomeTaxRules:
    """Tiers and rates of the enterprise income tax."""

    first_tier: Rule[Yuan] = stated(
        "低税率一档所得上限", "upper end of the first tier", Provision(_FIRST, Yuan(30_000), _EIT)
    )
    first_rate: Rule[Fraction] = stated(
        "一档税率", "rate of the first tier", Provision(_FIRST, _percent(18), _EIT)
    )
    second_tier: Rule[Yuan] = stated(
        "低税率二档所得上限", "upper end of the second tier", Provision(_FIRST, Yuan(100_000), _EIT)
    )
    second_rate: Rule[Fraction] = stated(
        "二档税率", "rate of the second tier", Provision(_FIRST, _percent(27), _EIT)
    )
    full_rate: Rule[Fraction] = stated("税率", "full rate", Provision(_FIRST, _percent(33), _EIT))
    whole: Reading = reading(
        "税率适用于全部所得",
        "the rate of a tier holds for the whole income",
        cited(_FIRST, _EIT_ASSUMED),
    )


@rule_table("trader_income_tax", checked=date(2026, 11, 23), covered_until=_END)
class TraderTaxRules:
    """Slices, rates and quick deductions of the individual income tax of sole traders."""

    first: Rule[Yuan] = stated(
        "第一级上限", "upper end of the first slice", Provision(_FIRST, Yuan(5_000), _PIT)
    )
    first_rate: Rule[Fraction] = stated(
        "第一级税率", "rate of the first slice", Provision(_FIRST, _percent(5), _PIT)
    )
    first_deduction: Rule[Yuan] = stated(
        "第一级速算扣除数",
        "quick deduction of the first slice",
        Provision(_FIRST, Yuan(0), _PIT_ASSUMED),
    )
    second: Rule[Yuan] = stated(
        "第二级上限", "upper end of the second slice", Provision(_FIRST, Yuan(10_000), _PIT)
    )
    second_rate: Rule[Fraction] = stated(
        "第二级税率", "rate of the second slice", Provision(_FIRST, _percent(10), _PIT)
    )
    second_deduction: Rule[Yuan] = stated(
        "第二级速算扣除数",
        "quick deduction of the second slice",
        Provision(_FIRST, Yuan(250), _PIT_ASSUMED),
    )
    third: Rule[Yuan] = stated(
        "第三级上限", "upper end of the third slice", Provision(_FIRST, Yuan(30_000), _PIT)
    )
    third_rate: Rule[Fraction] = stated(
        "第三级税率", "rate of the third slice", Provision(_FIRST, _percent(20), _PIT)
    )
    third_deduction: Rule[Yuan] = stated(
        "第三级速算扣除数",
        "quick deduction of the third slice",
        Provision(_FIRST, Yuan(1_250), _PIT_ASSUMED),
    )
    fourth: Rule[Yuan] = stated(
        "第四级上限", "upper end of the fourth slice", Provision(_FIRST, Yuan(50_000), _PIT)
    )
    fourth_rate: Rule[Fraction] = stated(
        "第四级税率", "rate of the fourth slice", Provision(_FIRST, _percent(30), _PIT)
    )
    fourth_deduction: Rule[Yuan] = stated(
        "第四级速算扣除数",
        "quick deduction of the fourth slice",
        Provision(_FIRST, Yuan(4_250), _PIT_ASSUMED),
    )
    top_rate: Rule[Fraction] = stated(
        "第五级税率", "rate of the top slice", Provision(_FIRST, _percent(35), _PIT)
    )
    top_deduction: Rule[Yuan] = stated(
        "第五级速算扣除数",
        "quick deduction of the top slice",
        Provision(_FIRST, Yuan(6_750), _PIT_ASSUMED),
    )

    def slices(self) -> list[tuple[Rule[Yuan], Rule[Fraction], Rule[Yuan]]]:
        """Give upper end, rate and quick deduction of each slice but the top one."""
        return [
            (self.first, self.first_rate, self.first_deduction),
            (self.second, self.second_rate, self.second_deduction),
            (self.third, self.third_rate, self.third_deduction),
            (self.fourth, self.fourth_rate, self.fourth_deduction),
        ]
