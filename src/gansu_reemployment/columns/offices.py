"""Relief ledgers grouped by office, tax and quarter, in columns (减免税台账汇总).

The sums are Decimal yuan or whole fen, so they equal the sums of the entries to the fen on every
engine.
"""

from typing import Any, Final, TypeVar

import narwhals as nw

from gansu_reemployment.columns.plan import reject
from gansu_reemployment.columns.schema import FrameColumn, Money
from gansu_reemployment.money import Yuan

FrameT = TypeVar("FrameT")

#: The columns that join an entry to its task.
KEYS: Final = ("authority", "office", "tax", "year", "quarter")
_TASK: Final = ("task", "collected", "granted")
_AMOUNTS: Final = (
    FrameColumn("amount", "减免税额", "relief", Yuan),
    FrameColumn("task", "收入任务", "task", Yuan),
    FrameColumn("collected", "已征收", "collected", Yuan),
)


def grouped_reliefs(entries: FrameT, tasks: FrameT, money: Money = "yuan") -> FrameT:
    """Return a row for each office, tax and quarter with its task and the sum of its reliefs.

    Args:
        entries: the ledger, with the columns ``authority``, ``office``, ``tax``, ``year``,
            ``quarter``, ``approved`` and ``amount``; only approved entries count.
        tasks: the same first five columns, ``task``, ``collected`` and ``granted``; one row for
            each office, tax and quarter.
        money: the form of all amounts: Decimal yuan, or whole fen.

    A task without entries has a sum of zero; entries without a task have a task that is null.

    Raises:
        ColumnsError: amounts are of another type; all of them are named.
    """
    wrapped: Any = entries
    others: Any = tasks
    for frame in (wrapped, others):
        types = nw.from_native(frame).collect_schema()
        found = [c.fault(types[c.name], money) for c in _AMOUNTS if c.name in types]
        reject([fault for fault in found if fault])
    held: Any = nw.Int64() if money == "fen" else nw.Decimal(22, 2)
    approved = nw.from_native(wrapped).filter(nw.col("approved"))
    sums = approved.group_by(*KEYS).agg(nw.col("amount").sum().alias("reliefs"))
    reliefs = sums.with_columns(nw.col("reliefs").cast(held))
    amounts = (nw.col(name).cast(held) for name in ("task", "collected"))
    known = nw.from_native(others).select(*KEYS, *amounts, "granted")
    none = nw.when(nw.col("reliefs").is_null()).then(nw.lit(0).cast(held))
    with_task = known.join(reliefs, on=list(KEYS), how="left").with_columns(
        none.otherwise(nw.col("reliefs")).alias("reliefs")
    )
    without = reliefs.join(known, on=list(KEYS), how="anti").with_columns(
        nw.lit(None).cast(held).alias("task"),
        nw.lit(None).cast(held).alias("collected"),
        nw.lit(None).cast(nw.Boolean).alias("granted"),
    )
    columns = [*KEYS, *_TASK, "reliefs"]
    parts: list[Any] = [with_task.select(*columns), without.select(*columns)]
    result: FrameT = nw.concat(parts, how="vertical").sort(*KEYS).to_native()
    return result
