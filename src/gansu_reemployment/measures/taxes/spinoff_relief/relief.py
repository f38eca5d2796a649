"""Income tax relief of entities spun off from state enterprises (主辅分离、辅业改制).

A large or medium state enterprise that separates secondary business and places its surplus
staff (富余人员) there frees the new entity from enterprise income tax for three years, if four
conditions hold. The finance department proves the assets, the economic and trade department
the separation and the ownership, the labour authority the persons; the tax office (税务机关)
audits the entity.

>>> from gansu_reemployment.measures.taxes.spinoff_relief.facts import Assets, Size
>>> entity = Spinoff(
...     parent_state_share=Fraction(1), parent_size=Size.LARGE, assets=Assets.IDLE,
...     independent_accounts=True, clear_property_rights=True, several_owners=True,
...     state_legal_share=Fraction(60, 100), surplus_staff=30, staff=100, contract_years=3,
...     trade=Trade.CATERING, approved_on=date(2003, 7, 1), income_tax=Yuan(50_000), central=False,
... )
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> result = spinoff_relief(case, entity, SpinoffRules()).value
>>> result.relief, result.last_day
(Yuan('50000.00'), datetime.date(2006, 6, 30))
"""

from datetime import date
from fractions import Fraction

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.reasons import (
    APPROVED_TOO_LATE,
    CONTRACT_TOO_SHORT,
    EXCLUDED_TRADE,
    NOT_BEGUN,
    TERM_OVER,
)
from gansu_reemployment.measures.taxes.spinoff_relief.facts import Spinoff
from gansu_reemployment.measures.taxes.spinoff_relief.proofs import LOCAL_PROOFS, PROOFS, Proof
from gansu_reemployment.measures.taxes.spinoff_relief.rules import SpinoffRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, Reason, Working, formula, measure

NOT_STATE_CONTROLLED = Reason(
    "parent-not-state-controlled", _("The parent is not controlled by the state.")
)
PARENT_TOO_SMALL = Reason("parent-too-small", _("The parent is not a large or medium enterprise."))
WRONG_ASSETS = Reason(
    "wrong-assets", _("The entity does not use one of the three kinds of assets.")
)
NO_INDEPENDENT_ACCOUNTS = Reason(
    "no-independent-accounts", _("The entity does not keep independent accounts.")
)
UNCLEAR_PROPERTY_RIGHTS = Reason("unclear-property-rights", _("The property rights are not clear."))
ONE_OWNER = Reason("one-owner", _("The entity does not move towards several owners."))
STATE_SHARE_TOO_HIGH = Reason(
    "state-share-too-high", _("State legal persons hold too much of the entity.")
)
TOO_FEW_SURPLUS_STAFF = Reason(
    "too-few-surplus-staff", _("Too few of the staff are surplus staff of the parent.")
)


@frozen
class SpinoffRelief:
    """The relief of the income tax in yuan, its term, and the proofs that it needs (减免结果)."""

    ratio: Fraction = result_field("安置比例", "share of surplus staff")
    relief: Yuan = result_field("减免税额", "relief")
    payable: Yuan = result_field("应纳税额", "tax payable")
    years: int = result_field("减免期限（年）", "term in years")
    first_day: date = result_field("减免起始日", "first day")
    last_day: date = result_field("减免届满日", "last day")
    proofs: tuple[Proof, ...] = result_field("证明", "proofs")


@measure("主辅分离所得税减免", "income tax relief of spun-off entities", columns=False)
def spinoff_relief(w: CaseWorking, entity: Spinoff, rules: SpinoffRules) -> SpinoffRelief:
    """Free a spun-off entity from income tax if the four conditions hold (主辅分离所得税减免).

    The conditions are tested by the law of the day of the audit; the day of the law is one of
    the period of the tax. A case function: its result lists papers.
    """
    return relieved(w, w.read(entity), rules)


@formula
def relieved(w: Working, entity: Spinoff[Known], rules: SpinoffRules) -> SpinoffRelief:
    """Compute the relief and its term, and list the proofs (减免税额)."""
    first = w.step(_("first day"), max(entity.approved_on, w.use(rules.first_day)))
    ratio = w.step(_("share of surplus staff"), w.ratio(entity.surplus_staff, entity.staff))
    approval = w.as_of(first)
    approval.cite(rules.approval)
    check_approval(approval, entity, rules, ratio)
    relief = w.share(entity.income_tax, w.use(rules.exemption))
    years = approval.use(rules.term_years)
    approval.cite(rules.day_count)
    last = w.step(_("last day"), w.last_day(first, years))
    w.require(rules.first_day, first <= w.day(), NOT_BEGUN)
    w.require(rules.term_years, last >= w.day(), TERM_OVER)
    return SpinoffRelief(
        ratio=ratio,
        relief=relief,
        payable=entity.income_tax - relief,
        years=years,
        first_day=first,
        last_day=last,
        proofs=PROOFS if entity.central else LOCAL_PROOFS,
    )


@formula
def check_approval(
    w: Working, entity: Spinoff[Known], rules: SpinoffRules, ratio: Fraction
) -> None:
    """Refuse an entity that does not meet the four conditions on approval (审核批准)."""
    check_parent(w, entity, rules)
    check_assets(w, entity, rules)
    check_ownership(w, entity, rules)
    check_surplus_staff(w, entity, rules, ratio)
    long_enough = entity.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, CONTRACT_TOO_SHORT)
    w.refuse(rules.trades, entity.trade in w.use(rules.trades), EXCLUDED_TRADE)
    in_time = entity.approved_on <= w.use(rules.entry_until)
    w.require(rules.entry_until, in_time, APPROVED_TOO_LATE)


@formula
def check_parent(w: Working, entity: Spinoff[Known], rules: SpinoffRules) -> None:
    """Refuse a parent that the state does not control, or that is small (主体企业)."""
    controlled = entity.parent_state_share > w.use(rules.state_share)
    w.require(rules.state_share, controlled, NOT_STATE_CONTROLLED)
    w.require(rules.sizes, entity.parent_size in w.use(rules.sizes), PARENT_TOO_SMALL)


@formula
def check_assets(w: Working, entity: Spinoff[Known], rules: SpinoffRules) -> None:
    """Refuse other assets than the three kinds (利用三类资产)."""
    w.require(rules.assets, entity.assets in w.use(rules.assets), WRONG_ASSETS)


@formula
def check_ownership(w: Working, entity: Spinoff[Known], rules: SpinoffRules) -> None:
    """Refuse an entity that is not independent, or stays in the state's hands (产权多元化)."""
    w.require(rules.ownership, entity.independent_accounts, NO_INDEPENDENT_ACCOUNTS)
    w.require(rules.ownership, entity.clear_property_rights, UNCLEAR_PROPERTY_RIGHTS)
    w.require(rules.ownership, entity.several_owners, ONE_OWNER)
    low = entity.state_legal_share <= w.use(rules.state_legal_share)
    w.require(rules.state_legal_share, low or entity.exception, STATE_SHARE_TOO_HIGH)


@formula
def check_surplus_staff(
    w: Working, entity: Spinoff[Known], rules: SpinoffRules, ratio: Fraction
) -> None:
    """Refuse an entity with too few surplus staff of the parent (富余人员比例)."""
    if entity.trade == Trade.CONSTRUCTION:
        enough = ratio >= w.use(rules.builders_share)
        w.require(rules.builders_share, enough, TOO_FEW_SURPLUS_STAFF)
    else:
        enough = ratio >= w.use(rules.surplus_share)
        w.require(rules.surplus_share, enough, TOO_FEW_SURPLUS_STAFF)
