"""Rules that a row calls for, found by working the measures with every fact open."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment import Amendment, Instrument, Rulebook
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import Choice
from gansu_reemployment.measures.subsidies.insurance.facts import Insurance, Limit
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing import required_rules
from gansu_reemployment.testing.required_rules import missing_rules

SINCE = date(2002, 9, 30)
CITE = Instrument("某政发〔2003〕1号", "", (), None, None).at()
NATION = Rulebook.national()


def lacking(on: date, **rows: Any) -> dict[str, str]:
    """Give what is lacking beside those values, by paths with an underscore for the point."""
    paths = {name.replace("__", "."): value for name, value in rows.items()}
    given = [Amendment(path, SINCE, value, CITE, "620000") for path, value in paths.items()]
    return missing_rules(NATION.amended(given), NATION, paths, [on])


@pytest.mark.parametrize(
    ("rows", "paths"),
    [
        ({"insurance__limit": Limit.AMOUNT}, {"insurance.limit_amount"}),
        ({"insurance__limit": Limit.AMOUNT, "insurance__limit_amount": Yuan(300)}, set()),
        (
            {"insurance__insurances": frozenset(Insurance)},
            {"insurance.medical_rate", "insurance.own_medical_rate"},
        ),
        ({"insurance__ratio": Fraction(80, 100)}, set()),
    ],
)
def test_what_is_lacking(rows: dict[str, Any], paths: set[str]) -> None:
    """The rules are named that the place may set and that are asked for because of its rows."""
    assert paths == set(lacking(date(2003, 7, 1), **rows))


def test_measure_and_day_are_named() -> None:
    """Who asks for the rule is told with the first day on which it does."""
    rows = [Amendment("insurance.limit", SINCE, Limit.AMOUNT, CITE, "620600")]
    days = [date(2003, 7, 1), SINCE]
    assert {"insurance.limit_amount": "insurance_subsidy on 2002-09-30"} == missing_rules(
        NATION.amended(rows), NATION, ["insurance.limit"], days
    )


def test_rule_of_one_form_only_is_asked_for_nowhere_else() -> None:
    """Only measures that read an amended rule are worked."""
    rows = [Amendment("insurance.limit", SINCE, Limit.AMOUNT, CITE, "620600")]
    assert {} == missing_rules(NATION.amended(rows), NATION, ["loan.norm"], [SINCE])


FORMS = [
    (rule.path, form)
    for rule in NATION.rules()
    if rule.delegated
    and isinstance(NATION.kind(rule.path), type)
    and issubclass(NATION.kind(rule.path), Choice)
    for form in NATION.kind(rule.path)
]


@pytest.mark.parametrize("year", [2003, 2006, 2009, 2011])
def test_every_form_can_be_worked(year: int) -> None:
    """Whatever form a place chooses, its measures are worked, and what it needs may be set."""
    day = date(year, 7, 1)
    found = {
        further
        for path, form in FORMS
        for further in lacking(day, **{path.replace(".", "__"): form})
    }
    assert all(NATION.find(path).delegated for path in found)
    assert ("hardship.age_fixed_day" in found) == (year < 2011)


def test_measures_of_columns_need_no_fact() -> None:
    """Each can be worked with every fact open, so none is left out."""
    assert [] == [m.name for m in MEASURES.values() if m.columns and not m.facts().unknown]


def test_error_of_a_measure_is_no_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A measure that fails without having asked for anything in vain has an error of its own."""

    def fail(*_given: Any) -> None:
        raise TypeError

    failing = evolve(MEASURES["insurance_subsidy"], work=fail)
    monkeypatch.setattr(required_rules, "MEASURES", {**MEASURES, failing.name: failing})
    with pytest.raises(TypeError):
        lacking(date(2003, 7, 1), insurance__limit=Limit.AMOUNT)
