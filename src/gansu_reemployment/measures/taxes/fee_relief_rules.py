"""The fees that are relieved, by department, and for how long (收费减免项目).

The list is that of 国办发[2002]57号. That it holds from 2006 on is assumed: of 财综[2006]7号
only the terms and the further excluded trades were read.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import ZHONGFA_2002_12
from gansu_reemployment.law.instruments.fees import CAIZONG_2006_7, GUOBANFA_2002_57
from gansu_reemployment.law.instruments.taxes import CAISHUI_2003_192
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.taxes.facts import Trade

_FIRST = date(2002, 10, 17)
_FULL = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)
_F57 = GUOBANFA_2002_57.at("第一、二条")
_F57_REPORTED = GUOBANFA_2002_57.at(standing=Standing.REPORTED)
_F7 = CAIZONG_2006_7.at("第一条")


class FeeDepartment(Choice):
    """Departments that charge fees (收费部门)."""

    COMMERCE = "工商", "industry and commerce"
    TAX = "税务", "tax"
    HEALTH = "卫生", "health"
    CIVIL_AFFAIRS = "民政", "civil affairs"
    LABOUR = "劳动保障", "labour"
    POLICE = "公安", "police"
    TOBACCO = "烟草", "tobacco"


#: The national list (减免收费项目), by department.
NATIONAL_ITEMS: Final[Mapping[FeeDepartment, tuple[str, ...]]] = MappingProxyType(
    {
        FeeDepartment.COMMERCE: (
            "个体工商户注册登记费",
            "个体工商户管理费",
            "集贸市场管理费",
            "经济合同鉴证费",
            "经济合同示范文本工本费",
        ),
        FeeDepartment.TAX: ("税务登记证工本费",),
        FeeDepartment.HEALTH: (
            "民办医疗机构管理费",
            "卫生监测费",
            "卫生质量检验费",
            "预防性体检费",
            "预防接种劳务费",
            "卫生许可证工本费",
        ),
        FeeDepartment.CIVIL_AFFAIRS: ("民办非企业单位登记费",),
        FeeDepartment.LABOUR: ("劳动合同鉴证费", "职业资格证书费"),
        FeeDepartment.POLICE: ("特种行业许可证工本费",),
        FeeDepartment.TOBACCO: ("烟草专卖零售许可证费",),
    }
)
_ITEMS = frozenset(item for items in NATIONAL_ITEMS.values() for item in items)
_TRADES = frozenset(
    {
        Trade.CONSTRUCTION,
        Trade.GENERAL_CONTRACTING,
        Trade.ENTERTAINMENT,
        Trade.ADVERTISING,
        Trade.SAUNA,
        Trade.MASSAGE,
        Trade.INTERNET_CAFE,
        Trade.OXYGEN_BAR,
    }
)
_FURTHER = frozenset({Trade.PROPERTY_SALE, Trade.LAND_USE_RIGHTS, Trade.HOUSING_AGENCY})


@rule_table("fee_relief", checked=date(2026, 11, 23))
class FeeRules:
    """The rules of fee relief, and what a province may add."""

    items: Rule[frozenset[str]] = stated(
        "国家规定减免收费项目",
        "items of the national list",
        Provision(_FIRST, _ITEMS, GUOBANFA_2002_57.at("第二条")),
        Provision(_SECOND, _ITEMS, CAIZONG_2006_7.at(standing=Standing.ASSUMED)),
    )
    provincial_items: Rule[frozenset[str]] = stated(
        "省定减免收费项目", "items of the province", delegated=True
    )
    trades: Rule[frozenset[Trade]] = stated(
        "除外行业", "excluded trades", Provision(_FIRST, _TRADES, _F57)
    )
    second_entry: Rule[date] = stated(
        "适用新除外行业的批准日",
        "licences from which further trades are excluded",
        # The first list runs to the end of 2005.
        Provision(_FIRST, _SECOND, _F57_REPORTED),
        Provision(_SECOND, _SECOND, _F7),
    )
    # Asked for licences of 2006 and later only.
    later_trades: Rule[frozenset[Trade]] = stated(
        "2006年起除外行业",
        "excluded trades from 2006",
        Provision(_FIRST, _TRADES, GUOBANFA_2002_57.at("第一、二条", Standing.ASSUMED)),
        Provision(_SECOND, _TRADES | _FURTHER, _F7),
    )
    licensed_since: Rule[date] = stated(
        "批准经营最早日期",
        "first day of licences",
        # Earlier licences are shut out of the tax relief; that fees follow is assumed.
        Provision(_FIRST, date(2002, 9, 30), ZHONGFA_2002_12.at(standing=Standing.ASSUMED)),
    )
    entry_until: Rule[date] = stated(
        "批准经营截止日",
        "last day of licences",
        Provision(_FIRST, date(2005, 12, 31), _F57_REPORTED),
        Provision(_FULL, date(2005, 12, 31), CAISHUI_2003_192.at("第三条")),
        Provision(_SECOND, date(2008, 12, 31), _F7),
    )
    term_years: Rule[int] = stated(
        "减免期限（年）", "term in years", Provision(_FIRST, 3, _F57), Provision(_SECOND, 3, _F7)
    )
