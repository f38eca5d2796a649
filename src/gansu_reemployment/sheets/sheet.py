"""The model of an official table (表格): its contents, for every output format."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Final, Literal

from attrs import evolve, field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _, show, wording
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.cells import add_up, as_tuple, is_number, problem, text_of
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.labels import Label, Text

TOTAL: Final = Label("合计", "Total")
UNIT: Final = Label("单位：", "Unit: ")
NOTE: Final = Label("注：", "Note: ")
WORDS: Final = Label("合计金额（大写）", "Total in words")


class Total(Enum):
    """How a column is totalled in the line of totals."""

    SUM = "sum"


#: The column is summed; in a spreadsheet by a formula.
SUM: Final = Total.SUM


@frozen
class Column:
    """A column, or a heading over several *columns* (表头).

    Args:
        heading: the text at the top of the column.
        columns: the columns below the heading.
        names: the cells name their rows; Chinese ones are spread over the width (分散对齐).
        total: ``SUM``, or the cell to print in the line of totals.
        decimals: decimals of a percentage, half up.
        width: in half-width characters; by default as wide as the contents.
    """

    heading: Text
    columns: "tuple[Column, ...]" = field(default=(), converter=as_tuple)
    names: bool = field(default=False, kw_only=True)
    total: Any = field(default=None, kw_only=True)
    decimals: int = field(default=1, kw_only=True)
    width: int | None = field(default=None, kw_only=True)

    @property
    def leaves(self) -> "tuple[Column, ...]":
        """The columns that hold cells, from left to right."""
        if not self.columns:
            return (self,)
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    @property
    def depth(self) -> int:
        """The number of levels from this heading down."""
        return 1 + max((column.depth for column in self.columns), default=0)


@frozen
class HeaderCell:
    """A heading at *row* and *index*, counted from zero, merged over *height* and *width*."""

    row: int
    index: int
    height: int
    width: int
    heading: Text


@frozen
class Line:
    """A row of the table, or its line of totals."""

    cells: tuple[Any, ...]
    total: bool = False


@frozen(kw_only=True)
class Graph:
    """A chart of a table's own cells, which a spreadsheet draws natively and keeps up to date.

    Args:
        names: the index of the column that names the rows.
        bars: the indices of the columns drawn as bars.
        line: the index of a column drawn as a line on a scale of its own.
        stacked: whether the bars of a row are stacked.
    """

    names: int
    bars: tuple[int, ...] = field(converter=as_tuple)
    line: int | None = None
    stacked: bool = False


def _rows(rows: Iterable[Iterable[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in rows)


@frozen(kw_only=True)
class Sheet:
    """An official table (表格).

    A cell is a text, a whole number, a Decimal, an amount (exact to the fen, its unit in the
    unit line), a ratio (a percentage), a date, a term in both languages, or ``None`` for a
    blank. A year must be a text, because numbers get thousands separators.

    Args:
        title: the line above the table.
        unit: the unit of the numbers (单位), or empty.
        columns: the header, of one or more levels.
        rows: the cells, row by row.
        totals: the position of the line of totals, which is written if a column has a total.
        notes: the notes below the table.
        landscape: whether the page is in landscape format.
        pages: the number of pages that the table is fitted into; 0 for as many as it needs.
        graph: a chart of its cells, below the table of a spreadsheet.
        in_words: an amount that is written in capitals (大写) below the totals.
        words: the name of that amount.
        filing: who files the table, for the lines above and below it.

    Raises:
        InvalidFactsError: a row has too few or too many cells, or a cell is a float or too long.
    """

    title: Text
    unit: Text = ""
    columns: tuple[Column, ...] = field(converter=as_tuple)
    rows: tuple[tuple[Any, ...], ...] = field(converter=_rows, repr=False)
    totals: Literal["first", "last"] = "last"
    notes: tuple[Text, ...] = field(default=(), converter=as_tuple)
    landscape: bool = False
    pages: int = 0
    graph: Graph | None = None
    in_words: Yuan | None = None
    words: Label = WORDS
    filing: Filing | None = None

    def _repr_html_(self) -> str:
        """Return the table in Chinese, for a notebook."""
        from gansu_reemployment.sheets.html import as_html  # noqa: PLC0415 - it imports this module

        return as_html(self)

    def __attrs_post_init__(self) -> None:
        faults = [] if self.columns else [Fault.at("columns", _("at least one is needed"))]
        for number, row in enumerate(self.rows):
            faults += _faults(f"rows[{number}]", row, len(self.leaves))
        if faults:
            raise InvalidFactsError(faults)

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The columns that hold cells, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    @property
    def depth(self) -> int:
        """The number of rows of the header."""
        return max(column.depth for column in self.columns)

    def header(self) -> tuple[HeaderCell, ...]:
        """Return the header's cells, each column before those below it."""
        return tuple(_header(self.columns, 0, 0, self.depth))

    def cells(self, index: int) -> tuple[Any, ...]:
        """Return the cells of the column at *index*, from the top."""
        return tuple(row[index] for row in self.rows)

    def total_row(self) -> tuple[Any, ...] | None:
        """Return the line of totals, or ``None`` if no column has a total.

        A sum skips blank cells and is blank if all of them are.
        """
        leaves = self.leaves
        if all(leaf.total is None for leaf in leaves):
            return None
        totals = [
            add_up(self.cells(index)) if leaf.total is SUM else leaf.total
            for index, leaf in enumerate(leaves)
        ]
        totals[self.total_index] = TOTAL
        return tuple(totals)

    @property
    def total_index(self) -> int:
        """The index of the column for the word *total*: the first column of names, or the first."""
        return next((index for index, leaf in enumerate(self.leaves) if leaf.names), 0)

    def body(self) -> "tuple[Line, ...]":
        """Return the rows with the line of totals, first or last."""
        lines = tuple(Line(row) for row in self.rows)
        if (total := self.total_row()) is None:
            return lines
        last = Line(total, total=True)
        return (last, *lines) if self.totals == "first" else (*lines, last)

    def numeric(self, index: int) -> bool:
        """Return whether the column at *index* holds only numbers, ignoring blanks."""
        known = [cell for cell in self.cells(index) if cell is not None]
        return bool(known) and all(is_number(cell) for cell in known)

    def note_lines(self, locale: str) -> tuple[str, ...]:
        """Return the notes as they are printed, numbered if there are several."""
        notes = [text_of(note, locale) for note in self.notes]
        if len(notes) > 1:
            notes = [f"{number}. {note}" for number, note in enumerate(notes, 1)]
        return (show(NOTE, locale) + notes[0], *notes[1:]) if notes else ()

    def filed(self, **filing: Any) -> "Sheet":
        """Return the table with the lines of who files it: the fields of ``Filing``."""
        return evolve(self, filing=Filing(**filing))

    def words_line(self, locale: str) -> str:
        """Return the line of the amount in capitals, such as 合计金额（大写）：人民币伍元整."""
        if self.in_words is None:
            return ""
        colon = wording("：", ": ", locale)
        return f"{self.words.show(locale)}{colon}{self.in_words.capitals()}"

    def unit_line(self, locale: str) -> str:
        """Return the line at the top right of the table, such as 单位：人."""
        unit = text_of(self.unit, locale)
        return show(UNIT, locale) + unit if unit else ""


def _header(columns: Sequence[Column], row: int, index: int, depth: int) -> Iterator[HeaderCell]:
    for column in columns:
        width = len(column.leaves)
        height = 1 if column.columns else depth - row
        yield HeaderCell(row, index, height, width, column.heading)
        yield from _header(column.columns, row + 1, index, depth)
        index += width


def _faults(path: str, row: Sequence[Any], width: int) -> list[Fault]:
    faults = [
        Fault(f"{path}[{index}]", found)
        for index, cell in enumerate(row)
        if (found := problem(cell))
    ]
    if len(row) != width:
        text = _("{number} cells; {width} are needed")
        faults.append(Fault.at(path, text, number=len(row), width=width))
    return faults
