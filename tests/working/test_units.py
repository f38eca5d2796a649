"""Explanations show exact ratios in their unit: shares in per cent, counts and points plainly."""

import typing
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import Unit, describe, types_of
from gansu_reemployment.measures.targets.progress import Count

#: The fields of results whose exact ratios are no shares.
NUMBERS = {("progress", "forecast"), ("assessment", "totals")}


def parts(hint: Any) -> Iterator[Any]:
    """Yield a type and the types within it, generic classes without their parameters."""
    yield typing.get_origin(hint) or hint
    for part in typing.get_args(hint):
        yield from parts(part)


def is_record(kind: Any) -> bool:
    """Return whether a type is a class with fields."""
    return isinstance(kind, type) and attrs.has(kind)


def ratios(hint: Any) -> Iterator[tuple[str, Unit]]:
    """Yield the fields of a result, and of the records within, that hold exact ratios."""
    for kind in filter(is_record, parts(hint)):
        hints = types_of(kind)
        for field in describe(kind):
            if Fraction in parts(hints[field.name]):
                yield field.name, field.unit
            else:
                yield from ratios(hints[field.name])


def test_every_ratio_has_its_unit() -> None:
    """Every exact ratio of a result is a share, but for the numbers."""
    found = {
        (name, field): unit
        for name, measure in MEASURES.items()
        for field, unit in ratios(measure.result)
    }
    assert len(found) > 15
    assert {key for key, unit in found.items() if unit is Unit.NUMBER} == NUMBERS


def test_forecast_of_persons() -> None:
    """A forecast of 8,200 persons is no percentage."""
    count = Count(target=8000, done=4100, passed=6, parts=12, tolerance=2)
    outcome = Bureau.of("甘肃省").progress(count, on=date(2003, 12, 31))
    assert "forecast: 8,200\n" in outcome.explain("en")
    assert "全年预计：8,200\n" in outcome.explain("zh_CN")
    assert "share done: 51.25%" in outcome.explain("en")
