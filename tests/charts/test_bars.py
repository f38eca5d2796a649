"""Stacks, bullets and funnels: true to the values, with every value in words."""

import re
from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from gansu_reemployment import Yuan
from gansu_reemployment.charts import (
    Bullet,
    Chart,
    Stack,
    Stage,
    bullets,
    funnel,
    stacked,
    theme,
)
from gansu_reemployment.sheets import Label

SVG = "{http://www.w3.org/2000/svg}"
HALF = Fraction(1, 2)
MARKS = (("ahead", theme.BLUE), ("behind", theme.ORANGE))


def texts(chart: Chart) -> list[str]:
    """Return the texts that are drawn."""
    return [text.text or "" for text in ET.fromstring(chart.svg()).iter(f"{SVG}text")]  # noqa: S314


def bars(chart: Chart, colour: str) -> list[tuple[float, float]]:
    """Return the width and the height of each bar of a colour."""
    root = ET.fromstring(chart.svg())  # noqa: S314
    paths = root.iter(f"{SVG}path")
    # The squares of the key are moved to their places.
    drawn = [p for p in paths if p.get("fill") == colour and not p.get("transform")]
    shapes = (re.match(r"M[-\d.,]+h([-\d.]+)v([-\d.]+)", path.get("d", "")) for path in drawn)
    return [(float(shape[1]), float(shape[2])) for shape in shapes if shape]


def loan() -> Chart:
    """Draw two instalments with a prepayment."""
    stacks = [
        Stack("1", (Yuan(300), Yuan("10.50"), Yuan(0)), Yuan(700)),
        Stack("2", (Yuan(300), Yuan("7.25"), Yuan(400)), Yuan(0)),
    ]
    return stacked(
        "t",
        stacks,
        parts=(Label("本金", "principal"), Label("利息", "interest"), Label("提前", "prepaid")),
        line=Label("余额", "balance"),
        across=Label("期次", "no."),
        unit=Label("元", "yuan"),
        locale="en",
    )


def test_stack_has_every_part_and_the_line() -> None:
    """The text has the exact parts of each bar and the value of the line."""
    assert (
        "1: principal 300.00, interest 10.50, prepaid 0.00, balance 700.00; "
        "2: principal 300.00, interest 7.25, prepaid 400.00, balance 0.00"
    ) == loan().text
    assert {"principal", "interest", "prepaid", "balance (yuan)", "each time (yuan)", "no."} <= set(
        texts(loan())
    )


def test_parts_are_true_to_scale() -> None:
    """Equal parts of the principal are equally high, and a prepayment of 400 is a third higher."""
    first, second = (height for _width, height in bars(loan(), theme.SERIES[0]))
    prepaid = bars(loan(), theme.SERIES[2])[1][1]
    assert first == pytest.approx(second)
    assert prepaid / first == pytest.approx(4 / 3, rel=0.01)


def progress(places: Sequence[Bullet], locale: str = "en") -> Chart:
    """Draw progress at half the year."""
    return bullets("t", places, HALF, marks=MARKS, locale=locale)


def test_bullets_are_true_to_scale() -> None:
    """The length of a bar is its share of the whole target."""
    chart = progress([Bullet("a", Fraction(6, 10), "ahead"), Bullet("b", HALF, "behind")])
    (ahead, _), (behind, _) = bars(chart, theme.BLUE)[0], bars(chart, theme.ORANGE)[0]
    assert (0.6 * theme.WIDTH, 0.5 * theme.WIDTH) == pytest.approx((ahead, behind))


def test_share_above_the_target_still_fits() -> None:
    """If a place has done twice its target, the whole target is half as long."""
    chart = progress([Bullet("a", Fraction(2), "ahead"), Bullet("b", HALF, "behind")])
    assert theme.WIDTH == pytest.approx(bars(chart, theme.BLUE)[0][0])
    assert theme.WIDTH / 2 == pytest.approx(bars(chart, theme.PALE)[0][0])


def test_time_and_judgements_are_in_words() -> None:
    """The time elapsed, each share and each judgement are written, not only coloured."""
    chart = progress([Bullet("a", Fraction(6, 10), "ahead")])
    assert {"time elapsed 50.0%", "60.0% ahead", "ahead", "behind"} <= set(texts(chart))
    assert "time elapsed 50.0%; a: 60.0% ahead" == chart.text


def test_place_without_a_report_has_no_bar() -> None:
    """An unknown share is named, in either language, and is not zero."""
    assert "no report" in texts(progress([Bullet("a", None)]))
    assert "未报" in texts(progress([Bullet("a", None)], "zh_CN"))
    assert [] == bars(progress([Bullet("a", None)]), theme.BLUE)


def test_chart_without_places() -> None:
    """A circular without places has a chart without bars."""
    assert [] == bars(progress([]), theme.PALE)


def test_funnel_has_stages_and_reasons() -> None:
    """The rows of every stage and reason are written, and the stages are true to scale."""
    chart = funnel(
        "t",
        [Stage("read", 2_000), Stage("granted", 500)],
        [Stage("too young", 1_500)],
        number=Label("行数", "rows"),
        reason=Label("理由", "reasons"),
        locale="en",
    )
    assert "read: 2,000; granted: 500; too young: 1,500" == chart.text
    assert {"2,000", "500", "1,500", "rows", "reasons"} <= set(texts(chart))
    (whole, _), (part, _) = bars(chart, theme.BLUE)
    assert whole == pytest.approx(4 * part)


def test_funnel_without_reasons() -> None:
    """A register where everybody is granted has no second part."""
    chart = funnel("t", [Stage("read", 1)], number=Label("a", "a"), reason=Label("b", "b"))
    assert "b" not in texts(chart)
