"""Micro-profit projects (微利项目): kinds of business whose loans are subsidised.

Laid-off and unemployed persons run them in communities, streets and industrial or mining areas:
nineteen kinds of trade, catering, repairs and the like (银发[2002]394号第四条). From 2006-01-12 the
province defines the scope: in Gansu these and further kinds, every business but those that the
state restricts.

>>> from gansu_reemployment.working.case import CaseWorking
>>> find_micro_profit("理发")
<MicroProfit.HAIRDRESSING: '理发'>
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> project = Project(item=MicroProfit.HAIRDRESSING, in_community=True)
>>> micro_profit(case, case.read(project), MicroProfitRules()).value
True
"""

from datetime import date
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.loans.facts import FIRST_LOAN
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason, Working, measure

YINFA_2002_394: Final = find_instrument("银发[2002]394号")

NOT_LISTED = Reason("not-listed", _("The business is not on the list of micro-profit projects."))
NOT_LOCAL = Reason(
    "not-in-community", _("The business is not in a community, street or mining area.")
)

# From 2006-01-12 the provinces define the scope.
_LAST = date(2006, 1, 11)


class MicroProfit(Choice):
    """The micro-profit projects (微利项目), in the order of the list."""

    HANDICRAFT = "家庭手工业", "home handicraft"
    REPAIR = "修理修配", "repair and fitting"
    BOOK_LENDING = "图书借阅", "book lending"
    LODGING = "旅店服务", "lodging"
    CATERING = "餐饮服务", "catering"
    LAUNDRY = "洗染缝补", "laundry, dyeing, mending"
    COPYING = "复印打字", "copying and typing"
    HAIRDRESSING = "理发", "hairdressing"
    SMALL_TABLES = "小饭桌", "small meal tables"
    SMALL_SHOP = "小卖部", "small shop"
    REMOVALS = "搬家", "removals"
    HOURLY_HELP = "钟点服务", "hourly help"
    HOME_CLEANING = "家庭清洁卫生服务", "home cleaning"
    HEALTH_CARE = "初级卫生保健服务", "primary health care"
    INFANT_CARE = "婴幼儿看护和教育服务", "infant care and teaching"
    DISABLED_CHILDREN = "残疾儿童教育训练和寄托服务", "training and care of disabled children"
    CARE_OF_OLD = "养老服务", "care of the old"
    CARE_OF_SICK = "病人看护", "care of the sick"
    SCHOOL_RUN = "幼儿和学生接送服务", "taking children and pupils to and from school"
    RETAIL = "零售批发", "retail and wholesale"
    DECORATION = "家庭装修", "home decoration"
    AGRICULTURAL_RESEARCH = "农牧业科技研究开发", "agricultural research and development"
    PLANTING = "种植养殖", "planting and breeding"
    PROCESSING = "农副产品加工", "processing of farm products"
    LIVESTOCK = "家禽牲畜饲养", "poultry and livestock"
    OTHER = "其他项目", "another business"
    RESTRICTED = "国家限制的行业", "a business that the state restricts"

    @property
    def number(self) -> int | None:
        """The number on the national list; ``None`` if the business is not on it."""
        place = list(type(self)).index(self) + 1
        return place if self in NATIONAL else None


#: The nineteen kinds of the national list.
NATIONAL: Final = frozenset(list(MicroProfit)[:19])
#: The kinds of Gansu from 2006, without those that the state restricts.
GANSU_2006: Final = frozenset(MicroProfit) - {MicroProfit.RESTRICTED}


def find_micro_profit(name: str) -> MicroProfit:
    """Find a project by its Chinese name or its code.

    Raises:
        UnknownNameError: no project has that name; the error names the nearest ones.
    """
    try:
        return MicroProfit.read(name)
    except ValueError:
        known = [word for item in MicroProfit for word in (item.value, item.code)]
        raise UnknownNameError(Message(_("micro-profit project")), name, known) from None


@rule_table("micro_profit", checked=date(2026, 11, 28))
class MicroProfitRules:
    """The list, with those that a region may set."""

    items: Rule[frozenset[MicroProfit]] = stated(
        "微利项目范围",
        "micro-profit projects",
        # Read up to the beginning of the eighteenth; the end of the list is reported.
        Provision(
            FIRST_LOAN,
            NATIONAL,
            YINFA_2002_394.reported("第四条"),
            until=_LAST,
        ),
        # The governments of the provinces define the scope (银发[2006]5号一（二）).
        delegated_to=Level.PROVINCE,
    )
    places: Reading = reading(
        "在社区、街道、工矿区等从事",
        "in communities, streets and mining areas",
        cited(FIRST_LOAN, YINFA_2002_394.at("第四条")),
    )


@frozen(kw_only=True, slots=False)
class Project(CheckedFacts, Generic[U]):
    """A business (经营项目); ``None`` is an unknown fact.

    Args:
        item: its kind, by the list.
        in_community: whether in a community, street or mining area (社区、街道、工矿区).
    """

    item: MicroProfit | U = fact("经营项目", "business")
    in_community: bool | U = fact("在社区、街道、工矿区", "in a community or mining area")


@measure("微利项目", "Micro-profit project")
def micro_profit(w: Working, project: Project[Known], rules: MicroProfitRules) -> bool:
    """Decide whether a business is a micro-profit project (认定微利项目).

    The day of the law is the day of the application for the loan.
    """
    listed = project.item in w.use(rules.items)
    w.require(rules.items, listed, NOT_LISTED)
    w.require(rules.places, project.in_community, NOT_LOCAL)
    return listed and project.in_community
