"""Check of a filled-in table against itself (核对成表): sums, parts and percentages.

Every inconsistent cell is reported with its stated and its expected value. No cell is corrected,
because only the author of the table can know which cell is wrong. A blank cell is skipped; it is
not zero.

>>> from gansu_reemployment.measures.targets.filled_table.table import FilledTable
>>> table = FilledTable.of([("年度", "岗位", "其中大龄"), ("一季度", 5, 6), ("合计", 8, 6)])
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
from gansu_reemployment.measures.targets.filled_table.table import FilledTable, Finding, TableRow


class TableCheck(Protocol):
    """A check of a filled-in table."""

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every inconsistent cell."""


@frozen
class AddsUp:
    """Check that rows add up to the row *total*.

    Args:
        total: the name of the row of totals.
        column: the column of the stated total; by default every column.
        of: the columns that are added, if other than *column*.
        minus: the columns that are subtracted.
        rows: the names of the parts; by default every other row.
        unit: the unit to which figures are rounded, such as 0.1. The sum may differ from the
            total by half a unit for each figure. By default the sum must be exact.
    """

    total: str
    column: str | None = None
    of: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    unit: Decimal = Decimal(0)

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every total that differs from the sum of its parts."""
        total = table.row(self.total)
        parts = [row for row in table.rows if row is not total]
        parts = [row for row in parts if row.name in self.rows] if self.rows else parts
        for column in [self.column] if self.column else table.columns[1:]:
            stated = table.number(total, column)
            if stated is not None:
                yield from self._compare(table, total, column, stated, parts)

    def _compare(
        self,
        table: FilledTable,
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
    """Check that the column *part* (其中) is at most the column *whole* in every row."""

    part: str
    whole: str

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every part above its whole."""
        for row in table.rows:
            part, whole = table.number(row, self.part), table.number(row, self.whole)
            if part is not None and whole is not None and part > whole:
                text = _("{stated} is more than the {expected} of {name} (gap {gap})")
                yield table.found(row, self.part, whole, text, name=self.whole, gap=part - whole)


@frozen
class Follows:
    """Check that the stated percentage is *part* of *whole*, rounded to its own decimals.

    *whole* is a column, or one number for all rows. Halves are rounded up.
    """

    percent: str
    part: str
    whole: str | int

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every other percentage."""
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

    def _whole(self, table: FilledTable, row: TableRow) -> Decimal | None:
        if isinstance(self.whole, int):
            return Decimal(self.whole)
        return table.number(row, self.whole)


@frozen
class Grows:
    """Check that a column grows by *rate* in every row, compounded from its first."""

    column: str
    rate: Fraction

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every other cell, compared at its own decimals."""
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
    """Report the cells that the makers of the table marked as suspect.

    The column *marks* has names of columns, joined by semicolons. The word ``suspect`` alone
    marks the cell of the column *value*.
    """

    marks: str = "suspect"
    value: str = "value"

    def findings(self, table: FilledTable) -> Iterator[Finding]:
        """Yield a finding for every marked cell."""
        for row in table.rows:
            for name in str(table.cell(row, self.marks) or "").split(";"):
                column = self.value if name == "suspect" else name.strip()
                if column:
                    text = _("the cell is marked as suspect and kept as printed")
                    yield table.found(row, column, None, text)


def check_table(table: FilledTable, checks: Iterable[TableCheck]) -> tuple[Finding, ...]:
    """Return the findings of every check of a filled-in table.

    In a compared column, a cell that is neither a number nor blank counts as blank;
    :func:`unreadable` reports it.

    Raises:
        UnknownNameError: a check names a row or column that the table does not have.
    """
    return tuple(finding for check in checks for finding in check.findings(table))


def _numbers(table: FilledTable, rows: Iterable[TableRow], columns: Iterable[str]) -> list[Decimal]:
    cells = (table.number(row, column) for column in columns for row in rows)
    return [cell for cell in cells if cell is not None]


def _rounded(exact: Fraction, like: Decimal) -> Decimal:
    """Round half up to the decimals of *like*."""
    places = max(0, -int(like.as_tuple().exponent))
    scale = 10**places
    return Decimal((2 * exact * scale + 1) // 2).scaleb(-places)
