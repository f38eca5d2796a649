"""Rows of a dBase table."""

import struct
from datetime import date
from pathlib import Path

import pytest

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.registers import read_register
from gansu_reemployment.registers.rows import Row, read_rows

#: A field: its name, its type, its length.
Field = tuple[str, str, int]
FIELDS: list[Field] = [
    ("姓名", "C", 12),
    ("身份证号", "C", 18),
    ("出生日期", "D", 8),
    ("在业", "L", 1),
]
NOBODY = b"620502196303019941"


def dbf(path: Path, fields: list[Field], records: list[tuple[bytes, list[bytes]]]) -> Path:
    """Write a table; each record has a mark, a space or an asterisk, and its bytes."""
    described = b"".join(
        struct.pack("<11sc4xBB14x", name.encode("gbk")[:10], kind.encode(), size, 0)
        for name, kind, size in fields
    )
    width = 1 + sum(size for _name, _kind, size in fields)
    header = struct.pack("<4BLHH20x", 3, 103, 7, 1, len(records), 32 + len(described) + 1, width)
    rows = b"".join(
        mark
        + b"".join(cell.ljust(size) for cell, (_n, _k, size) in zip(cells, fields, strict=True))
        for mark, cells in records
    )
    path.write_bytes(header + described + b"\r" + rows + b"\x1a")
    return path


def test_records_and_their_numbers(tmp_path: Path) -> None:
    """Deleted records are left out, and the others keep their numbers; names are row 0."""
    li, wang = "李㛃".encode("gb18030"), "王霞".encode("gbk")
    records = [
        (b" ", [li, NOBODY, b"19630301", b"F"]),
        (b"*", [b"gone", b"", b"", b"?"]),
        (b" ", [wang, b"", b"", b"?"]),
    ]

    assert [
        Row(0, ["姓名", "身份证号", "出生日期", "在业"]),
        Row(1, ["李㛃", NOBODY.decode(), date(1963, 3, 1), False]),
        Row(3, ["王霞", "", None, None]),
    ] == list(read_rows(dbf(tmp_path / "a.dbf", FIELDS, records)))


def test_a_value_that_cannot_be_read(tmp_path: Path) -> None:
    """A date or answer that is none spoils its own row only."""
    records = [
        (b" ", [b"a", b"", b"19630230", b"F"]),
        (b" ", [b"b", b"", b"", b"x"]),
        (b" ", [b"c\xff", b"", b"", b"T"]),
        (b" ", [b"d", b"", b"19630301", b"T"]),
    ]
    rejects = tmp_path / "rejects.csv"

    reader = read_register(dbf(tmp_path / "a.dbf", FIELDS, records), Worker, rejects=rejects)

    assert [(4, "d")] == [(entry.row, entry.person.name) for entry in reader]
    assert ["1,", "2,", "3,"] == [
        line[:2] for line in rejects.read_text(encoding="utf-8-sig").splitlines()[1:]
    ]


def test_names_cut_at_ten_bytes(tmp_path: Path) -> None:
    """A field whose name the format has cut is still found."""
    fields = [("政策前已领执照", "C", 2), ("INTERNALLY", "C", 2), ("公民身份号码", "C", 18)]
    cells = ["是".encode("gbk"), "否".encode("gbk"), NOBODY]

    [entry] = read_register(dbf(tmp_path / "a.dbf", fields, [(b" ", cells)]), Worker)

    assert entry.facts.licensed_before is True
    assert entry.facts.internally_retired is False
    assert entry.facts.born_on == date(1963, 3, 1)


def test_an_identity_number_as_a_number(tmp_path: Path) -> None:
    """A numeric field is refused as an identity number."""
    fields = [("姓名", "C", 4), ("身份证号", "N", 18)]
    reader = read_register(dbf(tmp_path / "a.dbf", fields, [(b" ", [b"a", NOBODY])]), Worker)

    assert [] == list(reader)
    assert 1 == reader.counts.rejected


@pytest.mark.parametrize("data", [b"", b"\x03", b"no table at all" * 100])
def test_a_file_that_is_no_table(tmp_path: Path, data: bytes) -> None:
    """A damaged file is refused by its name."""
    path = tmp_path / "a.dbf"
    path.write_bytes(data)

    with pytest.raises(RegisterError, match=r"a\.dbf is not a dBase table"):
        read_rows(path)


def test_a_record_that_is_cut_short(tmp_path: Path) -> None:
    """A table that ends before the records that it counts is refused."""
    fields: list[Field] = [("姓名", "C", 4), ("n", "I", 4)]
    path = dbf(
        tmp_path / "a.dbf", fields, [(b" ", [b"a", b"\1\0\0\0"]), (b" ", [b"b", b"\2\0\0\0"])]
    )
    whole = path.read_bytes()
    for cut, found in ((4, 1), (9, 1), (14, 0)):
        path.write_bytes(whole[:-cut])
        with pytest.raises(RegisterError, match=rf"a\.dbf was cut off: of 2 records, {found} are"):
            read_rows(path)
