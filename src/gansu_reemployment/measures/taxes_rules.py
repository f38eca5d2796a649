"""The rates of the taxes that relief is taken off (税率), as they were in 2003 to 2005.

The tiers of the enterprise income tax are known to have held to the end of 2007. Of the
business tax on entertainment only the range is known; a region may set its rate.
"""

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments_taxes import (
    CHENGJIAN_SHUI_TIAOLI,
    GEREN_SUODE_SHUI_FA,
    JIAOYU_FUJIA_GUIDING,
    QIYE_SUODE_SHUI_TIAOLI,
    YINGYE_SHUI_TIAOLI,
)
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.money import Yuan

_FIRST = date(2003, 1, 1)
_END = date(2005, 12, 31)
#: A published example of the tiers is of the tax year 2007.
_INCOME_END = date(2007, 12, 31)
_BT = YINGYE_SHUI_TIAOLI.at()
_BT_ASSUMED = YINGYE_SHUI_TIAOLI.at(standing=Standing.ASSUMED)
_UMCT = CHENGJIAN_SHUI_TIAOLI.at()
_ES = JIAOYU_FUJIA_GUIDING.at(standing=Standing.REPORTED)
_EIT = QIYE_SUODE_SHUI_TIAOLI.at()
_PIT = GEREN_SUODE_SHUI_FA.at()
_PIT_ASSUMED = GEREN_SUODE_SHUI_FA.at(standing=Standing.ASSUMED)


def _percent(number: int) -> Fraction:
    return Fraction(number, 100)


@frozen
class TaxRules:
    """Rates of business tax, construction tax and education surcharge."""

    service: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.service",
            "服务业税率",
            "rate on services",
            Provision(_FIRST, _percent(5), _BT),
            covered_until=_END,
        )
    )
    lower_items: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.lower_items",
            "建筑、交通运输、邮电通信、文化体育业税率",
            "rate on construction, transport, post, culture",
            Provision(_FIRST, _percent(3), _BT),
            covered_until=_END,
        )
    )
    transfers: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.transfers",
            "转让无形资产、销售不动产税率",
            "rate on transfers and property sales",
            Provision(_FIRST, _percent(5), _BT),
            covered_until=_END,
        )
    )
    finance: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.finance",
            "金融保险业税率",
            "rate on finance and insurance",
            Provision(_FIRST, _percent(5), _BT_ASSUMED),
            covered_until=_END,
        )
    )
    entertainment: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.entertainment",
            "娱乐业税率",
            "rate on entertainment",
            delegated=True,
            bounds=(Bound(_FIRST, _BT, _percent(5), _percent(20)),),
            covered_until=_END,
        )
    )
    construction_city: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.construction_city",
            "市区城建税税率",
            "construction tax in cities",
            Provision(_FIRST, _percent(7), _UMCT),
            covered_until=_END,
        )
    )
    construction_town: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.construction_town",
            "县城、镇城建税税率",
            "construction tax in towns",
            Provision(_FIRST, _percent(5), _UMCT),
            covered_until=_END,
        )
    )
    construction_elsewhere: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.construction_elsewhere",
            "其他地区城建税税率",
            "construction tax elsewhere",
            Provision(_FIRST, _percent(1), _UMCT),
            covered_until=_END,
        )
    )
    education_surcharge: Rule[Fraction] = field(
        default=rule(
            "turnover_taxes.education_surcharge",
            "教育费附加率",
            "education surcharge",
            Provision(_FIRST, _percent(3), _ES),
            covered_until=_END,
        )
    )


@frozen
class IncomeTaxRules:
    """Tiers and rates of the enterprise income tax."""

    first_tier: Rule[Yuan] = field(
        default=rule(
            "income_tax.first_tier",
            "低税率一档所得上限",
            "upper end of the first tier",
            Provision(_FIRST, Yuan(30_000), _EIT),
            covered_until=_INCOME_END,
        )
    )
    first_rate: Rule[Fraction] = field(
        default=rule(
            "income_tax.first_rate",
            "一档税率",
            "rate of the first tier",
            Provision(_FIRST, _percent(18), _EIT),
            covered_until=_INCOME_END,
        )
    )
    second_tier: Rule[Yuan] = field(
        default=rule(
            "income_tax.second_tier",
            "低税率二档所得上限",
            "upper end of the second tier",
            Provision(_FIRST, Yuan(100_000), _EIT),
            covered_until=_INCOME_END,
        )
    )
    second_rate: Rule[Fraction] = field(
        default=rule(
            "income_tax.second_rate",
            "二档税率",
            "rate of the second tier",
            Provision(_FIRST, _percent(27), _EIT),
            covered_until=_INCOME_END,
        )
    )
    full_rate: Rule[Fraction] = field(
        default=rule(
            "income_tax.full_rate",
            "税率",
            "full rate",
            Provision(_FIRST, _percent(33), _EIT),
            covered_until=_INCOME_END,
        )
    )

    whole: Rule[bool] = field(
        default=rule(
            "income_tax.whole",
            "税率适用于全部所得",
            "the rate of a tier holds for the whole income",
            Provision(_FIRST, True, QIYE_SUODE_SHUI_TIAOLI.at(standing=Standing.ASSUMED)),
            covered_until=_INCOME_END,
        )
    )


@frozen
class TraderTaxRules:
    """Slices, rates and quick deductions of the individual income tax of sole traders."""

    first: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.first",
            "第一级上限",
            "upper end of the first slice",
            Provision(_FIRST, Yuan(5_000), _PIT),
            covered_until=_END,
        )
    )
    first_rate: Rule[Fraction] = field(
        default=rule(
            "trader_income_tax.first_rate",
            "第一级税率",
            "rate of the first slice",
            Provision(_FIRST, _percent(5), _PIT),
            covered_until=_END,
        )
    )
    first_deduction: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.first_deduction",
            "第一级速算扣除数",
            "quick deduction of the first slice",
            Provision(_FIRST, Yuan(0), _PIT_ASSUMED),
            covered_until=_END,
        )
    )
    second: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.second",
            "第二级上限",
            "upper end of the second slice",
            Provision(_FIRST, Yuan(10_000), _PIT),
            covered_until=_END,
        )
    )
    second_rate: Rule[Fraction] = field(
        default=rule(
            "trader_income_tax.second_rate",
            "第二级税率",
            "rate of the second slice",
            Provision(_FIRST, _percent(10), _PIT),
            covered_until=_END,
        )
    )
    second_deduction: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.second_deduction",
            "第二级速算扣除数",
            "quick deduction of the second slice",
            Provision(_FIRST, Yuan(250), _PIT_ASSUMED),
            covered_until=_END,
        )
    )
    third: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.third",
            "第三级上限",
            "upper end of the third slice",
            Provision(_FIRST, Yuan(30_000), _PIT),
            covered_until=_END,
        )
    )
    third_rate: Rule[Fraction] = field(
        default=rule(
            "trader_income_tax.third_rate",
            "第三级税率",
            "rate of the third slice",
            Provision(_FIRST, _percent(20), _PIT),
            covered_until=_END,
        )
    )
    third_deduction: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.third_deduction",
            "第三级速算扣除数",
            "quick deduction of the third slice",
            Provision(_FIRST, Yuan(1_250), _PIT_ASSUMED),
            covered_until=_END,
        )
    )
    fourth: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.fourth",
            "第四级上限",
            "upper end of the fourth slice",
            Provision(_FIRST, Yuan(50_000), _PIT),
            covered_until=_END,
        )
    )
    fourth_rate: Rule[Fraction] = field(
        default=rule(
            "trader_income_tax.fourth_rate",
            "第四级税率",
            "rate of the fourth slice",
            Provision(_FIRST, _percent(30), _PIT),
            covered_until=_END,
        )
    )
    fourth_deduction: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.fourth_deduction",
            "第四级速算扣除数",
            "quick deduction of the fourth slice",
            Provision(_FIRST, Yuan(4_250), _PIT_ASSUMED),
            covered_until=_END,
        )
    )
    top_rate: Rule[Fraction] = field(
        default=rule(
            "trader_income_tax.top_rate",
            "第五级税率",
            "rate of the top slice",
            Provision(_FIRST, _percent(35), _PIT),
            covered_until=_END,
        )
    )
    top_deduction: Rule[Yuan] = field(
        default=rule(
            "trader_income_tax.top_deduction",
            "第五级速算扣除数",
            "quick deduction of the top slice",
            Provision(_FIRST, Yuan(6_750), _PIT_ASSUMED),
            covered_until=_END,
        )
    )

    def slices(self) -> list[tuple[Rule[Yuan], Rule[Fraction], Rule[Yuan]]]:
        """Give upper end, rate and quick deduction of each slice but the top one."""
        return [
            (self.first, self.first_rate, self.first_deduction),
            (self.second, self.second_rate, self.second_deduction),
            (self.third, self.third_rate, self.third_deduction),
            (self.fourth, self.fourth_rate, self.fourth_deduction),
        ]
