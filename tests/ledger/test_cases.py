"""Cases: what an entry of a ledger holds, and what of it is shown."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.ledger import Case, case_key, write_facts
from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.measures.persons.hardship.rules import HardshipRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers import Person
from gansu_reemployment.testing import IDENTITY, make_case
from gansu_reemployment.testing.worked_cases import Vector, own_files, read_files
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis, Decided, Outcome
from gansu_reemployment.working.outcome_json import canonical_form

DAY = date(2003, 7, 1)
WORKER = Worker(
    sex=Sex.FEMALE,
    born_on=date(1963, 3, 1),
    group=EntitledGroup.NONE,
    able=False,
    willing=True,
    employed=False,
    retired=False,
    internally_retired=False,
)


def work(worker: Worker, region: str | None = "620500") -> Outcome[Any]:
    """Work the classification of *worker*."""
    working = CaseWorking(DAY, Basis(hardship, region))
    outcome: Outcome[Any] = hardship(working, working.read(worker), HardshipRules())
    return outcome


def wrong(**changes: Any) -> list[str]:
    """Give the paths of the faults of a case with *changes*."""
    with pytest.raises(InvalidFactsError) as error:
        make_case("a", **changes)
    return [fault.path for fault in error.value.faults]


def test_of_outcome() -> None:
    """A case is built of an outcome and the facts it was worked from."""
    outcome = work(WORKER)
    case = Case.of(outcome, WORKER, recorded_on=DAY, subject=IDENTITY)

    assert ("hardship", "620500", DAY) == (case.measure, case.region, case.on)
    assert write_facts(WORKER) == case.facts
    assert outcome.as_json() == {**case.outcome, "facts": case.facts}
    assert "refused" == case.status
    assert ("not-in-entitled-group", "not-able") == case.reasons
    assert case.amount is None
    assert case_key(IDENTITY, "hardship", "620500", DAY, case.facts) == case.key


def test_of_outcome_without_place() -> None:
    """Where no region's rules were applied, it is the nation's."""
    assert "000000" == Case.of(work(WORKER, None), WORKER, recorded_on=DAY).region


def test_of_outcome_without_measure() -> None:
    """An outcome of no measure cannot be entered."""
    with pytest.raises(InvalidFactsError, match="measure: a value is needed"):
        Case.of(Decided(DAY, (), Basis(), None, 1), WORKER, recorded_on=DAY)


def test_amount() -> None:
    """The amount is the value where that is one, unless another is given."""
    outcome = Decided(DAY, (), Basis(hardship), None, Yuan("12.34"))

    assert Yuan("12.34") == Case.of(outcome, WORKER, recorded_on=DAY).amount
    assert Yuan(0) == Case.of(outcome, WORKER, recorded_on=DAY, amount=Yuan(0)).amount


def test_correction_has_a_key_of_its_own() -> None:
    """A correction from the same facts has another key, ever the same; a given key is kept."""
    outcome = work(WORKER)
    first = Case.of(outcome, WORKER, recorded_on=DAY)
    second = Case.of(outcome, WORKER, recorded_on=DAY, corrects=first.key)

    assert first.key != second.key
    assert second == Case.of(outcome, WORKER, recorded_on=DAY, corrects=first.key)
    assert "mine" == Case.of(outcome, WORKER, recorded_on=DAY, key="mine").key


def test_key_is_stable() -> None:
    """The key is this one on every machine and in every version."""
    key = "d05fbeb6805030a228613985a8d40972b7b310218e8d9e7e7da2a81b1cd948c0"

    assert key == case_key("甲", "hardship", "620500", DAY, {"b": 1, "a": [True, None]})
    assert key == case_key("甲", "hardship", "620500", DAY, {"a": [True, None], "b": 1})


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "乙"},
        {"measure": "loan"},
        {"region": "620502"},
        {"on": date(2003, 7, 2)},
        {"facts": {"a": 2}},
        {"facts": {"a": "1"}},
        {"corrects": "a"},
    ],
)
def test_key_depends_on_contents(changes: dict[str, Any]) -> None:
    """Whatever of the contents differs, the key does."""
    contents = {
        "subject": "甲",
        "measure": "hardship",
        "region": "620500",
        "on": DAY,
        "facts": {"a": 1},
    }

    assert case_key(**contents) != case_key(**contents | changes)  # type: ignore[arg-type]


def test_contents_are_copied() -> None:
    """What is done to the facts afterwards does not reach the case, which cannot be changed."""
    facts: dict[str, Any] = {"partners": [1], "pair": (1, 2)}
    case = make_case("a", facts=facts)
    facts["partners"].append(2)

    assert {"partners": [1], "pair": [1, 2]} == case.facts
    with pytest.raises(FrozenInstanceError):
        case.key = "b"  # type: ignore[misc]


def test_equal_cases_have_one_hash() -> None:
    """Cases can be put into sets."""
    assert {make_case("a")} == {make_case("a"), evolve(make_case("a"))}


@pytest.mark.parametrize("name", ["key", "measure", "region"])
@pytest.mark.parametrize("value", ["", None, 7, "a\0b", "\ud800"])
def test_wrong_text(name: str, value: Any) -> None:
    """Names are text that every ledger can hold, and not empty."""
    assert [name] == wrong(**{name: value})


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"subject": None}, ["subject"]),
        ({"corrects": ""}, ["corrects"]),
        ({"on": "2003-07-01"}, ["on"]),
        ({"recorded_on": datetime(2003, 7, 1)}, ["recorded_on"]),  # noqa: DTZ001
        ({"amount": 12}, ["amount"]),
        ({"amount": Yuan.from_fen(2**63)}, ["amount"]),
        ({"amount": Yuan.from_fen(-(2**63))}, ["amount"]),
        ({"facts": None}, ["facts"]),
        ({"facts": {"rate": 0.5}}, ["facts"]),
        ({"facts": {"rate": float("nan")}}, ["facts"]),
        ({"facts": {"on": DAY}}, ["facts"]),
        ({"facts": {"name": "\ud800"}}, ["facts"]),
        ({"facts": {1: 1, "a": 1}}, ["facts"]),
        ({"outcome": {}}, ["outcome.status"]),
        ({"outcome": {"status": "DECIDED"}}, ["outcome.status"]),
        ({"outcome": {"status": "refused", "refusals": "x"}}, ["outcome.refusals"]),
        ({"outcome": {"status": "refused", "refusals": [{}]}}, ["outcome.refusals"]),
        ({"outcome": {"status": "refused", "refusals": [1]}}, ["outcome.refusals"]),
        ({"outcome": {"status": "refused", "refusals": [{"code": "a\0b"}]}}, ["outcome.refusals"]),
        (
            {"measure": "", "on": None, "amount": 1, "facts": []},
            ["measure", "on", "amount", "facts"],
        ),
    ],
)
def test_wrong_values(changes: dict[str, Any], paths: list[str]) -> None:
    """Every fault is told at once, with its path."""
    assert paths == wrong(**changes)


def test_facts_that_hold_themselves() -> None:
    """Facts without an end are refused."""
    facts: dict[str, Any] = {}
    facts["self"] = facts

    assert ["facts"] == wrong(facts=facts)


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        (IDENTITY, "'1101************2X'"),
        ("620502630701123", "'6205*********23'"),
        ("TS-2003-00017", "'***********17'"),
        ("王小明", "'***'"),
        ("", "''"),
    ],
)
def test_repr(subject: str, shown: str) -> None:
    """The repr shows what a log may, and the subject never whole."""
    case = make_case("a", subject=subject, facts={"identity": IDENTITY})

    assert (
        "Case(key='a', measure='hardship', region='620500', on=2003-07-01, "
        f"recorded_on=2003-07-02, subject={shown}, status='decided')"
    ) == repr(case)
    assert repr(case) == str(case)


def test_repr_of_keys() -> None:
    """A key that is a hash is shown whole, an identity number in one is not."""
    digits = "1" * 63 + "f"

    assert digits in repr(make_case(digits))
    assert IDENTITY[6:14] not in repr(make_case(f"loan-{IDENTITY}", region=IDENTITY))


def test_outcome_is_json() -> None:
    """What a case holds can be written as JSON and read back."""
    case = Case.of(work(WORKER), WORKER, recorded_on=DAY)

    assert case.outcome == json.loads(json.dumps(case.outcome))


@pytest.mark.parametrize("vector", [*read_files(own_files())], ids=lambda vector: vector.name)
def test_canonical_form(vector: Vector) -> None:
    """The text of an outcome is the canonical text of its JSON form without the facts."""
    outcome = vector.run().outcome
    form, text = canonical_form(outcome)
    wanted = {name: part for name, part in outcome.as_json().items() if name != "facts"}

    assert json.dumps(wanted, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text
    assert wanted == form == json.loads(text)


def test_text_of_an_outcome() -> None:
    """A case has the same texts however it is built."""
    case = Case.of(work(WORKER), WORKER, recorded_on=DAY)
    again = evolve(case, outcome=json.loads(case.outcome_text))

    assert case == again
    assert (case.facts_text, case.outcome_text) == (again.facts_text, again.outcome_text)
    assert dict is type(case.outcome)


def test_facts_of_another_kind_are_refused() -> None:
    """The facts must be of the class that the measure reads."""
    with pytest.raises(InvalidFactsError, match="facts of the class Worker"):
        Case.of(work(WORKER), Person(), recorded_on=DAY)


def test_facts_that_the_outcome_missed_are_refused() -> None:
    """An outcome that misses a fact was not worked from facts that have it."""
    outcome = work(evolve(WORKER, willing=None))
    with pytest.raises(InvalidFactsError, match=r"facts\.willing: is known here"):
        Case.of(outcome, WORKER, recorded_on=DAY)
