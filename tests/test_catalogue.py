"""The list of measures: complete, by name, and each one whole."""

import importlib
import pkgutil
import re
from typing import Any

import attrs
import pytest

from gansu_reemployment import measures
from gansu_reemployment.catalogue import MEASURES, find_measure
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.fact_model import CheckedFacts, describe
from gansu_reemployment.working.measure import Measure


def defined() -> dict[str, Measure[Any, Any]]:
    """Give every measure that a module of the package defines."""
    found: dict[str, Measure[Any, Any]] = {}
    for module in pkgutil.walk_packages(measures.__path__, f"{measures.__name__}."):
        names = vars(importlib.import_module(module.name))
        found |= {m.name: m for m in names.values() if isinstance(m, Measure)}
    return found


def test_measures_for_one_case_only() -> None:
    """These are loops by nature, or read what no column holds; every other one runs on columns."""
    assert {name for name, measure in MEASURES.items() if not measure.columns} == {
        *("certificate_papers", "candidates", "security_line", "insurance_claim"),
        *("post_subsidy_cap", "interest_periods", "instalments", "interest_claim", "needed_hires"),
        *("settled_relief", "best_relief", "fixed_deduction", "ordered_year", "fee_relief"),
        *("spinoff_relief", "office_offsets", "breakdown", "target_table", "allocate"),
        *("assessment", "due_tasks"),
    }


def test_every_measure_is_listed() -> None:
    """What a module defines stands in the list, once."""
    assert defined() == MEASURES


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES.keys())
class TestEachMeasure:
    """What holds of every measure."""

    def test_name_is_that_of_the_function(self, measure: Measure[Any, Any]) -> None:
        """Files and columns use the name of the function."""
        assert measure.name == measure.work.__name__
        assert measure is MEASURES[measure.name] is find_measure(measure.name)

    def test_meaning_of_the_day_is_said(self, measure: Measure[Any, Any]) -> None:
        """The docstring says which day the day of the law is."""
        words = " ".join(str(measure.work.__doc__).split())
        assert re.search("[Tt]he day of the law is ", words)

    def test_names_in_both_languages(self, measure: Measure[Any, Any]) -> None:
        """The Chinese name is Chinese, and each language shows its own."""
        assert (measure.zh, measure.en) == (measure.show("zh_CN"), measure.show("en"))
        assert any("一" <= character <= "鿿" for character in measure.zh)
        assert measure.en.isascii() or "“4050”" in measure.en

    def test_facts_are_described(self, measure: Measure[Any, Any]) -> None:
        """Every fact has terms in both languages and is checked."""
        assert issubclass(measure.facts, CheckedFacts)
        kind: Any = measure.facts
        for described in describe(kind):
            metadata = attrs.fields_dict(kind)[described.name].metadata
            assert {"zh", "en"} <= set(metadata), described.name
            assert described.zh
            assert described.en

    def test_rules_have_national_rows_by_default(self, measure: Measure[Any, Any]) -> None:
        """The rules are there without a region."""
        assert attrs.has(measure.rules)
        assert isinstance(measure.rules(), measure.rules)


def test_unknown_measure() -> None:
    """The nearest name is told."""
    with pytest.raises(UnknownNameError, match="Did you mean hardship"):
        find_measure("hardshp")
