"""A circular as an official sheet, and as one page of A4 (通报).

The page has the sentences, the chart of progress with the time elapsed, and the table.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from attrs import evolve

from gansu_reemployment.measures.targets.circular.chart import progress_chart
from gansu_reemployment.measures.targets.circular.circular import Circular, CircularRow
from gansu_reemployment.measures.targets.circular.words import (
    named,
    sentences,
    title,
    tolerance,
)
from gansu_reemployment.measures.targets.progress import Pace
from gansu_reemployment.sheets.cells import rounded
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.html import as_html, html_page
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_PROGRESS: Final = Label("各地完成进度", "Progress by place")
_NOT_REPORTED: Final = Label("未报", "no report")


def circular_sheet(circular: Circular, filing: Filing | None = None) -> Sheet:
    """Build the official table of a circular, in order of rank (进度表).

    It prints on one page of A4; *filing* adds the unit that issues it, the signatures and the day.
    """
    return Sheet(
        title=title(circular),
        unit=circular.unit,
        columns=_columns(circular),
        rows=[_cells(row, circular) for row in circular.rows],
        notes=[tolerance(circular)],
        landscape=True,
        pages=1,
        filing=filing,
    )


def circular_html(circular: Circular, locale: str = "zh_CN", filing: Filing | None = None) -> str:
    """Format a circular as a web page, which prints on one page of A4.

    The page has the sentences, the chart of progress, the table, and with *filing* the unit that
    issues it, the signatures and the day.

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
    """
    paragraphs = (f"<p>{escape(phrase.show(locale))}</p>" for phrase in sentences(circular))
    drawn = progress_chart(circular, locale, _PROGRESS).svg()
    table = as_html(evolve(circular_sheet(circular, filing), title="", notes=()), locale)
    sections = (*paragraphs, drawn, table)
    return html_page(title(circular), *sections, locale=locale, dense=True)


def _columns(circular: Circular) -> tuple[Column, ...]:
    rated = (_RATE,) if _rated(circular) else ()
    return (
        Column(Label("名次", "Rank")),
        Column(Label("地区", "Place"), names=True),
        Column(Label("全年目标", "Target of the year"), total=SUM),
        Column(Label("完成", "Done"), _done_columns(circular)),
        Column(Label("进度", "Progress"), _progress_columns(circular.whole)),
        *rated,
    )


def _done_columns(circular: Circular) -> tuple[Column, ...]:
    period = Label("本季", "this quarter") if circular.quarterly else Label("本月", "this month")
    year = Label("累计", "since January")
    return (
        Column(period, total=_sum_of(row.period for row in circular.rows)),
        Column(year, total=_sum_of(row.done for row in circular.rows)),
    )


def _progress_columns(whole: Pace | None) -> tuple[Column, ...]:
    share, ahead, forecast, mark = _judged(whole)
    return (
        Column(Label("完成率", "share done"), total=share),
        Column(Label("快于时序百分点", "points ahead of time"), total=ahead),
        Column(Label("全年预计", "forecast of the year"), total=forecast),
        Column(Label("评价", "judgement"), total=mark),
    )


_RATE: Final = Column(Label("城镇登记失业率", "Registered urban unemployment rate"))


def _rated(circular: Circular) -> bool:
    return any(row.rate is not None for row in circular.rows)


def _sum_of(counts: Iterable[int | None]) -> Any:
    """Return the sum of a column only if the count of every place is known."""
    return None if None in tuple(counts) else SUM


def _cells(row: CircularRow, circular: Circular) -> tuple[Any, ...]:
    judged = _judged(row.pace) if row.pace else (None, None, None, _NOT_REPORTED)
    cells = (row.rank, named(row.place, circular), row.target, row.period, row.done, *judged)
    return (*cells, row.rate) if _rated(circular) else cells


def _judged(pace: Pace | None) -> tuple[Any, Any, Any, Any]:
    """Return share, points ahead of the time elapsed, forecast in whole units, judgement."""
    if pace is None:
        return (None, None, None, None)
    ahead = rounded((pace.share - pace.elapsed) * 100, 1)
    return pace.share, ahead, int(rounded(pace.forecast, 0)), pace.mark
