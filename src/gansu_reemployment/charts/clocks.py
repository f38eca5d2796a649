"""The two clocks of a rule: the day of the law, and the day of its knowledge (两个时间)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.chart import Chart, altair, by_name, finished, table
from gansu_reemployment.charts.periods import fitted
from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.i18n import show
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.working.value_text import shown

_APPLIES: Final = Label("适用日期", "day of the law")
_KNOWN: Final = Label("查询日期", "day of asking")
_TITLE: Final = Label("{rule}：适用日期和查询日期", "{rule}: what applied, and what was known")
_UNDER: Final = Label(
    "横向为适用日期，纵向为查询日期。虚线上方查的是过去，下方查的是将来。",
    "Above the dashes a past day is asked about, below them a day to come.",
)
_SIZE: Final = 420
#: The pixels that a line of words needs.
_LINE: Final = 16


def clocks_chart(rule: Rule[Any], locale: str = "zh_CN") -> Chart:
    """Draw the value of a rule for each day, as it could be known on each day (两个时间图)."""
    alt = altair()
    axis = _axis(rule)
    rows = list(_areas(rule, axis, locale))
    names = list(dict.fromkeys(row["value"] for row in rows))
    base = alt.Chart(table(rows)).encode(
        x=_time(alt, alt.X, "first:T", _APPLIES.show(locale), axis),
        x2="last:T",
        y=_time(alt, alt.Y, "known:T", _KNOWN.show(locale), axis),
        y2="until:T",
    )
    areas = base.mark_rect(stroke=theme.WHITE, opacity=0.75).encode(color=_coloured(alt, names))
    # The words are in the upper left corner, which the dashes do not cross.
    words = base.mark_text(align="left", baseline="top", dx=4, dy=4).encode(
        y=_time(alt, alt.Y, "until:T", _KNOWN.show(locale), axis),
        text="text:N",
        x2=alt.Undefined,
        y2=alt.Undefined,
    )
    drawing = alt.layer(areas, words, _today(alt, axis)).properties(width=_SIZE, height=_SIZE)
    name = {"zh_CN": show(rule, "zh_CN"), "en": show(rule, "en")}
    title = Label(_TITLE.zh.format(rule=name["zh_CN"]), _TITLE.en.format(rule=name["en"]))
    said = [row["said"] for row in rows]
    return finished(drawing, title, theme.listed(said, locale), locale, under=_UNDER)


def _coloured(alt: Any, names: list[str]) -> Any:
    """Return the colours of the values; where they recur, only the words in the areas differ."""
    colours = [*theme.SERIES, theme.YELLOW, theme.GREY]
    key = alt.Legend(columns=4) if len(names) <= len(colours) else None
    return by_name(alt.Color, "value:N", names, colours, legend=key)


def _axis(rule: Rule[Any]) -> tuple[date, date]:
    """Return the days of both axes: whole years, from the first row or document on."""
    days = [day for row in rule.all_rows() for day in (row.since, row.known_on)]
    first = min(days, default=rule.covered_until)
    return date(first.year, 1, 1), rule.covered_until + ONE_DAY


def _areas(rule: Rule[Any], axis: tuple[date, date], locale: str) -> Iterator[Mapping[str, Any]]:
    """Yield a rectangle for each value, as it was known between two days of issue."""
    days = sorted({row.known_on for row in rule.all_rows()})
    for known, until in zip(days, [*days[1:], axis[1]], strict=False):
        high = _pixels(known, until, axis) >= _LINE
        for first, last, row in rule.as_known(known).segments():
            value = show("§" if row.value is None else shown(row.value, locale), locale)
            yield {
                "first": theme.day(first),
                "last": theme.day(last + ONE_DAY),
                "known": theme.day(known),
                "until": theme.day(until),
                "value": value,
                "text": fitted(value, _pixels(first, last, axis)) if high else "",
                "said": f"{known.isoformat()}: {first.isoformat()} – {last.isoformat()} {value}",
            }


def _pixels(start: date, end: date, axis: tuple[date, date]) -> int:
    """Return how long a period is on an axis."""
    return _SIZE * (end - start).days // (axis[1] - axis[0]).days


def _time(alt: Any, channel: Any, name: str, title: str, axis: tuple[date, date]) -> Any:
    ends = [theme.day(end) for end in axis]
    return channel(
        name,
        title=title,
        scale=alt.Scale(type="utc", domain=ends),
        axis=alt.Axis(format="%Y", tickCount="year"),
    )


def _today(alt: Any, axis: tuple[date, date]) -> Any:
    """Return the line on which a day is asked about on that day itself."""
    ends = table([{"first": theme.day(end), "known": theme.day(end)} for end in axis])
    dashed = alt.Chart(ends).mark_line(color=theme.INK, strokeDash=[5, 4])
    return dashed.encode(x="first:T", y="known:T")
