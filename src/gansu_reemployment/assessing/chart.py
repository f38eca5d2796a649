"""An assessed register as a chart (批量认定图): the rows that remain at each stage, and why not."""

from typing import Final

from gansu_reemployment.assessing import Assessment
from gansu_reemployment.charts.bars import Stage, funnel
from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.i18n import translate
from gansu_reemployment.sheets.labels import Label, Text
from gansu_reemployment.working.outcome import Status
from gansu_reemployment.working.terms import Reason

_TITLE: Final = Label("登记册认定情况", "Assessment of the register")
_READ: Final = Label("读入", "rows read")
_ACCEPTED: Final = Label("数据合格", "without faults")
_COMPLETE: Final = Label("事实齐全", "with all facts needed")
_GRANTED: Final = Label("予以认定", "decided in favour")
_NUMBER: Final = Label("行数", "rows")
_REASON: Final = Label(
    "不予认定的理由（一人可有多项）", "reasons of refusal (a person may have several)"
)
#: The reasons that are drawn, the most frequent first.
_MOST: Final = 12


def register_chart(result: Assessment, locale: str = "zh_CN", title: Text = _TITLE) -> Chart:
    """Draw how many rows remain at each stage, and the reasons of refusal (漏斗图)."""
    refused, decided = (result.by_status[one] for one in (Status.REFUSED, Status.DECIDED))
    stages = [
        Stage(_READ, result.counts.read),
        Stage(_ACCEPTED, result.counts.accepted),
        Stage(_COMPLETE, refused + decided),
        Stage(_GRANTED, decided),
    ]
    reasons = [Stage(_said(one), number) for one, number in result.by_reason.most_common(_MOST)]
    return funnel(title, stages, reasons, number=_NUMBER, reason=_REASON, locale=locale)


def _said(reason: Reason) -> Label:
    return Label(*(translate(reason.text, one).rstrip(".。") for one in ("zh_CN", "en")))
