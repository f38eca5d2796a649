"""Checking a finished table (核对成表): do the parts add up, and do the percentages follow?

A table that somebody filled in is compared with itself. Every cell that does not agree is
named with what it says and what it should say; nothing is mended, for nobody but its author
knows which cell is wrong. A blank is not printed and is passed over; it is never zero.

>>> from gansu_reemployment.measures.targets.filled_table.table import FinishedTable
>>> table = FinishedTable.of([("年度", "岗位", "其中大龄"), ("一季度", 5, 6), ("合计", 8, 6)])
>>> for finding in check_table(table, [AddsUp("合计"), OfWhich("其中大龄", "岗位")]):
...     print(finding.say())
B3 岗位, 合计: 8 is stated, the parts add up to 5 (gap 3)
C2 其中大龄, 一季度: 6 is more than the 5 of 岗位 (gap 1)
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from attrs import frozen

from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.filled_table.table import Finding, FinishedTable, TableRow


class TableCheck(Protocol):
    """One question to a finished table."""

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every cell that does not agree."""


@frozen
class AddsUp:
    """Do the rows add up to the row *total*?

    Args:
        total: the name of the row of totals.
        column: the column of the stated total; every column without one.
        of: the columns that are added up, if other than *column*.
        minus: columns that are taken off.
        rows: the names of the parts; every other row without them.
        unit: to what the figures are rounded, such as 0.1; the sum may then miss the total by
            half of it for every figure. Without it the sum has to be exact.
    """

    total: str
    column: str | None = None
    of: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    unit: Decimal = Decimal(0)

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every total that its parts do not add up to."""
        total = table.row(self.total)
        parts = [row for row in table.rows if row is not total]
        parts = [row for row in parts if row.name in self.rows] if self.rows else parts
        for column in [self.column] if self.column else table.columns[1:]:
            stated = table.number(total, column)
            if stated is not None:
                yield from self._compare(table, total, column, stated, parts)

    def _compare(
        self,
        table: FinishedTable,
        total: TableRow,
        column: str,
        stated: Decimal,
        parts: list[TableRow],
    ) -> Iterator[Finding]:
        added = _numbers(table, parts, self.of or (column,))
        taken = _numbers(table, parts, self.minus)
        expected = sum(added, Decimal(0)) - sum(taken, Decimal(0))
        figures = len(added) + len(taken) + 1
        if abs(stated - expected) > self.unit * figures / 2:
            text = _("{stated} is stated, the parts add up to {expected} (gap {gap})")
            gap = stated - expected
            yield table.found(total, column, expected, text, gap=gap)


@frozen
class OfWhich:
    """Is the column *part* (其中) within the column *whole* in every row?"""

    part: str
    whole: str

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every cell that is more than what it is part of."""
        for row in table.rows:
            part, whole = table.number(row, self.part), table.number(row, self.whole)
            if part is not None and whole is not None and part > whole:
                text = _("{stated} is more than the {expected} of {name} (gap {gap})")
                yield table.found(row, self.part, whole, text, name=self.whole, gap=part - whole)


@frozen
class Follows:
    """Does the stated percentage follow from part and whole, at the decimals it is printed with?

    *whole* is a column or one number for all rows. Halves round up.
    """

    percent: str
    part: str
    whole: str | int

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every percentage that does not follow."""
        for row in table.rows:
            stated, part = table.number(row, self.percent), table.number(row, self.part)
            whole = self._whole(table, row)
            if stated is None or part is None or not whole:
                continue
            exact = Fraction(part) / Fraction(whole) * 100
            expected = _rounded(exact, stated)
            if stated != expected:
                text = _("{stated} is stated, {part} of {whole} is {expected} per cent")
                yield table.found(row, self.percent, expected, text, part=part, whole=whole)

    def _whole(self, table: FinishedTable, row: TableRow) -> Decimal | None:
        if isinstance(self.whole, int):
            return Decimal(self.whole)
        return table.number(row, self.whole)


@frozen
class Grows:
    """Does a column grow from its first row by the stated *rate* a row, compounded?"""

    column: str
    rate: Fraction

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every cell that the rate does not lead to, at the decimals it is printed with."""
        cells = [(row, table.number(row, self.column)) for row in table.rows]
        first = next((cell for _row, cell in cells if cell is not None), Decimal(0))
        exact = Fraction(first)
        for row, stated in cells:
            if stated is not None and stated != (expected := _rounded(exact, stated)):
                text = _("{stated} is stated, growth of {rate} from {first} gives {expected}")
                yield table.found(row, self.column, expected, text, rate=self.rate, first=first)
            exact *= 1 + self.rate


@frozen
class Marked:
    """Which cells did the makers of the table mark as suspect?

    The column *marks* names columns, joined by semicolons; the word ``suspect`` alone marks the
    cell of the column *value*.
    """

    marks: str = "suspect"
    value: str = "value"

    def findings(self, table: FinishedTable) -> Iterator[Finding]:
        """Give every marked cell."""
        for row in table.rows:
            for name in str(table.cell(row, self.marks) or "").split(";"):
                column = self.value if name == "suspect" else name.strip()
                if column:
                    text = _("the cell is marked as suspect and kept as printed")
                    yield table.found(row, column, None, text)


def check_table(table: FinishedTable, checks: Iterable[TableCheck]) -> tuple[Finding, ...]:
    """Ask every question of a finished table, and give every cell that does not agree.

    A cell that is neither a number nor blank in a column that is compared counts as blank; ask
    :func:`unreadable` for those.

    Raises:
        UnknownNameError: a check names a row or column that the table does not have.
    """
    return tuple(finding for check in checks for finding in check.findings(table))


def _numbers(
    table: FinishedTable, rows: Iterable[TableRow], columns: Iterable[str]
) -> list[Decimal]:
    cells = (table.number(row, column) for column in columns for row in rows)
    return [cell for cell in cells if cell is not None]


def _rounded(exact: Fraction, like: Decimal) -> Decimal:
    """Round half up to the decimals of *like*."""
    places = max(0, -int(like.as_tuple().exponent))
    scale = 10**places
    return Decimal((2 * exact * scale + 1) // 2).scaleb(-places)
