"""Native charts of a spreadsheet (电子表格图表): drawn from the table's own cells.

The spreadsheet program draws them, and draws them again when a cell changes.
"""

from typing import Any, Final

from gansu_reemployment.charts import theme
from gansu_reemployment.sheets.cells import text_of
from gansu_reemployment.sheets.sheet import Graph, Sheet

_GRID: Final = {"visible": True, "line": {"color": theme.PALE, "width": 0.75}}
_NUMBERS: Final = {"num_format": "#,##0", "min": 0}


def native_graph(
    book: Any, tab: str, sheet: Sheet, graph: Graph, first: int, locale: str
) -> tuple[Any, str]:
    """Return the chart of a table, and its text for readers who cannot see it.

    Args:
        book: the workbook.
        tab: the name of the tab with the table.
        sheet: the table.
        graph: the columns to draw.
        first: the row of its first cells on the tab.
        locale: the language.
    """
    maker = _Maker(tab, sheet, graph, first, locale)
    return maker.chart(book), maker.text()


class _Maker:
    """Makes the chart of one table."""

    def __init__(self, tab: str, sheet: Sheet, graph: Graph, first: int, locale: str) -> None:
        self._tab = tab
        self._sheet = sheet
        self._graph = graph
        self._rows = (first, first + len(sheet.rows) - 1)
        self._locale = locale

    def chart(self, book: Any) -> Any:
        kind = {"subtype": "stacked"} if self._graph.stacked else {}
        drawn = book.add_chart({"type": "column", **kind})
        for index, colour in zip(self._graph.bars, theme.SERIES, strict=False):
            drawn.add_series({**self._series(index), "fill": {"color": colour}, "gap": 60})
        if self._graph.line is not None:
            drawn.combine(self._line(book, self._graph.line))
        drawn.set_title({"name": text_of(self._sheet.title, self._locale), "overlay": False})
        drawn.set_x_axis({"name": self._heading(self._graph.names)})
        drawn.set_y_axis(
            {"name": text_of(self._sheet.unit, self._locale), "major_gridlines": _GRID, **_NUMBERS}
        )
        drawn.set_legend({"position": "bottom"})
        return drawn

    def text(self) -> str:
        """Name the columns that are drawn; the table above has their numbers."""
        drawn = (*self._graph.bars, *([] if self._graph.line is None else [self._graph.line]))
        named = [self._heading(index) for index in drawn]
        return f"{text_of(self._sheet.title, self._locale)}: {theme.listed(named, self._locale)}"

    def _line(self, book: Any, index: int) -> Any:
        line = book.add_chart({"type": "line"})
        marker = {"type": "circle", "size": 4, "fill": {"color": theme.INK}}
        look = {"line": {"color": theme.INK, "width": 1.5}, "marker": marker}
        line.add_series({**self._series(index), **look, "y2_axis": True})
        line.set_y2_axis({"name": self._heading(index), **_NUMBERS})
        return line

    def _series(self, index: int) -> dict[str, Any]:
        return {
            "name": self._heading(index),
            "categories": self._cells(self._graph.names),
            "values": self._cells(index),
        }

    def _heading(self, index: int) -> str:
        return text_of(self._sheet.leaves[index].heading, self._locale)

    def _cells(self, index: int) -> list[Any]:
        first, last = self._rows
        return [self._tab, first, index, last, index]
