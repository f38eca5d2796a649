"""Loans to labour-intensive small enterprises (劳动密集型小企业贷款), from 2004.

An enterprise that hires enough holders of the certificate for new posts borrows at half the
published interest. The labour authority (劳动保障部门) confirms the hires, the bank (经办银行)
decides, central and local finance pay half of the subsidy each.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> application = EnterpriseApplication(
...     hired=15, staff=50, contract_months=12, requested=Yuan(1_500_000), months=24,
...     government_guarantee=False,
... )
>>> case = CaseWorking(on=date(2006, 7, 3))
>>> terms = enterprise_loan(case, case.read(application), EnterpriseLoanRules()).value
>>> terms.principal, terms.annual_rate, terms.interest_share, terms.handling_fee
(Yuan('1000000.00'), Fraction(603, 10000), Fraction(1, 2), Yuan('5000.00'))
"""

from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.enterprise_loan_rules import EnterpriseLoanRules, FirmLimit
from gansu_reemployment.measures.loans.rates import base_rate
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

TOO_FEW_HIRED = Reason("too-few-hired", _("Too few holders of the certificate were hired."))
CONTRACT_TOO_SHORT = Reason("contract-too-short", _("The labour contracts are too short."))
GOVERNMENT_GUARANTEE = Reason(
    "government-guarantee", _("A government guarantee and this loan exclude each other.")
)

_BASIS_POINTS: Final = 10_000


@frozen(kw_only=True, slots=False)
class EnterpriseApplication(CheckedFacts):
    """An enterprise's application for a loan (小企业贷款申请); ``None`` is unknown.

    Args:
        hired: holders of the certificate newly hired in the year for new posts.
        staff: all staff.
        contract_months: months of the shortest of their labour contracts.
        requested: the amount asked for, in yuan.
        months: the term asked for.
        government_guarantee: whether the enterprise enjoys a government guarantee.
        uplift: what the bank adds to the benchmark rate, in basis points; not subsidised.

    Raises:
        InvalidFactsError: with every fault.
    """

    hired: int | None = fact("新招用持证人员", "holders newly hired", not_negative)
    staff: int | None = fact("职工总数", "staff", positive)
    contract_months: int | None = fact("劳动合同期限（月）", "contract months", not_negative)
    requested: Yuan | None = fact("申请金额", "amount asked for", positive)
    months: int | None = fact("申请期限（月）", "term asked for, in months", positive)
    government_guarantee: bool | None = fact("享受政府担保", "government guarantee")
    uplift: int | None = fact("利率上浮（基点）", "basis points added", not_negative, default=0)

    def contradictions(self) -> list[Fault]:
        """Give more persons hired than there are staff."""
        known = isinstance(self.hired, int) and isinstance(self.staff, int)
        if known and self.hired > self.staff:  # type: ignore[operator]
            return [Fault.at("hired", _("more than the staff of {staff}"), staff=self.staff)]
        return []


@frozen
class EnterpriseLoan:
    """What is granted (小企业贷款条件): yuan, months, yearly ratios, shares."""

    principal: Yuan = result_field("贷款金额", "principal")
    months: int = result_field("贷款期限（月）", "term in months")
    base_rate: Fraction = result_field("基准年利率", "benchmark rate a year")
    annual_rate: Fraction = result_field("年利率", "rate a year")
    interest_share: Fraction = result_field("贴息比例", "share of the benchmark interest paid")
    central_share: Fraction = result_field("中央财政承担比例", "of that, by central finance")
    handling_fee: Yuan = result_field("手续费补助", "handling fee of the bank")


def enterprise_loan(
    w: Working[Out_co], application: Facts[EnterpriseApplication], rules: EnterpriseLoanRules
) -> Out_co:
    """Give the terms of a loan to a small enterprise, or every reason against it.

    Raises:
        RuleNotInForceError: the day is before 2006-01-12, for which neither the limit nor the
            length of the contracts is known.
    """
    share = w.ratio(application.hired, application.staff)
    w.require(rules.hired_share, share >= w.use(rules.hired_share), TOO_FEW_HIRED)
    long_enough = application.contract_months >= w.use(rules.contract_months)
    w.require(rules.contract_months, long_enough, CONTRACT_TOO_SHORT)
    w.refuse(rules.no_guarantee, application.government_guarantee, GOVERNMENT_GUARANTEE)
    principal = w.keep(w.least(application.requested, _ceiling(w, application, rules)))
    principal = w.step(_("amount granted"), principal)
    months = w.keep(w.least(application.months, w.use(rules.months)))
    base = w.keep(base_rate(w, months, rules.rates))
    terms = w.record(
        EnterpriseLoan,
        principal=principal,
        months=w.step(_("term granted, in months"), months),
        base_rate=base,
        annual_rate=base + w.ratio(application.uplift, _BASIS_POINTS),
        interest_share=w.use(rules.interest_share),
        central_share=w.use(rules.central_share),
        handling_fee=w.share(principal, w.use(rules.handling_fee)),
    )
    return w.outcome(terms)


def _ceiling(
    w: Working[Out_co], application: Facts[EnterpriseApplication], rules: EnterpriseLoanRules
) -> Term[Yuan]:
    ceiling = w.use(rules.ceiling)

    def by_head() -> Any:
        return w.least(ceiling, w.use(rules.per_head) * application.hired)

    form = {FirmLimit.IN_TOTAL: lambda: ceiling, FirmLimit.BOTH: by_head}
    limited: Term[Yuan] = w.match(rules.limit, form)
    return limited


ENTERPRISE_LOAN: Measure[EnterpriseApplication, EnterpriseLoan] = Measure(
    "enterprise_loan",
    "劳动密集型小企业贷款",
    "Loan to a small enterprise",
    enterprise_loan,
    EnterpriseApplication,
    EnterpriseLoanRules,
)
