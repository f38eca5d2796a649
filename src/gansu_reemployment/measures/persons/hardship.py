"""Older hard-to-employ persons: the “4050” classification (大龄就业困难对象，“4050”人员).

They are women of 40 and men of 50 or more who are laid off or unemployed, able and willing to
work. From 2006 the law names further kinds of hard-to-employ persons (就业困难人员), from 2008
also outside the groups of the certificate. The labour authority (劳动保障部门) of the county
decides, and notes it on the certificate.

>>> from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False, retired=False, internally_retired=False,
... )
>>> hardship(case, case.read(worker), HardshipRules()).value
<Group.OLDER: '大龄就业困难对象（“4050”人员）'>
"""

from datetime import date
from typing import Final

from gansu_reemployment.dates import age_day
from gansu_reemployment.facts import Known
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.persons.certificate.rules import CertificateRules
from gansu_reemployment.measures.persons.facts import (
    GROUPS_2002,
    GROUPS_2006,
    ON_ALLOWANCE,
    EntitledGroup,
    Group,
    Sex,
    Worker,
)
from gansu_reemployment.measures.persons.reasons import (
    EMPLOYED,
    INTERNALLY_RETIRED,
    NOT_ABLE,
    NOT_ENTITLED,
    NOT_WILLING,
    RETIRED,
)
from gansu_reemployment.regions import Level
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

GUOFA_1978_104: Final = find_instrument("国发[1978]104号")
GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
GUOFA_2008_5: Final = find_instrument("国发[2008]5号")
ZERO_EMPLOYMENT_2006: Final = find_instrument("2006年关于零就业家庭就业援助的全国规定")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

HELPED_BEFORE = Reason(
    "helped-before", _("The person was helped before, and help is given once only.")
)

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
# Reported as national from October 2006; the day of the month is assumed.
_HOUSEHOLDS = date(2006, 10, 1)
_THIRD = date(2008, 2, 3)
_REPORTED_2002 = ZHONGFA_2002_12.at(standing=Standing.REPORTED)
_ASSUMED_2002 = ZHONGFA_2002_12.at(standing=Standing.ASSUMED)
_REPORTED_2005 = GUOFA_2005_36.at(standing=Standing.REPORTED)
_ASSUMED_2005 = GUOFA_2005_36.at(standing=Standing.ASSUMED)
_REPORTED_2006 = ZERO_EMPLOYMENT_2006.at(standing=Standing.REPORTED)
_REPORTED_2008 = GUOFA_2008_5.at(standing=Standing.REPORTED)

_RETIREMENT = GUOFA_1978_104.at(standing=Standing.ASSUMED)

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


@rule_table("hardship", checked=date(2026, 11, 23))
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
        Provision(_THIRD, frozenset(EntitledGroup), _REPORTED_2008),
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
        Provision(_FIRST, AgeDay.APPLICATION, _ASSUMED_2002),
        delegated_to=Level.COUNTY,
    )
    age_fixed_day: Rule[date] = stated(
        "规定的年龄计算日", "fixed day on which the age is counted", delegated_to=Level.COUNTY
    )
    retirement: Reading = reading(
        "未退休、未在企业内部退养",
        "neither retired nor retired early within the enterprise",
        Provision(
            _FIRST,
            None,
            _ASSUMED_2002,
            note=_(
                "A retired person is neither laid off nor unemployed. A licence or a job held "
                "before the policy keeps a person from the certificate, not from this group."
            ),
        ),
    )
    retirement_age_men: Rule[int] = stated(
        "男性法定退休年龄（周岁）",
        "retirement age of men (full years)",
        Provision(_FIRST, 60, _RETIREMENT),
    )
    retirement_age_women: Rule[int] = stated(
        "女性法定退休年龄（周岁）",
        "latest retirement age of women (full years)",
        Provision(
            _FIRST,
            55,
            _RETIREMENT,
            note=_(
                "At 55 women of every kind have retired. Women workers retire at 50: the fact "
                "“retired” says so."
            ),
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
        Provision(
            _SECOND,
            None,
            _ASSUMED_2005,
            note=_(
                "The law names those on the living allowance and a year without work beside the "
                "groups: a laid-off worker to whom both apply is taken to be one of them."
            ),
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
        Provision(_FIRST, Reuse.AGAIN, _ASSUMED_2002),
        delegated_to=Level.COUNTY,
    )


@measure("“4050”人员认定", "“4050” classification")
def hardship(w: Working, worker: Worker[Known], rules: HardshipRules) -> Group:
    """Classify a person as older hard-to-employ, of another kind, or general (认定“4050”人员).

    The day of the law is the day of the application. A person outside the groups, in work,
    retired, or not able or willing to work is refused; so is a person helped before, where help
    comes once. Of several kinds the first in the order of :class:`~.persons.facts.Group` is
    returned.
    """
    if w.use(rules.scope) == Scope.GROUPS:
        w.require(rules.groups, worker.group in w.use(rules.groups), NOT_ENTITLED)
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    w.refuse(rules.retirement, has_retired(w, worker, rules), RETIRED)
    w.refuse(rules.retirement, worker.internally_retired, INTERNALLY_RETIRED)
    if w.use(rules.reuse) == Reuse.ONCE:
        w.refuse(rules.reuse, worker.helped_before, HELPED_BEFORE)
    if is_older(w, worker, rules):
        return Group.OLDER
    if w.use(rules.other_kinds) == OtherKinds.NONE:
        return Group.GENERAL
    return w.step(_("kind of hardship"), other_kind(w, worker, rules))


@formula
def has_retired(w: Working, worker: Worker[Known], rules: HardshipRules) -> bool:
    """Return whether the person has retired, or is of an age at which everyone has (已退休)."""
    women, men = w.use(rules.retirement_age_women), w.use(rules.retirement_age_men)
    age = women if worker.sex == Sex.FEMALE else men
    return w.reached(worker.born_on, age) or worker.retired


@formula
def is_older(w: Working, worker: Worker[Known], rules: HardshipRules) -> bool:
    """Return whether the person has reached the age of the “4050” group (达到年龄)."""
    age = w.use(rules.age_women) if worker.sex == Sex.FEMALE else w.use(rules.age_men)
    return w.reached(worker.born_on, age, counted_on(w, rules))


@formula
def counted_on(w: Working, rules: HardshipRules) -> date:
    """Return the day on which the age is counted (年龄计算基准日)."""
    match w.use(rules.age_day):
        case AgeDay.APPLICATION:
            return w.day()
        case AgeDay.YEAR_END:
            return w.year_end()
        case AgeDay.FIXED:
            return w.use(rules.age_fixed_day)


@formula
def other_kind(w: Working, worker: Worker[Known], rules: HardshipRules) -> Group:  # noqa: PLR0911 - a list of kinds
    """Return the first kind in force to which the person belongs (其他就业困难人员)."""
    kinds = w.use(rules.kinds)
    if Group.ZERO_EMPLOYMENT in kinds and worker.zero_employment:
        return Group.ZERO_EMPLOYMENT
    if Group.DISABLED in kinds and worker.disabled:
        return Group.DISABLED
    if Group.LONG_ALLOWANCE in kinds and has_long_allowance(w, worker, rules):
        return Group.LONG_ALLOWANCE
    if Group.ALLOWANCE in kinds and has_allowance(w, worker, rules):
        return Group.ALLOWANCE
    if Group.LANDLESS in kinds and worker.landless:
        return Group.LANDLESS
    least = rules.unemployed_months
    if Group.LONG_UNEMPLOYED in kinds and worker.months_unemployed >= w.use(least):
        return Group.LONG_UNEMPLOYED
    return Group.GENERAL


@formula
def has_allowance(w: Working, worker: Worker[Known], rules: HardshipRules) -> bool:
    """Return whether the person is on the living allowance, by the group or the fact (享受低保)."""
    w.cite(rules.allowance)
    return worker.group in ON_ALLOWANCE or worker.living_allowance


@formula
def has_long_allowance(w: Working, worker: Worker[Known], rules: HardshipRules) -> bool:
    """Return whether the person is on it and has been without work for a year (失业一年以上)."""
    year = worker.months_unemployed >= w.use(rules.unemployed_months)
    of_group = worker.group == EntitledGroup.LIVING_ALLOWANCE
    return of_group or (has_allowance(w, worker, rules) and year)


def reaches_on(worker: Worker, rules: HardshipRules, on: date) -> date | None:
    """Compute the first day on which the person is of the age by the rules of *on* (达到年龄之日).

    It is the birthday; where the age is counted at 31 December, 1 January of that year. Where it
    is counted on a fixed day, a person whose birthday comes by that day is counted from the first
    day of that rule, or from the birthday if it is earlier; a person with a later birthday is
    never counted.

    Returns:
        The day, or ``None`` if it is never reached or if sex or day of birth is unknown.

    Raises:
        RuleNotInForceError: no rule is known for *on*.
    """
    if worker.sex is None or worker.born_on is None:
        return None
    age = rules.age_women if worker.sex is Sex.FEMALE else rules.age_men
    birthday = age_day(worker.born_on, age.on(on).value)
    counted = rules.age_day.on(on)
    match counted.value:
        case AgeDay.APPLICATION:
            return birthday
        case AgeDay.YEAR_END:
            return date(birthday.year, 1, 1)
        case AgeDay.FIXED:
            fixed = rules.age_fixed_day.on(on).value
            return min(birthday, counted.since) if birthday <= fixed else None
