"""The steps of a plan as Polars' own expressions (已编译方案), kept for frames that are alike.

To convert expressions takes longer than to evaluate them over a few thousand rows.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

import narwhals as nw
import polars as pl

Step = Callable[[pl.LazyFrame], pl.LazyFrame]


class Recorder(pl.LazyFrame):
    """A frame without rows that notes what is added to it and dropped, in order."""

    def __init__(self, schema: pl.Schema) -> None:
        super().__init__(schema=schema)
        self.steps: list[Step] = []
        self.exprs: list[pl.Expr] = []

    def with_columns(self, *exprs: Any, **named: Any) -> "Recorder":
        """Note columns that are added."""
        self.exprs += exprs
        self.steps.append(lambda frame: frame.with_columns(*exprs, **named))
        return self

    def drop(self, *columns: Any, strict: bool = True) -> "Recorder":
        """Note columns that are dropped."""
        self.steps.append(lambda frame: frame.drop(*columns, strict=strict))
        return self


def recorded(schema: pl.Schema, work: Callable[[nw.LazyFrame[Any]], Any]) -> list[Step]:
    """Return the steps by which *work* changes a frame of this schema."""
    recorder = Recorder(schema)
    work(nw.from_native(recorder))
    return recorder.steps


def native(schema: Iterable[tuple[str, Any]], exprs: list[nw.Expr]) -> list[pl.Expr]:
    """Return expressions over a frame of this schema as Polars' own."""
    recorder = Recorder(pl.Schema(schema))
    frame: nw.LazyFrame[Any] = nw.from_native(recorder)
    if exprs:
        frame.with_columns(*exprs)
    return recorder.exprs


def replayed(steps: list[Step], frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame after all steps."""
    return reduce(lambda lazy, step: step(lazy), steps, frame.lazy()).collect()
