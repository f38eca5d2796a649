"""A choice among plain whole numbers (整数的选择), made in as few bits as hold them.

Small numbers are chosen several times faster than large ones. They become large ones once, after
the choice.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import narwhals as nw

from gansu_reemployment.columns.missing import Expr

#: Returns a number, or null, as an expression.
Leaf = Callable[[int | None], Expr]
#: The types of whole numbers by their bits.
_KINDS: Final = ((8, nw.Int8), (16, nw.Int16), (32, nw.Int32), (64, nw.Int64))


class Numbers(NamedTuple):
    """Numbers from *least* to *most*; *choose* makes the choice of what it is told they are."""

    least: int
    most: int
    choose: Callable[[Leaf], Expr]

    def times(self, number: int) -> "Numbers":
        """Return the choice among the numbers multiplied."""
        least, most = sorted((self.least * number, self.most * number))

        def choose(leaf: Leaf) -> Expr:
            return self.choose(lambda n: leaf(None if n is None else n * number))

        return Numbers(least, most, choose)

    def expr(self) -> Expr:
        """Return the choice as numbers of 64 bits."""
        kind = next(kind for bits, kind in _KINDS if self._fits(bits))
        return self.choose(lambda n: nw.lit(n, kind)).cast(nw.Int64)

    def _fits(self, bits: int) -> bool:
        beyond: int = 2 ** (bits - 1)
        return -beyond <= self.least and self.most < beyond


def plain(value: Any) -> Numbers | None:
    """Return a plain number, or nothing, as a choice of one."""
    if value is not None and type(value) is not int:
        return None
    end = value or 0
    return Numbers(end, end, lambda leaf: leaf(value))


def one_of(choose: Callable[[Expr, Expr], Expr], one: Numbers, other: Numbers) -> Numbers:
    """Return a choice between two choices."""
    least, most = min(one.least, other.least), max(one.most, other.most)
    return Numbers(least, most, lambda leaf: choose(one.choose(leaf), other.choose(leaf)))
