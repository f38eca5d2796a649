"""The cost of a reform (改革成本测算): by group, weighted for a sample, and change by change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar

import narwhals as nw

from gansu_reemployment.columns.backends import answer, count
from gansu_reemployment.columns.plan import Plan, Question
from gansu_reemployment.columns.profile import Profile
from gansu_reemployment.columns.reports import SIDES, added, change_columns, compared
from gansu_reemployment.columns.request import column_measure
from gansu_reemployment.columns.schema import Money
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.i18n import _
from gansu_reemployment.working.measure import Measure

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau
    from gansu_reemployment.columns.bureau import BureauColumns

FrameT = TypeVar("FrameT")

#: The column of a decomposition that names the rule of each change.
CHANGE: Final = "change"


class Costing(TypedDict, total=False):
    """The options of a costing.

    *by* are the keys of the groups; *weights* is a column of whole numbers or ``Decimal``, such
    as the weights of a sample; *region* and *money* are as in every measure over columns.
    """

    by: Sequence[str]
    weights: str | None
    region: str | None
    money: Money


def steps_of(
    bureau: "Bureau", changes: Mapping[str, Any], since: date
) -> Iterator[tuple[str, "Bureau", "Bureau"]]:
    """Yield each change with the bureaus before and after it, each on top of those before."""
    for path, value in changes.items():
        after = bureau.supposing({path: value}, since=since)
        yield path, bureau, after
        bureau = after


def side_by_side(
    sides: Sequence["BureauColumns"],
    measure: str,
    frame: FrameT,
    days: tuple[date | str, date | str],
    *,
    region: str | None = None,
    money: Money = "yuan",
) -> FrameT:
    """Evaluate a measure before and after in one pass, and what differs."""
    found = column_measure(measure, sides[0].bureau, region)
    requests = [
        (side.request(day, region=region, money=money), f"{measure}_{name}")
        for side, day, name in zip(sides, days, SIDES, strict=True)
    ]

    def plan(profile: Profile) -> Plan:
        return compared(found, [r.plan(found, profile, name=name) for r, name in requests])

    result: FrameT = answer(Question(plan), frame)
    return result


def cost_of(
    sides: Sequence["BureauColumns"],
    measure: str,
    frame: FrameT,
    on: date | str,
    *,
    by: Sequence[str] = (),
    weights: str | None = None,
    region: str | None = None,
    money: Money = "yuan",
) -> FrameT:
    """Add up what differs before and after, for each combination of the keys *by*.

    Raises:
        ColumnsError: the weights are not whole numbers or ``Decimal``.
    """
    both = side_by_side(sides, measure, frame, (on, on), region=region, money=money)
    found = column_measure(measure, sides[0].bureau, region)
    work = partial(_totals, measure=found, by=by, weights=weights)
    result: FrameT = count(work, partial(added, keys=tuple(by)), both)
    return result


def stacked(parts: Sequence[tuple[str, Any]]) -> Any:
    """Return the totals of each change below one another, with the path of its rule."""
    frames: list[Any] = []
    for path, part in parts:
        frame: Any = nw.from_native(part)
        names = frame.collect_schema().names()
        frames.append(frame.select(nw.lit(path).alias(CHANGE), *map(nw.col, names)))
    return nw.concat(frames).to_native()


def _totals(
    frame: Any, *, measure: Measure[Any, Any], by: Sequence[str], weights: str | None
) -> Any:
    types = frame.collect_schema()
    if weights is not None and not (types[weights].is_integer() or types[weights].is_decimal()):
        text = _("{column}: weights are whole numbers or Decimal, not {type!s}.")
        raise ColumnsError(text, column=weights, type=str(types[weights]))
    weight = nw.col(weights) if weights else nw.lit(1, nw.Int64)
    changed = nw.col(f"{measure.name}_changed")
    counted = {
        "rows": nw.lit(1, nw.Int64),
        "weight": weight,
        f"{measure.name}_changed": nw.when(changed).then(weight).otherwise(weight * 0),
    }
    for name in change_columns(measure):
        counted[name] = nw.col(name) * weight
        open_ = nw.col(name).is_null() | weight.is_null()
        counted[f"{name}_open"] = nw.when(open_).then(1).otherwise(0).cast(nw.Int64)
    keys = (nw.col(key) for key in by)
    return added(frame.select(*keys, *(e.alias(n) for n, e in counted.items())), by)
