"""Who is refused tax relief, and from when until when it runs (减免条件和期限), first regime."""

from datetime import date
from typing import Any

from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Stage
from gansu_reemployment.measures.taxes.tax_relief.by_kind import (
    HIRING,
    NEW,
    SERVICE,
    SOLE_TRADER,
    SPUN_OFF,
    by_kind,
    nothing,
)
from gansu_reemployment.measures.taxes.tax_relief.condition_rules import (
    ReliefConditionRules,
    TermEnd,
)
from gansu_reemployment.working.terms import Facts, Reason, Term, Working

EXCLUDED_TRADE = Reason("excluded-trade", _("The scheme excludes the trade."))
NO_SEPARATE_ACCOUNTS = Reason(
    "no-separate-accounts", _("The business of an excluded trade has no accounts of its own.")
)
NOT_NEW = Reason("not-new", _("The enterprise is not newly set up."))
NOT_GENUINE = Reason("not-genuine", _("The owner or the registration is feigned."))
CONTRACT_TOO_SHORT = Reason("contract-too-short", _("The labour contracts are too short."))
APPROVED_TOO_LATE = Reason(
    "approved-too-late", _("The relief begins after the last day of approvals.")
)
MOVED = Reason(
    "moved-to-ordered-relief", _("Sole traders are relieved up to a yearly limit from 2006 on.")
)
NOT_BEGUN = Reason("not-begun", _("The relief has not begun."))
TERM_OVER = Reason("term-over", _("The term of the relief is over."))


def conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> None:
    """Refuse excluded trades, old or feigned formations and contracts that are too short."""
    by_kind(
        w,
        x,
        {
            SERVICE: lambda: _allowed(w, x, rules.service_trades),
            SPUN_OFF: lambda: _allowed(w, x, rules.spun_off_trades),
            SOLE_TRADER: lambda: _allowed(w, x, rules.trader_trades),
            HIRING: lambda: _allowed(w, x, rules.commerce_trades),
        },
    )
    w.branch(x.mixed, lambda: _accounts(w, x, rules), nothing)
    by_kind(
        w,
        x,
        {
            HIRING: lambda: _hiring_conditions(w, x, rules),
            SOLE_TRADER: lambda: _trader_conditions(w, x, rules),
            SPUN_OFF: nothing,
        },
    )


def _allowed(w: Working[Any], x: Facts[Enterprise], excluded: Rule[Any]) -> None:
    w.refuse(excluded, w.among(x.trade, w.use(excluded)), EXCLUDED_TRADE)


def _accounts(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> None:
    w.require(rules.separate_accounts, x.separate_accounts, NO_SEPARATE_ACCOUNTS)


def _hiring_conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> None:
    w.branch(w.among(x.enterprise, NEW), lambda: _newly_formed(w, x, rules), nothing)
    long_enough = x.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, CONTRACT_TOO_SHORT)


def _newly_formed(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> None:
    w.refuse(rules.not_new, w.among(x.formation, w.use(rules.not_new)), NOT_NEW)


def _trader_conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> None:
    w.refuse(rules.not_genuine, w.among(x.formation, w.use(rules.not_genuine)), NOT_GENUINE)
    w.require(rules.sole_traders, w.use(rules.sole_traders), MOVED)


def term(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> dict[str, Any]:
    """Give years, first and last day of the term, and refuse what lies outside it."""
    began = w.branch(x.stage == Stage.APPROVAL, w.day, lambda: x.began_on)
    first = w.keep(w.step(_("first day"), w.most(began, w.use(rules.first_day))))
    years = w.branch(
        w.among(x.enterprise, HIRING),
        lambda: _hiring_years(w, x, rules),
        lambda: w.use(rules.term_years),
    )
    full = w.keep(w.last_day(first, years))
    last = w.keep(w.step(_("last day"), _last(w, x, rules, full)))
    w.require(rules.entry_until, first <= w.use(rules.entry_until), APPROVED_TOO_LATE)
    w.require(rules.first_day, first <= w.day(), NOT_BEGUN)
    w.require(rules.term_years, last >= w.day(), TERM_OVER)
    return {"years": years, "first_day": first, "last_day": last}


def _hiring_years(w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules) -> Term[int]:
    # A contract that is too short is refused as such, not as a term that is over.
    def of_contract() -> Any:
        return w.most(x.contract_years, w.use(rules.contract_years))

    return w.branch(
        w.use(rules.follows_contract),
        lambda: w.least(of_contract(), w.use(rules.term_years)),
        lambda: w.use(rules.term_years),
    )


def _last(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefConditionRules, full: Any
) -> Term[date]:
    return w.branch(
        x.enterprise == EnterpriseKind.SOLE_TRADER,
        lambda: full,
        lambda: w.match(
            rules.term_end,
            {
                TermEnd.CUT_OFF: lambda: w.least(full, w.use(rules.cut_off)),
                TermEnd.FULL: lambda: full,
            },
        ),
    )
