"""Charts (图): schedules, steps, comparisons, maps, progress, funnels and lines of time.

A function returns a ``Chart`` in one language, which is saved as SVG or PNG without a
browser. The extra ``charts`` brings the libraries: Altair and vl-convert.

>>> from gansu_reemployment.charts import Row, dumbbells
>>> from gansu_reemployment.sheets import Label
>>> chart = dumbbells(
...     Label("目标分解", "Breakdown"),
...     ["单因素", "双因素"],
...     [Row("兰州市", (29_300, 27_900)), Row("天水市", (8_900, 9_150))],
...     across=Label("目标数", "target"),
...     unit=Label("人", "persons"),
... )
>>> chart.title
'目标分解'
>>> chart.svg().startswith("<svg")
True
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.assessing.chart import register_chart
    from gansu_reemployment.charts.bars import Bullet, Stack, Stage, bullets, funnel, stacked
    from gansu_reemployment.charts.chart import Chart
    from gansu_reemployment.charts.clocks import clocks_chart
    from gansu_reemployment.charts.periods import Period, rule_timeline, timeline
    from gansu_reemployment.charts.points import Point, Row, dumbbells, steps
    from gansu_reemployment.charts.reform import reform_chart
    from gansu_reemployment.charts.tiles import Tile, tile_map
    from gansu_reemployment.measures.loans.instalments_chart import instalments_chart
    from gansu_reemployment.measures.targets.breakdown.chart import (
        breakdown_chart,
        breakdown_map,
    )
    from gansu_reemployment.measures.targets.circular.chart import progress_chart, progress_map
    from gansu_reemployment.measures.taxes.tax_relief.hires_chart import hires_chart

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "assessing.chart": ("register_chart",),
    "charts.bars": ("Bullet", "Stack", "Stage", "bullets", "funnel", "stacked"),
    "charts.chart": ("Chart",),
    "charts.clocks": ("clocks_chart",),
    "charts.periods": ("Period", "rule_timeline", "timeline"),
    "charts.points": ("Point", "Row", "dumbbells", "steps"),
    "charts.reform": ("reform_chart",),
    "charts.tiles": ("Tile", "tile_map"),
    "measures.loans.instalments_chart": ("instalments_chart",),
    "measures.targets.breakdown.chart": ("breakdown_chart", "breakdown_map"),
    "measures.targets.circular.chart": ("progress_chart", "progress_map"),
    "measures.taxes.tax_relief.hires_chart": ("hires_chart",),
}
__all__ = [
    "Bullet", "Chart", "Period", "Point", "Row", "Stack", "Stage", "Tile", "breakdown_chart",
    "breakdown_map", "bullets", "clocks_chart", "dumbbells", "funnel", "hires_chart",
    "instalments_chart", "progress_chart", "progress_map", "reform_chart", "register_chart",
    "rule_timeline", "stacked", "steps", "tile_map", "timeline",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
