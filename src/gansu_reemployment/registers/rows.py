"""The rows of a file (行), numbered as the reader of the file sees them, in any format.

The packages that read spreadsheets and dBase tables are loaded with the first such file.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.errors import MissingExtraError, RegisterError
from gansu_reemployment.i18n import Message, _

#: The suffixes of the files that can be read.
TEXT_FILES: Final = frozenset({".csv", ".tsv", ".txt"})
SPREADSHEETS: Final = frozenset({".xls", ".xlsx"})
DBASE_TABLES: Final = frozenset({".dbf"})


@frozen
class Row:
    """One row (行) as it is in the file, with a *fault* if it cannot be split into cells.

    *number* counts the rows of a spreadsheet or the records of a CSV file from 1, headings
    and blank rows included; in a dBase table it is the record number.
    """

    number: int
    # The cells may show a name or an identity number, which no repr does.
    cells: Sequence[Any] = field(repr=False)
    fault: Message | None = None

    @property
    def blank(self) -> bool:
        """Whether all cells are blank."""
        return self.fault is None and all(is_blank(cell) for cell in self.cells)


def is_blank(cell: Any) -> bool:
    """Return whether a cell is empty or contains only spaces."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of a file, including the headings, in the format of its suffix.

    CSV and dBase tables are read row by row. Of a workbook only the first sheet is read, which
    is kept in memory meanwhile.

    Raises:
        RegisterError: the file is of another kind or is damaged.
        MissingExtraError: the package for this kind of file is not installed.
        OSError: the file does not exist or is not readable.
    """
    kind = path.suffix.lower()
    if kind in TEXT_FILES:
        from gansu_reemployment.registers.rows_csv import csv_rows  # noqa: PLC0415 - by kind

        return csv_rows(path)
    if kind in SPREADSHEETS:
        return _spreadsheet_rows(path)
    if kind in DBASE_TABLES:
        return _dbase_rows(path)
    known = tuple(sorted(TEXT_FILES | SPREADSHEETS | DBASE_TABLES))
    raise RegisterError(_("{file} is none of {known}."), file=path.name, known=known)


def expected_rows(path: Path) -> int | None:
    """Count the lines of a text file for a progress bar; ``None`` for other files."""
    if path.suffix.lower() not in TEXT_FILES:
        return None
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


def _spreadsheet_rows(path: Path) -> Iterator[Row]:
    try:
        from gansu_reemployment.registers.rows_excel import excel_rows  # noqa: PLC0415 - extra
    except ModuleNotFoundError:
        raise MissingExtraError("python-calamine", "excel") from None
    return excel_rows(path)


def _dbase_rows(path: Path) -> Iterator[Row]:
    try:
        from gansu_reemployment.registers.rows_dbf import dbf_rows  # noqa: PLC0415 - extra
    except ModuleNotFoundError:
        raise MissingExtraError("dbfread", "legacy") from None
    return dbf_rows(path)
