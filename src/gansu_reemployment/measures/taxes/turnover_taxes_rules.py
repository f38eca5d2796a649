"""The rates of business tax, construction tax and education surcharge (税率), 2003 to 2005.

Of the business tax on entertainment only the range is known; a region may set its rate. The
rates of the income taxes stand in :mod:`.taxes.income_tax_rules`.
"""

from datetime import date
from fractions import Fraction

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.taxes import (
    CHENGJIAN_SHUI_TIAOLI,
    JIAOYU_FUJIA_GUIDING,
    YINGYE_SHUI_TIAOLI,
)
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated

_FIRST = date(2003, 1, 1)
_END = date(2005, 12, 31)
_BT = YINGYE_SHUI_TIAOLI.at()
_BT_ASSUMED = YINGYE_SHUI_TIAOLI.at(standing=Standing.ASSUMED)
_UMCT = CHENGJIAN_SHUI_TIAOLI.at()
_ES = JIAOYU_FUJIA_GUIDING.at(standing=Standing.REPORTED)


def _percent(number: int) -> Fraction:
    return Fraction(number, 100)


@rule_table("turnover_taxes", checked=date(2026, 11, 23), covered_until=_END)
class TaxRules:
    """Rates of business tax, construction tax and education surcharge."""

    service: Rule[Fraction] = stated(
        "服务业税率", "rate on services", Provision(_FIRST, _percent(5), _BT)
    )
    lower_items: Rule[Fraction] = stated(
        "建筑、交通运输、邮电通信、文化体育业税率",
        "rate on construction, transport, post, culture",
        Provision(_FIRST, _percent(3), _BT),
    )
    transfers: Rule[Fraction] = stated(
        "转让无形资产、销售不动产税率",
        "rate on transfers and property sales",
        Provision(_FIRST, _percent(5), _BT),
    )
    finance: Rule[Fraction] = stated(
        "金融保险业税率",
        "rate on finance and insurance",
        Provision(_FIRST, _percent(5), _BT_ASSUMED),
    )
    entertainment: Rule[Fraction] = stated(
        "娱乐业税率",
        "rate on entertainment",
        delegated=True,
        bounds=(Bound(_FIRST, _BT, _percent(5), _percent(20)),),
    )
    construction_city: Rule[Fraction] = stated(
        "市区城建税税率", "construction tax in cities", Provision(_FIRST, _percent(7), _UMCT)
    )
    construction_town: Rule[Fraction] = stated(
        "县城、镇城建税税率", "construction tax in towns", Provision(_FIRST, _percent(5), _UMCT)
    )
    construction_elsewhere: Rule[Fraction] = stated(
        "其他地区城建税税率", "construction tax elsewhere", Provision(_FIRST, _percent(1), _UMCT)
    )
    education_surcharge: Rule[Fraction] = stated(
        "教育费附加率", "education surcharge", Provision(_FIRST, _percent(3), _ES)
    )
