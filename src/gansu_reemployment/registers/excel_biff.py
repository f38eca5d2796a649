"""An xls workbook made safe for the package that reads it (旧版电子表格校验).

The package believes the sizes and places that a file states, however large. So its stream of
records is taken out of the file, is checked, and is put into a container of our own.
"""

import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.registers.compound import container_of, stream_of
from gansu_reemployment.registers.excel_faults import (
    DAMAGED,
    MOST_BYTES,
    check_area,
    check_bytes,
    locked,
    unreadable,
)
from gansu_reemployment.registers.excel_texts import lengths_of

#: The types of records that matter here.
_END: Final = 0x000A
_PASSWORD: Final = 0x002F
_SHEET: Final = 0x0085
_MORE: Final = 0x003C
_TEXTS: Final = 0x00FC
_REFERRING: Final = 0x00FD
_DIMENSIONS: Final = 0x0200
_MANY: Final = frozenset({0x00BD, 0x00BE})
_CELLS: Final = frozenset({0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}) | _MANY
#: The fewest bytes of a text in the table of texts.
_LEAST_TEXT: Final = 3


def safe_xls(path: Path) -> bytes:
    """Return a workbook with the records of the one in the file, which fits into memory.

    Raises:
        RegisterError: it is too large, is damaged, or is locked by a password.
    """
    try:
        stream = bytearray(stream_of(path.read_bytes(), "Workbook", "Book"))
        _check_sheets(path, stream)
    except RegisterError:
        raise
    except (ValueError, IndexError, struct.error):
        raise unreadable(path, DAMAGED) from None
    return container_of(stream, "Workbook")


def _check_sheets(path: Path, stream: bytearray) -> None:
    """Check all sheets together, for all are kept at once."""
    sheets, texts = _globals(path, stream)
    cells, filled, left = 0, 0, len(stream)
    for at, times in sheets.items():
        sheet = _Sheet.of(stream, at, texts)
        left -= sheet.size * times
        if left < 0:
            # Sheets that share their records would be read again and again.
            raise ValueError(at)
        area = sheet.rows * sheet.columns
        check_area(path, sheet.rows, sheet.columns, cells + area * (times - 1))
        cells, filled = cells + area * times, filled + sheet.filled * times
    check_bytes(path, filled, MOST_BYTES)


def _globals(path: Path, stream: bytearray) -> tuple[Counter[int], Sequence[int]]:
    """Return where the sheets begin, and the lengths of the texts that their cells refer to."""
    sheets: Counter[int] = Counter()
    pieces: list[bytes] = []
    in_texts = False
    for kind, start, size in _records(stream, 0):
        if kind == _PASSWORD:
            raise locked(path)
        if kind == _SHEET:
            sheets[struct.unpack_from("<I", stream, start)[0]] += 1
        in_texts = kind == _TEXTS or (in_texts and kind == _MORE)
        if in_texts:
            pieces.append(bytes(stream[start : start + size]))
    if pieces and not 0 <= struct.unpack_from("<i", pieces[0], 4)[0] * _LEAST_TEXT <= len(stream):
        raise ValueError(pieces)
    return sheets, lengths_of(pieces) if pieces else ()


@frozen
class _Sheet:
    """The rows, columns and bytes of a sheet, and the characters that its cells refer to."""

    rows: int
    columns: int
    size: int
    filled: int

    @classmethod
    def of(cls, stream: bytearray, at: int, texts: Sequence[int]) -> "_Sheet":
        """Measure the sheet at a place, and blank the area that it states."""
        rows = columns = filled = end = 0
        for kind, start, size in _records(stream, at):
            end = start + size
            if kind == _DIMENSIONS:
                stream[start:end] = bytes(size)
            elif kind in _CELLS and size >= 6:
                row, first = struct.unpack_from("<HH", stream, start)
                last = struct.unpack_from("<H", stream, end - 2)[0] if kind in _MANY else first
                rows, columns = max(rows, row + 1), max(columns, first + 1, last + 1)
            if kind == _REFERRING and size >= 10:
                text = struct.unpack_from("<I", stream, start + 6)[0]
                filled += texts[text] if text < len(texts) else 0
        return cls(rows, columns, max(end - at, 0), filled)


def _records(stream: bytearray, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield the type of each record up to the next end, and where its contents are."""
    kind = 0
    while kind != _END and at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, size
        at += 4 + size
