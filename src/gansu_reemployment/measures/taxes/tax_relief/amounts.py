"""The relief of each tax and the tax left to pay (减免税额), first regime."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import (
    ByTax,
    Enterprise,
    due_in_order,
    in_order,
    left_to_pay,
)
from gansu_reemployment.measures.taxes.tax_relief.conditions import check_conditions, first_day
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.shares import (
    NOTHING,
    relieved_shares,
    share_counts,
)
from gansu_reemployment.measures.taxes.tax_relief.term import relief_term
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Working, formula


@frozen
class TaxRelief:
    """The relief and the tax left to pay, by tax, and the term.

    *staff_share* is the share of hired persons in the staff, zero where it does not matter;
    *next_threshold* is the share of staff at which the relief rises next, ``None`` if it is
    reached or does not matter. Shares are parts of the tax due, amounts are yuan.
    """

    staff_share: Fraction = result_field("招用比例", "share of staff")
    share: ByTax[Fraction] = result_field("减免比例", "share relieved")
    relief: ByTax[Yuan] = result_field("减免税额", "relief")
    payable: ByTax[Yuan] = result_field("应纳税额", "tax payable")
    years: int = result_field("减免期限（年）", "term in years")
    first_day: date = result_field("减免起始日", "first day")
    last_day: date = result_field("减免届满日", "last day")
    next_threshold: Fraction | None = result_field("下一档比例", "next threshold")


@formula
def relief_at(
    w: Working, firm: Enterprise[Known], rules: ReliefRules, hired: Fraction
) -> TaxRelief:
    """Compute the relief where the share of *hired* persons is known."""
    first = first_day(w, firm, rules)
    check_conditions(w, firm, rules, first)
    counted = share_counts(w, firm, rules, first)
    share = w.step(_("share of staff"), hired if counted else NOTHING)
    reached = counted and share >= w.use(rules.threshold)
    shares = relieved_shares(w, firm, rules, share, reached=reached)
    w.cite(rules.rounding)
    relief = relieved(w, firm, shares)
    years, last = relief_term(w, firm, rules, first)
    return TaxRelief(
        staff_share=share,
        share=shares,
        relief=relief,
        payable=left_to_pay(firm, relief),
        years=years,
        first_day=first,
        last_day=last,
        next_threshold=w.use(rules.threshold) if counted and not reached else None,
    )


def relieved(w: Working, firm: Enterprise[Known], shares: ByTax[Fraction]) -> ByTax[Yuan]:
    """Compute the relief of each tax from its share, to the fen (减免税额)."""
    pairs = zip(due_in_order(firm), in_order(shares), strict=True)
    return ByTax(*[w.share(amount, share) for amount, share in pairs])
