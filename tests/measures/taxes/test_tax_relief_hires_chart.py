"""The table and the chart of what further hires are worth."""

from fractions import Fraction

from gansu_reemployment.charts import hires_chart
from gansu_reemployment.measures.taxes.tax_relief.hires import HireStep, NeededHires
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import as_markdown, hires_sheet


def result(*payable: int) -> NeededHires:
    """Build a table from the tax payable at each number of hires."""
    steps = tuple(
        HireStep(n, Fraction(20 + n, 100 + n), Yuan(0), Yuan(amount))
        for n, amount in enumerate(payable)
    )
    return NeededHires(len(steps) - 1, Yuan(payable[0] - payable[-1]), steps)


def test_every_step_is_in_the_text() -> None:
    """The text has the tax payable at each number of hires."""
    chart = hires_chart(result(100, 90, 0), "en")
    assert "Further hires and tax payable" == chart.title
    assert "further hires – tax payable (yuan). 0: 100.00; 1: 90.00; 2: 0.00" == chart.text


def test_ends_are_written() -> None:
    """The tax now and the tax saved at the step are on the drawing, in yuan."""
    assert "100.00 yuan" in hires_chart(result(100, 90, 0), "en").svg()
    assert "0.00 yuan, 100.00 yuan less" in hires_chart(result(100, 90, 0), "en").svg()
    assert "0.00元，少缴100.00元" in hires_chart(result(100, 90, 0)).svg()


def test_table_without_a_step_can_be_drawn() -> None:
    """Where no step is left and nothing is payable, one point is drawn and nothing is saved."""
    assert "less" not in hires_chart(result(0), "en").svg()


def test_table_has_a_row_for_each_number() -> None:
    """The sheet says the same as the chart."""
    lines = as_markdown(hires_sheet(result(100, 0)), "zh_CN").splitlines()
    assert "| 1 | 20.8% | 0.00 | 0.00 |" in lines
