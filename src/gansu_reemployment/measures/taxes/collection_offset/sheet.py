"""The table of offsets as an official sheet (减免税抵减收入任务情况表)."""

from typing import Any, Final

from gansu_reemployment.measures.taxes.collection_offset.offices import OfficeOffset, OffsetTable
from gansu_reemployment.measures.taxes.collector import Authority
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.labels import Label, quarter_label
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_TITLE: Final = Label("减免税抵减收入任务情况表", "Relief offset against collection tasks")
_COLUMNS: Final = (
    Column(Label("基层单位", "Office"), names=True),
    Column(Label("税费种类", "Tax")),
    Column(Label("季度", "Quarter")),
    Column(Label("减免税额", "Relief"), total=SUM),
    Column(
        Label("抵减", "Offset"),
        columns=(
            Column(Label("抵减额", "Offset"), total=SUM),
            Column(Label("抵减后任务", "Adjusted task"), total=SUM),
            Column(Label("完成比例", "Completion")),
            Column(Label("超出任务", "Excess"), total=SUM),
        ),
    ),
)
#: The lines of who files the sheet, not filled in.
_BLANK: Final = Filing()
_METHOD: Final = Label(
    "抵减办法未见正式规定，系按推定计算。", "No official method is known; this one is assumed."
)
_NO_TASK: Final = Label(
    "无任务数的，只列减免税额。", "Where no task is known, only the relief is shown."
)


def offset_sheet(table: OffsetTable, authority: Authority, filing: Filing = _BLANK) -> Sheet:
    """Build the sheet of one authority's ledger; a quarter of 0 is the whole year.

    *filing* has the unit, its signatures and the day; by default they are left blank.
    """
    return Sheet(
        title=Label(f"{_TITLE.zh}（{authority.value}）", f"{_TITLE.en} ({authority.en})"),
        unit=Label("元", "yuan"),
        columns=_COLUMNS,
        rows=[_row(line) for line in table.of(authority)],
        notes=(_METHOD, _NO_TASK),
        landscape=True,
        filing=filing,
    )


def _row(line: OfficeOffset) -> tuple[Any, ...]:
    head = (line.office, line.tax, quarter_label(line.year, line.quarter), line.relief)
    result = line.result
    if result is None:
        return (*head, None, None, None, None)
    return (*head, result.offset, result.adjusted_task, result.completion, result.excess)
