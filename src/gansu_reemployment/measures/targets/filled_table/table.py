"""Tables that were filled in (成表): headings, and rows that begin with their name.

>>> table = FilledTable.of([("地区", "任务"), ("天　水", "1,200"), ("合计", "–")])
>>> table.number(table.row("天水"), "任务"), table.number(table.row("合计"), "任务")
(Decimal('1200'), None)
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.identity import masked
from gansu_reemployment.sheets.cells import column_letters

_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?%?")
_BLANKS: Final = frozenset({"", "-", "–", "—", "……", "…"})


@frozen
class Finding:
    """An inconsistent cell: its address, its stated and its expected value.

    *cell* is the address as in a spreadsheet; it is empty if the figure is not in the table.
    """

    cell: str
    row: str
    column: str
    stated: Any
    expected: Any
    problem: Message

    def say(self, locale: str = "en") -> str:
        """Return address and problem in *locale*."""
        names = show([self.column, self.row] if self.row else self.column, locale)
        values = {"path": f"{self.cell} {names}".lstrip(), "problem": self.problem}
        return Message(_("{path}: {problem}"), values).say(locale)


@frozen
class TableRow:
    """A row of a filled-in table: its *number* in the file, its name and its cells."""

    number: int
    name: str
    cells: tuple[Any, ...]


@frozen
class FilledTable:
    """A table that was filled in (成表): headings, and rows that begin with their name."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...] = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]], first: int = 1) -> "FilledTable":
        """Build a table from *rows*, headings first; *first* is their number in the file."""
        heads, *body = (tuple(row) for row in rows)
        columns = tuple(tidy(head) for head in heads)
        numbered = enumerate(body, start=first + 1)
        return cls(columns, tuple(TableRow(number, tidy(row[0]), row) for number, row in numbered))

    def index(self, column: str) -> int:
        """Return the index of a column.

        Raises:
            UnknownNameError: there is no such column.
        """
        if column not in self.columns:
            raise UnknownNameError(Message(_("column")), column, self.columns)
        return self.columns.index(column)

    def row(self, name: str) -> TableRow:
        """Return the first row of that name.

        Raises:
            UnknownNameError: there is no such row.
        """
        for row in self.rows:
            if row.name == name:
                return row
        raise UnknownNameError(Message(_("row")), name, [row.name for row in self.rows])

    def cell(self, row: TableRow, column: str) -> Any:
        """Return the content of a cell; ``None`` if the row is too short."""
        index = self.index(column)
        return row.cells[index] if index < len(row.cells) else None

    def number(self, row: TableRow, column: str) -> Decimal | None:
        """Return a cell as an exact number; ``None`` if it is blank or not a number."""
        return number(self.cell(row, column))

    def found(self, row: TableRow, column: str, expected: Any, text: str, **values: Any) -> Finding:
        """Build the finding of a cell; *text* may name *stated*, *expected* and *values*."""
        stated = self.cell(row, column)
        address = f"{column_letters(self.index(column))}{row.number}"
        exact = number(stated)
        shown = masked(stated) if exact is None else exact
        message = Message(text, {"stated": shown, "expected": expected, **values})
        return Finding(address, row.name, column, stated, expected, message)


def unreadable(table: FilledTable, columns: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each cell of *columns* that is neither a number nor blank."""
    text = _("{stated!r} is not a number")
    return tuple(
        table.found(row, column, None, text)
        for row in table.rows
        for column in columns
        if not _is_blank(cell := table.cell(row, column)) and number(cell) is None
    )


def number(cell: Any) -> Decimal | None:
    """Parse a cell as an exact number, without thousands separators and per cent sign."""
    if isinstance(cell, bool) or cell is None:
        return None
    text = unicodedata.normalize("NFKC", str(cell)).replace(",", "").strip()
    if isinstance(cell, float) and cell.is_integer():
        text = text.removesuffix(".0")
    return Decimal(text.removesuffix("%")) if _NUMBER.fullmatch(text) else None


def tidy(heading: Any) -> str:
    """Return a heading or name without the spaces that spread it over its column."""
    return "".join(str("" if heading is None else heading).split())


def _is_blank(cell: Any) -> bool:
    return cell is None or tidy(cell) in _BLANKS
