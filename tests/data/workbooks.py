"""Workbooks built byte by byte, some as no program writes them."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter


def record(kind: int, body: bytes = b"") -> bytes:
    """Build one record of the binary workbook format, BIFF8."""
    return struct.pack("<HH", kind, len(body)) + body


def text(value: str, count: str) -> bytes:
    """Build a text in UTF-16, its length first, of the width that *count* names."""
    return struct.pack(f"<{count}B", len(value), 1) + value.encode("utf-16-le")


def sheet(rows: list[list[str | float]]) -> bytes:
    """Build the records of a sheet of texts and numbers."""
    found = b""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                found += record(0x0204, place + text(cell, "H"))
            else:
                found += record(0x0203, place + struct.pack("<d", cell))
    return found


def biff(*sheets: bytes, more: bytes = b"", offset: int | None = None) -> bytes:
    """Build the stream of a workbook; *more* records precede its sheets, all at *offset* if any."""

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    def book(first: int) -> bytes:
        named, at = b"", first
        for body in bodies:
            named += record(0x0085, struct.pack("<IH", offset or at, 0) + text("登记", "B"))
            at += len(body)
        return begin(0x0005) + more + named + record(0x000A)

    bodies = [begin(0x0010) + body + record(0x000A) for body in sheets]
    return book(len(book(0))) + b"".join(bodies)


def compound(stream: bytes, name: str = "Workbook", *, size: int | None = None) -> bytes:
    """Build a compound file with one table, one folder and one stream of the *size* stated."""
    free, last, none = 0xFFFFFFFF, 0xFFFFFFFE, b"\xff" * 12
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, last, *range(3, sectors + 2), last]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        fields = (len(raw), kind, 1, free, free, child, start, size)
        return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", *fields)

    folder = entry("Root Entry", 5, 1, last, 0) + entry(name, 2, free, 2, size or len(stream))
    folder += (bytes(68) + none + bytes(48)) * 2
    sectors_in_use = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return header + struct.pack("<I", 0).ljust(436, b"\xff") + sectors_in_use + folder + stream


def xls(path: Path, rows: list[list[str | float]]) -> Path:
    """Write an old workbook with one sheet."""
    path.write_bytes(compound(biff(sheet(rows))))
    return path


#: The beginning and the end of a sheet.
HEAD: Final = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
TAIL: Final = "</sheetData></worksheet>"
SHEET: Final = "xl/worksheets/sheet1.xml"
TEXTS: Final = "xl/sharedStrings.xml"


def xlsx(path: Path, parts: dict[str, bytes], *, sheet: str = SHEET) -> Path:
    """Write a workbook whose *parts* are replaced, and whose sheet is called *sheet*."""
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write("A1", "性别")
    with ZipFile(file) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = parts.get(name, old.read(name))
            if name.endswith(".rels"):
                data = data.replace(b"worksheets/sheet1.xml", sheet.removeprefix("xl/").encode())
            new.writestr(sheet if name == SHEET else name, data)
    return path
