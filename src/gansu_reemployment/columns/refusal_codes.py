"""Texts by looking them up (查表取代码), for Polars frames in memory.

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
from gansu_reemployment.columns.outcome import SEPARATOR, Codes
from gansu_reemployment.columns.run import Frame, write_texts

if TYPE_CHECKING:
    import polars as pl

#: With more marks the table takes longer to build than it saves.
_MOST_MARKS: Final = 12


def look_up_texts(frame: Frame, texts: Mapping[str, Coded | Codes]) -> Frame:
    """Add columns of texts to a Polars frame, from tables where these are short."""
    for name, text in texts.items():
        found, native = _looked_up(name, text), frame.to_native()
        if found is None:
            frame = write_texts(frame, {name: text})
        else:
            frame = nw.from_native(native.with_columns(found.alias(name)))
    return frame


def _looked_up(name: str, text: Coded | Codes) -> "pl.Expr | None":
    """Return a text that is looked up; ``None`` if joining it is faster."""
    import polars as pl  # noqa: PLC0415 - an extra

    if isinstance(text, Coded):
        return pl.lit(pl.Series(text.texts, dtype=pl.String)).gather(pl.col(name))
    return _text(text) if 1 < len(text.codes) < _MOST_MARKS else None


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
