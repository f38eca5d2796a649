"""Columns by looking them up (查表取值), for Polars frames in memory.

The places of a choice are the index of its text in a short table. So it is with joined codes: the
marks of a row are the bits of a number, which is the index of the joined text. This is several
times faster than joining texts row by row.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, reduce
from itertools import groupby
from operator import add
from typing import TYPE_CHECKING, Final

import narwhals as nw

from gansu_reemployment.columns.coded import Coded
from gansu_reemployment.columns.looked import ByDay, ByText, Looked, Mixed, write_plain
from gansu_reemployment.columns.outcome import SEPARATOR, Codes
from gansu_reemployment.columns.run import Frame

if TYPE_CHECKING:
    import polars as pl

#: The table of more codes takes longer to build than it saves.
_MOST_CODES: Final = 14
_EPOCH: Final = date(1970, 1, 1)
#: Codes, each with the column that marks its rows.
Marked = Sequence[tuple[str, str]]


def look_up(frame: Frame, columns: Mixed) -> Frame:
    """Add columns to a Polars frame in their order, from tables where these are short."""
    tables = {name: _looked_up(name, column) for name, column in columns.items()}
    for plain, names in groupby(columns, key=lambda name: tables[name] is None):
        if plain:
            frame = write_plain(frame, {name: columns[name] for name in names})
        else:
            found = {name: tables[name] for name in names}
            frame = nw.from_native(frame.to_native().with_columns(**found))
    return frame


def _looked_up(name: str, column: nw.Expr | Looked) -> "pl.Expr | None":
    """Return a column that is looked up; ``None`` if its plain expression is faster."""
    import polars as pl  # noqa: PLC0415 - an extra

    if isinstance(column, Coded):
        return pl.lit(pl.Series(column.texts, dtype=pl.String)).gather(pl.col(name))
    if isinstance(column, ByText):
        return _number(column)
    if isinstance(column, ByDay):
        return _of_day(column)
    if isinstance(column, Codes) and 1 < len(column.codes) <= 2 * _MOST_CODES:
        return _text(column)
    return None


def _of_day(column: ByDay) -> "pl.Expr":
    """Return the value of the day of each row among those of all days."""
    import polars as pl  # noqa: PLC0415 - an extra

    first, last = column.days
    days = pl.DataFrame({column.column: pl.date_range(first, last, eager=True)})
    table = nw.from_native(days).select(column.value.alias("value"))["value"].to_native()
    number = pl.col(column.column).to_physical() - (first - _EPOCH).days
    return pl.lit(table).gather(number)


def _number(column: ByText) -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - an extra

    texts = pl.col(column.column).cast(pl.String).cast(pl.Enum([*column.numbers]), strict=False)
    return pl.lit(pl.Series(column.numbers.values(), dtype=pl.Int16)).gather(texts.to_physical())


def _text(codes: Codes) -> "pl.Expr":
    """Return joined codes from a table, or from two tables if there are many."""
    import polars as pl  # noqa: PLC0415 - an extra

    if len(codes.codes) <= _MOST_CODES:
        rest = [_any(codes.marks)] if codes.marks else []
        return _gathered(codes.codes, rest, "", codes.otherwise)
    half = len(codes.codes) // 2
    first, second = codes.codes[:half], codes.codes[half:]
    before, after = (_any(mark for _code, mark in part) for part in (first, second))
    texts = _gathered(first, [], "", ""), _gathered(second, [before], SEPARATOR, "")
    found = pl.when(before | after).then(pl.concat_str(texts, ignore_nulls=True))
    if codes.marks:
        return found.when(_any(codes.marks)).then(pl.lit(codes.otherwise))
    return found


def _any(marks: Iterable[str]) -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - an extra

    return pl.any_horizontal(marks)


def _gathered(codes: Marked, last: "list[pl.Expr]", before: str, otherwise: str) -> "pl.Expr":
    """Return the texts at the numbers whose bits are the marks of *codes* and the *last* one."""
    import polars as pl  # noqa: PLC0415 - an extra

    marks = [*(pl.col(mark) for _code, mark in codes), *last]
    bits = [
        pl.when(at).then(pl.lit(1 << n, pl.UInt16)).otherwise(pl.lit(0, pl.UInt16))
        for n, at in enumerate(marks)
    ]
    table = _table(tuple(code for code, _mark in codes), before, otherwise)
    return pl.lit(table).gather(reduce(add, bits))


@cache
def _table(codes: tuple[str, ...], before: str, otherwise: str) -> "pl.Series":
    """Return the text of every combination of *codes*, and of every one with the last mark.

    Such a text has *before* ahead of it, or is *otherwise* if there are no codes.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    texts = [""]
    for code in codes:
        texts += [f"{text}{SEPARATOR}{code}" if text else code for text in texts]
    marked = [f"{before}{text}" if text else otherwise for text in texts]
    return pl.Series([text or None for text in (*texts, *marked)], dtype=pl.String)
