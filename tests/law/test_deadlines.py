"""Deadlines in days and in working days."""

from datetime import date

import pytest

from gansu_reemployment.errors import InvalidFactsError, RuleNotInForceError
from gansu_reemployment.law.deadlines import Deadline


def test_calendar_days() -> None:
    """Days are counted from the day after."""
    assert date(2003, 8, 5) == Deadline(21).after(date(2003, 7, 15))


def test_working_days() -> None:
    """Working days pass over days of rest."""
    assert date(2003, 5, 6) == Deadline(1, working=True).after(date(2003, 4, 30))


def test_unknown_working_days() -> None:
    """The working days of another year are not guessed."""
    with pytest.raises(RuleNotInForceError):
        Deadline(1, working=True).after(date(2008, 1, 1))


@pytest.mark.parametrize("days", [-1, 0])
def test_at_least_one_day(days: int) -> None:
    """Within no days, or fewer, nothing can be done."""
    with pytest.raises(InvalidFactsError, match="days: must be above zero"):
        Deadline(days)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [(Deadline(21), "21 days"), (Deadline(4, working=True), "4 working days")],
)
def test_shown(deadline: Deadline, expected: str) -> None:
    """A deadline says its kind of days."""
    assert expected == deadline.show("en")
