"""Filled-in tables: headings, rows, and cells as exact numbers."""

from decimal import Decimal
from typing import Any

import pytest

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.measures.targets.filled_table.table import (
    FilledTable,
    number,
    tidy,
    unreadable,
)

TABLE = FilledTable.of([("地　区", "新 增"), ("天水", "1,200"), ("合　计", "–"), ("短",)], first=3)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,200", "1200"),
        ("１２．５", "12.5"),
        (" 17% ", "17"),
        ("-3.01", "-3.01"),
        (0, "0"),
        (34.0, "34"),
        (83.3, "83.3"),
        (Decimal("55.00"), "55.00"),
    ],
)
def test_numbers_are_read_exactly(cell: Any, expected: str) -> None:
    """Separators, wide digits and per cent signs do not matter; decimals are kept."""
    assert expected == str(number(cell))


@pytest.mark.parametrize("cell", [None, "", "–", "12 人", "1.2.3", True, "nan", float("nan")])
def test_cells_that_are_not_numbers(cell: Any) -> None:
    """Blanks, words and truth values are not numbers, and not zero."""
    assert number(cell) is None


def test_names_lose_their_spacing() -> None:
    """Names that are spread over their column are found without the spaces."""
    assert ("地区", "新增") == TABLE.columns
    assert 5 == TABLE.row("合计").number
    assert "" == tidy(None)


def test_short_row_has_no_cell() -> None:
    """A short row has no value in the further columns."""
    assert TABLE.cell(TABLE.row("短"), "新增") is None


def test_unknown_row_and_column() -> None:
    """An unknown name is rejected with the nearest one."""
    with pytest.raises(UnknownNameError) as caught:
        TABLE.row("合计数")
    assert ("合计",) == caught.value.near
    with pytest.raises(UnknownNameError):
        TABLE.index("再就业")


def test_unreadable_cells_are_found() -> None:
    """A word in a column of numbers is found; a dash and a blank are not."""
    table = FilledTable.of([("地区", "任务"), ("a", "4O00"), ("b", "—"), ("c", None), ("d", 5)])
    assert ["B2 任务, a: '4O00' is not a number"] == [f.say() for f in unreadable(table, ["任务"])]


def test_number_of_a_person_in_a_cell_is_masked() -> None:
    """An identity number that slipped into a column of numbers is not shown whole."""
    table = FilledTable.of([("地区", "任务"), ("a", "11010519491231002X")])
    assert ["B2 任务, a: '1101************2X' is not a number"] == [
        finding.say() for finding in unreadable(table, ["任务"])
    ]


def test_columns_after_z() -> None:
    """The 27th column is AA, as in a spreadsheet."""
    heads = [f"列{index}" for index in range(28)]
    table = FilledTable.of([heads, ["x"] * 28])
    found = unreadable(table, heads[25:])
    assert ["Z2", "AA2", "AB2"] == [finding.cell for finding in found]
