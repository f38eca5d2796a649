"""The rules on who is refused tax relief, and on its term (减免条件和期限规定), first regime.

The base is 财税[2002]208号 with its supplements. Read by :mod:`.tax_relief.conditions`.
"""

from datetime import date
from typing import TypeVar

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.instruments.peers import NINGGUOSHUIFA_2003_120
from gansu_reemployment.law.instruments.taxes import (
    CAISHUI_2002_208,
    CAISHUI_2003_192,
    CAISHUI_2005_186,
    GUOSHUIFA_2004_93,
)
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.taxes.facts import Formation, Trade

T = TypeVar("T")

# The day of issue: what it says stands where a notice that reaches back is not yet known.
_ISSUED = date(2002, 12, 27)
_FIRST = date(2003, 1, 1)
_SHORTER = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)

_TERM = CAISHUI_2002_208.at("第八条")
_SINCE_2003_08 = CAISHUI_2003_192.at("第二条")
_RUNS_ON = CAISHUI_2003_192.at("第三条", Standing.ASSUMED)
_MIXED = NINGGUOSHUIFA_2003_120.at(standing=Standing.REPORTED)


def _article(name: str) -> Citation:
    return CAISHUI_2002_208.at(name, Standing.REPORTED)


def _first(value: T, cite: Citation) -> Provision[T]:
    return Provision(_FIRST, value, cite)


class TermEnd(Choice):
    """When a term that begins before the end of 2005 ends (享受期限截止)."""

    CUT_OFF = "截至规定之日", "on the fixed day at the latest"
    FULL = "期满为止", "when it is full"


_SERVICE_TRADES = frozenset(
    {Trade.ADVERTISING, Trade.SAUNA, Trade.MASSAGE, Trade.INTERNET_CAFE, Trade.OXYGEN_BAR}
)
_COMMERCE_TRADES = frozenset({Trade.WHOLESALE, Trade.MIXED_COMMERCE, Trade.OTHER_COMMERCE})
_SPUN_OFF_TRADES = frozenset(
    {
        Trade.FINANCE,
        Trade.POST,
        Trade.CONSTRUCTION,
        Trade.GENERAL_CONTRACTING,
        Trade.ENTERTAINMENT,
        Trade.PROPERTY_SALE,
        Trade.LAND_USE_RIGHTS,
    }
)
_TRADER_TRADES = frozenset({Trade.CONSTRUCTION, Trade.GENERAL_CONTRACTING, Trade.ENTERTAINMENT})
_NOT_GENUINE = frozenset({Formation.FEIGNED_OWNER, Formation.REGISTERED_AGAIN})
_NOT_NEW = frozenset(Formation) - _NOT_GENUINE - {Formation.SET_UP, Formation.CHANGE_OF_HEAD}


@rule_table("tax_relief", checked=date(2026, 11, 23))
class ReliefConditionRules:
    """The rules on who has tax relief, and for how long."""

    first_day: Rule[date] = stated(
        "减免最早起始日", "first day of any relief", _first(_FIRST, _TERM)
    )
    entry_until: Rule[date] = stated(
        "审核批准截止日", "last day of approval", _first(date(2005, 12, 31), _TERM)
    )
    sole_traders: Rule[bool] = stated(
        "个体经营按比例减免",
        "sole traders under this scheme",
        _first(True, _article("第五条")),
        Provision(_SECOND, False, CAISHUI_2005_186.at("第二条")),
    )
    term_years: Rule[int] = stated("减免期限（年）", "term in years", _first(3, _TERM))
    follows_contract: Rule[bool] = stated(
        "减免期限与劳动合同期限相应",
        "term no longer than the contracts",
        _first(False, _TERM),
        Provision(_SHORTER, True, CAISHUI_2003_192.at("第二条", Standing.ASSUMED)),
    )
    # 财税[2003]192号 covers whoever qualifies before 2006, though issued on 2003-08-23 only.
    term_end: Rule[TermEnd] = stated(
        "期限届满",
        "end of the term",
        Provision(_ISSUED, TermEnd.CUT_OFF, _TERM),
        _first(TermEnd.FULL, _RUNS_ON),
    )
    cut_off: Rule[date] = stated(
        "期限截止日", "day on which terms are cut off", _first(date(2005, 12, 31), _TERM)
    )
    contract_years: Rule[int] = stated(
        "劳动合同年限（年以上）",
        "contract length (years or more)",
        _first(3, _article("第一条")),
        Provision(_SHORTER, 1, _SINCE_2003_08),
    )
    not_new: Rule[frozenset[Formation]] = stated(
        "不属于新办的情形",
        "formations that are not new",
        _first(_NOT_NEW, CAISHUI_2002_208.at("第七条")),
    )
    # 国税发[2004]93号 says what self-employment was from the beginning, though issued in 2004.
    not_genuine: Rule[frozenset[Formation]] = stated(
        "不属于自谋职业的情形",
        "formations that are not self-employment",
        Provision(_ISSUED, frozenset(), CAISHUI_2002_208.at("第五条", Standing.ASSUMED)),
        _first(_NOT_GENUINE, GUOSHUIFA_2004_93.at()),
    )
    separate_accounts: Reading = reading(
        "除外行业分别核算", "separate accounts for excluded trades", cited(_FIRST, _MIXED)
    )
    service_trades: Rule[frozenset[Trade]] = stated(
        "服务型企业除外行业",
        "trades excluded for service enterprises",
        _first(_SERVICE_TRADES, _article("第一条")),
    )
    commerce_trades: Rule[frozenset[Trade]] = stated(
        "商贸企业除外行业",
        "trades excluded for commerce enterprises",
        _first(_COMMERCE_TRADES, _article("第二条")),
    )
    spun_off_trades: Rule[frozenset[Trade]] = stated(
        "主辅分离经济实体除外行业",
        "trades excluded for spun-off entities",
        _first(_SPUN_OFF_TRADES | _SERVICE_TRADES | _COMMERCE_TRADES, _article("第四条")),
    )
    trader_trades: Rule[frozenset[Trade]] = stated(
        "个体经营除外行业",
        "trades excluded for sole traders",
        _first(_TRADER_TRADES | _SERVICE_TRADES, _article("第五条")),
    )
