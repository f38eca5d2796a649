"""Income tax relief of entities spun off from state enterprises (主辅分离、辅业改制).

A large or medium state enterprise that separates secondary business and places its surplus
staff (富余人员) there frees the new entity from enterprise income tax for three years, if four
conditions hold. The finance department proves the assets, the economic and trade department
the separation and ownership, the labour department the persons; the tax office audits it.

>>> from datetime import date
>>> entity = Spinoff(
...     parent_state_share=Fraction(1), parent_size=Size.LARGE, assets=Assets.IDLE,
...     independent_accounts=True, clear_property_rights=True, several_owners=True,
...     state_legal_share=Fraction(60, 100), surplus_staff=30, staff=100, contract_years=3,
...     trade=Trade.CATERING, income_tax=Yuan(50_000),
... )
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> result = spinoff_relief(case, entity, SpinoffRules()).value
>>> result.relief, result.last_day
(Yuan('50000.00'), datetime.date(2006, 6, 30))
"""

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.spinoff_relief.rules import (
    PROOFS,
    Assets,
    Proof,
    Size,
    SpinoffRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Reason

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
CONTRACT_TOO_SHORT = Reason("contract-too-short", _("The labour contracts are too short."))
EXCLUDED_TRADE = Reason("excluded-trade", _("The scheme excludes the trade."))


def _is_share(value: Fraction) -> Message | None:
    return None if 0 <= value <= 1 else Message(_("a share lies between 0 and 1"))


@frozen(kw_only=True, slots=False)
class Spinoff(CheckedFacts):
    """A spun-off entity (主辅分离经济实体); ``None`` means that nobody knows.

    Args:
        parent_state_share: the state's share in the parent, 1 for a state-owned enterprise.
        parent_size: 企业规模, by 国经贸中小企[2003]143号.
        assets: the kind of assets it uses (三类资产).
        independent_accounts: 独立核算.
        clear_property_rights: 产权清晰.
        several_owners: moves towards several owners (产权主体多元化).
        state_legal_share: what state legal persons hold of the entity after restructuring.
        exception: an exception from the limit of that share is granted.
        surplus_staff: surplus staff of the parent in the entity.
        staff: total staff of the entity.
        contract_years: length of their new or changed contracts in whole years.
        trade: 行业; general contracting of construction works is a trade of its own.
        central: whether the parent is a central enterprise (中央企业).
        income_tax: enterprise income tax due, yuan; nothing if it is not named.

    Raises:
        InvalidFactsError: with every fault.
    """

    parent_state_share: Fraction | None = fact("主体企业国有股比例", "state share", _is_share)
    parent_size: Size | None = fact("主体企业规模", "size of the parent")
    assets: Assets | None = fact("资产类别", "kind of assets")
    independent_accounts: bool | None = fact("独立核算", "independent accounts")
    clear_property_rights: bool | None = fact("产权清晰", "clear property rights")
    several_owners: bool | None = fact("产权主体多元化", "several owners")
    state_legal_share: Fraction | None = fact("国有法人股比例", "state legal share", _is_share)
    exception: bool | None = fact("经批准的例外", "exception granted", default=False)
    surplus_staff: int | None = fact("安置富余人员", "surplus staff", not_negative)
    staff: int | None = fact("职工总数", "total staff", positive)
    contract_years: int | None = fact("劳动合同年限", "contract in years", not_negative)
    trade: Trade | None = fact("行业", "trade")
    central: bool | None = fact("中央企业", "central enterprise", default=False)
    income_tax: Yuan | None = fact(
        "应纳企业所得税", "income tax due", not_negative, default=Yuan(0)
    )

    def contradictions(self) -> list[Fault]:
        """Give the faults that show only between several facts."""
        counts = (self.surplus_staff, self.staff)
        if all(isinstance(n, int) for n in counts) and counts[0] > counts[1]:  # type: ignore[operator]
            return [Fault.at("surplus_staff", _("more persons than the total staff"))]
        return []


@frozen
class SpinoffRelief:
    """The relief of the income tax in yuan, its term, and the proofs that it needs."""

    ratio: Fraction = fact("安置比例", "share of surplus staff")
    relief: Yuan = fact("减免税额", "relief")
    payable: Yuan = fact("应纳税额", "tax payable")
    years: int = fact("减免期限（年）", "term in years")
    first_day: date = fact("减免起始日", "first day")
    last_day: date = fact("减免届满日", "last day")
    proofs: tuple[Proof, ...] = fact("证明", "proofs")


def spinoff_relief(w: CaseWorking, x: Spinoff, rules: SpinoffRules) -> Outcome[SpinoffRelief]:
    """Free a spun-off entity from income tax if the four conditions hold (主辅分离所得税减免).

    The day of the law is the day of the audit. For single cases only: the result lists papers.
    """
    view: Any = w.read(x)
    _parent(w, view, rules)
    _assets_and_ownership(w, view, rules)
    ratio = _staff(w, view, rules)
    _trade(w, view, rules)
    relief = w.share(view.income_tax, w.use(rules.exemption))
    years = w.use(rules.term_years)
    proofs = w.choose(view.central, PROOFS, tuple(p for p in PROOFS if not p.central_only))
    return w.outcome(
        w.record(
            SpinoffRelief,
            ratio=ratio,
            relief=relief,
            payable=view.income_tax - relief,
            years=years,
            first_day=w.day(),
            last_day=w.last_day(w.day(), years),
            proofs=proofs,
        )
    )


def _parent(w: CaseWorking, x: Any, rules: SpinoffRules) -> None:
    controlled = x.parent_state_share > w.use(rules.state_share)
    w.require(rules.state_share, controlled, NOT_STATE_CONTROLLED)
    w.require(rules.sizes, w.among(x.parent_size, w.use(rules.sizes)), PARENT_TOO_SMALL)


def _assets_and_ownership(w: CaseWorking, x: Any, rules: SpinoffRules) -> None:
    w.require(rules.assets, w.among(x.assets, w.use(rules.assets)), WRONG_ASSETS)
    w.require(rules.ownership, x.independent_accounts, NO_INDEPENDENT_ACCOUNTS)
    w.require(rules.ownership, x.clear_property_rights, UNCLEAR_PROPERTY_RIGHTS)
    w.require(rules.ownership, x.several_owners, ONE_OWNER)
    low = x.state_legal_share <= w.use(rules.state_legal_share)
    w.require(rules.state_legal_share, low | x.exception, STATE_SHARE_TOO_HIGH)


def _staff(w: CaseWorking, x: Any, rules: SpinoffRules) -> Any:
    ratio = w.step(_("share of surplus staff"), w.ratio(x.surplus_staff, x.staff))
    w.branch(
        x.trade == Trade.CONSTRUCTION,
        lambda: _enough(w, ratio, rules.builders_share),
        lambda: _enough(w, ratio, rules.surplus_share),
    )
    long_enough = x.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, CONTRACT_TOO_SHORT)
    return ratio


def _enough(w: CaseWorking, ratio: Any, share: Any) -> None:
    w.require(share, ratio >= w.use(share), TOO_FEW_SURPLUS_STAFF)


def _trade(w: CaseWorking, x: Any, rules: SpinoffRules) -> None:
    excluded = w.among(x.trade, w.use(rules.trades))
    w.refuse(rules.trades, excluded, EXCLUDED_TRADE)


SPINOFF_RELIEF: Measure[Spinoff, SpinoffRelief] = Measure(
    "spinoff_relief",
    "主辅分离所得税减免",
    "income tax relief of spun-off entities",
    spinoff_relief,
    Spinoff,
    SpinoffRules,
    columns=False,
)
