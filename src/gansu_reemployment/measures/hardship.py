"""Older hard-to-employ persons: the “4050” classification (大龄就业困难对象，“4050”人员).

Men of 50 and women of 40 or more who are laid off or unemployed, able and willing to work.
The labour authority (劳动保障部门) of the county decides, and notes it on the certificate.

>>> from datetime import date
>>> from gansu_reemployment.people import EntitledGroup, Sex, Worker
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False,
... )
>>> hardship(case, case.read(worker), HardshipRules()).value
<Group.OLDER: '大龄就业困难对象（“4050”人员）'>
"""

from datetime import date

from attrs import field, frozen

from gansu_reemployment.dates import age_day
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments_employment import GUOFA_2005_36, ZHONGFA_2002_12
from gansu_reemployment.law.rules import Provision, Rule, rule
from gansu_reemployment.people import EntitledGroup, Group, Sex, Worker
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
_REPORTED_2002 = ZHONGFA_2002_12.at(standing=Standing.REPORTED)
_ASSUMED_2002 = ZHONGFA_2002_12.at(standing=Standing.ASSUMED)
_REPORTED_2005 = GUOFA_2005_36.at(standing=Standing.REPORTED)

_GROUPS_2002 = frozenset(
    {
        EntitledGroup.LAID_OFF_SOE,
        EntitledGroup.UNEMPLOYED_SOE,
        EntitledGroup.CLOSED_SOE,
        EntitledGroup.LIVING_ALLOWANCE,
    }
)

NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_ABLE = Reason("not-able", _("The person is not able to work."))
NOT_WILLING = Reason("not-willing", _("The person does not wish to work."))
EMPLOYED = Reason("employed", _("The person is in work."))


class AgeDay(Choice):
    """The day on which the age is counted (年龄计算基准日)."""

    APPLICATION = "申请之日", "day of the application"
    YEAR_END = "当年12月31日", "31 December of the year"
    FIXED = "规定之日", "a fixed day"


@frozen
class HardshipRules:
    """The rules of the classification, and what a region may set."""

    groups: Rule[frozenset[EntitledGroup]] = field(
        default=rule(
            "hardship.groups",
            "人员范围",
            "entitled groups",
            Provision(_FIRST, _GROUPS_2002, _REPORTED_2002),
            Provision(_SECOND, _GROUPS_2002 | {EntitledGroup.LAID_OFF_COLLECTIVE}, _REPORTED_2005),
            delegated=True,
        )
    )
    ability: Rule[bool] = field(
        default=rule(
            "hardship.ability",
            "有劳动能力和就业愿望",
            "able and willing to work",
            Provision(_FIRST, True, _REPORTED_2002),
        )
    )
    without_work: Rule[bool] = field(
        default=rule(
            "hardship.without_work",
            "下岗或者失业",
            "laid off or unemployed",
            Provision(_FIRST, True, _REPORTED_2002),
        )
    )
    age_women: Rule[int] = field(
        default=rule(
            "hardship.age_women",
            "女性年龄（周岁以上）",
            "age of women (full years or more)",
            Provision(_FIRST, 40, _REPORTED_2002),
            Provision(_SECOND, 40, _REPORTED_2005),
            delegated=True,
        )
    )
    age_men: Rule[int] = field(
        default=rule(
            "hardship.age_men",
            "男性年龄（周岁以上）",
            "age of men (full years or more)",
            Provision(_FIRST, 50, _REPORTED_2002),
            Provision(_SECOND, 50, _REPORTED_2005),
            delegated=True,
        )
    )
    age_day: Rule[AgeDay] = field(
        default=rule(
            "hardship.age_day",
            "年龄计算基准日",
            "day on which the age is counted",
            Provision(_FIRST, AgeDay.APPLICATION, _ASSUMED_2002),
            delegated=True,
        )
    )
    age_fixed_day: Rule[date] = field(
        default=rule(
            "hardship.age_fixed_day",
            "规定的年龄计算日",
            "fixed day on which the age is counted",
            delegated=True,
        )
    )


def hardship(w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules) -> Out_co:
    """Classify a person as older hard-to-employ or general (认定“4050”人员).

    Refused are persons outside the groups, in work, or not able or willing to work.
    """
    w.require(rules.groups, w.among(worker.group, w.use(rules.groups)), NOT_ENTITLED)
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    older = w.branch(
        worker.sex == Sex.FEMALE,
        lambda: _reached(w, worker, rules, rules.age_women),
        lambda: _reached(w, worker, rules, rules.age_men),
    )
    return w.outcome(w.choose(older, Group.OLDER, Group.GENERAL))


def _reached(
    w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules, age: Rule[int]
) -> Condition:
    years = w.use(age)
    return w.reached(worker.born_on, years, _counted_on(w, rules))


def _counted_on(w: Working[Out_co], rules: HardshipRules) -> Term[date]:
    return w.match(
        rules.age_day,
        {
            AgeDay.APPLICATION: w.day,
            AgeDay.YEAR_END: w.year_end,
            AgeDay.FIXED: lambda: w.use(rules.age_fixed_day),
        },
    )


def reaches_on(worker: Worker, rules: HardshipRules, on: date) -> date | None:
    """Give the day on which the person reaches the age of the rules of *on*.

    ``None`` if sex or day of birth is unknown. Where a region counts the age at another day
    than that of the application, the age itself is still reached on the birthday.
    """
    if worker.sex is None or worker.born_on is None:
        return None
    age = rules.age_women if worker.sex is Sex.FEMALE else rules.age_men
    return age_day(worker.born_on, age.on(on).value)


HARDSHIP: Measure[Worker, Group] = Measure(
    "hardship", "“4050”人员认定", "“4050” classification", hardship, Worker, HardshipRules
)
