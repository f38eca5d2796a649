"""A case that is reopened tells whether the answer still holds."""

from datetime import date
from typing import Any, Final

import pytest

from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.ledger import Case, Difference, open_ledger, read_facts, reopen
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group, Sex, Worker
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.measures.persons.hardship.rules import HardshipRules
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis, Outcome

GUOFA_2005_36: Final = find_instrument("国发[2005]36号")

RULES = HardshipRules()
BASIS = Basis(hardship, "620500")
CITE = GUOFA_2005_36.at(standing=Standing.ASSUMED)
WORKER = Worker(
    sex=Sex.FEMALE,
    born_on=date(1963, 3, 1),
    group=EntitledGroup.LAID_OFF_SOE,
    able=True,
    willing=True,
    employed=False,
    retired=False,
    internally_retired=False,
)


def amended(age: int) -> HardshipRules:
    """Give the rules with another age of women, set by the region."""
    row = Provision(date(2003, 1, 1), age, CITE, region="620500")
    return HardshipRules(age_women=RULES.age_women.amended([row]))


def work(case: Case, rules: HardshipRules = RULES) -> Outcome[Any]:
    """Work a case of the ledger by *rules*."""
    working = CaseWorking(case.on, BASIS)
    outcome: Outcome[Any] = hardship(working, working.read(read_facts(Worker, case.facts)), rules)
    return outcome


@pytest.fixture(name="case")
def _case() -> Case:
    """Give a case that went through a ledger."""
    working = CaseWorking(date(2003, 7, 1), BASIS)
    outcome = hardship(working, working.read(WORKER), RULES)
    entered = Case.of(outcome, WORKER, recorded_on=date(2003, 7, 2))
    with open_ledger("memory:") as ledger:
        ledger.append([entered])
        return ledger.get(entered.key)


def test_holds(case: Case) -> None:
    """By the same rules the same comes out."""
    reopened = reopen(case, work)

    assert reopened.holds
    assert () == reopened.differences
    assert case is reopened.case
    assert Group.OLDER is reopened.outcome.value


def test_other_value(case: Case) -> None:
    """By another age the value is another, and the row it rests on is told."""
    reopened = reopen(case, lambda case: work(case, amended(45)))
    value, citations = reopened.differences

    assert not reopened.holds
    assert Difference("value", "older", "general") == value
    assert "value: was older, is now general" == value.say()
    assert "citations" == citations.part
    assert "hardship.age_women@2003-01-01@620500: 45 (国发[2005]36号)" in citations.recomputed
    assert "hardship.age_women@2003-01-01@620500: 45 (国发[2005]36号)" not in citations.recorded


def test_other_grounds(case: Case) -> None:
    """On another row the answer may still hold; the row is among the differences."""
    reopened = reopen(case, lambda case: work(case, amended(39)))

    assert reopened.holds
    assert ["citations"] == [difference.part for difference in reopened.differences]


@pytest.mark.parametrize(
    ("worker", "parts"),
    [
        ({"able": False}, ["status", "value", "refusals"]),
        ({"able": None}, ["status", "value", "missing"]),
    ],
)
def test_other_status(case: Case, worker: dict[str, Any], parts: list[str]) -> None:
    """A refusal or an open question in place of a value is told with its codes or names."""
    changed = {**case.facts, **worker}

    def recompute(case: Case) -> Outcome[Any]:
        working = CaseWorking(case.on, BASIS)
        outcome: Outcome[Any] = hardship(working, working.read(read_facts(Worker, changed)), RULES)
        return outcome

    reopened = reopen(case, recompute)

    assert not reopened.holds
    assert parts == [difference.part for difference in reopened.differences]
    assert ["not-able"] == reopened.differences[2].recomputed or parts[2] == "missing"


def test_order_of_refusals() -> None:
    """The same refusals in another order are the same answer."""
    worker = Worker(group=EntitledGroup.NONE, able=False, willing=False, employed=True)
    working = CaseWorking(date(2003, 7, 1), BASIS)
    outcome = hardship(working, working.read(worker), RULES)
    turned = {**outcome.as_json(), "refusals": outcome.as_json()["refusals"][::-1]}
    case = Case.of(outcome, worker, recorded_on=date(2003, 7, 2))
    case = Case(
        key="a",
        measure=case.measure,
        region=case.region,
        on=case.on,
        recorded_on=case.recorded_on,
        facts=case.facts,
        outcome=turned,
    )

    assert 4 == len(case.reasons)
    assert reopen(case, work).holds


def test_fault_of_the_working(case: Case) -> None:
    """What goes wrong while a case is worked again is not swallowed."""

    def recompute(_case: Case) -> Outcome[Any]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        reopen(case, recompute)
