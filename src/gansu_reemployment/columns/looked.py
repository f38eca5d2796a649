"""Columns that an engine may look up in a table (查表列), if that is faster than choices."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.missing import Expr


class Looked(Protocol):
    """A column that may be looked up."""

    def expr(self) -> Expr:
        """Return the column by an expression that every engine knows."""


@frozen
class ByText:
    """The number of each text of a column; null for a text that has none."""

    column: str
    numbers: Mapping[str, int]

    def expr(self) -> Expr:
        """Return the numbers by an expression that every engine knows."""
        text = nw.col(self.column).cast(nw.String)
        found: Expr = nw.lit(None, nw.Int64)
        for number in dict.fromkeys(self.numbers.values()):
            texts = [spelt for spelt, its in self.numbers.items() if its == number]
            found = nw.when(text.is_in(texts)).then(nw.lit(number)).otherwise(found)
        return found


@frozen
class ByDay:
    """A value that rests on the day in a *column* only, from the first to the last of *days*."""

    column: str
    days: tuple[date, date]
    value: Expr

    def expr(self) -> Expr:
        """Return the value, computed row by row."""
        return self.value


#: Columns to add at once; none of them reads another one.
Mixed = Mapping[str, Expr | Looked]


def write_plain(frame: nw.LazyFrame[Any], columns: Mixed) -> nw.LazyFrame[Any]:
    """Add columns by expressions that every engine knows."""
    if not columns:
        return frame
    exprs = {n: c if isinstance(c, nw.Expr) else c.expr() for n, c in columns.items()}
    return frame.with_columns(*(expr.alias(name) for name, expr in exprs.items()))
