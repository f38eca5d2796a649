"""The rows of a file: by the end of its name."""

import sys
from pathlib import Path

import pytest

from gansu_reemployment.errors import MissingExtraError, RegisterError
from gansu_reemployment.registers.rows import Row, expected_rows, is_blank, read_rows


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.txt", "a.tsv"])
def test_text_files(tmp_path: Path, name: str) -> None:
    """Text files are read whatever the case of their names."""
    (tmp_path / name).write_text("姓名,性别\n", encoding="utf-8")

    assert [Row(1, ["姓名", "性别"])] == list(read_rows(tmp_path / name))


def test_another_kind_of_file(tmp_path: Path) -> None:
    """A file of another kind is refused, naming the kinds that are read."""
    with pytest.raises(RegisterError, match=r"a\.doc is none of \.csv, \.dbf, \.tsv, \.txt, \.xls"):
        read_rows(tmp_path / "a.doc")


@pytest.mark.parametrize(
    ("name", "package", "module", "extra"),
    [
        ("a.xlsx", "python_calamine", "rows_excel", "excel"),
        ("a.xls", "python_calamine", "rows_excel", "excel"),
        ("a.dbf", "dbfread", "rows_dbf", "legacy"),
    ],
)
def test_extras_that_are_missing(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str, module: str, extra: str
) -> None:
    """Without the package the error says what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"gansu_reemployment.registers.{module}", raising=False)

    with pytest.raises(MissingExtraError, match=rf"gansu-reemployment\[{extra}\]"):
        read_rows(Path(name))


def test_no_such_file(tmp_path: Path) -> None:
    """A file that is not there is the error of the system."""
    for name in ("a.csv", "a.xlsx", "a.dbf"):
        with pytest.raises(OSError, match="No such file"):
            list(read_rows(tmp_path / name))


@pytest.mark.parametrize("cell", [None, "", " ", "\t", "\u3000"])
def test_blank_cells(cell: str | None) -> None:
    """Nothing and spaces, full-width ones too, are blank."""
    assert is_blank(cell)


@pytest.mark.parametrize("cell", ["0", 0, False, 0.0, "'"])
def test_cells_that_are_not_blank(cell: object) -> None:
    """Zero and no are not blank."""
    assert not is_blank(cell)


def test_expected_rows(tmp_path: Path) -> None:
    """Lines are counted for text files only."""
    path = tmp_path / "a.csv"
    path.write_text("姓名\n李梅\n", encoding="utf-8")

    assert 2 == expected_rows(path)
    assert expected_rows(tmp_path / "a.xlsx") is None
