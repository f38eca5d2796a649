"""Official tables as xlsx (电子表格): A4, one page wide, totals by formula, page numbers below.

XlsxWriter writes the file; it comes with the extra ``excel``.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import chain
from typing import Any, Final

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.i18n import choose_locale, show
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.sheet import (
    SUM,
    Column,
    HeaderCell,
    Label,
    Sheet,
    cell_text,
    is_number,
)

#: A spreadsheet keeps this many digits of a number; a longer one is written as text.
_EXACT_DIGITS: Final = 15
_A4: Final = 9
_NARROWEST: Final = 7
_WIDEST: Final = 40
_LINE: Final = 16
_FONT: Final = Label("宋体", "Times New Roman")
_FOOTER: Final = Label("第 &P 页 共 &N 页", "Page &P of &N")
_DATE: Final = Label('yyyy"年"m"月"d"日"', "yyyy-mm-dd")
_NO_TAB_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_CELL: Final = {"border": 1, "valign": "vcenter", "text_wrap": True}


def as_xlsx(*sheets: Sheet, locale: str = "zh_CN") -> bytes:
    """Write tables in *locale* as the bytes of one workbook, a tab for each.

    Amounts stay exact to the fen; a text that begins with ``=``, ``+``, ``-`` or ``@`` stays
    a text, also after it has been edited.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("XlsxWriter", "excel") from None
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        for number, sheet in enumerate(sheets, 1):
            tab = book.add_worksheet(_tab_name(sheet, number, locale))
            _Writer(book, tab, sheet, locale).write()
    return file.getvalue()


class _Writer:
    """Writes one table on one tab."""

    def __init__(self, book: Any, tab: Any, sheet: Sheet, locale: str) -> None:
        self._book = book
        self._tab = tab
        self._sheet = sheet
        self._locale = locale
        self._last = len(sheet.leaves) - 1
        self._widths = [_width(sheet, place, locale) for place in range(len(sheet.leaves))]
        self._head = 1 + bool(sheet.unit_line(locale))
        self._body = self._head + sheet.depth
        self._formats: dict[frozenset[tuple[str, Any]], Any] = {}

    def write(self) -> None:
        for place, width in enumerate(self._widths):
            self._tab.set_column(place, place, width)
        self._write_above()
        for cell in self._sheet.header():
            self._write_heading(cell)
        self._set_header_heights()
        for number, row in enumerate(self._sheet.body(), self._body):
            self._write_row(number, row)
        self._write_notes()
        self._set_up_page()

    def _write_above(self) -> None:
        title = show(self._sheet.title, self._locale)
        self._write_across(0, title, bold=True, font_size=18, align="center")
        self._tab.set_row(0, 28 * _lines(title, sum(self._widths) * 10 // 18))
        if unit := self._sheet.unit_line(self._locale):
            self._write_across(1, unit, align="right")

    def _write_across(self, row: int, text: str, **layout: Any) -> None:
        self._merge(row, 0, row, self._last, text, {"valign": "vcenter", **layout})

    def _write_heading(self, cell: HeaderCell) -> None:
        top = self._head + cell.row
        bottom, right = top + cell.height - 1, cell.place + cell.width - 1
        text = show(cell.heading, self._locale)
        self._merge(top, cell.place, bottom, right, text, _CELL | {"bold": True, "align": "center"})

    def _set_header_heights(self) -> None:
        # Programs fit the height of a row to its text, but not where cells are merged.
        lines = [1] * self._sheet.depth
        for cell in self._sheet.header():
            width = sum(self._widths[cell.place : cell.place + cell.width])
            needed = -(-_lines(show(cell.heading, self._locale), width) // cell.height)
            for row in range(cell.row, cell.row + cell.height):
                lines[row] = max(lines[row], needed)
        for row, count in enumerate(lines, self._head):
            self._tab.set_row(row, _LINE * count + 6)

    def _write_row(self, number: int, row: tuple[Any, ...]) -> None:
        total = row is self._total and number == self._total_number
        for place, (cell, column) in enumerate(zip(row, self._sheet.leaves, strict=True)):
            layout = self._layout(cell, column, bold=total)
            if total and column.total is SUM:
                self._tab.write_formula(
                    number, place, self._formula(place, cell), self._format(layout), _plain(cell)
                )
            else:
                self._write_cell(number, place, cell, layout, column)
