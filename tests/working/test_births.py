"""Days of the past against the day of the decision: a case refuses, a row is undecided."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import birth_problem
from gansu_reemployment.measures.persons.candidates import Candidate, Pool
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.measures.taxes.facts import Formation
from gansu_reemployment.measures.taxes.new_enterprise import Founding

DAY = date(2003, 7, 1)
NO = (
    "able",
    "willing",
    "employed",
    "zero_employment",
    "disabled",
    "landless",
    "living_allowance",
    "helped_before",
    "retired",
    "internally_retired",
)


def worker(born_on: date) -> Worker:
    """Return an entitled woman."""
    return evolve(WORKER, born_on=born_on)


@pytest.mark.parametrize(
    ("born_on", "possible"),
    [
        (date(2003, 7, 1), True),
        (date(2003, 7, 2), False),
        (date(1882, 7, 2), True),
        (date(1882, 7, 1), False),
    ],
)
@pytest.mark.parametrize("on", [DAY, "day"])
def test_born_after_the_day_or_too_long_before(
    born_on: date, on: date | str, *, possible: bool
) -> None:
    """Born on the day, and 120 years old, may be; a day more on either side may not."""
    bureau = Bureau.of("兰州市")
    assert possible == (birth_problem(born_on, DAY) is None)
    if possible:
        assert () == bureau.hardship(worker(born_on), on=DAY).missing
    else:
        with pytest.raises(InvalidFactsError) as caught:
            bureau.hardship(worker(born_on), on=DAY)
        assert ["born_on"] == [fault.path for fault in caught.value.faults]
    frame = pl.DataFrame(
        {
            "sex": ["female", "female"],
            "born_on": [born_on, date(1960, 1, 1)],
            "group": ["laid_off_soe", "laid_off_soe"],
            "day": [DAY, None],
            "months_unemployed": [0, 0],
        }
    ).with_columns(pl.lit(value=False).alias(name) for name in NO)
    for held in (frame, frame.lazy()):
        found: Any = bureau.columns.hardship(held, on=on)
        table = found.lazy().collect()
        assert possible == ("born_on" not in (table["hardship_missing"][0] or ""))
        assert "born_on" not in (table["hardship_missing"][1] or "")


def test_of_persons_within_facts() -> None:
    """The fault names the person's place in the list."""
    people = (Candidate(number="1", born_on=DAY), Candidate(number="2", born_on=date(2004, 1, 1)))
    with pytest.raises(InvalidFactsError) as caught:
        Bureau.of("兰州市").candidates(Pool(people=people), on=DAY)
    assert ["people[1].born_on"] == [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize(("formed_on", "possible"), [(DAY, True), (date(2003, 7, 2), False)])
@pytest.mark.parametrize("on", [DAY, "day"])
def test_formed_after_the_day(formed_on: date, on: date | str, *, possible: bool) -> None:
    """An enterprise is formed by the day of the audit; one of a century ago may be."""
    bureau = Bureau.of("兰州市")
    founding = Founding(formed_on=formed_on, formation=Formation.SET_UP)
    if possible:
        assert "decided" == bureau.new_enterprise(founding, on=DAY).status
    else:
        with pytest.raises(InvalidFactsError, match="2003-07-02 is after 2003-07-01") as caught:
            bureau.new_enterprise(founding, on=DAY)
        assert ["formed_on"] == [fault.path for fault in caught.value.faults]
    frame = pl.DataFrame(
        {
            "formed_on": [formed_on, date(1880, 1, 1)],
            "formation": ["set_up", "set_up"],
            "day": [DAY, DAY],
        }
    )
    for held in (frame, frame.lazy()):
        found: Any = bureau.columns.new_enterprise(held, on=on)
        missing = found.lazy().collect()["new_enterprise_missing"]
        assert [None if possible else "formed_on", None] == missing.to_list()


def test_registered_after_the_day() -> None:
    """Neither does a person wait for a post before the registration."""
    people = (Candidate(number="1", registered_on=date(2003, 7, 2)),)
    with pytest.raises(InvalidFactsError) as caught:
        Bureau.of("兰州市").candidates(Pool(people=people), on=DAY)
    assert ["people[0].registered_on"] == [fault.path for fault in caught.value.faults]
