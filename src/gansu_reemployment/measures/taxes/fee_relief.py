"""Fees that laid-off sole traders do not pay (行政事业性收费减免).

A laid-off person who opens a stall pays none of the listed registration, licence and
management fees for three years from the day the industry and commerce office (工商部门)
approves the business. The national list names the items of each department; what a province
adds is set by its local rules, and Gansu's list is not known.

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
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.fee_relief_rules import FeeRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Reason

_ZERO = Yuan(0)

EXCLUDED_TRADE = Reason("excluded-trade", _("The scheme excludes the trade."))
LICENSED_TOO_EARLY = Reason(
    "licensed-before-policy", _("The business was licensed before the policy began.")
)
LICENSED_TOO_LATE = Reason(
    "licensed-too-late", _("The business was licensed after the last day of entry.")
)
NOT_BEGUN = Reason("not-begun", _("The relief has not begun."))
TERM_OVER = Reason("term-over", _("The term of the relief is over."))


@frozen(kw_only=True, slots=False)
class Charge(CheckedFacts):
    """A fee that is charged: *item* by its Chinese name, *amount* in yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    item: str = fact("收费项目", "item")
    amount: Yuan = fact("金额", "amount", not_negative)


@frozen(kw_only=True, slots=False)
class FeeClaim(CheckedFacts):
    """A laid-off sole trader and the fees charged; ``None`` means that nobody knows.

    Args:
        trade: 行业.
        licensed_on: the day the industry and commerce office approved the business.
        charges: the fees charged on the day of the law.

    Raises:
        InvalidFactsError: with every fault.
    """

    trade: Trade | None = fact("行业", "trade")
    licensed_on: date | None = fact("工商批准经营之日", "day of the licence")
    charges: tuple[Charge, ...] = fact("收费", "charges")

    def contradictions(self) -> list[Fault]:
        """Ask for something that is charged."""
        return [] if self.charges else [Fault.at("charges", _("at least one is needed"))]


@frozen
class FeeLine:
    """One fee, in yuan: what is relieved of it and what is left to pay."""

    item: str = fact("收费项目", "item")
    relief: Yuan = fact("减免金额", "relief")
    payable: Yuan = fact("应缴金额", "payable")

    def show(self, _locale: str) -> str:
        """Write the item with what is left to pay."""
        return f"{self.item} {self.payable}"


@frozen
class FeeRelief:
    """The relief of the fees in yuan, with its term."""

    lines: tuple[FeeLine, ...] = fact("收费项目", "items")
    relief: Yuan = fact("减免金额", "relief")
    payable: Yuan = fact("应缴金额", "payable")
    first_day: date = fact("减免起始日", "first day")
    last_day: date = fact("减免届满日", "last day")


def fee_relief(w: CaseWorking, x: FeeClaim, rules: FeeRules) -> Outcome[FeeRelief]:
    """Relieve a laid-off sole trader of the listed fees (收费减免). For single cases only.

    Raises:
        RuleNotInForceError: a fee is not on the national list, and no list of the province
            is set.
    """
    view: Any = w.read(x)
    first = view.licensed_on
    _trade(w, view, rules)
    w.require(rules.licensed_since, first >= w.use(rules.licensed_since), LICENSED_TOO_EARLY)
    w.require(rules.entry_until, first <= w.use(rules.entry_until), LICENSED_TOO_LATE)
    last = w.step(_("last day"), w.last_day(first, w.use(rules.term_years)))
    w.require(rules.term_years, first <= w.day(), NOT_BEGUN)
    w.require(rules.term_years, last >= w.day(), TERM_OVER)
    lines = tuple(_line(w, charge, rules) for charge in x.charges)
    return w.outcome(
        w.record(
            FeeRelief,
            lines=lines,
            relief=sum((line.relief for line in lines), _ZERO),
            payable=sum((line.payable for line in lines), _ZERO),
            first_day=first,
            last_day=last,
        )
    )


def _trade(w: CaseWorking, x: Any, rules: FeeRules) -> None:
    """Exclude by the list that held on the day of the licence: terms once begun go on."""
    w.branch(
        x.licensed_on < w.use(rules.second_entry),
        lambda: w.refuse(rules.trades, w.among(x.trade, w.use(rules.trades)), EXCLUDED_TRADE),
        lambda: w.refuse(
            rules.later_trades, w.among(x.trade, w.use(rules.later_trades)), EXCLUDED_TRADE
        ),
    )


def _line(w: CaseWorking, charge: Charge, rules: FeeRules) -> FeeLine:
    listed = w.branch(
        w.among(charge.item, w.use(rules.items)),
        lambda: True,
        lambda: w.among(charge.item, w.use(rules.provincial_items)),
    )
    relief = w.choose(listed, charge.amount, _ZERO)
    return FeeLine(charge.item, relief, charge.amount - relief)


FEE_RELIEF: Measure[FeeClaim, FeeRelief] = Measure(
    "fee_relief", "收费减免", "fee relief", fee_relief, FeeClaim, FeeRules, columns=False
)
