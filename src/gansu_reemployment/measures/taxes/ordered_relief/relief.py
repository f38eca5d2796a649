"""Relief in turn up to a yearly limit (限额依次扣减), second regime, approvals of 2006 to 2010.

Enterprises have a limit for each person and year, which the province sets within a range;
sole traders 8,000 yuan a household and year. Business tax, construction tax, education
surcharge and income tax are relieved in that order; an unused rest is lost. The tax office
(税务机关) decides. The conditions are tested by the law of the day of approval; what a year
brings, by that of the year. Gansu's own value is unknown: without a local rule an enterprise's case
stays undecided.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> stall = OrderedClaim.in_order(
...     kind=Claimant.SOLE_TRADER, months=12, trade=Trade.CATERING,
...     approved_on=date(2003, 6, 1), business_tax=Yuan(10_000),
... )
>>> case = CaseWorking(on=date(2006, 12, 31))
>>> relief = ordered_relief(case, case.read(stall), OrderedReliefRules()).value
>>> relief.limit, relief.payable.business_tax
(Yuan('3333.33'), Yuan('6666.67'))
"""

from datetime import date
from typing import ClassVar

from attrs import frozen

from gansu_reemployment.fact_model import Known, U, fact, not_negative, result_field
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Rule
from gansu_reemployment.measures.taxes.facts import (
    ByTax,
    TaxesDue,
    Trade,
    in_order,
    left_to_pay,
    taxes_last,
    total,
)
from gansu_reemployment.measures.taxes.ordered_relief.rules import OrderedReliefRules
from gansu_reemployment.measures.taxes.reasons import EXCLUDED_TRADE, NOT_BEGUN, TERM_OVER
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import Reason, Working, formula, measure

_MONTHS = 12

NOT_OPEN = Reason("not-open", _("The scheme is not open on the day."))
KEEPS_FIRST_REGIME = Reason(
    "keeps-first-regime", _("An enterprise approved before 2006 keeps its earlier relief.")
)


class Claimant(Choice):
    """The claimants of the relief (享受主体)."""

    ENTERPRISE = "企业", "enterprise"
    SOLE_TRADER = "个体经营", "sole trader"


@frozen(kw_only=True, slots=False, field_transformer=taxes_last)
class OrderedClaim(TaxesDue[U]):
    """A claim for the calendar year of the day of the law; ``None`` means unknown.

    The taxes are those of the year.

    Args:
        kind: enterprise or sole trader.
        months: months of the year; of those of a sole trader only the ones within the term
            count. For an enterprise the months of all persons of the approval, added up,
            each from the month after the hire and for three years at most.
        approved_on: the day of approval (审核批准之日); of a sole trader approved before 2006
            the first day of the term.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove(
            "months",
            _MONTHS,
            _("a year has twelve months"),
            where=("kind", frozenset({Claimant.SOLE_TRADER})),
        ),
    )

    kind: Claimant | U = fact("享受主体", "claimant")
    months: int | U = fact("月数", "months", not_negative)
    trade: Trade | U = fact("行业", "trade")
    approved_on: date | U = fact("审核批准之日", "day of approval")


@frozen
class OrderedRelief:
    """The limit of the year, the relief and the tax left to pay by tax, in yuan."""

    limit: Yuan = result_field("限额", "limit")
    relief: ByTax[Yuan] = result_field("减免税额", "relief")
    payable: ByTax[Yuan] = result_field("应纳税额", "tax payable")
    unused: Yuan = result_field("未用限额", "limit unused")


@measure("限额依次扣减", "relief in turn")
def ordered_relief(
    w: Working, claim: OrderedClaim[Known], rules: OrderedReliefRules
) -> OrderedRelief:
    """Compute the relief of a year's taxes in turn up to the limit (限额依次扣减).

    The day of the law is one of the year of the taxes; the conditions are tested by the law of the
    day of approval.

    The limit of a part year is rounded half up to the fen. Excluded trades, enterprises
    that keep their relief from before 2006, and years outside the term are refused.
    """
    trader = claim.kind == Claimant.SOLE_TRADER
    first = max(claim.approved_on, w.use(rules.first_day))
    approval = w.as_of(first)
    approval.cite(rules.approval)
    check_approval(approval, claim, rules, trader=trader)
    months = months_in_term(w, claim, rules, first, trader=trader)
    w.cite(rules.rounding)
    limit = w.step(_("limit of the year"), yearly_limit(w, rules, months, trader=trader))
    w.cite(rules.order)
    relief = in_turn(w, relievable(w, claim, trader=trader), limit)
    return OrderedRelief(
        limit=limit,
        relief=relief,
        payable=left_to_pay(claim, relief),
        unused=limit - total(relief),
    )


@formula
def check_approval(
    w: Working, claim: OrderedClaim[Known], rules: OrderedReliefRules, *, trader: bool
) -> None:
    """Refuse by the law of the approval: the window, the regime and the trade (审核批准)."""
    if claim.approved_on >= w.use(rules.first_day):
        w.require(rules.approvals, w.use(rules.approvals), NOT_OPEN)
    elif not trader:
        w.require(rules.earlier_enterprises, w.use(rules.earlier_enterprises), KEEPS_FIRST_REGIME)
    if trader:
        refuse_trades(w, claim, rules.trader_trades)
    else:
        refuse_trades(w, claim, rules.enterprise_trades)


@formula
def refuse_trades(w: Working, claim: OrderedClaim[Known], excluded: Rule[frozenset[Trade]]) -> None:
    """Refuse a claimant of an excluded trade (除外行业)."""
    w.refuse(excluded, claim.trade in w.use(excluded), EXCLUDED_TRADE)


@formula
def months_in_term(
    w: Working, claim: OrderedClaim[Known], rules: OrderedReliefRules, first: date, *, trader: bool
) -> int:
    """Return the months of the year that count; refuse a year outside the term (享受月数)."""
    w.as_of(first).cite(rules.day_count)
    begun = claim.approved_on <= w.year_end()
    w.require(rules.first_day, begun, NOT_BEGUN)
    within = months_of_year(w, claim, rules, begun=begun)
    if not trader:
        return claim.months
    w.cite(rules.begun_months)
    return w.step(_("months within the term"), min(claim.months, within))


@formula
def months_of_year(
    w: Working, claim: OrderedClaim[Known], rules: OrderedReliefRules, *, begun: bool
) -> int:
    """Count the months of the year within the term, by the years of its regime (期限)."""
    if claim.approved_on < w.use(rules.first_day):
        return months_left(w, w, claim, rules.earlier_term_years, begun=begun)
    return months_left(w, w.as_of(claim.approved_on), claim, rules.term_years, begun=begun)


@formula
def months_left(
    w: Working, approval: Working, claim: OrderedClaim[Known], years: Rule[int], *, begun: bool
) -> int:
    """Count the months of the year within a term of *years*; refuse if none are (享受期满)."""
    last = w.step(_("last day"), w.last_day(claim.approved_on, approval.use(years)))
    within = w.months_within(claim.approved_on, last)
    require_left(approval, years, left=within > 0 or not begun)
    return within


@formula
def require_left(w: Working, years: Rule[int], *, left: bool) -> None:
    """Refuse a year after the last one of the term (享受期满)."""
    w.require(years, left, TERM_OVER)


@formula
def yearly_limit(w: Working, rules: OrderedReliefRules, months: int, *, trader: bool) -> Yuan:
    """Compute the limit of a household, or of the persons hired, for the months of the year."""
    if trader:
        return w.share(w.use(rules.household), w.ratio(months, w.use(rules.months)))
    return w.share(w.use(rules.standard), w.ratio(months, w.use(rules.person_months)))


@formula
def relievable(_w: Working, claim: OrderedClaim[Known], *, trader: bool) -> ByTax[Yuan]:
    """Return the taxes that the limit is used on: of the income taxes only the claimant's own."""
    return ByTax(
        business_tax=claim.business_tax,
        construction_tax=claim.construction_tax,
        education_surcharge=claim.education_surcharge,
        enterprise_income_tax=ZERO if trader else claim.enterprise_income_tax,
        individual_income_tax=claim.individual_income_tax if trader else ZERO,
    )


@formula
def in_turn(_w: Working, due: ByTax[Yuan], limit: Yuan) -> ByTax[Yuan]:
    """Use the *limit* on one tax of *due* after the other, in the order of the law (扣减顺序)."""
    relief: list[Yuan] = []
    left = limit
    for amount in in_order(due):
        used = min(amount, left)
        relief.append(used)
        left = left - used
    return ByTax(*relief)
