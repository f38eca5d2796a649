"""The monthly notice tells a department what has changed since the last one."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment.ledger import Case
from gansu_reemployment.ledger.sheets import Change, Department, monthly_notice
from gansu_reemployment.sheets import as_markdown
from gansu_reemployment.testing import IDENTITY, make_case

GENERAL = {"status": "decided", "value": "general"}
MAY, JUNE, JULY = date(2003, 5, 31), date(2003, 6, 30), date(2003, 7, 31)


def changes(*cases: Case, since: date = MAY, until: date = JUNE, **how: Any) -> list[Any]:
    """Give the changes of a notice, each with the number of the person's line."""
    sheet = monthly_notice(cases, {}, Department.TAX, since=since, until=until, **how)
    return [row[5] for row in sheet.rows]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2003, 5, 31), []),
        (date(2003, 6, 1), [Change.ADDED]),
        (date(2003, 6, 30), [Change.ADDED]),
        (date(2003, 7, 1), []),
    ],
)
def test_period(day: date, told: list[Change]) -> None:
    """What was entered after the last notice and up to this one is told."""
    assert told == changes(make_case("a", recorded_on=day))


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (make_case("b", recorded_on=JUNE, subject="1"), []),
        (make_case("b", recorded_on=JUNE, subject="1", corrects="a"), []),
        (make_case("b", recorded_on=JUNE, subject="1", outcome=GENERAL), [Change.CHANGED]),
        (make_case("b", "employed", recorded_on=JUNE, subject="1"), [Change.CANCELLED]),
        (make_case("b", recorded_on=JUNE, subject="1", status="undecided"), [Change.CANCELLED]),
        (make_case("b", recorded_on=JUNE, subject="1", measure="loan_terms"), [Change.ADDED]),
        (make_case("b", recorded_on=JUNE, subject="2"), [Change.ADDED]),
        (make_case("b", "employed", recorded_on=JUNE, subject="2"), []),
    ],
)
def test_change(later: Case, told: list[Change]) -> None:
    """An approval that changes or ends is told, and one that stays as it was is not."""
    assert told == changes(make_case("a", recorded_on=MAY, subject="1"), later)


def test_there_and_back() -> None:
    """What was cancelled and granted again within the month has not changed."""
    cases = [
        make_case("a", recorded_on=MAY),
        make_case("b", "employed", recorded_on=date(2003, 6, 2), corrects="a"),
        make_case("c", recorded_on=date(2003, 6, 9), corrects="b"),
    ]

    assert [] == changes(*cases)
    assert [Change.CANCELLED] == changes(*cases[:2])


def test_notices_follow_each_other() -> None:
    """Every change is told in one notice, and in one only."""
    cases = [
        make_case(f"{n}", subject=f"{n}", recorded_on=date(2003, 5 + n % 3, 9)) for n in range(9)
    ]

    assert [3, 3] == [len(changes(*cases)), len(changes(*cases, since=JUNE, until=JULY))]


def test_measures() -> None:
    """A department is told of the measures that concern it."""
    cases = [
        make_case("a", recorded_on=JUNE),
        make_case("b", recorded_on=JUNE, measure="loan_terms"),
    ]

    assert 2 == len(changes(*cases))
    assert 1 == len(changes(*cases, measures=["loan_terms"]))


def test_sheet() -> None:
    """The notice names the department and the days, and masks whom it is about."""
    sheet = monthly_notice(
        [make_case("a", recorded_on=JUNE, subject=IDENTITY)],
        {IDENTITY: "王小明"},
        Department.CIVIL_AFFAIRS,
        since=MAY,
        until=JUNE,
    )
    text = as_markdown(sheet, "zh_CN")

    assert "送民政部门" in text
    assert "2003年5月31日以后至2003年6月30日的变动" in text
    assert "新增" in text
    assert IDENTITY not in text
    assert "王小明" not in text
