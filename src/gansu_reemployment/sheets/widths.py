"""How wide a column is (列宽) and how many lines a text takes, in half-width characters."""

import re
import unicodedata
from typing import Final

from gansu_reemployment.i18n import show
from gansu_reemployment.sheets.cells import cell_text
from gansu_reemployment.sheets.sheet import Sheet

_NARROWEST: Final = 7
_WIDEST: Final = 40
#: The space that a column has besides its text.
_MARGIN: Final = 4
#: What is not broken over two lines: a word, or a number in Chinese quotation marks.
_UNBROKEN: Final = re.compile(r"[^\s!-~]{0,2}[“（][!-~]+[”）][^\s!-~]?|[!-~]+")
#: Wide, full-width, and those that are wide in a Chinese font.
_WIDE: Final = "WFA"


def column_width(sheet: Sheet, place: int, locale: str) -> int:
    """Fit a column to its cells, and to its heading in at most three lines."""
    column = sheet.leaves[place]
    if column.width is not None:
        return column.width
    cells = [cell_text(line.cells[place], locale, column.decimals) for line in sheet.body()]
    heading = show(column.heading, locale)
    whole = _UNBROKEN.findall(heading)
    needed = max(display_width(text) for text in (*cells, *whole, heading[: len(heading) // 3]))
    return min(max(needed + _MARGIN, _NARROWEST), _WIDEST)


def line_count(text: str, width: int) -> int:
    """Count the lines that a text takes in a cell of so many half-width characters."""
    return sum(_wrapped(line, max(width, 1)) for line in text.splitlines() or [""])


def _wrapped(line: str, width: int) -> int:
    """Break between words, and within a word or a run of Han that is longer than a line."""
    lines, used = 1, 0
    for word in line.split():
        needed = display_width(word)
        if used and used + 1 + needed > width:
            lines, used = lines + 1, 0
        more, used = divmod(used + bool(used) + needed - 1, width)
        lines, used = lines + more, used + 1
    return lines


def display_width(text: str) -> int:
    """Count half-width characters; a Han character takes two."""
    return sum(1 + (unicodedata.east_asian_width(mark) in _WIDE) for mark in text)
