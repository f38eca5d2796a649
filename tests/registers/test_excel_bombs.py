"""Workbooks of a few kilobytes that would fill the memory, or end the process, if read."""

import struct
from pathlib import Path
from typing import Final
from zipfile import ZIP_BZIP2, ZipFile

import openpyxl
import pytest
from workbooks import HEAD, SHEET, TAIL, TEXTS, biff, compound, record, sheet, xlsx

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.registers import excel_xml
from gansu_reemployment.registers.compound import container_of, stream_of
from gansu_reemployment.registers.excel_texts import lengths_of
from gansu_reemployment.registers.rows import Row, read_rows

FIRST = '<row r="1"><c r="A1" t="str"><v>性别</v></c></row>'
FAR = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'
PREFIX = HEAD.replace("xmlns=", "xmlns:x=").replace("<", "<x:")
#: A row so wide that a second cell in the last row makes an area of 17 thousand million cells.
WIDE = "<row>" + '<c t="b"><v>1</v></c>' * 16384 + "</row>"
LAST_ROW = '<row r="1048576"><c t="b"><v>1</v></c></row>'


def prefixed(body: str) -> str:
    """Put a prefix before the name of each element of a sheet."""
    return (body + TAIL).replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")


def cell(row: int, column: int) -> bytes:
    """Build the record of a number in an old workbook."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


def reference(row: int) -> bytes:
    """Build the record of a cell that refers to the first text."""
    return record(0x00FD, struct.pack("<HHHI", row, 0, 0, 0))


#: A table with one text of 30,000 characters, in records of 8,000 bytes.
LONG_TEXT: Final = (
    record(0x00FC, struct.pack("<iiHB", 1, 1, 30_000, 0) + b"a" * 7_989)
    + record(0x003C, b"\0" + b"a" * 7_999)
    + record(0x003C, b"\0" + b"a" * 7_999)
    + record(0x003C, b"\0" + b"a" * 6_013)
)
#: A workbook whose two sheets are one in the stream, with a cell far from its first.
FAR_BY_TWO_NAMES: Final = biff(
    *[cell(0, 0) + cell(65535, 255)] * 2, offset=len(biff(b"", b"")) - 2 * (20 + 4)
)


@pytest.mark.parametrize(
    ("place", "message"),
    [("XFD1048576", "row 1048576, column 16384"), ("XFD20000", "row 20000, column 16384")],
)
def test_cell_far_from_the_others(tmp_path: Path, place: str, message: str) -> None:
    """A space in the last cell would fill the memory and end the process: it is refused."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"], book.worksheets[0][place] = "性别", " "
    book.save(path)
    assert path.stat().st_size < 10_000

    with pytest.raises(RegisterError, match=rf"a\.xlsx has a cell in {message}, far from"):
        read_rows(path)


@pytest.mark.parametrize(
    "body",
    [
        HEAD + FIRST + FAR.replace('c r="', 'c r = "') + TAIL,
        HEAD + FIRST + FAR.replace("XFD", "xfd") + TAIL,
        HEAD + FIRST + FAR.replace("<c ", '<c x=">" ') + TAIL,
        HEAD + FIRST + FAR.replace("XFD1048576", "ZZZZZZZ4294967295") + TAIL,
        HEAD + FIRST + FAR.replace("XFD1048576", "A" + "9" * 40) + TAIL,
        PREFIX + prefixed(FIRST + FAR),
        HEAD + WIDE + LAST_ROW + TAIL,
    ],
    ids=["spaces", "small letters", "sign", "no such place", "long number", "prefix", "no places"],
)
def test_every_spelling_of_a_place(tmp_path: Path, body: str) -> None:
    """The places of cells are found however they are written, and where they are counted only."""
    path = xlsx(tmp_path / "a.xlsx", {SHEET: body.encode()})

    with pytest.raises(RegisterError, match=r"a\.xlsx has a cell in row \d+, column \d+, far from"):
        read_rows(path)


@pytest.mark.parametrize("name", ["xl/other/1.xml", "xl/media/image1.png"])
def test_a_sheet_by_any_name(tmp_path: Path, name: str) -> None:
    """A sheet is known by its contents, not by the name of its part."""
    path = xlsx(tmp_path / "a.xlsx", {SHEET: (HEAD + FIRST + FAR + TAIL).encode()}, sheet=name)

    with pytest.raises(RegisterError, match="far from the others"):
        read_rows(path)


def test_cells_without_places_are_read(tmp_path: Path) -> None:
    """Rows and cells may leave out their places."""
    row = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>'
    path = xlsx(tmp_path / "a.xlsx", {SHEET: (HEAD + row * 2 + TAIL).encode()})

    assert [Row(1, ["a", "b"]), Row(2, ["a", "b"])] == list(read_rows(path))


def test_a_picture_is_no_part_to_read(tmp_path: Path) -> None:
    """Parts that are not XML do no harm where they are no sheet."""
    path = xlsx(tmp_path / "a.xlsx", {})
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/media/image1.png", b"\x89PNG\r\n<c r='XFD1048576'>")

    assert 1 == len(list(read_rows(path)))


def test_long_and_wide_sheets_are_read(tmp_path: Path) -> None:
    """A sheet may be long or wide, as long as its area is one of a register."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for place in ("A1", "T60000", "CV1"):
        book.worksheets[0][place] = "x"
    book.save(path)

    assert 60_000 == sum(1 for _row in read_rows(path))


@pytest.mark.parametrize("lie", [False, True])
def test_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lie: bool) -> None:
    """A part that unpacks to far more than its size is refused, whatever size it states."""
    monkeypatch.setattr(excel_xml, "_FEW_BYTES", 100_000)
    name = "xl/styles.xml"
    path = xlsx(tmp_path / "a.xlsx", {name: b"<a>" + b" " * 2_000_000 + b"</a>"})
    if lie:
        data = bytearray(path.read_bytes())
        struct.pack_into("<I", data, data.rfind(name.encode()) - 46 + 24, 100)
        path.write_bytes(data)

    with pytest.raises(RegisterError, match=r"a\.xlsx unpacks to more than [0-9]+ bytes"):
        read_rows(path)


@pytest.mark.parametrize(("length", "refused"), [(1_000, False), (200_000, True)])
def test_a_long_text_in_many_cells(tmp_path: Path, length: int, *, refused: bool) -> None:
    """Each cell gets a copy of its text, so that a long one is refused in many cells."""
    texts = f"<sst><si><t>{'a' * length}</t></si><si><t>b</t></si></sst>"
    row = "<row>" + '<c t="s"><v>0</v></c>' * 80 + "</row>"
    other = "<row>" + '<c t="s"><v>1</v></c><c><v>0</v></c>' * 100 + "</row>"
    body = HEAD + row * 100 + other * 60 + TAIL
    path = xlsx(tmp_path / "a.xlsx", {SHEET: body.encode(), TEXTS: texts.encode()})

    if refused:
        with pytest.raises(RegisterError, match="unpacks to more than 1073741824 bytes"):
            read_rows(path)
    else:
        assert 160 == sum(1 for _row in read_rows(path))


def test_a_long_text_in_one_cell(tmp_path: Path) -> None:
    """A long text among many others is no harm, for its cells are counted."""
    texts = f"<sst><si><t>{'a' * 200_000}</t></si><si><t>b</t></si></sst>"
    first = '<row><c t="s"><v>0</v></c></row>'
    body = HEAD + first + "<row>" + '<c t="s"><v>1</v></c>' * 6_000 + "</row>" + TAIL
    path = xlsx(tmp_path / "a.xlsx", {SHEET: body.encode(), TEXTS: texts.encode()})

    assert 2 == sum(1 for _row in read_rows(path))


def test_an_archive_that_only_others_can_open(tmp_path: Path) -> None:
    """An archive that cannot be measured is not read."""
    path = xlsx(tmp_path / "a.xlsx", {SHEET: (HEAD + FIRST + FAR + TAIL).encode()})
    path.write_bytes(path.read_bytes() + b"\0" * 70_000)

    with pytest.raises(RegisterError, match=r"a\.xlsx cannot be read as a workbook"):
        read_rows(path)


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE worksheet [<!ATTLIST c r CDATA "A1">]>' + HEAD + WIDE + LAST_ROW + TAIL,
        "x" + HEAD + FIRST + FAR + TAIL,
    ],
    ids=["declarations", "text before"],
)
def test_a_sheet_that_is_not_plain_xml(tmp_path: Path, body: str) -> None:
    """A sheet that another reader would understand otherwise is not read."""
    path = xlsx(tmp_path / "a.xlsx", {SHEET: body.encode()})

    with pytest.raises(RegisterError, match=r"a\.xlsx cannot be read as a workbook"):
        read_rows(path)


def test_an_unknown_packing(tmp_path: Path) -> None:
    """A workbook is packed in one way only."""
    path = xlsx(tmp_path / "a.xlsx", {})
    with ZipFile(path, "a") as archive:
        archive.writestr("more.xml", b"<a/>", ZIP_BZIP2)

    with pytest.raises(RegisterError, match=r"a\.xlsx cannot be read as a workbook"):
        read_rows(path)


def test_locked_workbooks(tmp_path: Path) -> None:
    """A workbook with a password says so, new or old."""
    new, old = tmp_path / "a.xlsx", tmp_path / "a.xls"
    new.write_bytes(compound(b"", "EncryptedPackage"))
    old.write_bytes(compound(biff(sheet([["a"]]), more=record(0x002F, b"\1\0"))))

    for path in (new, old):
        with pytest.raises(RegisterError, match=rf"{path.name} is locked by a password"):
            read_rows(path)


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        (biff(cell(0, 0) + cell(65535, 65535)), "row 65536, column 65536, far from"),
        (biff(*[cell(0, 0) + cell(65535, 255)] * 2), "row 65536, column 256, far from"),
        (
            biff(cell(0, 0) + record(0x00BD, struct.pack("<HHHIH", 65535, 0, 0, 0, 60_000))),
            "row 65536, column 60001, far from",
        ),
        (
            biff(sheet([["a"]]), more=record(0x00FC, struct.pack("<ii", 1, 2**31 - 1))),
            "cannot be read as a workbook: it is damaged",
        ),
        (biff(*[sheet([["a"] * 9])] * 9, offset=4), "it is damaged"),
        (FAR_BY_TWO_NAMES, "row 65536, column 256, far from"),
        (
            biff(b"".join(reference(row) for row in range(40_000)), more=LONG_TEXT),
            "unpacks to more than 1073741824 bytes",
        ),
    ],
    ids=[
        *("area", "two areas", "many in one record", "texts", "one sheet by many names"),
        *("one far cell by two names", "a long text in many cells"),
    ],
)
def test_old_bombs(tmp_path: Path, stream: bytes, message: str) -> None:
    """An old workbook whose cells or texts would fill the memory is refused."""
    path = tmp_path / "a.xls"
    path.write_bytes(container_of(stream, "Workbook"))

    with pytest.raises(RegisterError, match=message):
        read_rows(path)


@pytest.mark.parametrize(
    "size", [(0, 2**32 - 1, 0, 2**16 - 1, 0), (5, 1, 0, 2, 0), (0, 65536, 0, 256, 0)]
)
def test_the_size_that_an_old_sheet_states(tmp_path: Path, size: tuple[int, ...]) -> None:
    """A size that is stated is not believed, for programs state any."""
    path = tmp_path / "a.xls"
    stated = record(0x0200, struct.pack("<IIHHH", *size))
    path.write_bytes(compound(biff(stated + sheet([["a", 1.0]]))))

    assert [Row(1, ["a", 1.0])] == list(read_rows(path))


def changed(place: str, at: int, value: int) -> bytes:
    """Return a compound file with another number at *at*."""
    data = bytearray(compound(biff(sheet([["a"]]))))
    struct.pack_into(place, data, at, value)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        changed("<I", 512 + 4 * 9, 2),
        changed("<I", 512 + 4, 1),
        changed("<I", 512 + 4 * 3, 10**9),
        changed("<I", 76 + 4, 0),
        changed("<I", 68, 0),
        changed("<I", 48, 10**6),
        changed("<H", 30, 60_000),
        compound(biff(sheet([["a"]])), "Other"),
        compound(b"")[:600],
    ],
    ids=[
        *("stream in a circle", "folder in a circle", "no such sector", "table twice"),
        *("more tables", "no folder", "sectors too large", "no workbook", "cut off"),
    ],
)
def test_damaged_containers(tmp_path: Path, data: bytes) -> None:
    """A container that refers to itself or to nothing is refused at once."""
    path = tmp_path / "a.xls"
    path.write_bytes(data)

    with pytest.raises(RegisterError, match=r"a\.xls cannot be read as a workbook: it is damaged"):
        read_rows(path)


def test_a_huge_stream_is_stated(tmp_path: Path) -> None:
    """The length of a stream is that of its sectors, whatever is stated."""
    path = tmp_path / "a.xls"
    path.write_bytes(compound(biff(sheet([["a"]])), "Book", size=2**40))
    with pytest.raises(RegisterError, match="it is damaged"):
        read_rows(path)

    path.write_bytes(compound(biff(sheet([["a"]])), "Book", size=2**31))
    assert [Row(1, ["a"])] == list(read_rows(path))


@pytest.mark.parametrize("length", [1, 4096, 4097, 5_000_000])
def test_container_and_back(length: int) -> None:
    """A stream of any length comes back out of its container."""
    stream = bytes(n % 251 for n in range(length))

    assert stream == stream_of(container_of(stream, "Workbook"), "Workbook")[:length]


def test_many_rows_in_the_old_format(tmp_path: Path) -> None:
    """A sheet of more sectors than one table has room for is read whole."""
    cells = b"".join(cell(row, column) for row in range(20_000) for column in range(20))
    path = tmp_path / "a.xls"
    path.write_bytes(container_of(biff(cells), "Workbook"))

    assert 20_000 == sum(1 for row in read_rows(path) if [1.0] * 20 == row.cells)


def test_small_streams_are_found() -> None:
    """A small stream is in the sectors of the smaller size, in the stream of the root."""
    data = bytearray(compound(bytes(range(200)), size=150))
    # The third sector holds small sectors now, and the table of those is in the fourth.
    struct.pack_into("<III", data, 56, 4096, 3, 1)
    struct.pack_into("<II", data, 512 * 2 + 116, 2, 192)
    struct.pack_into("<II", data, 512 * 2 + 128 + 116, 1, 150)
    struct.pack_into("<II", data, 512 + 4 * 2, 0xFFFFFFFE, 0xFFFFFFFE)
    struct.pack_into("<III", data, 512 * 4, 0xFFFFFFFF, 2, 0xFFFFFFFE)

    assert bytes(range(64, 192)) == stream_of(bytes(data), "Workbook")


def test_lengths_of_texts() -> None:
    """Texts may be wide, have formats and a phonetic text, and go on in further records."""
    rich = struct.pack("<HBHI", 2, 1 | 4 | 8, 1, 6) + "甲乙".encode("utf-16-le") + bytes(4 + 6)
    split = struct.pack("<HB", 5, 1) + "甲乙".encode("utf-16-le")
    rest = b"\0abc" + struct.pack("<HB", 1, 0) + b"z"
    table = struct.pack("<ii", 3, 3) + rich + split

    assert [2, 5, 1] == lengths_of([table, rest])
    assert [2, 5] == lengths_of([table, rest[:4]])
    assert [2, 5] == lengths_of([table])


def test_texts_of_an_old_workbook_are_read(tmp_path: Path) -> None:
    """A long text in few cells is no harm."""
    path = tmp_path / "a.xls"
    path.write_bytes(compound(biff(reference(0) + reference(1), more=LONG_TEXT)))

    assert [["a" * 30_000]] * 2 == [row.cells for row in read_rows(path)]
