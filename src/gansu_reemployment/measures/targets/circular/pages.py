"""A circular as an official sheet, as sentences, and as a web page (通报).

The page has the sentences, the bars with the line of the time elapsed, the tile map if all
places are prefectures, and the table.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.dates import quarter
from gansu_reemployment.measures.targets.circular.chart import Bar, bars, tile_map
from gansu_reemployment.measures.targets.circular.circular import Circular, CircularRow
from gansu_reemployment.measures.targets.progress import Mark, Pace
from gansu_reemployment.regions import Level, Region
from gansu_reemployment.sheets.cells import cell_text, rounded
from gansu_reemployment.sheets.html import as_html, html_page
from gansu_reemployment.sheets.sheet import SUM, Column, Label, Sheet

_MONTHLY: Final = Label(
    "{year}年{month}月{indicator}目标完成情况通报", "Circular on the target of {indicator}, {iso}"
)
_QUARTERLY: Final = Label(
    "{year}年第{quarter}季度{indicator}目标完成情况通报",
    "Circular on the target of {indicator}, quarter {quarter} of {year}",
)
_TOTAL: Final = Label(
    "截至{until}，{indicator}累计完成{done}{unit}，占全年目标{target}{unit}的{share}；"
    "时序进度{elapsed}。",
    "By {until} there were {done} {unit} of {indicator}, {share} of the year's target of "
    "{target}; {elapsed} of the year has passed.",
)
_NO_TOTAL: Final = Label(
    "截至{until}，有地区没有报齐，{indicator}合计无法得出；时序进度{elapsed}。",
    "By {until} not every place had reported, so the total of {indicator} is not known; "
    "{elapsed} of the year has passed.",
)
_MARKED: Final = {
    Mark.AHEAD: Label("进度超前：{places}。", "Ahead: {places}."),
    Mark.ON_TIME: Label("进度同步：{places}。", "On time: {places}."),
    Mark.BEHIND: Label("进度滞后：{places}。", "Behind: {places}."),
}
_SILENT: Final = Label("没有报齐：{places}。", "Not fully reported: {places}.")
_CEILING: Final = Label(
    "城镇登记失业率高于{ceiling}：{places}。",
    "Registered urban unemployment rate above {ceiling}: {places}.",
)
_TOLERANCE: Final = Label(
    "完成率与时序进度相差{tolerance}个百分点以内为同步；文件没有规定幅度，由通报单位自定。",
    "On time is within {tolerance} points of the time elapsed; the issuer sets this, no text does.",
)
_NOT_REPORTED: Final = Label("未报", "no report")


@frozen
class Phrase:
    """A sentence in both languages with its values."""

    label: Label
    values: dict[str, Any]

    def show(self, locale: str) -> str:
        """Return the sentence in *locale*, with each value in the form of that language."""
        shown = {name: cell_text(value, locale) for name, value in self.values.items()}
        return self.label.show(locale).format_map(shown)


def title(circular: Circular) -> Phrase:
    """Return the title of a circular (标题)."""
    year, number = quarter(circular.until)
    values = {
        "year": str(year),
        "month": str(circular.until.month),
        "iso": f"{circular.until:%Y-%m}",
        "quarter": str(number),
        "indicator": circular.indicator,
    }
    return Phrase(_QUARTERLY if circular.quarterly else _MONTHLY, values)


def sentences(circular: Circular) -> tuple[Phrase, ...]:
    """Return the sentences on the total and on the places of each judgement (通报文字)."""
    named = [(label, circular.marked(mark)) for mark, label in _MARKED.items()]
    named += [(_SILENT, circular.silent), (_CEILING, circular.above_ceiling)]
    lists = (_list(circular, label, places) for label, places in named if places)
    return (_whole(circular), *lists, _tolerance(circular))


def circular_sheet(circular: Circular) -> Sheet:
    """Build the official table of a circular, in order of rank (进度表)."""
    return Sheet(
        title=title(circular),
        unit=circular.unit,
        columns=_columns(circular),
        rows=[_cells(row, circular) for row in circular.rows],
        notes=[_tolerance(circular)],
        landscape=True,
    )


def circular_html(circular: Circular, locale: str = "zh_CN") -> str:
    """Format a circular as a web page with its charts."""
    paragraphs = (f"<p>{escape(phrase.show(locale))}</p>" for phrase in sentences(circular))
    table = as_html(circular_sheet(circular), locale)
    return html_page(title(circular), *paragraphs, *charts(circular, locale), table, locale=locale)


def charts(circular: Circular, locale: str = "zh_CN") -> tuple[str, ...]:
    """Return the charts of a circular as SVG: bars, and a map if all places are prefectures."""
    heading = title(circular)
    drawn = [(row.place, _chart_bar(row, circular)) for row in circular.rows]
    lines = bars(heading, [bar for _place, bar in drawn], circular.elapsed, locale)
    if any(place.level is not Level.PREFECTURE for place, _bar in drawn):
        return (lines,)
    return lines, tile_map(heading, {place.id: bar for place, bar in drawn}, locale)


def _list(circular: Circular, label: Label, places: Iterable[Region]) -> Phrase:
    names = tuple(_name(place, circular) for place in places)
    return Phrase(label, {"places": names, "ceiling": circular.ceiling})


def _name(place: Region, circular: Circular) -> Label:
    """Return the name of a place at the end of the period."""
    return Label(place.name_on(circular.until), place.en)


def _whole(circular: Circular) -> Phrase:
    values = {
        "until": circular.until,
        "indicator": circular.indicator,
        "unit": circular.unit,
        "elapsed": circular.elapsed,
    }
    if circular.whole is None:
        return Phrase(_NO_TOTAL, values)
    sums = {
        "done": sum(row.done or 0 for row in circular.rows),
        "target": sum(row.target for row in circular.rows),
        "share": circular.whole.share,
    }
    return Phrase(_TOTAL, values | sums)


def _tolerance(circular: Circular) -> Phrase:
    return Phrase(_TOLERANCE, {"tolerance": circular.tolerance})


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
    cells = (row.rank, _name(row.place, circular), row.target, row.period, row.done, *judged)
    return (*cells, row.rate) if _rated(circular) else cells


def _judged(pace: Pace | None) -> tuple[Any, Any, Any, Any]:
    """Return share, points ahead of the time elapsed, forecast in whole units, judgement."""
    if pace is None:
        return (None, None, None, None)
    ahead = rounded((pace.share - pace.elapsed) * 100, 1)
    return pace.share, ahead, int(rounded(pace.forecast, 0)), pace.mark


def _chart_bar(row: CircularRow, circular: Circular) -> Bar:
    name = _name(row.place, circular)
    return Bar(name, row.pace.share, row.pace.mark) if row.pace else Bar(name, None, None)
