"""The conditions of tax relief and its term (减免条件和期限), first regime.

The base is 财税[2002]208号 with its supplements.
"""

from datetime import date

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Rule
from gansu_reemployment.measures.taxes.facts import HIRING, NEW, Enterprise, EnterpriseKind, Trade
from gansu_reemployment.measures.taxes.reasons import CONTRACT_TOO_SHORT, EXCLUDED_TRADE
from gansu_reemployment.measures.taxes.tax_relief.condition_rules import ReliefConditionRules
from gansu_reemployment.working import Reason, Working, formula

NO_SEPARATE_ACCOUNTS = Reason(
    "no-separate-accounts", _("The business of an excluded trade has no accounts of its own.")
)
NOT_NEW = Reason("not-new", _("The enterprise is not newly set up."))
NOT_GENUINE = Reason(
    "not-genuine",
    _("An existing shop changed its owner by loan, sale or impersonation, and registered again."),
)
REGISTERED_TOO_EARLY = Reason(
    "registered-before-policy", _("The business was registered before the policy began.")
)
MOVED = Reason(
    "moved-to-ordered-relief", _("Sole traders are relieved up to a yearly limit from 2006 on.")
)
APPROVED_TOO_EARLY = Reason("approved-too-early", _("The approval is earlier than the policy."))


@formula
def first_day(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules) -> date:
    """Return the first day of the term: that of the approval, in 2003 at the earliest (起始日)."""
    return w.step(_("first day"), max(firm.approved_on, w.use(rules.first_day)))


@formula
def check_conditions(
    w: Working, firm: Enterprise[Known], rules: ReliefConditionRules, first: date
) -> None:
    """Refuse a firm that did not qualify by the law of the *first* day, or a stall that moved."""
    approval = w.as_of(first)
    approval.cite(rules.approval)
    check_approval(approval, firm, rules)
    if firm.enterprise == EnterpriseKind.SOLE_TRADER:
        w.require(rules.sole_traders, w.use(rules.sole_traders), MOVED)


@formula
def check_approval(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules) -> None:
    """Refuse excluded trades, old or feigned formations and contracts that are too short."""
    check_trade(w, firm, rules)
    if firm.mixed:
        w.require(rules.separate_accounts, firm.separate_accounts, NO_SEPARATE_ACCOUNTS)
    if firm.enterprise in NEW:
        w.refuse(rules.not_new, firm.formation in w.use(rules.not_new), NOT_NEW)
    if firm.enterprise in HIRING:
        long_enough = firm.contract_years >= w.use(rules.contract_years)
        w.require(rules.contract_years, long_enough, CONTRACT_TOO_SHORT)
    if firm.enterprise == EnterpriseKind.SOLE_TRADER:
        w.refuse(rules.not_genuine, firm.formation in w.use(rules.not_genuine), NOT_GENUINE)
        late_enough = firm.approved_on > w.use(rules.registered_after)
        w.require(rules.registered_after, late_enough, REGISTERED_TOO_EARLY)
    else:
        late_enough = firm.approved_on >= w.use(rules.approved_since)
        w.require(rules.approved_since, late_enough, APPROVED_TOO_EARLY)


@formula
def check_trade(w: Working, firm: Enterprise[Known], rules: ReliefConditionRules) -> None:
    """Refuse the trades that the scheme of the enterprise's kind excludes (除外行业)."""
    match firm.enterprise:
        case EnterpriseKind.NEW_SERVICE | EnterpriseKind.EXISTING_SERVICE:
            refuse_trades(w, firm, rules.service_trades)
        case EnterpriseKind.NEW_RETAIL | EnterpriseKind.EXISTING_RETAIL:
            refuse_trades(w, firm, rules.commerce_trades)
        case EnterpriseKind.SPUN_OFF:
            refuse_trades(w, firm, rules.spun_off_trades)
        case EnterpriseKind.SOLE_TRADER:
            refuse_trades(w, firm, rules.trader_trades)


@formula
def refuse_trades(w: Working, firm: Enterprise[Known], excluded: Rule[frozenset[Trade]]) -> None:
    """Refuse an enterprise of an excluded trade."""
    w.refuse(excluded, firm.trade in w.use(excluded), EXCLUDED_TRADE)
