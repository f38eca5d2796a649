"""Older hard-to-employ persons: the “4050” classification (大龄就业困难对象，“4050”人员).

Men of 50 and women of 40 or more who are laid off or unemployed, able and willing to work.
From 2006 there are further kinds of the hard to employ (就业困难人员), from 2008 outside the
groups of the certificate too. The labour authority (劳动保障部门) of the county decides, and
notes it on the certificate.

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

from collections.abc import Callable
from datetime import date

from gansu_reemployment.dates import age_day
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.hardship_rules import AgeDay, HardshipRules, OtherKinds, Reuse
from gansu_reemployment.people import EntitledGroup, Group, Sex, Worker
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

__all__ = ["HARDSHIP", "AgeDay", "HardshipRules", "OtherKinds", "Reuse", "hardship", "reaches_on"]

NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_ABLE = Reason("not-able", _("The person is not able to work."))
NOT_WILLING = Reason("not-willing", _("The person does not wish to work."))
EMPLOYED = Reason("employed", _("The person is in work."))
HELPED_BEFORE = Reason("helped-before", _("The person was helped before, and help comes once."))


def hardship(w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules) -> Out_co:
    """Classify a person as older hard-to-employ, of another kind, or general (认定“4050”人员).

    Refused are persons outside the groups, in work, or not able or willing to work, and where
    help comes once, those helped before. Of several kinds the first in the order of
    :class:`~.people.Group` is named.
    """
    w.require(rules.groups, w.among(worker.group, w.use(rules.groups)), NOT_ENTITLED)
    w.require(rules.ability, worker.able, NOT_ABLE)
    w.require(rules.ability, worker.willing, NOT_WILLING)
    w.refuse(rules.without_work, worker.employed, EMPLOYED)
    helped_once = {Reuse.AGAIN: _nothing, Reuse.ONCE: lambda: _once(w, worker, rules)}
    w.match(rules.reuse, helped_once)
    older = w.branch(
        worker.sex == Sex.FEMALE,
        lambda: _reached(w, worker, rules, rules.age_women),
        lambda: _reached(w, worker, rules, rules.age_men),
    )
    return w.outcome(w.branch(older, _older, lambda: _other(w, worker, rules)))


def _nothing() -> None:
    """Ask for nothing more."""


def _older() -> Group:
    return Group.OLDER


def _general() -> Group:
    return Group.GENERAL


def _once(w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules) -> None:
    w.refuse(rules.reuse, worker.helped_before, HELPED_BEFORE)


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


def _other(w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules) -> Term[Group]:
    return w.match(
        rules.other_kinds,
        {OtherKinds.NONE: _general, OtherKinds.SOME: lambda: _kind(w, worker, rules)},
    )


def _kind(w: Working[Out_co], worker: Facts[Worker], rules: HardshipRules) -> Term[Group]:
    """Name the first kind that the person is of; the tests stand in the opposite order."""
    tests: dict[Group, Callable[[], Condition]] = {
        Group.LONG_UNEMPLOYED: lambda: worker.months_unemployed >= w.use(rules.unemployed_months),
        Group.LANDLESS: lambda: worker.landless,
        Group.ALLOWANCE: lambda: worker.living_allowance,
        Group.LONG_ALLOWANCE: lambda: worker.group == EntitledGroup.LIVING_ALLOWANCE,
        Group.DISABLED: lambda: worker.disabled,
        Group.ZERO_EMPLOYMENT: lambda: worker.zero_employment,
    }
    kinds = w.use(rules.kinds)
    kind: Term[Group] | Group = Group.GENERAL
    for group, test in tests.items():
        kind = w.choose(w.branch(w.among(group, kinds), test, lambda: False), group, kind)
    return w.step(_("kind of hardship"), kind)


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


HARDSHIP: Measure[Worker, Group] = Measure(
    "hardship", "“4050”人员认定", "“4050” classification", hardship, Worker, HardshipRules
)
