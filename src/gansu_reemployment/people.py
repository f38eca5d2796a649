"""People (人员): laid-off and unemployed persons as the policy sees them.

The four groups are those of 中发[2002]12号; further ones came with 国发[2005]36号.
"""

from datetime import date

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative
from gansu_reemployment.i18n import Choice
from gansu_reemployment.identity import Sex

__all__ = ["EntitledGroup", "Group", "Sex", "Worker"]


class EntitledGroup(Choice):
    """The groups of persons that the policy names (享受再就业扶持政策的人员范围)."""

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
    NONE = "其他人员", "none of these groups"


class Group(Choice):
    """How hard a person is to place (就业困难程度)."""

    GENERAL = "一般人员", "general"
    OLDER = "大龄就业困难对象（“4050”人员）", "older hard-to-employ person (“4050” group)"


@frozen(kw_only=True, slots=False)
class Worker(CheckedFacts):
    """A laid-off or unemployed person (下岗失业人员); ``None`` means that nobody knows.

    Args:
        sex: 性别.
        born_on: day of birth.
        group: which of the policy's groups the person belongs to.
        able: whether able to work.
        willing: whether willing to work.
        employed: whether in work on the day.
        internally_retired: retired early within the enterprise (企业内部退养).
        licensed_before: held a licence of self-employment before the policy began.
        employed_before: was re-employed or had a stable income before the policy began.
        retired: has reached or gone through legal retirement.
        years_to_retirement: full years left until legal retirement.
        checked: the certificate passed the last annual check (年检).

    Raises:
        InvalidFactsError: with every fault.
    """

    sex: Sex | None = fact("性别", "sex")
    born_on: date | None = fact("出生日期", "date of birth")
    group: EntitledGroup | None = fact("人员类别", "group")
    able: bool | None = fact("有劳动能力", "able to work")
    willing: bool | None = fact("有就业愿望", "willing to work")
    employed: bool | None = fact("在业", "in work")
    internally_retired: bool | None = fact("企业内部退养", "retired within the enterprise")
    licensed_before: bool | None = fact("政策前已领执照", "licensed before the policy")
    employed_before: bool | None = fact("政策前已再就业", "re-employed before the policy")
    retired: bool | None = fact("已退休", "retired")
    years_to_retirement: int | None = fact("距退休年数", "years to retirement", not_negative)
    checked: bool | None = fact("年检合格", "annual check passed")
