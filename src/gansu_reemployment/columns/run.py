"""The run of a plan over a lazy frame (按方案计算); nothing is evaluated here.

Amounts of Decimal yuan become fen on the way in, and yuan again on the way out if wanted. The
columns that the frame came with are left unchanged.
"""

from collections.abc import Callable, Collection
from decimal import Decimal
from itertools import zip_longest
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.facts import MOST
from gansu_reemployment.columns.looked import Mixed, write_plain
from gansu_reemployment.columns.outcome import SEPARATOR
from gansu_reemployment.columns.plan import Plan, Stage
from gansu_reemployment.columns.schema import MONEY, FrameColumn
from gansu_reemployment.columns.spellings import Respell, respell
from gansu_reemployment.money import Yuan

Frame = nw.LazyFrame[Any]
#: Adds columns to a frame that may be looked up.
Writer = Callable[[Frame, Mixed], Frame]

_YUAN_PER_FEN: Final = Decimal("0.01")
#: The types of whole numbers whose largest are beyond any that is computed with.
_WIDE: Final = (nw.UInt64, nw.UInt128, nw.Int128)
_KEPT: Final = "__kept_"
_NONE: Final[Mixed] = {}


def run(
    plan: Plan,
    frame: Frame,
    write: Writer = write_plain,
    *,
    respell: Respell = respell,
    spelt: Collection[str] | None = None,
) -> Frame:
    """Add the columns of *plan* to a lazy frame.

    *write* adds what may be looked up, and *respell* replaces terms by codes, for an engine that
    has a faster way. *spelt* are the columns known to have terms, where that is known.

    Raises:
        ColumnsError: columns are missing or of a wrong type; all of them are named.
    """
    types, reads = frame.collect_schema(), plan.reads
    needed = plan.needed(types)
    inward = {name: _inward(reads[name], types[name]) for name in needed}
    converted = {name: expr for name, expr in inward.items() if expr is not None}
    named = needed if spelt is None else [name for name in needed if name in spelt]
    chosen = [reads[name] for name in named if _is_spelt(reads[name], types[name])]
    changed = [*converted, *(column.name for column in chosen)]
    kept = {f"{_KEPT}{name}": nw.col(name) for name in changed}
    assumed = {name: nw.lit(v) for name, v in plan.defaults.items() if name not in types}
    frame = respell(_add(frame, {**kept, **converted, **assumed}), chosen)
    frame = write(frame, plan.before)
    frame = _staged(plan, frame, write)
    for stage in (_outward(plan), _presumed(plan, types), *plan.after, _lists(plan)):
        frame = _add(frame, stage)
    added = set(plan.added)
    frame = _add(frame, {n: nw.col(f"{_KEPT}{n}") for n in changed if n not in added})
    return _drop(frame, [*kept, *(n for n in assumed if n not in added), *plan.before])


def _outward(plan: Plan) -> Stage:
    """Return the amounts of the results in yuan, if that is wanted."""
    amounts = [column.name for column in plan.results if column.kind is Yuan]
    return {name: _yuan(nw.col(name)) for name in amounts} if plan.money == "yuan" else {}


def _presumed(plan: Plan, types: Collection[str]) -> Stage:
    """Return the columns that name what was presumed; null where the frame has every column."""
    absent = {
        column: SEPARATOR.join(name for name in names if name not in types)
        for column, names in plan.presumed.items()
    }
    return {column: nw.lit(names or None, nw.String) for column, names in absent.items()}


def _lists(plan: Plan) -> Stage:
    """Return the joined codes as lists, if the plan has them; null where there are no codes."""
    names = [name for outcome in plan.outcomes for name in outcome.texts] if plan.lists else []
    return {name: nw.col(name).str.split(SEPARATOR) for name in names}


def _yuan(fen: nw.Expr) -> nw.Expr:
    return (fen.cast(nw.Decimal(20, 0)) * nw.lit(_YUAN_PER_FEN)).cast(nw.Decimal(22, 2))


def _inward(column: FrameColumn, stored: Any) -> nw.Expr | None:
    """Return the conversion of a column to the type of the expressions, if it has another type."""
    expr = nw.col(column.name)
    if column.kind in MONEY and isinstance(stored, nw.Decimal):
        most = MOST[column.kind] // 100
        return (nw.when(expr.is_between(-most, most)).then(expr) * 100).cast(nw.Int64)
    if column.holds == "Date" and isinstance(stored, nw.Datetime):
        return expr.cast(nw.Date)
    if column.kind in MOST and stored in _WIDE:
        most = MOST[column.kind]
        small = expr <= most if stored.is_unsigned_integer() else expr.is_between(-most, most)
        return nw.when(small).then(expr).cast(nw.Int64)
    return None


def _is_spelt(column: FrameColumn, stored: Any) -> bool:
    """Return whether a column of a choice may have other texts than its codes."""
    if not column.codes or stored == nw.Unknown:
        return False
    return not (isinstance(stored, nw.Enum) and {*stored.categories} <= {*column.codes})


def _add(frame: Frame, columns: Stage) -> Frame:
    if not columns:
        return frame
    return frame.with_columns(*(expr.alias(name) for name, expr in columns.items()))


def _drop(frame: Frame, names: list[str]) -> Frame:
    return frame.drop(names) if names else frame


def _staged(plan: Plan, frame: Frame, write: Writer) -> Frame:
    """Add all outcomes stage by stage, so that shared expressions are evaluated once.

    The last stages are added together: a result may have the name of another's fact.
    """
    outcomes = plan.outcomes
    for stages in zip_longest(*(outcome.scratch for outcome in outcomes), fillvalue=_NONE):
        frame = write(frame, {n: column for stage in stages for n, column in stage.items()})
    frame = _add(frame, {n: e for outcome in outcomes for n, e in outcome.last.items()})
    if plan.status:
        frame = _add(frame, {outcome.status: outcome.reasons.status() for outcome in outcomes})
    frame = write(frame, {n: text for outcome in outcomes for n, text in outcome.written.items()})
    return _drop(
        frame, [name for outcome in outcomes for stage in outcome.scratch for name in stage]
    )
