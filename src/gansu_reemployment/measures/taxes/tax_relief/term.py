"""The term of tax relief (减免期限), first regime."""

from datetime import date

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import HIRING, Enterprise, EnterpriseKind
from gansu_reemployment.measures.taxes.reasons import APPROVED_TOO_LATE, NOT_BEGUN, TERM_OVER
from gansu_reemployment.measures.taxes.tax_relief.condition_rules import (
    ReliefConditionRules,
    TermEnd,
)
from gansu_reemployment.working import Working, formula


@formula
def relief_term(
    w: Working, firm: Enterprise[Known], rules: ReliefConditionRules, first: date
) -> tuple[int, date]:
    """Return years and last day of the term; refuse a day outside it (减免期限)."""
    approval = w.as_of(first)
    approval.cite(rules.day_count)
    years = years_of_term(approval, firm, rules)
    last = w.step(_("last day"), last_day(approval, firm, rules, w.last_day(first, years)))
    in_time = first <= approval.use(rules.entry_until)
    approval.require(rules.entry_until, in_time, APPROVED_TOO_LATE)
    w.require(rules.first_day, first <= w.day(), NOT_BEGUN)
    approval.require(rules.term_years, last >= w.day(), TERM_OVER)
    return years, last


@formula
def years_of_term(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules) -> int:
    """Return the years of the term, which follow the contracts of hiring enterprises (期限)."""
    if firm.enterprise in HIRING:
        return years_of_contract(w, firm, rules)
    return w.use(rules.term_years)


@formula
def years_of_contract(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules) -> int:
    """Return the years of a term that follows the contracts from August 2003 on (相应期限)."""
    if w.use(rules.follows_contract):
        # A contract that is too short is refused as such, not as a term that is over.
        of_contract = max(firm.contract_years, w.use(rules.contract_years))
        return min(of_contract, w.use(rules.term_years))
    return w.use(rules.term_years)


@formula
def last_day(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules, full: date) -> date:
    """Return the last day: sole traders finish the *full* term, others end with the scheme."""
    if firm.enterprise == EnterpriseKind.SOLE_TRADER:
        return full
    return end_of_scheme(w, rules, full)


@formula
def end_of_scheme(w: Working, rules: ReliefConditionRules, full: date) -> date:
    """Return the last day of an enterprise's term, of which *full* is the end (期限届满)."""
    match w.use(rules.term_end):
        case TermEnd.CUT_OFF:
            return min(full, w.use(rules.cut_off))
        case TermEnd.FULL:
            return full
