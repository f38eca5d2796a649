"""Steps and dumbbells: true to the values, with every value in words."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment import Yuan, errors
from gansu_reemployment.charts import Chart, Point, Row, dumbbells, reform_chart, steps
from gansu_reemployment.sheets import Label

SVG = "{http://www.w3.org/2000/svg}"
JOBS = Label("目标数", "target")
PERSONS = Label("人", "persons")


def texts(chart: Chart) -> list[str]:
    """Return the texts that are drawn."""
    return [text.text or "" for text in ET.fromstring(chart.svg()).iter(f"{SVG}text")]  # noqa: S314


def tax(*amounts: str) -> Chart:
    """Draw the tax payable with no, one and more hires."""
    return steps(
        "t",
        [Point(at, Yuan(amount)) for at, amount in enumerate(amounts)],
        across=Label("人数", "hires"),
        up=Label("税额", "tax"),
        unit=Label("元", "yuan"),
        locale="en",
    )


def corners(chart: Chart) -> list[tuple[float, float]]:
    """Return the corners of the line of a drawing."""
    root = ET.fromstring(chart.svg())  # noqa: S314
    lines = [
        path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("stroke-width") == "2"
    ]
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", lines[0])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_step_is_a_step() -> None:
    """Between two hires the tax stays, and at a hire it falls at once: no slope is drawn."""
    line = corners(tax("100", "90", "0"))
    assert 5 == len(line)
    assert all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in pairwise(line))


def test_step_is_true_to_scale() -> None:
    """Nothing payable is on the axis, and half the tax is half as high."""
    heights = sorted({y for _x, y in corners(tax("100", "50", "0"))})
    assert heights[2] - heights[1] == pytest.approx(heights[1] - heights[0])


def test_step_of_one_point() -> None:
    """Where no step is left there is a point, and the text has its value."""
    assert "hires – tax (yuan). 0: 0.00" == tax("0").text


def test_notes_are_beside_their_points() -> None:
    """The notes of the first and of the last point are both drawn."""
    points = [Point(0, 3, "now"), Point(1, 1, Label("少", "less"))]
    chart = steps("t", points, across=JOBS, up=JOBS, unit=PERSONS, locale="en")
    assert {"now", "less"} <= set(texts(chart))


def two(*rows: Row, locale: str = "en") -> Chart:
    """Draw places by two methods."""
    return dumbbells("t", ["one", "two"], rows, across=JOBS, unit=PERSONS, locale=locale)


def test_dumbbell_has_both_values_of_each_place() -> None:
    """Both methods are in the key, in the order of the call, and the text has every number."""
    chart = two(Row("兰州市", (33_550, 26_750)), Row("天水市", (10_206, 15_500)))
    assert (
        "target (persons). 兰州市: one 33,550, two 26,750; 天水市: one 10,206, two 15,500"
        == chart.text
    )
    assert {"one", "two", "兰州市", "天水市", "target (persons)"} <= set(texts(chart))


def test_one_series_is_drawn_too() -> None:
    """The points of a single division have a size, and a place on the axis."""
    rows = [Row("兰州市", (33_550,)), Row("天水市", (10_206,))]
    drawn = dumbbells("t", ["one"], rows, across=JOBS, unit=PERSONS, locale="en").svg()
    assert "NaN" not in drawn
    assert 2 == len(re.findall(r'aria-roledescription="point"', drawn))


def test_unknown_value_is_not_drawn_as_zero() -> None:
    """A place without a value by one method has one mark."""
    chart = two(Row("a", (1_000, None)), Row("b", (2_000, 3_000)))
    marks = re.findall(r'aria-roledescription="point"', chart.svg())
    assert 3 == len(marks)
    assert "a: one 1,000, two ;" in chart.text


def test_row_needs_a_value_for_each_series() -> None:
    """A row with a value too few is a mistake of the caller."""
    with pytest.raises(errors.ArgumentError, match="a: 1 values; 2 are needed"):
        two(Row("a", (1,)))


def test_reform_has_exact_totals() -> None:
    """The line below the title adds up both sides to the fen, and regions have both names."""
    chart = reform_chart(
        Label("上调", "Raise"),
        {"天水市": Yuan("0.10"), "x": Yuan("0.20")},
        {"天水市": Yuan("0.40"), "x": Yuan("0.20")},
        across=JOBS,
        unit=Label("元", "yuan"),
        locale="en",
    )
    assert "In all: 0.30 → 0.60 yuan" in texts(chart)
    assert "Tianshui City: law in force 0.10, after the reform 0.40" in chart.text
