"""Filled-in tables from CSV files and workbooks."""

from pathlib import Path

import pytest
import xlsxwriter

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.measures.targets.filled_table.check import AddsUp, check_table
from gansu_reemployment.measures.targets.filled_table.files import read_table

ROWS: list[list[str | int]] = [
    ["目标任务表", "", "", ""],
    ["地区", "就业", "", "比率"],
    ["", "新增", "其中大龄", ""],
    ["兰　州", 700, 100, 45],
    ["天水", 300, 200, 45],
    ["合计", 1000, 301, ""],
    ["", "", "", ""],
    ["注：试算", "", "", ""],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv(tmp_path: Path, encoding: str) -> None:
    """A CSV file in any of the usual encodings is read with its two-level heading."""
    path = tmp_path / "table.csv"
    text = "\n".join(",".join(map(str, row)) for row in ROWS)
    path.write_text(text, encoding=encoding)
    table = read_table(path, header=2, depth=2)
    assert ("地区", "就业/新增", "就业/其中大龄", "比率") == table.columns
    assert ["兰州", "天水", "合计", "注：试算"] == [row.name for row in table.rows]
    assert ["C6"] == [finding.cell for finding in check_table(table, [AddsUp("合计")])]


def test_workbook(tmp_path: Path) -> None:
    """A workbook is the same table, with the addresses of a spreadsheet."""
    path = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.merge_range("B2:C2", "就业")
        sheet.merge_range("A2:A3", "地区")
    table = read_table(path, header=2, depth=2)
    assert ("地区", "就业/新增", "就业/其中大龄", "比率") == table.columns
    [finding] = check_table(table, [AddsUp("合计")])
    assert "C6 就业/其中大龄, 合计: 301 is stated, the parts add up to 300 (gap 1)" == finding.say()


def test_file_that_ends_before_its_headings(tmp_path: Path) -> None:
    """Headings below the last row are an error of the file."""
    path = tmp_path / "table.csv"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(RegisterError, match="ends before its headings"):
        read_table(path, header=2)
