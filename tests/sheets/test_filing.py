"""Who files a table: the lines around it in every form, and what is left blank."""

from datetime import date
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.facts import LoanApplication, Purpose
from gansu_reemployment.sheets import (
    SUM,
    Column,
    Filing,
    Label,
    Sheet,
    as_docx,
    as_html,
    as_markdown,
    as_xlsx,
    decision_sheet,
)
from gansu_reemployment.sheets.labels import month_label, quarter_label
from gansu_reemployment.sheets.widths import packed

FILED = Sheet(
    title=Label("拨款表", "Funds"),
    unit=Label("元", "yuan"),
    columns=[Column("地区", names=True, width=30), Column("金额", total=SUM, width=30)],
    rows=[("兰州市", Yuan(5)), ("天水市", Yuan(2))],
    notes=["a"],
    in_words=Yuan(7),
).filed(by="某局", head="赵某", checked_by="李某", made_by="<王某>", on=date(2003, 9, 25))
BELOW = ("单位负责人：赵某", "审核人：李某", "制表人：<王某>", "填报日期：2003年9月25日")


def grid(sheet: Sheet, locale: str = "zh_CN") -> list[list[Any]]:
    """Return the cells of a workbook."""
    book = openpyxl.load_workbook(BytesIO(as_xlsx(sheet, locale=locale)))
    return [list(row) for row in book.active.iter_rows(values_only=True)]


def test_lines_in_both_languages() -> None:
    """The lines name the unit, the signatures and the day."""
    assert FILED.filing
    assert "填报单位（盖章）：某局" == FILED.filing.above("zh_CN")
    assert BELOW == FILED.filing.below("zh_CN")
    assert "Reporting unit (seal): 某局" == FILED.filing.above("en")
    assert "Date: 2003-09-25" == FILED.filing.below("en")[-1]


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_unknown_names_are_left_blank(locale: str) -> None:
    """There is room to write by hand; nothing is invented."""
    filing = Filing()
    assert filing.above(locale).endswith(("：", ": "))
    assert all(line[-1].isspace() or line.endswith("日") for line in filing.below(locale))


def test_spreadsheet() -> None:
    """Unit and numbers share a line, the words follow the totals, the signatures the notes."""
    rows = grid(FILED)
    assert ["填报单位（盖章）：某局", "单位：元"] == rows[1]
    assert "合计金额（大写）：人民币柒元整" == rows[6][0]
    assert "注：a" == rows[7][0]
    assert ["单位负责人：赵某\u3000审核人：李某\u3000制表人：<王某>", BELOW[3]] == [
        r[0] for r in rows[8:]
    ]


def test_narrow_spreadsheet() -> None:
    """Where the columns have no room for both, each text has a line of its own."""
    sheet = Sheet(title="t", unit="元", columns=[Column("a"), Column("b")], rows=[(1, 2)])
    rows = grid(sheet.filed(by="甘肃省劳动和社会保障厅"))
    assert ["填报单位（盖章）：甘肃省劳动和社会保障厅", None] == rows[1]
    assert ["单位：元", None] == rows[2]
    assert ["a", "b"] == rows[3]


def test_spreadsheet_without_unit() -> None:
    """Without a unit of numbers the line has only the unit that files."""
    sheet = Sheet(title="t", columns=[Column("a")], rows=[(1,)]).filed(by="某局")
    assert ["填报单位（盖章）：某局"] == grid(sheet)[1]


def test_page() -> None:
    """On a page the title is above both units, and names are escaped."""
    html = as_html(FILED)
    assert html.index("拨款表") < html.index("填报单位（盖章）：某局") < html.index("单位：元")
    assert '<td colspan="2">合计金额（大写）：人民币柒元整</td>' in html
    assert "<span>制表人：&lt;王某&gt;</span>" in html


def test_word() -> None:
    """The document has the same lines, the amount in words as the last row of its table."""
    document = docx.Document(BytesIO(as_docx(FILED)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "填报单位（盖章）：某局\t单位：元" in texts
    assert "\u3000".join(BELOW) == texts[-1]
    assert "合计金额（大写）：人民币柒元整" == document.tables[0].rows[-1].cells[0].text


def test_word_makes_wide_tables_smaller() -> None:
    """A table with many columns has smaller words, so that no number is broken."""
    wide = Sheet(
        title="t", columns=[Column(f"c{n}") for n in range(12)], rows=[[Yuan(1_000_000)] * 12]
    )
    (run,) = docx.Document(BytesIO(as_docx(wide))).tables[0].rows[1].cells[0].paragraphs[0].runs
    (usual,) = docx.Document(BytesIO(as_docx(FILED))).tables[0].rows[1].cells[0].paragraphs[0].runs
    assert usual.font.size is None
    assert run.font.size.pt < 10.5


def test_markdown() -> None:
    """Every line is a paragraph of its own."""
    text = as_markdown(FILED)
    assert "填报单位（盖章）：某局\n\n单位：元\n" in text
    assert "合计金额（大写）：人民币柒元整\n\n注：a\n\n单位负责人：赵某 审核人：李某" in text


def test_table_that_nobody_files_has_no_lines() -> None:
    """Without a filing the table is as before."""
    plain = Sheet(title="t", columns=[Column("a")], rows=[(1,)])
    assert "填报" not in as_html(plain) + as_markdown(plain)
    assert "signed" not in as_html(plain)
    assert "" == plain.words_line("zh_CN")


def test_texts_are_packed_into_lines() -> None:
    """As many texts as fit are on one line; one that is too long has a line of its own."""
    assert ["ab\u3000cd", "too long", "e"] == packed(["ab", "cd", "too long", "e"], 7)
    assert [] == packed([], 7)


def test_quarters_and_months() -> None:
    """Quarters are written in words, as offices do; zero is the whole year."""
    assert ["一", "二", "三", "四"] == [quarter_label(2003, n).zh[6] for n in range(1, 5)]
    assert Label("2003年第三季度", "quarter 3 of 2003") == quarter_label(2003, 3)
    assert Label("2003年", "2003") == quarter_label(2003, 0)
    assert Label("2003年7月", "2003-07") == month_label(2003, 7)


def test_decision_has_its_amounts_in_words() -> None:
    """Where a result has amounts, the sheet has them in capitals; a refusal has none."""
    application = {
        "born_on": date(1960, 5, 1), "certified": True, "partners": 1, "months": 24, "uplift": 0,
        "requested": Yuan(20_000), "micro_profit": True, "purpose": Purpose.STARTING,
    }  # fmt: skip
    granted = LoanApplication.in_order(**application)
    refused = LoanApplication.in_order(**application | {"certified": False})
    day, bureau = date(2003, 7, 15), Bureau.of("天水市")
    sheets = [decision_sheet(bureau.loan_terms(one, on=day)) for one in (granted, refused)]
    words = [
        [text.zh for name, text in sheet.rows if name.zh == "金额（大写）"] for sheet in sheets
    ]
    assert "人民币贰万元整" in words[0][0]
    assert [] == words[1]
