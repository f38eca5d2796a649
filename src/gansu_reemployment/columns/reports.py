"""Reports on results (汇总与比较): sums by any keys, and two results side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import narwhals as nw
from attrs import evolve

from gansu_reemployment.columns.outcome import FACT_MISSING, SEPARATOR
from gansu_reemployment.columns.plan import Plan, joined
from gansu_reemployment.columns.request import column_measures
from gansu_reemployment.columns.schema import FrameColumn, results
from gansu_reemployment.errors import Fault
from gansu_reemployment.i18n import _
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure

#: The two sides of a comparison.
SIDES: Final = ("before", "after")
#: The results that can be added.
_ADDED: Final = (Yuan, int)


def has_code(reasons: str, code: str) -> nw.Expr:
    """Return whether *code* is among the reasons of each row; no where a row has no reasons."""
    marked = nw.concat_str(
        [nw.lit(SEPARATOR), nw.col(reasons), nw.lit(SEPARATOR)], ignore_nulls=True
    )
    return marked.str.contains(f"{SEPARATOR}{code}{SEPARATOR}", literal=True)


def list_faults(frame: Any, measures: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each column of reasons that holds lists, which are not counted."""
    if hasattr(frame, "mapInArrow") or hasattr(frame, "map_partitions"):
        return
    types = nw.from_native(frame).collect_schema()
    for name in (f"{measure}_reasons" for measure in measures):
        if isinstance(types[name], nw.List):
            yield Fault.at(name, _("lists are not counted; evaluate without lists=True"))


def code_columns(plan: Plan) -> Mapping[str, nw.Expr]:
    """Return a yes-or-no column for each possible refusal of a plan."""
    return {
        f"{outcome.measure}_refused_{code.replace('-', '_')}": has_code(
            f"{outcome.measure}_reasons", code
        )
        for outcome in plan.outcomes
        for code in outcome.codes
    }


def summary(frame: Any, by: Sequence[str], codes: Mapping[str, Sequence[str]]) -> Any:
    """Count and add the rows of a lazy narwhals frame by keys.

    *codes* are the codes of its measures. An empty frame has no counts.
    """
    held = frame.collect_schema()
    counted: dict[str, nw.Expr] = {"rows": nw.lit(1, nw.Int64)}
    for measure in column_measures():
        if measure.name in codes:
            counted |= dict(_counts(measure, codes[measure.name]))
            counted |= dict(_sums(measure, held))
    keys = list(by)
    counts = [expr.alias(name) for name, expr in counted.items()]
    marked = frame.select(*(nw.col(key) for key in keys), *counts)
    return added(marked, keys)


def added(frame: Any, keys: Sequence[str]) -> Any:
    """Add all columns of a lazy narwhals frame but the keys, for each combination of keys."""
    types = frame.collect_schema()
    names = [name for name in types if name not in keys]
    sums = [nw.col(name).sum().alias(name) for name in names]
    totals = frame.group_by(*keys).agg(*sums).sort(*keys) if keys else frame.select(*sums)
    # DuckDB adds whole numbers into wider ones.
    whole = [nw.col(name).cast(nw.Int64) for name in names if types[name].is_integer()]
    return totals.with_columns(*whole)


def _counts(measure: Measure[Any, Any], codes: Sequence[str]) -> Iterator[tuple[str, nw.Expr]]:
    reasons = nw.col(f"{measure.name}_reasons")
    undecided = reasons == FACT_MISSING
    yield f"{measure.name}_decided", _one(reasons.is_null())
    yield f"{measure.name}_refused", _one(~undecided)
    yield f"{measure.name}_undecided", _one(undecided)
    for code in codes:
        mark = has_code(f"{measure.name}_reasons", code)
        yield f"{measure.name}_refused_{code.replace('-', '_')}", _one(mark)
    for column in results(measure):
        for code in column.codes:
            yield f"{column.name}_is_{code}", _one(nw.col(column.name) == code)


def _sums(measure: Measure[Any, Any], held: Mapping[str, Any]) -> Iterator[tuple[str, nw.Expr]]:
    for column in results(measure):
        if column.kind in _ADDED and column.name in held:
            yield f"{column.name}_sum", nw.col(column.name)


def _one(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64))


def change_columns(measure: Measure[Any, Any]) -> list[str]:
    """Return the names of the columns that say how much each amount or number rose."""
    return [f"{column.name}_change" for column in results(measure) if column.kind in _ADDED]


def compared(measure: Measure[Any, Any], sides: Sequence[Plan]) -> Plan:
    """Join two plans of a measure, with the differences between their results.

    ``<measure>_changed`` is whether value or reasons differ; ``<field>_change`` is the later
    amount or number less the earlier one, where a refusal counts as nothing.
    """
    before = sides[0]
    changed = [
        _differs(name, f"{measure.name}_after{name.removeprefix(f'{measure.name}_before')}")
        for name in before.added
        if not name.endswith("_missing") and name not in before.statuses
    ]
    difference = nw.any_horizontal(*changed, ignore_nulls=False)
    changes = {
        f"{column.name}_change": _worth(measure, "after", column, before)
        - _worth(measure, "before", column, before)
        for column in results(measure)
        if column.kind in _ADDED
    }
    after_both = {f"{measure.name}_changed": difference, **changes}
    both = joined(sides)
    return evolve(both, after=(*both.after, after_both))


def _differs(first: str, second: str) -> nw.Expr:
    one, other = nw.col(first), nw.col(second)
    either, both = one.is_null() | other.is_null(), one.is_null() & other.is_null()
    return nw.when(either).then(~both).otherwise(one != other)


def _worth(measure: Measure[Any, Any], side: str, column: FrameColumn, plan: Plan) -> nw.Expr:
    """Return the worth of a row: nothing where it is refused, unknown where it is undecided."""
    name = f"{measure.name}_{side}"
    value = nw.col(f"{name}{column.name.removeprefix(measure.name)}")
    nothing = nw.lit(0)
    if plan.money == "yuan" and column.kind is Yuan:
        nothing = nothing.cast(nw.Decimal(22, 2))
    refused = nw.col(f"{name}_reasons") != FACT_MISSING
    return nw.when(refused).then(nothing).otherwise(value)
