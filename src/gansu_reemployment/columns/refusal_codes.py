"""Joined codes by looking them up (查表取代码), for Polars frames in memory.

The marks of a row are the bits of a number, which is the index of the joined text in a short
table. This is several times faster than joining texts row by row.
"""

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import add
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from gansu_reemployment.columns.outcome import SEPARATOR, Codes
from gansu_reemployment.columns.run import Frame, write_texts

if TYPE_CHECKING:
    import polars as pl

#: With more marks the table takes longer to build than it saves.
_MOST_MARKS: Final = 12


def look_up_texts(frame: Frame, texts: Mapping[str, Codes]) -> Frame:
    """Add columns of joined codes to a Polars frame, from tables where these are short."""
    for name, codes in texts.items():
        if 1 < len(codes.codes) < _MOST_MARKS:
            native: Any = frame.to_native()
            frame = nw.from_native(native.with_columns(_text(codes).alias(name)))
        else:
            frame = write_texts(frame, {name: codes})
    return frame


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
