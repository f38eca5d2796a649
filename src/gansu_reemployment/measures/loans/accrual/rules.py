"""The rules of interest on a bank loan (计息规则).

The small guaranteed loan follows the general law of lending: 银发[1999]77号, and for loans made
from 2004 银发[2003]251号. The rules on the contract are read on the day of drawing.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import Factory

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.measures.loans.facts import FIRST_LOAN, FIRST_RATE, Refixing
from gansu_reemployment.measures.loans.rates import Rates

BANKING_PRACTICE: Final = find_instrument("银行计息惯例")
BENCHMARK_LENDING_RATES: Final = find_instrument("中国人民银行公布的金融机构人民币贷款基准利率")
YINFA_1999_77: Final = find_instrument("银发[1999]77号")
YINFA_1999_192: Final = find_instrument("银发[1999]192号")
YINFA_2003_251: Final = find_instrument("银发[2003]251号")

_OVERDUE = date(1999, 6, 10)
_NEW_LOANS = date(2004, 1, 1)
_PRACTICE = BANKING_PRACTICE.at()
_READING = BANKING_PRACTICE.assumed()
_SETTLEMENT = YINFA_1999_77.at("第二十条、第二十一条")
_REFIXING = YINFA_1999_77.at("第二十一条")
_SETTLEMENT_ASSUMED = YINFA_1999_77.assumed("第二十条、第二十一条")
_REFIXING_ASSUMED = YINFA_1999_77.assumed("第二十一条")
_PENALTY = YINFA_1999_77.at("第二十五条")
_NEW = YINFA_2003_251.at("三")
_TABLE = BENCHMARK_LENDING_RATES.reported("逾期贷款利率")
_FROM_A_TABLE = _("Known from a list of rates on overdue loans; the notice itself is not known.")
_BEFORE = _(
    "The document is of 1999, its day is not recorded: that contracts since the first known rates "
    "follow it is assumed."
)
_WHERE_CHARGED = _(
    "The limits are checked where the multiple is charged, not where it is agreed only."
)


class Penalty(Choice):
    """How penalty interest is set (罚息利率的确定方式)."""

    DAILY = "按日利率", "a rate a day"
    MULTIPLE = "在合同利率基础上加收", "a multiple of the contract's rate"


class Compounding(Choice):
    """The rate at which unpaid interest of the term compounds (复利利率)."""

    CONTRACT = "期内按合同利率、逾期后按罚息利率", "the contract's, after maturity the penalty rate"
    PENALTY = "按罚息利率", "the penalty rate"


@rule_table("accrual", checked=date(2026, 11, 28))
class AccrualRules:
    """The rules of interest."""

    year_days: Rule[int] = stated(
        "计息年天数", "days of a year of interest", Provision(FIRST_RATE, 360, _PRACTICE)
    )
    month_days: Rule[int] = stated(
        "按整月计息时每月天数",
        "days of a whole month of interest",
        Provision(FIRST_RATE, 30, _PRACTICE),
    )
    settlement: Reading = reading(
        "结息日为每月或者季末月的20日",
        "interest is charged on the 20th of the month or of the quarter's last month",
        cited(FIRST_RATE, _SETTLEMENT_ASSUMED, note=_BEFORE),
        cited(_OVERDUE, _SETTLEMENT),
    )
    settlement_day: Reading = reading(
        "放款日和结息日计息，还款日不计息",
        "the day of drawing and the settlement day count, the day of repayment does not",
        cited(FIRST_RATE, _PRACTICE),
    )
    due_day: Reading = reading(
        "到期日不计入贷款期限",
        "the term ends the day before the loan falls due",
        cited(FIRST_RATE, _READING).noted(
            "From counting the first day and not the last; so the day of maturity is the first "
            "day of an extension."
        ),
    )
    rounding: Reading = reading(
        "每笔贷款每个结息期四舍五入到分一次",
        "rounded half up to the fen once for each loan and period",
        cited(FIRST_RATE, _READING).noted(
            "The published exercises print whole fen and do not say at which step they round."
        ),
    )
    penal_days: Reading = reading(
        "罚息按实际天数计算",
        "penalty interest is counted by actual days",
        cited(FIRST_RATE, _READING).noted(
            "Also where the contract counts whole months: no text counts a penalty so."
        ),
    )
    whole_months: Reading = reading(
        "按整月计息的，利率或者本金变动前后分别计算",
        "whole months are counted apart before and after a change of the rate or the balance",
        cited(FIRST_RATE, _READING).noted(
            "A rate that is fixed again and stays the same divides no month."
        ),
    )
    refixings: Rule[frozenset[Refixing]] = stated(
        "一年以上贷款的利率调整方式",
        "how the rate of a loan over one year is fixed again",
        Provision(FIRST_RATE, frozenset({Refixing.YEARLY}), _REFIXING_ASSUMED, note=_BEFORE),
        Provision(_OVERDUE, frozenset({Refixing.YEARLY}), _REFIXING),
        Provision(_NEW_LOANS, frozenset(Refixing), YINFA_2003_251.at("二")),
    )
    refixed_over: Rule[int] = stated(
        "利率调整的贷款期限（月，以上）",
        "months beyond which the rate is fixed again",
        Provision(FIRST_RATE, 12, _REFIXING_ASSUMED, note=_BEFORE),
        Provision(_OVERDUE, 12, _REFIXING),
    )
    refixing_day: Reading = reading(
        "新利率自对应日起执行",
        "the new rate takes effect on the anniversary itself",
        cited(FIRST_RATE, _REFIXING_ASSUMED).noted(
            "The article says that the rate is fixed again each year; that the anniversary "
            "itself already has the new rate is a reading."
        ),
    )
    penalty: Rule[Penalty] = stated(
        "罚息利率的确定方式",
        "how penalty interest is set",
        Provision(FIRST_RATE, Penalty.DAILY, _TABLE, note=_FROM_A_TABLE),
        Provision(_OVERDUE, Penalty.DAILY, _PENALTY),
        Provision(_NEW_LOANS, Penalty.MULTIPLE, _NEW),
    )
    overdue_daily: Rule[Fraction] = stated(
        "逾期贷款日利率",
        "rate on overdue loans a day",
        Provision(FIRST_RATE, Fraction(3, 10_000), _TABLE, note=_FROM_A_TABLE),
        Provision(_OVERDUE, Fraction(21, 100_000), YINFA_1999_192.at()),
    )
    diverted_daily: Rule[Fraction] = stated(
        "挪用贷款日利率",
        "rate on diverted loans a day",
        Provision(FIRST_LOAN, Fraction(5, 10_000), _NEW).noted(
            "The notice states the rate that it replaces for new loans. Its first day is not "
            "recorded: the row begins with the policy."
        ),
    )
    overdue_least: Rule[Fraction] = stated(
        "逾期罚息倍数（不低于）",
        "multiple for overdue loans, at least",
        Provision(_NEW_LOANS, Fraction(13, 10), _NEW, note=_WHERE_CHARGED),
    )
    overdue_most: Rule[Fraction] = stated(
        "逾期罚息倍数（不高于）",
        "multiple for overdue loans, at most",
        Provision(_NEW_LOANS, Fraction(3, 2), _NEW, note=_WHERE_CHARGED),
    )
    diverted_least: Rule[Fraction] = stated(
        "挪用罚息倍数（不低于）",
        "multiple for diverted loans, at least",
        Provision(_NEW_LOANS, Fraction(3, 2), _NEW, note=_WHERE_CHARGED),
    )
    diverted_most: Rule[Fraction] = stated(
        "挪用罚息倍数（不高于）",
        "multiple for diverted loans, at most",
        Provision(_NEW_LOANS, Fraction(2), _NEW, note=_WHERE_CHARGED),
    )
    compounding: Rule[Compounding] = stated(
        "未付利息计收复利的利率",
        "rate at which unpaid interest compounds",
        Provision(FIRST_RATE, Compounding.CONTRACT, _SETTLEMENT_ASSUMED, note=_BEFORE),
        Provision(_OVERDUE, Compounding.CONTRACT, _SETTLEMENT),
        Provision(_NEW_LOANS, Compounding.PENALTY, _NEW).noted(
            "Of a diverted loan too, the rate on overdue days is taken: a reading."
        ),
    )
    rates: Rates = Factory(lending_rates)
