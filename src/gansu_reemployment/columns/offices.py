"""Relief ledgers grouped by office, tax and quarter, in columns (减免税台账汇总).

The sums are whole fen, so they equal the sums of the entries to the fen on every engine.
"""

from typing import Any, Final, TypeVar

import narwhals as nw

FrameT = TypeVar("FrameT")

#: What an entry or a task belongs to.
KEYS: Final = ("authority", "office", "tax", "year", "quarter")
_TASK: Final = ("task", "collected", "granted")


def grouped_reliefs(entries: FrameT, tasks: FrameT) -> FrameT:
    """Return a row for each office, tax and quarter with its task and the sum of its reliefs.

    Args:
        entries: the ledger, with the columns ``authority``, ``office``, ``tax``, ``year``,
            ``quarter``, ``approved`` and ``amount`` (fen); only approved entries count.
        tasks: the same first five columns, ``task`` and ``collected`` (fen), and ``granted``;
            one row for each office, tax and quarter.

    A task without entries has a sum of zero; entries without a task have a task that is null.
    """
    wrapped: Any = entries
    approved = nw.from_native(wrapped).filter(nw.col("approved"))
    sums = approved.group_by(*KEYS).agg(nw.col("amount").sum().alias("reliefs"))
    reliefs = sums.with_columns(nw.col("reliefs").cast(nw.Int64))
    others: Any = tasks
    known = nw.from_native(others).select(*KEYS, *_TASK)
    with_task = known.join(reliefs, on=list(KEYS), how="left").with_columns(
        nw.col("reliefs").fill_null(0)
    )
    without = reliefs.join(known, on=list(KEYS), how="anti").with_columns(
        nw.lit(None).cast(nw.Int64).alias("task"),
        nw.lit(None).cast(nw.Int64).alias("collected"),
        nw.lit(None).cast(nw.Boolean).alias("granted"),
    )
    columns = [*KEYS, *_TASK, "reliefs"]
    parts: list[Any] = [with_task.select(*columns), without.select(*columns)]
    result: FrameT = nw.concat(parts, how="vertical").sort(*KEYS).to_native()
    return result
