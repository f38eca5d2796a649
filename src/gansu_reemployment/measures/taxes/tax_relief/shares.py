"""The share relieved of each tax, by kind of enterprise (减免比例), first regime."""

from fractions import Fraction
from typing import Final

from gansu_reemployment.facts import Known
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.facts import (
    TAXES,
    ByTax,
    Enterprise,
    EnterpriseKind,
    Tax,
)
from gansu_reemployment.measures.taxes.tax_relief.conditions import EXISTING
from gansu_reemployment.measures.taxes.tax_relief.rules import EmployeeTest, ReliefRules
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.protocol import Working

NOTHING: Final = Fraction(0)
NO_RELIEF: Final = ByTax(*[NOTHING for _tax in TAXES])


@formula
def hired_share(w: Working, firm: Enterprise[Known]) -> Fraction:
    """Return the share of newly hired persons in the whole that the kind requires (招用比例)."""
    if firm.enterprise in EXISTING:
        return w.ratio(firm.hired, firm.staff_last_year + firm.all_new_hires)
    return w.ratio(firm.hired, firm.staff)


@formula
def share_counts(w: Working, firm: Enterprise[Known], rules: ReliefRules) -> bool:
    """Return whether the share of staff matters: not for a sole trader with few employees."""
    if firm.enterprise == EnterpriseKind.SOLE_TRADER:
        return many_employees(w, firm, rules)
    return True


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
    if not many_employees(w, firm, rules):
        return exempt(w, rules, rules.trader_taxes)
    if reached and firm.contract_years >= w.use(rules.contract_years):
        return exempt(w, rules, rules.trader_taxes)
    return exempt(w, rules, rules.large_trader_taxes)


@formula
def exempt(w: Working, rules: ReliefRules, taxes: Rule[frozenset[Tax]]) -> ByTax[Fraction]:
    """Return the exempted share of each of the *taxes* in force."""
    return same_share(w, w.use(taxes), w.use(rules.exemption))


@formula
def same_share(_w: Working, taxes: frozenset[Tax], share: Fraction) -> ByTax[Fraction]:
    """Return the same share for each of *taxes*, and zero for the others."""
    return ByTax(*[share if tax in taxes else NOTHING for tax in TAXES])
