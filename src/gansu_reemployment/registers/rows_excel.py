"""Rows of the first sheet of a workbook (电子表格), xls or xlsx, by python-calamine."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from python_calamine import CalamineError, CalamineWorkbook

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.i18n import _
from gansu_reemployment.registers.rows import Row

#: The most that the parts of a workbook unpack to; a million rows of 20 cells are about 800 MB.
_MOST_BYTES: Final = 1 << 30
#: The largest area of a sheet, in cells; a cell takes 32 bytes in the reader.
_MOST_CELLS: Final = 25_000_000
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
#: The place of a cell, ``r="AB12"``, which is never longer than this many bytes.
_CELL: Final = re.compile(rb"\br=[\"']([A-Z]+)([0-9]+)[\"']")
_CELL_BYTES: Final = 64
_CHUNK: Final = 1 << 20


def excel_rows(path: Path) -> Iterator[Row]:
    """Read the rows of the first sheet; the sheet is held in memory meanwhile.

    Raises:
        RegisterError: the file is not a workbook, is damaged or is locked by a password, or
            needs more memory than a register can.
    """
    _check_size(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_index(0).iter_rows()
    except BaseException as error:
        if not _is_of_the_file(error):
            raise
        text = _("{file} cannot be read as a workbook: {problem}.")
        raise RegisterError(text, file=path.name, problem=str(error)) from None
    return (Row(number, cells) for number, cells in enumerate(rows, start=1))


def _check_size(path: Path) -> None:
    """Reject a workbook that would fill the memory, which ends the process without an error.

    The reader holds the whole area of a sheet, from its first to its last cell.
    """
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check_bytes(path, sum(member.file_size for member in archive.infolist()))
            for name in archive.namelist():
                if _SHEET.fullmatch(name):
                    with archive.open(name) as sheet:
                        _check_area(path, sheet)
    except RegisterError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        # The reader names what is wrong with the file.
        return


def _check_bytes(path: Path, size: int) -> None:
    if size > _MOST_BYTES:
        text = _("{file} unpacks to {size} bytes; a register has {most} at most.")
        raise RegisterError(text, file=path.name, size=size, most=_MOST_BYTES)


def _check_area(path: Path, sheet: IO[bytes]) -> None:
    rows = columns = 0
    rest = b""
    while chunk := sheet.read(_CHUNK):
        for column, row in _CELL.findall(rest + chunk):
            rows, columns = max(rows, int(row[:12])), max(columns, _number(column[:12]))
        if rows * columns > _MOST_CELLS:
            text = _(
                "{file} has a cell in row {row}, column {column}, far from the others; delete it."
            )
            raise RegisterError(text, file=path.name, row=rows, column=columns)
        rest = (rest + chunk)[-_CELL_BYTES:]


def _number(column: bytes) -> int:
    """Return the number of a column, 1 for A and 27 for AA."""
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


def _is_of_the_file(error: BaseException) -> bool:
    # The Rust code panics on some damaged files; that exception cannot be imported.
    return isinstance(error, CalamineError) or type(error).__name__ == "PanicException"
