"""Rows of the first sheet of a workbook (电子表格), xls or xlsx, by python-calamine."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.i18n import _
from gansu_reemployment.registers.rows import Row


def excel_rows(path: Path) -> Iterator[Row]:
    """Read the rows of the first sheet; the sheet is held in memory meanwhile.

    Raises:
        RegisterError: the file is not a workbook, is damaged or is locked by a password.
    """
    try:
        with CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_index(0).iter_rows()
    except BaseException as error:
        if not _is_of_the_file(error):
            raise
        text = _("{file} cannot be read as a workbook: {problem}.")
        raise RegisterError(text, file=path.name, problem=str(error)) from None
    return (Row(number, cells) for number, cells in enumerate(rows, start=1))


def _is_of_the_file(error: BaseException) -> bool:
    # The Rust code panics on some damaged files; that exception cannot be imported.
    return isinstance(error, CalamineError) or type(error).__name__ == "PanicException"
