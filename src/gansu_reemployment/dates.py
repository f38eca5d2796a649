"""Days, months and ages as the policy counts them (日期、周岁、期限).

Full years of age, terms in months, days counted as banks do, quarters and settlement days, and
dates as registers write them. Every function is pure and takes :class:`datetime.date`; a value
with a time of day is rejected.

>>> full_years(date(1963, 7, 1), date(2003, 6, 30))
39
>>> age_day(date(1963, 7, 1), 40)
datetime.date(2003, 7, 1)
>>> term_end(date(2003, 7, 1), 24)
datetime.date(2005, 6, 30)
>>> read_date("1963年7月1日")
datetime.date(1963, 7, 1)
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

from gansu_reemployment.errors import DateError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity.masking import masked

#: The distance of two days that follow one another.
ONE_DAY: Final = timedelta(days=1)
#: The last day of the month that each month has.
_IN_EVERY_MONTH: Final = 28
#: The day of the month on which banks settle interest (结息日): 银发[1999]77号, 第二十条.
SETTLEMENT_DAY: Final = 20


def need_plain(*days: object) -> None:
    """Reject values that are not plain dates (日期): texts, numbers, days with a time.

    Raises:
        DateError: a value is not a plain date.
    """
    for day in days:
        if isinstance(day, datetime):
            text = _("A plain date is needed, not {kind}; omit the time of day.")
            raise DateError(text, kind=type(day).__name__)
        if not isinstance(day, date):
            text = _("A plain date is needed, such as date(2003, 7, 1), not {value!r}.")
            raise DateError(text, value=masked(day))


def month_number(day: date) -> int:
    """Return the number of a day's month, so that months can be counted (月份序号)."""
    return day.year * 12 + day.month


# Age ------------------------------------------------------------------------------------


def full_years(born_on: date, on: date) -> int:
    """Count the full years of age (周岁) on a day; negative before birth.

    The birthday counts. A person born on 29 February turns a year older on 1 March of a common
    year. No document settles this: the reading is assumed.

    Raises:
        DateError: a value is not a plain date.
    """
    need_plain(born_on, on)
    return (_yyyymmdd(on) - _yyyymmdd(born_on)) // 10_000


def age_day(born_on: date, years: int) -> date:
    """Find the first day on which a person born on *born_on* has *years* full years (满周岁之日).

    Raises:
        DateError: a value is not a plain date, or the day lies outside the calendar.
    """
    need_plain(born_on)
    day = _moved(born_on, 12 * years)
    return day if day.day == born_on.day else day + ONE_DAY


def cutoff(on: date, years: int) -> date:
    """Find the latest birth date of persons with *years* full years on a day (出生截止日).

    ``born_on <= cutoff(on, years)`` is equivalent to ``full_years(born_on, on) >= years``.

    Raises:
        DateError: a value is not a plain date, or the day lies outside the calendar.
    """
    need_plain(on)
    return _moved(on, -12 * years)


# Months and days ------------------------------------------------------------------------


def add_months(start: date, months: int) -> date:
    """Move a day by whole months, forward or back (对月对日).

    If the month has no such day, its last day is taken. Month k is counted from the
    start, never from month k - 1: two months after 31 January is 31 March.

    Raises:
        DateError: *start* is not a plain date, or the result lies outside the calendar.
    """
    need_plain(start)
    return _moved(start, months)


def term_end(start: date, months: int) -> date:
    """Find the last day of a term (期限届满日): the day before the anniversary.

    No document settles this: the reading is assumed.

    Raises:
        DateError: the term has no month, or its end lies outside the calendar.
    """
    if months < 1:
        raise DateError(_("A term has at least one month, not {months}."), months=months)
    return add_months(start, months) - ONE_DAY


def days_between(first: date, until: date) -> int:
    """Count the days of a period, including the first day but not the last (算头不算尾).

    Raises:
        DateError: *until* is before *first*, or a value is not a plain date.
    """
    _need_order(first, until)
    return (until - first).days


def whole_months_and_days(start: date, end: date) -> tuple[int, int]:
    """Split a period into whole months and odd days, without the last day (整月和零头天数).

    Raises:
        DateError: *end* is before *start*, or a value is not a plain date.
    """
    _need_order(start, end)
    between = relativedelta(end, start)
    return between.years * 12 + between.months, between.days


def quarter(day: date) -> tuple[int, int]:
    """Return the year and the quarter, 1 to 4, of a day (季度)."""
    need_plain(day)
    return day.year, (day.month + 2) // 3


def quarter_start(day: date) -> date:
    """Find the first day of the quarter of a day (季初)."""
    year, number = quarter(day)
    return date(year, 3 * number - 2, 1)


def quarter_end(day: date) -> date:
    """Find the last day of the quarter of a day (季末)."""
    year, number = quarter(day)
    return date(year, 3 * number, 1) + relativedelta(day=31)


def year_end(day: date) -> date:
    """Find the last day of the year of a day (年末)."""
    need_plain(day)
    return date(day.year, 12, 31)


def settlement_days(start: date, end: date, every: Literal[1, 3] = 3) -> tuple[date, ...]:
    """List the settlement days (结息日) from *start* to *end*, both included.

    They are the 20th of each month, or with *every* 3 the 20th of each quarter's last month.

    Raises:
        DateError: *end* is before *start*, a value is not a plain date, or *every* is neither
            1 nor 3.
    """
    _need_order(start, end)
    if every not in (1, 3):
        raise DateError(_("Interest is settled every 1 or 3 months, not {every}."), every=every)
    months = range(start.year * 12 + start.month, end.year * 12 + end.month + 1)
    # The rule of recurrence of dateutil takes 25 times as long, and every loan asks for it.
    due = [month - 1 for month in months if month % every == 0]
    days = (date(month // 12, month % 12 + 1, SETTLEMENT_DAY) for month in due)
    return tuple(day for day in days if start <= day <= end)


# Reading --------------------------------------------------------------------------------

_WRITTEN: Final = re.compile(
    r"([0-9]{4})(?:([-./])([0-9]{1,2})\2([0-9]{1,2})"
    r"|年([0-9]{1,2})月([0-9]{1,2})日"
    r"|([0-9]{2})([0-9]{2}))"
)
_SHORT_YEAR: Final = re.compile(r"[0-9]{2}(?:[-./年].*|[0-9]{4})")
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
#: Day 0 of the 1900 system, one day earlier because that system has a 29 February 1900.
_EXCEL_ZERO: Final = date(1899, 12, 30)
_EXCEL_DAYS: Final = (date(1900, 3, 1), date(2100, 12, 31))


def read_date(text: str) -> date:
    """Read a date as registers write it.

    Accepts 1963-03-01, 1963.3.1, 1963/3/1, 1963年3月1日 and 19630301, also in full-width
    characters. A two-digit year is never guessed.

    Raises:
        DateError: *text* is none of these, or the calendar has no such day.
    """
    if not isinstance(text, str):
        raise DateError(_("A date is read from text, not from {kind}."), kind=type(text).__name__)
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    written = text.strip().translate(_HALF_WIDTH)
    if (found := _WRITTEN.fullmatch(written)) is None:
        raise _unreadable(written)
    year, month, day = (int(part) for part in found.groups() if part and part.isdigit())
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(_("The calendar has no day {written}."), written=written) from None


def from_excel_serial(serial: int) -> date:
    """Read a spreadsheet's serial number of the 1900 date system (Excel 日期序列值).

    Raises:
        DateError: *serial* is not a whole number or not within 1900-03-01 to 2100-12-31.
    """
    if not isinstance(serial, int) or isinstance(serial, bool):
        raise DateError(
            _("A serial number is a whole number, not {kind}."), kind=type(serial).__name__
        )
    first, last = _EXCEL_DAYS
    if not (first - _EXCEL_ZERO).days <= serial <= (last - _EXCEL_ZERO).days:
        raise DateError(
            _("Serial number {serial} is not a day from {first} to {last}."),
            serial=serial,
            first=first,
            last=last,
        )
    return _EXCEL_ZERO + timedelta(days=serial)


def _unreadable(text: str) -> DateError:
    # A longer text may be an identity number in the wrong column, so it is not shown.
    shown = text if len(text) <= len("1963年12月31日") else f"{text[:4]}…"
    if _SHORT_YEAR.fullmatch(text):
        return DateError(_("{written} has a two-digit year; write all four digits."), written=shown)
    return DateError(
        _("{written} is not a date; write it as 1963-03-01 or 1963年3月1日."), written=shown
    )


# Helpers --------------------------------------------------------------------------------


def _yyyymmdd(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _moved(day: date, months: int) -> date:
    year, before = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise DateError(_("The calendar has no year {year}."), year=year)
    # A relativedelta takes five times as long, and every loan and age asks for it.
    last = monthrange(year, before + 1)[1] if day.day > _IN_EVERY_MONTH else day.day
    return date(year, before + 1, min(day.day, last))


def _need_order(first: date, last: date) -> None:
    need_plain(first, last)
    if last < first:
        raise DateError(_("{last} is before {first}."), last=last, first=first)
