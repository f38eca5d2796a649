"""Small guaranteed loans for laid-off and unemployed persons (下岗失业人员小额担保贷款).

A person who opens a business of their own or with partners borrows from a commercial bank;
a guarantee agency backs the loan. The community (社区) recommends, the labour authority
(劳动保障部门) examines, the guarantee agency (担保机构) promises, the bank (经办银行) decides.

>>> from datetime import date
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> application = LoanApplication(
...     born_on=date(1960, 5, 1), certified=True, partners=1, requested=Yuan(30000),
...     months=24, micro_profit=True,
... )
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> terms = loan_terms(case, case.read(application), LoanRules()).value
>>> terms.principal, terms.months, terms.annual_rate, terms.interest_share
(Yuan('20000.00'), 24, Fraction(549, 10000), Fraction(1, 1))
"""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.loan.rules import Admission, LoanRules, PartnerLimit, Purpose
from gansu_reemployment.measures.loans.rates import base_rate
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

OVER_AGE = Reason("over-age", _("The person is above the age."))
NO_CERTIFICATE = Reason(
    "no-certificate",
    _("The person holds no Re-employment Preferential Certificate."),
)
NOT_A_BORROWER = Reason("not-a-borrower", _("The person is of no class that may borrow."))
NOT_HEALTHY = Reason("not-healthy", _("The person is not in good health."))
NOT_CREDITWORTHY = Reason("not-creditworthy", _("The person is not creditworthy."))
NOT_SKILLED = Reason("not-skilled", _("The person has no labour skill."))
OWN_FUNDS_ENOUGH = Reason("own-funds-enough", _("The person's own funds are enough."))
WRONG_PURPOSE = Reason(
    "wrong-purpose", _("The loan is for neither start-up costs nor working capital.")
)
NOT_RECOMMENDED = Reason("not-recommended", _("The community has not recommended the person."))
NOT_EXAMINED = Reason("not-examined", _("The labour authority has not examined the application."))
NOT_GUARANTEED = Reason("not-guaranteed", _("No guarantee agency has promised to guarantee."))
UPLIFT_TOO_HIGH = Reason("uplift-too-high", _("The rate is above what the law allows."))

#: A basis point (基点) is the ten-thousandth part.
_BASIS_POINTS: Final = 10_000


@frozen(kw_only=True, slots=False)
class LoanApplication(CheckedFacts):
    """An application for a small guaranteed loan (小额担保贷款申请); ``None`` is unknown.

    The file of an application is taken to be in order unless it is said otherwise: that holds
    for the facts from *own_funds_short* on.

    Args:
        born_on: day of birth.
        certified: holds the Re-employment Preferential Certificate (再就业优惠证).
        borrower: the class, from 2006, of one who holds no certificate.
        partners: how many borrow together; 1 for an individual.
        requested: the amount asked for, in yuan.
        months: the term asked for.
        micro_profit: whether the business is a micro-profit project (微利项目).
        uplift: what the bank adds to the benchmark rate, in basis points (0.01 points).
        own_funds_short: the person's own funds do not cover the need (自筹资金不足).
        purpose: what the loan is used for.
        healthy: 身体健康.
        creditworthy: 诚实信用.
        skilled: 有一定劳动技能.
        recommended: by the community (社区推荐).
        examined: by the labour authority (劳动保障部门审查).
        guaranteed: the guarantee agency promised to guarantee (担保机构承诺担保).

    Raises:
        InvalidFactsError: with every fault.
    """

    born_on: date | None = fact("出生日期", "date of birth")
    certified: bool | None = fact("持有再就业优惠证", "holds the certificate")
    borrower: Borrower | None = fact("借款人类别", "class of borrower")
    partners: int | None = fact("借款人数", "number of borrowers", positive)
    requested: Yuan | None = fact("申请金额", "amount asked for", positive)
    months: int | None = fact("申请期限（月）", "term asked for, in months", positive)
    micro_profit: bool | None = fact("微利项目", "micro-profit project")
    uplift: int | None = fact("利率上浮（基点）", "basis points added", not_negative, default=0)
    own_funds_short: bool | None = fact("自筹资金不足", "own funds fall short", default=True)
    purpose: Purpose | None = fact("贷款用途", "use of the loan", default=Purpose.WORKING_CAPITAL)
    healthy: bool | None = fact("身体健康", "healthy", default=True)
    creditworthy: bool | None = fact("诚实信用", "creditworthy", default=True)
    skilled: bool | None = fact("有一定劳动技能", "with some labour skill", default=True)
    recommended: bool | None = fact("社区已推荐", "recommended by the community", default=True)
    examined: bool | None = fact("劳动保障部门已审查", "examined", default=True)
    guaranteed: bool | None = fact("担保机构已承诺担保", "guarantee promised", default=True)


@frozen
class LoanTerms:
    """What is granted (贷款条件): yuan, months, yearly ratios, and the share of interest paid."""

    principal: Yuan = result_field("贷款金额", "principal")
    months: int = result_field("贷款期限（月）", "term in months")
    base_rate: Fraction = result_field("基准年利率", "benchmark rate a year")
    annual_rate: Fraction = result_field("年利率", "rate a year")
    interest_share: Fraction = result_field("贴息比例", "share of the interest subsidised")


def loan_terms(w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules) -> Out_co:
    """Give the terms of a loan signed on the day, or every reason against it (核定贷款条件).

    Amount and term above the limits are cut to them. The loan of partners rests on a figure
    of the region.

    Raises:
        RuleNotInForceError: several borrow, and the region has set no figure for partners; or
            the day is before the first rule.
    """
    _person(w, application, rules)
    _file(w, application, rules)
    principal = w.least(application.requested, _ceiling(w, application, rules))
    months = w.least(application.months, w.use(rules.months))
    base: Term[Fraction] = w.step(_("benchmark rate"), base_rate(w, months, rules.rates))
    uplift = w.ratio(application.uplift, _BASIS_POINTS)
    w.require(rules.uplift, uplift <= w.use(rules.uplift), UPLIFT_TOO_HIGH)
    terms = w.record(
        LoanTerms,
        principal=w.step(_("amount granted"), principal),
        months=w.step(_("term granted, in months"), months),
        base_rate=base,
        annual_rate=w.step(_("rate of the loan"), base + uplift),
        interest_share=_interest_share(w, application, rules),
    )
    return w.outcome(terms)


def answer_by(received_on: date, rules: LoanRules) -> date:
    """Give the last day for the bank's formal answer to an application received on a day.

    The day of receipt is not counted.

    Raises:
        RuleNotInForceError: no rule, or no working day of the year, is known.
    """
    return rules.answer.on(received_on).value.after(received_on)


def _person(w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules) -> None:
    w.require(rules.age, w.full_years(application.born_on) <= w.use(rules.age), OVER_AGE)
    w.match(
        rules.admission,
        {
            Admission.HOLDERS: lambda: w.require(
                rules.admission, application.certified, NO_CERTIFICATE
            ),
            Admission.CLASSES: lambda: w.require(
                rules.classes, _of_a_class(w, application, rules), NOT_A_BORROWER
            ),
        },
    )
    w.require(rules.condition, application.healthy, NOT_HEALTHY)
    w.require(rules.condition, application.creditworthy, NOT_CREDITWORTHY)
    w.require(rules.condition, application.skilled, NOT_SKILLED)
    w.require(rules.gap, application.own_funds_short, OWN_FUNDS_ENOUGH)


def _of_a_class(
    w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules
) -> Condition:
    listed = w.among(application.borrower, w.use(rules.classes))
    of_a_class: Condition = application.certified | listed
    return of_a_class


def _borrower(w: Working[Out_co], application: Facts[LoanApplication]) -> Term[Borrower]:
    return w.choose(application.certified, Borrower.CERTIFIED, application.borrower)


def _file(w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules) -> None:
    permitted = w.among(application.purpose, w.use(rules.purposes))
    w.require(rules.purposes, permitted, WRONG_PURPOSE)
    w.require(rules.steps, application.recommended, NOT_RECOMMENDED)
    w.require(rules.steps, application.examined, NOT_EXAMINED)
    w.require(rules.steps, application.guaranteed, NOT_GUARANTEED)


def _ceiling(
    w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules
) -> Term[Yuan]:
    ceiling: Term[Yuan] = w.branch(
        application.partners == 1,
        lambda: w.use(rules.norm),
        lambda: _partners_ceiling(w, application, rules),
    )
    return ceiling


def _partners_ceiling(
    w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules
) -> Term[Yuan]:
    def by_head() -> Any:
        return w.use(rules.partner_head) * application.partners

    ceiling: Term[Yuan] = w.match(
        rules.partner_limit,
        {
            PartnerLimit.PER_HEAD: by_head,
            PartnerLimit.IN_TOTAL: lambda: w.use(rules.partner_total),
            PartnerLimit.BOTH: lambda: w.least(by_head(), w.use(rules.partner_total)),
        },
    )
    return ceiling


def _interest_share(
    w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules
) -> Term[Fraction]:
    def by_class() -> Any:
        return w.match(
            rules.admission,
            {
                Admission.HOLDERS: lambda: w.use(rules.share_certified),
                Admission.CLASSES: lambda: w.branch(
                    _of_a_class(w, application, rules),
                    lambda: _share_of_class(w, application, rules),
                    lambda: Fraction(0),
                ),
            },
        )

    share: Term[Fraction] = w.branch(application.micro_profit, by_class, lambda: Fraction(0))
    return w.step(_("share of the interest subsidised"), share)


def _share_of_class(
    w: Working[Out_co], application: Facts[LoanApplication], rules: LoanRules
) -> Term[Fraction]:
    """Give the share of the borrower's class."""
    shares = {
        Borrower.EX_SERVICEMAN: rules.share_ex_serviceman,
        Borrower.REGISTERED: rules.share_registered,
        Borrower.GRADUATE: rules.share_graduate,
        Borrower.DIFFICULT: rules.share_difficult,
        Borrower.CERTIFIED: rules.share_certified,
    }
    borrower = _borrower(w, application)
    share: Term[Fraction] = Fraction(0)  # type: ignore[assignment]
    for of_class, rule in shares.items():
        share = _where(w, borrower == of_class, rule, share)
    return share


def _where(
    w: Working[Out_co], holds: Condition, rule: Rule[Fraction], otherwise: Term[Fraction]
) -> Term[Fraction]:
    share: Term[Fraction] = w.branch(holds, lambda: w.use(rule), lambda: otherwise)
    return share


LOAN_TERMS: Measure[LoanApplication, LoanTerms] = Measure(
    "loan_terms", "小额担保贷款", "Small guaranteed loan", loan_terms, LoanApplication, LoanRules
)
