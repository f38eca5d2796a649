"""Choices in columns (选项的写法): codes, and the Chinese terms and names that registers use too.

The expressions compare codes. Where a column may have other spellings, they are replaced by the
codes before, each engine in its fastest way; a text that is none of them stays, and is unknown.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import narwhals as nw

from gansu_reemployment.i18n import Choice, spellings

if TYPE_CHECKING:
    import polars as pl

    from gansu_reemployment.columns.schema import FrameColumn

Frame = nw.LazyFrame[Any]
#: Replaces the spellings of columns in a frame.
Respell = Callable[[Frame, Sequence["FrameColumn"]], Frame]


def other_spellings(kind: type[Choice]) -> Mapping[str, str]:
    """Return the code of every spelling that is not the code itself."""
    return _others(kind)


@cache
def _others(kind: type[Choice]) -> Mapping[str, str]:
    codes = {text: member.code for text, member in spellings(kind).items()}
    return {text: code for text, code in codes.items() if text != code}


def respell(frame: Frame, columns: Sequence["FrameColumn"]) -> Frame:
    """Replace spellings by codes with expressions that every engine knows."""
    return frame.with_columns(*(_respelt(column) for column in columns)) if columns else frame


def _respelt(column: "FrameColumn") -> nw.Expr:
    text = nw.col(column.name).cast(nw.String)
    found = text
    for other, code in other_spellings(column.kind).items():
        found = nw.when(text == other).then(nw.lit(code)).otherwise(found)
    # Most rows have a code, for which no other text is looked at.
    return nw.when(text.is_in(column.codes)).then(text).otherwise(found).alias(column.name)


def respell_in_pieces(frame: Frame, columns: Sequence["FrameColumn"]) -> Frame:
    """Replace spellings in a lazy Polars frame; a piece that has codes only is not touched."""
    import polars as pl  # noqa: PLC0415 - an extra

    native: Any = frame.to_native()
    exprs = [
        pl.col(column.name)
        .cast(pl.String)
        .map_batches(partial(_piece, column.kind), return_dtype=pl.String, is_elementwise=True)
        for column in columns
    ]
    return nw.from_native(native.with_columns(exprs)) if exprs else frame


def _piece(kind: type[Choice], texts: "pl.Series") -> "pl.Series":
    others = other_spellings(kind)
    return texts.replace(others) if has_others(kind, texts) else texts


def has_others(kind: type[Choice], texts: "pl.Series") -> bool:
    """Return whether a series has a spelling that is not a code."""
    return bool(texts.is_in(list(other_spellings(kind))).any())
