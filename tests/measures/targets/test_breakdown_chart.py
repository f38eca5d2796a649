"""A division as charts: both methods, and the map of the prefectures."""

import pytest

from gansu_reemployment.charts import breakdown_chart, breakdown_map
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.results import Breakdown
from gansu_reemployment.sheets import Label

ONE = Breakdown({"兰州": 600, "天水市": 400}, ())
TWO = Breakdown({"兰州": 500, "安定区": 500}, ())


def test_methods_side_by_side() -> None:
    """Each unit of either division has a row; a unit of one division has one value."""
    chart = breakdown_chart({"a": ONE, Label("乙", "b"): TWO}, "en", under="a trial")
    assert (
        "target (persons). Lanzhou City: a 600, b 500; Tianshui City: a 400, b ; "
        "Anding District: a , b 500"
    ) == chart.text
    assert "a trial" in chart.svg()


def test_map_has_the_prefectures() -> None:
    """Units of other levels are not on the map."""
    chart = breakdown_map(TWO, "en")
    assert "Lanzhou: 500" in chart.text
    assert "Dingxi: no figure" in chart.text


def test_map_needs_regions() -> None:
    """A unit that is not a region has no square."""
    with pytest.raises(UnknownNameError, match="某处"):
        breakdown_map(Breakdown({"某处": 1}, ()))
