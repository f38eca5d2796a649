"""Rows of a dBase or FoxPro table (数据库表文件), by dbfread; text is read as gb18030."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dbfread import DBF, FieldParser

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.i18n import _
from gansu_reemployment.registers.rows import Row


def dbf_rows(path: Path) -> Iterator[Row]:
    """Read the records that are not deleted, after the names of the fields as row 0.

    Raises:
        RegisterError: the file is not a dBase table, or was cut off.
    """
    table = _open(path)
    _check_whole(path, table.header)
    names = Row(0, table.field_names)
    return _with_names(names, map(Row, _live_numbers(path, table), table))


class _Parser(FieldParser):  # type: ignore[misc]
    """Leaves unreadable bytes as they are, so that only their row is rejected."""

    def parse(self, field: Any, data: bytes) -> Any:
        try:
            return super().parse(field, data)
        except (ValueError, struct.error):
            return data


def _open(path: Path) -> Any:
    try:
        return DBF(
            str(path),
            encoding="gb18030",
            ignorecase=False,
            parserclass=_Parser,
            recfactory=lambda items: [value for _name, value in items],
            ignore_missing_memofile=True,
            char_decode_errors="replace",
        )
    except (ValueError, struct.error):
        raise RegisterError(_("{file} is not a dBase table."), file=path.name) from None


def _check_whole(path: Path, header: Any) -> None:
    """Reject a file that ends before the records that its header counts."""
    whole = header.headerlen + header.numrecords * header.recordlen
    if path.stat().st_size < whole:
        found = max(path.stat().st_size - header.headerlen, 0) // max(header.recordlen, 1)
        text = _("{file} was cut off: of {count} records, {found} are there.")
        raise RegisterError(text, file=path.name, count=header.numrecords, found=found)


def _with_names(names: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield names
    yield from rows


def _live_numbers(path: Path, table: Any) -> Iterator[int]:
    """Number the records that are not deleted, as FoxPro's ``recno()`` does."""
    with path.open("rb") as file:
        file.seek(table.header.headerlen)
        number = 0
        while (record := file.read(table.header.recordlen))[:1] not in (b"\x1a", b""):
            number += 1
            if record.startswith(b" "):
                yield number
