"""Writing rows to CSV (写出): no cell of ours is ever run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from gansu_reemployment.i18n import Choice, show_share

#: A text that begins with one of these would be run by a spreadsheet, or be taken for protected.
_RUN: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")


def write_rows(
    path: str | Path,
    headings: Sequence[str],
    rows: Iterable[Iterable[Any]],
    *,
    encoding: str = "utf-8-sig",
) -> int:
    """Write *rows* under *headings* one by one; tell how many were written.

    ``utf-8-sig`` is what spreadsheets open without asking; ``gb18030`` is for older systems.
    Cells are written as :func:`cell_text` says.
    """
    with Path(path).open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow([cell_text(heading) for heading in headings])
        count = 0
        for row in rows:
            writer.writerow([cell_text(cell) for cell in row])
            count += 1
    return count


def cell_text(value: Any) -> str:
    """Write a value as a register has it; what nobody knows is blank.

    Yes and no are 是 and 否, a choice is its Chinese term, a day 1963-03-01, an identity number
    is masked. Text is protected as :func:`protect` says; a number is a number, below zero too.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return protect(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, Fraction):
        return show_share(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def protect(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run; readers take it off again.

    Such are texts that begin, after any spaces, with ``=``, ``+``, ``-`` or ``@``, or the
    full-width form of one. One that begins with an apostrophe gets another.
    """
    return f"'{text}" if text.lstrip().startswith(_RUN) else text
