"""Charts of bars: amounts in parts with a line, progress, and a funnel with its reasons.

(堆积图、子弹图、漏斗图)
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.chart import Chart, altair, by_name, finished, table
from gansu_reemployment.i18n import show
from gansu_reemployment.sheets.cells import as_tuple, cell_text
from gansu_reemployment.sheets.labels import Label, Text

#: The height of a bar with its distance.
_STEP: Final = 26
_NO_REPORT: Final = Label("未报", "no report")
_ELAPSED: Final = Label("时序进度", "time elapsed")
_EACH: Final = Label("每期", "each time")
_DONE: Final = Label("完成率", "share of the target done")


@frozen
class Stack:
    """One bar in parts: its name, the *parts* from the bottom, and the value of the *line*."""

    name: Text
    parts: tuple[Any, ...] = field(converter=as_tuple)
    line: Any


def stacked(
    title: Text,
    stacks: Sequence[Stack],
    *,
    parts: Sequence[Label],
    line: Label,
    across: Label,
    unit: Label,
    locale: str = "zh_CN",
) -> Chart:
    """Draw bars in parts, and below them a line on a scale of its own (堆积图和余额线).

    Args:
        title: the line above the chart.
        stacks: the bars, from left to right.
        parts: the names of the parts, from the bottom.
        line: the heading of the line.
        across: the heading of the axis across.
        unit: the unit of all values.
        locale: the language.
    """
    order = [show(one.name, locale) for one in stacks]
    width = max(theme.WIDTH, 18 * len(stacks))
    bars = _bars(stacks, parts, order, theme.in_unit(_EACH, unit), locale)
    below = _line(stacks, order, across, theme.in_unit(line, unit), locale)
    drawing = altair().vconcat(
        bars.properties(width=width, height=200), below.properties(width=width, height=110)
    )
    said = [_said(one, [*parts, line], locale) for one in stacks]
    return finished(drawing, title, theme.listed(said, locale), locale)


def _bars(
    stacks: Sequence[Stack], parts: Sequence[Label], order: Sequence[str], up: Label, locale: str
) -> Any:
    alt = altair()
    names = [one.show(locale) for one in parts]
    drawn = alt.Chart(table(_parts(stacks, parts, locale))).mark_bar()
    return drawn.encode(
        x=_names(alt, order, None),
        y=_amounts(alt, "value:Q", up.show(locale)),
        color=by_name(alt.Color, "part:N", names, theme.SERIES),
        order="place:O",
    )


def _line(
    stacks: Sequence[Stack], order: Sequence[str], across: Label, up: Label, locale: str
) -> Any:
    alt = altair()
    rows = [{"name": n, "value": theme.number(s.line)} for n, s in zip(order, stacks, strict=True)]
    point = alt.OverlayMarkDef(color=theme.INK, filled=True)
    drawn = alt.Chart(table(rows)).mark_line(color=theme.INK, strokeWidth=2, point=point)
    return drawn.encode(
        x=_names(alt, order, across.show(locale)), y=_amounts(alt, "value:Q", up.show(locale))
    )


def _parts(
    stacks: Sequence[Stack], parts: Sequence[Label], locale: str
) -> Iterator[Mapping[str, Any]]:
    for stack in stacks:
        for place, (part, value) in enumerate(zip(parts, stack.parts, strict=True)):
            yield {
                "name": show(stack.name, locale),
                "part": part.show(locale),
                "place": place,
                "value": theme.number(value),
            }


def _said(stack: Stack, headings: Sequence[Label], locale: str) -> str:
    values = zip(headings, (*stack.parts, stack.line), strict=True)
    words = ", ".join(f"{one.show(locale)} {cell_text(value, locale)}" for one, value in values)
    return f"{show(stack.name, locale)}: {words}"


def _names(alt: Any, order: Sequence[str], title: str | None) -> Any:
    return alt.X("name:N", sort=list(order), title=title, axis=alt.Axis(labelAngle=0, grid=False))


def _amounts(alt: Any, value: str, title: str) -> Any:
    return alt.Y(value, title=title, axis=alt.Axis(format=",.0f", tickCount=5))


@frozen
class Bullet:
    """The progress of a place: the *share* done and its judgement in words; both may be unknown."""

    name: Text
    share: Fraction | None
    mark: Text = ""


def bullets(
    title: Text,
    places: Sequence[Bullet],
    elapsed: Fraction,
    *,
    marks: Sequence[tuple[Text, str]],
    locale: str = "zh_CN",
) -> Chart:
    """Draw the share of each place against the whole target and the time elapsed (子弹图).

    Args:
        title: the line above the chart.
        places: the places, from the top.
        elapsed: the share of the time that has passed.
        marks: the judgements, each with its colour.
        locale: the language.
    """
    alt = altair()
    order = [show(one.name, locale) for one in places]
    rows = [_bullet(one, locale) for one in places]
    most = max([Fraction(1), *(one.share for one in places if one.share is not None)])
    share = alt.X(
        "share:Q",
        title=_DONE.show(locale),
        axis=alt.Axis(format="%"),
        scale=alt.Scale(domain=[0, theme.number(most)], nice=False),
    )
    base = alt.Chart(table(rows)).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False))
    )
    names = [show(mark, locale) for mark, _colour in marks]
    colours = [colour for _mark, colour in marks]
    judged = by_name(alt.Color, "mark:N", names, colours, legend=alt.Legend(values=names))
    whole = base.mark_bar(color=theme.PALE, height=18).encode(x=alt.X("whole:Q"))
    done = base.mark_bar(height=9).encode(x=share, color=judged)
    text = base.mark_text(align="left", dx=6).encode(x=alt.value(theme.WIDTH), text="text:N")
    drawing = alt.layer(whole, done, _time(alt, elapsed, locale), text)
    drawing = drawing.properties(width=theme.WIDTH, height=alt.Step(_STEP))
    words = f"{_ELAPSED.show(locale)} {cell_text(elapsed, locale)}"
    said = [words, *(f"{row['name']}: {row['text']}" for row in rows)]
    return finished(drawing, title, theme.listed(said, locale), locale, under=words)


def _bullet(one: Bullet, locale: str) -> dict[str, Any]:
    name, mark = show(one.name, locale), show(one.mark, locale)
    if one.share is None:
        return {"name": name, "whole": 1, "text": _NO_REPORT.show(locale)}
    text = " ".join(part for part in (cell_text(one.share, locale), mark) if part)
    return {"name": name, "whole": 1, "share": theme.number(one.share), "mark": mark, "text": text}


def _time(alt: Any, elapsed: Fraction, locale: str) -> Any:
    rule = alt.Chart(table([{"at": theme.number(elapsed)}])).mark_rule(
        color=theme.INK, strokeDash=[5, 3], strokeWidth=2
    )
    return rule.encode(x=alt.X("at:Q", title=_DONE.show(locale)))


@frozen
class Stage:
    """A stage of a register: its name, and how many rows reach it."""

    name: Text
    number: int


def funnel(
    title: Text,
    stages: Sequence[Stage],
    reasons: Sequence[Stage] = (),
    *,
    number: Label,
    reason: Label,
    locale: str = "zh_CN",
) -> Chart:
    """Draw the rows that reach each stage, and below them those lost by reason (漏斗图).

    Args:
        title: the line above the chart.
        stages: the stages in their order.
        reasons: the reasons, each with its rows; a row may have several.
        number: the heading of the axis.
        reason: the heading of the reasons.
        locale: the language.
    """
    alt = altair()
    parts = [_counted(alt, stages, theme.BLUE, number.show(locale), locale)]
    if reasons:
        parts.append(_counted(alt, reasons, theme.VERMILION, reason.show(locale), locale))
    said = [f"{show(one.name, locale)}: {one.number:,}" for one in (*stages, *reasons)]
    return finished(alt.vconcat(*parts), title, theme.listed(said, locale), locale)


def _counted(alt: Any, stages: Sequence[Stage], colour: str, heading: str, locale: str) -> Any:
    rows = [
        {"name": show(s.name, locale), "number": s.number, "text": f"{s.number:,}"} for s in stages
    ]
    base = alt.Chart(table(rows)).encode(
        y=alt.Y(
            "name:N",
            sort=[row["name"] for row in rows],
            title=None,
            axis=alt.Axis(domain=False, ticks=False, labelLimit=320),
        ),
        x=alt.X("number:Q", title=heading, axis=alt.Axis(format=",d", tickMinStep=1)),
    )
    drawing = base.mark_bar(color=colour, height=16) + base.mark_text(align="left", dx=4).encode(
        text="text:N"
    )
    return drawing.properties(width=theme.WIDTH - 120, height=alt.Step(_STEP))
