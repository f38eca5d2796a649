"""Columns by looking them up (查表取值), for Polars frames in memory.

The places of a choice are the index of its text in a short table. So it is with joined codes: the
marks of a row are the bits of a number, which is the index of the joined text. This is several
times faster than joining texts row by row.
"""

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import add
from typing import TYPE_CHECKING, Final

import narwhals as nw

from gansu_reemployment.columns.coded import Coded
from gansu_reemployment.columns.looked import ByText, Looked
from gansu_reemployment.columns.outcome import SEPARATOR, Codes
from gansu_reemployment.columns.run import Frame, write_plain

if TYPE_CHECKING:
    import polars as pl

#: With more marks the table takes longer to build than it saves.
_MOST_MARKS: Final = 12


def look_up(frame: Frame, looked: Mapping[str, Looked]) -> Frame:
    """Add columns to a Polars frame, from tables where these are short."""
    for name, column in looked.items():
        found, native = _looked_up(name, column), frame.to_native()
        if found is None:
            frame = write_plain(frame, {name: column})
        else:
            frame = nw.from_native(native.with_columns(found.alias(name)))
    return frame


def _looked_up(name: str, column: Looked) -> "pl.Expr | None":
    """Return a column that is looked up; ``None`` if its plain expression is faster."""
    import polars as pl  # noqa: PLC0415 - an extra

    if isinstance(column, Coded):
        return pl.lit(pl.Series(column.texts, dtype=pl.String)).gather(pl.col(name))
    if isinstance(column, ByText):
        return _number(column)
    if isinstance(column, Codes) and 1 < len(column.codes) < _MOST_MARKS:
        return _text(column)
    return None


def _number(column: ByText) -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - an extra

    texts = pl.col(column.column).cast(pl.String).cast(pl.Enum([*column.numbers]), strict=False)
    return pl.lit(pl.Series(column.numbers.values(), dtype=pl.Int16)).gather(texts.to_physical())


def _text(codes: Codes) -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - an extra

    marks = [pl.col(mark) for _code, mark in codes.codes]
    if codes.marks:
        marks.append(pl.any_horizontal(codes.marks))
    bits = [
        pl.when(at).then(pl.lit(1 << n, pl.UInt16)).otherwise(pl.lit(0, pl.UInt16))
        for n, at in enumerate(marks)
    ]
    table = _table(
        tuple(code for code, _mark in codes.codes), codes.otherwise if codes.marks else None
    )
    return pl.lit(table).gather(reduce(add, bits))


@cache
def _table(codes: Sequence[str], otherwise: str | None) -> "pl.Series":
    """Return the text of every combination of marks; the last mark is *otherwise*."""
    import polars as pl  # noqa: PLC0415 - an extra

    texts = [
        SEPARATOR.join(code for n, code in enumerate(codes) if bits >> n & 1) or None
        for bits in range(1 << len(codes))
    ]
    rest = [text or otherwise for text in texts] if otherwise else []
    return pl.Series([*texts, *rest], dtype=pl.String)
