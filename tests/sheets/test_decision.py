"""The decision sheet: an outcome on a page that an office signs, in every form."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from gansu_reemployment import Bureau, EntitledGroup, IdentityNumber, Sex, Worker
from gansu_reemployment.cli.main import run
from gansu_reemployment.errors import MissingExtraError, UnknownNameError
from gansu_reemployment.sheets import Sheet, as_docx, decision_sheet, write_sheet

DAY = date(2003, 8, 1)
KNOWN: dict[str, Any] = {
    "sex": Sex.FEMALE,
    "born_on": date(1963, 3, 1),
    "group": EntitledGroup.LAID_OFF_SOE,
    "able": True,
    "willing": True,
    "employed": False,
    "retired": False,
    "internally_retired": False,
}
NUMBER = IdentityNumber.read("620502630701123")


def sheet_of(**changes: Any) -> Sheet:
    """Build the sheet of a person with changed facts."""
    outcome = Bureau.of("兰州市").hardship(Worker(**KNOWN | changes), on=DAY)
    return decision_sheet(outcome, office="城关区", number="17", person="李某", identity=NUMBER)


def content(sheet: Sheet, item: str, locale: str = "zh_CN") -> str:
    """Return the content of an item by its Chinese name."""
    cells = [cell for name, cell in sheet.rows if name.zh == item]
    assert 1 == len(cells)
    return cells[0] if isinstance(cells[0], str) else cells[0].show(locale)


@pytest.mark.parametrize(
    ("changes", "title", "result"),
    [
        ({}, "“4050”人员认定审核表", "结果：大龄就业困难对象（“4050”人员）"),
        ({"employed": True}, "“4050”人员认定不予核准告知书", "- 该人员已在业。 [1]"),
        ({"able": None}, "“4050”人员认定补正告知书", "- 有劳动能力（able）"),
    ],
)
def test_title_and_result_follow_the_status(
    changes: dict[str, Any], title: str, result: str
) -> None:
    """A review, a notice of refusal, and a notice of what is missing."""
    sheet = sheet_of(**changes)
    assert title == sheet.title.show("zh_CN")
    assert result in content(sheet, "审核结果").splitlines()


def test_facts_way_and_sources_are_on_the_sheet() -> None:
    """What was stated, how it was decided and by which documents, in both languages."""
    sheet = sheet_of()
    assert "出生日期：1963年3月1日" in content(sheet, "申报情况").splitlines()
    assert "2003年8月1日的周岁：40" in content(sheet, "申报情况").splitlines()
    assert "✓ 下岗或者失业 [1]" in content(sheet, "办理过程").splitlines()
    assert "[2] 国发[1978]104号（推定）" in content(sheet, "依据").splitlines()
    assert "date of birth: 1963-03-01" in content(sheet, "申报情况", "en").splitlines()
    assert "" == content(sheet, "日期")


def test_identity_number_is_masked() -> None:
    """The number never stands whole on a sheet."""
    assert NUMBER.masked == content(sheet_of(), "公民身份号码")


def test_hypothetical_result_says_so() -> None:
    """A result under supposed values is not the law's answer."""
    bureau = Bureau.of("兰州市").supposing({"hardship.age_women": 45}, since=DAY)
    sheet = decision_sheet(bureau.hardship(Worker(**KNOWN), on=DAY))
    assert content(sheet, "假设").startswith("假设，非现行规定：")


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "md"])
def test_every_form_has_the_result(ending: str, tmp_path: Path) -> None:
    """The ending of the file chooses the form."""
    path = tmp_path / f"sheet.{ending}"
    write_sheet(sheet_of(), path)
    data = path.read_bytes()
    if ending == "docx":
        (table,) = docx.Document(BytesIO(data)).tables
        text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    elif ending == "xlsx":
        book = openpyxl.load_workbook(BytesIO(data))
        text = "\n".join(str(cell.value) for row in book.active.rows for cell in row)
    else:
        text = data.decode()
    assert "大龄就业困难对象" in text
    assert [path] == list(tmp_path.iterdir())


def test_other_endings_are_named(tmp_path: Path) -> None:
    """A form that no sheet has is an error, and nothing is written."""
    with pytest.raises(UnknownNameError, match=r"\.xlsx"):
        write_sheet(sheet_of(), tmp_path / "sheet.pdf")
    assert [] == list(tmp_path.iterdir())


def test_word_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-docx the error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtraError, match="word"):
        as_docx(sheet_of())


def test_command_writes_the_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command explains the case, and writes its sheet in the language of the command."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    facts = 'sex = "female"\nborn_on = 1963-03-01\ngroup = "laid_off_soe"\nemployed = true\n'
    Path("facts.toml").write_text(facts, encoding="utf-8")
    command = ["explain", "facts.toml", "--on", "2003-08-01", "--sheet", "notice.docx"]
    assert 0 == run([*command, "--person", "李某", "--office", "城关区"])
    document = docx.Document("notice.docx")
    assert "“4050”人员认定不予核准告知书" == document.paragraphs[0].text
    assert "李某" == document.tables[0].rows[2].cells[1].text
