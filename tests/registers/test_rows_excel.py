"""Rows of a workbook, xlsx and xls."""

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from workbooks import xls

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
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    error: type[BaseException],
    seen: type[BaseException],
) -> None:
    """A panic on a damaged file is the file's error; any other error is its own."""

    def fail(_path: Path) -> None:
        raise error

    monkeypatch.setattr(rows_excel, "CalamineWorkbook", SimpleNamespace(from_filelike=fail))

    with pytest.raises(seen):
        rows_excel.excel_rows(xls(tmp_path / "a.xls", []))


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
