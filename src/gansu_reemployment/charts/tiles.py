"""The map of the fourteen prefectures, as squares of one size (方格地图).

The outlines of the prefectures are not in the material of the library, so no outline is drawn:
each prefecture is a square near its position, and its size means nothing. The line below the
title says so.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.chart import Chart, altair, by_name, finished, table
from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.i18n import _, show, wording
from gansu_reemployment.regions import Level, Region, gansu
from gansu_reemployment.sheets.cells import cell_text
from gansu_reemployment.sheets.labels import Label, Text

_NO_DATA: Final = Label("无数据", "no figure")
_UNDER: Final = Label(
    "方格图：一格一个市州，位置是大致的，大小不表示面积。",
    "A grid: one square a prefecture, near its position; the size does not show the area.",
)
_SIDE: Final = 92
_GAP: Final = 3
#: The short name, column and row of each prefecture, from the north-west to the south-east.
TILES: Final[Mapping[str, tuple[str, int, int]]] = {
    "620900": ("酒泉", 0, 0),
    "620200": ("嘉峪关", 1, 0),
    "620700": ("张掖", 1, 1),
    "620300": ("金昌", 2, 1),
    "620600": ("武威", 2, 2),
    "620400": ("白银", 3, 2),
    "621000": ("庆阳", 5, 2),
    "622900": ("临夏", 2, 3),
    "620100": ("兰州", 3, 3),
    "621100": ("定西", 4, 3),
    "620800": ("平凉", 5, 3),
    "623000": ("甘南", 3, 4),
    "622600": ("陇南", 4, 4),
    "620500": ("天水", 5, 4),
}
_COLUMNS: Final = 6
_ROWS: Final = 5


@frozen
class Tile:
    """The value of a prefecture, a number or a ratio, and its judgement in words, if any."""

    value: Any
    mark: Text = ""


def tile_map(
    title: Text,
    places: Mapping[str, Tile],
    *,
    unit: Label = Label("", ""),  # noqa: B008 - a frozen value
    marks: Sequence[tuple[Text, str]] = (),
    missing: Label = _NO_DATA,
    locale: str = "zh_CN",
) -> Chart:
    """Draw the fourteen prefectures as squares (方格地图).

    The colour is that of the judgement; without judgements it is darker for more.

    Args:
        title: the line above the map.
        places: the values by the identifier of the prefecture; others are blank.
        unit: the unit of the values.
        marks: the judgements, each with its colour.
        missing: the text of a prefecture without a value.
        locale: the language.

    Raises:
        ArgumentError: an identifier is not that of a prefecture of Gansu.
    """
    for place in places:
        if place not in TILES:
            raise ArgumentError(_("{place!s} is not a prefecture of Gansu."), place=place)
    alt = altair()
    tiles = [
        _tile(region, places.get(region.id), missing, locale)
        for region in gansu().of_level(Level.PREFECTURE)
    ]
    rows = _inked(tiles, marks, locale)
    base = alt.Chart(table(rows)).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, _COLUMNS], nice=False)),
        x2="x2:Q",
        y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[_ROWS, 0], nice=False)),
        y2="y2:Q",
    )
    drawing = alt.layer(
        base.mark_rect(stroke=theme.GREY, fill=theme.WHITE),
        _filled(alt, base, places, marks, unit, locale),
        *(_words(alt, rows, name, rise) for name, rise in _LINES),
    ).properties(width=_COLUMNS * _SIDE, height=_ROWS * _SIDE)
    said = [f"{row['name']}: {row['text']} {row['mark']}".rstrip() for row in rows]
    return finished(drawing, title, theme.listed(said, locale), locale, under=_UNDER)


#: The lines of words in a square, and how far below its middle each is.
_LINES: Final = (("name", -16), ("text", 4), ("mark", 24))


def _tile(region: Region, tile: Tile | None, missing: Label, locale: str) -> dict[str, Any]:
    zh, column, row = TILES[region.id]
    gap = _GAP / _SIDE / 2
    square = {
        "x": column + gap,
        "x2": column + 1 - gap,
        "y": row + gap,
        "y2": row + 1 - gap,
        "middle": column + 0.5,
        "centre": row + 0.5,
        "name": wording(zh, region.en.split()[0], locale),
    }
    if tile is None:
        return {**square, "text": missing.show(locale), "mark": ""}
    words = {"text": cell_text(tile.value, locale), "mark": show(tile.mark, locale)}
    return {**square, **words, "value": theme.number(tile.value)}


def _inked(
    rows: Sequence[dict[str, Any]], marks: Sequence[tuple[Text, str]], locale: str
) -> Sequence[dict[str, Any]]:
    """Return the squares with the colour of their words: white on what is dark."""
    dark = {show(mark, locale) for mark, colour in marks if colour in theme.DARK}
    most = max((row["value"] for row in rows if "value" in row), default=0)
    for row in rows:
        deep = row["mark"] in dark if marks else row.get("value", 0) * 2 > most
        row["ink"] = theme.WHITE if deep else theme.INK
    return rows


def _filled(
    alt: Any,
    base: Any,
    places: Mapping[str, Tile],
    marks: Sequence[tuple[Text, str]],
    unit: Label,
    locale: str,
) -> Any:
    known = base.transform_filter("isValid(datum.value)").mark_rect(stroke=theme.GREY)
    if not marks:
        scale = alt.Scale(range=list(theme.SCALE), zero=True)
        ratios = any(isinstance(tile.value, Fraction) for tile in places.values())
        form = "%" if ratios else ",.0f"
        legend = alt.Legend(title=unit.show(locale) or None, format=form)
        return known.encode(color=alt.Color("value:Q", scale=scale, legend=legend))
    names = [show(mark, locale) for mark, _colour in marks]
    colours = [colour for _mark, colour in marks]
    return known.encode(color=by_name(alt.Color, "mark:N", names, colours))


def _words(alt: Any, rows: Sequence[Mapping[str, Any]], name: str, rise: int) -> Any:
    weight = "bold" if name == "text" else "normal"
    return (
        alt.Chart(table(rows))
        .mark_text(dy=rise, fontWeight=weight)
        .encode(x="middle:Q", y="centre:Q", text=f"{name}:N", color=alt.Color("ink:N", scale=None))
    )
