"""How tasks stand on a day, given reports."""

from datetime import date

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.targets.tasks.state import (
    Report,
    State,
    overdue,
    state,
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
        (date(2003, 6, 29), State.OPEN),
        (date(2003, 6, 30), State.OPEN),
        (date(2003, 7, 1), State.OVERDUE),
    ],
)
def test_a_duty_is_overdue_from_the_day_after(on: date, expected: State) -> None:
    """Without a report a duty is open up to its day and overdue from the next."""
    assert expected is state(RULES_DUE, [], on)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (date(2003, 6, 30), State.DONE),
        (date(2003, 7, 1), State.LATE),
    ],
)
def test_a_report_on_the_day_is_in_time(reported: date, expected: State) -> None:
    """A report on the day it is due is in time, one on the next day is late."""
    assert expected is state(RULES_DUE, [Report(duty="T14", on=reported)], date(2003, 8, 1))


def test_the_first_report_counts() -> None:
    """A second report does not make a duty late."""
    reports = [Report(duty="T14", on=date(2003, 7, 5)), Report(duty="T14", on=date(2003, 6, 20))]

    assert State.DONE is state(RULES_DUE, reports, date(2003, 8, 1))


def test_a_later_report_is_not_known_yet() -> None:
    """What is reported after the day does not count on the day."""
    report = Report(duty="T14", on=date(2003, 7, 2))

    assert State.OVERDUE is state(RULES_DUE, [report], date(2003, 7, 1))
    assert State.LATE is state(RULES_DUE, [report], date(2003, 7, 2))


def test_each_place_stands_for_itself() -> None:
    """The report of one prefecture does not speak for another."""
    reports = [Report(duty="T14", on=date(2003, 6, 20), place=LANZHOU)]
    day = date(2003, 7, 1)

    assert State.DONE is state(RULES_DUE, reports, day, LANZHOU)
    assert State.OVERDUE is state(RULES_DUE, reports, day, TIANSHUI)
    assert State.OVERDUE is state(RULES_DUE, reports, day)


def test_overdue_lists_what_is_missing() -> None:
    """The duties without a report are listed, month by month."""
    task = Tasks((TASKS.find("T65"),))
    reports = [Report(duty="T65@2003-07", on=date(2003, 7, 31))]

    assert ["T65@2003-06", "T65@2003-08"] == [
        duty.key for duty in overdue(reports, date(2003, 9, 2), task)
    ]
    assert ["T65@2003-06"] == [duty.key for duty in overdue(reports, date(2003, 9, 1), task)]


def test_a_monthly_report_does_not_answer_the_quarter() -> None:
    """T04 is owed for the month and for the quarter."""
    reports = [Report(duty="T04@2003-06", on=date(2003, 6, 30))]

    found = overdue(iter(reports), date(2003, 7, 1), [TASKS.find("T04")])
    assert ["T04@2003Q2"] == [duty.key for duty in found]


@pytest.mark.parametrize(
    ("task", "reported", "expected"),
    [
        ("T14", None, State.OVERDUE),
        ("T14", "T14", State.DONE),
        ("T16", None, State.OPEN),
        ("G1", None, State.OPEN),
        ("T65", None, State.OVERDUE),
        ("T65", "T65@2003-06", State.OPEN),
        ("T06", None, State.UNDATED),
        ("T06", "T06", State.DONE),
        ("T02", None, State.UNDATED),
    ],
)
def test_states_of_tasks(task: str, reported: str | None, expected: State) -> None:
    """On 1 July 2003 each kind of task stands as its dates and reports say."""
    reports = [Report(duty=reported, on=date(2003, 6, 30))] if reported else []

    assert expected is task_state(TASKS.find(task), reports, date(2003, 7, 1))


@pytest.mark.parametrize("key", ["T14", "T06", "T65@2003-06", "T66@2003Q2", "T04@2003Q4", "G1"])
def test_keys_that_are_duties(key: str) -> None:
    """A report names a task, with the month or quarter where it falls due again."""
    assert key == Report(duty=key, on=date(2003, 7, 1)).duty


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
def test_keys_that_are_none(key: str) -> None:
    """A wrong task, or a period that the task does not have, is refused."""
    with pytest.raises(InvalidFactsError, match="duty"):
        Report(duty=key, on=date(2003, 7, 1))
