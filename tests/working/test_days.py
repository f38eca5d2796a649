"""Anniversaries, days between, and the law of another day: cases beside columns."""

from datetime import date
from fractions import Fraction
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.fact_model import CheckedFacts, fact, result_field
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import rule
from gansu_reemployment.law.series import Tier, lending_rates
from gansu_reemployment.working.case import CaseWorking

ON = date(2010, 1, 1)
RATE = lending_rates()[Tier.UP_TO_1Y]
CITE = Instrument("试字[2003]1号", "", (), date(2003, 1, 1), None).at("第一条")
#: A made-up day of the law that another day takes the place of.
SET_DAY = rule(
    "stay.set_day",
    "规定之日",
    "day that is set",
    Provision(date(2003, 1, 1), date(2003, 2, 28), CITE),
    Provision(date(2004, 1, 1), date(2004, 2, 29), CITE),
)
BEGUN = st.dates(date(1900, 1, 1), date(2100, 12, 31))
#: Leap days and their neighbours.
EDGES = [
    date(year, month, day)
    for year in (1999, 2000, 2001, 2003, 2004)
    for month, day in ((2, 28), (3, 1), (12, 31))
] + [date(2000, 2, 29), date(2004, 2, 29)]


@frozen(kw_only=True, slots=False)
class Stay(CheckedFacts):
    """A stay with a beginning and an end."""

    begun: date | None = fact("起", "begun")
    ended: date | None = fact("止", "ended")


@frozen
class Counted:
    """What is counted."""

    days: int = result_field("天数", "days")
    after_1: date = result_field("一周年", "first anniversary")
    after_2: date = result_field("二周年", "second anniversary")
    after_3: date = result_field("三周年", "third anniversary")
    after_4: date = result_field("四周年", "fourth anniversary")


def count(w: Any, stay: Any) -> Any:
    """Count days and anniversaries."""
    later = {f"after_{years}": w.anniversary(stay.begun, years) for years in (1, 2, 3, 4)}
    return w.outcome(Counted(days=w.days(stay.begun, stay.ended), **later))


def rate(w: Any, stay: Any) -> Any:
    """Read a rate of the day of beginning."""
    return w.outcome(w.use_at(RATE, stay.begun))


def columns(work: Any, stays: list[Stay], engine: str = "polars") -> list[dict[str, Any]]:
    """Give the rows of the column working."""
    frame = pl.DataFrame(
        {"begun": [stay.begun for stay in stays], "ended": [stay.ended for stay in stays]},
        schema={"begun": pl.Date, "ended": pl.Date},
    ).with_row_index("row")
    held: Any = frame.to_arrow()
    makers: dict[str, Any] = {
        "polars": frame.lazy,
        "duckdb": lambda: duckdb.from_arrow(held),
        "pyarrow": lambda: held,
    }
    working = ColumnWorking(ON, Stay, measure="x")
    done: Any = work(working, working.facts).add_to(nw.from_native(makers[engine]()))
    native = nw.to_native(done.collect("polars") if isinstance(done, nw.LazyFrame) else done)
    found = native if isinstance(native, pl.DataFrame) else pl.DataFrame(pl.from_arrow(native))
    return found.sort("row").to_dicts()


def cases(work: Any, stays: list[Stay]) -> list[Any]:
    """Give the values of the case working."""
    workings = [CaseWorking(ON) for _stay in stays]
    return [work(w, w.read(stay)).value for w, stay in zip(workings, stays, strict=True)]


def check_counts(stays: list[Stay], engine: str = "polars") -> None:
    """Compare the two workings."""
    for value, row in zip(cases(count, stays), columns(count, stays, engine), strict=True):
        for name in ("days", *(f"after_{years}" for years in (1, 2, 3, 4))):
            assert (None if value is None else getattr(value, name)) == row[f"x_{name}"]


@settings(max_examples=20)
@given(
    stays=st.lists(
        st.builds(Stay, begun=st.none() | BEGUN, ended=st.none() | BEGUN), min_size=1, max_size=30
    )
)
def test_days_and_anniversaries(stays: list[Stay]) -> None:
    """Columns count days and anniversaries as cases do, in any century."""
    check_counts(stays)


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
def test_leap_days(engine: str) -> None:
    """Every engine gives the same round leap days."""
    check_counts([Stay(begun=day, ended=date(2009, 12, 31)) for day in EDGES], engine)


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
def test_the_law_of_another_day(engine: str) -> None:
    """A rate is read on the day before each change, on the day, and never when none is known."""
    days = [date(2002, 2, 20), date(2002, 2, 21), date(2004, 10, 28), date(2004, 10, 29)]
    stays = [Stay(begun=day) for day in days]
    expected = cases(rate, stays)
    assert [Fraction(text) for text in ("0.0585", "0.0531", "0.0531", "0.0558")] == expected
    assert expected == [Fraction(row["x"]) for row in columns(rate, stays, engine)]
    early, unknown = columns(rate, [Stay(begun=date(1998, 12, 6)), Stay()], engine)
    path = "rates.up_to_1y"
    assert (None, f"rule-not-known:{path}") == (early["x"], early["x_missing"])
    assert (None, "begun") == (unknown["x"], unknown["x_missing"])


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
def test_days_from_a_day_that_the_law_sets(engine: str) -> None:
    """Days are counted from a day of the law that differs from row to row, on every engine."""

    def since(w: Any, stay: Any) -> Any:
        return w.outcome(w.days(w.use_at(SET_DAY, stay.begun), stay.ended))

    begun = [date(2003, 12, 31), date(2004, 1, 1)]
    stays = [Stay(begun=day, ended=date(2004, 3, 1)) for day in begun]
    assert [367, 1] == cases(since, stays)
    assert [367, 1] == [row["x"] for row in columns(since, stays, engine)]
