"""A reform before and after, place by place (改革前后对比)."""

from collections.abc import Mapping
from typing import Any, Final

from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.charts.points import Row, dumbbells
from gansu_reemployment.sheets.cells import add_up, cell_text
from gansu_reemployment.sheets.labels import Label, Text, place_name

_SERIES: Final = (Label("现行规定", "law in force"), Label("改革后", "after the reform"))
_TOTAL: Final = Label("合计：{before} → {after}{unit}", "In all: {before} → {after} {unit}")


def reform_chart(
    title: Text,
    before: Mapping[Text, Any],
    after: Mapping[Text, Any],
    *,
    across: Label,
    unit: Label,
    locale: str = "zh_CN",
) -> Chart:
    """Draw the amount of each place under the law in force and after a reform (改革前后对比图).

    The line below the title has both totals, which are exact.

    Args:
        title: the line above the chart.
        before: the amounts or counts by place, under the law in force.
        after: the same after the reform; a place that is missing has no point.
        across: the heading of the axis, without its unit.
        unit: the unit of the values.
        locale: the language.
    """
    rows = [Row(_named(name), (before.get(name), after.get(name))) for name in {**before, **after}]
    under = _total(before, after, unit)
    return dumbbells(title, _SERIES, rows, across=across, unit=unit, locale=locale, under=under)


def _named(name: Text) -> Text:
    return place_name(name) if isinstance(name, str) else name


def _total(before: Mapping[Text, Any], after: Mapping[Text, Any], unit: Label) -> Label:
    sums = [add_up(list(values.values())) for values in (before, after)]
    return Label(*(_summed(_TOTAL.show(one), sums, unit, one) for one in ("zh_CN", "en")))


def _summed(text: str, sums: list[Any], unit: Label, locale: str) -> str:
    first, second = (cell_text(one, locale) for one in sums)
    return text.format(before=first, after=second, unit=unit.show(locale))
