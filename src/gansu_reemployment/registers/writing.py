"""Writing rows to CSV (写出) so that a spreadsheet never runs a cell as a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from gansu_reemployment.i18n import Choice, show_share
from gansu_reemployment.registers.files import private_file

#: A spreadsheet would run a text that begins with one of these, or take it for protected.
_RUN: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")


def write_rows(
    path: str | Path,
    headings: Sequence[str],
    rows: Iterable[Iterable[Any]],
    *,
    encoding: str = "utf-8-sig",
) -> int:
    """Write *rows* under *headings* one by one; return the number of rows.

    Spreadsheets open ``utf-8-sig`` directly; ``gb18030`` is for older systems. Cells are
    formatted by :func:`cell_text`. Only the owner can read the file.
    """
    with private_file(Path(path), encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow([cell_text(heading) for heading in headings])
        count = 0
        for row in rows:
            writer.writerow([cell_text(cell) for cell in row])
            count += 1
    return count


def cell_text(value: Any) -> str:
    """Format a value as in a register; an unknown value is blank.

    Yes and no are 是 and 否, a choice is its Chinese term, a day 1963-03-01, an identity number
    is masked. Text is protected by :func:`protect`; a number is not, even below zero.
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
    """Prefix a text that a spreadsheet would run with an apostrophe, which readers remove.

    A spreadsheet runs texts that begin, after any spaces, with ``=``, ``+``, ``-`` or ``@``, or
    the full-width form of one. Text that already starts with an apostrophe gets a second one.
    """
    return f"'{text}" if text.lstrip().startswith(_RUN) else text
