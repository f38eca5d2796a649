"""The order of candidates: ranks, ties, local orders, unknown facts."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.candidates import (
    Candidate,
    CandidateRules,
    Offer,
    OrderBy,
    Pool,
    candidates,
)
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)


def person(number: str, hardship: Group | None = Group.OLDER, **facts: Any) -> Candidate:
    """Build a person of the ledger."""
    known = {"registered_on": date(2003, 1, 1), **facts}
    return Candidate(number=number, hardship=hardship, **known)


def local(*order: OrderBy) -> CandidateRules:
    """Return the rules with a local order."""
    row = Provision(date(2002, 9, 30), order, LOCAL, region="620100")
    rules = CandidateRules()
    return amended(rules, order=rules.order.amended([row]))


def work(
    *people: Candidate, rules: CandidateRules | None = None, on: date = DAY
) -> Outcome[tuple[Offer, ...]]:
    """Sort a pool."""
    pool = Pool(people=people)
    outcome: Outcome[tuple[Offer, ...]] = candidates(
        CaseWorking(on), pool, rules or CandidateRules()
    )
    return outcome


def numbers(outcome: Outcome[tuple[Offer, ...]]) -> list[str]:
    """Return the numbers in order."""
    assert outcome.value is not None
    return [offer.number for offer in outcome.value]


def test_older_first() -> None:
    """The older come before all others, even if they registered later."""
    late = person("2", registered_on=date(2003, 6, 30))
    outcome = work(person("1", Group.GENERAL), late)
    assert ["2", "1"] == numbers(outcome)
    assert outcome.value is not None
    assert [(1, 1), (2, 2)] == [(offer.place, offer.rank) for offer in outcome.value]


def test_other_kinds_second_from_2006() -> None:
    """From 2006 other hard-to-employ persons come after the older and before the rest."""
    people = person("1", Group.GENERAL), person("2", Group.LONG_ALLOWANCE), person("3")
    assert ["3", "1", "2"] == numbers(work(*people, on=date(2005, 12, 31)))
    assert ["3", "2", "1"] == numbers(work(*people, on=date(2006, 1, 1)))


def test_registration_decides_within_a_rank() -> None:
    """Within a rank the earlier registered comes first."""
    people = (
        person("1", registered_on=date(2003, 2, 2)),
        person("2", registered_on=date(2003, 2, 1)),
    )
    assert ["2", "1"] == numbers(work(*people))


def test_stable() -> None:
    """Persons alike in all that decides keep the order of the ledger."""
    people = [person(str(n)) for n in range(20)]
    assert [str(n) for n in range(20)] == numbers(work(*people))


def test_local_order() -> None:
    """A region may rank living allowance, months without work and age before the day."""
    rules = local(OrderBy.ALLOWANCE, OrderBy.UNEMPLOYED, OrderBy.AGE, OrderBy.REGISTERED)
    facts: dict[str, Any] = {
        "living_allowance": False,
        "months_unemployed": 1,
        "born_on": date(1960, 1, 1),
    }
    people = (
        person("plain", **facts),
        person("old", **{**facts, "born_on": date(1950, 1, 1)}),
        person("long", **{**facts, "months_unemployed": 2}),
        person("poor", **{**facts, "living_allowance": True}),
    )
    assert ["poor", "long", "old", "plain"] == numbers(work(*people, rules=rules))


def test_unknown_facts_are_asked_by_person() -> None:
    """Only deciding facts are asked, each with the person's number."""
    outcome = work(person("1", None), person("2", registered_on=None))
    assert ("1.hardship", "2.registered_on") == outcome.missing
    assert outcome.value is None


def test_numbers_stand_once() -> None:
    """Two persons with one number are a fault."""
    with pytest.raises(InvalidFactsError, match="people: 2 persons have the number 1"):
        Pool(people=(person("1"), person("1")))


def test_gansu_cites_its_opinion() -> None:
    """In Gansu the rank rests on the opinion of 2003-06-10, the day before on the nation's."""
    bureau = Bureau.of("天水市")
    pool = Pool(people=(person("1"),))
    assert ["620000", None] == [
        bureau.candidates(pool, on=on).citations[0].provision.region
        for on in (date(2003, 6, 10), date(2003, 6, 9))
    ]


@given(st.lists(st.sampled_from(list(Group)), max_size=30), st.randoms())
def test_nobody_is_lost(kinds: list[Group], random: Any) -> None:
    """Each person has exactly one place, and ranks are in ascending order."""
    people = [
        person(str(n), kind, registered_on=date(2003, random.randint(1, 12), 1))
        for n, kind in enumerate(kinds)
    ]
    value = work(*people).value
    assert value is not None
    assert sorted(str(n) for n in range(len(kinds))) == sorted(offer.number for offer in value)
    assert [offer.rank for offer in value] == sorted(offer.rank for offer in value)
