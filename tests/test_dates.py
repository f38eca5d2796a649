"""Days, months, ages, register dates and working days."""

import csv
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import chinese_calendar
import holidays
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from gansu_reemployment import dates
from gansu_reemployment.dates import (
    add_months,
    age_day,
    cutoff,
    days_between,
    from_excel_serial,
    full_years,
    quarter,
    quarter_end,
    quarter_start,
    read_date,
    settlement_days,
    term_end,
    whole_months_and_days,
    year_end,
)
from gansu_reemployment.errors import DateError, RuleNotInForceError
from gansu_reemployment.law.working_days import (
    WorkingCalendar,
    is_working_day,
    national_2003_2005,
    next_working_day,
    working_days_after,
)

DAY = timedelta(days=1)
ANY_DAY = st.dates()
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
# Days about the end of February, where years and months have their corners.
CORNERS = st.builds(
    lambda year, shift: date(year, 2, 27) + timedelta(days=shift),
    st.integers(1900, 2100),
    st.integers(0, 4),
)
EITHER = DAYS | CORNERS
YEARS_2003_2005 = [date(2003, 1, 1) + n * DAY for n in range(365 + 366 + 365)]
TABLE = Path(dates.__file__).parent / "law" / "holidays_2003_2005.csv"


def rows() -> list[dict[str, str]]:
    """Read the table of working days as it stands in the file."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# Age ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born_on", "on", "years"),
    [
        (date(1963, 7, 1), date(2003, 6, 30), 39),
        (date(1963, 7, 1), date(2003, 7, 1), 40),
        (date(1963, 7, 1), date(2003, 7, 2), 40),
        (date(1960, 2, 29), date(2003, 2, 28), 42),
        (date(1960, 2, 29), date(2003, 3, 1), 43),
        (date(1960, 2, 29), date(2004, 2, 28), 43),
        (date(1960, 2, 29), date(2004, 2, 29), 44),
        (date(2003, 7, 1), date(2003, 7, 1), 0),
        (date(2003, 7, 2), date(2003, 7, 1), -1),
    ],
)
def test_full_years(born_on: date, on: date, years: int) -> None:
    """The birthday counts, and 29 February passes to 1 March of a common year."""
    assert years == full_years(born_on, on)


@pytest.mark.parametrize(
    ("born_on", "years", "day"),
    [
        (date(1963, 7, 1), 40, date(2003, 7, 1)),
        (date(1960, 2, 29), 43, date(2003, 3, 1)),
        (date(1960, 2, 29), 44, date(2004, 2, 29)),
        (date(1960, 2, 28), 43, date(2003, 2, 28)),
    ],
)
def test_age_day(born_on: date, years: int, day: date) -> None:
    """An age is reached on the birthday."""
    assert day == age_day(born_on, years)


@pytest.mark.parametrize(
    ("on", "years", "day"),
    [
        (date(2003, 7, 1), 40, date(1963, 7, 1)),
        (date(2003, 2, 28), 43, date(1960, 2, 28)),
        (date(2003, 3, 1), 43, date(1960, 3, 1)),
        (date(2004, 2, 29), 44, date(1960, 2, 29)),
        (date(2004, 2, 29), 41, date(1963, 2, 28)),
    ],
)
def test_cutoff(on: date, years: int, day: date) -> None:
    """The latest birth date of an age lies that many years back, within its month."""
    assert day == cutoff(on, years)


@given(EITHER, EITHER, st.integers(0, 120))
def test_cutoff_says_the_same_as_full_years(born_on: date, on: date, years: int) -> None:
    """Comparing with the cut-off day is comparing full years."""
    assert (full_years(born_on, on) >= years) == (born_on <= cutoff(on, years))


@given(EITHER, st.integers(0, 120), st.integers(-1, 1))
def test_cutoff_is_sharp(on: date, years: int, shift: int) -> None:
    """The equivalence holds at the cut-off day and on both its neighbours."""
    born_on = cutoff(on, years) + shift * DAY

    assert (shift <= 0) == (full_years(born_on, on) >= years)


def test_cutoff_over_whole_years() -> None:
    """The equivalence holds for every birth date of five years on every day of five years."""
    births = [date(1958, 12, 31) + n * DAY for n in range(5 * 365)]
    days = [date(2003, 1, 1) + n * DAY for n in range(0, 5 * 365, 7)] + [
        date(year, 2, 28) + n * DAY for year in range(2003, 2009) for n in range(3)
    ]

    wrong = [
        (born_on, on)
        for on in days
        for latest in [cutoff(on, 45)]
        for born_on in births
        if (full_years(born_on, on) >= 45) != (born_on <= latest)
    ]

    assert [] == wrong


@given(EITHER, st.integers(0, 120))
def test_age_day_is_the_first(born_on: date, years: int) -> None:
    """The day before an age is reached is a year short of it."""
    day = age_day(born_on, years)

    assert (years - 1, years) == (full_years(born_on, day - DAY), full_years(born_on, day))


# Months and days ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2003, 1, 31), 1, date(2003, 2, 28)),
        (date(2003, 1, 31), 2, date(2003, 3, 31)),
        (date(2003, 1, 31), 13, date(2004, 2, 29)),
        (date(2003, 1, 31), 0, date(2003, 1, 31)),
        (date(2003, 3, 31), -1, date(2003, 2, 28)),
        (date(2003, 1, 15), -13, date(2001, 12, 15)),
        (date(2003, 12, 1), 1, date(2004, 1, 1)),
        (date(2004, 2, 29), 12, date(2005, 2, 28)),
    ],
)
def test_add_months(start: date, months: int, day: date) -> None:
    """Months are counted from the start, and end with their month."""
    assert day == add_months(start, months)


@given(EITHER, st.integers(-2000, 2000))
def test_add_months_as_dateutil_does(start: date, months: int) -> None:
    """Another library moves by months to the same day."""
    assert start + relativedelta(months=months) == add_months(start, months)


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2003, 7, 1), 24, date(2005, 6, 30)),
        (date(2003, 7, 15), 1, date(2003, 8, 14)),
        (date(2003, 1, 31), 1, date(2003, 2, 27)),
        (date(2004, 2, 29), 12, date(2005, 2, 27)),
    ],
)
def test_term_end(start: date, months: int, day: date) -> None:
    """A term ends the day before its anniversary."""
    assert day == term_end(start, months)


def test_term_needs_a_month() -> None:
    """A term of no months is refused; one of one month is not."""
    assert date(2003, 7, 31) == term_end(date(2003, 7, 1), 1)
    with pytest.raises(DateError, match="at least one month, not 0"):
        term_end(date(2003, 7, 1), 0)


@pytest.mark.parametrize(
    ("until", "days"),
    [(date(2003, 7, 1), 0), (date(2003, 7, 2), 1), (date(2004, 7, 1), 366)],
)
def test_days_between(until: date, days: int) -> None:
    """The first day counts and the last does not."""
    assert days == days_between(date(2003, 7, 1), until)


@pytest.mark.parametrize("count", [days_between, whole_months_and_days, settlement_days])
def test_a_period_runs_forward(count: Callable[[date, date], object]) -> None:
    """A period that ends before it begins is refused, naming both days."""
    with pytest.raises(DateError, match="2003-06-30 is before 2003-07-01"):
        count(date(2003, 7, 1), date(2003, 6, 30))


@pytest.mark.parametrize(
    ("start", "end", "split"),
    [
        (date(2003, 7, 1), date(2003, 7, 1), (0, 0)),
        (date(2003, 7, 15), date(2003, 8, 14), (0, 30)),
        (date(2003, 7, 15), date(2003, 8, 15), (1, 0)),
        (date(2003, 7, 15), date(2003, 8, 16), (1, 1)),
        (date(2003, 1, 31), date(2003, 2, 28), (1, 0)),
        (date(2003, 1, 31), date(2003, 3, 30), (1, 30)),
        (date(2003, 7, 15), date(2005, 1, 1), (17, 17)),
    ],
)
def test_whole_months_and_days(start: date, end: date, split: tuple[int, int]) -> None:
    """A period is split into whole months from its start and the days left."""
    assert split == whole_months_and_days(start, end)


@given(EITHER, EITHER)
def test_whole_months_and_days_add_up(one: date, other: date) -> None:
    """Months and days laid end to end give the period, and one month more is too much."""
    start, end = sorted([one, other])

    months, days = whole_months_and_days(start, end)

    assert end == add_months(start, months) + timedelta(days=days)
    assert end < add_months(start, months + 1)


@pytest.mark.parametrize(
    ("day", "number", "first", "last"),
    [
        (date(2003, 1, 1), (2003, 1), date(2003, 1, 1), date(2003, 3, 31)),
        (date(2003, 3, 31), (2003, 1), date(2003, 1, 1), date(2003, 3, 31)),
        (date(2003, 4, 1), (2003, 2), date(2003, 4, 1), date(2003, 6, 30)),
        (date(2003, 9, 30), (2003, 3), date(2003, 7, 1), date(2003, 9, 30)),
        (date(2003, 12, 31), (2003, 4), date(2003, 10, 1), date(2003, 12, 31)),
    ],
)
def test_quarter(day: date, number: tuple[int, int], first: date, last: date) -> None:
    """A day lies in its quarter of three calendar months."""
    assert (number, first, last) == (quarter(day), quarter_start(day), quarter_end(day))


def test_year_end() -> None:
    """A year ends on 31 December, on its first day as on its last."""
    expected = [date(2003, 12, 31)] * 2

    assert expected == [year_end(date(2003, 1, 1)), year_end(date(2003, 12, 31))]


@pytest.mark.parametrize(
    ("start", "end", "every", "days"),
    [
        (date(2003, 7, 21), date(2003, 9, 19), 3, ()),
        (date(2003, 7, 21), date(2003, 9, 20), 3, (date(2003, 9, 20),)),
        (date(2003, 9, 20), date(2003, 12, 19), 3, (date(2003, 9, 20),)),
        (date(2003, 9, 21), date(2003, 12, 19), 3, ()),
        (date(2003, 12, 1), date(2004, 3, 31), 3, (date(2003, 12, 20), date(2004, 3, 20))),
        (date(2003, 11, 20), date(2003, 12, 20), 1, (date(2003, 11, 20), date(2003, 12, 20))),
        (date(2003, 11, 21), date(2004, 1, 19), 1, (date(2003, 12, 20),)),
    ],
)
def test_settlement_days(
    start: date, end: date, every: Literal[1, 3], days: tuple[date, ...]
) -> None:
    """Both ends of the range count, by the month and by the quarter, over the year's end."""
    assert days == settlement_days(start, end, every)


def test_settlement_rhythm() -> None:
    """Interest is settled by the month or by the quarter, in no other rhythm."""
    with pytest.raises(DateError, match="every 1 or 3 months, not 2"):
        settlement_days(date(2003, 7, 1), date(2003, 12, 31), 2)  # type: ignore[arg-type]


@given(DAYS, st.integers(0, 4000))
def test_settlement_days_by_looking_at_each_day(start: date, length: int) -> None:
    """Going through the days one by one finds the same settlement days."""
    days = [start + n * DAY for n in range(length)]
    end = start + (length - 1) * DAY if length else start
    monthly = tuple(day for day in days or [start] if day.day == 20)

    assert monthly == settlement_days(start, end, 1)
    assert tuple(d for d in monthly if d.month in (3, 6, 9, 12)) == settlement_days(start, end, 3)


@pytest.mark.parametrize(
    "call",
    [
        lambda: add_months(date(9999, 12, 1), 1),
        lambda: add_months(date(1, 1, 1), -1),
        lambda: age_day(date(1963, 7, 1), 9000),
        lambda: cutoff(date(2003, 7, 1), 2003),
    ],
)
def test_outside_the_calendar(call: Callable[[], date]) -> None:
    """A result before the year 1 or after the year 9999 is refused."""
    with pytest.raises(DateError, match="The calendar has no year"):
        call()


@pytest.mark.parametrize("wrong", [datetime(2003, 7, 1), "2003-07-01", 20030701, None])  # noqa: DTZ001
@pytest.mark.parametrize(
    "call",
    [
        lambda day: full_years(day, date(2003, 7, 1)),
        lambda day: full_years(date(1963, 7, 1), day),
        lambda day: age_day(day, 40),
        lambda day: cutoff(day, 40),
        lambda day: add_months(day, 1),
        lambda day: term_end(day, 1),
        lambda day: days_between(day, day),
        lambda day: whole_months_and_days(day, day),
        lambda day: settlement_days(day, day),
        quarter,
        quarter_start,
        quarter_end,
        year_end,
        is_working_day,
        next_working_day,
        lambda day: working_days_after(day, 0),
    ],
)
def test_only_plain_dates(call: Callable[[Any], object], wrong: object) -> None:
    """A datetime, text, a number and nothing are refused wherever a date is meant."""
    named = "datetime; omit the time of day" if isinstance(wrong, datetime) else f"'{wrong}'"
    with pytest.raises(DateError, match=f"^A plain date is needed.* not {named}"):
        call(wrong)


# Reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1963-03-01",
        "1963-3-1",
        "1963.3.1",
        "1963.03.01",
        "1963/3/1",
        "1963年3月1日",
        "1963年03月01日",
        "19630301",
        "１９６３年３月１日",
        "１９６３０３０１",
        "１９６３．３．１",
        "１９６３／３／１",
        " 1963-03-01　",
    ],
)
def test_read_date(text: str) -> None:
    """The ways in which registers write a date are read."""
    assert date(1963, 3, 1) == read_date(text)


@given(ANY_DAY)
def test_read_date_reads_every_day(day: date) -> None:
    """Every day of the calendar comes back from each way of writing it."""
    written = [
        day.isoformat(),
        f"{day.year:04}.{day.month}.{day.day}",
        f"{day.year:04}/{day.month}/{day.day}",
        f"{day.year:04}年{day.month}月{day.day}日",
        day.isoformat().replace("-", ""),
    ]

    assert [day] * 5 == [read_date(text) for text in written]


@pytest.mark.parametrize("text", ["63-03-01", "63.3.1", "03/02/09", "63年3月1日", "630301"])
def test_two_digit_years_are_not_guessed(text: str) -> None:
    """A year of two digits is refused, saying what is missing."""
    with pytest.raises(DateError, match="two-digit year; write all four digits"):
        read_date(text)


@pytest.mark.parametrize(
    "text", ["1963-02-29", "1963.13.1", "1963/4/31", "1900年2月29日", "00000101", "19630100"]
)
def test_impossible_dates(text: str) -> None:
    """A day that the calendar lacks is refused by name."""
    with pytest.raises(DateError, match=f"The calendar has no day {text}"):
        read_date(text)


@pytest.mark.parametrize(
    "text", ["", "1963", "1963-03", "1963-03.01", "1963年3月", "1963-3-1日", "1963-03-001", "三月"]
)
def test_unreadable_dates(text: str) -> None:
    """Anything else is refused, showing how a date is written."""
    with pytest.raises(DateError, match="is not a date; write it as 1963-03-01"):
        read_date(text)


@pytest.mark.parametrize("value", [19630301, 19630301.0, None, date(1963, 3, 1)])
def test_dates_are_read_from_text(value: object) -> None:
    """A number is not taken for a date."""
    with pytest.raises(DateError, match=f"not from {type(value).__name__}"):
        read_date(value)  # type: ignore[arg-type]


def test_a_long_text_is_not_shown() -> None:
    """An identity number in the column of dates does not come out in the error."""
    with pytest.raises(DateError) as caught:
        read_date("620502196307011234")

    assert str(caught.value).startswith("6205… is not a date")


def test_date_error_is_a_value_error() -> None:
    """A stranger catches a wrong date as a ValueError."""
    assert issubclass(DateError, ValueError)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (61, date(1900, 3, 1)),
        (23071, date(1963, 3, 1)),
        (37803, date(2003, 7, 1)),
        (73415, date(2100, 12, 31)),
    ],
)
def test_from_excel_serial(serial: int, day: date) -> None:
    """Serial numbers are days of the 1900 system."""
    assert day == from_excel_serial(serial)


@pytest.mark.parametrize("serial", [-1, 0, 60, 73416, 19630301])
def test_excel_serial_out_of_range(serial: int) -> None:
    """The days before 1 March 1900, with the one that never was, and after 2100 are refused."""
    with pytest.raises(DateError, match="not a day from 1900-03-01 to 2100-12-31"):
        from_excel_serial(serial)


@pytest.mark.parametrize("serial", [37803.0, "37803", True])
def test_excel_serial_is_a_whole_number(serial: object) -> None:
    """A float, a text and a boolean are no serial numbers."""
    with pytest.raises(DateError, match=f"a whole number, not {type(serial).__name__}"):
        from_excel_serial(serial)  # type: ignore[arg-type]


# Working days ---------------------------------------------------------------------------

#: The State Council's change of 21 April 2003, which the package holidays does not have.
CHANGE_OF_APRIL_2003 = {
    date(2003, 4, 26): False,
    date(2003, 4, 27): False,
    date(2003, 5, 6): True,
    date(2003, 5, 7): True,
}
#: Worked by the notice for 2006, which the package chinese_calendar does not have.
SATURDAY_BEFORE_2006 = {date(2005, 12, 31): True}


def test_working_days_as_holidays_has_them() -> None:
    """The package holidays differs in the change of April 2003 only."""
    china = holidays.country_holidays("CN", years=[2003, 2004, 2005])

    differ = {
        day: is_working_day(day)
        for day in YEARS_2003_2005
        if is_working_day(day) != china.is_working_day(day)
    }

    assert differ == CHANGE_OF_APRIL_2003


def test_working_days_as_chinese_calendar_has_them() -> None:
    """The package chinese_calendar, from 2004, differs in the last Saturday of 2005 only."""
    differ = {
        day: is_working_day(day)
        for day in YEARS_2003_2005
        if day.year > 2003 and is_working_day(day) != chinese_calendar.is_workday(day)
    }

    assert differ == SATURDAY_BEFORE_2006


def test_working_days_of_a_year() -> None:
    """A year works its weekdays less ten holidays; 2005 also worked a Saturday for 2006."""
    counted = {
        year: sum(is_working_day(day) for day in YEARS_2003_2005 if day.year == year)
        for year in (2003, 2004, 2005)
    }

    assert counted == {2003: 261 - 10, 2004: 262 - 10, 2005: 260 - 10 + 1}


def test_table_is_in_order() -> None:
    """The days of the table rise, each once."""
    days = [row["day"] for row in rows()]

    assert sorted(set(days)) == days


def test_table_changes_the_week() -> None:
    """Every row but the two restored days of rest and of work differs from the week."""
    same = {
        day
        for row in rows()
        for day in [date.fromisoformat(row["day"])]
        if (row["kind"] == "worked") == (day.weekday() < 5)
    }

    assert set(CHANGE_OF_APRIL_2003) == same


def test_table_standing() -> None:
    """Reported is what both packages say, assumed what one says or what the change made so."""
    single = {**CHANGE_OF_APRIL_2003, **SATURDAY_BEFORE_2006}
    expected = {
        row["day"]: "ASSUMED"
        if row["day"] < "2004" or date.fromisoformat(row["day"]) in single
        else "REPORTED"
        for row in rows()
    }

    assert expected == {row["day"]: row["standing"] for row in rows()}


def test_table_is_cited() -> None:
    """Every row names a notice of the State Council's office."""
    uncited = [row for row in rows() if not row["source"].startswith("国务院办公厅关于200")]

    assert [] == uncited


@pytest.mark.parametrize("day", [date(2002, 12, 31), date(2006, 1, 1)])
def test_years_without_a_table(day: date) -> None:
    """The day before the table and the day after it are not guessed."""
    with pytest.raises(RuleNotInForceError, match="known for 2003, 2004, 2005 only, not for"):
        is_working_day(day)


@pytest.mark.parametrize(
    ("day", "n", "later"),
    [
        (date(2003, 4, 25), 0, date(2003, 4, 25)),
        (date(2003, 4, 25), 1, date(2003, 4, 28)),
        (date(2003, 4, 30), 1, date(2003, 5, 6)),
        (date(2003, 4, 30), 3, date(2003, 5, 8)),
        (date(2003, 9, 26), 2, date(2003, 9, 28)),
        (date(2002, 12, 31), 1, date(2003, 1, 2)),
    ],
)
def test_working_days_after(day: date, n: int, later: date) -> None:
    """Days off are stepped over, worked weekends counted, the day itself is not."""
    assert later == working_days_after(day, n)


def test_working_days_run_forward() -> None:
    """A negative number of working days is refused."""
    with pytest.raises(DateError, match="counted forward only, not -1"):
        working_days_after(date(2003, 7, 1), -1)


def test_working_days_stop_at_the_table() -> None:
    """A count that leaves the years of the table is not guessed."""
    assert date(2005, 12, 31) == working_days_after(date(2005, 12, 30), 1)
    with pytest.raises(RuleNotInForceError):
        working_days_after(date(2005, 12, 30), 2)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2003, 4, 30), date(2003, 4, 30)),
        (date(2003, 5, 1), date(2003, 5, 6)),
        (date(2003, 9, 27), date(2003, 9, 27)),
        (date(2003, 10, 1), date(2003, 10, 8)),
    ],
)
def test_next_working_day(day: date, worked: date) -> None:
    """A worked day is itself the next one; a day off passes on."""
    assert worked == next_working_day(day)


@given(st.sampled_from(YEARS_2003_2005[:-60]), st.integers(1, 30))
@example(date(2003, 4, 25), 3)
def test_working_days_after_counts(day: date, n: int) -> None:
    """As many working days as asked lie after the day, up to the one found, which is worked."""
    later = working_days_after(day, n)

    assert n == sum(is_working_day(day + k * DAY) for k in range(1, (later - day).days + 1))
    assert is_working_day(later)


def test_another_calendar() -> None:
    """A calendar that is handed over takes the place of the national one."""
    local = WorkingCalendar(
        years=frozenset({2007}),
        off=frozenset({date(2007, 6, 1)}),
        worked=frozenset({date(2007, 6, 2)}),
    )

    assert is_working_day(date(2007, 6, 2), local)
    assert date(2007, 6, 2) == next_working_day(date(2007, 6, 1), local)
    assert date(2007, 6, 4) == working_days_after(date(2007, 5, 31), 2, local)
    with pytest.raises(RuleNotInForceError, match="known for 2007 only, not for 2003-07-01"):
        is_working_day(date(2003, 7, 1), local)


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        ({date(2007, 6, 2)}, {date(2007, 6, 2)}),
        ({date(2008, 1, 1)}, set()),
        (set(), {date(2006, 12, 31)}),
    ],
)
def test_a_calendar_agrees_with_itself(off: set[date], worked: set[date]) -> None:
    """A day both off and worked, or outside the years, is refused by name."""
    wrong = min(off | worked)

    with pytest.raises(DateError, match=f"outside the years: {wrong}"):
        WorkingCalendar(years=frozenset({2007}), off=frozenset(off), worked=frozenset(worked))


def test_the_table_is_read_once() -> None:
    """The national calendar is loaded on first use and kept."""
    assert national_2003_2005() is national_2003_2005()
