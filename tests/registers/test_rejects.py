"""The rejects file."""

import csv
from pathlib import Path

import pytest
from attrs import evolve

from gansu_reemployment.errors import Fault
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.registers.entries import Reject
from gansu_reemployment.registers.headings import find_headings
from gansu_reemployment.registers.rejects import RejectsFile
from gansu_reemployment.registers.rows import Row

HEADINGS, _REST = find_headings(iter([Row(1, ["=序号", "姓名", "身份证号"])]), Worker)
NOBODY = "620502196303019941"


def rejected(folder: Path, *cells: object) -> list[str]:
    """Write one row of *cells* and read its line."""
    path = folder / "rejects.csv"
    file = RejectsFile(path, HEADINGS)
    file.write(Reject(Row(7, cells), (Fault.at("-姓名", "one"), Fault.at("行", "two"))))
    file.close()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        headings, line = csv.reader(lines)
    assert ["行号", "原因", "reason", "'=序号", "姓名", "身份证号"] == headings
    return line


def test_number_reasons_and_cells(tmp_path: Path) -> None:
    """A row has its number, its faults in both languages and its cells, each protected."""
    line = rejected(tmp_path, 1.0, "+李", None)

    assert ["7", "'-姓名：one；行：two", "'-姓名: one; 行: two", "1", "'+李", ""] == line


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (NOBODY, "6205************41"),
        (NOBODY[:14], "*" * 14),
        ("6.20502E+17", "*" * 11),
        (6.20502e17, "6205************00"),
        (int(NOBODY), "6205************41"),
        ("", ""),
    ],
)
def test_identity_numbers_are_masked(tmp_path: Path, cell: object, shown: str) -> None:
    """In its own column a number is masked however it is spoilt."""
    assert shown == rejected(tmp_path, "", "", cell)[-1]


def test_identity_numbers_elsewhere(tmp_path: Path) -> None:
    """A number in another column, and beyond the headings, is masked too."""
    line = rejected(tmp_path, f"={NOBODY}", f"号{NOBODY}", "", "x", NOBODY)

    assert ["'=6205************41", "号6205************41", "", "x", "6205************41"] == line[
        3:
    ]


def test_identity_number_in_a_heading(tmp_path: Path) -> None:
    """A number that was taken for a heading is masked in the file."""
    path = tmp_path / "rejects.csv"
    file = RejectsFile(path, evolve(HEADINGS, texts=("姓名", f"={NOBODY}")))
    file.write(Reject(Row(7, ["李", ""]), (Fault.at("行", "one"),)))
    file.close()

    heading = path.read_text(encoding="utf-8-sig").splitlines()[0]
    assert "行号,原因,reason,姓名,'=6205************41" == heading


def test_no_file_without_a_reject(tmp_path: Path) -> None:
    """The file is made with the first reject only, and one of an earlier run is removed."""
    path = tmp_path / "rejects.csv"
    path.write_text("old", encoding="utf-8")

    RejectsFile(path, HEADINGS).close()

    assert not path.exists()
