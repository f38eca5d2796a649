"""The two workings side by side, on every engine that the tests have."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import duckdb
import narwhals as nw
import polars as pl
import pytest
from attrs import frozen

from gansu_reemployment.columns.backends import answer
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.plan import Plan, Question
from gansu_reemployment.columns.profile import ColumnProfile, Profile
from gansu_reemployment.columns.schema import FrameColumn, schema
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Basis
from gansu_reemployment.working.terms import Incomplete

Row = Mapping[str, Any]
#: A local condition.
Local = Callable[[Any, Any], None]


def engines(frame: pl.DataFrame) -> Iterator[tuple[str, Any, Callable[[Any], pl.DataFrame]]]:
    """Give *frame* to each engine, with the way back."""
    arrow = frame.to_arrow()
    yield "polars", frame, lambda result: result
    yield "polars lazy", frame.lazy(), lambda result: result.collect()
    yield "duckdb", duckdb.from_arrow(arrow), lambda result: pl.DataFrame(result.to_arrow_table())
    yield "pyarrow", arrow, pl.DataFrame


def frame_of(kind: type[Any], rows: Sequence[Row]) -> pl.DataFrame:
    """Put the facts of each row into columns, as the columns of a register hold them."""
    kinds = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, tuple: pl.Int64, date: pl.Date}
    schema = {"n": pl.Int64, "day": pl.Date}
    schema |= {f.name: kinds.get(f.kind, pl.String) for f in describe(kind)}
    numbered = [{"n": n, **row} for n, row in enumerate(rows)]
    return pl.DataFrame(numbered, schema=schema)


def facts_of(kind: type[Any], row: Row) -> Any:
    """Read a row of a register as the facts of one case; a code of nothing is unknown."""
    values: dict[str, Any] = {}
    for described in describe(kind):
        value = row[described.name]
        if value is not None and issubclass(described.kind, Choice):
            value = {member.code: member for member in described.kind}.get(value)
        if value is not None and described.kind in {Yuan, tuple}:
            value = Yuan.from_fen(value)
        several = value is not None and described.kind is tuple
        values[described.name] = (value,) if several else value
    return kind(**values)


@frozen
class Told:
    """What a working says of one row, in a form that both can be put into."""

    values: Mapping[str, Any]
    codes: tuple[str, ...]
    missing: tuple[str, ...]
    citations: frozenset[str]


def told_by_case(
    measure: Measure[Any, Any], rules: Any, facts: Any, on: date, conditions: tuple[Local, ...] = ()
) -> Told:
    """Work one case and put its outcome into the common form."""
    case = CaseWorking(on, Basis(measure, conditions=conditions))
    try:
        view = case.read(facts)
    except InvalidFactsError as error:
        # What a case refuses on the day is unknown in a row.
        view = case.read(attrs.evolve(facts, **{fault.path: None for fault in error.faults}))
    try:
        outcome = measure.work(case, view, rules)
    except Incomplete:
        # A measure that was written by hand for terms, which goes on where a value is unknown.
        case.restart()
        outcome = measure.work(case, view, rules)
    codes = tuple(refusal.code for refusal in outcome.refusals)
    if outcome.missing and not codes:
        codes = ("fact-missing",)
    flat = () if outcome.value is None else _flat(measure.name, outcome.value)
    values = {name: value for name, value in flat if value is not None}
    keys = frozenset(used.key for used in outcome.citations)
    return Told(values, codes, outcome.missing, keys)


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if attrs.has(type(value)):
        for f in attrs.fields(type(value)):
            yield from _flat(f"{name}_{f.name}", getattr(value, f.name))
    else:
        plain = value.fen if isinstance(value, Yuan) else value
        yield name, plain.code if isinstance(plain, Choice) else plain


def told_by_columns(
    measure: Measure[Any, Any],
    rules: Any,
    frame: pl.DataFrame,
    on: date | str,
    conditions: tuple[Local, ...] = (),
    only: Collection[str] = (),
) -> Iterator[tuple[str, list[Told]]]:
    """Work the frame on every engine, or on some only, and put each row into the common form."""

    def work(profile: Mapping[str, ColumnProfile], *, explain: bool = True) -> ColumnOutcome:
        working = ColumnWorking(
            on,
            measure.facts,
            measure=measure.name,
            explain=explain,
            conditions=conditions,
            profile=profile,
        )
        outcome: ColumnOutcome = measure.work(working, working.facts, rules)
        return outcome

    outcome = work({})
    fields = tuple(work({}, explain=False).last)

    def through(native: Any, back: Callable[[Any], pl.DataFrame]) -> pl.DataFrame:
        wrapped: Any = nw.from_native(native)
        return back(outcome.add_to(wrapped).to_native())

    results: dict[str, Callable[[], pl.DataFrame]] = {
        engine: partial(through, native, back) for engine, native, back in engines(frame)
    }
    columns = schema(measure) + ((FrameColumn(on, "", "", date),) if isinstance(on, str) else ())

    def plan(profile: Profile) -> Plan:
        by_name = {column.name: found for column, found in profile.items()}
        return Plan((work(by_name),), columns, {}, ())

    # As a part of a frame, which may be without any code.
    question = Question(plan, whole=False)
    results["polars, profiled"] = lambda: answer(question, frame)
    results["polars, coded"] = lambda: answer(question, with_enums(frame, columns))
    assert set(only) <= set(results)
    for engine in only or results:
        result = results[engine]().sort("n")
        assert not [name for name in result.columns if name.startswith("__")]
        yield engine, [_told(measure.name, fields, found) for found in result.to_dicts()]


def with_enums(frame: pl.DataFrame, columns: Sequence[FrameColumn]) -> pl.DataFrame:
    """Hold the codes of a frame as Enums, and a text that is not a code as unknown."""
    held = {c.name: pl.Enum(c.codes) for c in columns if c.codes}
    return frame.with_columns(pl.col(n).cast(kind, strict=False) for n, kind in held.items())


def _told(name: str, fields: tuple[str, ...], row: Row) -> Told:
    codes, missing, cited = (
        tuple(row[f"{name}_{key}"].split(";")) if row[f"{name}_{key}"] else ()
        for key in ("reasons", "missing", "citations")
    )
    values = {key: row[key] for key in fields if row[key] is not None}
    return Told(values, codes, missing, frozenset(cited))


def same(case: Told, column: Told) -> bool:
    """Tell whether both say the same; ratios in columns are text that is not cut down."""
    values = {
        name: Fraction(value) if isinstance(case.values.get(name), Fraction) else value
        for name, value in column.values.items()
    }
    return case == attrs.evolve(column, values=values)


@pytest.fixture(name="agree", scope="session")
def _agree() -> Callable[..., None]:
    return agree


@pytest.fixture(name="facts_of", scope="session")
def _facts_of() -> Callable[..., Any]:
    return facts_of


@pytest.fixture(name="engines", scope="session")
def _engines() -> Callable[..., Iterator[tuple[str, Any, Callable[[Any], pl.DataFrame]]]]:
    return engines


def agree(
    measure: Measure[Any, Any],
    rows: Sequence[Row],
    *,
    rules: Any = None,
    on: date | None = None,
    conditions: tuple[Local, ...] = (),
    only: Collection[str] = (),
) -> None:
    """Assert that both workings say the same of every row on every engine.

    Without *on* each row has its own day, in the column ``day``.
    """
    rules = rules or measure.rules()
    cases = [
        told_by_case(measure, rules, facts_of(measure.facts, row), on or row["day"], conditions)
        for row in rows
    ]
    frame = frame_of(measure.facts, rows)
    told = told_by_columns(measure, rules, frame, on or "day", conditions, only)
    for engine, found in told:
        for row, case, column in zip(rows, cases, found, strict=True):
            assert same(case, column), (engine, row, case, column)
