"""What a frame in memory tells before it is worked (列检查): which columns leave nothing open.

A column of a register mostly holds a value in every row. Where it does, and every value is one
that the fact may have, no row of it can be undecided, and nothing need be asked of it row by row.
"""

from collections.abc import Iterable
from typing import Any

from gansu_reemployment.engines.job import Certain
from gansu_reemployment.engines.schema import FrameColumn
from gansu_reemployment.working.column_facts import Sure


def certain_columns(frame: Any, columns: Iterable[FrameColumn]) -> Certain:
    """Give the *columns* that hold, in every row of a Polars frame, a value they may have.

    A column that the frame lacks has its default in every row, if it has one.
    """
    columns = list(columns)
    held = [c for c in columns if c.name in frame.columns and not frame[c.name].null_count()]
    certain = {c: Sure() for c in columns if c.optional and c.name not in frame.columns}
    certain |= _with_codes(frame, [column for column in held if column.codes])
    for column in held:
        if column.limits and len(frame):
            least, most = _ends(frame[column.name])
            if column.limits[0] <= least and most <= column.limits[1]:
                certain[column] = Sure(least)
        elif not column.codes:
            certain[column] = Sure()
    return certain


def _with_codes(frame: Any, columns: list[FrameColumn]) -> dict[FrameColumn, Sure]:
    """Give the columns of which every text is a code; an Enum of the codes can hold no other."""
    import polars as pl  # noqa: PLC0415 - an extra

    enums = {c: frame.schema[c.name] for c in columns if frame.schema[c.name] == pl.Enum}
    coded = [c for c, enum in enums.items() if {*enum.categories} == {*c.codes}]
    columns = [column for column in columns if column not in coded]
    marks = [
        pl.col(column.name).cast(pl.String).is_in(column.codes).all().alias(str(n))
        for n, column in enumerate(columns)
    ]
    answers = frame.lazy().select(marks).collect().row(0) if marks else ()
    texts = {c: Sure() for c, good in zip(columns, answers, strict=True) if good}
    return texts | {column: Sure(coded=True) for column in coded}


def _ends(numbers: Any) -> tuple[int, int]:
    """Give the least and the most of a column, yuan as fen."""
    units = 100 if numbers.dtype.is_decimal() else 1
    return int(numbers.min() * units), int(numbers.max() * units)
