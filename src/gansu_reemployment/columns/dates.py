"""Days over columns (列日期): ages, anniversaries and counted days, row by row."""

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.arithmetic import floor
from gansu_reemployment.columns.choices import pick
from gansu_reemployment.columns.missing import Expr
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Nothing, Span, as_column
from gansu_reemployment.dates import add_months, cutoff, full_years, month_number

_EPOCH: Final = date(1970, 1, 1)


class DayColumn:
    """The day of the law of each row, in the column *name*; a row without a day is undecided."""

    def __init__(self, name: str, state: Evaluation) -> None:
        profile = state.profile.get(name)
        self.column: nw.Expr = nw.col(name)
        certain = profile is not None and not profile.gaps
        self.span: Span | None = profile.span if profile and certain else None
        self.term: Column = Column(self.column, None, self.span, cost=0)
        self.term.name = name
        if not certain:
            state.ask({name: self.column.is_null()})


class ColumnDates:
    """The terms that are days, or are counted between days.

    Args:
        on: the day whose law applies.
        state: the evaluation, which keeps what is computed once.
    """

    def __init__(self, on: date | DayColumn, state: Evaluation) -> None:
        self.on = on
        self._keep: Callable[[Any], Any] = state.keep
        self._once: Callable[..., Any] = state.once
        self._by_day: Callable[[Column, Column], Column] = state.by_day
        #: Whether days are numbers since 1970: only Polars frames in memory have profiles.
        self.numbered: bool = bool(state.profile)

    def full_years(self, born_on: Any, by: Any = None) -> Any:
        """Compute the age in full years, row by row."""
        day, born_on = self.on if by is None else _as_days(by), _as_days(born_on)
        if isinstance(born_on, date) and isinstance(day, date):
            return full_years(born_on, day)
        return floor(self._number(by) - self._day_number(born_on), 10000)

    def reached(self, born_on: Any, years: Any, by: Any = None) -> Any:
        """Compare with a cut-off day where the day and the age are plain; else count."""
        day = self.on if by is None else by
        if isinstance(day, date) and isinstance(years, int):
            return born_on <= cutoff(day, years)
        if isinstance(day, date) and isinstance(years, Column) and years.sides:
            condition, yes, no = years.sides
            return pick(condition, born_on <= cutoff(day, yes), born_on <= cutoff(day, no))
        return self._number(by) - self._day_number(born_on) >= years * 10000

    def day(self) -> Any:
        """Return the day whose law applies."""
        return self.on if isinstance(self.on, date) else self.on.term

    def year_end(self) -> Any:
        """Return 31 December of that day's year."""
        if isinstance(self.on, date):
            return date(self.on.year, 12, 31)
        return self._once(self._end_of_year, self.on.term)

    def _end_of_year(self, day: Column) -> Column:
        # PyArrow adds no years, and only Polars returns a date from a sum.
        later = day.expr.dt.truncate("1y") + timedelta(days=366)
        end = (later.dt.truncate("1y") - timedelta(days=1)).cast(nw.Date)
        span = day.span and (date(day.span[0].year, 12, 31), date(day.span[1].year, 12, 31))
        return self._by_day(day, Column(end, None, span, cost=4))

    def last_day(self, first: Any, years: Any) -> Any:
        """Return the day before the anniversary, row by row."""
        first = _as_days(first)
        if isinstance(first, date) and isinstance(years, int):
            return add_months(first, years * 12) - timedelta(days=1)
        return self._once(self._day_before, first, _same(years))

    def _day_before(self, first: Any, years: Any) -> Column:
        anniversary = self._years_later(self._keep(as_column(first)), self._keep(as_column(years)))
        day_before = (anniversary.expr - timedelta(days=1)).cast(nw.Date)
        return Column(day_before, anniversary.missing, cost=anniversary.cost + 1)

    def anniversary(self, first: Any, years: int) -> Any:
        """Return the day *years* later, row by row."""
        if isinstance(first, date):
            return add_months(first, years * 12)
        return self._later(_as_days(first), years) if years else first

    def days(self, first: Any, until: Any) -> Any:
        """Count the days between, row by row."""
        numbered, first, until = self.numbered, _as_days(first), _as_days(until)
        return ordinal(until, numbered=numbered) - ordinal(first, numbered=numbered)

    def _years_later(self, first: Column, years: Column) -> Column:
        """Return the day later by each row's own number of years; few years need no text."""
        least, most = years.span or (0, 0)
        if not 0 < least <= most < 4:
            return as_day(self._keep(as_column(self._day_number(first) + years * 10000)))
        found = self._later(first, most)
        for number in range(least, most):
            found = pick(years == number, self._later(first, number), found)
        return found

    def _later(self, day: Column, years: int) -> Column:
        found: Column = self._once(self._by_day, day, self._once(years_later, day, years))
        return found

    def month_count(self, day: Any) -> Any:
        """Return the number of the month of a day, so that months can be counted."""
        if not isinstance(day, Column):
            return month_number(day)
        found: Column = self._once(month_count, day)
        return self._once(self._by_day, day, found)

    def _day_number(self, day: Any) -> Any:
        if not isinstance(day, Column):
            return ymd_of(day)
        found: Column = self._once(day_number, day)
        return self._once(self._by_day, day, found)

    def _number(self, by: Any) -> Any:
        if by is not None:
            return self._day_number(_as_days(by))
        if isinstance(self.on, date):
            return ymd_of(self.on)
        return self._once(self._kept_number, self.on.term)

    def _kept_number(self, day: Column) -> Any:
        return self._keep(self._day_number(day))


def _as_days(term: Any) -> Any:
    """Return a term without any known value as a column of days."""
    return Column(nw.lit(None, nw.Date), term.missing) if isinstance(term, Nothing) else term


def _same(years: Any) -> Any:
    """Return few years that are the same in every row as a plain number."""
    if isinstance(years, Column) and years.span and 0 < years.span[0] == years.span[1] < 4:
        return years.span[0]
    return years


def years_later(day: Column, years: int) -> Column:
    """Return the day *years* later; for a 29 February the 28th of a common year.

    Up to three years contain one leap day at most, so no text is built and parsed, which is slow.
    """
    if not 0 < years < 4:
        return as_day(as_column(day_number(day) + years * 10000))
    sooner, later = (
        (day.expr + timedelta(days=365 * years + leap)).cast(nw.Date) for leap in (0, 1)
    )
    leap_day = (day.expr.dt.month() == 2) & (day.expr.dt.day() == 29)
    found = leap_day | (sooner.dt.day() == day.expr.dt.day())
    span = day.span if day.span and day.span[1].year + years <= MAXYEAR else None
    span = span and (add_months(span[0], 12 * years), add_months(span[1], 12 * years))
    cost = 5 * day.cost + 9
    return Column(nw.when(found).then(sooner).otherwise(later), day.missing, span, cost=cost)


def ordinal(day: Any, *, numbered: bool) -> Any:
    """Return the ordinal of a day, from its year and its day of the year.

    With *numbered* the engine stores days as numbers since 1970.
    """
    if not isinstance(day, Column):
        return day.toordinal()
    span = day.span and (day.span[0].toordinal(), day.span[1].toordinal())
    # A column of nulls only has no type of its own.
    typed = day.expr.cast(nw.Date)
    if numbered:
        since_1970 = typed.cast(nw.Int32).cast(nw.Int64)
        number = since_1970 + _EPOCH.toordinal()
        return Column(number, day.missing, span, cost=day.cost + 2)
    years = typed.dt.year().cast(nw.Int64) - 1
    before = years * 365 + years // 4 - years // 100 + years // 400
    number = before + typed.dt.ordinal_day().cast(nw.Int64)
    return Column(number, day.missing, span, cost=5 * day.cost + 12)


def as_day(number: Column) -> Column:
    """Parse yyyymmdd as a day, 29 February of a common year as the 28th."""
    # A column of nulls only has no type of its own.
    yyyymmdd = number.expr.cast(nw.Int64)
    no_such_day = (yyyymmdd % 10000 == 229) & (yyyymmdd // 10000 % 4 != 0)
    text = nw.when(no_such_day).then(yyyymmdd - 1).otherwise(yyyymmdd).cast(nw.String)
    return Column(text.str.to_date(format="%Y%m%d"), number.missing, cost=4 * number.cost + 9)


def day_number(day: Column) -> Column:
    """Return a day as the whole number yyyymmdd."""
    return Column(ymd(day.expr.cast(nw.Date)), day.missing, cost=3 * day.cost + 7)


def month_count(day: Column) -> Column:
    """Return the number of the month of a day, so that months can be counted."""
    year, month = (part.cast(nw.Int64) for part in (day.expr.dt.year(), day.expr.dt.month()))
    return Column(year * 12 + month, day.missing, cost=2 * day.cost + 6)


def ymd(day: Expr) -> Expr:
    """Return a day as the whole number yyyymmdd."""
    return (
        day.dt.year().cast(nw.Int64) * 10000
        + day.dt.month().cast(nw.Int64) * 100
        + day.dt.day().cast(nw.Int64)
    )


def ymd_of(day: date) -> int:
    """Return a day as the whole number yyyymmdd."""
    return day.year * 10000 + day.month * 100 + day.day
