"""The rules of the small guaranteed loan to individuals, with those that a region may set.

The base is 银发[2002]394号. Its amount is a norm (一般掌握在两万元左右), in place of which a region
may set its own figure. No national text states how much more partners may borrow.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import Factory

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import READ_ONCE, Bound
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.measures.loans.facts import FIRST_LOAN, Borrower
from gansu_reemployment.measures.loans.rates import Rates
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason

YINFA_2002_394: Final = find_instrument("银发[2002]394号")
YINFA_2006_5: Final = find_instrument("银发[2006]5号")
YINFA_2008_238: Final = find_instrument("银发[2008]238号")

_FIRST = FIRST_LOAN
_WIDER = date(2006, 1, 12)
# Issued in August 2008, but the rule on rates applies to new loans from 1 January.
_FLOAT = date(2008, 1, 1)
_HIGHER = date(2008, 8, 4)
_FULL = date(2009, 1, 1)
_ARTICLE_1 = YINFA_2002_394.at("第一条")
_ARTICLE_2 = YINFA_2002_394.at("第二条")
_ARTICLE_3 = YINFA_2002_394.at("第三条")
_ARTICLE_4 = YINFA_2002_394.at("第四条")
_WIDER_1 = YINFA_2006_5.at("一（一）")
_WIDER_2 = YINFA_2006_5.at("一（二）")
_WIDER_REPORTED = YINFA_2006_5.reported()
_REPORTED_2008 = YINFA_2008_238.reported()
_FULL_1 = find_instrument("财金[2009]41号").at("一")


class Purpose(Choice):
    """The use of the loan (贷款用途)."""

    STARTING = "开办经费", "start-up costs"
    WORKING_CAPITAL = "流动资金", "working capital"
    OTHER = "其他用途", "another use"


class Admission(Choice):
    """Who may borrow (借款人范围)."""

    HOLDERS = "只限持证人员", "holders of the certificate only"
    CLASSES = "持证人员和其他类别", "holders and further classes"


class PartnerLimit(Choice):
    """How a partnership's loan is limited (合伙经营贷款额度的计算方式)."""

    PER_HEAD = "按人数计算", "by head count"
    IN_TOTAL = "按总额控制", "in total"
    BOTH = "按人数计算并按总额控制", "by head count and in total"


#: A float above the law, of the loan, of its extension and of subsidised interest.
UPLIFT_TOO_HIGH = Reason("uplift-too-high", _("The rate is above what the law allows."))
#: The further classes of 2006; a holder of the certificate need not belong to one.
_CLASSES_2006 = frozenset({Borrower.EX_SERVICEMAN, Borrower.REGISTERED, Borrower.GRADUATE})


@rule_table("loan", checked=date(2026, 11, 28))
class LoanRules:
    """The rules of the loan to individuals, with those that a region may set."""

    age: Rule[int] = stated(
        "年龄（周岁以内）",
        "age (full years or less)",
        Provision(_FIRST, 60, YINFA_2002_394.assumed("第一条")).noted(
            "The text says “within 60” (60岁以内) and names no day: that 60 full years on the "
            "day of signing are within it is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    admission: Rule[Admission] = stated(
        "借款人范围",
        "who may borrow",
        Provision(_FIRST, Admission.HOLDERS, _ARTICLE_1),
        Provision(_WIDER, Admission.CLASSES, _WIDER_1),
    )
    classes: Rule[frozenset[Borrower]] = stated(
        "持证人员以外的借款人类别",
        "classes of borrowers without the certificate",
        # Graduates are reported, the other classes were read.
        Provision(_WIDER, _CLASSES_2006, YINFA_2006_5.reported("一（一）")),
        Provision(_HIGHER, _CLASSES_2006 | {Borrower.DIFFICULT}, _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    condition: Reading = reading(
        "身体健康、诚实信用、有一定劳动技能",
        "healthy, creditworthy, with some labour skill",
        cited(_FIRST, _ARTICLE_1),
    )
    signing_day: Reading = reading(
        "按签订借款合同之日的规定办理",
        "a loan is judged by the law of the day of signing",
        cited(_FIRST, YINFA_2002_394.assumed()).noted(
            "The document does not say whether the day of application, of approval or of "
            "signing decides; signing is a reading."
        ),
        cited(_FLOAT, YINFA_2008_238.assumed()).noted(
            "A local restatement leaves projects approved before the end of 2007 under the "
            "earlier policy. The day of approval is not asked: every loan follows its day of "
            "signing."
        ),
    )
    gap: Reading = reading(
        "自筹资金不足部分", "only what own funds do not cover", cited(_FIRST, _ARTICLE_1)
    )
    purposes: Rule[frozenset[Purpose]] = stated(
        "贷款用途",
        "use of the loan",
        Provision(_FIRST, frozenset({Purpose.STARTING, Purpose.WORKING_CAPITAL}), _ARTICLE_2),
    )
    steps: Reading = reading(
        "社区推荐、劳动保障部门审查、担保机构审核并承诺担保",
        "recommended, examined, and promised a guarantee",
        cited(_FIRST, _ARTICLE_2),
    )
    answer: Rule[Deadline] = stated(
        "银行正式答复期限",
        "within which the bank answers",
        # Three weeks (三周内).
        Provision(_FIRST, Deadline(21), _ARTICLE_2),
        delegated_to=Level.COUNTY,
    )
    norm: Rule[Yuan] = stated(
        "个人贷款额度",
        "amount for an individual",
        Provision(_FIRST, Yuan(20_000), YINFA_2002_394.assumed("第三条")).noted(
            "The text gives a norm (两万元左右), no cap: taking it for the limit is a reading."
        ),
        Provision(_HIGHER, Yuan(50_000), _REPORTED_2008),
        delegated_to=Level.COUNTY,
        bounds=(Bound(_HIGHER, _REPORTED_2008, most=Yuan(50_000)),),
    )
    partner_limit: Rule[PartnerLimit] = stated(
        "合伙经营和组织起来就业的额度计算方式",
        "how the loan of partners is limited",
        Provision(_FIRST, PartnerLimit.PER_HEAD, YINFA_2002_394.assumed("第三条")).noted(
            "The text enlarges the loan suitably by the number of borrowers (根据人数, "
            "适当扩大): a sum for each is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    partner_head: Rule[Yuan] = stated(
        "合伙经营人均贷款额度", "amount for each partner", delegated_to=Level.COUNTY
    )
    partner_total: Rule[Yuan] = stated(
        "合伙经营贷款总额度", "amount for all partners together", delegated_to=Level.COUNTY
    )
    months: Rule[int] = stated(
        "贷款期限（月，不超过）",
        "term in months, at most",
        Provision(_FIRST, 24, _ARTICLE_3),
        delegated_to=Level.COUNTY,
    )
    uplift: Rule[Fraction] = stated(
        "利率上浮幅度（不超过）",
        "upward float, at most",
        Provision(_FIRST, Fraction(0), _ARTICLE_4),
        Provision(_FLOAT, Fraction(3, 100), _REPORTED_2008),
        delegated_to=Level.COUNTY,
        bounds=(
            Bound(_FIRST, _ARTICLE_4, least=Fraction(0), most=Fraction(0)),
            Bound(_FLOAT, _REPORTED_2008, least=Fraction(0), most=Fraction(3, 100)),
        ),
    )
    share_certified: Rule[Fraction] = stated(
        "持证人员贴息比例",
        "interest subsidised, holders of the certificate",
        Provision(_FIRST, Fraction(1), _ARTICLE_4),
        Provision(_WIDER, Fraction(1), _WIDER_2, note=READ_ONCE),
        Provision(_FULL, Fraction(1), _FULL_1),
    )
    share_ex_serviceman: Rule[Fraction] = stated(
        "复员转业退役军人贴息比例",
        "interest subsidised, demobilised soldiers",
        Provision(_WIDER, Fraction(1), _WIDER_2, note=READ_ONCE),
        Provision(_FULL, Fraction(1), _FULL_1),
    )
    share_registered: Rule[Fraction] = stated(
        "其他登记失业人员贴息比例",
        "interest subsidised, other registered unemployed",
        Provision(_WIDER, Fraction(1, 2), _WIDER_2, note=READ_ONCE),
        Provision(_FULL, Fraction(1), _FULL_1),
    )
    share_graduate: Rule[Fraction] = stated(
        "高校毕业生贴息比例",
        "interest subsidised, graduates",
        Provision(_WIDER, Fraction(1, 2), _WIDER_REPORTED),
        Provision(_FULL, Fraction(1), _FULL_1),
    )
    share_difficult: Rule[Fraction] = stated(
        "就业困难人员贴息比例",
        "interest subsidised, persons with employment difficulties",
        # Borrowers from August 2008; their share until the end of that year is unknown.
        Provision(_FULL, Fraction(1), _FULL_1),
    )
    rates: Rates = Factory(lending_rates)
