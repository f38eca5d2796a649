"""The state of tasks on a day (任务办理状态): done, late, open or overdue, given reports.

A report names the duty, the day, and the place if every place must do the task. The office of
the leading group (领导小组办公室) keeps the reports.

>>> from datetime import date
>>> reports = [TaskReport(duty="T28", on=date(2003, 6, 27))]
>>> tasks = all_tasks().of_article("二(五)")
>>> [duty.key for duty in overdue(reports, date(2003, 7, 1), tasks)]
['T31', 'T34']
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.targets.tasks.codes import PERIODIC, Rhythm
from gansu_reemployment.measures.targets.tasks.table import OPINION_DAY, Task, all_tasks
from gansu_reemployment.measures.targets.tasks.tasks import (
    NATIONAL,
    DueTask,
    TaskRules,
    duties,
    duties_of,
)


class TaskState(Choice):
    """The state of a duty or task on a day (办理状态)."""

    DONE = "按期完成", "done in time"
    LATE = "逾期完成", "done late"
    OPEN = "未到期", "not yet due"
    OVERDUE = "逾期未完成", "overdue"
    UNDATED = "未定期限", "no date set"


#: The id of a task that a place adds.
_OF_A_PLACE: Final = re.compile(r"(?![GT][0-9])[A-Z]+[0-9]+")
_KEY: Final = re.compile(
    r"(?P<task>[A-Z]+[0-9]+)(@(?P<month>[0-9]{4}-(0[1-9]|1[0-2]))|@(?P<quarter>[0-9]{4}Q[1-4]))?"
)


@frozen(kw_only=True)
class TaskReport:
    """A report that a duty is done (办结报告).

    Args:
        duty: the key of the duty.
        on: the day of the report.
        place: the identifier of the reporting region, if every place must do the task.

    Raises:
        InvalidFactsError: there is no duty with that key.
    """

    duty: str
    on: date
    place: str | None = None

    def __attrs_post_init__(self) -> None:
        if not _is_key(self.duty):
            text = _("{key} is not a duty: write T14, or T65@2003-06, or T66@2003Q2")
            raise InvalidFactsError([Fault.at("duty", text, key=self.duty)])


def duty_state(
    duty: DueTask, reports: Iterable[TaskReport], on: date, place: str | None = None
) -> TaskState:
    """Return the state of a duty on a day, given the reports of *place* up to that day."""
    reported = _reported(duty.key, reports, on, place)
    if reported:
        return TaskState.DONE if min(reported) <= duty.due else TaskState.LATE
    return TaskState.OPEN if on <= duty.due else TaskState.OVERDUE


def overdue(
    reports: Iterable[TaskReport],
    on: date,
    tasks: Iterable[Task] | None = None,
    rules: TaskRules = NATIONAL,
    place: str | None = None,
) -> tuple[DueTask, ...]:
    """List the duties that are overdue on a day and not reported as done by *place*."""
    reports = tuple(reports)
    due = duties(OPINION_DAY, on, tasks, rules)
    return tuple(duty for duty in due if duty_state(duty, reports, on, place) is TaskState.OVERDUE)


def task_state(
    task: Task,
    reports: Iterable[TaskReport],
    on: date,
    rules: TaskRules = NATIONAL,
    place: str | None = None,
) -> TaskState:
    """Return the state of a task on a day.

    A periodic task is overdue if any of its duties is, otherwise open. A task without a date is
    undated until it is reported as done.
    """
    reports = tuple(reports)
    if task.deadline:
        return duty_state(next(duties_of(task, on, rules)), reports, on, place)
    if PERIODIC.intersection(task.rhythms):
        return TaskState.OVERDUE if overdue(reports, on, (task,), rules, place) else TaskState.OPEN
    return TaskState.DONE if _reported(task.id, reports, on, place) else TaskState.UNDATED


def _reported(key: str, reports: Iterable[TaskReport], on: date, place: str | None) -> list[date]:
    return [
        report.on
        for report in reports
        if report.duty == key and report.place == place and report.on <= on
    ]


def _is_key(text: str) -> bool:
    found = _KEY.fullmatch(text)
    tasks = {task.id: task for task in all_tasks()}
    if found is None or found["task"] not in tasks:
        return found is not None and _OF_A_PLACE.fullmatch(found["task"]) is not None
    rhythms = PERIODIC.intersection(tasks[found["task"]].rhythms)
    if found["month"]:
        return Rhythm.MONTHLY in rhythms
    return Rhythm.QUARTERLY in rhythms if found["quarter"] else not rhythms
