"""The amounts of the social insurance subsidy (社会保险补贴金额), by insurance.

A month's contribution is the base × the rate, each insurance rounded half up to the fen; the
person's own share is shown beside it and never paid.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.facts import result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BaseForm,
    FlexibleFor,
    FlexibleForm,
    Insurance,
    Limit,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import Facts, Out_co, Term, Working

_ZERO = Yuan(0)


@frozen
class InsuranceSubsidy:
    """What is repaid for the months granted, by insurance; *own* is paid by the person alone."""

    base: Yuan = result_field("月缴费基数", "monthly base")
    pension: Yuan = result_field("养老保险补贴", "pension")
    medical: Yuan = result_field("医疗保险补贴", "medical")
    unemployment: Yuan = result_field("失业保险补贴", "unemployment")
    total: Yuan = result_field("补贴合计", "total")
    own: Yuan = result_field("个人负担", "borne by the person")
    months: int = result_field("补贴月数", "months granted")
    extended_months: int = result_field("其中延长月数", "of them beyond the longest time")


def employer_amounts(
    w: Working[Out_co],
    claim: Facts[Any],
    rules: InsuranceRules,
    months: Term[int],
    extended: Term[int],
) -> Term[InsuranceSubsidy]:
    """Give the employer's share of each insurance that counts."""
    base: Term[Yuan] = w.step(_("contribution base"), w.keep(_base(w, claim, rules)))
    ratio = w.use(rules.ratio)

    def part(insurance: Insurance, rate: Rule[Fraction]) -> Term[Yuan]:
        return _counted(w, rules, insurance, lambda: w.share(base, w.use(rate) * ratio) * months)

    def own(insurance: Insurance, rate: Rule[Fraction]) -> Term[Yuan]:
        return _counted(w, rules, insurance, lambda: w.share(base, w.use(rate)) * months)

    pension = part(Insurance.PENSION, rules.pension_rate)
    medical = part(Insurance.MEDICAL, rules.medical_rate)
    unemployment = part(Insurance.UNEMPLOYMENT, rules.unemployment_rate)
    return w.record(
        InsuranceSubsidy,
        base=base,
        pension=w.step(_("pension"), pension),
        medical=w.step(_("medical"), medical),
        unemployment=w.step(_("unemployment"), unemployment),
        total=_limited(w, rules, w.keep(pension + medical + unemployment), months),
        own=own(Insurance.PENSION, rules.own_pension_rate)
        + own(Insurance.MEDICAL, rules.own_medical_rate)
        + own(Insurance.UNEMPLOYMENT, rules.own_unemployment_rate),
        months=months,
        extended_months=extended,
    )


def flexible_amounts(
    w: Working[Out_co],
    claim: Facts[Any],
    rules: InsuranceRules,
    months: Term[int],
    extended: Term[int],
) -> Term[InsuranceSubsidy]:
    """Give a flexible worker's subsidy; where nobody is subsidised, nothing is worked out."""

    def worked() -> Term[InsuranceSubsidy]:
        return w.match(
            rules.flexible_form,
            {
                FlexibleForm.PAID: lambda: _of_paid(w, claim, rules, months, extended),
                FlexibleForm.BASE: lambda: _of_base(w, claim, rules, months, extended),
            },
        )

    def nothing() -> Term[InsuranceSubsidy]:
        zero = dict.fromkeys(("base", "pension", "medical", "unemployment", "total", "own"), _ZERO)
        return w.record(InsuranceSubsidy, **zero, months=months, extended_months=extended)

    return w.match(
        rules.flexible_for,
        {
            FlexibleFor.NOBODY: nothing,
            FlexibleFor.OLDER: worked,
            FlexibleFor.HARD_TO_EMPLOY: worked,
        },
    )


def _of_paid(
    w: Working[Out_co],
    claim: Facts[Any],
    rules: InsuranceRules,
    months: Term[int],
    extended: Term[int],
) -> Term[InsuranceSubsidy]:
    """Repay a ratio of what the person paid for each insurance that counts."""
    ratio = w.use(rules.flexible_ratio)
    amounts: dict[Insurance, Callable[[], Term[Yuan]]] = {
        Insurance.PENSION: lambda: claim.paid_pension,
        Insurance.MEDICAL: lambda: claim.paid_medical,
        Insurance.UNEMPLOYMENT: lambda: claim.paid_unemployment,
    }
    base = {kind: _counted(w, rules, kind, amount) for kind, amount in amounts.items()}
    part = {kind: w.keep(w.share(paid, ratio) * months) for kind, paid in base.items()}
    whole = w.keep(base[Insurance.PENSION] + base[Insurance.MEDICAL] + base[Insurance.UNEMPLOYMENT])
    total = part[Insurance.PENSION] + part[Insurance.MEDICAL] + part[Insurance.UNEMPLOYMENT]
    total = w.keep(_limited(w, rules, w.keep(total), months))
    return w.record(
        InsuranceSubsidy,
        base=w.step(_("paid a month"), whole),
        pension=part[Insurance.PENSION],
        medical=part[Insurance.MEDICAL],
        unemployment=part[Insurance.UNEMPLOYMENT],
        total=total,
        own=whole * months - total,
        months=months,
        extended_months=extended,
    )


def _of_base(
    w: Working[Out_co],
    claim: Facts[Any],
    rules: InsuranceRules,
    months: Term[int],
    extended: Term[int],
) -> Term[InsuranceSubsidy]:
    """Repay base × pension rate × ratio, never more than the person paid."""
    base: Term[Yuan] = w.step(_("contribution base"), w.keep(_base(w, claim, rules)))
    share = w.use(rules.flexible_rate) * w.use(rules.flexible_base_ratio)
    pension = w.keep(w.least(w.keep(w.share(base, share)), claim.paid_pension) * months)
    total = w.keep(_limited(w, rules, pension, months))
    return w.record(
        InsuranceSubsidy,
        base=base,
        pension=pension,
        medical=_ZERO,
        unemployment=_ZERO,
        total=total,
        own=claim.paid_pension * months - total,
        months=months,
        extended_months=extended,
    )


def _counted(
    w: Working[Out_co],
    rules: InsuranceRules,
    insurance: Insurance,
    amount: Callable[[], Term[Yuan]],
) -> Term[Yuan]:
    """Give the amount of an insurance that counts on the day, else nothing."""
    counted = w.among(insurance, w.use(rules.insurances))
    kept: Term[Yuan] = w.keep(w.branch(counted, amount, lambda: _ZERO))
    return kept


def _limited(
    w: Working[Out_co], rules: InsuranceRules, total: Term[Yuan], months: Term[int]
) -> Term[Yuan]:
    return w.match(
        rules.limit,
        {
            Limit.NONE: lambda: total,
            Limit.AMOUNT: lambda: w.least(total, w.use(rules.limit_amount) * months),
        },
    )


def _base(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> Term[Yuan]:
    return w.match(
        rules.base_form,
        {
            BaseForm.WAGE: lambda: _bounded_wage(w, claim, rules),
            BaseForm.FIXED: lambda: w.use(rules.fixed_base),
            BaseForm.AVERAGE: lambda: w.share(
                claim.average_wage, w.use(rules.base_share) * w.ratio(1, claim.average_months)
            ),
        },
    )


def _bounded_wage(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> Term[Yuan]:
    floor: Term[Yuan] = w.step(
        _("floor of the base"), w.keep(_bound(w, claim, rules, rules.base_floor))
    )
    cap: Term[Yuan] = w.step(_("cap of the base"), w.keep(_bound(w, claim, rules, rules.base_cap)))
    return w.least(w.keep(w.most(claim.wage, floor)), cap)


def _bound(
    w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules, part: Rule[Fraction]
) -> Term[Yuan]:
    """Round once, half up to the unit of the rule: a share of a share would round twice."""
    unit = w.use(rules.base_unit)
    of_a_month = w.ratio(1, claim.average_months * unit)
    return w.share(claim.average_wage, w.use(part) * of_a_month) * unit
