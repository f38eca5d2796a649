"""Days at the end of the calendar, and days that are unknown, beside rows with others."""

from datetime import date
from typing import Any

import duckdb
import polars as pl
import pytest

from gansu_reemployment import Bureau

ON = date(2003, 7, 1)
BUREAU = Bureau.of("天水市")
TYPES = {"Boolean": pl.Boolean, "Date": pl.Date, "Int64": pl.Int64, "Decimal": pl.Int64}


def frame_with(measure: str, **given: list[Any]) -> pl.DataFrame:
    """Return rows with the *given* columns, and the first code, a yes or 1 in every other one."""
    rows = len(next(iter(given.values())))
    values: dict[Any, Any] = {bool: True, date: ON}
    return pl.DataFrame(
        [
            pl.Series(
                c.name,
                given.get(c.name, [c.codes[0] if c.codes else values.get(c.kind, 1)] * rows),
                dtype=TYPES.get(c.holds, pl.String),
            )
            for c in BUREAU.columns.schema(measure)
        ]
    )


@pytest.mark.parametrize(
    ("measure", "day"),
    [
        ("tax_relief", "approved_on"),
        ("ordered_relief", "approved_on"),
        ("interest_subsidy", "drawn_on"),
    ],
)
def test_last_day_of_the_calendar_stops_no_frame(measure: str, day: str) -> None:
    """A day of which the term would end beyond the calendar concerns its own row only."""
    frame = frame_with(measure, **{day: [ON, date.max]})
    lazy = BUREAU.columns.work(measure, frame.lazy(), on=ON, money="fen").collect()
    result = BUREAU.columns.work(measure, frame, on=ON, money="fen")
    assert lazy.equals(result)
    assert result.head(1).equals(
        BUREAU.columns.work(measure, frame.head(1), on=ON, money="fen"), null_equal=True
    )


@pytest.mark.parametrize("measure", ["loan_extension", "interest_subsidy"])
def test_last_day_of_the_calendar_in_duckdb(measure: str) -> None:
    """The months between two days fit, however far the days are apart."""
    frame = frame_with(measure, due_on=[date.max])
    expected = BUREAU.columns.work(measure, frame, on=ON, money="fen")
    relation = duckdb.from_arrow(frame.to_arrow())
    found = BUREAU.columns.work(measure, relation, on=ON, money="fen").pl()
    missing = f"{measure}_missing"
    assert expected[missing].to_list() == found[missing].to_list()
    assert "due_on" in found[missing][0]


@pytest.mark.parametrize("other", [None, date(2000, 3, 24), date(2003, 3, 1), date(2006, 6, 1)])
def test_facts_that_an_unknown_day_asks_for_rest_on_no_other_row(other: date | None) -> None:
    """Which rule applies is not known without the day, so the facts of all of them are asked."""
    two: dict[str, list[Any]] = {
        "group": [None] * 2,
        "hardship": [None] * 2,
        "new_post": [None] * 2,
    }
    frame = frame_with("insurance_subsidy", approved_on=[None, other], **two)
    found = BUREAU.columns.insurance_subsidy(frame, on=ON, money="fen", lists=True)
    asked = found["insurance_subsidy_missing"].to_list()[0]
    assert {"group", "hardship", "new_post", "approved_on"} <= {*asked}
