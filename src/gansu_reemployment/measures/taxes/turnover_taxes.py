"""Business tax and the surcharges on it, as they were in 2003 to 2005 (营业税及附加).

Business tax with construction tax and education surcharge. The relief measures take amounts as
they are declared; this one helps where only the turnover is known. Only the range of
the business tax on entertainment is known; a region may set its rate. The tax office
(税务机关) assesses.

>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> turnover = Turnover(
...     item=TaxItem.SERVICE, turnover=Yuan(292_500), place=Place.CITY, other_taxes=Yuan(0)
... )
>>> taxes = turnover_taxes(case, case.read(turnover), TaxRules()).value
>>> taxes.business_tax, taxes.construction_tax, taxes.education_surcharge
(Yuan('14625.00'), Yuan('1023.75'), Yuan('438.75'))
"""

from datetime import date
from fractions import Fraction
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, not_negative, result_field
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Bound
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Working, formula, measure

CAISHUI_2001_21: Final = find_instrument("财税[2001]21号")
JIAOYU_FUJIA_GUIDING: Final = find_instrument("征收教育费附加的暂行规定")
YINGYE_SHUI_TIAOLI: Final = find_instrument("国务院令第136号")

# The days of the acts; the law before 2003 was not looked up.
_BT_ACT = date(1994, 1, 1)
_UMCT_ACT = date(1985, 2, 8)
_ES_SINCE = date(1994, 1, 1)
_END = date(2005, 12, 31)
_BT = YINGYE_SHUI_TIAOLI.at()
_UMCT = find_instrument("城市维护建设税暂行条例").at("第四条")
_ES = JIAOYU_FUJIA_GUIDING.assumed("第三条")


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
class Turnover(CheckedFacts, Generic[U]):
    """The turnover of a period, in yuan.

    Args:
        item: 营业税税目; ``NONE`` where value-added tax is paid instead.
        other_taxes: value-added tax and consumption tax paid (增值税、消费税).
    """

    item: TaxItem | U = fact("营业税税目", "item of business tax")
    turnover: Yuan | U = fact("营业额", "turnover", not_negative)
    place: Place | U = fact("纳税人所在地", "place of the taxpayer")
    other_taxes: Yuan | U = fact("增值税和消费税", "value-added and consumption tax", not_negative)


@rule_table("turnover_taxes", checked=date(2026, 11, 28), covered_until=_END)
class TaxRules:
    """Rates of business tax, construction tax and education surcharge."""

    service: Rule[Fraction] = stated(
        "服务业税率", "rate on services", Provision(_BT_ACT, Fraction(5, 100), _BT)
    )
    lower_items: Rule[Fraction] = stated(
        "建筑、交通运输、邮电通信、文化体育业税率",
        "rate on construction, transport, post, culture",
        Provision(_BT_ACT, Fraction(3, 100), _BT),
    )
    transfers: Rule[Fraction] = stated(
        "转让无形资产、销售不动产税率",
        "rate on transfers and property sales",
        Provision(_BT_ACT, Fraction(5, 100), _BT),
    )
    finance: Rule[Fraction] = stated(
        "金融保险业税率",
        "rate on finance and insurance",
        Provision(date(2003, 1, 1), Fraction(5, 100), CAISHUI_2001_21.at()),
    )
    entertainment: Rule[Fraction] = stated(
        "娱乐业税率",
        "rate on entertainment",
        delegated_to=Level.PROVINCE,
        bounds=(
            Bound(_BT_ACT, YINGYE_SHUI_TIAOLI.at("第二条"), Fraction(5, 100), Fraction(20, 100)),
        ),
    )
    construction_city: Rule[Fraction] = stated(
        "市区城建税税率",
        "construction tax in cities",
        Provision(_UMCT_ACT, Fraction(7, 100), _UMCT),
    )
    construction_town: Rule[Fraction] = stated(
        "县城、镇城建税税率",
        "construction tax in towns",
        Provision(_UMCT_ACT, Fraction(5, 100), _UMCT),
    )
    construction_elsewhere: Rule[Fraction] = stated(
        "其他地区城建税税率",
        "construction tax elsewhere",
        Provision(_UMCT_ACT, Fraction(1, 100), _UMCT),
    )
    education_surcharge: Rule[Fraction] = stated(
        "教育费附加率",
        "education surcharge",
        Provision(_ES_SINCE, Fraction(3, 100), _ES).noted(
            "3 % is in published calculations of 2003 and in the text as amended in 2011. The "
            "rates of the first years are not known: that it was 3 % since the tax reform of "
            "1994 is assumed."
        ),
    )


@frozen
class TurnoverTaxes:
    """The taxes on turnover, in yuan (应纳税额)."""

    business_tax: Yuan = result_field("营业税", "business tax")
    construction_tax: Yuan = result_field("城市维护建设税", "construction tax")
    education_surcharge: Yuan = result_field("教育费附加", "education surcharge")


@measure("营业税及附加", "taxes on turnover")
def turnover_taxes(w: Working, period: Turnover[Known], rules: TaxRules) -> TurnoverTaxes:
    """Compute business tax, construction tax and education surcharge (营业税及附加).

    The day of the law is the last day of the period.
    """
    business = w.step(_("business tax"), business_tax(w, period, rules))
    base = w.step(_("base of the surcharges"), business + period.other_taxes)
    return TurnoverTaxes(
        business_tax=business,
        construction_tax=w.share(base, construction_rate(w, period, rules)),
        education_surcharge=w.share(base, w.use(rules.education_surcharge)),
    )


@formula
def business_tax(w: Working, period: Turnover[Known], rules: TaxRules) -> Yuan:
    """Return the business tax on the turnover (营业税)."""
    if period.item == TaxItem.NONE:
        return Yuan(0)
    return w.share(period.turnover, rate_of_item(w, period, rules))


@formula
def rate_of_item(w: Working, period: Turnover[Known], rules: TaxRules) -> Fraction:
    """Return the rate of the item of business tax (营业税税率)."""
    match period.item:
        case TaxItem.SERVICE:
            return w.use(rules.service)
        case TaxItem.CONSTRUCTION | TaxItem.TRANSPORT | TaxItem.POST | TaxItem.CULTURE:
            return w.use(rules.lower_items)
        case TaxItem.INTANGIBLES | TaxItem.PROPERTY_SALE:
            return w.use(rules.transfers)
        case TaxItem.FINANCE:
            return w.use(rules.finance)
        case TaxItem.ENTERTAINMENT:
            return w.use(rules.entertainment)
        case TaxItem.NONE:
            return Fraction(0)


@formula
def construction_rate(w: Working, period: Turnover[Known], rules: TaxRules) -> Fraction:
    """Return the rate of the construction tax where the taxpayer is (城市维护建设税税率)."""
    match period.place:
        case Place.CITY:
            return w.use(rules.construction_city)
        case Place.TOWN:
            return w.use(rules.construction_town)
        case Place.ELSEWHERE:
            return w.use(rules.construction_elsewhere)
