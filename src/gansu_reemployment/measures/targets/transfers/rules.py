"""The rules of the special transfer (专项转移支付规则): its factors, and conventions for the rest.

The opinion states no formula. Both forms are conventions of this library, after the practice of
other provinces and later years.
"""

from datetime import date
from typing import Final

from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.targets.transfers.facts import FundFactor
from gansu_reemployment.regions import Level

CAISHE_2002_107: Final = find_instrument("财社[2002]107号")
GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

_NATIONAL: Final = date(2002, 12, 3)
_NATIONAL_END: Final = date(2005, 12, 31)
_OPINION: Final = date(2003, 6, 10)
_YEAR_END: Final = date(2003, 12, 31)


@rule_table("transfers", checked=date(2026, 11, 28))
class TransferRules:
    """The factors of the transfer, and the conventions of its division (专项转移支付规则)."""

    linkage: Reading = reading(
        "与地方财政实际投入和再就业工作实绩等因素挂钩",
        "linked to actual local input, to results and to other factors",
        cited(_NATIONAL, CAISHE_2002_107.at("三"), until=_NATIONAL_END),
    )
    factors: Rule[frozenset[FundFactor]] = stated(
        "2003年度专项转移支付挂钩因素",
        "factors of the transfer of 2003",
        Provision(
            _OPINION,
            frozenset(FundFactor),
            GANSU_OPINION_2003.at("二(四)"),
            until=_YEAR_END,
        ),
        # The transfer is the province's own (省财政补助), so no lower level links it otherwise.
        delegated_to=Level.PROVINCE,
    )
    share_form: Reading = reading(
        "因素法：按各因素占比和权重分配",
        "by each unit's share of every factor, weighted",
        cited(_OPINION, CONVENTION),
    )
    roll_over_form: Reading = reading(
        "基数滚动法：以上年补助数为基数，按因素系数调整",
        "last year's amounts times weighted coefficients, scaled to the pot",
        cited(_OPINION, CONVENTION),
    )
    coefficients: Reading = reading(
        "基数滚动法的因素值即为调整系数，直接使用，不再换向",
        "in the roll-over form a value is a coefficient already and is used as it is",
        cited(_OPINION, CONVENTION),
    )
    mirrored: Reading = reading(
        "因素法中越高越少的因素，以最高值加最低值减本值计分",
        "in the share form, where more means less, the score is highest plus lowest less own value",
        cited(_OPINION, CONVENTION),
    )
    rounding: Reading = reading(
        "分配到分，尾数按最大余数法，合计等于总额",
        "to the fen, the last ones by the largest remainder, the sum being the pot",
        cited(_OPINION, CONVENTION),
    )
