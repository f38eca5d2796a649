"""Working days (工作日) of 2003 to 2005, as the State Council's yearly notices set them.

The notices are tabulated in ``holidays_2003_2005.csv``; a :class:`WorkingCalendar` replaces that
table. A rule of recurrence of dateutil would skip a year without a table, which is an error here.

>>> working_days_after(date(2003, 4, 30), 1)
datetime.date(2003, 5, 6)
"""

from datetime import date
from functools import cache
from pathlib import Path

from attrs import frozen

from gansu_reemployment.dates import ONE_DAY, need_plain
from gansu_reemployment.errors import DateError, RuleNotInForceError
from gansu_reemployment.i18n import _


@frozen(kw_only=True)
class WorkingCalendar:
    """Exceptions to the working week (工作日) of Monday to Friday, in the *years* covered.

    *off* are days of rest, *worked* are worked Saturdays and Sundays. A day may be listed in
    either even if the week implies the same.

    Raises:
        DateError: a day is both off and worked, or lies outside the years.
    """

    years: frozenset[int]
    off: frozenset[date]
    worked: frozenset[date]

    def __attrs_post_init__(self) -> None:
        outside = {day for day in self.off | self.worked if day.year not in self.years}
        if wrong := (self.off & self.worked) | outside:
            raise DateError(
                _("These days are both off and worked, or outside the years: {days}."),
                days=frozenset(wrong),
            )


@cache
def national_2003_2005() -> WorkingCalendar:
    """Load the national working days of 2003, 2004 and 2005 (全国节假日安排).

    Source: the State Council's notices; ``law/holidays_2003_2005.csv`` names the notice of each
    day. Under the change of 21 April 2003, 26 and 27 April 2003 were days off and 6 and 7 May were
    worked.
    """
    import csv  # noqa: PLC0415 - loaded with the table, not with the package

    path = Path(__file__).parent / "holidays_2003_2005.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row["day"]), row["kind"]) for row in csv.DictReader(file)]
    return WorkingCalendar(
        years=frozenset(day.year for day, _kind in rows),
        off=frozenset(day for day, kind in rows if kind == "off"),
        worked=frozenset(day for day, kind in rows if kind == "worked"),
    )


def is_working_day(day: date, calendar: WorkingCalendar | None = None) -> bool:
    """Return whether a day is worked (工作日), by the national table or by *calendar*.

    Raises:
        RuleNotInForceError: the table does not cover the year.
        DateError: *day* is not a plain date.
    """
    need_plain(day)
    calendar = calendar or national_2003_2005()
    if day.year not in calendar.years:
        raise RuleNotInForceError(
            _("Working days are known for {years} only, not for {day}."),
            path="working_days",
            day=day,
            years=tuple(sorted(calendar.years)),
        )
    return day in calendar.worked or (day.weekday() < 5 and day not in calendar.off)


def working_days_after(day: date, n: int, calendar: WorkingCalendar | None = None) -> date:
    """Find the *n*-th working day after a day; the day itself is not counted (n个工作日内).

    Raises:
        RuleNotInForceError: the count leaves the years that the table covers.
        DateError: *n* is negative, or *day* is not a plain date.
    """
    need_plain(day)
    if n < 0:
        raise DateError(_("Working days are counted forward only, not {days}."), days=n)
    while n > 0:
        day += ONE_DAY
        n -= is_working_day(day, calendar)
    return day


def next_working_day(day: date, calendar: WorkingCalendar | None = None) -> date:
    """Find the first working day on or after a day (遇节假日顺延).

    Raises:
        RuleNotInForceError: the search leaves the years that the table covers.
        DateError: *day* is not a plain date.
    """
    while not is_working_day(day, calendar):
        day += ONE_DAY
    return day
