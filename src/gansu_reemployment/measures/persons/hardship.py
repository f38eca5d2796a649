"""Older hard-to-employ persons: the “4050” classification (大龄就业困难对象，“4050”人员).

Men of 50 and women of 40 or more who are laid off or unemployed, able and willing to work.
From 2006 there are further kinds of the hard to employ (就业困难人员), from 2008 outside the
groups of the certificate too. The labour authority (劳动保障部门) of the county decides, and
notes it on the certificate.

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
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

from gansu_reemployment.dates import age_day
from gansu_reemployment.facts import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group, Sex, Worker
from gansu_reemployment.measures.persons.hardship_rules import (
    AgeDay,
    HardshipRules,
    OtherKinds,
    Reuse,
)
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

__all__ = ["HARDSHIP", "AgeDay", "HardshipRules", "OtherKinds", "Reuse", "hardship", "reaches_on"]

NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_ABLE = Reason("not-able", _("The person is not able to work."))
NOT_WILLING = Reason("not-willing", _("The person does not wish to work."))
EMPLOYED = Reason("employed", _("The person is in work."))
HELPED_BEFORE = Reason("helped-before", _("The person was helped before, and help comes once."))


@measure("“4050”人员认定", "“4050” classification")
def hardship(w: Working, worker: Worker[Known], rules: HardshipRules) -> Group:
    """Classify a person as older hard-to-employ, of another kind, or general (认定“4050”人员).

    Refused are persons outside the groups, in work, or not able or willing to work, and where
    help comes once, those helped before. Of several kinds the first in the order of
    :class:`~.persons.facts.Group` is named.
    """
    w.require(rules.groups, worker.group in w.use(rules.groups), NOT_ENTITLED)
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    if w.use(rules.reuse) == Reuse.ONCE:
        w.refuse(rules.reuse, worker.helped_before, HELPED_BEFORE)
    if is_older(w, worker, rules):
        return Group.OLDER
    if w.use(rules.other_kinds) == OtherKinds.NONE:
        return Group.GENERAL
    return w.step(_("kind of hardship"), other_kind(w, worker, rules))


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
    """Return the first of the other kinds in force that the person is of (其他就业困难人员)."""
    kinds = w.use(rules.kinds)
    if Group.ZERO_EMPLOYMENT in kinds and worker.zero_employment:
        return Group.ZERO_EMPLOYMENT
    if Group.DISABLED in kinds and worker.disabled:
        return Group.DISABLED
    if Group.LONG_ALLOWANCE in kinds and worker.group == EntitledGroup.LIVING_ALLOWANCE:
        return Group.LONG_ALLOWANCE
    if Group.ALLOWANCE in kinds and worker.living_allowance:
        return Group.ALLOWANCE
    if Group.LANDLESS in kinds and worker.landless:
        return Group.LANDLESS
    if Group.LONG_UNEMPLOYED in kinds and worker.months_unemployed >= w.use(
        rules.unemployed_months
    ):
        return Group.LONG_UNEMPLOYED
    return Group.GENERAL


def reaches_on(worker: Worker, rules: HardshipRules, on: date) -> date | None:
    """Give the first day on which the rules of *on* count the person as of the age (达到年龄之日).

    That is the birthday; where the age is counted at 31 December, 1 January of the birthday's
    year. Where it is counted at a fixed day, one whose birthday comes by that day is counted
    from the first day of that rule on, or from the birthday if that came before; a later
    birthday is never counted. ``None`` if it is never reached, or sex or day of birth is unknown.

    Raises:
        RuleNotInForceError: no rule is known for *on*.
    """
    if worker.sex is None or worker.born_on is None:
        return None
    age = rules.age_women if worker.sex is Sex.FEMALE else rules.age_men
    birthday = age_day(worker.born_on, age.on(on).value)
    counted = rules.age_day.on(on)
    if counted.value is AgeDay.YEAR_END:
        return date(birthday.year, 1, 1)
    if counted.value is AgeDay.FIXED:
        fixed = rules.age_fixed_day.on(on).value
        return min(birthday, counted.since) if birthday <= fixed else None
    return birthday


HARDSHIP = hardship
