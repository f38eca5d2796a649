"""Writing rows, and cells that a spreadsheet would run."""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.identity import IdentityNumber, Sex
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers.cells import plain
from gansu_reemployment.registers.writing import cell_text, protect, write_rows


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@x", "＝1", "＋1", "－1", "＠x", " =1", "\t=1", "\r\n-1", "'x"]
)
def test_texts_that_would_run(text: str) -> None:
    """A text that begins with =, +, -, @ or an apostrophe gets an apostrophe."""
    assert f"'{text}" == protect(text)


@pytest.mark.parametrize("text", ["", "a=b", "李梅", "1-2", "6205", " "])
def test_texts_that_do_not_run(text: str) -> None:
    """Any other text stays as it is."""
    assert text == protect(text)


@given(st.text(st.characters(exclude_characters="\ufffd")))
def test_protected_text_comes_back(text: str) -> None:
    """Reading takes off what writing puts before a text."""
    bare = text.strip()

    assert (bare or None) == plain(protect(bare))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (-5, "-5"),
        (Yuan("-1234.5"), "-1234.50"),
        (Fraction(4, 5), "80%"),
        (Sex.FEMALE, "女"),
        (date(1963, 3, 1), "1963-03-01"),
        (IdentityNumber.read("620502196303019941"), "6205************41"),
        ("-5", "'-5"),
    ],
)
def test_cell_text(value: object, expected: str) -> None:
    """Each value is written as registers have it."""
    assert expected == cell_text(value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_write_rows(tmp_path: Path, encoding: str) -> None:
    """Rows are written in either encoding and counted; headings are protected too."""
    path = tmp_path / "out.csv"
    rows: list[list[object]] = [["李㛃", "@a,b"], [None, 3]]

    written = write_rows(path, ["姓名", "=x"], iter(rows), encoding=encoding)

    assert 2 == written
    with path.open(encoding=encoding, newline="") as file:
        assert [["姓名", "'=x"], ["李㛃", "'@a,b"], ["", "3"]] == list(csv.reader(file))


def test_a_spreadsheet_sees_the_mark(tmp_path: Path) -> None:
    """By default the file begins with the mark by which spreadsheets know UTF-8."""
    write_rows(tmp_path / "out.csv", ["姓名"], [])

    assert b"\xef\xbb\xbf" + "姓名\r\n".encode() == (tmp_path / "out.csv").read_bytes()
