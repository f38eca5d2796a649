"""The rules of the loan to small enterprises, and what a region may set.

银发[2004]51号 began it; that part is known through a provincial notice. The limit of 2004 and
the length of the labour contracts are not known.
"""

from datetime import date
from fractions import Fraction

from attrs import Factory

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.loans import (
    YINFA_2002_394,
    YINFA_2004_51,
    YINFA_2006_5,
    YINFA_2008_238,
)
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.loans.rates import Rates
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level

# The notice is of the first quarter of 2004; its last day is assumed.
_FIRST = date(2004, 3, 31)
_SECOND = date(2006, 1, 12)
# Made public in August 2008; the day is that of issue, which is assumed.
_THIRD = date(2008, 8, 4)
_ASSUMED_2004 = YINFA_2004_51.at("二", Standing.ASSUMED)
_REPORTED_2004 = YINFA_2004_51.at("二", Standing.REPORTED)
_REPORTED_2006 = YINFA_2006_5.at("三", Standing.REPORTED)
_REPORTED_2008 = YINFA_2008_238.at(standing=Standing.REPORTED)


class FirmLimit(Choice):
    """How the loan of an enterprise is limited (小企业贷款额度的计算方式)."""

    IN_TOTAL = "按总额控制", "in total"
    BOTH = "按新招用人数计算并按总额控制", "by persons hired and in total"


@rule_table("enterprise_loan", checked=date(2026, 11, 23))
class EnterpriseLoanRules:
    """The rules of the loan to small enterprises, and what a region may set."""

    hired_share: Rule[Fraction] = stated(
        "新招用持证人员占职工总数比例（不低于）",
        "holders hired, of all staff, at least",
        Provision(_FIRST, Fraction(30, 100), _ASSUMED_2004),
        Provision(_SECOND, Fraction(30, 100), _REPORTED_2006),
        delegated_to=Level.COUNTY,
    )
    contract_months: Rule[int] = stated(
        "劳动合同期限（月，不少于）",
        "months of the labour contracts, at least",
        # The length of 2004 is not known.
        Provision(_SECOND, 12, _REPORTED_2006),
    )
    no_guarantee: Reading = reading(
        "不再享受政府担保",
        "no government guarantee as well",
        cited(_FIRST, _REPORTED_2004),
    )
    ceiling: Rule[Yuan] = stated(
        "小企业贷款最高额度",
        "highest loan to an enterprise",
        # The limit of 2004 is not known.
        Provision(_SECOND, Yuan(1_000_000), _REPORTED_2006),
        Provision(_THIRD, Yuan(2_000_000), _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    limit: Rule[FirmLimit] = stated(
        "小企业贷款额度计算方式",
        "how the loan of an enterprise is limited",
        # By head count (按人数), yet no text gives the sum for each person.
        Provision(_SECOND, FirmLimit.IN_TOTAL, YINFA_2006_5.at("三", Standing.ASSUMED)),
        delegated_to=Level.COUNTY,
    )
    per_head: Rule[Yuan] = stated(
        "每新招用一人贷款额度", "amount for each person hired", delegated_to=Level.COUNTY
    )
    months: Rule[int] = stated(
        "贷款期限（月，不超过）",
        "term in months, at most",
        # Read for individuals; that it holds for enterprises is assumed.
        Provision(_FIRST, 24, YINFA_2002_394.at("第三条", Standing.ASSUMED)),
        delegated_to=Level.COUNTY,
    )
    interest_share: Rule[Fraction] = stated(
        "贴息占基准利率利息比例",
        "share of the interest at the benchmark rate subsidised",
        Provision(_FIRST, Fraction(1, 2), _REPORTED_2004),
        Provision(_SECOND, Fraction(1, 2), _REPORTED_2006),
    )
    central_share: Rule[Fraction] = stated(
        "贴息中央财政承担比例",
        "share of the subsidy that central finance bears",
        Provision(_FIRST, Fraction(1, 2), _REPORTED_2004),
        Provision(_SECOND, Fraction(1, 2), _REPORTED_2006),
    )
    handling_fee: Rule[Fraction] = stated(
        "手续费补助占发放额比例",
        "handling fee of the bank, of what it lends",
        Provision(_FIRST, Fraction(5, 1000), _REPORTED_2004),
        Provision(_SECOND, Fraction(5, 1000), _REPORTED_2006),
    )
    rates: Rates = Factory(lending_rates)
