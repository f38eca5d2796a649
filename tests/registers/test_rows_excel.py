"""Rows of a workbook, xlsx and xls."""

import struct
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import openpyxl
import pytest

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.registers import read_register, rows_excel
from gansu_reemployment.registers.rows import Row, read_rows

NOBODY = "620502196303019941"


def xlsx(path: Path, cells: dict[str, object]) -> Path:
    """Write a workbook with *cells* on its first sheet and others on a second."""
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.create_sheet("其他")["A1"] = "别的"
    book.save(path)
    return path


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


def biff(rows: list[list[str | float]]) -> bytes:
    """Build the stream of a workbook with one sheet."""

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    def book(offset: int) -> bytes:
        named = record(0x0085, struct.pack("<IH", offset, 0) + text("登记", "B"))
        return begin(0x0005) + named + record(0x000A)

    return book(len(book(0))) + begin(0x0010) + sheet(rows) + record(0x000A)


def xls(path: Path, rows: list[list[str | float]]) -> Path:
    """Write an old workbook: a compound file with one table, one folder and one stream."""
    free, last, none = 0xFFFFFFFF, 0xFFFFFFFE, b"\xff" * 12
    stream = biff(rows)
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, last, *range(3, sectors + 2), last]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        fields = (len(raw), kind, 1, free, free, child, start, size)
        return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", *fields)

    folder = entry("Root Entry", 5, 1, last, 0) + entry("Workbook", 2, free, 2, len(stream))
    folder += (bytes(68) + none + bytes(48)) * 2
    sectors_in_use = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    path.write_bytes(
        header + struct.pack("<I", 0).ljust(436, b"\xff") + sectors_in_use + folder + stream
    )
    return path


def test_numbers_of_rows(tmp_path: Path) -> None:
    """Rows have the numbers of the sheet, also below empty rows; a second sheet is not read."""
    path = xlsx(tmp_path / "a.xlsx", {"A3": "姓名", "B3": "性别", "A5": "李梅", "B5": "女"})

    found = [row for row in read_rows(path) if not row.blank]

    assert [Row(3, ["姓名", "性别"]), Row(5, ["李梅", "女"])] == found


def test_types_of_cells(tmp_path: Path) -> None:
    """Dates, numbers and yes or no come as such."""
    path = xlsx(tmp_path / "a.xlsx", {"A1": date(1963, 3, 1), "B1": 3, "C1": 0.5, "D1": True})

    [row] = read_rows(path)

    assert [date(1963, 3, 1), 3.0, 0.5, True] == row.cells


def test_an_empty_sheet(tmp_path: Path) -> None:
    """An empty sheet has no rows."""
    assert [] == list(read_rows(xlsx(tmp_path / "a.xlsx", {})))


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
@pytest.mark.parametrize("data", [b"", b"PK", b"no workbook at all" * 100])
def test_a_file_that_is_no_workbook(tmp_path: Path, name: str, data: bytes) -> None:
    """A damaged file is refused by its name."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(RegisterError, match=f"{name} cannot be read as a workbook"):
        read_rows(path)


class PanicException(BaseException):
    """What the package raises where its Rust code stops."""


@pytest.mark.parametrize(("error", "seen"), [(PanicException, RegisterError), (OSError, OSError)])
def test_a_panic_of_the_package(
    monkeypatch: pytest.MonkeyPatch, error: type[BaseException], seen: type[BaseException]
) -> None:
    """A panic on a damaged file is the file's error; any other error is its own."""

    def fail(_path: Path) -> None:
        raise error

    monkeypatch.setattr(rows_excel, "CalamineWorkbook", SimpleNamespace(from_path=fail))

    with pytest.raises(seen):
        rows_excel.excel_rows(Path("a.xls"))


def test_a_register_in_xlsx(tmp_path: Path) -> None:
    """A register with a title is read; its dates may be cells, serial numbers or text."""
    headings = {"A1": "登记册", "A2": "姓名", "B2": "身份证号", "C2": "出生日期", "D2": "在业"}
    birthday = datetime(1963, 3, 1)  # noqa: DTZ001 - a spreadsheet has no zones
    first = {"A3": "李梅", "B3": NOBODY, "C3": birthday, "D3": False}
    others = {"A4": "王霞", "C4": 23071, "D4": 0, "C5": 19630301, "A6": "x", "C6": "1963.3.1"}
    path = xlsx(tmp_path / "a.xlsx", headings | first | others)

    entries = list(read_register(path, Worker))

    assert [3, 4, 5, 6] == [entry.row for entry in entries]
    assert {date(1963, 3, 1)} == {entry.facts.born_on for entry in entries}
    assert [False, False, None, None] == [entry.facts.employed for entry in entries]


def test_an_identity_number_as_a_number(tmp_path: Path) -> None:
    """A number in the column of identity numbers is refused: its last digits are lost."""
    cells = {"A1": "姓名", "B1": "身份证号", "A2": "李梅", "B2": int(NOBODY)}
    rejects = tmp_path / "rejects.csv"

    reader = read_register(xlsx(tmp_path / "a.xlsx", cells), Worker, rejects=rejects)

    assert [] == list(reader)
    assert "must be text; a number has lost digits" in rejects.read_text(encoding="utf-8-sig")
    assert "6205021963" not in rejects.read_text(encoding="utf-8-sig")


def test_a_register_in_xls(tmp_path: Path) -> None:
    """The old format is read like the new one."""
    rows: list[list[str | float]] = [
        ["姓名", "身份证号", "出生日期", "距退休年数"],
        ["李㛃", NOBODY, "1963-03-01", 10.0],
        ["王霞", "", 23071.0, "１０"],
    ]

    entries = list(read_register(xls(tmp_path / "a.xls", rows), Worker))

    assert ["李㛃", "王霞"] == [entry.person.name for entry in entries]
    assert {(date(1963, 3, 1), 10)} == {
        (entry.facts.born_on, entry.facts.years_to_retirement) for entry in entries
    }


@pytest.mark.parametrize(
    ("place", "message"),
    [("XFD1048576", "row 1048576, column 16384"), ("XFD20000", "row 20000, column 16384")],
)
def test_cell_far_from_the_others(tmp_path: Path, place: str, message: str) -> None:
    """A space in the last cell would fill the memory and end the process: it is refused."""
    path = xlsx(tmp_path / "a.xlsx", {"A1": "性别", "A2": "女", place: " "})
    assert path.stat().st_size < 10_000

    with pytest.raises(RegisterError, match=rf"a\.xlsx has a cell in {message}, far from"):
        read_rows(path)


def test_long_and_wide_sheets_are_read(tmp_path: Path) -> None:
    """A sheet may be long or wide, as long as its area is one of a register."""
    path = xlsx(tmp_path / "a.xlsx", {"A1": "性别", "T60000": "x", "CV1": "y"})
    assert 60_000 == sum(1 for _row in read_rows(path))


def test_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that unpacks to more than a register can be is refused before it is unpacked."""
    path = xlsx(tmp_path / "a.xlsx", {"A1": "性别", "A2": "女"})
    monkeypatch.setattr(rows_excel, "_MOST_BYTES", 1_000)

    with pytest.raises(RegisterError, match=r"a\.xlsx unpacks to [0-9]+ bytes"):
        read_rows(path)


@pytest.mark.parametrize("row", ["4294967295", "9" * 40])
@pytest.mark.parametrize("column", ["A", "ZZZZZZZ"])
def test_place_that_cannot_be(tmp_path: Path, row: str, column: str) -> None:
    """A cell whose row or column no workbook has is refused."""
    path = xlsx(tmp_path / "a.xlsx", {"A1": "性别", "B2": "女"})
    changed = tmp_path / "b.xlsx"
    with ZipFile(path) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            place = f'r="{column}{row}"'.encode()
            new.writestr(name, old.read(name).replace(b'r="B2"', place))

    with pytest.raises(RegisterError, match=r"b\.xlsx"):
        read_rows(changed)
