"""What counts as a new enterprise."""

from datetime import date

import pytest

from gansu_reemployment.measures.taxes.facts import Formation
from gansu_reemployment.measures.taxes.new_enterprise import (
    Founding,
    FoundingRules,
    Newness,
    new_enterprise,
)
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome


def work(facts: Founding, on: date) -> Outcome[Newness]:
    """Evaluate one case."""
    case = CaseWorking(on)
    return new_enterprise(case, case.read(facts), FoundingRules())


@pytest.mark.parametrize(
    ("formed_on", "formation", "on", "expected"),
    [
        (date(2002, 9, 29), Formation.SET_UP, date(2005, 1, 1), (False, False)),
        (date(2002, 10, 1), Formation.SET_UP, date(2005, 1, 1), (True, True)),
        (date(2003, 1, 1), Formation.MERGER, date(2004, 12, 31), (False, False)),
        (date(2003, 1, 1), Formation.CHANGE_OF_HEAD, date(2004, 12, 31), (True, True)),
        (date(2003, 1, 1), Formation.CHANGE_OF_HEAD, date(2005, 1, 1), (False, True)),
    ],
)
def test_new_by_day_and_formation(
    formed_on: date, formation: Formation, on: date, expected: tuple[bool, bool]
) -> None:
    """New is what was set up after 30 September 2002; a new head matters from 2005."""
    value = work(Founding(formed_on=formed_on, formation=formation), on).value
    assert value is not None
    assert expected == (value.for_business_tax, value.in_general)


def test_formation_on_the_very_day_is_not_settled() -> None:
    """No text settles whether 30 September 2002 itself counts, so the rule is needed."""
    facts = Founding(formed_on=date(2002, 9, 30), formation=Formation.SET_UP)
    outcome = work(facts, date(2003, 7, 1))
    assert ("rule-not-known:new_enterprise.on_the_day",) == outcome.missing


def test_day_is_that_of_the_notice_of_2004() -> None:
    """Article 7 has no day; the notice of 2004 names it, for what was new from the beginning."""
    row = FoundingRules().after.on(date(2003, 1, 1))
    assert ("国税发[2004]93号", date(2002, 9, 30)) == (row.cite.instrument.symbol, row.value)


def test_unknown_formation_leaves_it_open() -> None:
    """An old day settles it whatever the formation; a recent one does not."""
    old = work(Founding(formed_on=date(2001, 1, 1)), date(2003, 7, 1))
    recent = work(Founding(formed_on=date(2003, 1, 1)), date(2003, 7, 1))
    assert () == old.missing
    assert ("formation",) == recent.missing


def test_unknown_day_is_the_question() -> None:
    """Where the day is unknown, the rule on 30 September 2002 is not yet needed."""
    outcome = work(Founding(formation=Formation.SET_UP), date(2003, 7, 1))
    assert ("formed_on",) == outcome.missing
