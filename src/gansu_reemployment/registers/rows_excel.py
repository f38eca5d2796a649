"""Rows of the first sheet of a workbook (电子表格), xls or xlsx, by python-calamine."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from gansu_reemployment.registers.excel_biff import safe_xls
from gansu_reemployment.registers.excel_faults import unreadable
from gansu_reemployment.registers.excel_xml import check_xlsx
from gansu_reemployment.registers.rows import Row


def excel_rows(path: Path) -> Iterator[Row]:
    """Read the rows of the first sheet; the sheet is held in memory meanwhile.

    Raises:
        RegisterError: the file is not a workbook, is damaged or is locked by a password, or
            needs more memory than a register can.
    """
    try:
        with _open(path) as book:
            rows = book.get_sheet_by_index(0).iter_rows()
    except BaseException as error:
        if not _is_of_the_file(error):
            raise
        raise unreadable(path, str(error)) from None
    return (Row(number, cells) for number, cells in enumerate(rows, start=1))


def _open(path: Path) -> CalamineWorkbook:
    """Open a workbook once it is known to fit into memory, which the package does not ask."""
    if path.suffix.lower() == ".xls":
        return CalamineWorkbook.from_filelike(BytesIO(safe_xls(path)))
    check_xlsx(path)
    return CalamineWorkbook.from_path(path)


def _is_of_the_file(error: BaseException) -> bool:
    # The Rust code panics on some damaged files; that exception cannot be imported.
    return isinstance(error, CalamineError) or type(error).__name__ == "PanicException"
