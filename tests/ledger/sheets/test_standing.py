"""The standing ledger has a line for each person of the “4050” group, with history."""

from datetime import date
from typing import Any

from gansu_reemployment.i18n import show
from gansu_reemployment.ledger import Case
from gansu_reemployment.ledger.sheets import standing_ledger
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.testing import IDENTITY, make_case
from gansu_reemployment.working.outcome import Status

JUNE, JULY = date(2003, 6, 2), date(2003, 7, 2)
GENERAL = {"status": "decided", "value": "general"}


def case(key: str, *codes: str, **changes: Any) -> Case:
    """Make a case entered on 2 June of one person."""
    return make_case(key, *codes, **{"subject": IDENTITY, "recorded_on": JUNE, **changes})


def lines(*cases: Case, on: date = JULY) -> list[tuple[Any, ...]]:
    """Give the lines as they are shown in Chinese, without number, name and place."""
    sheet = standing_ledger(cases, {}, on=on)
    return [tuple(show(cell, "zh_CN") for cell in row[4:]) for row in sheet.rows]


def test_history() -> None:
    """The line shows the first day, the class now and each entry that led there."""
    cases = [
        case("a"),
        case("b", outcome=GENERAL, corrects="a", recorded_on=JULY),
        case("c", measure="loan_terms", recorded_on=JULY, on=JULY),
    ]

    assert [
        (
            "2003年7月1日",
            Group.GENERAL.value,
            f"2003-06-02 {Group.OLDER.value}；2003-07-02 {Group.GENERAL.value}",
            "2003-07-02 小额担保贷款",
        )
    ] == lines(*cases)


def test_day() -> None:
    """What was entered after the day is left aside; on the day it counts."""
    cases = [case("a"), case("b", outcome=GENERAL, corrects="a", recorded_on=JULY)]

    assert Group.OLDER.value == lines(*cases, on=date(2003, 7, 1))[0][1]
    assert Group.GENERAL.value == lines(*cases, on=JULY)[0][1]
    assert [] == lines(*cases, on=date(2003, 6, 1))


def test_who_is_listed() -> None:
    """Who never was of the group is not listed; who is refused by now is."""
    others = [case("a", outcome=GENERAL, subject="1"), case("b", "employed", subject="2")]
    left = [case("c"), case("d", "employed", corrects="c")]
    without = [make_case("e"), make_case("f", "employed", corrects="e")]

    assert [] == lines(*others)
    assert [Status.REFUSED.value] == [line[1] for line in lines(*others, *left)]
    assert 1 == len(lines(*without))


def test_measures_granted() -> None:
    """A grant that a correction takes back is not shown; a later refusal leaves it."""
    granted = [case("a"), case("b", measure="loan_terms")]
    taken_back = case("c", "employed", measure="loan_terms", corrects="b")
    refused = case("c", "employed", measure="loan_terms")

    assert "" == lines(*granted, taken_back)[0][3]
    assert "2003-07-01 小额担保贷款" == lines(*granted, refused)[0][3]


def test_whole() -> None:
    """Within the authority names and numbers are whole; else they are masked."""
    names = {IDENTITY: "王小明"}
    masked = standing_ledger([case("a")], names, on=JULY)
    whole = standing_ledger([case("a")], names, on=JULY, whole=True)

    assert ("王*明", "1101************2X") == masked.rows[0][1:3]
    assert ("王小明", IDENTITY) == whole.rows[0][1:3]
