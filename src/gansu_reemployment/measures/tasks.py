"""The task table in time (任务分解表): what falls due when, what is done, what is overdue.

The opinion of 2003-06-10 sets the provincial government's tasks and their dates; the leading
group's office (领导小组办公室) follows them. A duty is a task on the day it falls due: once for
a task with a deadline, again each month or quarter for one with a rhythm.

The text names no day on which a monthly or quarterly duty falls due. It is taken to be the
last day of the period, or the next working day where that is a day of rest (assumed); a
region may set more days. The first period is June 2003, or the second quarter of it.

>>> from datetime import date
>>> due = duties(date(2003, 6, 10), date(2003, 6, 30), all_tasks().of_article("二(五)"))
>>> [(duty.key, duty.due.isoformat()) for duty in due]
[('T28', '2003-06-30'), ('T31', '2003-06-30'), ('T34', '2003-06-30')]
>>> reports = [Report(duty="T28", on=date(2003, 6, 27))]
>>> [duty.key for duty in overdue(reports, date(2003, 7, 1), all_tasks().of_article("二(五)"))]
['T31', 'T34']
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from gansu_reemployment.dates import add_months, next_working_day, quarter, term_end
from gansu_reemployment.errors import Fault, InvalidFactsError, RuleNotInForceError
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments_gansu import GANSU_OPINION_2003
from gansu_reemployment.law.rules import Bound, Provision, Rule, rule
from gansu_reemployment.measures.tasks_table import Rhythm, Task, all_tasks

#: The day of the opinion, from which its tasks run.
OPINION_DAY: Final = date(2003, 6, 10)
_ASSUMED: Final = GANSU_OPINION_2003.at("六(十二)", Standing.ASSUMED)
_PLATFORM: Final = GANSU_OPINION_2003.at("二(三)", Standing.ASSUMED)
#: The task whose sentence has two dates.
_PLATFORM_TASK: Final = "T15"
_MONTHS: Final = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}
#: From June on (从6月份开始): the first report covers June, or the second quarter (assumed).
_FIRST: Final = {Rhythm.MONTHLY: date(2003, 6, 1), Rhythm.QUARTERLY: date(2003, 4, 1)}


@frozen
class TaskRules:
    """What the text leaves open about days, and what a region may set."""

    report_days: Rule[int] = field(
        default=rule(
            "tasks.report_days",
            "期末后报送天数",
            "days after the period on which a report is due",
            Provision(OPINION_DAY, 0, _ASSUMED),
            delegated=True,
        )
    )
    platform_deadline: Rule[date] = field(
        default=rule(
            "tasks.platform_deadline",
            "街道社区平台建设期限",
            "deadline of the street and community platforms",
            Provision(OPINION_DAY, date(2003, 6, 30), _PLATFORM),
            delegated=True,
            bounds=(
                Bound(
                    OPINION_DAY,
                    GANSU_OPINION_2003.at("二(三)"),
                    least=date(2003, 6, 30),
                    most=date(2003, 7, 31),
                ),
            ),
        )
    )


RULES: Final = TaskRules()


class State(Choice):
    """How a duty stands on a day (办理状态)."""

    DONE = "按期完成", "done in time"
    LATE = "逾期完成", "done late"
    OPEN = "未到期", "not yet due"
    OVERDUE = "逾期未完成", "overdue"
    UNDATED = "未定期限", "no date set"


@frozen(kw_only=True)
class Duty:
    """A task on the day it falls due (应办事项).

    *key* is the task's id, with the month or quarter for a task that falls due again:
    ``T14``, ``T65@2003-06``, ``T66@2003Q2``. *first* and *last* are the days it covers.
    """

    key: str
    task: Task
    first: date
    last: date
    due: date


_KEY: Final = re.compile(
    r"(?P<task>[GT][0-9]+)(@(?P<month>[0-9]{4}-(0[1-9]|1[0-2]))|@(?P<quarter>[0-9]{4}Q[1-4]))?"
)


@frozen(kw_only=True)
class Report:
    """A report that a duty is done (办结报告), by the key of the duty and the day.

    *place* is the identifier of the region that reports, where each place must do the task.

    Raises:
        InvalidFactsError: no task of that id falls due so.
    """

    duty: str
    on: date
    place: str | None = None

    def __attrs_post_init__(self) -> None:
        if not _is_key(self.duty):
            text = _("{key} is no duty: write T14, or T65@2003-06, or T66@2003Q2")
            raise InvalidFactsError([Fault.at("duty", text, key=self.duty)])


def duties(
    since: date, until: date, tasks: Iterable[Task] | None = None, rules: TaskRules = RULES
) -> tuple[Duty, ...]:
    """List the duties that fall due between two days, both included, the earliest first.

    Tasks without a deadline or a rhythm of months or quarters never fall due. A deadline is
    not moved by a day of rest; the end of a period is, in the years whose working days are
    known.

    Raises:
        RuleNotInForceError: a period lies outside the days that the rules cover.
    """
    rows = all_tasks() if tasks is None else tasks
    found = (
        duty
        for task in rows
        for duty in _duties_of(task, until, rules)
        if since <= duty.due <= until
    )
    return tuple(sorted(found, key=lambda duty: duty.due))


def state(duty: Duty, reports: Iterable[Report], on: date, place: str | None = None) -> State:
    """Tell how a duty stands on a day, given the reports of *place* up to that day."""
    reported = [
        report.on
        for report in reports
        if report.duty == duty.key and report.place == place and report.on <= on
    ]
    if reported:
        return State.DONE if min(reported) <= duty.due else State.LATE
    return State.OPEN if on <= duty.due else State.OVERDUE


def overdue(
    reports: Iterable[Report],
    on: date,
    tasks: Iterable[Task] | None = None,
    rules: TaskRules = RULES,
    place: str | None = None,
) -> tuple[Duty, ...]:
    """List the duties that are overdue on a day and not reported as done by *place*."""
    reports = tuple(reports)
    due = duties(OPINION_DAY, on, tasks, rules)
    return tuple(duty for duty in due if state(duty, reports, on, place) is State.OVERDUE)


def task_state(
    task: Task,
    reports: Iterable[Report],
    on: date,
    rules: TaskRules = RULES,
    place: str | None = None,
) -> State:
    """Tell how a task stands on a day: overdue if any of its duties is.

    A task that falls due again and again is otherwise open; one without a date is undated
    until it is reported as done.
    """
    if task.deadline:
        return state(_once(task, task.deadline, rules), reports, on, place)
    if set(task.rhythms) & set(_MONTHS):
        late = overdue(reports, on, (task,), rules, place)
        return State.OVERDUE if late else State.OPEN
    done = any(r.duty == task.id and r.place == place and r.on <= on for r in reports)
    return State.DONE if done else State.UNDATED


def _duties_of(task: Task, until: date, rules: TaskRules) -> Iterator[Duty]:
    if task.deadline:
        yield _once(task, task.deadline, rules)
    for rhythm in task.rhythms:
        if rhythm in _MONTHS:
            yield from _periods(task, rhythm, until, rules)


def _once(task: Task, deadline: date, rules: TaskRules) -> Duty:
    if task.id == _PLATFORM_TASK:
        deadline = rules.platform_deadline.on(deadline).value
    return Duty(key=task.id, task=task, first=OPINION_DAY, last=deadline, due=deadline)


def _periods(task: Task, rhythm: Rhythm, until: date, rules: TaskRules) -> Iterator[Duty]:
    first = _FIRST[rhythm]
    while (last := term_end(first, _MONTHS[rhythm])) <= until:
        due = _worked(last + timedelta(days=rules.report_days.on(last).value))
        key = f"{task.id}@{_period(rhythm, last)}"
        yield Duty(key=key, task=task, first=first, last=last, due=due)
        first = add_months(first, _MONTHS[rhythm])


def _period(rhythm: Rhythm, day: date) -> str:
    if rhythm is Rhythm.MONTHLY:
        return f"{day:%Y-%m}"
    year, number = quarter(day)
    return f"{year}Q{number}"


def _worked(day: date) -> date:
    """Give the next working day, or the day itself in years whose table is not known."""
    try:
        return next_working_day(day)
    except RuleNotInForceError:
        return day


def _is_key(text: str) -> bool:
    found = _KEY.fullmatch(text)
    tasks = {task.id: task for task in all_tasks()}
    if found is None or found["task"] not in tasks:
        return False
    rhythms = set(tasks[found["task"]].rhythms)
    if found["month"]:
        return Rhythm.MONTHLY in rhythms
    return Rhythm.QUARTERLY in rhythms if found["quarter"] else not rhythms & set(_MONTHS)
