"""Charts over days: periods on lines, and the line of time of a rule (时间轴、沿革图)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.chart import Chart, altair, by_name, finished, table
from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.row_checks import last_days
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.regions import Regions, gansu
from gansu_reemployment.sheets.labels import Label, Text
from gansu_reemployment.sheets.widths import display_width
from gansu_reemployment.working.value_text import shown

_NATION: Final = Label("国家", "nation")
#: The pixels of a half-width character, and of a line of periods.
_LETTER: Final = 7
_LINE: Final = 34
#: How well a row is known: colour and dashes, so that the colour is not needed.
STANDINGS: Final[Mapping[Standing, tuple[str, tuple[int, int]]]] = {
    Standing.READ: ("#9ecae1", (1, 0)),
    Standing.REPORTED: (theme.YELLOW, (6, 3)),
    Standing.ASSUMED: ("#f6b98a", (2, 2)),
    Standing.CONVENTION: ("#d0d0d0", (9, 2)),
    Standing.HYPOTHETICAL: (theme.PINK, (1, 3)),
}


@frozen(kw_only=True)
class Period:
    """A period on a *line*, both days included, with the *text* in it and its *kind*."""

    line: Text
    first: date
    last: date
    text: Text
    kind: Text


def timeline(
    title: Text,
    periods: Sequence[Period],
    kinds: Sequence[tuple[Text, str, tuple[int, int]]],
    *,
    locale: str = "zh_CN",
) -> Chart:
    """Draw periods on lines, from year to year (时间轴).

    Args:
        title: the line above the chart.
        periods: the periods, in the order in which their lines are drawn.
        kinds: the kinds, each with its colour and the dashes of its border.
        locale: the language.
    """
    alt = altair()
    axis = _years(periods)
    rows = [_period(one, axis, locale) for one in periods]
    order = list(dict.fromkeys(row["line"] for row in rows))
    used = [kind for kind in kinds if show(kind[0], locale) in {row["kind"] for row in rows}]
    names = [show(kind, locale) for kind, _colour, _dash in used]
    base = alt.Chart(table(rows)).encode(
        x=_time(alt, "first:T", axis),
        x2="last:T",
        y=alt.Y("line:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False)),
    )
    drawing = alt.layer(
        base.mark_bar(height=24, stroke=theme.INK, strokeWidth=1.2).encode(
            color=by_name(alt.Color, "kind:N", names, [colour for _kind, colour, _dash in used]),
            strokeDash=by_name(
                alt.StrokeDash, "kind:N", names, [list(dash) for _kind, _colour, dash in used]
            ),
        ),
        base.mark_text(align="left", dx=5).encode(text="text:N", x2=alt.Undefined),
    ).properties(width=theme.WIDTH, height=alt.Step(_LINE))
    said = [f"{row['line']}: {row['days']} {row['whole']} ({row['kind']})" for row in rows]
    return finished(drawing, title, theme.listed(said, locale), locale)


def rule_timeline(
    rule: Rule[Any],
    locale: str = "zh_CN",
    *,
    rows: Iterable[Provision[Any]] | None = None,
    regions: Regions | None = None,
) -> Chart:
    """Draw the rows of a rule, a line for each layer, by how well each is known (沿革图).

    Args:
        rule: the rule.
        locale: the language.
        rows: its rows, by default those of the rule; for example those of every region.
        regions: the regions that the codes of the rows are found in.
    """
    regions = regions or gansu()
    rows = tuple(rule.all_rows() if rows is None else rows)
    periods = [
        Period(
            line=regions.find(layer) if layer else _NATION,
            first=row.since,
            last=row.until or end,
            text="§" if row.value is None else shown(row.value, locale),
            kind=row.cite.standing,
        )
        for layer in dict.fromkeys(row.region for row in rows)
        for row, end in _ended([one for one in rows if one.region == layer], rule.covered_until)
    ]
    kinds = [(standing, *look) for standing, look in STANDINGS.items()]
    return timeline(rule, periods, kinds, locale=locale)


def _ended(rows: Sequence[Provision[Any]], end: date) -> Iterable[tuple[Provision[Any], date]]:
    return zip(rows, last_days(rows, end), strict=True)


def _years(periods: Sequence[Period]) -> tuple[date, date]:
    """Return the first and the last day of the axis: whole years."""
    first = min((one.first for one in periods), default=date(2003, 1, 1))
    last = max((one.last for one in periods), default=date(2003, 12, 31))
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _time(alt: Any, name: str, axis: tuple[date, date]) -> Any:
    first, last = axis
    return alt.X(
        name,
        title=None,
        scale=alt.Scale(type="utc", domain=[theme.day(first), theme.day(last + ONE_DAY)]),
        axis=alt.Axis(format="%Y", tickCount="year", labelAlign="left", labelOffset=2),
    )


def _period(one: Period, axis: tuple[date, date], locale: str) -> dict[str, Any]:
    whole = show(one.text, locale)
    return {
        "line": show(one.line, locale),
        "first": theme.day(one.first),
        "last": theme.day(one.last + ONE_DAY),
        "days": f"{one.first.isoformat()} – {one.last.isoformat()}",
        "whole": whole,
        "text": fitted(whole, _pixels(one, axis)),
        "kind": show(one.kind, locale),
    }


def _pixels(one: Period, axis: tuple[date, date]) -> int:
    days = (one.last - one.first).days + 1
    return theme.WIDTH * days // ((axis[1] - axis[0]).days + 1)


def fitted(text: str, pixels: int) -> str:
    """Return a text cut to its room; the chart's text has it whole.

    A number is never cut, as a part of it is another number.
    """
    room = (pixels - 10) // _LETTER
    if display_width(text) <= room:
        return text
    if text[:1].isdigit():
        return ""
    cut = ""
    for character in text:
        if display_width(cut + character) + 1 > room:
            break
        cut += character
    return f"{cut}…" if cut else ""
