"""Enterprises and stalls (企业、个体经营) that claim tax relief, and the taxes they owe.

The kinds are those of 财税[2002]208号; the labour authority (劳动保障部门) certifies an
enterprise's kind, the tax office audits it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import add, attrgetter
from typing import Any, ClassVar, Final, Generic, TypeVar

from attrs import Attribute, frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, not_negative
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _, show, wording
from gansu_reemployment.money import ZERO, Yuan

V = TypeVar("V")


class Tax(Choice):
    """The taxes and fees that the policy relieves (减免的税费)."""

    BUSINESS_TAX = "营业税", "business tax"
    CONSTRUCTION_TAX = "城市维护建设税", "urban maintenance and construction tax"
    EDUCATION_SURCHARGE = "教育费附加", "education surcharge"
    ENTERPRISE_INCOME_TAX = "企业所得税", "enterprise income tax"
    INDIVIDUAL_INCOME_TAX = "个人所得税", "individual income tax"
    FEES = "行政事业性收费", "administrative fees"


#: The taxes of an enterprise or stall; each is a fact of that name.
TAXES: Final = tuple(tax for tax in Tax if tax is not Tax.FEES)
_EACH: Final = attrgetter(*(tax.code for tax in TAXES))


class EnterpriseKind(Choice):
    """The kinds of enterprise under 财税[2002]208号 (企业类型)."""

    NEW_SERVICE = "新办服务型企业", "new service enterprise"
    EXISTING_SERVICE = "现有服务型企业", "existing service enterprise"
    NEW_RETAIL = "新办商贸企业", "new retail enterprise"
    EXISTING_RETAIL = "现有商贸企业", "existing retail enterprise"
    SPUN_OFF = "主辅分离经济实体", "spun-off entity"
    SOLE_TRADER = "个体经营", "sole trader"


NEW: Final = frozenset({EnterpriseKind.NEW_SERVICE, EnterpriseKind.NEW_RETAIL})
EXISTING: Final = frozenset({EnterpriseKind.EXISTING_SERVICE, EnterpriseKind.EXISTING_RETAIL})
#: The service and commerce enterprises, whose relief depends on new hires.
HIRING: Final = NEW | EXISTING
#: The kinds whose persons are counted in the total staff.
OF_STAFF: Final = NEW | {EnterpriseKind.SPUN_OFF}
#: The kinds whose total staff is an empty box, and those whose new hires are.
_OTHERS: Final = ("enterprise", frozenset(EnterpriseKind) - OF_STAFF)
_NEW_OR_OTHERS: Final = ("enterprise", frozenset(EnterpriseKind) - EXISTING)


class Trade(Choice):
    """Trades (行业) that a scheme excludes or an example names."""

    CATERING = "饮食业", "catering"
    RETAIL = "商业零售", "retail"
    PROCESSING = "加工业", "processing"
    OTHER = "其他行业", "other trade"
    ADVERTISING = "广告业", "advertising"
    SAUNA = "桑拿", "sauna"
    MASSAGE = "按摩", "massage"
    INTERNET_CAFE = "网吧", "internet cafe"
    OXYGEN_BAR = "氧吧", "oxygen bar"
    HOUSING_AGENCY = "房屋中介", "housing agency"
    PAWNBROKING = "典当", "pawnbroking"
    WHOLESALE = "批发", "wholesale"
    MIXED_COMMERCE = "批零兼营", "mixed wholesale and retail"
    OTHER_COMMERCE = "其他非零售商贸", "other commerce that is not retail"
    FINANCE = "金融保险业", "finance and insurance"
    POST = "邮电通讯业", "post and telecommunications"
    CONSTRUCTION = "建筑业", "construction"
    GENERAL_CONTRACTING = "建筑工程总承包", "general contracting of construction works"
    ENTERTAINMENT = "娱乐业", "entertainment"
    PROPERTY_SALE = "销售不动产", "sale of real property"
    LAND_USE_RIGHTS = "转让土地使用权", "transfer of land-use rights"


class Formation(Choice):
    """How an enterprise or stall was formed (设立方式); only the first makes it new."""

    SET_UP = "新设立", "set up from nothing"
    MERGER = "合并", "merger"
    SPLIT = "分立", "split"
    RESTRUCTURING = "改制", "restructuring"
    REORGANISATION = "改组", "reorganisation"
    EXPANSION = "扩建", "expansion"
    RELOCATION = "搬迁", "relocation"
    CHANGE_OF_PRODUCT = "转产", "change of product"
    NEW_MEMBERS = "吸收新成员", "new members joining"
    CHANGE_OF_SUPERIOR = "改变隶属关系", "change of superior body"
    CHANGE_OF_NAME = "改变企业名称", "change of name"
    CHANGE_OF_HEAD = "改变法定代表人", "change of the legal representative"
    FEIGNED_OWNER = "出借、转让或者冒名更换业主", "owner changed by loan, sale or impersonation"
    REGISTERED_AGAIN = "业主本人注销后重新登记", "cancelled and registered again by its own owner"
    FEIGNED_AND_REGISTERED_AGAIN = (
        "更换业主并注销后重新登记",
        "owner changed by loan, sale or impersonation, then cancelled and registered again",
    )


@frozen
class ByTax(Generic[V]):
    """One value for each tax (分税种): amounts in yuan, or shares of the tax due."""

    business_tax: V
    construction_tax: V
    education_surcharge: V
    enterprise_income_tax: V
    individual_income_tax: V

    def items(self) -> Iterator[tuple[Tax, V]]:
        """Return each tax with its value, in the order of the law."""
        return zip(TAXES, in_order(self), strict=True)

    def show(self, locale: str) -> str:
        """Format the values other than zero, each after its tax; one zero if there are none."""
        between = wording("，", ", ", locale)
        shown = [f"{show(t, locale)} {show(v, locale)}" for t, v in self.items() if v]
        return between.join(shown) or show(self.business_tax, locale)


def in_order(by_tax: ByTax[V]) -> tuple[V, ...]:
    """Return the value of each tax, in the order of the law."""
    values: tuple[V, ...] = _EACH(by_tax)
    return values


def total(amounts: ByTax[Yuan]) -> Yuan:
    """Compute the sum of all taxes."""
    return reduce(add, in_order(amounts))


def taxes_last(_kind: type[Any], fields: "Sequence[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Return the fields of a class of facts with its taxes at the end, as in a return form."""
    codes = {tax.code for tax in TAXES}
    others = [field for field in fields if field.name not in codes]
    return [*others, *(field for field in fields if field.name in codes)]


_NO_TURNOVER_TAXES: Final = dict.fromkeys(
    ("business_tax", "construction_tax", "education_surcharge"), ZERO
)


@frozen(kw_only=True, slots=False)
class TurnoverTaxesDue(CheckedFacts, Generic[U]):
    """The business tax and the charges on it that are due in a period, without the relief.

    A tax that is not named is unknown; one that is not due is an amount of zero.
    """

    usual: ClassVar[Mapping[str, Any]] = _NO_TURNOVER_TAXES

    business_tax: Yuan | U = fact("营业税", "business tax", not_negative)
    construction_tax: Yuan | U = fact("城市维护建设税", "construction tax", not_negative)
    education_surcharge: Yuan | U = fact("教育费附加", "education surcharge", not_negative)


@frozen(kw_only=True, slots=False)
class TaxesDue(TurnoverTaxesDue[U]):
    """All taxes that are due in a period, without the relief."""

    usual: ClassVar[Mapping[str, Any]] = {tax.code: ZERO for tax in TAXES}

    enterprise_income_tax: Yuan | U = fact("企业所得税", "enterprise income tax", not_negative)
    individual_income_tax: Yuan | U = fact("个人所得税", "individual income tax", not_negative)


def due_in_order(due: TaxesDue[Known]) -> tuple[Yuan, ...]:
    """Return the amount due of each tax, in the order of the law."""
    amounts: tuple[Yuan, ...] = _EACH(due)
    return amounts


def left_to_pay(due: TaxesDue[Known], relief: ByTax[Yuan]) -> ByTax[Yuan]:
    """Compute the amount of each tax left to pay after the relief (应纳税额)."""
    pairs = zip(due_in_order(due), in_order(relief), strict=True)
    return ByTax(*[amount - relieved for amount, relieved in pairs])


@frozen(kw_only=True, slots=False, field_transformer=taxes_last)
class Enterprise(TaxesDue[U]):
    """An enterprise or stall that claims tax relief; ``None`` means unknown.

    The taxes are those due in the period without the relief, on business that is not of an
    excluded trade. A count that does not matter for the kind may be zero or unknown. Only
    certificate holders with a contract of the required length and paid social insurance count
    as hired (国税发[2002]160号).

    Args:
        enterprise: the kind, as certified (企业类型).
        trade: 行业; a trade that no scheme names is ``OTHER``.
        hired: laid-off persons newly hired in the year (当年新招用下岗失业人员).
        surplus_staff: for spun-off entities, the parent's surplus staff placed (安置富余人员).
        staff: total staff (职工总数), without retired persons.
        staff_last_year: for existing enterprises, the total at the end of last year.
        all_new_hires: for existing enterprises, all persons newly hired in the year.
        employees: persons whom a sole trader employs (雇工).
        contract_years: length of the labour contracts in whole years.
        formation: how it was formed (设立方式).
        mixed: whether it also does business of an excluded trade.
        separate_accounts: whether that business is accounted for separately.
        approved_on: the day of the audit (审核批准之日), or a sole trader's day of tax
            registration (税务登记之日): the conditions are tested by the law of that day.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("hired", "staff", _("more persons than the total staff"), blank=_OTHERS),
        NotAbove("surplus_staff", "staff", _("more persons than the total staff"), blank=_OTHERS),
        NotAbove(
            "hired", "all_new_hires", _("more persons than all new hires"), blank=_NEW_OR_OTHERS
        ),
        # A count of an unknown kind may matter.
        NotAbove(
            1,
            "staff",
            _("must be above zero"),
            at="staff",
            where=("enterprise", OF_STAFF | {None}),
        ),
        NotAbove(
            1,
            ("staff_last_year", "all_new_hires"),
            _("no staff last year and no new hires"),
            at="staff_last_year",
            where=("enterprise", EXISTING | {None}),
        ),
    )

    usual: ClassVar[Mapping[str, Any]] = {
        "formation": Formation.SET_UP,
        "mixed": False,
        **TaxesDue.usual,
    }

    enterprise: EnterpriseKind | U = fact("企业类型", "kind of enterprise")
    trade: Trade | U = fact("行业", "trade")
    hired: int | U = fact("当年新招用下岗失业人员", "laid-off persons hired", not_negative)
    surplus_staff: int | U = fact("安置富余人员", "surplus staff placed", not_negative)
    staff: int | U = fact("职工总数", "total staff", not_negative)
    staff_last_year: int | U = fact("上年年底职工总数", "staff last year", not_negative)
    all_new_hires: int | U = fact("当年新招人员数", "all new hires", not_negative)
    employees: int | U = fact("雇工人数", "employees", not_negative)
    contract_years: int | U = fact("劳动合同年限", "contract in years", not_negative)
    formation: Formation | U = fact("设立方式", "formation")
    mixed: bool | U = fact("兼营除外行业", "also in an excluded trade")
    separate_accounts: bool | U = fact("分别核算", "separate accounts")
    approved_on: date | U = fact("审核批准之日", "day of approval")
