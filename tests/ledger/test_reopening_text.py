"""What a reopened case says of its differences."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment import Bureau, EntitledGroup, Instrument, Rulebook, Sex, Worker
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.ledger import Case, reopen
from gansu_reemployment.measures.persons.hardship.rules import AgeDay
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
PAPER = Instrument("武政发〔2003〕1号", "", ("武威市",), date(2003, 6, 28), DAY)
YEAR_END = Amendment("hardship.age_day", DAY, AgeDay.YEAR_END, PAPER.at("第三条"), "620600")
BUREAU = Bureau.of("武威市")
WORKER = Worker(
    sex=Sex.FEMALE,
    born_on=date(1963, 10, 1),
    group=EntitledGroup.LAID_OFF_SOE,
    able=True,
    willing=True,
    employed=False,
    retired=False,
    internally_retired=False,
)


def case(worker: Worker = WORKER, **changes: Any) -> Case:
    """Give the case of a woman who is forty at the end of the year, under a local rule."""
    local = BUREAU.with_rules(Rulebook.national().amended([YEAR_END]))
    entered = Case.of(local.hardship(worker, on=DAY), worker, recorded_on=DAY)
    return evolve(entered, outcome={**entered.outcome, **changes})


def lines(entered: Case, worker: Worker = WORKER, locale: str = "en") -> list[str]:
    """Work the case again, as one of *worker*, by the nation's rules."""

    def again(_case: Case) -> Outcome[Any]:
        return BUREAU.hardship(worker, on=DAY)

    return reopen(entered, again).lines(locale)


def test_value_and_rows_are_told_in_terms() -> None:
    """No code, and only the rows that one of the two workings used."""
    told = lines(case())
    assert "Result: was older hard-to-employ person (“4050” group), is now general" == told[0]
    assert (
        "No longer used: day on which the age is counted (Wuwei City): 31 December of the year "
        "[武政发〔2003〕1号 第三条]"
    ) in told
    assert "Used now: day on which the age is counted: day of the application [中发[2002]12号]" in (
        told
    )
    assert (
        "结果：原为大龄就业困难对象（“4050”人员），现为一般人员" == lines(case(), locale="zh_CN")[0]
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"able": False},
            ["Status: was decided, is now refused"],
        ),
        ({"able": False}, ["Reasons: was none, is now The person is not able to work"]),
        ({"able": None}, ["Missing facts: was none, is now able to work"]),
        ({"able": None}, ["Result: was older, is now none"]),
    ],
)
def test_status_reasons_and_missing_facts(facts: dict[str, Any], told: list[str]) -> None:
    """Reasons are sentences and facts are terms; what was not there is none."""
    assert set(told) <= set(lines(case(), evolve(WORKER, **facts)))


def test_missing_facts_in_chinese() -> None:
    """The terms are those of the language."""
    found = lines(case(), evolve(WORKER, able=None), "zh_CN")
    assert "待定事项：原为无，现为有劳动能力" in found


def test_plugins_that_are_absent_are_named() -> None:
    """Another version of a plugin is there; a file that is not named any more is not."""
    entered = case(provenance={"plugins": ["gansu-reemployment 1.0", "wuwei.toml"]})
    assert "It was decided with wuwei.toml, which is not loaded now." == lines(entered)[0]


def test_rows_and_places_nobody_knows() -> None:
    """A case of another program is told with its own names and codes."""
    row = {"rule": "no.such", "since": "2003-07-01", "value": 3, "region": "990000"}
    told = lines(case(citations=[{**row, "document": "甲", "article": None}]))
    assert "No longer used: no.such (990000): 3 [甲]" in told
