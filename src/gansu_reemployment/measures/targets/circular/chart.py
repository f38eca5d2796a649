"""Charts of progress as SVG (进度图): bars with the line of the time elapsed, and a tile map.

They go beside the table of a circular (通报). The map is a cartogram with one tile of equal size
for each of the 14 prefectures, near its position; the positions are editorial. Judgements
differ in lightness and are also written, so that no meaning depends on colour.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from html import escape
from typing import Final

from attrs import frozen

from gansu_reemployment.i18n import choose_locale, show
from gansu_reemployment.measures.targets.progress import Mark
from gansu_reemployment.regions import Level, Region, gansu
from gansu_reemployment.sheets.cells import cell_text
from gansu_reemployment.sheets.sheet import Label, Text
from gansu_reemployment.sheets.widths import display_width

_FILL: Final = {Mark.AHEAD: "#1f5f8b", Mark.ON_TIME: "#8fb8d0", Mark.BEHIND: "#d9822b"}
_INK: Final = {Mark.AHEAD: "#ffffff", Mark.ON_TIME: "#111111", Mark.BEHIND: "#111111"}
_NO_DATA: Final = Label("未报", "no report")
_TIME: Final = Label("时序进度 ", "time elapsed ")
_FONT: Final = "font-family='SimSun, Songti SC, Noto Serif CJK SC, serif'"

#: Pixels of the bars: length of a whole target, height of a row, width of a half-width letter.
_LENGTH: Final = 480
_ROW: Final = 26
_LETTER: Final = 8
_TOP: Final = 72
#: Pixels of the map: side of a tile with its gap, and the gap.
_TILE: Final = 96
_GAP: Final = 4

#: The short name, column and row of each prefecture, from the north-west to the south-east.
_TILES: Final[Mapping[str, tuple[str, int, int]]] = {
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
class Bar:
    """A place in a chart: its name, share done and judgement; both may be unknown."""

    name: Text
    share: Fraction | None
    mark: Mark | None


def bars(title: Text, places: Sequence[Bar], elapsed: Fraction, locale: str = "zh_CN") -> str:
    """Return a chart with a bar for each place and the line of the time elapsed."""
    left = _LETTER * max((display_width(show(bar.name, locale)) for bar in places), default=0) + 16
    most = max([Fraction(1), *(bar.share for bar in places if bar.share is not None)])
    scale = _LENGTH / most
    height = _TOP + _ROW * len(places) + 8
    line = left + round(scale * elapsed)
    time = escape(show(_TIME, locale) + cell_text(elapsed, locale))
    drawn = [_bar(bar, left, _TOP + _ROW * n, scale, locale) for n, bar in enumerate(places)]
    mark = (
        f"<line x1='{line}' y1='{_TOP - 6}' x2='{line}' y2='{height - 4}' stroke='#b00020' "
        "stroke-width='2' stroke-dasharray='5 3'/>"
        f"<text x='{line}' y='{_TOP - 10}' text-anchor='middle' fill='#b00020'>{time}</text>"
    )
    return _svg(title, left + _LENGTH + 76, height, [*_legend(left, locale), *drawn, mark], locale)


def tile_map(title: Text, places: Mapping[str, Bar], locale: str = "zh_CN") -> str:
    """Return the tile map; *places* are by identifier, and other prefectures are blank."""
    prefectures = gansu().of_level(Level.PREFECTURE)
    drawn = [_tile(region, places.get(region.id), locale) for region in prefectures]
    width = _TILE * _COLUMNS + _GAP
    height = _TOP + _TILE * _ROWS
    return _svg(title, width, height, [*_legend(8, locale), *drawn], locale)


def _bar(bar: Bar, left: int, top: int, scale: Fraction, locale: str) -> str:
    name = escape(show(bar.name, locale))
    text = f"<text x='{left - 8}' y='{top + 18}' text-anchor='end'>{name}</text>"
    if bar.share is None or bar.mark is None:
        return f"{text}<text x='{left + 6}' y='{top + 18}'>{show(_NO_DATA, locale)}</text>"
    width, share = round(scale * bar.share), cell_text(bar.share, locale)
    return (
        f"<g><title>{name} {share} {escape(show(bar.mark, locale))}</title>{text}"
        f"<rect x='{left}' y='{top + 3}' width='{round(scale)}' height='{_ROW - 6}' "
        "fill='#eeeeee'/>"
        f"<rect x='{left}' y='{top + 3}' width='{width}' height='{_ROW - 6}' "
        f"fill='{_FILL[bar.mark]}'/>"
        f"<text x='{left + _LENGTH + 68}' y='{top + 18}' text-anchor='end'>{share}</text></g>"
    )


def _tile(region: Region, bar: Bar | None, locale: str) -> str:
    zh, column, row = _TILES[region.id]
    left, top = _GAP + column * _TILE, _TOP + row * _TILE
    fill, ink, share, mark = "#ffffff", "#111111", show(_NO_DATA, locale), ""
    if bar is not None and bar.share is not None and bar.mark is not None:
        fill, ink = _FILL[bar.mark], _INK[bar.mark]
        share, mark = cell_text(bar.share, locale), show(bar.mark, locale)
    middle = left + _TILE // 2
    name = zh if choose_locale(locale) == "zh_CN" else region.en.split()[0]
    texts = zip((name, share, mark), (32, 56, 78), strict=True)
    return (
        f"<rect x='{left}' y='{top}' width='{_TILE - _GAP}' height='{_TILE - _GAP}' "
        f"fill='{fill}' stroke='#444444'/>"
        f"<g fill='{ink}' text-anchor='middle'>"
        + "".join(f"<text x='{middle}' y='{top + y}'>{escape(text)}</text>" for text, y in texts)
        + "</g>"
    )


def _legend(left: int, locale: str) -> Iterable[str]:
    for mark in Mark:
        text = show(mark, locale)
        yield f"<rect x='{left}' y='26' width='14' height='14' fill='{_FILL[mark]}'/>"
        yield f"<text x='{left + 20}' y='38'>{escape(text)}</text>"
        left += 40 + _LETTER * display_width(text)


def _svg(title: Text, width: int, height: int, parts: Iterable[str], locale: str) -> str:
    heading, middle = escape(show(title, locale)), width // 2
    opening = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' "
        f"width='{width}' height='{height}' role='img' aria-label='{heading}' "
        f"font-size='14' {_FONT}>"
    )
    ground = f"<rect width='{width}' height='{height}' fill='#ffffff'/>"
    head = f"<text x='{middle}' y='17' text-anchor='middle' font-weight='bold'>{heading}</text>"
    return "\n".join([opening, ground, head, *parts, "</svg>"])
