"""The rules of the classification of the hard to employ, and what a region may set.

No text settles at which day the age is counted, nor whether a person may be helped again:
those rows are readings, and shown as such.
"""

from datetime import date

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import (
    GUOFA_2005_36,
    GUOFA_2008_5,
    ZERO_EMPLOYMENT_2006,
    ZHONGFA_2002_12,
)
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.persons.facts import GROUPS_2002, GROUPS_2006, EntitledGroup, Group

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
# Reported as national from October 2006; the day of the month is assumed.
_HOUSEHOLDS = date(2006, 10, 1)
_THIRD = date(2008, 2, 3)
_REPORTED_2002 = ZHONGFA_2002_12.at(standing=Standing.REPORTED)
_ASSUMED_2002 = ZHONGFA_2002_12.at(standing=Standing.ASSUMED)
_REPORTED_2005 = GUOFA_2005_36.at(standing=Standing.REPORTED)
_REPORTED_2006 = ZERO_EMPLOYMENT_2006.at(standing=Standing.REPORTED)
_REPORTED_2008 = GUOFA_2008_5.at(standing=Standing.REPORTED)

_KINDS_2006 = frozenset({Group.LONG_ALLOWANCE})
_KINDS_2008 = frozenset(
    {
        Group.ZERO_EMPLOYMENT,
        Group.DISABLED,
        Group.ALLOWANCE,
        Group.LANDLESS,
        Group.LONG_UNEMPLOYED,
    }
)


class AgeDay(Choice):
    """The day on which the age is counted (年龄计算基准日).

    *FIXED* needs the rule ``hardship.age_fixed_day`` too: one day of one year, which does not
    come again each year. A region that fixes another day later sets a further row.
    """

    APPLICATION = "申请之日", "day of the application"
    YEAR_END = "当年12月31日", "31 December of the year"
    FIXED = "规定之日", "a fixed day"


class OtherKinds(Choice):
    """Whether there are kinds of the hard to employ besides the older (其他就业困难人员)."""

    NONE = "无", "none"
    SOME = "有", "some"


class Reuse(Choice):
    """Whether a person may be helped again (能否再次享受)."""

    AGAIN = "可以再次享受", "may be helped again"
    ONCE = "只能享受一次", "is helped once only"


@rule_table("hardship", checked=date(2026, 11, 23))
class HardshipRules:
    """The rules of the classification, and what a region may set."""

    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        Provision(_FIRST, GROUPS_2002, _REPORTED_2002),
        Provision(_SECOND, GROUPS_2006, _REPORTED_2005),
        Provision(_THIRD, frozenset(EntitledGroup), _REPORTED_2008),
        delegated=True,
    )
    ability: Reading = reading(
        "有劳动能力和就业愿望", "able and willing to work", cited(_FIRST, _REPORTED_2002)
    )
    without_work: Reading = reading(
        "下岗或者失业", "laid off or unemployed", cited(_FIRST, _REPORTED_2002)
    )
    age_women: Rule[int] = stated(
        "女性年龄（周岁以上）",
        "age of women (full years or more)",
        Provision(_FIRST, 40, _REPORTED_2002),
        Provision(_SECOND, 40, _REPORTED_2005),
        delegated=True,
    )
    age_men: Rule[int] = stated(
        "男性年龄（周岁以上）",
        "age of men (full years or more)",
        Provision(_FIRST, 50, _REPORTED_2002),
        Provision(_SECOND, 50, _REPORTED_2005),
        delegated=True,
    )
    age_day: Rule[AgeDay] = stated(
        "年龄计算基准日",
        "day on which the age is counted",
        Provision(_FIRST, AgeDay.APPLICATION, _ASSUMED_2002),
        delegated=True,
    )
    age_fixed_day: Rule[date] = stated(
        "规定的年龄计算日", "fixed day on which the age is counted", delegated=True
    )
    other_kinds: Rule[OtherKinds] = stated(
        "大龄以外的就业困难人员",
        "hard to employ besides the older",
        Provision(_FIRST, OtherKinds.NONE, _REPORTED_2002),
        Provision(_SECOND, OtherKinds.SOME, _REPORTED_2005),
        delegated=True,
    )
    kinds: Rule[frozenset[Group]] = stated(
        "其他就业困难人员的范围",
        "kinds of the hard to employ",
        Provision(_SECOND, _KINDS_2006, _REPORTED_2005),
        Provision(_HOUSEHOLDS, _KINDS_2006 | {Group.ZERO_EMPLOYMENT}, _REPORTED_2006),
        Provision(_THIRD, _KINDS_2008, _REPORTED_2008),
        delegated=True,
    )
    unemployed_months: Rule[int] = stated(
        "连续失业月数（以上）",
        "months unemployed without a break (or more)",
        Provision(_THIRD, 12, _REPORTED_2008),
    )
    reuse: Rule[Reuse] = stated(
        "能否再次享受",
        "helped again or once only",
        Provision(_FIRST, Reuse.AGAIN, _ASSUMED_2002),
        delegated=True,
    )
