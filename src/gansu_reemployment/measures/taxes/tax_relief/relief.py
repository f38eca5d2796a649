"""Tax relief for enterprises that hire laid-off persons, first regime (税收减免，2003-2005年批准).

Enterprises that newly hire certificate holders, spun-off entities and laid-off sole traders
pay less tax, or none, for up to three years. The labour authority (劳动保障部门) certifies
the enterprise, the tax office (税务机关) audits it and grants the relief. Relief granted
by the end of 2005 runs on until its term is full; value-added tax is never relieved.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Trade
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

from datetime import date
from fractions import Fraction

from attrs import frozen

from gansu_reemployment.facts import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import ByTax, Enterprise, due_by_tax, left_to_pay
from gansu_reemployment.measures.taxes.tax_relief.conditions import check_conditions, relief_term
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.shares import (
    NOTHING,
    hired_share,
    relieved_shares,
    share_counts,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working


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


@measure("税收减免", "tax relief")
def tax_relief(w: Working, firm: Enterprise[Known], rules: ReliefRules) -> TaxRelief:
    """Compute the relief of one enterprise or stall for the taxes of one period (税收减免).

    The share of hired persons is that of the day, as verified for prepayment; at the annual
    settlement the average of the year counts (:mod:`~.tax_relief.settlement`). Relief is rounded
    half up to the fen for each tax, the share itself never. Refused are excluded trades, old
    or feigned formations, contracts that are too short, and terms that are over.
    """
    return relief_at(w, firm, rules, hired_share(w, firm))


@formula
def relief_at(
    w: Working, firm: Enterprise[Known], rules: ReliefRules, hired: Fraction
) -> TaxRelief:
    """Compute the relief where the share of *hired* persons is known."""
    check_conditions(w, firm, rules)
    counted = share_counts(w, firm, rules)
    share = w.step(_("share of staff"), hired if counted else NOTHING)
    reached = counted and share >= w.use(rules.threshold)
    shares = relieved_shares(w, firm, rules, share, reached=reached)
    w.cite(rules.rounding)
    relief = relieved(w, due_by_tax(firm), shares)
    years, first, last = relief_term(w, firm, rules)
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


def relieved(w: Working, due: ByTax[Yuan], shares: ByTax[Fraction]) -> ByTax[Yuan]:
    """Compute the relief of each tax from its share, to the fen (减免税额)."""
    pairs = zip(due.values(), shares.values(), strict=True)
    return ByTax(*[w.share(amount, share) for amount, share in pairs])


TAX_RELIEF = tax_relief
