"""The width of a column (列宽) and the number of lines of a text, in half-width characters."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from gansu_reemployment.sheets.cells import cell_text, text_of
from gansu_reemployment.sheets.sheet import Sheet

_NARROWEST: Final = 7
_WIDEST: Final = 40
#: The space that a column has in addition to its text.
_MARGIN: Final = 4
#: Text that is not broken over two lines: a word, or a number in Chinese quotation marks.
_UNBROKEN: Final = re.compile(r"[^\s!-~]{0,2}[“（][!-~]+[”）][^\s!-~]?|[!-~]+")
#: Wide and full-width characters, and those that are wide in a Chinese font.
_WIDE: Final = "WFA"


def column_width(sheet: Sheet, index: int, locale: str) -> int:
    """Return the width of a column for its cells, and for its heading in at most three lines."""
    column = sheet.leaves[index]
    if column.width is not None:
        return column.width
    cells = [cell_text(line.cells[index], locale, column.decimals) for line in sheet.body()]
    heading = text_of(column.heading, locale)
    whole = _UNBROKEN.findall(heading)
    needed = max(display_width(text) for text in (*cells, *whole, heading[: len(heading) // 3]))
    return min(max(needed + _MARGIN, _NARROWEST), _WIDEST)


def line_count(text: str, width: int) -> int:
    """Count the lines of a text in a cell of *width* half-width characters."""
    return sum(_wrapped(line, max(width, 1)) for line in text.splitlines() or [""])


def _wrapped(line: str, width: int) -> int:
    """Count the lines broken between words, and within words or runs of Han longer than a line."""
    lines, used = 1, 0
    for word in line.split():
        needed = display_width(word)
        if used and used + 1 + needed > width:
            lines, used = lines + 1, 0
        more, used = divmod(used + bool(used) + needed - 1, width)
        lines, used = lines + more, used + 1
    return lines


def display_width(text: str) -> int:
    """Count half-width characters; a Han character counts as two."""
    return sum(1 + (unicodedata.east_asian_width(mark) in _WIDE) for mark in text)


def packed(parts: Iterable[str], width: int) -> list[str]:
    """Return texts one after the other, in as many lines of *width* as needed."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}\u3000{part}" if lines else part
        if lines and display_width(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def sides(sheet: Sheet, widths: Sequence[int], locale: str) -> list[tuple[str, str]]:
    """Return the lines between title and header: who files the table, and the unit of numbers.

    Both are on one line if the columns have room for them.
    """
    unit = sheet.unit_line(locale)
    filed = sheet.filing.above(locale) if sheet.filing else ""
    if filed and unit:
        room = columns_for(unit, widths)
        left = sum(widths[: len(widths) - room])
        if room == len(widths) or display_width(filed) > left:
            return [(filed, ""), ("", unit)]
    return [(filed, unit)] if filed or unit else []


def columns_for(text: str, widths: Sequence[int]) -> int:
    """Return how many columns on the right have room for a text."""
    needed, room = display_width(text), 0
    while needed > sum(widths[len(widths) - room :]) and room < len(widths):
        room += 1
    return room
