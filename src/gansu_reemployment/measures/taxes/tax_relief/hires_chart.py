"""The worth of further hires as a chart (招用测算图): the tax falls at the step of the relief."""

from typing import Final

from attrs import evolve

from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.charts.points import Point, steps
from gansu_reemployment.i18n import show
from gansu_reemployment.measures.taxes.tax_relief.hires import NeededHires
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets.labels import Label

_TITLE: Final = Label("再招用人数与应纳税额", "Further hires and tax payable")
_ACROSS: Final = Label("再招用人数", "further hires")
_UP: Final = Label("应纳税额", "tax payable")
_YUAN: Final = Label("元", "yuan")


def hires_chart(result: NeededHires, locale: str = "zh_CN") -> Chart:
    """Draw the tax payable for each number of further hires, as a step (招用测算图)."""
    points = [Point(step.hires, step.payable) for step in result.steps]
    points[0] = evolve(points[0], note=_amount(result.steps[0].payable))
    if len(points) > 1:
        points[-1] = evolve(points[-1], note=_saved(result))
    return steps(_TITLE, points, across=_ACROSS, up=_UP, unit=_YUAN, locale=locale)


def _amount(amount: Yuan) -> Label:
    return Label(show(amount, "zh_CN"), show(amount, "en"))


def _saved(result: NeededHires) -> Label:
    """Return the tax at the step, and how much less it is than now."""
    last, worth = _amount(result.steps[-1].payable), _amount(result.worth)
    return Label(f"{last.zh}，少缴{worth.zh}", f"{last.en}, {worth.en} less")
