"""The state of tasks on a day, given reports."""

from datetime import date

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.targets.tasks.state import (
    TaskReport,
    TaskState,
    duty_state,
    overdue,
    task_state,
)
from gansu_reemployment.measures.targets.tasks.table import Tasks, all_tasks
from gansu_reemployment.measures.targets.tasks.tasks import duties_of

TASKS = all_tasks()
RULES_DUE = next(duties_of(TASKS.find("T14"), date(2003, 6, 30)))
LANZHOU, TIANSHUI = "620100", "620500"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2003, 6, 29), TaskState.OPEN),
        (date(2003, 6, 30), TaskState.OPEN),
        (date(2003, 7, 1), TaskState.OVERDUE),
    ],
)
def test_a_duty_is_overdue_from_the_day_after(on: date, expected: TaskState) -> None:
    """Without a report a duty is open on its day and overdue the next day."""
    assert expected is duty_state(RULES_DUE, [], on)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (date(2003, 6, 30), TaskState.DONE),
        (date(2003, 7, 1), TaskState.LATE),
    ],
)
def test_a_report_on_the_day_is_in_time(reported: date, expected: TaskState) -> None:
    """A report on the due day is in time, and late on the next day."""
    assert expected is duty_state(
        RULES_DUE, [TaskReport(duty="T14", on=reported)], date(2003, 8, 1)
    )


def test_the_first_report_counts() -> None:
    """A second report does not make a duty late."""
    reports = [
        TaskReport(duty="T14", on=date(2003, 7, 5)),
        TaskReport(duty="T14", on=date(2003, 6, 20)),
    ]

    assert TaskState.DONE is duty_state(RULES_DUE, reports, date(2003, 8, 1))


def test_a_later_report_is_not_known_yet() -> None:
    """A report after the day does not count on the day."""
    report = TaskReport(duty="T14", on=date(2003, 7, 2))

    assert TaskState.OVERDUE is duty_state(RULES_DUE, [report], date(2003, 7, 1))
    assert TaskState.LATE is duty_state(RULES_DUE, [report], date(2003, 7, 2))


def test_each_place_reports_for_itself() -> None:
    """The report of one prefecture does not count for another."""
    reports = [TaskReport(duty="T14", on=date(2003, 6, 20), place=LANZHOU)]
    day = date(2003, 7, 1)

    assert TaskState.DONE is duty_state(RULES_DUE, reports, day, LANZHOU)
    assert TaskState.OVERDUE is duty_state(RULES_DUE, reports, day, TIANSHUI)
    assert TaskState.OVERDUE is duty_state(RULES_DUE, reports, day)


def test_overdue_lists_what_is_missing() -> None:
    """The duties without a report are listed, month by month."""
    task = Tasks((TASKS.find("T65"),))
    reports = [TaskReport(duty="T65@2003-07", on=date(2003, 7, 31))]

    assert ["T65@2003-06", "T65@2003-08"] == [
        duty.key for duty in overdue(reports, date(2003, 9, 2), task)
    ]
    assert ["T65@2003-06"] == [duty.key for duty in overdue(reports, date(2003, 9, 1), task)]


def test_a_monthly_report_does_not_count_for_the_quarter() -> None:
    """T04 falls due for the month and for the quarter."""
    reports = [TaskReport(duty="T04@2003-06", on=date(2003, 6, 30))]
    task = [TASKS.find("T04")]

    assert () == tuple(overdue(iter(reports), date(2003, 7, 7), task))
    found = overdue(iter(reports), date(2003, 7, 8), task)
    assert ["T04@2003Q2"] == [duty.key for duty in found]


@pytest.mark.parametrize(
    ("task", "reported", "expected"),
    [
        ("T14", None, TaskState.OVERDUE),
        ("T14", "T14", TaskState.DONE),
        ("T16", None, TaskState.OPEN),
        ("G1", None, TaskState.OPEN),
        ("T65", None, TaskState.OVERDUE),
        ("T65", "T65@2003-06", TaskState.OPEN),
        ("T06", None, TaskState.UNDATED),
        ("T06", "T06", TaskState.DONE),
        ("T02", None, TaskState.UNDATED),
    ],
)
def test_states_of_tasks(task: str, reported: str | None, expected: TaskState) -> None:
    """The state of each kind of task on 1 July 2003."""
    reports = [TaskReport(duty=reported, on=date(2003, 6, 30))] if reported else []

    assert expected is task_state(TASKS.find(task), reports, date(2003, 7, 1))


@pytest.mark.parametrize("key", ["T14", "T06", "T65@2003-06", "T66@2003Q2", "T04@2003Q4", "G1"])
def test_keys_that_are_duties(key: str) -> None:
    """A report names a task, with the month or quarter of a periodic one."""
    assert key == TaskReport(duty=key, on=date(2003, 7, 1)).duty


@pytest.mark.parametrize(
    "key",
    [
        "T99",
        "T14@2003-06",
        "T65",
        "T65@2003Q2",
        "T66@2003-06",
        "T65@2003-13",
        "T66@2003Q5",
        "T65@2003-6",
        "",
    ],
)
def test_keys_that_are_not_duties(key: str) -> None:
    """An unknown task or a period that the task does not have is rejected."""
    with pytest.raises(InvalidFactsError, match="duty: "):
        TaskReport(duty=key, on=date(2003, 7, 1))
