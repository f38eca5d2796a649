"""Columns that an engine may look up in a table (查表列), if that is faster than choices."""

from collections.abc import Mapping
from typing import Protocol

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
