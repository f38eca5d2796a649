"""The working of tax relief by kind of enterprise and by tax (减免计算), first regime."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.facts import fact
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.facts import TAXES, ByTax, Enterprise, EnterpriseKind, Tax
from gansu_reemployment.measures.taxes.tax_relief.by_kind import (
    EXISTING,
    HIRING,
    NEW,
    SOLE_TRADER,
    SPUN_OFF,
    by_kind,
    no,
    nothing,
)
from gansu_reemployment.measures.taxes.tax_relief.conditions import conditions, term
from gansu_reemployment.measures.taxes.tax_relief.rules import EmployeeTest, ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import Condition, Facts, Term, Working

_NONE: Final = Fraction(0)


@frozen
class TaxRelief:
    """What is relieved and what is left to pay, by tax; and for how long.

    *staff_share* is the share of hired persons in the staff, zero where it does not matter;
    *next_threshold* is the share of staff at which the relief rises next, ``None`` if it is
    reached or does not matter. Shares are parts of the tax due, amounts are yuan.
    """

    staff_share: Fraction = fact("招用比例", "share of staff")
    share: ByTax[Fraction] = fact("减免比例", "share relieved")
    relief: ByTax[Yuan] = fact("减免税额", "relief")
    payable: ByTax[Yuan] = fact("应纳税额", "tax payable")
    years: int = fact("减免期限（年）", "term in years")
    first_day: date = fact("减免起始日", "first day")
    last_day: date = fact("减免届满日", "last day")
    next_threshold: Fraction | None = fact("下一档比例", "next threshold")


def worked_relief(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, hired_share: Callable[[], Any]
) -> Term[TaxRelief]:
    """Work out the relief for the share of staff that *hired_share* gives where it is needed."""
    conditions(w, x, rules)
    counted = w.keep(_counted(w, x, rules))
    part = w.keep(w.step(_("share of staff"), w.branch(counted, hired_share, _nobody)))
    reached = w.keep(w.branch(counted, lambda: part >= w.use(rules.threshold), no))
    shares = w.keep(_shares(w, x, rules, part, reached))
    w.cite(rules.rounding)
    each = {t.code: w.share(getattr(x, t.code), w.field(shares, t.code)) for t in TAXES}
    relief = w.keep(w.record(ByTax, **each))
    payable = {t.code: getattr(x, t.code) - w.field(relief, t.code) for t in TAXES}
    return w.record(
        TaxRelief,
        staff_share=part,
        share=shares,
        relief=relief,
        payable=w.record(ByTax, **payable),
        **term(w, x, rules),
        next_threshold=_next(w, rules, counted, reached),
    )


def _nobody() -> Fraction:
    return _NONE


def _counted(w: Working[Any], x: Facts[Enterprise], rules: ReliefRules) -> Condition:
    """Tell whether the share of staff matters: not for a sole trader with few employees."""
    return w.branch(
        x.enterprise == EnterpriseKind.SOLE_TRADER,
        lambda: w.match(
            rules.employee_test,
            {
                EmployeeTest.NONE: no,
                EmployeeTest.COUNTED: lambda: x.employees >= w.use(rules.employees),
            },
        ),
        lambda: True,
    )


def hired_share(w: Working[Any], x: Facts[Enterprise]) -> Term[Fraction]:
    """Give the share of staff that was newly hired, over the whole that the kind calls for."""
    whole = w.branch(
        w.among(x.enterprise, EXISTING),
        lambda: x.staff_last_year + x.all_new_hires,
        lambda: x.staff,
    )
    return w.ratio(x.hired, whole)


def _shares(
    w: Working[Any], x: Facts[Enterprise], rules: ReliefRules, part: Any, reached: Condition
) -> Term[ByTax[Fraction]]:
    """Give the share relieved of each tax."""
    return by_kind(
        w,
        x,
        {
            SOLE_TRADER: lambda: _trader(w, x, rules, reached),
            NEW: lambda: w.branch(
                reached,
                lambda: _new(w, x, rules),
                lambda: _same(w, w.use(rules.reduced_taxes), part * w.use(rules.reduction_factor)),
            ),
            SPUN_OFF: lambda: w.branch(
                reached, lambda: _exempt(w, rules, rules.spun_off_taxes), lambda: _none(w)
            ),
            HIRING: lambda: w.branch(reached, lambda: _existing(w, rules), lambda: _none(w)),
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


def _next(w: Working[Any], rules: ReliefRules, counted: Condition, reached: Condition) -> Term[Any]:
    return w.branch(
        counted,
        lambda: w.branch(reached, nothing, lambda: w.use(rules.threshold)),
        nothing,
    )
