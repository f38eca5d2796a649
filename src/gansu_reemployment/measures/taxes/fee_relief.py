"""Fees that laid-off sole traders do not pay (行政事业性收费减免).

A laid-off person who opens a stall pays none of the listed registration, licence and
management fees for three years from the day on which the industry and commerce office
(工商部门) approves the business. The list of 国办发[2002]57号 names the items of each department;
it is assumed to go on from 2006, for of 财综[2006]7号 only the terms and the further excluded
trades were read. What is left of a running term goes on under the notice of 2006, so its
excluded trades apply to it. What a province adds is set by its local rules; Gansu's list is not
known.

>>> from datetime import date
>>> stall = FeeClaim(
...     trade=Trade.CATERING, licensed_on=date(2003, 7, 1),
...     charges=(Charge(item="个体工商户管理费", amount=Yuan(60)),),
... )
>>> result = fee_relief(CaseWorking(on=date(2003, 9, 1)), stall, FeeRules()).value
>>> result.relief, result.last_day
(Yuan('60.00'), datetime.date(2006, 6, 30))
"""

from datetime import date
from typing import Final, Generic

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    meaning,
    not_negative,
    result_field,
)
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Reading, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.fee_items import NATIONAL_ITEMS
from gansu_reemployment.measures.taxes.reasons import EXCLUDED_TRADE, NOT_BEGUN, TERM_OVER
from gansu_reemployment.measures.taxes.tax_relief.condition_rules import days_of_terms
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import CaseWorking, Reason, Working, formula, measure
from gansu_reemployment.working.tabular import Tabular

ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")
CAIZONG_2006_7: Final = find_instrument("财综[2006]7号")
CAIZONG_2008_61: Final = find_instrument("财综[2008]61号")
GUOBANFA_2002_57: Final = find_instrument("国办发[2002]57号")
CAISHUI_2003_192: Final = find_instrument("财税[2003]192号")

_FIRST = date(2002, 10, 17)
_FULL = date(2003, 8, 23)
_SECOND = date(2006, 1, 1)
_STOPPED = date(2008, 9, 1)
_F57 = GUOBANFA_2002_57.at("第一、二条")
_F57_REPORTED = GUOBANFA_2002_57.reported()
_F57_ASSUMED = GUOBANFA_2002_57.assumed("第二条")
_F7 = CAIZONG_2006_7.at("第一条")

LICENSED_TOO_EARLY = Reason(
    "licensed-before-policy", _("The business was licensed before the policy began.")
)
LICENSED_TOO_LATE = Reason(
    "licensed-too-late", _("The business was licensed after the last day of entry.")
)
ABOLISHED = Reason("fee-abolished", _("A fee that is no longer levied is charged."))


@frozen(kw_only=True, slots=False)
class Charge(CheckedFacts):
    """A fee that is charged: *item* by its Chinese name, *amount* in yuan."""

    item: str = field(metadata=meaning("收费项目", "item"))
    amount: Yuan = field(metadata=meaning("金额", "amount", not_negative))


@frozen(kw_only=True, slots=False)
class FeeClaim(CheckedFacts, Generic[U]):
    """A laid-off sole trader and the fees charged; ``None`` means unknown.

    Args:
        licensed_on: the day on which the industry and commerce office approved the business.
        charges: the fees charged on the day of the law, which is the day of the charge.
    """

    trade: Trade | U = fact("行业", "trade")
    licensed_on: date | U = fact("工商批准经营之日", "day of the licence")
    charges: tuple[Charge, ...] = field(metadata=meaning("收费", "charges"))

    def contradictions(self) -> list[Fault]:
        """Return a fault if nothing is charged."""
        return [] if self.charges else [Fault.at("charges", _("at least one is needed"))]


_ITEMS = frozenset(item for items in NATIONAL_ITEMS.values() for item in items)
_TRADES = frozenset(
    {
        Trade.CONSTRUCTION,
        Trade.GENERAL_CONTRACTING,
        Trade.ENTERTAINMENT,
        Trade.ADVERTISING,
        Trade.SAUNA,
        Trade.MASSAGE,
        Trade.INTERNET_CAFE,
        Trade.OXYGEN_BAR,
    }
)
_FURTHER = frozenset({Trade.PROPERTY_SALE, Trade.LAND_USE_RIGHTS, Trade.HOUSING_AGENCY})


_ABOLISHED = frozenset({"个体工商户管理费", "集贸市场管理费"})


@rule_table("fee_relief", checked=date(2026, 11, 28))
class FeeRules:
    """The rules of fee relief, with those that a province may add."""

    items: Rule[frozenset[str]] = stated(
        "国家规定减免收费项目",
        "items of the national list",
        Provision(_FIRST, _ITEMS, GUOBANFA_2002_57.at("第二条")),
        Provision(_SECOND, _ITEMS, CAIZONG_2006_7.assumed()).noted(
            "Of the notice the term and the excluded trades were read; that the list of 2002 "
            "goes on is assumed."
        ),
    )
    provincial_items: Rule[frozenset[str]] = stated(
        "省定减免收费项目", "items of the province", delegated_to=Level.PROVINCE
    )
    trades: Rule[frozenset[Trade]] = stated(
        "除外行业",
        "excluded trades",
        Provision(_FIRST, _TRADES, _F57),
        # They apply to the rest of an earlier term too.
        Provision(_SECOND, _TRADES | _FURTHER, _F7),
    )
    abolished: Rule[frozenset[str]] = stated(
        "停止征收的收费项目",
        "fees that are no longer levied",
        Provision(_FIRST, frozenset(), _F57_ASSUMED).noted(
            "The list names the fees as they were levied then."
        ),
        Provision(_STOPPED, _ABOLISHED, CAIZONG_2008_61.reported("一")),
    )
    first_day: Rule[date] = stated(
        "减免最早起始日",
        "first day of any relief",
        Provision(_FIRST, _FIRST, GUOBANFA_2002_57.at()),
    )
    licensed_since: Rule[date] = stated(
        "批准经营最早日期",
        "first day of licences",
        Provision(_FIRST, date(2002, 9, 30), ZHONGFA_2002_12.assumed()).noted(
            "Earlier licences are shut out of the tax relief; that fees follow is assumed."
        ),
    )
    entry_until: Rule[date] = stated(
        "批准经营截止日",
        "last day of licences",
        Provision(_FIRST, date(2005, 12, 31), _F57_REPORTED),
        Provision(_FULL, date(2005, 12, 31), CAISHUI_2003_192.at("第三条")),
        Provision(_SECOND, date(2008, 12, 31), CAIZONG_2006_7.assumed("第一条")).noted(
            "The text gives the life of the policy; that of entries is a reading."
        ),
    )
    term_years: Rule[int] = stated(
        "减免期限（年）", "term in years", Provision(_FIRST, 3, _F57), Provision(_SECOND, 3, _F7)
    )
    day_count: Reading = days_of_terms(_FIRST, GUOBANFA_2002_57.assumed("第一、二条"))


@frozen
class FeeLine:
    """One fee, in yuan: the part relieved and the part left to pay."""

    item: str = result_field("收费项目", "item")
    relief: Yuan = result_field("减免金额", "relief")
    payable: Yuan = result_field("应缴金额", "payable")

    def show(self, _locale: str) -> str:
        """Format the item with the amount left to pay."""
        return f"{self.item} {self.payable}"


@frozen
class FeeRelief(Tabular):
    """The relief of the fees in yuan, with its term (减免结果)."""

    lines: tuple[FeeLine, ...] = result_field("收费项目", "items")
    relief: Yuan = result_field("减免金额", "relief")
    payable: Yuan = result_field("应缴金额", "payable")
    first_day: date = result_field("减免起始日", "first day")
    last_day: date = result_field("减免届满日", "last day")


@measure("收费减免", "fee relief", columns=False)
def fee_relief(w: CaseWorking, claim: FeeClaim, rules: FeeRules) -> FeeRelief:
    """Relieve a laid-off sole trader of the listed fees (收费减免).

    The day of the law is the day of the charge: the lists and the excluded trades are of that day.
    The last day of entry and the term are those of the day of the licence.

    A case function: its result has a line for each fee. A fee that is not on the national list
    leaves the case undecided until the province's list is known.
    """
    return relieved(w, w.read(claim), rules)


@formula
def relieved(w: Working, claim: FeeClaim[Known], rules: FeeRules) -> FeeRelief:
    """Compute the relief of each fee, for as long as the term runs (减免金额)."""
    w.refuse(rules.trades, claim.trade in w.use(rules.trades), EXCLUDED_TRADE)
    licence = w.as_of(max(claim.licensed_on, w.use(rules.first_day)))
    check_licence(licence, claim, rules)
    for charge in claim.charges:
        w.refuse(rules.abolished, charge.item in w.use(rules.abolished), ABOLISHED)
    w.cite(rules.day_count)
    last = w.step(_("last day"), w.last_day(claim.licensed_on, licence.use(rules.term_years)))
    licence.require(rules.term_years, claim.licensed_on <= w.day(), NOT_BEGUN)
    licence.require(rules.term_years, last >= w.day(), TERM_OVER)
    lines = tuple(fee_line(w, charge, rules) for charge in claim.charges)
    return FeeRelief(
        lines=lines,
        relief=w.total(line.relief for line in lines),
        payable=w.total(line.payable for line in lines),
        first_day=claim.licensed_on,
        last_day=last,
    )


@formula
def check_licence(w: Working, claim: FeeClaim[Known], rules: FeeRules) -> None:
    """Refuse a licence from before the policy or after the last day of entry (批准经营日期)."""
    since, until = w.use(rules.licensed_since), w.use(rules.entry_until)
    w.require(rules.licensed_since, claim.licensed_on >= since, LICENSED_TOO_EARLY)
    w.require(rules.entry_until, claim.licensed_on <= until, LICENSED_TOO_LATE)


@formula
def fee_line(w: Working, charge: Charge, rules: FeeRules) -> FeeLine:
    """Return the relief of one fee: all of it if it is listed, else nothing (减免收费项目)."""
    national = charge.item in w.use(rules.items)
    listed = national or charge.item in w.use(rules.provincial_items)
    relief = charge.amount if listed else Yuan(0)
    return FeeLine(charge.item, relief, charge.amount - relief)
