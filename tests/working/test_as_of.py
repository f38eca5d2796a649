"""The law of another day within one evaluation, in both workings."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, Generic

import pytest
from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

FIRST: Final = date(2003, 1, 1)
SECOND: Final = date(2006, 1, 1)
CITE: Final = Instrument("试字[2003]1号", "", (), FIRST, None).at("第一条")
TOO_FEW: Final = Reason("too-few", "There are too few months.")
TOO_LATE: Final = Reason("too-late", "The use comes too late.")


@frozen(kw_only=True, slots=False)
class Grant(CheckedFacts, Generic[U]):
    """A made-up right that is approved on one day and used on another."""

    approved_on: date | U = fact("批准日期", "approved on")
    months: int | U = fact("月数", "months")


@rule_table("granted", checked=date(2026, 11, 23))
class GrantedRules:
    """A threshold of approval, and one of use."""

    least: Rule[int] = stated(
        "最低月数", "least months", Provision(FIRST, 12, CITE), Provision(SECOND, 36, CITE)
    )
    most: Rule[int] = stated(
        "最高月数", "most months", Provision(FIRST, 60, CITE), Provision(SECOND, 48, CITE)
    )


@measure("试", "test")
def granted(w: Working, grant: Grant[Known], rules: GrantedRules) -> int:
    """Judge the approval by its own day, and the use by the day of use."""
    approve(w.as_of(grant.approved_on), grant, rules)
    w.refuse(rules.most, grant.months > w.use(rules.most), TOO_LATE)
    return w.as_of(grant.approved_on).use(rules.least)


@formula
def approve(w: Working, grant: Grant[Known], rules: GrantedRules) -> None:
    """Check the months by the law of the working's day."""
    w.require(rules.least, grant.months >= w.use(rules.least), TOO_FEW)


DAYS: Final = [date(2002, 12, 31), FIRST, date(2005, 12, 31), SECOND, date(2006, 1, 2), None]


@pytest.mark.parametrize("on", [date(2005, 12, 31), SECOND, None])
def test_both_workings_read_the_law_of_the_approval(
    agree: Callable[..., None], on: date | None
) -> None:
    """Each condition is judged by its own day: before, on and after the change, and unknown."""
    rows = [
        {"day": SECOND, "approved_on": day, "months": months}
        for day in DAYS
        for months in (11, 12, 35, 36, 48, 49, 60, 61, None)
    ]
    agree(granted, rows, on=on)


def test_what_was_approved_stays_approved() -> None:
    """A right of 2005 is not judged again by the stricter law of 2006."""
    from gansu_reemployment.working.case import CaseWorking

    def codes(approved_on: date) -> list[str]:
        case = CaseWorking(SECOND)
        facts = Grant(approved_on=approved_on, months=12)
        outcome: Any = granted(case, case.read(facts), GrantedRules())
        return [refusal.code for refusal in outcome.refusals]

    assert [] == codes(date(2005, 12, 31))
    assert ["too-few"] == codes(SECOND)


def test_age_is_that_of_the_day() -> None:
    """Under the law of another day ages are those of that day, unless a third day is given."""
    born_on, day, later = date(1963, 7, 2), date(2003, 7, 1), date(2003, 7, 2)
    approval = CaseWorking(SECOND).as_of(day)
    assert day == approval.day()
    assert (39, 40) == (approval.full_years(born_on), approval.full_years(born_on, later))
    assert [False, True] == [approval.reached(born_on, 40, by) for by in (None, later)]
