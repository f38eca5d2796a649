"""Small guaranteed loans for laid-off and unemployed persons (下岗失业人员小额担保贷款).

A person who opens a business alone or with partners borrows from a commercial bank, and a
guarantee agency backs the loan. The community (社区) recommends the person, the labour authority
(劳动保障部门) examines the application, the guarantee agency (担保机构) promises its guarantee, and
the bank (经办银行) decides.

>>> from datetime import date
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> application = LoanApplication(
...     born_on=date(1960, 5, 1), certified=True, partners=1, requested=Yuan(30000),
...     months=24, micro_profit=True, uplift=0, own_funds_short=True,
...     purpose=Purpose.WORKING_CAPITAL, healthy=True, creditworthy=True, skilled=True,
...     recommended=True, examined=True, guaranteed=True,
... )
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> terms = loan_terms(case, case.read(application), LoanRules()).value
>>> terms.principal, terms.months, terms.annual_rate, terms.interest_share
(Yuan('20000.00'), 24, Fraction(549, 10000), Fraction(1, 1))
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    born,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction, NotTogether
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.loan.rules import (
    UPLIFT_TOO_HIGH,
    Admission,
    LoanRules,
    PartnerLimit,
    Purpose,
)
from gansu_reemployment.measures.loans.rates import base_rate, of_basis_points
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure


@frozen(kw_only=True, slots=False)
class LoanApplication(CheckedFacts, Generic[U]):
    """An application for a small guaranteed loan (小额担保贷款申请); ``None`` is unknown.

    No condition is presumed: a certificate, a recommendation or a guarantee that the file does
    not mention is unknown. Where the counter takes a file as in order, :meth:`in_order` presumes
    what the community, the labour authority and the guarantee agency confirm, and marks it.

    Args:
        born_on: day of birth.
        certified: whether the person holds the certificate (再就业优惠证).
        borrower: the class, from 2006, of a person without a certificate; ``certified`` only of
            a person with one.
        partners: how many borrow together; 1 for an individual.
        micro_profit: whether the business is a micro-profit project (微利项目).
        uplift: what the bank adds to the benchmark rate, in basis points (0.01 points).
        own_funds_short: the person's own funds do not cover the need (自筹资金不足).
        purpose: the use of the loan.
        healthy: in good health (身体健康).
        creditworthy: honest and creditworthy (诚实信用).
        skilled: has some labour skill (有一定劳动技能).
        recommended: whether the community recommended the person (社区推荐).
        examined: whether the labour authority examined the application (劳动保障部门审查).
        guaranteed: whether the guarantee agency promised its guarantee (担保机构承诺担保).
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotTogether(
            "borrower",
            _("the person does not hold the certificate"),
            (("borrower", frozenset({Borrower.CERTIFIED})), ("certified", frozenset({False}))),
        ),
    )
    usual: ClassVar[Mapping[str, Any]] = dict.fromkeys(
        (
            *("own_funds_short", "healthy", "creditworthy", "skilled"),
            *("recommended", "examined", "guaranteed"),
        ),
        True,
    )

    born_on: date | U = fact("出生日期", "date of birth", born)
    certified: bool | U = fact("持有再就业优惠证", "holds the certificate")
    borrower: Borrower | U = fact("借款人类别", "class of borrower")
    partners: int | U = fact("借款人数", "number of borrowers", positive)
    requested: Yuan | U = fact("申请金额", "amount asked for", positive)
    months: int | U = fact("申请期限（月）", "term asked for, in months", positive)
    micro_profit: bool | U = fact("微利项目", "micro-profit project")
    uplift: int | U = fact("利率上浮（基点）", "basis points added", not_negative)
    own_funds_short: bool | U = fact("自筹资金不足", "own funds fall short")
    purpose: Purpose | U = fact("贷款用途", "use of the loan")
    healthy: bool | U = fact("身体健康", "healthy")
    creditworthy: bool | U = fact("诚实信用", "creditworthy")
    skilled: bool | U = fact("有一定劳动技能", "with some labour skill")
    recommended: bool | U = fact("社区已推荐", "recommended by the community")
    examined: bool | U = fact("劳动保障部门已审查", "examined")
    guaranteed: bool | U = fact("担保机构已承诺担保", "guarantee promised")


@frozen
class LoanTerms:
    """The terms granted (贷款条件): yuan, months, yearly ratios, and the share of interest paid."""

    principal: Yuan = result_field("贷款金额", "principal")
    months: int = result_field("贷款期限（月）", "term in months")
    base_rate: Fraction = result_field("基准年利率", "benchmark rate a year")
    annual_rate: Fraction = result_field("年利率", "rate a year")
    interest_share: Fraction = result_field("贴息比例", "share of the interest subsidised")


OVER_AGE = Reason("over-age", _("The person is above the age limit."))
NO_CERTIFICATE = Reason(
    "no-certificate",
    _("The person holds no Re-employment Preferential Certificate."),
)
NOT_A_BORROWER = Reason(
    "not-a-borrower", _("The person belongs to none of the classes that may borrow.")
)
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

_NOTHING: Final = Fraction(0)


@measure("小额担保贷款", "Small guaranteed loan")
def loan_terms(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> LoanTerms:
    """Compute the terms of a loan, or every reason against it (核定贷款条件).

    The day of the law is the day of signing; every rule and rate is that of this day. Amount and
    term above the limits are cut to them. A loan of partners is undecided unless the region has
    set the figure for partners.
    """
    w.cite(rules.signing_day)
    check_person(w, loan, rules)
    check_file(w, loan, rules)
    principal = min(loan.requested, ceiling(w, loan, rules))
    months = min(loan.months, w.use(rules.months))
    base = w.step(_("benchmark rate"), base_rate(w, months, rules.rates))
    uplift = of_basis_points(w, loan.uplift)
    w.require(rules.uplift, uplift <= w.use(rules.uplift), UPLIFT_TOO_HIGH)
    return LoanTerms(
        principal=w.step(_("amount granted"), principal),
        months=w.step(_("months granted"), months),
        base_rate=base,
        annual_rate=w.step(_("rate of the loan"), base + uplift),
        interest_share=w.step(
            _("share of the interest subsidised"), interest_share(w, loan, rules)
        ),
    )


@formula
def check_person(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> None:
    """Check the age, the class and the condition of the borrower (第一条)."""
    w.require(rules.age, w.full_years(loan.born_on) <= w.use(rules.age), OVER_AGE)
    match w.use(rules.admission):
        case Admission.HOLDERS:
            w.require(rules.admission, loan.certified, NO_CERTIFICATE)
        case Admission.CLASSES:
            w.require(rules.classes, of_a_class(w, loan, rules), NOT_A_BORROWER)
    w.require(rules.condition, loan.healthy, NOT_HEALTHY)
    w.require(rules.condition, loan.creditworthy, NOT_CREDITWORTHY)
    w.require(rules.condition, loan.skilled, NOT_SKILLED)
    w.require(rules.gap, loan.own_funds_short, OWN_FUNDS_ENOUGH)


@formula
def of_a_class(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> bool:
    """Return whether the person holds the certificate or is of another class (借款人类别)."""
    return loan.certified or loan.borrower in w.use(rules.classes)


@formula
def check_file(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> None:
    """Check the use of the loan and the steps before the bank (第二条)."""
    w.require(rules.purposes, loan.purpose in w.use(rules.purposes), WRONG_PURPOSE)
    w.require(rules.steps, loan.recommended, NOT_RECOMMENDED)
    w.require(rules.steps, loan.examined, NOT_EXAMINED)
    w.require(rules.steps, loan.guaranteed, NOT_GUARANTEED)


@formula
def ceiling(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> Yuan:
    """Return the most that one person, or partners together, may borrow (第三条)."""
    if loan.partners == 1:
        return w.use(rules.norm)
    match w.use(rules.partner_limit):
        case PartnerLimit.PER_HEAD:
            return w.use(rules.partner_head) * loan.partners
        case PartnerLimit.IN_TOTAL:
            return w.use(rules.partner_total)
        case PartnerLimit.BOTH:
            by_head = w.use(rules.partner_head) * loan.partners
            return min(by_head, w.use(rules.partner_total))


@formula
def interest_share(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> Fraction:
    """Return the share of the interest that is subsidised (第四条).

    Only loans to micro-profit projects (微利项目) are subsidised.
    """
    if not loan.micro_profit:
        return _NOTHING
    match w.use(rules.admission):
        case Admission.HOLDERS:
            return w.use(rules.share_certified)
        case Admission.CLASSES:
            # The share of a class is unknown on days on which it may not borrow.
            if of_a_class(w, loan, rules):
                return share_of_class(w, loan, rules)
            return _NOTHING


@formula
def share_of_class(w: Working, loan: LoanApplication[Known], rules: LoanRules) -> Fraction:  # noqa: PLR0911 - a list of classes
    """Return the share of the borrower's class; the certificate comes first."""
    if loan.certified:
        return w.use(rules.share_certified)
    match loan.borrower:
        case Borrower.CERTIFIED:
            return w.use(rules.share_certified)
        case Borrower.EX_SERVICEMAN:
            return w.use(rules.share_ex_serviceman)
        case Borrower.REGISTERED:
            return w.use(rules.share_registered)
        case Borrower.GRADUATE:
            return w.use(rules.share_graduate)
        case Borrower.DIFFICULT:
            return w.use(rules.share_difficult)
        case Borrower.ENTERPRISE | Borrower.NONE:
            return _NOTHING


def answer_by(received_on: date, rules: LoanRules) -> date:
    """Return the last day for the bank's formal answer to an application (银行正式答复期限).

    The day of receipt is not counted.

    Raises:
        RuleNotInForceError: no rule is in force, or the working days of the year are unknown.
    """
    return rules.answer.on(received_on).value.after(received_on)
