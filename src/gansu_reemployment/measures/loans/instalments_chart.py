"""The instalments of a loan as a chart (还款计划图)."""

from typing import Final

from gansu_reemployment.charts.bars import Stack, stacked
from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.measures.loans.instalments import Instalment, InstalmentSchedule
from gansu_reemployment.sheets.labels import Label, Text

_TITLE: Final = Label("小额担保贷款还款计划", "Instalments of the loan")
_PARTS: Final = (Label("本金", "principal"), Label("利息", "interest"))
_PREPAID: Final = Label("提前还本", "prepaid")
_LINE: Final = Label("贷款余额", "left to pay")
_ACROSS: Final = Label("期次", "instalment")


def instalments_chart(
    schedule: InstalmentSchedule, locale: str = "zh_CN", title: Text = _TITLE
) -> Chart:
    """Draw principal and interest of each instalment, and the balance after it (还款计划图)."""
    prepaid = any(one.prepaid.fen for one in schedule.rows)
    return stacked(
        title,
        [_stack(one, prepaid=prepaid) for one in schedule.rows],
        parts=(*_PARTS, _PREPAID) if prepaid else _PARTS,
        line=_LINE,
        across=_ACROSS,
        unit=Label("元", "yuan"),
        locale=locale,
    )


def _stack(one: Instalment, *, prepaid: bool) -> Stack:
    parts = (one.principal, one.interest, *([one.prepaid] if prepaid else []))
    return Stack(str(one.number), parts, one.balance)
