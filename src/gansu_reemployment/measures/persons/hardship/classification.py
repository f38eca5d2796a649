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

from gansu_reemployment.dates import age_day
from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import (
    ON_ALLOWANCE,
    EntitledGroup,
    Group,
    Sex,
    Worker,
)
from gansu_reemployment.measures.persons.hardship.rules import (
    AgeDay,
    HardshipRules,
    OtherKinds,
    Reuse,
    Scope,
)
from gansu_reemployment.measures.persons.reasons import (
    EMPLOYED,
    INTERNALLY_RETIRED,
    NOT_ABLE,
    NOT_ENTITLED,
    NOT_WILLING,
    RETIRED,
)
from gansu_reemployment.working import Reason, Working, formula, measure

HELPED_BEFORE = Reason(
    "helped-before", _("The person was helped before, and help is given once only.")
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
