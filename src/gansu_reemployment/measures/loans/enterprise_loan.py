"""Loans to labour-intensive small enterprises (劳动密集型小企业贷款), from 2004.

An enterprise that hires enough holders of the certificate for new posts is repaid half of the
interest at the published rate. The labour authority (劳动保障部门) confirms the hires and the bank
(经办银行) decides; central and local finance each pay half of the subsidy.

The loan began with 银发[2004]51号, which is known through a provincial notice only. Its limit of
2004 and the length of the labour contracts are unknown.

>>> from gansu_reemployment.working.case import CaseWorking
>>> application = EnterpriseApplication(
...     hired=15, staff=50, contract_months=12, requested=Yuan(1_500_000), months=24,
...     government_guarantee=False, uplift=0,
... )
>>> case = CaseWorking(on=date(2006, 7, 3))
>>> terms = enterprise_loan(case, case.read(application), EnterpriseLoanRules()).value
>>> terms.principal, terms.annual_rate, terms.interest_share, terms.handling_fee
(Yuan('1000000.00'), Fraction(603, 10000), Fraction(1, 2), Yuan('5000.00'))
"""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Final, Generic

from attrs import Factory, frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Bound
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.measures.loans.notes import DAY_OF_2004, NOTICE_OF_2004
from gansu_reemployment.measures.loans.rates import Rates, base_rate, of_basis_points
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason, Working, formula, measure

YINFA_2002_394: Final = find_instrument("银发[2002]394号")
YINFA_2004_51: Final = find_instrument("银发[2004]51号")
YINFA_2006_5: Final = find_instrument("银发[2006]5号")


@frozen(kw_only=True, slots=False)
class EnterpriseApplication(CheckedFacts, Generic[U]):
    """An enterprise's application for a loan (小企业贷款申请); ``None`` is unknown.

    Args:
        hired: holders of the certificate newly hired in the year for new posts.
        staff: all staff.
        contract_months: months of the shortest of their labour contracts.
        government_guarantee: whether the enterprise enjoys a government guarantee.
        uplift: what the bank adds to the benchmark rate, in basis points; not subsidised.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("hired", "staff", _("more than the staff of {staff}")),
    )

    hired: int | U = fact("新招用持证人员", "holders newly hired", not_negative)
    staff: int | U = fact("职工总数", "staff", positive)
    contract_months: int | U = fact("劳动合同期限（月）", "contract months", not_negative)
    requested: Yuan | U = fact("申请金额", "amount asked for", positive)
    months: int | U = fact("申请期限（月）", "term asked for, in months", positive)
    government_guarantee: bool | U = fact("享受政府担保", "government guarantee")
    uplift: int | U = fact("利率上浮（基点）", "basis points added", not_negative)


_FIRST = NOTICE_OF_2004
_SECOND = date(2006, 1, 12)
# Made public in August 2008; the day is that of issue, which is assumed.
_THIRD = date(2008, 8, 4)
_ASSUMED_2004 = YINFA_2004_51.assumed("二")
_REPORTED_2004 = YINFA_2004_51.reported("二")
_REPORTED_2006 = YINFA_2006_5.reported("三")
_REPORTED_2008 = find_instrument("银发[2008]238号").reported()


class FirmLimit(Choice):
    """How the loan of an enterprise is limited (小企业贷款额度的计算方式)."""

    IN_TOTAL = "按总额控制", "in total"
    BOTH = "按新招用人数计算并按总额控制", "by persons hired and in total"


@rule_table("enterprise_loan", checked=date(2026, 11, 28))
class EnterpriseLoanRules:
    """The rules of the loan to small enterprises, with those that a region may set."""

    hired_share: Rule[Fraction] = stated(
        "新招用持证人员占职工总数比例（不低于）",
        "holders hired, of all staff, at least",
        Provision(_FIRST, Fraction(30, 100), _ASSUMED_2004, note=DAY_OF_2004),
        Provision(_SECOND, Fraction(30, 100), _REPORTED_2006),
        delegated_to=Level.COUNTY,
    )
    contract_months: Rule[int] = stated(
        "劳动合同期限（月，不少于）",
        "months of the labour contracts, at least",
        # The length of 2004 is unknown.
        Provision(_SECOND, 12, _REPORTED_2006),
    )
    no_guarantee: Reading = reading(
        "不再享受政府担保",
        "no government guarantee as well",
        Provision(_FIRST, None, _REPORTED_2004, note=DAY_OF_2004),
    )
    ceiling: Rule[Yuan] = stated(
        "小企业贷款最高额度",
        "highest loan to an enterprise",
        # The limit of 2004 is unknown.
        Provision(_SECOND, Yuan(1_000_000), _REPORTED_2006),
        Provision(_THIRD, Yuan(2_000_000), _REPORTED_2008),
        delegated_to=Level.COUNTY,
        bounds=(
            Bound(_SECOND, _REPORTED_2006, most=Yuan(1_000_000)),
            Bound(_THIRD, _REPORTED_2008, most=Yuan(2_000_000)),
        ),
    )
    limit: Rule[FirmLimit] = stated(
        "小企业贷款额度计算方式",
        "how the loan of an enterprise is limited",
        Provision(_SECOND, FirmLimit.IN_TOTAL, YINFA_2006_5.assumed("三")).noted(
            "By head count (按人数), but no text states the sum for each person."
        ),
        delegated_to=Level.COUNTY,
    )
    per_head: Rule[Yuan] = stated(
        "每新招用一人贷款额度", "amount for each person hired", delegated_to=Level.COUNTY
    )
    months: Rule[int] = stated(
        "贷款期限（月，不超过）",
        "term in months, at most",
        Provision(_FIRST, 24, YINFA_2002_394.assumed("第三条")).noted(
            "Read of loans to individuals; that it applies to enterprises is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    interest_share: Rule[Fraction] = stated(
        "贴息占基准利率利息比例",
        "share of the interest at the benchmark rate subsidised",
        Provision(_FIRST, Fraction(1, 2), _REPORTED_2004, note=DAY_OF_2004),
        Provision(_SECOND, Fraction(1, 2), _REPORTED_2006),
    )
    central_share: Rule[Fraction] = stated(
        "贴息中央财政承担比例",
        "share of the subsidy that central finance bears",
        Provision(_FIRST, Fraction(1, 2), _REPORTED_2004, note=DAY_OF_2004),
        Provision(_SECOND, Fraction(1, 2), _REPORTED_2006),
    )
    handling_fee: Rule[Fraction] = stated(
        "手续费补助占发放额比例",
        "handling fee of the bank, of what it lends",
        Provision(_FIRST, Fraction(5, 1000), _REPORTED_2004, note=DAY_OF_2004),
        Provision(_SECOND, Fraction(5, 1000), _REPORTED_2006),
    )
    rates: Rates = Factory(lending_rates)


@frozen
class EnterpriseLoan:
    """The terms granted (小企业贷款条件): yuan, months, yearly ratios, shares."""

    principal: Yuan = result_field("贷款金额", "principal")
    months: int = result_field("贷款期限（月）", "term in months")
    base_rate: Fraction = result_field("基准年利率", "benchmark rate a year")
    annual_rate: Fraction = result_field("年利率", "rate a year")
    interest_share: Fraction = result_field("贴息比例", "share of the benchmark interest paid")
    central_share: Fraction = result_field("中央财政承担比例", "of that, by central finance")
    handling_fee: Yuan = result_field("手续费补助", "handling fee of the bank")


TOO_FEW_HIRED = Reason("too-few-hired", _("Too few holders of the certificate were hired."))
CONTRACT_TOO_SHORT = Reason("contract-too-short", _("The labour contracts are too short."))
GOVERNMENT_GUARANTEE = Reason(
    "government-guarantee", _("A government guarantee and this loan exclude each other.")
)


@measure("劳动密集型小企业贷款", "Loan to a small enterprise")
def enterprise_loan(
    w: Working, firm: EnterpriseApplication[Known], rules: EnterpriseLoanRules
) -> EnterpriseLoan:
    """Compute the terms of an enterprise's loan, or every reason against it (核定小企业贷款).

    The day of the law is the day of signing; every rule and rate is that of this day. Before
    2006-01-12 a case is undecided: the limit and the length of the contracts are unknown.
    """
    share = w.ratio(firm.hired, firm.staff)
    w.require(rules.hired_share, share >= w.use(rules.hired_share), TOO_FEW_HIRED)
    long_enough = firm.contract_months >= w.use(rules.contract_months)
    w.require(rules.contract_months, long_enough, CONTRACT_TOO_SHORT)
    w.refuse(rules.no_guarantee, firm.government_guarantee, GOVERNMENT_GUARANTEE)
    principal = w.step(_("amount granted"), min(firm.requested, ceiling(w, firm, rules)))
    months = min(firm.months, w.use(rules.months))
    base = base_rate(w, months, rules.rates)
    return EnterpriseLoan(
        principal=principal,
        months=w.step(_("months granted"), months),
        base_rate=base,
        annual_rate=base + of_basis_points(w, firm.uplift),
        interest_share=w.use(rules.interest_share),
        central_share=w.use(rules.central_share),
        handling_fee=w.share(principal, w.use(rules.handling_fee)),
    )


@formula
def ceiling(w: Working, firm: EnterpriseApplication[Known], rules: EnterpriseLoanRules) -> Yuan:
    """Return the most that the enterprise may borrow (贷款最高额度)."""
    in_total = w.use(rules.ceiling)
    match w.use(rules.limit):
        case FirmLimit.IN_TOTAL:
            return in_total
        case FirmLimit.BOTH:
            return min(in_total, w.use(rules.per_head) * firm.hired)
