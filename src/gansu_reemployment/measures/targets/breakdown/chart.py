"""A target divided by one or more methods as charts (目标分解图)."""

from collections.abc import Mapping
from typing import Final

from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.charts.points import Row, dumbbells
from gansu_reemployment.charts.tiles import Tile, tile_map
from gansu_reemployment.measures.targets.breakdown.breakdown import Breakdown
from gansu_reemployment.regions import Level, find_region
from gansu_reemployment.sheets.labels import Label, Text, place_name

_TITLE: Final = Label("目标分解", "Breakdown of the target")
_TARGET: Final = Label("目标数", "target")
_PERSONS: Final = Label("人", "persons")


def breakdown_chart(
    divided: Mapping[Text, Breakdown],
    locale: str = "zh_CN",
    title: Text = _TITLE,
    unit: Label = _PERSONS,
    under: Text = "",
) -> Chart:
    """Draw the target of each unit by each method (目标分解比较图).

    Args:
        divided: the divisions of one target, by the name of their method.
        locale: the language.
        title: the line above the chart.
        unit: the unit of the target.
        under: a line below the title.
    """
    units = dict.fromkeys(name for one in divided.values() for name in one.allocation)
    rows = [
        Row(place_name(name), [one.allocation.get(name) for one in divided.values()])
        for name in units
    ]
    return dumbbells(
        title, list(divided), rows, across=_TARGET, unit=unit, locale=locale, under=under
    )


def breakdown_map(
    result: Breakdown, locale: str = "zh_CN", title: Text = _TITLE, unit: Label = _PERSONS
) -> Chart:
    """Draw the target of each of the fourteen prefectures as a grid of squares (目标分解方格图).

    Raises:
        UnknownNameError: a unit is not a region.
    """
    found = {find_region(name): number for name, number in result.allocation.items()}
    places = {
        place.id: Tile(number) for place, number in found.items() if place.level is Level.PREFECTURE
    }
    return tile_map(title, places, unit=unit, locale=locale)
