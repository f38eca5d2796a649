"""Rows of a CSV file: separators, numbers, and quotes that do not close."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gansu_reemployment.registers.rows import Row
from gansu_reemployment.registers.rows_csv import csv_rows


def rows(folder: Path, text: str) -> list[Row]:
    """Read the rows of *text*."""
    path = folder / "register.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return list(csv_rows(path))


def cells(folder: Path, text: str) -> list[list[str]]:
    """Read the cells of *text*."""
    return [list(row.cells) for row in rows(folder, text)]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(tmp_path: Path, separator: str, end: str) -> None:
    """Commas, tabs and semicolons separate, and every line end ends a row."""
    text = end.join(separator.join(row) for row in (["姓名", "性别"], ["李梅", "女"]))

    assert [["姓名", "性别"], ["李梅", "女"]] == cells(tmp_path, text)


def test_a_separator_within_cells(tmp_path: Path) -> None:
    """Another separator within cells does not mislead."""
    assert [["姓名", "备注"], ["李梅", "a;b;c"]] == cells(tmp_path, "姓名,备注\n李梅,a;b;c\n")


def test_nothing(tmp_path: Path) -> None:
    """An empty file has no rows."""
    assert [] == rows(tmp_path, "")


def test_blank_rows_count(tmp_path: Path) -> None:
    """Blank rows are rows, so that numbers are those a person sees."""
    found = rows(tmp_path, "姓名,性别\n\n,\n李梅,女\n")

    assert [(1, False), (2, True), (3, True), (4, False)] == [(r.number, r.blank) for r in found]


def test_a_cell_of_two_lines(tmp_path: Path) -> None:
    """A quoted cell may have several lines; its row is one row."""
    found = rows(tmp_path, '姓名,备注\n李梅,"上\n下"\n王军,好\n')

    assert Row(2, ["李梅", "上\n下"]) == found[1]
    assert Row(3, ["王军", "好"]) == found[2]


def test_a_quote_that_does_not_close(tmp_path: Path) -> None:
    """An open quote spoils its own row only."""
    found = rows(tmp_path, '姓名,备注\n李梅,"上\n王军,好\n赵霞,好\n')

    assert [False, True, False, False] == [row.fault is not None for row in found]
    assert [["李梅", '"上'], ["王军", "好"], ["赵霞", "好"]] == [row.cells for row in found[1:]]
    assert [1, 2, 3, 4] == [row.number for row in found]


def test_two_quotes_that_close_each_other(tmp_path: Path) -> None:
    """A row between two stray quotes is not swallowed by them."""
    found = rows(tmp_path, '姓名,备注\n李梅,"上\n王军,好\n赵霞,好",\n陈平,好\n')

    assert [["王军", "好"], ["陈平", "好"]] == [found[2].cells, found[4].cells]
    assert [1, 2, 3, 4, 5] == [row.number for row in found]


def test_a_quote_open_for_long(tmp_path: Path) -> None:
    """An open quote at the head of a long file spoils its own row only."""
    found = rows(tmp_path, '姓名,备注\n李梅,"上\n' + "王军,好\n" * 500)

    assert 502 == len(found)
    assert [2] == [row.number for row in found if row.fault]


def test_a_cell_too_long_to_be_one(tmp_path: Path) -> None:
    """A cell of more than 131,072 characters spoils its own row only."""
    found = rows(tmp_path, "姓名,备注\n李梅," + "x" * 140_000 + "\n王军,好\n")

    assert [False, True, False] == [row.fault is not None for row in found]


def test_a_wide_row_with_a_cell_of_two_lines(tmp_path: Path) -> None:
    """A row of the wrong width that has no row within it stays one row."""
    found = rows(tmp_path, '姓名,性别,备注\n"李\n梅",女,好,好\n王军,男,好\n')

    assert ["李\n梅", "女", "好", "好"] == found[1].cells
    assert Row(3, ["王军", "男", "好"]) == found[2]


def test_quotes_within_a_cell(tmp_path: Path) -> None:
    """Text after a closing quote is a fault of its row; a quote within bare text is text."""
    found = rows(tmp_path, '姓名,备注\n"李"梅,好\n王"军",好\n')

    assert [False, True, False] == [row.fault is not None for row in found]
    assert ['王"军"', "好"] == found[2].cells


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(codec="utf-8", exclude_characters="\0"))] * 3),
        min_size=1,
        max_size=20,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_csv_writes_comes_back(tmp_path: Path, table: list[tuple[str, str, str]]) -> None:
    """Rows written with every cell in quotes come back as they were."""
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *table])

    assert [list(row) for row in table] == [row.cells for row in csv_rows(path)][1:]
