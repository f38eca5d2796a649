"""Helpers of the tests of measures: worked cases from files, and cases beside columns."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.fact_model import CheckedFacts, describe
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result, read_vectors
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

VECTORS = Path(__file__).parents[1] / "vectors"
#: Gives the columns ``<measure>…`` of each row, from a case working and from a column working.
Both = Callable[..., tuple[list[dict[str, Any]], list[dict[str, Any]]]]


@pytest.fixture(name="run_vectors")
def _run_vectors() -> Callable[[str], list[Result]]:
    def run(name: str) -> list[Result]:
        return [vector.run() for vector in read_vectors(VECTORS / f"{name}.toml")]

    return run


@pytest.fixture(name="both", scope="session")
def _both() -> Both:
    return both_workings


def both_workings(
    measure: Measure[Any, Any],
    facts: Sequence[CheckedFacts],
    on: date | Sequence[date],
    rules: Any = None,
    engine: str = "polars",
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Work *measure* on each of *facts*, case by case and in the columns of one frame.

    *on* is one day, or the day of each case.
    """
    rules = rules or measure.rules()
    days = [on] * len(facts) if isinstance(on, date) else on
    cases = []
    for fact, day in zip(facts, days, strict=True):
        case = CaseWorking(day)
        cases.append(_row(measure.name, measure.work(case, case.read(fact), rules)))
    working = ColumnWorking(
        on if isinstance(on, date) else "__day", measure.facts, measure=measure.name
    )
    frame = _frame(measure.facts, facts).with_columns(pl.Series("__day", days))
    result = measure.work(working, working.facts, rules).add_to(ENGINES[engine](frame))
    worked = _polars(result).sort("__row")
    rows = worked.select(pl_start(measure.name, worked.columns)).to_dicts()
    return [_filled(case, rows[0]) for case in cases], rows


def _polars(result: Any) -> Any:
    native = nw.to_native(result.collect("polars") if isinstance(result, nw.LazyFrame) else result)
    return native if isinstance(native, pl.DataFrame) else pl.from_arrow(native)


def _duckdb(frame: pl.DataFrame) -> Any:
    held = frame.to_arrow()  # noqa: F841 - duckdb reads the variable
    return nw.from_native(duckdb.sql("select * from held"))


#: What holds the frame, by name.
ENGINES: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: nw.from_native(frame.lazy()),
    "duckdb": _duckdb,
    "pyarrow": lambda frame: nw.from_native(frame.to_arrow()),
}


def pl_start(prefix: str, names: Sequence[str]) -> list[str]:
    """Give the columns of the result."""
    return [name for name in names if name == prefix or name.startswith(f"{prefix}_")]


def _row(name: str, outcome: Outcome[Any]) -> dict[str, Any]:
    value, row = outcome.value, {}
    if value is not None:
        row = _fields(name, value)
    codes = [refusal.code for refusal in outcome.refusals]
    if not codes and outcome.missing:
        codes = ["fact-missing"]
    row[f"{name}_reasons"] = ";".join(codes) or None
    row[f"{name}_missing"] = ";".join(outcome.missing) or None
    return row


def _fields(name: str, value: Any) -> dict[str, Any]:
    if not hasattr(type(value), "__attrs_attrs__"):
        return {name: encode(value)}
    parts = (_fields(f"{name}_{f.name}", getattr(value, f.name)) for f in describe(type(value)))
    return {key: item for part in parts for key, item in part.items()}


def _filled(case: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {name: case.get(name) for name in row}


def _frame(kind: type[Any], facts: Sequence[CheckedFacts]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            field.name: pl.Series(
                [_held(getattr(fact, field.name)) for fact in facts],
                dtype=_dtype(field.kind),
            )
            for field in describe(kind)
        }
    ).with_row_index("__row")


def _held(value: Any) -> Any:
    """Give a value as a column holds it; of several amounts the sum."""
    return sum(amount.fen for amount in value) if isinstance(value, tuple) else encode(value)


def _dtype(kind: type[Any]) -> Any:
    if issubclass(kind, Choice):
        return pl.String
    return {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, date: pl.Date, tuple: pl.Int64}[kind]
