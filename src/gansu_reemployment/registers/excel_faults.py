"""The errors of workbooks, and the most that one may fill (电子表格限制)."""

from pathlib import Path
from typing import Any, Final

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.i18n import Message, _

#: The most that the parts of a workbook unpack to; a million rows of 20 cells are about 800 MB.
MOST_BYTES: Final = 1 << 30
#: The largest area of a sheet, in cells; a cell takes 32 bytes in the reader.
MOST_CELLS: Final = 25_000_000
#: The problem of a file that ends too early or refers to itself.
DAMAGED: Final = Message(_("it is damaged"))


def unreadable(path: Path, problem: Any) -> RegisterError:
    """Build the error of a file that is not a workbook or is damaged."""
    text = _("{file} cannot be read as a workbook: {problem}.")
    return RegisterError(text, file=path.name, problem=problem)


def locked(path: Path) -> RegisterError:
    """Build the error of a workbook that a password protects."""
    return RegisterError(_("{file} is locked by a password."), file=path.name)


def check_bytes(path: Path, size: int, most: int) -> None:
    """Reject a workbook that unpacks to more bytes than a register can.

    Raises:
        RegisterError: it is too large.
    """
    if size > most:
        text = _("{file} unpacks to more than {most} bytes, which no register of its size does.")
        raise RegisterError(text, file=path.name, most=most)


def check_area(path: Path, rows: int, columns: int, others: int = 0) -> None:
    """Reject a sheet whose last cell is too far from its first.

    Raises:
        RegisterError: the area is too large together with the *others* that are kept.
    """
    if rows * columns + others > MOST_CELLS:
        text = _("{file} has a cell in row {row}, column {column}, far from the others; delete it.")
        raise RegisterError(text, file=path.name, row=rows, column=columns)
