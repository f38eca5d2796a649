"""Reports of counts: whole months of one year."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.targets.circular.reports import (
    Counted,
    PeriodReport,
    covered,
    ends_month,
)
from gansu_reemployment.regions import find_region

PLACE = find_region("兰州市")


def count(since: date, until: date, number: Any = 1) -> Counted:
    """Report a count."""
    return Counted(place=PLACE, since=since, until=until, number=number)


def test_months_of_a_report() -> None:
    """A report has the numbers of its months."""
    assert [1, 2] == list(count(date(2004, 1, 1), date(2004, 2, 29)).months)


@pytest.mark.parametrize(
    ("since", "until", "paths"),
    [
        (date(2003, 1, 2), date(2003, 1, 31), ["since"]),
        (date(2003, 1, 1), date(2003, 1, 30), ["until"]),
        (date(2003, 2, 1), date(2003, 1, 31), ["until"]),
        (date(2003, 12, 1), date(2004, 1, 31), ["until"]),
        (date(2003, 1, 2), date(2004, 1, 30), ["since", "until", "until"]),
    ],
)
def test_days_that_do_not_bound_months(since: date, until: date, paths: list[str]) -> None:
    """Each wrong day is a fault."""
    with pytest.raises(InvalidFactsError) as error:
        count(since, until)

    assert paths == [fault.path for fault in error.value.faults]


@pytest.mark.parametrize("number", [-1, 1.5, None, True])
def test_a_count_is_a_whole_number(number: Any) -> None:
    """A count is a whole number of zero or more."""
    assert 0 == count(date(2003, 1, 1), date(2003, 1, 31), 0).number
    with pytest.raises(InvalidFactsError, match="number"):
        count(date(2003, 1, 1), date(2003, 1, 31), number)


def test_days_of_a_wrong_type_are_not_compared() -> None:
    """A day that is not a date is one fault, not several."""
    day: Any = 20030101

    with pytest.raises(InvalidFactsError) as error:
        count(day, date(2003, 1, 31))

    assert ["since"] == [fault.path for fault in error.value.faults]


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2003, 2, 27), False),
        (date(2003, 2, 28), True),
        (date(2004, 2, 28), False),
        (date(2003, 12, 31), True),
    ],
)
def test_ends_of_months(day: date, ends: bool) -> None:  # noqa: FBT001
    """The last day of a month is the day before the first of the next."""
    assert ends is ends_month(day)


def test_covered_needs_every_month() -> None:
    """Counts are added only if no month is missing."""
    spring = count(date(2003, 1, 1), date(2003, 2, 28), 5)
    march = count(date(2003, 3, 1), date(2003, 3, 31), 7)

    assert 12 == covered([march, spring], range(1, 4))
    assert None is covered([march], range(1, 4))
    assert 7 == covered([march, spring], range(3, 4))
    assert None is covered([march, spring], range(2, 4))


@pytest.mark.parametrize(
    ("first", "before", "number", "expected"),
    [
        (date(2003, 6, 1), 50, 7, [(1, 5, 50), (6, 6, 7)]),
        (date(2003, 6, 1), None, 7, [(6, 6, 7)]),
        (date(2003, 6, 1), 50, None, [(1, 5, 50)]),
        (date(2003, 1, 1), 50, 7, [(1, 6, 7)]),
    ],
)
def test_line_of_a_return(
    first: date, before: int | None, number: int | None, expected: list[tuple[int, int, int]]
) -> None:
    """A line has the counts before and in the period; before January there is nothing."""
    line = PeriodReport(place=PLACE, target=100, before=before, number=number)
    counts = list(line.counted(first, date(2003, 6, 30)))
    assert expected == [(c.since.month, c.until.month, c.number) for c in counts]
