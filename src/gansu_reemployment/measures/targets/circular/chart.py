"""The charts of a circular (进度图): each place against the time elapsed, and the map.

A judgement has a colour and is written as well.
"""

from typing import Final

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.bars import Bullet, bullets
from gansu_reemployment.charts.chart import Chart
from gansu_reemployment.charts.tiles import Tile, tile_map
from gansu_reemployment.measures.targets.circular.circular import Circular, CircularRow
from gansu_reemployment.measures.targets.circular.words import named, title
from gansu_reemployment.measures.targets.progress import Mark
from gansu_reemployment.sheets.labels import Label, Text

_COLOURS: Final = (
    (Mark.AHEAD, theme.BLUE),
    (Mark.ON_TIME, theme.SKY),
    (Mark.BEHIND, theme.ORANGE),
)
_NO_REPORT: Final = Label("未报", "no report")


def progress_chart(circular: Circular, locale: str = "zh_CN", heading: Text | None = None) -> Chart:
    """Draw the progress of each place and the time elapsed (进度图).

    The title is that of the circular, unless there is another *heading*.
    """
    places = [_bullet(row, circular) for row in circular.rows]
    heading = title(circular) if heading is None else heading
    return bullets(heading, places, circular.elapsed, marks=_COLOURS, locale=locale)


def progress_map(circular: Circular, locale: str = "zh_CN") -> Chart:
    """Draw the progress of the fourteen prefectures as a grid of squares (进度方格图)."""
    places = {
        row.place.id: Tile(row.pace.share, row.pace.mark) for row in circular.rows if row.pace
    }
    return tile_map(title(circular), places, marks=_COLOURS, missing=_NO_REPORT, locale=locale)


def _bullet(row: CircularRow, circular: Circular) -> Bullet:
    name = named(row.place, circular)
    return Bullet(name, row.pace.share, row.pace.mark) if row.pace else Bullet(name, None)
