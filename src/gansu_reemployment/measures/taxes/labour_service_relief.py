"""The older relief of labour-service enterprises (劳动就业服务企业), as far as the choice needs it.

Under 财税字[1994]001号 a labour-service enterprise that places job-waiting persons pays less
enterprise income tax, or none. A taxpayer usually weighs this relief against those of
the policy (:mod:`~.taxes.best_relief`).

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = LabourServiceFirm(
...     exempted_before=True, original_staff=80, placed=30, income_tax=Yuan(10_000)
... )
>>> case = CaseWorking(on=date(2007, 12, 31))
>>> labour_service_relief(case, case.read(firm), LabourServiceRules()).value
LabourServiceRelief(ratio=Fraction(3, 8), relief=Yuan('5000.00'), payable=Yuan('5000.00'), years=2)
"""

from datetime import date
from fractions import Fraction
from typing import Generic

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure

_FIRST = date(2003, 1, 1)
#: A published example is of the tax year 2007.
_END = date(2007, 12, 31)
_OLDER = find_instrument("财税字[1994]001号").reported()

TOO_FEW_PLACED = Reason("too-few-placed", _("Too few persons are placed."))


@frozen(kw_only=True, slots=False)
class LabourServiceFirm(CheckedFacts, Generic[U]):
    """A labour-service enterprise (劳动就业服务企业); ``None`` means unknown.

    Args:
        exempted_before: whether its exemption has expired.
        original_staff: staff before the placing, with temporary, contract and retired staff.
        placed: job-waiting persons placed (安置待业人员).
        income_tax: enterprise income tax due, yuan.
    """

    exempted_before: bool | U = fact("免税期已满", "exemption expired")
    original_staff: int | U = fact("原从业人员", "original staff", positive)
    placed: int | U = fact("安置待业人员", "persons placed", not_negative)
    income_tax: Yuan | U = fact("应纳企业所得税", "income tax due", not_negative)


@frozen
class LabourServiceRelief:
    """The older relief of the income tax, in yuan."""

    ratio: Fraction = result_field("安置比例", "share placed")
    relief: Yuan = result_field("减免税额", "relief")
    payable: Yuan = result_field("应纳税额", "tax payable")
    years: int = result_field("减免期限（年）", "term in years")


@rule_table("labour_service_relief", checked=date(2026, 11, 28), covered_until=_END)
class LabourServiceRules:
    """The rules of the older relief, as far as the choice needs them."""

    new_share: Rule[Fraction] = stated(
        "新办企业安置比例（超过）",
        "share placed in a new enterprise (above)",
        Provision(_FIRST, Fraction(60, 100), _OLDER),
    )
    exemption: Rule[Fraction] = stated(
        "新办企业免征比例",
        "share exempted in a new enterprise",
        Provision(_FIRST, Fraction(1), _OLDER),
    )
    exemption_years: Rule[int] = stated(
        "免征年数", "years of exemption", Provision(_FIRST, 3, _OLDER)
    )
    later_share: Rule[Fraction] = stated(
        "免税期满后安置比例（含）",
        "share placed after the exemption (included)",
        Provision(_FIRST, Fraction(30, 100), _OLDER),
    )
    reduction: Rule[Fraction] = stated(
        "免税期满后减征比例",
        "reduction after the exemption",
        Provision(_FIRST, Fraction(1, 2), _OLDER),
    )
    reduction_years: Rule[int] = stated(
        "减征年数", "years of reduction", Provision(_FIRST, 2, _OLDER)
    )


@measure("劳服企业所得税减免", "older relief of labour-service enterprises")
def labour_service_relief(
    w: Working, firm: LabourServiceFirm[Known], rules: LabourServiceRules
) -> LabourServiceRelief:
    """Compute the older relief of a labour-service enterprise (劳服企业所得税减免).

    The day of the law is the last day of the year.

    A new enterprise is exempt for some years if the share of persons placed is large enough;
    after that the tax is reduced for some years more. Enterprises with too few placed are refused.
    """
    placed = w.step(_("share placed"), share_placed(w, firm))
    if firm.exempted_before:
        w.require(rules.later_share, placed >= w.use(rules.later_share), TOO_FEW_PLACED)
        share = w.use(rules.reduction)
        years = w.use(rules.reduction_years)
    else:
        w.require(rules.new_share, placed > w.use(rules.new_share), TOO_FEW_PLACED)
        share = w.use(rules.exemption)
        years = w.use(rules.exemption_years)
    relief = w.share(firm.income_tax, share)
    return LabourServiceRelief(
        ratio=placed, relief=relief, payable=firm.income_tax - relief, years=years
    )


@formula
def share_placed(w: Working, firm: LabourServiceFirm[Known]) -> Fraction:
    """Compute the share of persons placed, in the original staff after the exemption (安置比例)."""
    if firm.exempted_before:
        return w.ratio(firm.placed, firm.original_staff)
    return w.ratio(firm.placed, firm.original_staff + firm.placed)
