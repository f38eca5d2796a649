"""Measures over frames: what a bureau says of a case, it says of a row on every engine."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gansu_reemployment import Bureau, EntitledGroup, Sex, Worker
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import ColumnsError, UnknownNameError

DAY: Final = date(2003, 7, 1)
BUREAU: Final = Bureau.of("天水市")
PEOPLE: Final = (
    Worker(
        sex=Sex.FEMALE,
        born_on=date(1963, 7, 1),
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    ),
    Worker(
        sex=Sex.FEMALE,
        born_on=date(1963, 7, 2),
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    ),
    Worker(
        sex=Sex.MALE,
        born_on=date(1950, 1, 1),
        group=EntitledGroup.NONE,
        able=False,
        willing=True,
        employed=True,
        retired=False,
        internally_retired=False,
    ),
    Worker(
        sex=None,
        born_on=date(1960, 1, 1),
        group=EntitledGroup.CLOSED_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    ),
)
RESULTS: Final = ["hardship", "hardship_reasons", "hardship_missing"]
EXPECTED: Final = [
    ("older", None, None),
    ("general", None, None),
    (None, "not-in-entitled-group;not-able;employed", None),
    (None, "fact-missing", "sex"),
]


def register() -> pl.DataFrame:
    """Put the people into the columns that the classification may read."""
    dtypes = {"Boolean": pl.Boolean, "Int64": pl.Int64, "Date": pl.Date, "String": pl.String}
    columns = {
        column.name: pl.Series(
            [getattr(value, "code", value) for value in (getattr(w, column.name) for w in PEOPLE)],
            dtype=dtypes[column.holds],
        )
        for column in BUREAU.columns.schema("hardship")
    }
    return pl.DataFrame({"n": range(len(PEOPLE)), **columns})


def rows(frame: pl.DataFrame) -> list[tuple[Any, ...]]:
    """Give the results in the order of the register."""
    return frame.sort("n").select(RESULTS).rows()


def test_rows_are_the_cases() -> None:
    """The table of this file is what the cases say."""

    def told(worker: Worker) -> tuple[str | None, str | None, str | None]:
        outcome = BUREAU.hardship(worker, on=DAY)
        codes = [refusal.code for refusal in outcome.refusals]
        open_ = "fact-missing" if outcome.missing else None
        value = outcome.value.code if outcome.value else None
        return value, ";".join(codes) or open_, ";".join(outcome.missing) or None

    assert EXPECTED == [told(worker) for worker in PEOPLE]


@pytest.mark.parametrize(
    ("there", "back", "kind"),
    [
        (lambda f: f, lambda f: f, pl.DataFrame),
        (lambda f: f.lazy(), lambda f: f.collect(), pl.LazyFrame),
        (lambda f: f.to_arrow(), pl.DataFrame, pa.Table),
        (
            lambda f: duckdb.from_arrow(f.to_arrow()),
            lambda f: pl.DataFrame(f.to_arrow_table()),
            duckdb.DuckDBPyRelation,
        ),
        (lambda f: f.to_pandas(), pl.from_pandas, pd.DataFrame),
    ],
    ids=["polars", "polars lazy", "pyarrow", "duckdb", "pandas"],
)
def test_frame_of_each_library(
    there: Callable[[pl.DataFrame], Any], back: Callable[[Any], pl.DataFrame], kind: type[Any]
) -> None:
    """A frame comes back as one of its library, with the results added and nothing else."""
    frame = register()
    result = BUREAU.columns.hardship(there(frame), on=DAY)
    assert isinstance(result, kind)
    assert [*frame.columns, *RESULTS] == back(result).columns
    assert EXPECTED == rows(back(result))


def test_day_of_each_row() -> None:
    """The name of a column stands for a day of the law for each row."""
    frame = register().with_columns(on=pl.Series([DAY, date(2003, 7, 2), date(2002, 1, 1), None]))
    result = BUREAU.columns.hardship(frame, on="on")
    assert ["older", "older", None, None] == result["hardship"].to_list()
    assert "rule-not-known:hardship.scope" in result["hardship_missing"][2]
    assert "on" in result["hardship_missing"][3].split(";")


def test_results_are_worked_anew() -> None:
    """Results of an earlier day in the frame are replaced, not kept beside the new ones."""
    once = BUREAU.columns.hardship(register(), on=date(2003, 6, 30))
    again = BUREAU.columns.hardship(once, on=DAY)
    assert ("general", "older") == (once["hardship"][0], again["hardship"][0])
    assert once.columns == again.columns


def test_every_column_that_lacks_is_named() -> None:
    """One error names all, the column of the day among them."""
    with pytest.raises(ColumnsError) as caught:
        BUREAU.columns.hardship(register().drop("sex", "able"), on="day")
    assert {"able", "sex", "day"} == {fault.path for fault in caught.value.faults}


@pytest.mark.parametrize("ask", ["work", "outcome", "question"])
def test_measure_that_does_not_run_over_columns(ask: str) -> None:
    """A measure of cases only, and a misspelt one, are told as names."""
    frame = (register(),) if ask == "work" else ()
    cases_only = next(name for name, measure in MEASURES.items() if not measure.columns)
    for name in (cases_only, "hardshp"):
        with pytest.raises(UnknownNameError, match=name):
            getattr(BUREAU.columns, ask)(name, *frame, on=DAY)
    with pytest.raises(UnknownNameError, match="Did you mean hardship"):
        BUREAU.columns.schema("hardshp")


def test_explanation_cites_the_rows_of_the_case() -> None:
    """The rows cited are those that the case rests on."""
    result = BUREAU.columns.hardship(register(), on=DAY, explain=True)
    for worker, cited in zip(PEOPLE, result["hardship_citations"], strict=True):
        expected = {used.key for used in BUREAU.hardship(worker, on=DAY).citations}
        assert expected == set(cited.split(";"))


def test_expressions_without_a_frame() -> None:
    """The expressions are there without any rows, and name what they read."""
    outcome = BUREAU.columns.outcome("hardship", on=DAY)
    assert (
        {"sex", "born_on", "group"}
        <= outcome.facts
        <= {column.name for column in BUREAU.columns.schema("hardship")}
    )
