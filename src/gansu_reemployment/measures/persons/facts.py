"""Persons (人员): the laid-off and unemployed, in the terms of the policy.

The four groups are those of 中发[2002]12号. 国发[2005]36号 added further groups; it and
国发[2008]5号 added the kinds of hard-to-employ persons.
"""

from datetime import date
from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, born, fact, not_negative
from gansu_reemployment.fact_model.contradictions import Contradiction, NotTogether
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.identity import Sex
from gansu_reemployment.law.vocabulary import OpenChoice

__all__ = ["GROUPS_2002", "GROUPS_2006", "ON_ALLOWANCE", "EntitledGroup", "Group", "Sex", "Worker"]


class EntitledGroup(OpenChoice):
    """The groups of persons whom the policy supports (享受再就业扶持政策的人员范围).

    A place may add groups of its own by ``EntitledGroup.local``.
    """

    LAID_OFF_SOE = "国有企业下岗职工", "laid-off worker of a state-owned enterprise"
    UNEMPLOYED_SOE = "国有企业失业人员", "unemployed after work in a state-owned enterprise"
    CLOSED_SOE = (
        "国有企业关闭破产需要安置的人员",
        "to be placed because a state-owned enterprise closed or went bankrupt",
    )
    LIVING_ALLOWANCE = (
        "享受城市居民最低生活保障并且失业一年以上的城镇其他失业人员",
        "other urban unemployed on the minimum living allowance for a year or more",
    )
    LAID_OFF_COLLECTIVE = (
        "国有企业所办集体企业下岗职工",
        "laid-off worker of a collective enterprise run by a state-owned one",
    )
    LAID_OFF_OTHER_COLLECTIVE = (
        "其他集体企业下岗失业人员",
        "laid off or unemployed from another collective enterprise",
    )
    EX_SERVICEMAN = "城镇退役军人", "ex-serviceman of a town"
    ALLOWANCE_UNDER_A_YEAR = (
        "享受城市居民最低生活保障的其他登记失业人员",
        "other registered unemployed on the minimum living allowance, for less than a year",
    )
    NONE = "其他人员", "none of these groups"


#: Every group that the law itself names.
ALL_GROUPS = frozenset(EntitledGroup.__members__.values())
#: The four groups of 中发[2002]12号.
GROUPS_2002 = frozenset(
    {
        EntitledGroup.LAID_OFF_SOE,
        EntitledGroup.UNEMPLOYED_SOE,
        EntitledGroup.CLOSED_SOE,
        EntitledGroup.LIVING_ALLOWANCE,
    }
)
#: The groups of 国发[2005]36号.
GROUPS_2006 = GROUPS_2002 | {EntitledGroup.LAID_OFF_COLLECTIVE}
#: The groups whose members are on the minimum living allowance.
ON_ALLOWANCE = frozenset({EntitledGroup.LIVING_ALLOWANCE, EntitledGroup.ALLOWANCE_UNDER_A_YEAR})


class Group(Choice):
    """How hard a person is to employ (就业困难程度); of several kinds the first counts."""

    GENERAL = "一般人员", "general"
    OLDER = "大龄就业困难对象（“4050”人员）", "older hard-to-employ person (“4050” group)"
    ZERO_EMPLOYMENT = "零就业家庭成员", "member of a household without anyone in work"
    DISABLED = "残疾人员", "disabled person"
    LONG_ALLOWANCE = (
        "享受低保且失业一年以上的就业困难人员",
        "on the minimum living allowance and unemployed for a year or more",
    )
    ALLOWANCE = "享受低保的就业困难人员", "on the minimum living allowance"
    LANDLESS = "失地人员", "person who lost the land"
    LONG_UNEMPLOYED = "连续失业一年以上人员", "unemployed for a year or more without a break"


@frozen(kw_only=True, slots=False)
class Worker(CheckedFacts, Generic[U]):
    """A laid-off or unemployed person (下岗失业人员); ``None`` means unknown.

    Args:
        born_on: the day of birth.
        group: the group of the policy to which the person belongs.
        employed: whether in work on the day.
        internally_retired: whether retired early within the enterprise (企业内部退养).
        licensed_before: whether licensed for self-employment before the policy began.
        employed_before: whether re-employed or on a stable income before the policy began.
        retired: whether of legal retirement age or retired.
        years_to_retirement: full years left until legal retirement, counted from the day.
        checked: whether the certificate passed the last annual check (年检), or is too new.
        class_met: whether the narrower conditions of the group in 劳社部发[2006]6号 are met:
            the person left the service centre and the contract runs on, or draws unemployment
            benefit; was paid off under the national plan of closures; is on the minimum living
            allowance and registered as unemployed for a year or more.
        zero_employment: whether no member of working age in the household is in work (零就业家庭).
        landless: whether the land was lost (失地).
        months_unemployed: full months without work, without a break.
        helped_before: whether already helped as hard to employ into insured work.

    Raises:
        InvalidFactsError: the values have faults; it names all of them.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotTogether(
            "living_allowance",
            _("the group is of persons on the minimum living allowance"),
            (("group", ON_ALLOWANCE), ("living_allowance", frozenset({False}))),
        ),
    )

    sex: Sex | U = fact("性别", "sex")
    born_on: date | U = fact("出生日期", "date of birth", born)
    group: EntitledGroup | U = fact("人员类别", "group")
    able: bool | U = fact("有劳动能力", "able to work")
    willing: bool | U = fact("有就业愿望", "willing to work")
    employed: bool | U = fact("在业", "in work")
    internally_retired: bool | U = fact("企业内部退养", "retired within the enterprise")
    licensed_before: bool | U = fact("政策前已领执照", "licensed before the policy")
    employed_before: bool | U = fact("政策前已再就业", "re-employed before the policy")
    retired: bool | U = fact("已退休", "retired")
    years_to_retirement: int | U = fact("距退休年数", "years to retirement", not_negative)
    checked: bool | U = fact("年检合格", "annual check passed")
    class_met: bool | U = fact("符合所属类别的具体条件", "conditions of the group met")
    zero_employment: bool | U = fact("零就业家庭成员", "household without anyone in work")
    disabled: bool | U = fact("残疾", "disabled")
    landless: bool | U = fact("失地", "land lost")
    living_allowance: bool | U = fact("享受低保", "on the minimum living allowance")
    months_unemployed: int | U = fact("连续失业月数", "months unemployed", not_negative)
    helped_before: bool | U = fact("曾享受就业援助", "helped before")
