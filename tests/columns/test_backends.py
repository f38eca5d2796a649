"""Each engine gives the same: values, refusals, questions; nulls stay null, frames stay whole."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import dask.dataframe as dd
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError, Fault
from gansu_reemployment.i18n import Message

DAY = date(2003, 7, 1)
ADDED = ["hardship", "hardship_reasons", "hardship_missing"]
Engine = Callable[[pl.DataFrame], Any]
Back = Callable[[Any], pl.DataFrame]

columns = Bureau.of("天水市").columns


def test_classification(people: pl.DataFrame, engine: Engine, back: Back) -> None:
    """Every engine classifies as Polars does, and keeps the type of the frame."""
    frame = engine(people)
    result = columns.hardship(frame, on=DAY)
    expected = columns.hardship(people, on=DAY).select("n", *ADDED)

    assert type(frame) is type(result)
    assert expected.equals(back(result).select("n", *ADDED).sort("n"))


@pytest.mark.parametrize("money", ["fen", "yuan"])
def test_amounts(
    offsets: pl.DataFrame, engine: Engine, back: Back, in_money: Any, money: Any
) -> None:
    """Fen in give fen out, and yuan yuan, the same on every engine."""
    offsets = in_money(offsets, money, "task", "reliefs", "collected")
    expected = columns.collection_offset(offsets, on=DAY, money=money)
    result = back(columns.collection_offset(engine(offsets), on=DAY, money=money)).sort("n")
    read = {name: kind for name, kind in expected.schema.items() if name not in offsets.columns}

    assert expected.select(*read).equals(result.select(pl.col(n).cast(t) for n, t in read.items()))


@pytest.mark.parametrize("scale", [0, 1, 2])
def test_decimal_yuan(offsets: pl.DataFrame, engine: Engine, back: Back, scale: int) -> None:
    """Decimal yuan of any scale up to two give what the fen give, and stay as they came."""
    unit = 10 ** (2 - scale)
    fen = offsets.with_columns(pl.col("task", "reliefs", "collected") // unit * unit)
    yuan = fen.with_columns(
        (pl.col(name).cast(pl.Decimal(20, 2)) / 100).cast(pl.Decimal(20, scale))
        for name in ("task", "reliefs", "collected")
    )
    added = [
        n
        for n in columns.collection_offset(fen, on=DAY, money="fen").columns
        if n not in fen.columns
    ]
    result = back(columns.collection_offset(engine(yuan), on=DAY, money="fen")).sort("n")

    assert (
        columns.collection_offset(fen, on=DAY, money="fen")
        .select(added)
        .equals(result.select(added))
    )
    assert yuan["task"].to_list() == result["task"].to_list()


def test_missing_and_wrong_columns_are_told_at_once() -> None:
    """One error names every column that is missing or of a wrong type, with what would be right."""
    frame = pl.DataFrame(
        {"task": [1.5], "reliefs": ["12"], "granted": [1]}, schema_overrides={"granted": pl.Int8}
    )
    with pytest.raises(ColumnsError) as caught:
        columns.collection_offset(frame, on="decided_on", money="fen")
    faults = {fault.path: fault.say() for fault in caught.value.faults}

    right = (
        "is not an exact amount: Decimal of yuan with at most two decimals is needed, "
        "or Int64 of fen with money='fen'"
    )
    assert {
        "task": f"task: Float64 {right}",
        "reliefs": f"reliefs: String {right}",
        "granted": "granted: Int8 is not Boolean: yes, no or null is needed",
        "collected": "collected: the column is missing, Decimal is needed",
        "decided_on": "decided_on: the column is missing, Date is needed",
    } == faults
    assert str(caught.value).startswith("The frame has 5 fault(s).\n  ")


def test_finer_than_fen(offsets: pl.DataFrame) -> None:
    """Decimals finer than a fen are refused: they would have to be rounded."""
    frame = offsets.with_columns(pl.col("task").cast(pl.Decimal(20, 3)))
    with pytest.raises(ColumnsError, match="task: Decimal"):
        columns.collection_offset(frame, on=DAY, money="fen")


def test_floats_are_no_money() -> None:
    """Whole numbers that pandas holds as floats, because one is unknown, are no amounts."""
    frame = pd.DataFrame(
        {"task": [1, None], "reliefs": [1, 1], "collected": [1, 1], "granted": [True, True]}
    )
    with pytest.raises(ColumnsError, match="task: Float64 is not an exact amount"):
        columns.collection_offset(frame, on=DAY, money="fen")

    whole = columns.collection_offset(frame.astype({"task": "Int64"}), on=DAY, money="fen")
    assert "task" == whole["collection_offset_missing"].iloc[1]


def test_times_count_as_their_day(people: pl.DataFrame) -> None:
    """A column of times, as pandas holds days, is read by day and stays as it came."""
    timed = people.with_columns(pl.col("born_on").cast(pl.Datetime("ms")))
    result = columns.hardship(timed, on=DAY)

    assert columns.hardship(people, on=DAY).select(ADDED).equals(result.select(ADDED))
    assert isinstance(result["born_on"].drop_nulls()[0], datetime)


def test_pandas_keeps_its_index(people: pl.DataFrame) -> None:
    """The results stand beside their own rows, whatever the index of a pandas frame."""
    frame = people.to_pandas().set_index(people["n"].to_numpy()[::-1] * 2)
    result = columns.hardship(frame, on=DAY)

    assert frame.index.equals(result.index)
    assert columns.hardship(people, on=DAY)["hardship"].to_list() == [
        None if pd.isna(value) else value for value in result["hardship"]
    ]


def test_pandas_objects() -> None:
    """Decimals, dates and booleans as Python objects are read, None and NaN as null."""
    frame = pd.DataFrame(
        {
            "task": [Decimal("10.50"), None],
            "reliefs": [Decimal("3.00"), Decimal("4.00")],
            "collected": [0, 0],
            "granted": pd.Series([True, float("nan")], dtype=object),
        }
    )
    result = columns.collection_offset(frame, on=DAY, money="fen")

    assert [True, True] == list(result["collection_offset_missing"].isna() == [True, False])
    assert "task;granted" == result["collection_offset_missing"].iloc[1]


def test_mixed_objects_are_refused() -> None:
    """A pandas column of several types is told by its name."""
    frame = pd.DataFrame(
        {"task": [1, "x"], "reliefs": [1, 1], "collected": [1, 1], "granted": True}
    )
    with pytest.raises(ColumnsError) as caught:
        columns.collection_offset(frame, on=DAY, money="fen")

    expected = Fault("task", Message("the column mixes values of several types"))
    assert (expected,) == caught.value.faults


def test_dask_stays_lazy(people: pl.DataFrame) -> None:
    """A Dask frame is worked part by part, when it is computed; faults show at once."""
    frame = dd.from_pandas(people.to_pandas(use_pyarrow_extension_array=True), npartitions=4)  # type: ignore[no-untyped-call]
    result = columns.hardship(frame, on=DAY)

    assert 4 == result.npartitions
    assert list(result.columns) == list(result.compute().columns)
    with pytest.raises(ColumnsError, match="sex: the column is missing, String is needed"):
        columns.hardship(frame.drop(columns="sex"), on=DAY)


def test_an_unknown_library_is_refused() -> None:
    """A frame of a library that no engine knows is refused, naming those that are known."""
    with pytest.raises(ColumnsError, match=r"builtins are not supported.*polars, pandas, pyarrow"):
        columns.hardship([], on=DAY)


def test_pyarrow_replaces_columns_in_place(people: pl.DataFrame) -> None:
    """Working a table a second time replaces the results where they stand."""
    once: pa.Table = columns.hardship(people.to_arrow(), on=DAY)
    again = columns.hardship(once, on=DAY)

    assert once.column_names == again.column_names


def test_null_columns(people: pl.DataFrame, engine: Engine, back: Back) -> None:
    """Where nobody knows anything, every row is undecided and names every fact it needs."""
    empty = people.with_columns(
        pl.lit(None, people.schema[name]).alias(name) for name in people.columns if name != "n"
    )
    result = back(columns.hardship(engine(empty), on=DAY))

    assert {"fact-missing"} == set(result["hardship_reasons"])
    assert {"sex;born_on;group;able;willing;employed;internally_retired;retired"} == set(
        result["hardship_missing"]
    )


def test_no_rows(people: pl.DataFrame, engine: Engine, back: Back) -> None:
    """A frame without rows comes back with the columns and without rows."""
    if engine(people.head(0)).__class__.__module__.startswith("dask"):
        pytest.skip("Dask makes no partitions of an empty frame")
    result = back(columns.hardship(engine(people.head(0)), on=DAY))

    assert 0 == result.height
    assert set(ADDED) < set(result.columns)
