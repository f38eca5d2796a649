"""Relief in turn up to a yearly limit (限额依次扣减), second regime, approvals of 2006 to 2010.

Enterprises have a limit for each person and year, which the province sets within a range;
sole traders 8,000 yuan a household and year. Business tax, construction tax, education
surcharge and income tax are relieved in that order; what is unused is lost. The tax office
(税务机关) decides. Gansu's own value is not known: without a local rule an enterprise's
limit is asked for, never guessed.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> stall = OrderedClaim(kind=Claimant.SOLE_TRADER, months=5, business_tax=Yuan(10_000))
>>> case = CaseWorking(on=date(2006, 12, 31))
>>> relief = ordered_relief(case, case.read(stall), OrderedReliefRules()).value
>>> relief.limit, relief.payable.business_tax
(Yuan('3333.33'), Yuan('6666.67'))
"""

from datetime import date
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.facts import TAXES, ByTax, Tax, Trade
from gansu_reemployment.measures.taxes.ordered_relief.rules import InTurn, OrderedReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

_ZERO = Yuan(0)
_MONTHS = 12

EXCLUDED_TRADE = Reason("excluded-trade", _("The scheme excludes the trade."))
NOT_OPEN = Reason("not-open", _("The scheme is not open on the day."))
KEEPS_FIRST_REGIME = Reason(
    "keeps-first-regime", _("An enterprise approved before 2006 keeps its earlier relief.")
)
TERM_OVER = Reason("term-over", _("The term of the relief is over."))


class Claimant(Choice):
    """Who claims the relief (享受主体)."""

    ENTERPRISE = "企业", "enterprise"
    SOLE_TRADER = "个体经营", "sole trader"


@frozen(kw_only=True, slots=False)
class OrderedClaim(CheckedFacts):
    """A claim for one year; ``None`` means that nobody knows.

    A tax that is not named is not due.

    Args:
        kind: enterprise or sole trader.
        months: months of the year; for an enterprise those of all persons hired, added up,
            each from the month after the hire and for three years at most.
        trade: 行业.
        earlier: whether the relief was approved before 2006.
        began_on: first day of a relief approved before 2006.
        business_tax: 营业税 of the year, yuan.
        construction_tax: 城市维护建设税, yuan.
        education_surcharge: 教育费附加, yuan.
        enterprise_income_tax: 企业所得税, yuan.
        individual_income_tax: 个人所得税, yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    kind: Claimant | None = fact("享受主体", "claimant")
    months: int | None = fact("月数", "months", not_negative)
    trade: Trade | None = fact("行业", "trade", default=Trade.OTHER)
    earlier: bool | None = fact("2005年底前批准", "approved before 2006", default=False)
    began_on: date | None = fact("减免起始日", "beginning of the relief")
    business_tax: Yuan | None = fact("营业税", "business tax", not_negative, default=_ZERO)
    construction_tax: Yuan | None = fact(
        "城市维护建设税", "construction tax", not_negative, default=_ZERO
    )
    education_surcharge: Yuan | None = fact(
        "教育费附加", "education surcharge", not_negative, default=_ZERO
    )
    enterprise_income_tax: Yuan | None = fact(
        "企业所得税", "enterprise income tax", not_negative, default=_ZERO
    )
    individual_income_tax: Yuan | None = fact(
        "个人所得税", "individual income tax", not_negative, default=_ZERO
    )

    def contradictions(self) -> list[Fault]:
        """Give the faults that show only between several facts."""
        trader = self.kind is Claimant.SOLE_TRADER
        if trader and isinstance(self.months, int) and self.months > _MONTHS:
            return [Fault.at("months", _("a year has twelve months"))]
        return []


@frozen
class OrderedRelief:
    """The year's limit, and what is relieved and left to pay by tax, in yuan."""

    limit: Yuan = fact("限额", "limit")
    relief: ByTax[Yuan] = fact("减免税额", "relief")
    payable: ByTax[Yuan] = fact("应纳税额", "tax payable")
    unused: Yuan = fact("未用限额", "limit unused")


def ordered_relief(w: Working[Out_co], x: Facts[OrderedClaim], rules: OrderedReliefRules) -> Out_co:
    """Relieve the taxes of a year in turn up to the limit (限额依次扣减).

    The limit of a part year is rounded half up to the fen. Refused are excluded trades,
    enterprises that keep their relief from before 2006, and sole traders whose three years
    are over.
    """
    w.require(rules.approvals, w.use(rules.approvals), NOT_OPEN)
    trader = w.keep(x.kind == Claimant.SOLE_TRADER)
    w.branch(
        trader,
        lambda: _allowed(w, x, rules.trader_trades),
        lambda: _allowed(w, x, rules.enterprise_trades),
    )
    w.branch(x.earlier, lambda: _earlier(w, x, rules, trader), _nothing)
    w.cite(rules.rounding)
    limit = w.keep(w.step(_("limit of the year"), _limit(w, x, rules, trader)))
    due = _relievable(w, x, trader)
    in_order = {InTurn.BUSINESS_TAX_FIRST: lambda: in_turn(w, due, limit)}
    relief = w.keep(w.match(rules.order, in_order))
    payable = {tax.code: getattr(x, tax.code) - w.field(relief, tax.code) for tax in TAXES}
    used = _added([w.field(relief, tax.code) for tax in TAXES])
    return w.outcome(
        w.record(
            OrderedRelief,
            limit=limit,
            relief=relief,
            payable=w.record(ByTax, **payable),
            unused=limit - used,
        )
    )


def in_turn(w: Working[Any], due: dict[Tax, Any], limit: Any) -> Term[ByTax[Yuan]]:
    """Use *limit* on each tax of *due* in its order."""
    relief: dict[str, Any] = {}
    before: Any = _ZERO
    for tax, amount in due.items():
        relief[tax.code] = w.least(amount, w.most(limit - before, _ZERO))
        before = before + amount
    return w.record(ByTax, **relief)


def _nothing() -> None:
    """Ask for nothing more."""


def _allowed(w: Working[Any], x: Facts[OrderedClaim], excluded: Rule[Any]) -> None:
    w.refuse(excluded, w.among(x.trade, w.use(excluded)), EXCLUDED_TRADE)


def _earlier(
    w: Working[Any], x: Facts[OrderedClaim], rules: OrderedReliefRules, trader: Any
) -> None:
    """Let sole traders finish their three years; enterprises stay under the first regime."""
    w.branch(trader, lambda: _unfinished(w, x, rules), lambda: _moves(w, rules))


def _moves(w: Working[Any], rules: OrderedReliefRules) -> None:
    w.require(rules.earlier_enterprises, w.use(rules.earlier_enterprises), KEEPS_FIRST_REGIME)


def _unfinished(w: Working[Any], x: Facts[OrderedClaim], rules: OrderedReliefRules) -> None:
    last: Any = w.step(_("last day"), w.last_day(x.began_on, w.use(rules.term_years)))
    w.require(rules.term_years, last >= w.day(), TERM_OVER)


def _limit(
    w: Working[Any], x: Facts[OrderedClaim], rules: OrderedReliefRules, trader: Any
) -> Term[Yuan]:
    return w.branch(
        trader,
        lambda: _part(w, x, rules.household, rules.months),
        lambda: _part(w, x, rules.standard, rules.person_months),
    )


def _part(
    w: Working[Any], x: Facts[OrderedClaim], full: Rule[Yuan], months: Rule[int]
) -> Term[Yuan]:
    return w.share(w.use(full), w.ratio(x.months, w.use(months)))


def _relievable(w: Working[Any], x: Facts[OrderedClaim], trader: Any) -> dict[Tax, Any]:
    """Give the taxes in the order of the law; of the income taxes only the claimant's own."""
    return {
        Tax.BUSINESS_TAX: x.business_tax,
        Tax.CONSTRUCTION_TAX: x.construction_tax,
        Tax.EDUCATION_SURCHARGE: x.education_surcharge,
        Tax.ENTERPRISE_INCOME_TAX: w.choose(trader, _ZERO, x.enterprise_income_tax),
        Tax.INDIVIDUAL_INCOME_TAX: w.choose(trader, x.individual_income_tax, _ZERO),
    }


def _added(amounts: list[Any]) -> Any:
    first, *others = amounts
    for amount in others:
        first = first + amount
    return first


ORDERED_RELIEF: Measure[OrderedClaim, OrderedRelief] = Measure(
    "ordered_relief",
    "限额依次扣减",
    "relief in turn",
    ordered_relief,
    OrderedClaim,
    OrderedReliefRules,
)
