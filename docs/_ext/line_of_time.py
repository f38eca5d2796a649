"""The line of time of a rule: its values from day to day, one line for each layer."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import escape
from typing import Any, Final

from page_words import say, shown

from gansu_reemployment.i18n import show
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.row_checks import last_days
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host

#: The years of the axis begin here, or with the first row if that is earlier.
_FIRST: Final = date(2002, 1, 1)
_DAY: Final = timedelta(days=1)


def line_of_time(
    rule: Rule[Any], rows: tuple[Provision[Any], ...], host: Host, locale: str
) -> Iterator[str]:
    """Yield the picture of a rule with rows, as HTML; the table below it holds the same."""
    if not rows:
        return
    first = min(_FIRST, *(row.since.replace(month=1, day=1) for row in rows))
    axis = (first, rule.covered_until + _DAY)
    layers = dict.fromkeys(row.region for row in rows)
    label = say("Line of time; the table below has the same values.", locale)
    yield from ("```{raw} html", f'<div class="line-of-time" role="img" aria-label="{label}">')
    for region in layers:
        name = show(host.regions.find(region), locale) if region else say("nation", locale)
        bars = _bars([row for row in rows if row.region == region], axis, locale)
        yield _line(name, "".join(bars))
    years = (_year(year, axis) for year in range(first.year, axis[1].year))
    yield from (_line("", "".join(years), "years"), _legend(rows, locale), "</div>", "```", "")


def _line(name: str, bars: str, kind: str = "") -> str:
    return f'<div class="layer {kind}"><span>{escape(name)}</span><div>{bars}</div></div>'


def _bars(rows: list[Provision[Any]], axis: tuple[date, date], locale: str) -> Iterator[str]:
    for row, end in zip(rows, last_days(rows, axis[1] - _DAY), strict=True):
        until = row.until or end
        value = escape(shown(row.value, locale)) if row.value is not None else "§"
        title = f"{row.since} – {until}: {value}"
        place = _place(row.since, until + _DAY, axis)
        yield f'<b class="{row.cite.standing.code}" style="{place}" title="{title}">{value}</b>'


def _year(year: int, axis: tuple[date, date]) -> str:
    place = _place(date(year, 1, 1), date(year + 1, 1, 1), axis)
    return f'<i style="{place}">{year}</i>'


def _place(start: date, end: date, axis: tuple[date, date]) -> str:
    """Return where a period lies on the axis, in percent of its width."""
    whole = (axis[1] - axis[0]).days
    left, width = (start - axis[0]).days, (end - start).days
    return f"left:{100 * left / whole:.2f}%;width:{100 * width / whole:.2f}%"


def _legend(rows: Iterable[Provision[Any]], locale: str) -> str:
    standings = dict.fromkeys(row.cite.standing for row in rows)
    marks = (f'<b class="{one.code}"></b> {show(one, locale)}' for one in standings)
    return f'<p class="legend">{" ".join(marks)}</p>'
