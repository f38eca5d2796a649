"""The share relieved of each tax, by kind of enterprise (减免比例), first regime."""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.law import Rule
from gansu_reemployment.measures.taxes.facts import (
    EXISTING,
    TAXES,
    ByTax,
    Enterprise,
    EnterpriseKind,
    Tax,
)
from gansu_reemployment.measures.taxes.tax_relief.rules import EmployeeTest, ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.term import end_of_scheme, years_of_contract
from gansu_reemployment.working import Working, formula

NOTHING: Final = Fraction(0)
NO_RELIEF: Final = ByTax(*[NOTHING for _tax in TAXES])


@formula
def hired_share(w: Working, firm: Enterprise[Known]) -> Fraction:
    """Return the share of the persons placed in the whole that the kind requires (招用比例)."""
    if firm.enterprise in EXISTING:
        return w.ratio(firm.hired, firm.staff_last_year + firm.all_new_hires)
    if firm.enterprise == EnterpriseKind.SOLE_TRADER and firm.staff == 0:
        # A stall that employs few may leave this box empty.
        return NOTHING
    return w.ratio(placed(w, firm), firm.staff)


@formula
def placed(_w: Working, firm: Enterprise[Known]) -> int:
    """Return the persons who count: new hires or, in a spun-off entity, surplus staff (人数)."""
    return firm.surplus_staff if firm.enterprise == EnterpriseKind.SPUN_OFF else firm.hired


@formula
def whole_staff(_w: Working, firm: Enterprise[Known]) -> int:
    """Return the staff of which the persons who count are a part (职工总数)."""
    if firm.enterprise in EXISTING:
        return firm.staff_last_year + firm.all_new_hires
    return firm.staff


@formula
def share_counts(w: Working, firm: Enterprise[Known], rules: ReliefRules, first: date) -> bool:
    """Return whether the share of staff matters: of sole traders, only to some large ones."""
    if firm.enterprise == EnterpriseKind.SOLE_TRADER:
        return many_employees(w, firm, rules) and like_new_service(w, firm, rules, first)
    return True


@formula
def like_new_service(w: Working, firm: Enterprise[Known], rules: ReliefRules, first: date) -> bool:
    """Return whether a stall meets what a new service enterprise must (视同新办服务型企业).

    Its contracts are long enough, it is new, also for the business tax, and the term that
    follows its contracts is not over.
    """
    approval = w.as_of(first)
    if firm.contract_years < approval.use(rules.contract_years):
        return False
    if firm.formation in approval.use(rules.not_new):
        return False
    if firm.formation in w.use(rules.not_new_for_business_tax):
        return False
    full = w.last_day(first, years_of_contract(approval, firm, rules))
    return end_of_scheme(approval, rules, full) >= w.day()


@formula
def many_employees(w: Working, firm: Enterprise[Known], rules: ReliefRules) -> bool:
    """Return whether a sole trader has as many employees as a service enterprise (雇工人数)."""
    match w.use(rules.employee_test):
        case EmployeeTest.NONE:
            return False
        case EmployeeTest.COUNTED:
            return firm.employees >= w.use(rules.employees)


@formula
def relieved_shares(
    w: Working, firm: Enterprise[Known], rules: ReliefRules, share: Fraction, *, reached: bool
) -> ByTax[Fraction]:
    """Return the part of each tax that is relieved, by kind of enterprise (减免比例)."""
    match firm.enterprise:
        case EnterpriseKind.NEW_SERVICE | EnterpriseKind.NEW_RETAIL:
            if reached:
                return new_shares(w, firm, rules)
            part = share * w.use(rules.reduction_factor)
            return same_share(w, w.use(rules.reduced_taxes), part)
        case EnterpriseKind.EXISTING_SERVICE | EnterpriseKind.EXISTING_RETAIL:
            if reached:
                return same_share(w, w.use(rules.existing_taxes), w.use(rules.existing_share))
            return NO_RELIEF
        case EnterpriseKind.SPUN_OFF:
            return exempt(w, rules, rules.spun_off_taxes) if reached else NO_RELIEF
        case EnterpriseKind.SOLE_TRADER:
            return trader_shares(w, firm, rules, reached=reached)


@formula
def new_shares(w: Working, firm: Enterprise[Known], rules: ReliefRules) -> ByTax[Fraction]:
    """Exempt a new enterprise; fewer formations are new for the business tax (第一条、第二条)."""
    if firm.enterprise == EnterpriseKind.NEW_RETAIL:
        return exempt(w, rules, rules.retail_taxes)
    if firm.formation in w.use(rules.not_new_for_business_tax):
        return exempt(w, rules, rules.without_business_tax)
    return exempt(w, rules, rules.service_taxes)


@formula
def trader_shares(
    w: Working, firm: Enterprise[Known], rules: ReliefRules, *, reached: bool
) -> ByTax[Fraction]:
    """Exempt a stall (第五条); one with many employees must qualify as a service enterprise."""
    if many_employees(w, firm, rules) and not reached:
        return exempt(w, rules, rules.large_trader_taxes)
    return exempt(w, rules, rules.trader_taxes)


@formula
def exempt(w: Working, rules: ReliefRules, taxes: Rule[frozenset[Tax]]) -> ByTax[Fraction]:
    """Return the exempted share of each of the *taxes* in force."""
    return same_share(w, w.use(taxes), w.use(rules.exemption))


@formula
def same_share(_w: Working, taxes: frozenset[Tax], share: Fraction) -> ByTax[Fraction]:
    """Return the same share for each of *taxes*, and zero for the others."""
    return ByTax(*[share if tax in taxes else NOTHING for tax in TAXES])
