"""Every field of a result has a unit, and explanations show exact ratios in theirs."""

import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import FactField, Unit, describe, types_of
from gansu_reemployment.i18n import Choice
from gansu_reemployment.interchange import json_schema
from gansu_reemployment.interchange.units import unit_of
from gansu_reemployment.measures.targets.progress import Count
from gansu_reemployment.money import Yuan

#: The fields of results whose exact ratios are no shares.
NUMBERS = {("progress", "forecast"), ("assessment", "totals")}
#: The types of values that are no bare numbers: an amount in yuan and a day are in their unit.
PLAIN = (Yuan, date, bool, str, Choice)
#: The types that hold values of other types.
AROUND = {tuple, frozenset, Mapping, types.UnionType, types.NoneType, ...}
A_YEAR, COUNTED = "share of 1 a year", "what the target counts"
#: The units of whole numbers and exact ratios but for plain shares, by class and field.
UNITS = {
    "Offer": {"place": "place in order, from 1", "rank": "place in order, from 1"},
    "InsuranceSubsidy": {"months": "months", "extended_months": "months"},
    "LoanTerms": {"months": "months", "base_rate": A_YEAR, "annual_rate": A_YEAR},
    "ExtensionTerms": {"months": "months", "base_rate": A_YEAR, "annual_rate": A_YEAR},
    "EnterpriseLoan": {"months": "months", "base_rate": A_YEAR, "annual_rate": A_YEAR},
    "Period": {"days": "days"},
    "Stretch": {"days": "days", "rate": A_YEAR},
    "Instalment": {"number": "number in order, from 1"},
    "InterestSubsidy": {"days": "days"},
    "SubsidyClaim": {"number": "loans"},
    "RegisterLoan": {"months": "months", "uplift": "basis points"},
    "TaxRelief": {"years": "years"},
    "NeededHires": {"hires": "persons"},
    "HireStep": {"hires": "persons"},
    "LabourServiceRelief": {"years": "years"},
    "DeductionYear": {"year": "calendar year"},
    "MonthUse": {"month": "month of the year"},
    "SpinoffRelief": {"years": "years"},
    "OfficeOffset": {"year": "calendar year", "quarter": "quarter of the year"},
    "Breakdown": {"allocation": COUNTED},
    "TargetTable": {"cells": COUNTED, "totals": COUNTED},
    "Coverage": {"lacking": "persons", "excess": "persons"},
    "Ranking": {"totals": "points", "ranks": "place in order, from 1"},
    "Band": {"at_least": "points", "most": "points"},
    "Pace": {"forecast": COUNTED},
    "Task": {"report_days": "days"},
}


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


def records(hint: Any) -> Iterator[type[Any]]:
    """Yield the classes of a result and of the records within."""
    for kind in filter(is_record, parts(hint)):
        if kind is not Yuan:
            yield kind
            for field in describe(kind):
                yield from records(types_of(kind)[field.name])


def values_of(record: type[Any]) -> Iterator[tuple[FactField, Any]]:
    """Yield the fields of a class with each type of their values, but for records."""
    for field in describe(record):
        for kind in parts(types_of(record)[field.name]):
            record_within = is_record(kind) and kind is not Yuan
            if not record_within and kind not in AROUND and not isinstance(kind, typing.TypeVar):
                yield field, kind


def test_every_field_has_its_unit() -> None:
    """Each value of a result has its unit by its type, or is a number whose unit is named."""
    found: dict[str, dict[str, str]] = {}
    kinds = {kind for measure in MEASURES.values() for kind in records(measure.result)}
    for record in kinds:
        values = [pair for pair in values_of(record) if not issubclass(pair[1], PLAIN)]
        assert {kind for _field, kind in values} <= {int, Fraction}, record
        units = {field.name: unit_of(field, kind) for field, kind in values}
        if named := {name: unit for name, unit in units.items() if unit != "share of 1"}:
            found[record.__name__] = named
    assert found == UNITS


def test_numbers_without_fields_are_persons() -> None:
    """A result that is a bare whole number counts persons, and its schema says so."""
    bare = {name for name, measure in MEASURES.items() if measure.result is int}
    assert bare == {"net_new_jobs", "new_jobs"}
    for name in bare:
        value = json_schema(name, "outcome")["properties"]["value"]
        assert "persons" in str(value)


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
