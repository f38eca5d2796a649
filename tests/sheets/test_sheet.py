"""The model of an official table: header, totals, faults, texts of cells."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.sheets.cells import add_up, cell_text, is_number, rounded
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import SUM, Column, HeaderCell, Line, Sheet

PLAIN = (Column("地区", names=True), Column("人数", total=SUM))


def sheet(**changes: Any) -> Sheet:
    """Give a small table."""
    facts = {"title": "表", "columns": PLAIN, "rows": [("兰州市", 3), ("天水市", 4)]}
    return Sheet(**(facts | changes))


def test_header_merges_over_columns_and_down_to_the_cells() -> None:
    """A heading over several columns is as wide as they are; one without is as high as the rest."""
    columns = (Column("a"), Column("b", [Column("c"), Column("d", [Column("e"), Column("f")])]))

    assert (
        HeaderCell(0, 0, 3, 1, "a"),
        HeaderCell(0, 1, 1, 3, "b"),
        HeaderCell(1, 1, 2, 1, "c"),
        HeaderCell(1, 2, 1, 2, "d"),
        HeaderCell(2, 2, 1, 1, "e"),
        HeaderCell(2, 3, 1, 1, "f"),
    ) == sheet(columns=columns, rows=[]).header()


def test_header_fills_its_rectangle() -> None:
    """The headings cover every cell of every row once."""
    columns = (Column("a"), Column("b", [Column("c"), Column("d", [Column("e"), Column("f")])]))
    made = sheet(columns=columns, rows=[])
    covered = [
        (row, index)
        for cell in made.header()
        for row in range(cell.row, cell.row + cell.height)
        for index in range(cell.index, cell.index + cell.width)
    ]

    assert sorted(covered) == [(row, index) for row in range(3) for index in range(4)]


def test_totals_stand_last_or_first() -> None:
    """The line of totals has the word in the column of names and stands where it is wanted."""
    total = Line((Label("合计", "Total"), 7), total=True)

    assert total == sheet().body()[-1]
    assert total == sheet(totals="first").body()[0]


def test_no_totals_without_a_column_that_has_one() -> None:
    """A table whose columns have no totals has no such line."""
    made = sheet(columns=(Column("地区"), Column("人数")))

    assert made.total_row() is None
    assert len(made.rows) == len(made.body())


def test_total_may_be_a_given_cell() -> None:
    """A share in the line of totals is given by the caller, not added up."""
    made = sheet(columns=(Column("地区"), Column("完成率", total=Fraction(1, 2))))

    assert (Label("合计", "Total"), Fraction(1, 2)) == made.total_row()


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        ((), None),
        ((None, None), None),
        ((1, None, 2), 3),
        ((Yuan("0.10"), Yuan("0.20")), Yuan("0.30")),
        ((Decimal("1.5"), 2), Decimal("3.5")),
    ],
)
def test_blank_is_not_zero(cells: tuple[Any, ...], total: Any) -> None:
    """A sum passes over blanks and is blank where there is nothing to add."""
    assert total == add_up(cells)


def test_every_fault_is_told() -> None:
    """A short row, a float, an endless text and a number that is none are told at once."""
    with pytest.raises(InvalidFactsError) as error:
        sheet(rows=[("兰州市",), ("天水市", 0.5), ("x" * 32_768, Decimal("NaN"))])

    assert ["rows[0]", "rows[1][1]", "rows[2][0]", "rows[2][1]"] == [
        fault.path for fault in error.value.faults
    ]


@pytest.mark.parametrize(
    "cell",
    [
        10**1000,
        -(10**4000),
        Fraction(10**1000),
        Decimal("1e1001"),
        Decimal("1e-9999"),
    ],
)
def test_a_number_that_nobody_reads(cell: Any) -> None:
    """A number of more than a thousand digits is a fault, and not an error of the program."""
    with pytest.raises(InvalidFactsError, match="longer than the 1000 digits of a number"):
        sheet(rows=[("兰州市", cell)])


@pytest.mark.parametrize("number", [10**48 + 1, 10**999])
def test_long_numbers_are_exact(number: int) -> None:
    """A long ratio is written to its last digit."""
    assert f"{number * 100 + 12}.4%" == cell_text(number + Fraction(12_35, 10**4), "en")


def test_longest_text_is_taken() -> None:
    """A text of 32,767 characters still fits a cell."""
    assert 32_767 == len(sheet(rows=[("x" * 32_767, 1)]).rows[0][0])


def test_a_table_needs_columns() -> None:
    """A table without columns is refused."""
    with pytest.raises(InvalidFactsError):
        sheet(columns=(), rows=[])


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        (None, "", ""),
        (1234567, "1,234,567", "1,234,567"),
        (Yuan("1234567.8"), "1,234,567.80", "1,234,567.80"),
        (Decimal("1234.50"), "1,234.50", "1,234.50"),
        (Fraction(765, 1000), "76.5%", "76.5%"),
        (Fraction(1, 3), "33.3%", "33.3%"),
        (date(2003, 6, 30), "2003年6月30日", "2003-06-30"),
        (Label("兰州市", "Lanzhou"), "兰州市", "Lanzhou"),
        (Level.COUNTY, "县（市、区）", "county"),
        (("甲", "乙"), "甲、乙", "甲, 乙"),
        ("=1+1", "=1+1", "=1+1"),
    ],
)
def test_cells_are_written_for_their_reader(cell: Any, zh: str, en: str) -> None:
    """Each kind of cell has its form in both languages."""
    assert en == cell_text(cell, "en")
    assert zh == cell_text(cell, "zh_CN")


def test_yes_and_no_are_words() -> None:
    """A yes or no is written as the word."""
    assert "yes" == cell_text(True, "en")


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(49, 1000), 1, "0.0"),
        (Fraction(5, 2), 0, "3"),
    ],
)
def test_halves_go_away_from_zero(number: Fraction, decimals: int, expected: str) -> None:
    """A number is rounded half up, below zero too."""
    assert expected == str(rounded(number, decimals))


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_whole_numbers_are_not_changed_by_rounding(number: int, decimals: int) -> None:
    """Rounding leaves a whole number as it is."""
    assert number == rounded(Fraction(number), decimals)


def test_yes_is_no_number() -> None:
    """A yes or no is not added up or aligned as a number."""
    assert not is_number(True)
    assert is_number(1)


def test_a_column_of_blanks_is_not_numeric() -> None:
    """A column counts as numeric only where it holds a number."""
    made = sheet(rows=[("兰州市", None)])

    assert [False, False] == [made.numeric(index) for index in range(2)]


def test_notes_are_numbered_where_there_are_several() -> None:
    """One note stands alone; several have numbers."""
    assert ("注：甲",) == sheet(notes=["甲"]).note_lines("zh_CN")
    assert ("Note: 1. a", "2. b") == sheet(notes=["a", "b"]).note_lines("en")
    assert () == sheet().note_lines("en")


def test_unit_line_only_where_there_is_a_unit() -> None:
    """The unit stands behind its word, in either language."""
    assert "单位：人" == sheet(unit=Label("人", "persons")).unit_line("zh_CN")
    assert "Unit: persons" == sheet(unit=Label("人", "persons")).unit_line("en")
    assert "" == sheet().unit_line("en")
