"""The rules of the interest subsidy, with those that a region may set.

The base is 银发[2002]394号 and 财金[2003]70号. The share of the interest that is paid depends on
the day of the loan and the borrower's class. Days of extension and overdue days have no subsidy.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import Factory

from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import READ_ONCE, Bound
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.measures.loans.accrual.rules import AccrualRules
from gansu_reemployment.measures.loans.enterprise_loan import EnterpriseLoanRules
from gansu_reemployment.measures.loans.facts import FIRST_LOAN, Borrower
from gansu_reemployment.measures.loans.loan.rules import Admission, LoanRules
from gansu_reemployment.measures.loans.notes import DAY_OF_2004, NOTICE_OF_2004
from gansu_reemployment.measures.loans.rates import Rates
from gansu_reemployment.regions import Level

BANKING_PRACTICE: Final = find_instrument("银行计息惯例")
CAIJIN_2003_70: Final = find_instrument("财金[2003]70号")
YINFA_1999_77: Final = find_instrument("银发[1999]77号")
YINFA_2002_394: Final = find_instrument("银发[2002]394号")
YINFA_2003_134: Final = find_instrument("银发[2003]134号")
YINFA_2004_51: Final = find_instrument("银发[2004]51号")
YINFA_2006_5: Final = find_instrument("银发[2006]5号")

# Issued on 2003-06-11, in force from 1 January.
_BEGINNING = date(2003, 1, 1)
_QUARTERLY = date(2003, 7, 16)
_ENTERPRISES = NOTICE_OF_2004
_WIDER = date(2006, 1, 12)
_FULL = date(2009, 1, 1)
_LONGEST = YINFA_2002_394.assumed("第三条")
_ARTICLE_4 = YINFA_2002_394.at("第四条")
_WIDER_2 = YINFA_2006_5.at("一（二）")
_ENTERPRISE_REPORTED = YINFA_2004_51.reported("二")
_FULL_1 = find_instrument("财金[2009]41号").at("一")
_LOAN = LoanRules()
_READING = BANKING_PRACTICE.assumed()


@rule_table("interest", checked=date(2026, 11, 28))
class InterestRules:
    """The rules of the interest subsidy, with those that a region may set."""

    begins: Rule[date] = stated(
        "贴息起始日",
        "first day of subsidised interest",
        Provision(
            FIRST_LOAN,
            _BEGINNING,
            CAIJIN_2003_70.assumed(),
            until=date(2002, 12, 31),
        ).noted(
            "The notice is in force from 2003-01-01. That it reaches the interest of that day "
            "and later on loans made in the last days of 2002 is a reading."
        ),
        Provision(_BEGINNING, _BEGINNING, CAIJIN_2003_70.reported()),
    )
    quarterly: Rule[bool] = stated(
        "按季申报贴息",
        "the subsidy is claimed by the quarter",
        Provision(FIRST_LOAN, False, _ARTICLE_4),
        Provision(_QUARTERLY, True, YINFA_2003_134.at("二")),
    )
    as_charged: Reading = reading(
        "据实贴息，结息日后申请",
        "the interest as charged, from the settlement day on",
        cited(FIRST_LOAN, _ARTICLE_4).noted(
            "The text pays the interest as actually incurred (据实): that a period is paid "
            "from its settlement day on is a reading."
        ),
    )
    project: Reading = reading(
        "从事微利项目", "for a micro-profit project", cited(FIRST_LOAN, _ARTICLE_4)
    )
    months: Rule[int] = stated(
        "贴息贷款期限（月，不超过）",
        "term of a subsidised loan in months, at most",
        Provision(FIRST_LOAN, 24, _LONGEST).noted(
            "Read of the loan; that a longer one has no subsidy at all is a reading."
        ),
        delegated_to=Level.COUNTY,
        # With its extension a loan runs for three years, for which the interest is computed.
        bounds=(Bound(FIRST_LOAN, _LONGEST, least=1, most=36),),
    )
    in_term: Reading = reading(
        "展期不贴息，逾期不贴息",
        "nothing for extension or overdue days",
        # Read of the extension; of overdue days it is reported.
        cited(FIRST_LOAN, YINFA_2002_394.reported("第四条")),
    )
    year_days: Rule[int] = stated(
        "计息年天数",
        "days of a year of interest",
        Provision(FIRST_LOAN, 360, BANKING_PRACTICE.at()),
    )
    refixed: Reading = reading(
        "一年以上贷款利率一年一定",
        "the rate of a loan over one year is fixed once a year",
        cited(FIRST_LOAN, YINFA_1999_77.at("第二十一条")),
    )
    rounding: Reading = reading(
        "每笔贷款每个结息期四舍五入到分一次",
        "rounded half up to the fen once for each loan and period",
        cited(FIRST_LOAN, _READING).noted(
            "Interest, subsidy and the central part are each rounded once, from the exact "
            "amount and not in steps; local finance pays the subsidy less the central part."
        ),
    )
    with_principal: Reading = reading(
        "利随本清的利息于还款日或者到期日结息，计入该日所在季度",
        "interest paid with the principal belongs to the quarter of the day of payment",
        cited(FIRST_LOAN, YINFA_1999_77.assumed("第二十条")).noted(
            "The text pays it at the last repayment (利随本清): that the claim of the quarter "
            "of this day holds it, and not that of the last day with interest, is a reading."
        ),
    )
    # The sentences of the loan: a region that changes them changes the subsidy with them.
    admission: Rule[Admission] = _LOAN.admission
    classes: Rule[frozenset[Borrower]] = _LOAN.classes
    enterprise_months: Rule[int] = EnterpriseLoanRules().months
    refixed_over: Rule[int] = AccrualRules().refixed_over
    uplift: Rule[Fraction] = _LOAN.uplift
    share_certified: Rule[Fraction] = _LOAN.share_certified
    share_ex_serviceman: Rule[Fraction] = _LOAN.share_ex_serviceman
    share_registered: Rule[Fraction] = _LOAN.share_registered
    share_graduate: Rule[Fraction] = _LOAN.share_graduate
    share_difficult: Rule[Fraction] = _LOAN.share_difficult
    enterprises: Rule[bool] = stated(
        "劳动密集型小企业贷款贴息",
        "loans to small enterprises are subsidised",
        Provision(FIRST_LOAN, False, YINFA_2002_394.at("第一条")),
        Provision(_ENTERPRISES, True, _ENTERPRISE_REPORTED, note=DAY_OF_2004),
    )
    share_enterprise: Rule[Fraction] = stated(
        "劳动密集型小企业贴息比例",
        "interest subsidised, small enterprises, of the benchmark only",
        Provision(_ENTERPRISES, Fraction(1, 2), _ENTERPRISE_REPORTED, note=DAY_OF_2004),
        Provision(_WIDER, Fraction(1, 2), YINFA_2006_5.reported("三")),
    )
    central_full: Rule[Fraction] = stated(
        "全额贴息中央财政承担比例",
        "share of a full subsidy that central finance bears",
        Provision(FIRST_LOAN, Fraction(1), _ARTICLE_4),
        Provision(_WIDER, Fraction(1), _WIDER_2, note=READ_ONCE),
        Provision(_FULL, Fraction(1), _FULL_1),
        # The seven eastern provinces fund the subsidy themselves from 2009.
        delegated_to=Level.PROVINCE,
    )
    central_half: Rule[Fraction] = stated(
        "百分之五十贴息中央财政承担比例",
        "share of a half subsidy that central finance bears",
        Provision(_ENTERPRISES, Fraction(1, 2), _ENTERPRISE_REPORTED, note=DAY_OF_2004),
        Provision(_WIDER, Fraction(1, 2), YINFA_2006_5.reported("一（二）、三")).noted(
            "Read once of other registered unemployed, not found again on 2026-11-27; reported "
            "of enterprises."
        ),
    )
    bank_deadline: Rule[Deadline] = stated(
        "银行申报贴息期限",
        "within which the bank claims, from the settlement day",
        delegated_to=Level.COUNTY,
    )
    agency_deadline: Rule[Deadline] = stated(
        "担保机构审核期限",
        "within which the guarantee agency examines the claim",
        delegated_to=Level.COUNTY,
    )
    finance_deadline: Rule[Deadline] = stated(
        "财政部门审核期限", "within which finance examines the claim", delegated_to=Level.COUNTY
    )
    payment_deadline: Rule[Deadline] = stated(
        "财政拨付期限",
        "within which finance pays the bank, from the end of the quarter",
        delegated_to=Level.COUNTY,
    )
    summary_deadline: Rule[Deadline] = stated(
        "年度汇总期限",
        "within which the year is summed up, from its end",
        delegated_to=Level.COUNTY,
    )
    rates: Rates = Factory(lending_rates)
