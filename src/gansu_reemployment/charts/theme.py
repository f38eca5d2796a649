"""The look of every chart (图的样式): colours, fonts, sizes and numbers, in one place.

The colours are those of Okabe and Ito, which readers with any kind of colour blindness can tell
apart; where a colour has a meaning, a shape, a pattern or a word has it too.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.i18n import _, wording
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.labels import Label

BLUE: Final = "#0072b2"
SKY: Final = "#56b4e9"
ORANGE: Final = "#e69f00"
VERMILION: Final = "#d55e00"
GREEN: Final = "#009e73"
PINK: Final = "#cc79a7"
YELLOW: Final = "#f0e442"
INK: Final = "#1a1a1a"
GREY: Final = "#6b6b6b"
PALE: Final = "#e6e6e6"
WHITE: Final = "#ffffff"
#: The colours of the series of a chart, in this order.
SERIES: Final = (BLUE, ORANGE, GREEN, SKY, PINK, VERMILION)
#: The shapes of the same series, for readers who do not see the colours.
SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
#: The colours on which words are white.
DARK: Final = frozenset({BLUE})
#: The ends of a scale of amounts, from few to many.
SCALE: Final = ("#deebf7", "#08519c")

#: The pixels of a chart's plot.
WIDTH: Final = 560
HEIGHT: Final = 260
#: The fonts are named, not embedded: the first one that a reader's machine has is used.
_FONTS: Final = Label(
    "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimHei, "
    "WenQuanYi Zen Hei, sans-serif",
    "Helvetica, Arial, Liberation Sans, Noto Sans CJK SC, sans-serif",
)


def number(value: Any) -> float:
    """Return a value as a coordinate.

    This is the drawing edge: amounts, ratios and counts are exact up to here, and what a chart
    writes in words is formatted from the exact value. Only positions and lengths are floats.

    Raises:
        ArgumentError: the value is not an exact number.
    """
    exact = value.decimal if isinstance(value, Yuan) else value
    if not isinstance(exact, (int, Decimal, Fraction)):
        text = _("A chart draws exact numbers, not {kind}; use int, Decimal, Fraction or Yuan.")
        raise ArgumentError(text, kind=type(value).__name__)
    return float(exact)


def day(value: date) -> str:
    """Return a day as a coordinate: midnight in UTC, so that no time zone moves it."""
    return f"{value.isoformat()}T00:00:00Z"


def settings(locale: str) -> dict[str, Any]:
    """Return the look of all charts in *locale*, as a configuration of Vega-Lite."""
    words = {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    colours = {"labelColor": INK, "titleColor": INK}
    return {
        "background": WHITE,
        "font": _FONTS.show(locale),
        "padding": 12,
        "view": {"stroke": None, "continuousWidth": WIDTH, "continuousHeight": HEIGHT},
        "axis": {
            **words,
            **colours,
            "gridColor": PALE,
            "domainColor": GREY,
            "tickColor": GREY,
            "labelLimit": 260,
            "labelPadding": 5,
        },
        "legend": {
            **words,
            **colours,
            "orient": "top",
            "title": None,
            "symbolSize": 120,
            "labelLimit": 400,
        },
        "header": {**words, **colours},
        "title": {
            "fontSize": 16,
            "anchor": "start",
            "color": INK,
            "subtitleColor": GREY,
            "subtitleFontSize": 12,
            "offset": 12,
        },
        "text": {"fontSize": 12, "color": INK},
    }


def in_unit(heading: Label, unit: Label) -> Label:
    """Return the title of an axis with its unit, such as 应纳税额（元）."""
    if not unit.zh:
        return heading
    return Label(f"{heading.zh}（{unit.zh}）", f"{heading.en} ({unit.en})")


def listed(parts: list[str], locale: str) -> str:
    """Join the parts of a chart's text by the stop between them."""
    return wording("；", "; ", locale).join(parts)
