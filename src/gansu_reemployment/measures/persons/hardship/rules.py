"""The rules of the “4050” classification (大龄就业困难对象，“4050”人员).

From 2006 the law names further kinds of hard-to-employ persons, from 2008 also outside the groups
of the certificate.
"""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.persons.certificate.rules import CertificateRules
from gansu_reemployment.measures.persons.facts import (
    ALL_GROUPS,
    GROUPS_2002,
    GROUPS_2006,
    EntitledGroup,
    Group,
)
from gansu_reemployment.regions import Level

GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
GUOFA_2008_5: Final = find_instrument("国发[2008]5号")
ZERO_EMPLOYMENT_2006: Final = find_instrument("2006年关于零就业家庭就业援助的全国规定")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
# Reported as national from October 2006; the day of the month is assumed.
_HOUSEHOLDS = date(2006, 10, 1)
_THIRD = date(2008, 2, 3)
_REPORTED_2002 = ZHONGFA_2002_12.reported()
_ASSUMED_2002 = ZHONGFA_2002_12.assumed()
_REPORTED_2005 = GUOFA_2005_36.reported()
_ASSUMED_2005 = GUOFA_2005_36.assumed()
_REPORTED_2006 = ZERO_EMPLOYMENT_2006.reported()
_REPORTED_2008 = GUOFA_2008_5.reported()

_RETIREMENT = find_instrument("国发[1978]104号").assumed()

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


class Scope(Choice):
    """Whether the groups of the certificate bound the classification (认定范围)."""

    GROUPS = "限于规定的人员范围", "the groups that are named"
    EVERYONE = "不限人员类别", "persons of every group"


class AgeDay(Choice):
    """The day on which the age is counted (年龄计算基准日).

    *FIXED* reads ``hardship.age_fixed_day``, which is one day of one year. It does not recur: a
    region that fixes another day later sets a further row.
    """

    APPLICATION = "申请之日", "day of the application"
    YEAR_END = "当年12月31日", "31 December of the year"
    FIXED = "规定之日", "a fixed day"


class OtherKinds(Choice):
    """Whether persons below the age can be hard to employ (其他就业困难人员)."""

    NONE = "无", "none"
    SOME = "有", "some"


class Reuse(Choice):
    """Whether a person may be helped again (能否再次享受)."""

    AGAIN = "可以再次享受", "may be helped again"
    ONCE = "只能享受一次", "is helped once only"


@rule_table("hardship", checked=date(2026, 11, 28))
class HardshipRules:
    """The rules of the classification.

    No text settles on which day the age is counted, or whether a person may be helped again.
    Those rows are assumed, and shown as such.
    """

    scope: Rule[Scope] = stated(
        "认定范围",
        "whether the groups bound the classification",
        Provision(_FIRST, Scope.GROUPS, _REPORTED_2002),
        Provision(_THIRD, Scope.EVERYONE, _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    groups: Rule[frozenset[EntitledGroup]] = stated(
        "人员范围",
        "entitled groups",
        Provision(_FIRST, GROUPS_2002, _REPORTED_2002),
        Provision(_SECOND, GROUPS_2006, _REPORTED_2005),
        Provision(_THIRD, ALL_GROUPS, _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    # Both are conditions of the certificate too, in the same sentence of the law.
    ability: Reading = CertificateRules().ability
    without_work: Reading = CertificateRules().without_work
    age_women: Rule[int] = stated(
        "女性年龄（周岁以上）",
        "age of women (full years or more)",
        Provision(_FIRST, 40, _REPORTED_2002),
        Provision(_SECOND, 40, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    age_men: Rule[int] = stated(
        "男性年龄（周岁以上）",
        "age of men (full years or more)",
        Provision(_FIRST, 50, _REPORTED_2002),
        Provision(_SECOND, 50, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    age_day: Rule[AgeDay] = stated(
        "年龄计算基准日",
        "day on which the age is counted",
        Provision(_FIRST, AgeDay.APPLICATION, _ASSUMED_2002).noted(
            "No text settles on which day the age is counted."
        ),
        delegated_to=Level.COUNTY,
    )
    age_fixed_day: Rule[date] = stated(
        "规定的年龄计算日", "fixed day on which the age is counted", delegated_to=Level.COUNTY
    )
    retirement: Reading = reading(
        "未退休、未在企业内部退养",
        "neither retired nor retired early within the enterprise",
        cited(_FIRST, _ASSUMED_2002).noted(
            "A retired person is neither laid off nor unemployed. A licence or a job held "
            "before the policy keeps a person from the certificate, not from this group."
        ),
    )
    retirement_age_men: Rule[int] = stated(
        "男性法定退休年龄（周岁）",
        "legal retirement age of men (full years)",
        Provision(_FIRST, 60, _RETIREMENT).noted(
            "The document's text was not read; other texts report 60 for men."
        ),
    )
    retirement_age_women: Rule[int] = stated(
        "女性最高法定退休年龄（周岁）",
        "latest legal retirement age of women (full years)",
        Provision(_FIRST, 55, _RETIREMENT).noted(
            "At 55 women of every kind have retired. Women workers retire at 50: the fact "
            "“retired” says so."
        ),
    )
    other_kinds: Rule[OtherKinds] = stated(
        "大龄以外的就业困难人员",
        "other kinds of hard-to-employ persons",
        Provision(_FIRST, OtherKinds.NONE, _REPORTED_2002),
        Provision(_SECOND, OtherKinds.SOME, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    kinds: Rule[frozenset[Group]] = stated(
        "其他就业困难人员的范围",
        "kinds of hard-to-employ persons",
        Provision(_SECOND, _KINDS_2006, _REPORTED_2005),
        Provision(_HOUSEHOLDS, _KINDS_2006 | {Group.ZERO_EMPLOYMENT}, _REPORTED_2006),
        Provision(_THIRD, _KINDS_2008, _REPORTED_2008),
        delegated_to=Level.COUNTY,
    )
    allowance: Reading = reading(
        "享受低保按人员类别或者实际情况认定",
        "the living allowance is told by the group or by the facts",
        cited(_SECOND, _ASSUMED_2005).noted(
            "The law names those on the living allowance and a year without work beside the "
            "groups: a laid-off worker to whom both apply is taken to be one of them."
        ),
    )
    unemployed_months: Rule[int] = stated(
        "连续失业月数（以上）",
        "months unemployed without a break (or more)",
        Provision(_SECOND, 12, _REPORTED_2005),
        Provision(_THIRD, 12, _REPORTED_2008),
    )
    reuse: Rule[Reuse] = stated(
        "能否再次享受",
        "helped again or once only",
        Provision(_FIRST, Reuse.AGAIN, _ASSUMED_2002).noted(
            "No text settles whether a person may be helped again."
        ),
        delegated_to=Level.COUNTY,
    )
