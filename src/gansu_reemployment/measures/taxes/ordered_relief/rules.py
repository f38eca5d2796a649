"""The rules of relief in turn (限额依次扣减规定), second regime.

The national base for enterprises is 4,000 yuan a person and year, which each province may raise
or lower by a fifth. Gansu's choice is unknown, so the standard has no national row. The table
covers the years in which what was approved by the end of 2010 runs on.
"""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import READ_ONCE, Bound
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level

CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")
CAISHUI_2005_186: Final = find_instrument("财税[2005]186号")
CAISHUI_2009_23: Final = find_instrument("财税[2009]23号")
CAISHUI_2010_10: Final = find_instrument("财税[2010]10号")

_FIRST = date(2006, 1, 1)
#: Relief approved by the end of 2010 runs for three years.
_END = date(2013, 12, 31)
_ENTERPRISES = CAISHUI_2005_186.at("第一条")
_TRADERS = CAISHUI_2005_186.at("第二条")
_CARRIED_OUT = find_instrument("国税发[2006]8号").reported()

_BOTH = frozenset(
    {
        Trade.ADVERTISING,
        Trade.HOUSING_AGENCY,
        Trade.SAUNA,
        Trade.MASSAGE,
        Trade.OXYGEN_BAR,
    }
)
_TRADER_TRADES = _BOTH | {
    Trade.CONSTRUCTION,
    Trade.GENERAL_CONTRACTING,
    Trade.ENTERTAINMENT,
    Trade.PROPERTY_SALE,
    Trade.LAND_USE_RIGHTS,
    Trade.INTERNET_CAFE,
}


class InTurn(Choice):
    """The order in which taxes are relieved (扣减顺序)."""

    BUSINESS_TAX_FIRST = (
        "依次扣减营业税、城市维护建设税、教育费附加和所得税",
        "business tax, construction tax, education surcharge, income tax",
    )


@rule_table("ordered_relief", checked=date(2026, 11, 28), covered_until=_END)
class OrderedReliefRules:
    """The rules of relief in turn, with those that a province may set."""

    first_day: Rule[date] = stated(
        "改按限额扣减的起始日",
        "first day of the scheme, also for sole traders approved earlier",
        Provision(_FIRST, _FIRST, CAISHUI_2005_186.at()),
    )
    approvals: Rule[bool] = stated(
        "政策执行期",
        "the scheme is open",
        Provision(_FIRST, True, CAISHUI_2005_186.at(), until=date(2008, 12, 31)),
        Provision(date(2009, 1, 1), True, CAISHUI_2009_23.at("三"), until=date(2009, 12, 31)),
        Provision(date(2010, 1, 1), True, CAISHUI_2010_10.at(), until=date(2010, 12, 31)),
    )
    standard: Rule[Yuan] = stated(
        "企业每人每年定额标准",
        "standard per person and year",
        delegated_to=Level.PROVINCE,
        bounds=(Bound(_FIRST, _ENTERPRISES, Yuan(3_200), Yuan(4_800)),),
    )
    household: Rule[Yuan] = stated(
        "个体经营每户每年限额",
        "limit per household and year",
        Provision(_FIRST, Yuan(8_000), _TRADERS, note=READ_ONCE),
    )
    months: Rule[int] = stated(
        "个体经营按月换算的月数",
        "months of a full limit, for a household",
        Provision(_FIRST, 12, _TRADERS, note=READ_ONCE),
    )
    person_months: Rule[int] = stated(
        "企业按月换算的月数",
        "months of a full limit, for each person of an enterprise",
        # As local texts apply it.
        Provision(_FIRST, 12, _CARRIED_OUT),
    )
    settlement: Reading = reading(
        "年度终了按实际月数清算",
        "settled at year end by the months really worked",
        cited(_FIRST, _CARRIED_OUT),
    )
    rounding: Reading = reading(
        "限额四舍五入到分",
        "the limit of a part year rounded half up to the fen",
        cited(_FIRST, CONVENTION),
    )
    order: Rule[InTurn] = stated(
        "扣减顺序", "order of the taxes", Provision(_FIRST, InTurn.BUSINESS_TAX_FIRST, _ENTERPRISES)
    )
    term_years: Rule[int] = stated(
        "减免期限（年）",
        "term in years",
        Provision(_FIRST, 3, CAISHUI_2005_186.at()),
        Provision(date(2009, 1, 1), 3, CAISHUI_2005_186.assumed()).noted(
            "The text says so of approvals to the end of 2008; that the later ones run as "
            "long is a reading."
        ),
    )
    approval: Reading = ReliefRules().approval
    day_count: Reading = ReliefRules().day_count
    begun_months: Reading = reading(
        "期限起止当月均按一个月计算",
        "a month in which the term begins or ends counts whole",
        cited(_FIRST, CAISHUI_2005_186.assumed("第二条")).noted(
            "The text converts by months; how a begun month counts is a reading."
        ),
    )
    earlier_term_years: Rule[int] = stated(
        "2005年底前批准的个体经营减免期限（年）",
        "term of sole traders approved before 2006 (years)",
        Provision(_FIRST, 3, CAISHUI_2002_208.reported("第五条")),
    )
    earlier_enterprises: Rule[bool] = stated(
        "2005年底前批准的企业改按本办法",
        "enterprises approved before 2006 move to this scheme",
        Provision(_FIRST, False, CAISHUI_2005_186.at("第一条第三款")),
    )
    enterprise_trades: Rule[frozenset[Trade]] = stated(
        "企业除外行业",
        "trades excluded for enterprises",
        Provision(_FIRST, _BOTH | {Trade.PAWNBROKING}, _ENTERPRISES),
    )
    trader_trades: Rule[frozenset[Trade]] = stated(
        "个体经营除外行业",
        "trades excluded for sole traders",
        Provision(_FIRST, _TRADER_TRADES, _TRADERS, note=READ_ONCE),
    )
