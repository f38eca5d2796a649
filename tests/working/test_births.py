"""Days of birth against the day of the decision: a case refuses, a row is undecided."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import birth_problem
from gansu_reemployment.measures.persons.candidates import Candidate, Pool
from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker

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
    return Worker(
        sex=Sex.FEMALE,
        born_on=born_on,
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
    )


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
