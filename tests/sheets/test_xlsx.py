"""Official tables as xlsx, read back by another program's code."""

import re
import sys
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import (
    SUM,
    Column,
    Graph,
    Label,
    Sheet,
    as_docx,
    as_html,
    as_markdown,
    as_xlsx,
)

COLUMNS = (
    Column(Label("地区", "Place"), names=True),
    Column(
        Label("完成", "Done"),
        (Column(Label("人数", "persons"), total=SUM), Column("率", total=Fraction(1, 2))),
    ),
    Column(Label("资金", "Funds"), total=SUM),
)
SHEET = Sheet(
    title=Label("进度：表", "Progress: table"),
    unit=Label("人、元", "persons, yuan"),
    columns=COLUMNS,
    rows=[
        ("兰州市", 3, Fraction(1, 3), Yuan("0.10")),
        ("天水市", None, Fraction(1, 4), Yuan("0.20")),
    ],
    notes=["甲", "乙"],
)


def load(*sheets: Sheet, locale: str = "zh_CN") -> Any:
    """Read the workbook back."""
    return openpyxl.load_workbook(BytesIO(as_xlsx(*sheets, locale=locale)))


def raw_cell(sheet: Sheet, reference: str) -> str | None:
    """Give the number of a cell as it is spelt in the file."""
    with ZipFile(BytesIO(as_xlsx(sheet))) as file:
        root = ET.fromstring(file.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cell = next(c for c in root.iter(f"{space}c") if c.get("r") == reference)
    return cell.findtext(f"{space}v")


def column_of(*cells: Any, **changes: Any) -> Sheet:
    """Give a table of one column."""
    return Sheet(title="t", columns=[Column("a", **changes)], rows=[(cell,) for cell in cells])


def test_layout() -> None:
    """Title, unit, header of two levels, rows, totals and notes follow each other."""
    page = load(SHEET).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]

    assert "进度：表" == rows[0][0]
    assert "单位：人、元" == rows[1][0]
    assert ["地区", "完成", None, "资金"] == rows[2]
    assert [None, "人数", "率", None] == rows[3]
    assert ["兰州市", 3, pytest.approx(1 / 3), 0.1] == rows[4]
    assert ["合计", "=SUM(B5:B6)", 0.5, "=ROUND(SUM(D5:D6),2)"] == rows[6]
    assert ["注：1. 甲", "2. 乙"] == [row[0] for row in rows[7:]]


def test_merged_cells() -> None:
    """Title, unit and notes cover the table; headings their columns."""
    merged = {str(area) for area in load(SHEET).active.merged_cells.ranges}

    assert {"A1:D1", "A2:D2", "A3:A4", "B3:C3", "D3:D4", "A8:D8", "A9:D9"} == merged


def test_totals_may_stand_first() -> None:
    """The formula covers the rows below it."""
    page = load(Sheet(title="t", columns=COLUMNS, rows=SHEET.rows, totals="first")).active

    assert "=SUM(B5:B6)" == page["B4"].value


def test_page_setup() -> None:
    """A4, one page wide, the header repeated, page numbers below."""
    page = load(SHEET).active

    assert ("9", "portrait") == (str(page.page_setup.paperSize), page.page_setup.orientation)
    # A width of one page is what a file means that does not say it.
    assert (None, 0) == (page.page_setup.fitToWidth, page.page_setup.fitToHeight)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert "$3:$4" == page.print_title_rows
    assert "第 &P 页 共 &N 页" in page.oddFooter.center.text


def test_landscape_on_two_pages() -> None:
    """A table may be made to fit two pages on their long side."""
    setup = load(
        Sheet(title="t", columns=COLUMNS, rows=(), landscape=True, pages=2)
    ).active.page_setup

    assert ("landscape", None, 2) == (setup.orientation, setup.fitToWidth, setup.fitToHeight)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_texts_that_look_like_formulas_stay_texts(text: str) -> None:
    """A cell that begins like a formula is a text, and stays one when edited."""
    cell = load(column_of(text)).active["A3"]

    assert (text, "s") == (cell.value, cell.data_type)
    assert cell.style.endswith("Normal")
    assert cell.quotePrefix


@pytest.mark.parametrize("text", [" =1+1", "\t=1", "＝1+1", "－1", "@SUM(A1)"])
def test_texts_above_the_cells_stay_texts(text: str) -> None:
    """A title, a unit, a heading or a note that looks like a formula stays a text too."""
    page = load(Sheet(title=text, columns=[Column(text)], rows=[(text,)])).active
    notes = Sheet(title="t", columns=[Column("a")], rows=[], notes=["=1"], unit="=1")

    assert [True] * 3 == [page[place].quotePrefix for place in ("A1", "A2", "A3")]
    assert not any(cell.data_type == "f" for row in load(notes).active.rows for cell in row)


def test_ordinary_texts_have_no_mark() -> None:
    """Only a text that looks like a formula carries the mark."""
    assert not load(column_of("兰州市")).active["A3"].quotePrefix


@given(st.integers(-(10**15) + 1, 10**15 - 1))
@settings(max_examples=30)
def test_amounts_are_exact_to_the_fen(fen: int) -> None:
    """An amount of up to 15 digits is spelt digit by digit."""
    spelt = raw_cell(column_of(Yuan.from_fen(fen)), "A3")

    assert spelt is not None
    assert fen == int(Decimal(spelt) * 100)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [(999_999_999_999_999, "n"), (1_234_567_890_123_456, "s"), (Yuan.from_fen(10**15 + 1), "s")],
)
def test_numbers_that_a_spreadsheet_would_round_are_texts(cell: Any, kind: str) -> None:
    """Fifteen digits are a number, sixteen a text."""
    assert kind == load(column_of(cell)).active["A3"].data_type


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        (Yuan(1), "#,##0.00_ "),
        (5, "#,##0_ "),
        (Decimal("1.234"), "#,##0.000_ "),
        (Fraction(1, 2), "0.0%_ "),
        (date(2003, 6, 30), 'yyyy"年"m"月"d"日"'),
    ],
)
def test_number_formats(cell: Any, form: str) -> None:
    """Each kind of number is shown with its decimals."""
    assert form == load(column_of(cell)).active["A3"].number_format


def test_percentages_have_the_decimals_of_their_column() -> None:
    """A rate may be shown with two decimals, or none."""
    assert "0.00%_ " == load(column_of(Fraction(1, 3), decimals=2)).active["A3"].number_format
    assert "0%_ " == load(column_of(Fraction(1, 3), decimals=0)).active["A3"].number_format


def test_dates_are_dates() -> None:
    """A date is a date of the spreadsheet, not a text."""
    assert datetime(2003, 6, 30) == load(column_of(date(2003, 6, 30))).active["A3"].value  # noqa: DTZ001


def test_names_are_spread_in_chinese_only() -> None:
    """Chinese names are spread over their column, English ones lean left."""
    assert "distributed" == load(SHEET).active["A5"].alignment.horizontal
    assert "left" == load(SHEET, locale="en").active["A5"].alignment.horizontal


def test_tabs_have_names_of_their_own() -> None:
    """Equal, long and odd titles make valid tab names."""
    long = Sheet(title="[表]*" * 20, columns=[Column("a")], rows=[])

    names = load(SHEET, SHEET, long).sheetnames
    assert ["进度：表", "2 进度：表"] == names[:2]
    assert 31 == len(names[2])
    assert not set("[]:*?/\\'") & set(names[2])


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["2 X", "X"], ["2 X", "3 X"]),
        (["3 x", "2 X", "X"], ["3 x", "2 2 X", "4 X"]),
        (["甲", "甲", "2 甲"], ["甲", "2 甲", "3 2 甲"]),
    ],
)
def test_a_title_that_is_the_name_of_another_tab(titles: list[str], names: list[str]) -> None:
    """A title may be what another tab would be called; case does not matter."""
    sheets = [Sheet(title=title, columns=[Column("a")], rows=[]) for title in titles]

    assert names == load(*sheets).sheetnames


@pytest.mark.parametrize("mark", ["\0", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_characters_that_no_file_has(mark: str) -> None:
    """A character that XML does not have is shown as a sign, so that programs open the file."""
    text = f"甲{mark}乙"
    odd = Sheet(title=text, columns=[Column(text)], rows=[(text,)], notes=[text], unit=text)
    shown = "甲\N{REPLACEMENT CHARACTER}乙"

    page = load(odd).active
    assert [shown, f"单位：{shown}", shown, shown, f"注：{shown}"] == [
        cell.value for (cell,) in page.iter_rows()
    ]
    assert shown == page.title
    for written in (as_html(odd), as_markdown(odd)):
        assert 5 == written.count(shown)
        assert mark not in written
    assert as_docx(odd).startswith(b"PK")


def test_totals_of_no_rows_are_blank() -> None:
    """A table without rows has no formula."""
    page = load(Sheet(title="t", columns=COLUMNS, rows=())).active

    assert ["合计", None, 0.5, None] == [cell.value for cell in page[4]]


def test_a_column_past_z() -> None:
    """The formula of the 28th column names the column AB."""
    columns = [Column("a"), *(Column(str(n), total=SUM) for n in range(27))]
    page = load(Sheet(title="t", columns=columns, rows=[("x", *range(27))])).active

    assert "=SUM(AB3:AB3)" == page["AB4"].value


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where XlsxWriter is not installed, the error says what to install."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(MissingExtraError, match=r"gansu-reemployment\[excel\]"):
        as_xlsx(SHEET)


def drawings(sheet: Sheet, locale: str = "zh_CN") -> dict[str, str]:
    """Return the parts of a workbook that describe its charts, by the end of their names."""
    with ZipFile(BytesIO(as_xlsx(sheet, locale=locale))) as file:
        names = [name for name in file.namelist() if "drawings/" in name or "charts/" in name]
        return {name.rpartition("/")[2]: file.read(name).decode() for name in names}


def loan(**changes: Any) -> Sheet:
    """Return a table of instalments with a chart."""
    return Sheet(
        title=Label("还款", "Loan"),
        unit=Label("元", "yuan"),
        columns=[
            Column(Label("期次", "No.")),
            *(Column(name, total=SUM) for name in ("本金", "利息")),
            Column(Label("余额", "Balance")),
        ],
        rows=[(1, Yuan(5), Yuan(1), Yuan(5)), (2, Yuan(5), Yuan(0), Yuan(0))],
        graph=Graph(names=0, bars=(1, 2), line=3, stacked=True),
        **changes,
    )


def test_chart_is_native_and_of_the_table_itself() -> None:
    """Bars and line refer to the cells of the rows, without the line of totals."""
    chart = drawings(loan())["chart1.xml"]
    assert '<c:grouping val="stacked"/>' in chart
    assert ["'还款'!$B$4:$B$5", "'还款'!$C$4:$C$5", "'还款'!$D$4:$D$5"] == [
        formula.replace("还款!", "'还款'!")
        for formula in re.findall(r"<c:val><c:numRef><c:f>([^<]*)", chart)
    ]
    assert "<c:lineChart>" in chart


def test_chart_below_totals_that_come_first() -> None:
    """If the totals are above the rows, the chart begins one row lower."""
    assert "$B$5:$B$6" in drawings(loan(totals="first"))["chart1.xml"]


def test_chart_is_described_for_who_cannot_see_it() -> None:
    """The picture has a text that names what is drawn, in the language of the sheet."""
    assert 'descr="还款: 本金；利息；余额"' in drawings(loan())["drawing1.xml"]
    assert 'descr="Loan: 本金; 利息; Balance"' in drawings(loan(), "en")["drawing1.xml"]
    assert "<a:t>No.</a:t>" in drawings(loan(), "en")["chart1.xml"]


def test_chart_is_below_the_table() -> None:
    """The chart begins below the last line and its notes."""
    assert "<xdr:row>8</xdr:row>" in drawings(loan(notes=["a"]))["drawing1.xml"]


def test_table_without_rows_has_no_chart() -> None:
    """There is nothing to draw without rows."""
    graph = Graph(names=0, bars=(0,))
    assert {} == drawings(Sheet(title="t", columns=[Column("a")], rows=[], graph=graph))
