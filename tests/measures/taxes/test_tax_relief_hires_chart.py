"""The table and the drawing of what further hires are worth."""

from fractions import Fraction
from xml.etree import ElementTree as ET

from gansu_reemployment.measures.taxes.tax_relief.hires import HireStep, NeededHires
from gansu_reemployment.measures.taxes.tax_relief.hires_chart import hires_chart, hires_sheet
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import as_markdown

SVG = "{http://www.w3.org/2000/svg}"


def result(*payable: int) -> NeededHires:
    """Build a table from the tax payable at each number of hires."""
    steps = tuple(
        HireStep(n, Fraction(20 + n, 100 + n), Yuan(0), Yuan(amount))
        for n, amount in enumerate(payable)
    )
    return NeededHires(len(steps) - 1, Yuan(payable[0] - payable[-1]), steps)


def read(svg: str) -> ET.Element:
    """Read a drawing, which must be well-formed XML."""
    return ET.fromstring(svg)  # noqa: S314


def heights(svg: str) -> list[int]:
    """Return the vertical position of each point."""
    return [int(circle.get("cy", "")) for circle in read(svg).iter(f"{SVG}circle")]


def words(svg: str) -> list[str]:
    """Return the words of a drawing."""
    return [text.text or "" for text in read(svg).iter(f"{SVG}text")]


def test_points_are_true_to_scale() -> None:
    """The highest tax payable is at the top, zero on the axis, half between them."""
    assert [56, 180, 304] == heights(hires_chart(result(100, 50, 0)))


def test_drop_is_marked() -> None:
    """The step to the threshold is drawn apart from the line."""
    (drop,) = read(hires_chart(result(100, 90, 0))).iter(f"{SVG}line")
    assert (81, 304) == (int(drop.get("y1", "")), int(drop.get("y2", "")))


def test_amounts_and_numbers_are_written() -> None:
    """Both ends are written in yuan, and every number of hires in a short table."""
    found = words(hires_chart(result(100, 90, 0), "en"))
    assert {"100.00 yuan", "0.00 yuan", "0", "1", "2", "Further hires"} <= set(found)


def test_long_table_has_few_numbers() -> None:
    """Numbers below the axis keep their distance; the last one is always there."""
    found = words(hires_chart(result(*range(40, -1, -1))))
    numbers = [word for word in found if word.isdigit()]
    assert len(numbers) <= 13
    assert "40" == numbers[-1]


def test_table_without_a_step_can_be_drawn() -> None:
    """Where no step is left and nothing is payable, one point is on the axis."""
    svg = hires_chart(result(0))
    assert [304] == heights(svg)
    assert [] == list(read(svg).iter(f"{SVG}line"))


def test_table_has_a_row_for_each_number() -> None:
    """The sheet says the same as the drawing."""
    lines = as_markdown(hires_sheet(result(100, 0)), "zh_CN").splitlines()
    assert "| 1 | 20.8% | 0.00 | 0.00 |" in lines
