"""Charts of points: a true step, and two or more values of each place (阶梯图、哑铃图)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.chart import Chart, altair, by_name, finished, table
from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.i18n import _, show
from gansu_reemployment.sheets.cells import as_tuple, cell_text
from gansu_reemployment.sheets.labels import Label, Text

#: The areas of the marks of the series: of two equal values the first is seen around the second.
_SIZES: Final = (220, 70, 150, 90, 60, 40)


@frozen
class Point:
    """A point of a step: *at* on the axis, its *value*, and a *note* beside it, if any."""

    at: int
    value: Any
    note: Text = ""


def steps(
    title: Text,
    points: Sequence[Point],
    *,
    across: Label,
    up: Label,
    unit: Label,
    locale: str = "zh_CN",
) -> Chart:
    """Draw values that stay until the next point and change there at once (阶梯图).

    Args:
        title: the line above the chart.
        points: the points, from left to right.
        across: the heading of the axis across.
        up: the heading of the axis up, without its unit.
        unit: the unit of the values.
        locale: the language.
    """
    alt = altair()
    rows = [
        {
            "at": one.at,
            "value": theme.number(one.value),
            "note": show(one.note, locale),
            "left": one is points[0],
        }
        for one in points
    ]
    base = alt.Chart(table(rows)).encode(
        x=alt.X("at:Q", title=across.show(locale), axis=alt.Axis(format="d", tickMinStep=1)),
        y=alt.Y(
            "value:Q",
            title=theme.in_unit(up, unit).show(locale),
            axis=alt.Axis(format=",.0f"),
            scale=alt.Scale(zero=True),
        ),
    )
    drawing = alt.layer(
        base.mark_line(interpolate="step-after", color=theme.BLUE, strokeWidth=2),
        base.mark_point(color=theme.BLUE, filled=True, size=45, opacity=1),
        _note(base, "left", 8, "true"),
        _note(base, "right", -8, "false"),
    ).properties(width=theme.WIDTH, height=theme.HEIGHT)
    said = [f"{one.at}: {cell_text(one.value, locale)}" for one in points]
    words = f"{across.show(locale)} – {theme.in_unit(up, unit).show(locale)}. "
    return finished(drawing, title, words + theme.listed(said, locale), locale)


def _note(base: Any, align: str, dx: int, left: str) -> Any:
    """Return the notes beside the points; that of the first point is on its right."""
    text = base.mark_text(align=align, dx=dx, dy=-12)
    return text.transform_filter(f"datum.left == {left}").encode(text="note:N")


@frozen
class Row:
    """A place with one value for each series; a value that is unknown is ``None``."""

    name: Text
    values: tuple[Any, ...] = field(converter=as_tuple)


def dumbbells(
    title: Text,
    series: Sequence[Text],
    rows: Iterable[Row],
    *,
    across: Label,
    unit: Label,
    locale: str = "zh_CN",
    under: Text = "",
) -> Chart:
    """Draw the values of each place on one line, with a bar between the ends (哑铃图).

    Args:
        title: the line above the chart.
        series: the names of the values, such as two methods, or before and after.
        rows: the places, from the top.
        across: the heading of the axis, without its unit.
        unit: the unit of the values.
        locale: the language.
        under: a line below the title.

    Raises:
        ArgumentError: a row has too few or too many values, or one that is not exact.
    """
    alt = altair()
    rows = tuple(rows)
    names = [show(one, locale) for one in series]
    _check(rows, len(names))
    points = [point for row in rows for point in _points(row, names, locale)]
    order = [show(row.name, locale) for row in rows]
    place = alt.Y("place:N", sort=order, title=None, axis=alt.Axis(grid=True, domain=False))
    value = alt.X(
        "value:Q", title=theme.in_unit(across, unit).show(locale), axis=alt.Axis(format=",.0f")
    )
    base = alt.Chart(table(points)).encode(y=place)
    ends = base.mark_rule(color=theme.GREY, strokeWidth=2).encode(
        x=alt.X("min(value):Q"), x2="max(value):Q"
    )
    marks = _marks(alt, base.encode(x=value), names)
    drawing = alt.layer(ends, marks).properties(width=theme.WIDTH, height=alt.Step(26))
    said = [_said(row, names, locale) for row in rows]
    words = f"{theme.in_unit(across, unit).show(locale)}. " if said else ""
    return finished(drawing, title, words + theme.listed(said, locale), locale, under=under)


def _marks(alt: Any, base: Any, names: Sequence[str]) -> Any:
    return base.mark_point(filled=True, opacity=1).encode(
        color=by_name(alt.Color, "series:N", names, theme.SERIES),
        shape=by_name(alt.Shape, "series:N", names, theme.SHAPES),
        # A range of one size is read as one from nothing to it.
        size=by_name(alt.Size, "series:N", names, _SIZES)
        if len(names) > 1
        else alt.value(_SIZES[0]),
    )


def _check(rows: Iterable[Row], width: int) -> None:
    for row in rows:
        if len(row.values) != width:
            text = _("{row}: {number} values; {width} are needed")
            raise ArgumentError(text, row=row.name, number=len(row.values), width=width)


def _points(row: Row, names: Sequence[str], locale: str) -> Iterable[Mapping[str, Any]]:
    for name, value in zip(names, row.values, strict=True):
        if value is not None:
            yield {"place": show(row.name, locale), "series": name, "value": theme.number(value)}


def _said(row: Row, names: Sequence[str], locale: str) -> str:
    parts = zip(names, row.values, strict=True)
    values = ", ".join(f"{name} {cell_text(value, locale)}" for name, value in parts)
    return f"{show(row.name, locale)}: {values}"
