"""The rules on the conditions and the term of tax relief (减免条件和期限的规定), first regime.

The base is 财税[2002]208号 with its supplements.
"""

from datetime import date
from typing import Final, TypeVar

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import Citation
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import (
    Formation,
    Trade,
)

CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")
CAISHUI_2003_192: Final = find_instrument("财税[2003]192号")
CAISHUI_2005_186: Final = find_instrument("财税[2005]186号")
GUOSHUIFA_2004_93: Final = find_instrument("国税发[2004]93号")

T = TypeVar("T")

# The day of issue: its text decides while a notice that reaches back is not yet known.
_ISSUED = date(2002, 12, 27)
_FIRST = date(2003, 1, 1)
_SHORTER = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)

_TERM = CAISHUI_2002_208.at("第八条")
_SINCE_2003_08 = CAISHUI_2003_192.at("第二条")
_RUNS_ON = CAISHUI_2003_192.assumed("第三条")
_GENUINE = GUOSHUIFA_2004_93.at()
_MIXED = find_instrument("宁国税发[2003]120号").reported()


def first(value: T, cite: Citation) -> Provision[T]:
    """Build a row that is in force from the first day of the regime, 2003-01-01."""
    return Provision(_FIRST, value, cite)


def days_of_terms(since: date, cite: Citation) -> Reading:
    """State how the days of a term are counted, by the document that sets the term (期满日)."""
    return reading(
        "期满日为周年日的前一日，平年以二月二十八日为二月二十九日的周年日",
        "a term ends on the day before its anniversary, which for 29 February is 28 February",
        cited(since, cite).noted(
            "No text says how the days of a term are counted: a term of three years from "
            "29 February 2004 ends on 27 February 2007."
        ),
    )


class TermEnd(Choice):
    """The end of a term that begins before the end of 2005 (享受期限截止)."""

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
_NOT_GENUINE = frozenset({Formation.FEIGNED_AND_REGISTERED_AGAIN})
_NOT_NEW = frozenset(Formation) - {
    Formation.SET_UP,
    Formation.CHANGE_OF_HEAD,
    Formation.FEIGNED_OWNER,
    Formation.REGISTERED_AGAIN,
    Formation.FEIGNED_AND_REGISTERED_AGAIN,
}


@rule_table("tax_relief", checked=date(2026, 11, 28))
class ReliefConditionRules:
    """The rules on the conditions of tax relief and on its term."""

    first_day: Rule[date] = stated(
        "减免最早起始日", "first day of any relief", first(_FIRST, _TERM)
    )
    entry_until: Rule[date] = stated(
        "审核批准截止日", "last day of approval", first(date(2005, 12, 31), _TERM)
    )
    approved_since: Rule[date] = stated(
        "审核批准最早日期",
        "first day of approval",
        first(date(2002, 9, 30), CAISHUI_2002_208.assumed("第八条")).noted(
            "The text names the days of formation; that no audit was earlier is a reading."
        ),
    )
    approval: Reading = reading(
        "按审核批准之日的规定审核",
        "the conditions are those of the day of approval",
        cited(_FIRST, CAISHUI_2002_208.assumed("第八条")).noted(
            "The text says from when relief is granted, not by the law of which day. A later "
            "change neither ends what was approved nor opens what was refused: a reading."
        ),
    )
    # 国税发[2004]93号 says what self-employment was from the beginning, though issued in 2004.
    registered_after: Rule[date] = stated(
        "个体经营税务登记日（此日之后）",
        "sole traders registered after this day",
        Provision(_ISSUED, date(2002, 9, 30), CAISHUI_2002_208.assumed("第五条")).noted(
            "No day is known from Article 5; 国税发[2004]93号 states this day later."
        ),
        first(date(2002, 9, 30), _GENUINE),
    )
    sole_traders: Rule[bool] = stated(
        "个体经营按比例减免",
        "sole traders under this scheme",
        first(True, CAISHUI_2002_208.reported("第五条")),
        Provision(_SECOND, False, CAISHUI_2005_186.at("第二条")),
    )
    term_years: Rule[int] = stated("减免期限（年）", "term in years", first(3, _TERM))
    follows_contract: Rule[bool] = stated(
        "减免期限与劳动合同期限相应",
        "term no longer than the contracts",
        first(False, _TERM),
        Provision(_SHORTER, True, CAISHUI_2003_192.assumed("第二条")).noted(
            "The words are “the corresponding term” (相应期限): the lesser of three years and "
            "the contract is a reading."
        ),
    )
    day_count: Reading = days_of_terms(_FIRST, CAISHUI_2002_208.assumed("第八条"))
    # 财税[2003]192号 covers all who qualify before 2006, though issued on 2003-08-23 only.
    term_end: Rule[TermEnd] = stated(
        "期限届满",
        "end of the term",
        Provision(_ISSUED, TermEnd.CUT_OFF, _TERM),
        first(TermEnd.FULL, _RUNS_ON).noted(
            "Only the beginning of the article was read: that a term running over the end of "
            "2005 is not cut off is a reading."
        ),
    )
    cut_off: Rule[date] = stated(
        "期限截止日", "day on which terms are cut off", first(date(2005, 12, 31), _TERM)
    )
    contract_years: Rule[int] = stated(
        "劳动合同年限（年以上）",
        "contract length (years or more)",
        first(3, CAISHUI_2002_208.at("第一条")),
        Provision(_SHORTER, 1, _SINCE_2003_08),
    )
    not_new: Rule[frozenset[Formation]] = stated(
        "不属于新办的情形",
        "formations that are not new",
        first(_NOT_NEW, CAISHUI_2002_208.at("第七条")),
    )
    not_genuine: Rule[frozenset[Formation]] = stated(
        "不属于自谋职业的情形",
        "formations that are not self-employment",
        Provision(_ISSUED, frozenset(), CAISHUI_2002_208.assumed("第五条")).noted(
            "Article 5 is not known to exclude any form; 国税发[2004]93号 says so later."
        ),
        first(_NOT_GENUINE, _GENUINE).noted(
            "The notice speaks of businesses set up from nothing, and refuses only this form; "
            "that the others are relieved is a reading."
        ),
    )
    separate_accounts: Reading = reading(
        "除外行业分别核算", "separate accounts for excluded trades", cited(_FIRST, _MIXED)
    )
    service_trades: Rule[frozenset[Trade]] = stated(
        "服务型企业除外行业",
        "trades excluded for service enterprises",
        first(_SERVICE_TRADES, CAISHUI_2002_208.at("第一条")),
    )
    commerce_trades: Rule[frozenset[Trade]] = stated(
        "商贸企业除外行业",
        "trades excluded for commerce enterprises",
        first(_COMMERCE_TRADES, CAISHUI_2002_208.at("第二条")),
    )
    spun_off_trades: Rule[frozenset[Trade]] = stated(
        "主辅分离经济实体除外行业",
        "trades excluded for spun-off entities",
        first(
            _SPUN_OFF_TRADES | _SERVICE_TRADES | _COMMERCE_TRADES,
            CAISHUI_2002_208.reported("第四条"),
        ),
    )
    trader_trades: Rule[frozenset[Trade]] = stated(
        "个体经营除外行业",
        "trades excluded for sole traders",
        first(_TRADER_TRADES | _SERVICE_TRADES, CAISHUI_2002_208.reported("第五条")),
    )
