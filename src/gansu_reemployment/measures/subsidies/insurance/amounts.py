"""The amounts of the social insurance subsidy (社会保险补贴金额), by insurance.

An employer's contribution of a month is the base × the rate, each insurance rounded half up to
the fen, as it is paid in; the subsidy is a multiple of it. The person's own share is shown
beside it and never paid.
"""

from fractions import Fraction
from typing import Final

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Rule
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BaseForm,
    FlexibleFor,
    FlexibleForm,
    Insurance,
    InsuranceClaim,
    Limit,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import Working, formula

MONTHS_A_YEAR: Final = 12


@frozen
class InsuranceSubsidy:
    """The subsidy of the months granted, by insurance; *own* is paid by the person alone."""

    base: Yuan = result_field("月缴费基数", "monthly base")
    pension: Yuan = result_field("养老保险补贴", "pension")
    medical: Yuan = result_field("医疗保险补贴", "medical")
    unemployment: Yuan = result_field("失业保险补贴", "unemployment")
    total: Yuan = result_field("补贴合计", "total")
    own: Yuan = result_field("个人负担", "borne by the person")
    months: int = result_field("补贴月数", "months granted")
    extended_months: int = result_field("其中延长月数", "of them beyond the longest time")


@formula
def employer_amounts(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, months: int, extended: int
) -> InsuranceSubsidy:
    """Compute the employer's share of each insurance that is subsidised (单位缴费补贴)."""
    base = w.step(_("contribution base"), contribution_base(w, claim, rules))
    pension = repaid(w, rules, Insurance.PENSION, rules.pension_rate, base) * months
    medical = repaid(w, rules, Insurance.MEDICAL, rules.medical_rate, base) * months
    unemployment = repaid(w, rules, Insurance.UNEMPLOYMENT, rules.unemployment_rate, base) * months
    own = (
        own_part(w, rules, Insurance.PENSION, rules.own_pension_rate, base)
        + own_part(w, rules, Insurance.MEDICAL, rules.own_medical_rate, base)
        + own_part(w, rules, Insurance.UNEMPLOYMENT, rules.own_unemployment_rate, base)
    )
    return InsuranceSubsidy(
        base=base,
        pension=w.step(_("pension"), pension),
        medical=w.step(_("medical"), medical),
        unemployment=w.step(_("unemployment"), unemployment),
        total=limited(w, rules, pension + medical + unemployment, months),
        own=own * months,
        months=months,
        extended_months=extended,
    )


@formula
def repaid(
    w: Working, rules: InsuranceRules, insurance: Insurance, rate: Rule[Fraction], base: Yuan
) -> Yuan:
    """Return the subsidised part of the employer's contribution of a month (单位缴费)."""
    if insurance not in w.use(rules.insurances):
        return ZERO
    return w.share(base, w.use(rate) * w.use(rules.ratio))


@formula
def own_part(
    w: Working, rules: InsuranceRules, insurance: Insurance, rate: Rule[Fraction], base: Yuan
) -> Yuan:
    """Return the person's contribution of a month, which is not subsidised (个人缴费)."""
    if insurance not in w.use(rules.insurances):
        return ZERO
    return w.share(base, w.use(rate))


@formula
def contribution_base(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> Yuan:
    """Return the base of a month's contributions (缴费基数)."""
    match w.use(rules.base_form):
        case BaseForm.WAGE:
            floor = w.step(_("floor of the base"), bound(w, claim, rules, rules.base_floor))
            cap = w.step(_("cap of the base"), bound(w, claim, rules, rules.base_cap))
            return min(max(claim.wage, floor), cap)
        case BaseForm.FIXED:
            return w.use(rules.fixed_base)
        case BaseForm.AVERAGE:
            of_a_month = w.ratio(1, MONTHS_A_YEAR)
            return w.share(claim.average_wage, w.use(rules.base_share) * of_a_month)


@formula
def bound(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, part: Rule[Fraction]
) -> Yuan:
    """Compute a bound of the base, rounded half up to the unit of the rule (基数上下限)."""
    # One rounding: a share of a share would be rounded twice.
    unit = w.use(rules.base_unit)
    of_a_month = w.ratio(1, MONTHS_A_YEAR * unit)
    return w.share(claim.average_wage, w.use(part) * of_a_month) * unit


@formula
def flexible_amounts(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, months: int, extended: int
) -> InsuranceSubsidy:
    """Compute the subsidy of a person in flexible employment (灵活就业补贴)."""
    if w.use(rules.flexible_for) == FlexibleFor.NOBODY:
        return InsuranceSubsidy(
            base=ZERO,
            pension=ZERO,
            medical=ZERO,
            unemployment=ZERO,
            total=ZERO,
            own=ZERO,
            months=months,
            extended_months=extended,
        )
    match w.use(rules.flexible_form):
        case FlexibleForm.PAID:
            return share_of_paid(w, claim, rules, months, extended)
        case FlexibleForm.BASE:
            return share_of_base(w, claim, rules, months, extended)


@formula
def share_of_paid(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, months: int, extended: int
) -> InsuranceSubsidy:
    """Compute a ratio of the person's payments in the months, for each insurance subsidised.

    The payments for an insurance in all the months are rounded once, to the fen.
    """
    insured = w.use(rules.insurances)
    pension = claim.paid_pension if Insurance.PENSION in insured else ZERO
    medical = claim.paid_medical if Insurance.MEDICAL in insured else ZERO
    unemployment = claim.paid_unemployment if Insurance.UNEMPLOYMENT in insured else ZERO
    paid = w.step(_("paid a month"), pension + medical + unemployment)
    ratio = w.use(rules.flexible_ratio)
    for_pension = w.share(pension * months, ratio)
    for_medical = w.share(medical * months, ratio)
    for_unemployment = w.share(unemployment * months, ratio)
    total = limited(w, rules, for_pension + for_medical + for_unemployment, months)
    return InsuranceSubsidy(
        base=paid,
        pension=for_pension,
        medical=for_medical,
        unemployment=for_unemployment,
        total=total,
        own=paid * months - total,
        months=months,
        extended_months=extended,
    )


@formula
def share_of_base(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, months: int, extended: int
) -> InsuranceSubsidy:
    """Compute base × pension rate × ratio, at most the person's payment for the pension.

    The amount is set by the month, so each month is rounded to the fen.
    """
    base = w.step(_("contribution base"), contribution_base(w, claim, rules))
    full = w.share(base, w.use(rules.flexible_rate) * w.use(rules.flexible_base_ratio))
    pension = min(full, claim.paid_pension) * months
    total = limited(w, rules, pension, months)
    return InsuranceSubsidy(
        base=base,
        pension=pension,
        medical=ZERO,
        unemployment=ZERO,
        total=total,
        own=claim.paid_pension * months - total,
        months=months,
        extended_months=extended,
    )


@formula
def limited(w: Working, rules: InsuranceRules, total: Yuan, months: int) -> Yuan:
    """Return the total, within the monthly limit where there is one (月补贴限额)."""
    match w.use(rules.limit):
        case Limit.NONE:
            return total
        case Limit.AMOUNT:
            return min(total, w.use(rules.limit_amount) * months)
