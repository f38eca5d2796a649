"""The synthetic register of the examples: made again byte for byte, and exactly 40 rows bad."""

import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gansu_reemployment.dates import full_years
from gansu_reemployment.measures.persons.facts import EntitledGroup, Worker
from gansu_reemployment.registers import Entry, Reject, read_register

EXAMPLES = Path(__file__).parents[2] / "examples"
REGISTER = EXAMPLES / "data" / "register_2003.csv"
DAY = date(2003, 7, 1)

#: What the faults of the ten ways of spoiling a row say.
FAULTS = [
    "the check character does not match",
    "The calendar has no day",
    "has a two-digit year",
    "lost its last digits",
    "性别: ",
    "-01-15 contradicts",
    "is none of",
    "有劳动能力: 基本有 is not yes or no",
    "在业: 待业 is not yes or no; 距退休年数: must not be negative",
    "18 cells for 17 headings",
]


@pytest.fixture(name="results", scope="module")
def _results() -> list[Entry[Worker] | Reject]:
    return list(read_register(REGISTER, Worker).results())


def test_the_script_makes_the_file(tmp_path: Path) -> None:
    """Running the script gives the file in the repository byte for byte."""
    runpy.run_path(str(EXAMPLES / "make_register.py"))["main"](tmp_path / "made.csv")

    assert REGISTER.read_bytes() == (tmp_path / "made.csv").read_bytes()


def test_forty_rows_are_rejected(results: list[Entry[Worker] | Reject]) -> None:
    """Of 2,000 rows 40 are rejected, four for each way of spoiling one."""
    said = [result.say() for result in results if isinstance(result, Reject)]

    assert (2_000, 40) == (len(results), len(said))
    assert dict.fromkeys(FAULTS, 4) == {text: sum(text in each for each in said) for text in FAULTS}


def test_the_file_needs_gb18030() -> None:
    """The file has a character that gbk lacks, and is not UTF-8."""
    data = REGISTER.read_bytes()

    assert "㛃" in data.decode("gb18030")
    for encoding in ("gbk", "utf-8"):
        with pytest.raises(UnicodeDecodeError):
            data.decode(encoding)


def test_nobody_is_meant(results: list[Entry[Worker] | Reject]) -> None:
    """Every number has a sequence code of 990 to 995, and none stands twice."""
    numbers = [
        result.person.identity.upgraded().whole
        for result in results
        if isinstance(result, Entry) and result.person.identity
    ]

    assert {"990", "991", "992", "993", "994", "995"} == {number[14:17] for number in numbers}
    assert len(numbers) == len(set(numbers))


def test_the_register_is_varied(results: list[Entry[Worker] | Reject]) -> None:
    """Every group occurs, facts are unknown here and there, and ages lie around 40 and 50."""
    facts = [result.facts for result in results if isinstance(result, Entry)]
    ages = Counter(full_years(each.born_on, on=DAY) for each in facts if each.born_on)

    groups = {group for group in EntitledGroup if not group.is_local}
    assert groups <= {each.group for each in facts}
    assert all(ages[age] > 20 for age in (38, 39, 40, 41, 48, 49, 50, 51))
    assert {True, False, None} == {each.able for each in facts}
    assert any(each.born_on is None for each in facts)
