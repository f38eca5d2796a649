"""The instalments of a loan as an official sheet (还款计划表)."""

from typing import Final

from gansu_reemployment.measures.loans.instalments import InstalmentSchedule
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import SUM, Column, Graph, Sheet

_TITLE: Final = Label("小额担保贷款还款计划表", "Instalments of the loan")
_WORDS: Final = Label("贷款金额（大写）", "Principal in words")
_COLUMNS: Final = (
    Column(Label("期次", "No.")),
    Column(Label("还款日期", "Due on")),
    Column(Label("还款额", "Payment"), total=SUM),
    Column(Label("本金", "Principal"), total=SUM),
    Column(Label("利息", "Interest"), total=SUM),
    Column(Label("提前还本", "Prepaid"), total=SUM),
    Column(Label("贷款余额", "Left to pay")),
)
#: Principal, interest and prepayments as stacked bars, the balance as a line.
_GRAPH: Final = Graph(names=0, bars=(3, 4, 5), line=6, stacked=True)


def instalments_sheet(
    schedule: InstalmentSchedule, title: Label = _TITLE, filing: Filing | None = None
) -> Sheet:
    """Build the sheet, with a row for each instalment and the principal in capitals.

    *filing* adds the bank, its signatures and the day.
    """
    rows = [
        (one.number, one.due_on, one.payment, one.principal, one.interest, one.prepaid, one.balance)
        for one in schedule.rows
    ]
    return Sheet(
        title=title,
        unit=Label("元", "yuan"),
        columns=_COLUMNS,
        rows=rows,
        graph=_GRAPH,
        in_words=schedule.principal_sum,
        words=_WORDS,
        filing=filing,
    )
