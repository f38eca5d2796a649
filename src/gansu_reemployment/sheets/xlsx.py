"""Official tables as xlsx (电子表格): A4, one page wide, totals by formula, page numbers below.

XlsxWriter writes the file; it comes with the extra ``excel``.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from io import BytesIO
from itertools import count
from typing import Any, Final

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.i18n import choose_locale, show
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.cells import cell_text, column_letters, is_number, text_of
from gansu_reemployment.sheets.graph import native_graph
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import SUM, Column, Graph, HeaderCell, Line, Sheet
from gansu_reemployment.sheets.widths import (
    column_width,
    columns_for,
    line_count,
    packed,
    sides,
)
from gansu_reemployment.sheets.xlsx_numbers import fits, number_format, units

_A4: Final = 9
#: The points of a line of text, and the additional points of a row.
_LINE: Final = 15
_ROOM: Final = 6
#: The pixels of a half-width character, and the characters of the narrowest chart.
_PIXELS: Final = 7
_NARROWEST: Final = 64
#: The rows of a table that fits on a page with its chart.
_SHORT: Final = 36
#: The half-width characters by which a line of bold text is longer.
_BOLD: Final = 2
_FONT: Final = Label("宋体", "Times New Roman")
_FOOTER: Final = Label("第 &P 页 共 &N 页", "Page &P of &N")
_DATE: Final = Label('yyyy"年"m"月"d"日"', "yyyy-mm-dd")
#: The beginning of a formula, as programs read it from what is typed.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")
_LONGEST_NAME: Final = 31
_NO_TAB_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_CELL: Final = {"border": 1, "valign": "vcenter", "text_wrap": True}


def as_xlsx(*sheets: Sheet, locale: str = "zh_CN") -> bytes:
    """Return one workbook with a tab for each table in *locale*, as bytes.

    Amounts stay exact to the fen; a text that begins with ``=``, ``+``, ``-`` or ``@`` stays a
    text, also after it has been edited.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("XlsxWriter", "excel") from None
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        taken: set[str] = set()
        for number, sheet in enumerate(sheets, 1):
            name = _tab_name(sheet, number, locale, taken)
            taken.add(name.casefold())
            _Writer(book, book.add_worksheet(name), sheet, locale).write()
    return file.getvalue()


class _Writer:
    """Writes one table on one tab."""

    def __init__(self, book: Any, tab: Any, sheet: Sheet, locale: str) -> None:
        self._book = book
        self._tab = tab
        self._sheet = sheet
        self._locale = locale
        self._last = len(sheet.leaves) - 1
        self._widths = [column_width(sheet, index, locale) for index in range(len(sheet.leaves))]
        self._above = sides(sheet, self._widths, locale)
        self._head = 1 + len(self._above)
        self._body = self._head + sheet.depth
        self._formats: dict[frozenset[tuple[str, Any]], Any] = {}

    def write(self) -> None:
        for index, width in enumerate(self._widths):
            self._tab.set_column(index, index, width)
        self._write_above()
        for cell in self._sheet.header():
            self._write_heading(cell)
        self._set_header_heights()
        for number, line in enumerate(self._sheet.body(), self._body):
            self._write_line(number, line)
        row = self._write_below()
        if self._sheet.graph and self._sheet.rows:
            self._insert_graph(self._sheet.graph, row + 1)
        self._set_up_page()

    def _write_above(self) -> None:
        title = text_of(self._sheet.title, self._locale)
        self._write_across(0, title, bold=True, font_size=18, align="center")
        self._tab.set_row(0, 28 * line_count(title, sum(self._widths) * 10 // 18))
        for row, (left, right) in enumerate(self._above, 1):
            self._write_sides(row, left, right)

    def _write_sides(self, row: int, left: str, right: str) -> None:
        """Write a text on the left and one on the right, each over the columns it needs."""
        room = columns_for(right, self._widths) if left else self._last + 1
        if left:
            last = self._last - room
            self._merge((row, 0), (row, last), left, {"valign": "vcenter", "align": "left"})
        if right:
            layout = {"valign": "vcenter", "align": "right"}
            self._merge((row, self._last - room + 1), (row, self._last), right, layout)

    def _write_across(self, row: int, text: str, **layout: Any) -> None:
        self._merge((row, 0), (row, self._last), text, {"valign": "vcenter", **layout})

    def _write_heading(self, cell: HeaderCell) -> None:
        top = self._head + cell.row
        bottom, right = top + cell.height - 1, cell.index + cell.width - 1
        text = text_of(cell.heading, self._locale)
        layout = _CELL | {"bold": True, "align": "center"}
        self._merge((top, cell.index), (bottom, right), text, layout)

    def _set_header_heights(self) -> None:
        # Programs fit the height of a row to its text, but not if cells are merged.
        lines = [1] * self._sheet.depth
        for cell in self._sheet.header():
            width = sum(self._widths[cell.index : cell.index + cell.width]) - _BOLD
            needed = -(-line_count(text_of(cell.heading, self._locale), width) // cell.height)
            for row in range(cell.row, cell.row + cell.height):
                lines[row] = max(lines[row], needed)
        for row, number in enumerate(lines, self._head):
            self._tab.set_row(row, _LINE * number + _ROOM)

    def _write_line(self, number: int, line: Line) -> None:
        self._tab.set_row(number, self._height(line))
        for index, (cell, column) in enumerate(zip(line.cells, self._sheet.leaves, strict=True)):
            layout = self._layout(cell, column)
            if line.total:
                layout |= {"bold": True}
            if line.total and column.total is SUM and cell is not None:
                written = self._format(layout)
                self._tab.write_formula(number, index, self._sum(index, cell), written, units(cell))
            else:
                self._write_cell(number, index, cell, column, layout)

    def _write_cell(
        self, row: int, index: int, cell: Any, column: Column, layout: dict[str, Any]
    ) -> None:
        if cell is None:
            self._tab.write_blank(row, index, None, self._format(layout))
        elif is_number(cell) and fits(cell):
            self._tab.write_number(row, index, units(cell), self._format(layout))
        elif isinstance(cell, date):
            self._tab.write_datetime(row, index, cell, self._format(layout))
        else:
            text = cell_text(cell, self._locale, column.decimals)
            self._tab.write_string(row, index, text, self._format(layout | _quoted(text)))

    def _height(self, line: Line) -> int:
        texts = zip(line.cells, self._sheet.leaves, self._widths, strict=True)
        lines = (
            line_count(cell_text(cell, self._locale, column.decimals), width - 2)
            for cell, column, width in texts
        )
        return _LINE * max(lines) + (_ROOM if not self._sheet.pages else 0)

    def _layout(self, cell: Any, column: Column) -> dict[str, Any]:
        if is_number(cell):
            return _CELL | {"align": "right", "num_format": number_format(cell, column)}
        if isinstance(cell, date):
            return _CELL | {"align": "center", "num_format": show(_DATE, self._locale)}
        if column.names and choose_locale(self._locale) == "zh_CN":
            return _CELL | {"align": "distributed", "indent": 1}
        return _CELL | {"align": "left", "indent": 1}

    def _sum(self, index: int, total: Any) -> str:
        first = self._first()
        letters = column_letters(index)
        cells = f"{letters}{first + 1}:{letters}{first + len(self._sheet.rows)}"
        # A spreadsheet adds binary fractions: rounding restores the exact fen.
        return f"=ROUND(SUM({cells}),2)" if isinstance(total, Yuan) else f"=SUM({cells})"

    def _write_below(self) -> int:
        """Write the amount in words, the notes and the signatures; return the next row."""
        row = self._body + len(self._sheet.body())
        if words := self._sheet.words_line(self._locale):
            layout: dict[str, Any] = _CELL | {"align": "left", "indent": 1}
            self._merge((row, 0), (row, self._last), words, layout)
            self._tab.set_row(row, _LINE * line_count(words, sum(self._widths) - 2) + _ROOM)
            row += 1
        for note in self._sheet.note_lines(self._locale):
            self._write_across(row, note, text_wrap=True, font_size=10, valign="top")
            self._tab.set_row(row, _LINE * line_count(note, sum(self._widths)) + 2)
            row += 1
        for line in self._signed():
            self._write_across(row, line, align="left")
            self._tab.set_row(row, _LINE + 2 * _ROOM)
            row += 1
        return row

    def _signed(self) -> list[str]:
        filing = self._sheet.filing
        return packed(filing.below(self._locale), sum(self._widths)) if filing else []

    def _insert_graph(self, graph: Graph, row: int) -> None:
        name = self._tab.get_name()
        drawn, text = native_graph(
            self._book, name, self._sheet, graph, self._first(), self._locale
        )
        drawn.set_size({"width": _PIXELS * max(sum(self._widths), _NARROWEST), "height": 300})
        self._tab.insert_chart(row, 0, drawn, {"description": text, "object_position": 2})

    def _first(self) -> int:
        """Return the row of the first cells below the header and below totals that are first."""
        above = self._sheet.totals == "first" and self._sheet.total_row() is not None
        return self._body + above

    def _set_up_page(self) -> None:
        if self._sheet.landscape:
            self._tab.set_landscape()
        self._tab.set_paper(_A4)
        self._tab.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.6)
        self._tab.center_horizontally()
        # A short table stays on one page with its chart.
        short = self._sheet.graph and len(self._sheet.rows) <= _SHORT
        self._tab.fit_to_pages(1, self._sheet.pages or (1 if short else 0))
        self._tab.repeat_rows(self._head, self._body - 1)
        self._tab.freeze_panes(self._body, 0)
        font = show(_FONT, self._locale)
        self._tab.set_footer(f'&C&"{font},Regular"' + show(_FOOTER, self._locale))

    def _merge(
        self, start: tuple[int, int], end: tuple[int, int], text: str, layout: dict[str, Any]
    ) -> None:
        written = self._format(layout | _quoted(text))
        if start != end:
            self._tab.merge_range(*start, *end, "", written)
        self._tab.write_string(*start, text, written)

    def _format(self, layout: dict[str, Any]) -> Any:
        key = frozenset(layout.items())
        if key not in self._formats:
            font = {"font_name": show(_FONT, self._locale), "font_size": 11}
            self._formats[key] = self._book.add_format(font | layout)
        return self._formats[key]


def _quoted(text: str) -> dict[str, Any]:
    """Return the mark that keeps a text that looks like a formula a text after it is edited."""
    return {"quote_prefix": True} if _FORMULA.match(text) else {}


def _tab_name(sheet: Sheet, number: int, locale: str, taken: Collection[str]) -> str:
    """Return a name for the tab, of at most 31 characters, which is not one of those *taken*."""
    name = _NO_TAB_NAME.sub(" ", text_of(sheet.title, locale)).strip()
    names = (f"{before}{name}"[:_LONGEST_NAME].strip() for before in _numbers(number))
    return next(each for each in names if each.casefold() not in taken)


def _numbers(number: int) -> Iterator[str]:
    """Yield what may precede the name of a tab: nothing for the first, then numbers."""
    yield f"{number} " if number > 1 else ""
    yield from (f"{each} " for each in count(number + 1))
