"""The sentences of a circular (通报文字): its title, the total, and the places by judgement."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.dates import quarter
from gansu_reemployment.measures.targets.circular.circular import Circular
from gansu_reemployment.measures.targets.progress import Mark
from gansu_reemployment.regions import Region
from gansu_reemployment.sheets.cells import cell_text
from gansu_reemployment.sheets.labels import Label, quarter_label

_MONTHLY: Final = Label(
    "{year}年{month}月{indicator}目标完成情况通报", "Circular on the target of {indicator}, {iso}"
)
_QUARTERLY: Final = Label(
    "{quarter}{indicator}目标完成情况通报", "Circular on the target of {indicator}, {quarter}"
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
    values = {
        "year": str(circular.until.year),
        "month": str(circular.until.month),
        "iso": f"{circular.until:%Y-%m}",
        "quarter": quarter_label(*quarter(circular.until)),
        "indicator": circular.indicator,
    }
    return Phrase(_QUARTERLY if circular.quarterly else _MONTHLY, values)


def sentences(circular: Circular) -> tuple[Phrase, ...]:
    """Return the sentences on the total and on the places of each judgement (通报文字)."""
    groups = [(label, circular.marked(mark)) for mark, label in _MARKED.items()]
    groups += [(_SILENT, circular.silent), (_CEILING, circular.above_ceiling)]
    lists = (_list(circular, label, places) for label, places in groups if places)
    return (_whole(circular), *lists, tolerance(circular))


def _list(circular: Circular, label: Label, places: Iterable[Region]) -> Phrase:
    names = tuple(named(place, circular) for place in places)
    return Phrase(label, {"places": names, "ceiling": circular.ceiling})


def named(place: Region, circular: Circular) -> Label:
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


def tolerance(circular: Circular) -> Phrase:
    """Return the sentence on the points within which progress is on time."""
    return Phrase(_TOLERANCE, {"tolerance": circular.tolerance})
