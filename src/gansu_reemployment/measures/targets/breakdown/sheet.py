"""A target divided among its units as an official sheet (目标分解表)."""

from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.measures.targets.breakdown.breakdown import Breakdown
from gansu_reemployment.measures.targets.facts import Target
from gansu_reemployment.sheets.labels import Label, Text, place_name
from gansu_reemployment.sheets.sheet import Column, Graph, Sheet

_PERSONS: Final = Label("人", "persons")
_TITLE: Final = Label("目标分解表", "Breakdown of the target")
#: One full-width space for each level above a unit.
_INDENT: Final = "\u3000"


def breakdown_sheet(
    target: Target[Known] | Target, result: Breakdown, title: Label = _TITLE, unit: Label = _PERSONS
) -> Sheet:
    """Build the sheet of a division; the units of a lower level are indented below their own.

    The total is that of the top level, so that nothing is counted twice.
    """
    columns = (
        Column(Label("地区", "Place"), names=True),
        Column(Label("目标数", "Target"), total=target.total),
    )
    rows = [
        (_indented(name, _depth(target, name)), number)
        for name, number in result.allocation.items()
    ]
    graph = Graph(names=0, bars=(1,))
    return Sheet(title=title, unit=unit, columns=columns, rows=rows, graph=graph)


def _indented(name: str, depth: int) -> Text:
    """Return the name of a unit in both languages, if it is a region, after its indent."""
    place, indent = place_name(name), _INDENT * depth
    if not isinstance(place, Label):
        return indent + name
    return Label(indent + place.zh, indent + place.en)


def _depth(target: Target[Known] | Target, name: str) -> int:
    """Count the units above one."""
    above = target.parents.get(name)
    return 0 if above is None else 1 + _depth(target, above)
