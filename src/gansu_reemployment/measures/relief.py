"""Tax relief for those who take on laid-off persons, first regime (税收减免，2003-2005年批准).

Enterprises that newly hire certificate holders, spun-off entities and laid-off sole traders
pay less tax, or none, for up to three years. The labour authority (劳动保障部门) certifies
the enterprise, the tax office (税务机关) audits it and grants the relief. Relief granted
by the end of 2005 runs on until its term is full; value-added tax is never relieved.

>>> from datetime import date
>>> from gansu_reemployment.enterprises import Enterprise, EnterpriseKind, Trade
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = Enterprise(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, hired=10, staff=100,
...     contract_years=3, enterprise_income_tax=Yuan(100_000),
... )
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> relief = tax_relief(case, case.read(firm), ReliefRules()).value
>>> relief.relief.enterprise_income_tax, relief.next_threshold
(Yuan('20000.00'), Fraction(3, 10))
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.enterprises import (
    TAXES,
    ByTax,
    Enterprise,
    EnterpriseKind,
    Stage,
    Tax,
)
from gansu_reemployment.facts import fact
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.relief_rules import EmployeeTest, ReliefRules, TermEnd
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

_NONE = Fraction(0)
_NEW = frozenset({EnterpriseKind.NEW_SERVICE, EnterpriseKind.NEW_RETAIL})
_SERVICE = frozenset({EnterpriseKind.NEW_SERVICE, EnterpriseKind.EXISTING_SERVICE})
_HIRING = frozenset(EnterpriseKind) - {EnterpriseKind.SPUN_OFF, EnterpriseKind.SOLE_TRADER}

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

#: The table that a kind of enterprise is worked by.
_Works = dict[frozenset[EnterpriseKind], Callable[[], Any]]


@frozen
class TaxRelief:
    """What is relieved and what is left to pay, by tax; and for how long.

    *next_threshold* is the share of staff at which the relief rises next, ``None`` if it is
    reached or does not matter. Shares are parts of the tax due, amounts are yuan.
    """

    share: ByTax[Fraction] = fact("减免比例", "share relieved")
    relief: ByTax[Yuan] = fact("减免税额", "relief")
    payable: ByTax[Yuan] = fact("应纳税额", "tax payable")
    years: int = fact("减免期限（年）", "term in years")
    first_day: date = fact("减免起始日", "first day")
    last_day: date = fact("减免届满日", "last day")
    next_threshold: Fraction | None = fact("下一档比例", "next threshold")


def tax_relief(w: Working[Out_co], x: Facts[Enterprise], rules: ReliefRules) -> Out_co:
    """Work out the relief of one enterprise or stall for the taxes of one period (税收减免).

    The share of hired persons is that of the day, as verified for prepayment; at the annual
    settlement see :mod:`~.settlement`. Relief is rounded half up to the fen for each tax,
    the share itself never. Refused are excluded trades, feigned or old formations, contracts that are too
    short, and terms that are over.
    """
    return w.outcome(worked_relief(w, x, rules, lambda: _hired_share(w, x)))


def worked_relief(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, hired_share: Callable[[], Any]
) -> Term[TaxRelief]:
    """Work out the relief for the share of staff that *hired_share* gives where it is needed."""
    _conditions(w, x, rules)
    counted = _counted(w, x, rules)
    part = w.step(_("share of staff"), w.branch(counted, hired_share, _nobody))
    reached = w.branch(counted, lambda: part >= w.use(rules.threshold), _no)
    shares = _shares(w, x, rules, part, reached)
    relief = w.record(
        ByTax,
        **{t.code: w.share(getattr(x, t.code), w.field(shares, t.code)) for t in TAXES},
    )
    payable = {t.code: getattr(x, t.code) - w.field(relief, t.code) for t in TAXES}
    return w.record(
        TaxRelief,
        share=shares,
        relief=relief,
        payable=w.record(ByTax, **payable),
        **_term(w, x, rules),
        next_threshold=_next(w, rules, counted, reached),
    )


def _nobody() -> Fraction:
    return _NONE


def _no() -> bool:
    return False


def _nothing() -> None:
    """Ask for nothing more."""


def _by_kind(w: Working[Any], x: Facts[Enterprise], works: _Works) -> Term[Any]:
    """Work the entry for the kind of enterprise; the last entry is for all other kinds."""
    (kinds, work), *others = works.items()
    if not others:
        return work()  # type: ignore[no-any-return]
    return w.branch(w.among(x.enterprise, kinds), work, lambda: _by_kind(w, x, dict(others)))


def _conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> None:
    _by_kind(
        w,
        x,
        {
            _SERVICE: lambda: _allowed(w, x, rules.service_trades),
            frozenset({EnterpriseKind.SPUN_OFF}): lambda: _allowed(w, x, rules.spun_off_trades),
            frozenset({EnterpriseKind.SOLE_TRADER}): lambda: _allowed(w, x, rules.trader_trades),
            _HIRING: lambda: _allowed(w, x, rules.commerce_trades),
        },
    )
    w.branch(x.mixed, lambda: _accounts(w, x, rules), _nothing)
    _by_kind(
        w,
        x,
        {
            _HIRING: lambda: _hiring_conditions(w, x, rules),
            frozenset({EnterpriseKind.SOLE_TRADER}): lambda: _trader_conditions(w, x, rules),
            frozenset({EnterpriseKind.SPUN_OFF}): _nothing,
        },
    )


def _allowed(w: Working[Any], x: Facts[Enterprise], excluded: Rule[Any]) -> None:
    w.refuse(excluded, w.among(x.trade, w.use(excluded)), EXCLUDED_TRADE)


def _accounts(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> None:
    w.require(rules.separate_accounts, x.separate_accounts, NO_SEPARATE_ACCOUNTS)


def _hiring_conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> None:
    w.branch(w.among(x.enterprise, _NEW), lambda: _newly_formed(w, x, rules), _nothing)
    long_enough = x.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, CONTRACT_TOO_SHORT)


def _newly_formed(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> None:
    w.refuse(rules.not_new, w.among(x.formation, w.use(rules.not_new)), NOT_NEW)


def _trader_conditions(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> None:
    w.refuse(rules.not_genuine, w.among(x.formation, w.use(rules.not_genuine)), NOT_GENUINE)
    w.require(rules.sole_traders, w.use(rules.sole_traders), MOVED)


def _counted(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> Condition:
    """Tell whether the share of staff matters: not for a sole trader with few employees."""
    return w.branch(
        x.enterprise == EnterpriseKind.SOLE_TRADER,
        lambda: w.match(
            rules.employee_test,
            {
                EmployeeTest.NONE: _no,
                EmployeeTest.COUNTED: lambda: x.employees >= w.use(rules.employees),
            },
        ),
        lambda: True,
    )


def _hired_share(w: Working[Any], x: Facts[Enterprise]) -> Term[Fraction]:
    existing = frozenset({EnterpriseKind.EXISTING_SERVICE, EnterpriseKind.EXISTING_RETAIL})
    whole = w.branch(
        w.among(x.enterprise, existing),
        lambda: x.staff_last_year + x.all_new_hires,
        lambda: x.staff,
    )
    return w.ratio(x.hired, whole)


def _shares(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, part: Any, reached: Condition
) -> Term[ByTax[Fraction]]:
    """Give the share relieved of each tax."""
    return _by_kind(
        w,
        x,
        {
            frozenset({EnterpriseKind.SOLE_TRADER}): lambda: _trader(w, x, rules, reached),
            _NEW: lambda: w.branch(
                reached,
                lambda: _new(w, x, rules),
                lambda: _same(w, w.use(rules.reduced_taxes), part * w.use(rules.reduction_factor)),
            ),
            frozenset({EnterpriseKind.SPUN_OFF}): lambda: w.branch(
                reached, lambda: _exempt(w, rules, rules.spun_off_taxes), lambda: _none(w)
            ),
            _HIRING: lambda: w.branch(reached, lambda: _existing(w, rules), lambda: _none(w)),
        },
    )


def _new(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> Term[ByTax[Fraction]]:
    not_new = w.among(x.formation, w.use(rules.not_new_for_business_tax))
    return w.branch(
        x.enterprise == EnterpriseKind.NEW_RETAIL,
        lambda: _exempt(w, rules, rules.retail_taxes),
        lambda: w.branch(
            not_new,
            lambda: _exempt(w, rules, rules.without_business_tax),
            lambda: _exempt(w, rules, rules.service_taxes),
        ),
    )


def _existing(w: Working[Any], rules: ReliefRules) -> Term[ByTax[Fraction]]:
    return _same(w, w.use(rules.existing_taxes), w.use(rules.existing_share))


def _trader(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, reached: Condition
) -> Term[ByTax[Fraction]]:
    """Exempt a stall; one with many employees is a service enterprise for the business tax."""
    few = lambda: _exempt(w, rules, rules.trader_taxes)  # noqa: E731
    return w.match(
        rules.employee_test,
        {
            EmployeeTest.NONE: few,
            EmployeeTest.COUNTED: lambda: w.branch(
                x.employees >= w.use(rules.employees),
                lambda: w.branch(
                    reached & (x.contract_years >= w.use(rules.contract_years)),
                    few,
                    lambda: _exempt(w, rules, rules.large_trader_taxes),
                ),
                few,
            ),
        },
    )


def _exempt(
    w: Working[Any], rules: ReliefRules, taxes: Rule[frozenset[Tax]]
) -> Term[ByTax[Fraction]]:
    return _same(w, w.use(taxes), w.use(rules.exemption))


def _none(w: Working[Any]) -> Term[ByTax[Fraction]]:
    return _same(w, frozenset(), _NONE)


def _same(w: Working[Any], taxes: Any, share: Any) -> Term[ByTax[Fraction]]:
    """Give the same share to each of *taxes*, and none to the others."""
    return w.record(ByTax, **{t.code: w.choose(w.among(t, taxes), share, _NONE) for t in TAXES})


def _term(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> dict[str, Any]:
    """Give years, first and last day of the term, and refuse what lies outside it."""
    began = w.branch(x.stage == Stage.APPROVAL, w.day, lambda: x.began_on)
    first = w.step(_("first day"), w.most(began, w.use(rules.first_day)))
    years = w.branch(
        w.among(x.enterprise, _HIRING),
        lambda: _hiring_years(w, x, rules),
        lambda: w.use(rules.term_years),
    )
    last = w.step(_("last day"), _last(w, x, rules, w.last_day(first, years)))
    w.require(rules.entry_until, first <= w.use(rules.entry_until), APPROVED_TOO_LATE)
    w.require(rules.first_day, first <= w.day(), NOT_BEGUN)
    w.require(rules.term_years, last >= w.day(), TERM_OVER)
    return {"years": years, "first_day": first, "last_day": last}


def _hiring_years(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> Term[int]:
    return w.branch(
        w.use(rules.follows_contract),
        lambda: w.least(x.contract_years, w.use(rules.term_years)),
        lambda: w.use(rules.term_years),
    )


def _last(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, full: Any) -> Term[date]:
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


def _next(w: Working[Any], rules: ReliefRules, counted: Condition, reached: Condition) -> Term[Any]:
    return w.branch(
        counted,
        lambda: w.branch(reached, _nothing, lambda: w.use(rules.threshold)),
        _nothing,
    )


TAX_RELIEF: Measure[Enterprise, TaxRelief] = Measure(
    "tax_relief", "税收减免", "tax relief", tax_relief, Enterprise, ReliefRules
)
