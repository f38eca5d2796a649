"""The days of a column working (列日期): ages, anniversaries and days counted, row by row."""

from datetime import date, timedelta
from typing import Any

import narwhals as nw

from gansu_reemployment.columns.arithmetic import as_day, day_number, floor, ordinal, years_later
from gansu_reemployment.columns.dated_rules import ColumnLaw
from gansu_reemployment.columns.terms import Column, Nothing, as_column, pick
from gansu_reemployment.dates import add_months, cutoff, full_years


class ColumnCalendar(ColumnLaw):
    """The terms of a column working that are days or are counted between days."""

    def full_years(self, born_on: Any, by: Any = None) -> Any:
        """Give the age in full years, row by row."""
        day, born_on = self.on if by is None else _as_days(by), _as_days(born_on)
        if isinstance(born_on, date) and isinstance(day, date):
            return full_years(born_on, day)
        return floor(self._number(by) - day_number(born_on), 10000)

    def reached(self, born_on: Any, years: Any, by: Any = None) -> Any:
        """Compare with a cut-off day where the day and the age are plain, else count."""
        day = self.on if by is None else by
        if isinstance(day, date) and isinstance(years, int):
            return born_on <= cutoff(day, years)
        if isinstance(day, date) and isinstance(years, Column) and years.sides:
            condition, yes, no = years.sides
            return pick(condition, born_on <= cutoff(day, yes), born_on <= cutoff(day, no))
        return self._number(by) - day_number(born_on) >= years * 10000

    def day(self) -> Any:
        """Give the day whose law applies."""
        return self.on if self._days is None else Column(self._days.column, None, self._days.span)

    def year_end(self) -> Any:
        """Give 31 December of that day's year."""
        if self._days is None:
            return date(self.on.year, 12, 31)  # type: ignore[union-attr]
        # PyArrow adds no years, and only Polars keeps a date through a sum.
        later = self._days.column.dt.truncate("1y") + timedelta(days=366)
        return Column((later.dt.truncate("1y") - timedelta(days=1)).cast(nw.Date))

    def last_day(self, first: Any, years: Any) -> Any:
        """Give the day before the anniversary, row by row."""
        first = _as_days(first)
        if isinstance(first, date) and isinstance(years, int):
            return add_months(first, years * 12) - timedelta(days=1)
        anniversary = self._years_later(as_column(first), as_column(years))
        day_before = (anniversary.expr - timedelta(days=1)).cast(nw.Date)
        return Column(day_before, anniversary.missing)

    def _years_later(self, first: Column, years: Column) -> Column:
        """Give the day as many years later as each row says; few years need no text."""
        least, most = years.span or (0, 0)
        if not 0 < least <= most < 4:
            return as_day(as_column(day_number(first) + years * 10000))
        found = years_later(first, most)
        for number in range(least, most):
            found = pick(years == number, years_later(first, number), found)
        return found

    def anniversary(self, first: Any, years: int) -> Any:
        """Give the day so many years later, row by row."""
        if isinstance(first, date):
            return add_months(first, years * 12)
        return years_later(_as_days(first), years) if years else first

    def days(self, first: Any, until: Any) -> Any:
        """Count the days between, row by row."""
        # Only a frame of Polars in memory is looked at, so something is certain of no other.
        numbered = bool(self._seen.certain)
        first, until = _as_days(first), _as_days(until)
        return ordinal(until, numbered=numbered) - ordinal(first, numbered=numbered)

    def _number(self, by: Any) -> Any:
        if by is not None:
            return day_number(_as_days(by))
        return day_number(self.on) if self._days is None else Column(self._days.number)


def _as_days(term: Any) -> Any:
    """Return a term of which no value is known as a column of days."""
    return Column(nw.lit(None, nw.Date), term.missing) if isinstance(term, Nothing) else term
