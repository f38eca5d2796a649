"""The taxes that relief is taken off, as they were in 2003 to 2005 (税款计算).

Business tax with construction tax and education surcharge, the enterprise income tax and the
individual income tax of sole traders. The relief measures take amounts as they are declared;
these help where only turnover or income is known. The tax office (税务机关) assesses.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> turnover = Turnover(item=TaxItem.SERVICE, turnover=Yuan(292_500), place=Place.CITY)
>>> taxes = turnover_taxes(case, case.read(turnover), TaxRules()).value
>>> taxes.business_tax, taxes.construction_tax, taxes.education_surcharge
(Yuan('14625.00'), Yuan('1023.75'), Yuan('438.75'))
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.taxes.income_tax_rules import IncomeTaxRules, TraderTaxRules
from gansu_reemployment.measures.taxes.turnover_taxes_rules import TaxRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Term, Working

_ZERO = Yuan(0)


class TaxItem(Choice):
    """The items of business tax (营业税税目)."""

    SERVICE = "服务业", "service"
    CONSTRUCTION = "建筑业", "construction"
    TRANSPORT = "交通运输业", "transport"
    POST = "邮电通信业", "post and telecommunications"
    CULTURE = "文化体育业", "culture and sport"
    INTANGIBLES = "转让无形资产", "transfer of intangibles"
    PROPERTY_SALE = "销售不动产", "sale of real property"
    FINANCE = "金融保险业", "finance and insurance"
    ENTERTAINMENT = "娱乐业", "entertainment"
    NONE = "不征营业税", "not subject to business tax"


class Place(Choice):
    """Where the taxpayer is, for the construction tax (纳税人所在地)."""

    CITY = "市区", "city"
    TOWN = "县城、镇", "county seat or town"
    ELSEWHERE = "其他", "elsewhere"


@frozen(kw_only=True, slots=False)
class Turnover(CheckedFacts):
    """The turnover of a period, in yuan.

    Args:
        item: 营业税税目; ``NONE`` where value-added tax is paid instead.
        turnover: 营业额.
        place: 纳税人所在地.
        other_taxes: value-added tax and consumption tax paid (增值税、消费税).

    Raises:
        InvalidFactsError: with every fault.
    """

    item: TaxItem | None = fact("营业税税目", "item of business tax")
    turnover: Yuan | None = fact("营业额", "turnover", not_negative)
    place: Place | None = fact("纳税人所在地", "place of the taxpayer")
    other_taxes: Yuan | None = fact(
        "增值税和消费税", "value-added and consumption tax", not_negative, default=_ZERO
    )


@frozen
class TurnoverTaxes:
    """The taxes on turnover, in yuan."""

    business_tax: Yuan = fact("营业税", "business tax")
    construction_tax: Yuan = fact("城市维护建设税", "construction tax")
    education_surcharge: Yuan = fact("教育费附加", "education surcharge")


@frozen(kw_only=True, slots=False)
class YearIncome(CheckedFacts):
    """The income of a year, in yuan.

    Args:
        income: income before earlier losses are made up (弥补亏损前所得).
        losses: losses of earlier years that may still be made up.

    Raises:
        InvalidFactsError: with every fault.
    """

    income: Yuan | None = fact("所得额", "income", not_negative)
    losses: Yuan | None = fact("以前年度亏损", "earlier losses", not_negative, default=_ZERO)

    def contradictions(self) -> list[Fault]:
        """Give the faults that show only between several facts."""
        pair = (self.income, self.losses)
        if all(isinstance(amount, Yuan) for amount in pair) and pair[1] > pair[0]:  # type: ignore[operator]
            return [
                Fault.at(
                    "losses", _("more losses than income; only what the income covers is made up")
                )
            ]
        return []


@frozen
class _Slice:
    """The rate of the last slice that an income reaches, and what that is too much below it."""

    rate: Fraction
    deduction: Yuan


def turnover_taxes(w: Working[Out_co], x: Facts[Turnover], rules: TaxRules) -> Out_co:
    """Work out business tax, construction tax and education surcharge (营业税及附加)."""
    business = w.step(_("business tax"), _business_tax(w, x, rules))
    base: Any = w.step(_("base of the surcharges"), business + x.other_taxes)
    rate = w.branch(
        x.place == Place.CITY,
        lambda: w.use(rules.construction_city),
        lambda: w.branch(
            x.place == Place.TOWN,
            lambda: w.use(rules.construction_town),
            lambda: w.use(rules.construction_elsewhere),
        ),
    )
    return w.outcome(
        w.record(
            TurnoverTaxes,
            business_tax=business,
            construction_tax=w.share(base, rate),
            education_surcharge=w.share(base, w.use(rules.education_surcharge)),
        )
    )


def _business_tax(w: Working[Any], x: Facts[Turnover], rules: TaxRules) -> Term[Any]:
    """Tax the turnover at its item's rate; what is not subject to the tax has none."""
    tax: Term[Any] = w.branch(
        x.item == TaxItem.NONE, lambda: _ZERO, lambda: w.share(x.turnover, _rate(w, x, rules))
    )
    return tax


def _rate(w: Working[Any], x: Facts[Turnover], rules: TaxRules) -> Term[Fraction]:
    """Give the rate of the item; items of one rate have it from one rule."""
    rates: list[tuple[frozenset[TaxItem], Rule[Any]]] = [
        (frozenset({TaxItem.SERVICE}), rules.service),
        (
            frozenset({TaxItem.CONSTRUCTION, TaxItem.TRANSPORT, TaxItem.POST, TaxItem.CULTURE}),
            rules.lower_items,
        ),
        (frozenset({TaxItem.INTANGIBLES, TaxItem.PROPERTY_SALE}), rules.transfers),
        (frozenset({TaxItem.FINANCE}), rules.finance),
        (frozenset({TaxItem.ENTERTAINMENT}), rules.entertainment),
    ]
    work: Callable[[], Any] = lambda: Fraction(0)  # noqa: E731
    for items, rate in rates:
        work = _or_else(w, x, items, rate, work)
    found: Term[Fraction] = work()
    return found


def _or_else(
    w: Working[Any],
    x: Facts[Turnover],
    items: frozenset[TaxItem],
    rate: Rule[Any],
    otherwise: Callable[[], Any],
) -> Callable[[], Any]:
    return lambda: w.branch(w.among(x.item, items), lambda: w.use(rate), otherwise)


def income_tax(w: Working[Out_co], x: Facts[YearIncome], rules: IncomeTaxRules) -> Out_co:
    """Work out the enterprise income tax of a year (企业所得税).

    The rate of the tier holds for the whole income, not for slices of it.
    """
    w.cite(rules.whole)
    taxable = w.step(_("taxable income"), x.income - x.losses)
    rate = w.branch(
        taxable <= w.use(rules.first_tier),
        lambda: w.use(rules.first_rate),
        lambda: w.branch(
            taxable <= w.use(rules.second_tier),
            lambda: w.use(rules.second_rate),
            lambda: w.use(rules.full_rate),
        ),
    )
    return w.outcome(w.share(taxable, rate))


def trader_income_tax(w: Working[Out_co], x: Facts[YearIncome], rules: TraderTaxRules) -> Out_co:
    """Work out the individual income tax of a sole trader's year (个体工商户个人所得税).

    Each slice has its rate; the quick deduction gives the same as adding slice by slice.
    """
    taxable = w.step(_("taxable income"), x.income - x.losses)
    work: Callable[[], Any] = lambda: _slice(w, rules.top_rate, rules.top_deduction)  # noqa: E731
    for tier, rate, deduction in reversed(rules.slices()):
        work = _up_to(w, taxable, tier, (rate, deduction), work)
    last: Any = work()
    return w.outcome(w.share(taxable, w.field(last, "rate")) - w.field(last, "deduction"))


def _up_to(
    w: Working[Any],
    taxable: Any,
    tier: Rule[Yuan],
    rate: tuple[Rule[Fraction], Rule[Yuan]],
    otherwise: Callable[[], Any],
) -> Callable[[], Any]:
    return lambda: w.branch(taxable <= w.use(tier), lambda: _slice(w, *rate), otherwise)


def _slice(w: Working[Any], rate: Rule[Fraction], deduction: Rule[Yuan]) -> Term[Any]:
    return w.record(_Slice, rate=w.use(rate), deduction=w.use(deduction))


TURNOVER_TAXES: Measure[Turnover, TurnoverTaxes] = Measure(
    "turnover_taxes", "营业税及附加", "taxes on turnover", turnover_taxes, Turnover, TaxRules
)
INCOME_TAX: Measure[YearIncome, Yuan] = Measure(
    "income_tax", "企业所得税", "enterprise income tax", income_tax, YearIncome, IncomeTaxRules
)
TRADER_INCOME_TAX: Measure[YearIncome, Yuan] = Measure(
    "trader_income_tax",
    "个体工商户个人所得税",
    "individual income tax of sole traders",
    trader_income_tax,
    YearIncome,
    TraderTaxRules,
)
