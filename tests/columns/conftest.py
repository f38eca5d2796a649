"""Registers that the tests of the engines share, and the way to and from each engine."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import dask.dataframe as dd
import duckdb
import pandas as pd
import polars as pl
import pytest

#: How a Polars frame gets to each engine.
ENGINES: Final[Mapping[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas numpy": lambda frame: frame.to_pandas(),
    "pandas nullable": lambda frame: frame.to_pandas().convert_dtypes(),
    "pandas arrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": lambda frame: frame.to_arrow(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "dask": lambda frame: dd.from_pandas(  # type: ignore[no-untyped-call]
        frame.to_pandas(use_pyarrow_extension_array=True), npartitions=3
    ),
}


def back(frame: Any) -> pl.DataFrame:
    """Bring a frame of any engine back to Polars."""
    if isinstance(frame, pl.LazyFrame):
        return frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return pl.DataFrame(pl.from_arrow(frame.to_arrow_table()))
    if hasattr(frame, "compute"):
        frame = frame.compute()
    arrow = pl.from_pandas(frame) if isinstance(frame, pd.DataFrame) else pl.from_arrow(frame)
    return pl.DataFrame(arrow)


@pytest.fixture(name="engine", params=sorted(ENGINES))
def _engine(request: pytest.FixtureRequest) -> Callable[[pl.DataFrame], Any]:
    """Give the way to one engine after the other."""
    return ENGINES[request.param]


@pytest.fixture(name="back", scope="session")
def _back() -> Callable[[Any], pl.DataFrame]:
    return back


@pytest.fixture(name="people")
def _people() -> pl.DataFrame:
    """Give a register with every kind of gap, and codes of nothing."""
    number = pl.int_range(990)
    groups = pl.lit(pl.Series(["laid_off_soe", "closed_soe", "none", "no such code", None]))
    return pl.select(
        n=number,
        sex=pl.when(number % 7 > 0).then(
            pl.when(number % 2 == 0).then(pl.lit("female")).otherwise(pl.lit("male"))
        ),
        group=groups.gather(number % 5),
        able=pl.when(number % 11 > 0).then(number % 19 > 0),
        willing=number % 23 > 0,
        employed=pl.when(number % 3 > 0).then(number % 5 == 0),
        retired=number % 29 == 0,
        internally_retired=number % 31 == 0,
        born_on=pl.when(number % 13 > 0).then(
            pl.lit(date(1940, 1, 1)) + pl.duration(days=number * 7919 % 14_000)
        ),
    )


def in_money(frame: pl.DataFrame, money: str, *names: str) -> pl.DataFrame:
    """Give amounts of whole fen in the form of *money*."""
    if money == "fen":
        return frame
    yuan = (pl.col(name).cast(pl.Decimal(20, 2)) / 100 for name in names)
    return frame.with_columns(expr.cast(pl.Decimal(20, 2)) for expr in yuan)


@pytest.fixture(name="in_money", scope="session")
def _in_money() -> Callable[..., pl.DataFrame]:
    return in_money


@pytest.fixture(name="offsets")
def _offsets() -> pl.DataFrame:
    """Give collection tasks and reliefs in whole fen."""
    number = pl.int_range(330).cast(pl.Int64)
    return pl.select(
        n=number,
        task=number * 104_729 % 1_000_000,
        reliefs=number * 7_919 % 2_000_000,
        collected=number * 13 % 500_000,
        granted=pl.when(number % 7 > 0).then(number % 3 > 0),
    )
