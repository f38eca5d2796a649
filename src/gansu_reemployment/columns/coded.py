"""Texts as small numbers (文本代号): the place of each text in a short tuple.

Small numbers are chosen and compared several times faster than texts. A text becomes a number
where a frame in memory is read, stays one through the evaluation, and is looked up at the end.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import narwhals as nw

from gansu_reemployment.columns.missing import Expr

if TYPE_CHECKING:
    import polars as pl

    from gansu_reemployment.columns.schema import FrameColumn

#: The name of the column of numbers begins with this, before that of the column of texts.
CODED: Final = "__coded_"
#: Most columns show one of their texts in the first rows; only the others are read whole.
SAMPLE: Final = 1_000
#: With fewer rows neither a look at the first ones nor a query of all processors pays.
_LONG: Final = 50_000
#: With more texts than this it takes less time to look for the one that a row may have.
_FEW: Final = 4
#: Among more texts than this, some have the same byte with nearly every seed.
_BYTES: Final = 32
#: More texts than this cannot be numbered in eight bits.
_MOST: Final = 250


class Coded(NamedTuple):
    """The *places* of texts in the distinct *texts*; null where unknown."""

    places: Expr
    texts: tuple[str, ...]

    def at(self, text: str) -> int:
        """Return the place of a text; one that no row has if it is not there."""
        return self.texts.index(text) if text in self.texts else len(self.texts)

    def expr(self) -> Expr:
        """Return the texts, by expressions that every engine knows."""
        found: Expr = nw.lit(None, nw.String)
        for place, text in enumerate(self.texts):
            found = nw.when(self.places == place).then(nw.lit(text)).otherwise(found)
        return found

    def among(self, texts: tuple[str, ...]) -> Expr:
        """Return the places of the same texts among *texts*, which has them all."""
        moved = [texts.index(text) for text in self.texts]
        if moved == [*range(len(moved))]:
            return self.places
        if moved == [*range(moved[0], moved[0] + len(moved))]:
            return self.places + place(moved[0])
        found = place(None)
        for old, new in enumerate(moved):
            found = nw.when(self.places == old).then(place(new)).otherwise(found)
        return found


def places_of(name: str, texts: tuple[str, ...]) -> Coded | None:
    """Return the places in the column of numbers beside a column; ``None`` without any texts."""
    return Coded(nw.col(f"{CODED}{name}"), texts) if texts else None


def place(number: int | None) -> Expr:
    """Return a place that is the same in every row."""
    return nw.lit(number, nw.UInt8)


def joined(first: Coded | None, second: Coded | None) -> tuple[Coded, Coded] | None:
    """Return two coded terms over the same texts; ``None`` if one is not coded."""
    if first is None or second is None:
        return None
    texts = tuple(dict.fromkeys((*second.texts, *first.texts)))
    if not 0 < len(texts) < _MOST:
        return None
    return Coded(first.among(texts), texts), Coded(second.among(texts), texts)


def with_places(frame: "pl.DataFrame", columns: Iterable["FrameColumn"]) -> "pl.DataFrame":
    """Add the places of the codes to a Polars frame, for each column that has codes only."""
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for column in columns:
        if column.codes and column.name in frame.columns:
            wanted.setdefault(column.name, set()).add(column.codes)
    # Measures whose codes differ may read one column, which then stays as it is.
    same = {name: kinds.pop() for name, kinds in wanted.items() if len(kinds) == 1}
    same = {name: codes for name, codes in same.items() if _may_be_codes(frame[name], codes)}
    # The first rows mostly show a column with other texts, which then is not read whole.
    for part in (frame.head(SAMPLE), frame) if frame.height > _LONG else (frame,):
        if not same:
            return frame
        found = placed(part, same)
        same = {n: c for n, c in same.items() if found[n].null_count() == part[n].null_count()}
    added = [found[name].alias(f"{CODED}{name}") for name in same]
    return frame.with_columns(added) if added else frame


def texts_of(frame: "pl.DataFrame", column: "FrameColumn") -> tuple[str, ...]:
    """Return the texts of the places that the frame has of a column; empty if it has none."""
    import polars as pl  # noqa: PLC0415 - an extra

    if f"{CODED}{column.name}" not in frame.columns:
        return ()
    held = frame.schema[column.name]
    return tuple(held.categories) if isinstance(held, pl.Enum) else column.codes


def _may_be_codes(values: "pl.Series", codes: tuple[str, ...]) -> bool:
    """Return whether a column may have the codes and no other text."""
    import polars as pl  # noqa: PLC0415 - an extra

    held = values.dtype
    return not isinstance(held, pl.Enum) or {*held.categories} == {*codes}


def placed(frame: "pl.DataFrame", columns: Mapping[str, tuple[str, ...]]) -> "pl.DataFrame":
    """Return the places of the codes of *columns*; null where a value is not a code."""
    likely, sure = {}, {}
    for name, codes in columns.items():
        likely[f"{CODED}{name}"], sure[name] = _places(name, frame.schema[name], codes)
    # A lazy query shares the rows among the processors, but begins later.
    held: Any = frame.lazy() if frame.height > _LONG else frame
    found: pl.DataFrame = held.with_columns(**likely).select(**sure).lazy().collect()
    return found


def _places(name: str, held: Any, codes: tuple[str, ...]) -> "tuple[pl.Expr, pl.Expr]":
    """Return the places that the texts of a column may have, and from them those that they have."""
    import polars as pl  # noqa: PLC0415 - an extra

    column, place = pl.col(name), pl.col(f"{CODED}{name}")
    texts = column.cast(pl.String)
    if isinstance(held, pl.Enum):
        return column.to_physical().cast(pl.UInt8), place
    if len(codes) <= _FEW:
        return _compared(texts, codes), place
    if len(codes) > _BYTES:
        return texts.cast(pl.Enum(codes), strict=False).to_physical().cast(pl.UInt8), place
    seed, places = _by_byte(codes)
    likely = pl.lit(places).gather(_byte(texts, seed))
    return likely, pl.when(texts == pl.lit(pl.Series(codes)).gather(place)).then(place)


def _compared(texts: "pl.Expr", codes: tuple[str, ...]) -> "pl.Expr":
    """Return the places of codes by a comparison with each."""
    import polars as pl  # noqa: PLC0415 - an extra

    found: pl.Expr = pl.lit(None, pl.UInt8)
    for number, code in enumerate(codes):
        found = pl.when(texts == code).then(pl.lit(number, pl.UInt8)).otherwise(found)
    return found


@cache
def _by_byte(codes: tuple[str, ...]) -> tuple[int, "pl.Series"]:
    """Return a seed with which no two codes have the same byte, and a place for every byte."""
    import polars as pl  # noqa: PLC0415 - an extra

    for seed in count():
        found = pl.select(_byte(pl.lit(pl.Series(codes)), seed)).to_series().to_list()
        if len({*found}) == len(codes):
            break
    places = [found.index(byte) if byte in found else 0 for byte in range(256)]
    return seed, pl.Series(places, dtype=pl.UInt8)


def _byte(texts: "pl.Expr", seed: int) -> "pl.Expr":
    """Return the last byte of the hash of each text."""
    import polars as pl  # noqa: PLC0415 - an extra

    return texts.hash(seed).cast(pl.UInt8, wrap_numerical=True)
