"""Facts of persons: what is accepted, and what is a fault."""

from datetime import date, datetime

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.measures.persons.facts import (
    GROUPS_2002,
    GROUPS_2006,
    EntitledGroup,
    Sex,
    Worker,
)


def test_nothing_need_be_known() -> None:
    """A person without known facts is not a fault; every fact is unknown."""
    assert {field.name for field in describe(Worker)} == set(Worker().unknown)


def test_every_fault_at_once() -> None:
    """Every fault names its fact."""
    with pytest.raises(InvalidFactsError) as caught:
        Worker(
            sex="妇",  # type: ignore[arg-type]
            born_on=datetime(1963, 3, 1),  # noqa: DTZ001
            able=1,  # type: ignore[arg-type]
            years_to_retirement=-1,
            months_unemployed=True,
        )
    expected = ["sex", "born_on", "able", "years_to_retirement", "months_unemployed"]
    assert expected == [fault.path for fault in caught.value.faults]


def test_known_facts_stand() -> None:
    """Known facts are kept as they are."""
    worker = Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1))
    assert (Sex.FEMALE, date(1963, 3, 1)) == (worker.sex, worker.born_on)


def test_groups_grow() -> None:
    """2006 keeps the four groups of 2002 and adds the collectives run by state enterprises."""
    assert {EntitledGroup.LAID_OFF_COLLECTIVE} == GROUPS_2006 - GROUPS_2002
    assert 4 == len(GROUPS_2002)


def test_every_fact_has_two_names() -> None:
    """Every fact has a Chinese and an English name, and no two share one."""
    fields = describe(Worker)
    assert len(fields) == len({f.zh for f in fields}) == len({f.en for f in fields})
