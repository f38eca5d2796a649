"""The three security lines: which one, until when, what follows, and the levels' order."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.measures.persons.security.facts import Levels, Secured
from gansu_reemployment.measures.persons.security.levels import security_levels
from gansu_reemployment.measures.persons.security.line import Line, SecurityLine, security_line
from gansu_reemployment.measures.persons.security.rules import Duty, SecurityRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
PERSON = Secured(
    in_centre=True,
    agreement_ends=date(2003, 6, 30),
    labour_relation_ended=True,
    years_paid=7,
    benefit_from=DAY,
    qualifies=True,
    able=True,
    willing=True,
    employed=False,
)


def work(person: Secured, on: date = DAY) -> Outcome[SecurityLine]:
    """Evaluate one person under the national rules."""
    outcome: Outcome[SecurityLine] = security_line(CaseWorking(on), person, SecurityRules())
    return outcome


def line(person: Secured, on: date = DAY) -> tuple[Line, date | None, Line]:
    """Return line, last day and next line."""
    value = work(person, on).value
    assert value is not None
    return value.line, value.ends_on, value.follows


def test_centre_to_the_end_of_the_agreement() -> None:
    """The basic living allowance runs to the agreement's last day, then comes the benefit."""
    expected = Line.BASIC, date(2003, 6, 30), Line.INSURANCE
    assert expected == line(PERSON, date(2003, 6, 30))
    assert Line.INSURANCE is line(PERSON, DAY)[0]


def test_centre_without_insurance_years() -> None:
    """A person who paid for less than a year goes on to the living allowance, or to no line."""
    person = evolve(PERSON, years_paid=0)
    assert Line.ALLOWANCE is line(person, date(2003, 6, 30))[2]
    assert Line.NONE is line(evolve(person, qualifies=False), date(2003, 6, 30))[2]


@pytest.mark.parametrize(
    ("years", "months"),
    [(1, 12), (4, 12), (5, 18), (9, 18), (10, 24), (30, 24)],
)
def test_length_of_the_benefit(years: int, months: int) -> None:
    """The benefit lasts 12, 18 or 24 months by the years paid, to the day before."""
    person = evolve(PERSON, years_paid=years)
    after = add_months(DAY, months)
    expected = Line.INSURANCE, date.fromordinal(after.toordinal() - 1), Line.ALLOWANCE
    assert expected == line(person)
    assert expected == line(person, date.fromordinal(after.toordinal() - 1))
    assert (Line.ALLOWANCE, None, Line.NONE) == line(person, after)


def test_nothing_after_the_benefit() -> None:
    """A person who does not qualify for the living allowance is on no line afterwards."""
    person = evolve(PERSON, qualifies=False)
    assert (Line.NONE, None, Line.NONE) == line(person, date(2005, 1, 1))


def test_waiting_for_the_benefit() -> None:
    """The living allowance runs to the day before the benefit."""
    person = evolve(PERSON, benefit_from=date(2003, 8, 1))
    assert (Line.ALLOWANCE, date(2003, 7, 31), Line.INSURANCE) == line(person)


def test_never_in_a_centre() -> None:
    """A person who was never in a centre needs no agreement."""
    person = evolve(PERSON, in_centre=False, agreement_ends=None, labour_relation_ended=None)
    assert Line.INSURANCE is line(person)[0]


def test_in_work() -> None:
    """A person in work is on no line, even if all but the household is unknown."""
    assert (Line.NONE, None, Line.NONE) == line(Secured(employed=True, qualifies=False))
    assert ("qualifies",) == work(Secured(employed=True)).missing


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2003, 6, 9), Line.INSURANCE), (date(2003, 6, 10), Line.BASIC)]
)
def test_gansu_secures_on(on: date, expected: Line) -> None:
    """From 2003-06-10 Gansu still secures a person whose labour relation cannot be ended yet."""
    person = evolve(
        PERSON,
        agreement_ends=date(2003, 5, 31),
        labour_relation_ended=False,
        benefit_from=date(2003, 6, 1),
    )
    value = Bureau.of("天水市").security_line(person, on=on).value
    assert value is not None
    assert expected is value.line
    assert expected is Line.INSURANCE or value.ends_on is None


@pytest.mark.parametrize(
    "facts", [{"labour_relation_ended": True}, {"in_centre": False, "labour_relation_ended": False}]
)
def test_gansu_secures_no_others_on(facts: dict[str, Any]) -> None:
    """A person whose labour relation has ended, or who is in no centre, has the benefit."""
    value = Bureau.of("天水市").security_line(evolve(PERSON, **facts), on=DAY).value
    assert value is not None
    assert Line.INSURANCE is value.line


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2003, 6, 9), Duty.WORK), (date(2003, 6, 10), Duty.WORK_AND_TRAINING)],
)
def test_duty(on: date, expected: Duty) -> None:
    """An able recipient works for the community; in Gansu a willing one is trained as well."""
    person = evolve(PERSON, in_centre=False, years_paid=0)
    bureau = Bureau.of("天水市")
    value = bureau.security_line(person, on=on).value
    assert value is not None
    assert expected is value.duty
    unable = bureau.security_line(evolve(person, able=False), on=on).value
    unwilling = bureau.security_line(evolve(person, willing=False), on=on).value
    assert unable is not None
    assert unwilling is not None
    assert Duty.NONE is unable.duty
    # 国务院令第271号第十条 does not ask for the wish to work; the opinion of Gansu does.
    assert (Duty.WORK if expected is Duty.WORK else Duty.NONE) is unwilling.duty


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2005, 12, 31), Line.BASIC), (date(2006, 1, 1), Line.INSURANCE)]
)
def test_centres_close_with_2005(on: date, expected: Line) -> None:
    """After 2005 no centre secures a person whose labour relation has not ended."""
    person = evolve(
        PERSON,
        agreement_ends=date(2005, 5, 31),
        labour_relation_ended=False,
        benefit_from=date(2005, 6, 1),
    )
    value = Bureau.of("天水市").security_line(person, on=on).value
    assert value is not None
    assert expected is value.line


@pytest.mark.parametrize("qualifies", [True, False])
@pytest.mark.parametrize("on", [date(2003, 6, 30), DAY, date(2005, 7, 1)])
def test_topped_up(on: date, qualifies: bool) -> None:  # noqa: FBT001 - a table of cases
    """A household below the standard is topped up, whatever line carries the person."""
    value = work(evolve(PERSON, qualifies=qualifies), on).value
    assert value is not None
    assert qualifies is value.topped_up
    assert (Duty.WORK if qualifies else Duty.NONE) is value.duty


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"able": None, "willing": False}, "天水市"),
        ({"able": None, "willing": None, "qualifies": False}, "天水市"),
        ({"willing": None}, None),
        ({"labour_relation_ended": None, "agreement_ends": date(2003, 12, 31)}, "天水市"),
        ({"labour_relation_ended": None, "in_centre": False}, "天水市"),
        ({"benefit_from": None, "agreement_ends": DAY}, None),
        ({"benefit_from": None, "years_paid": 0}, None),
    ],
)
def test_needless_questions(facts: dict[str, Any], place: str | None) -> None:
    """What cannot matter is not asked."""
    person = evolve(PERSON, **facts)
    outcome = Bureau.of(place).security_line(person, on=DAY) if place else work(person)
    assert () == outcome.missing


def test_asked_in_one_round() -> None:
    """What may matter is asked at once, with the centre itself."""
    person = Secured(employed=False, qualifies=True, able=True, willing=True, years_paid=7)
    expected = {"in_centre", "agreement_ends", "labour_relation_ended", "benefit_from"}
    assert expected == set(Bureau.of("天水市").security_line(person, on=DAY).missing)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"years_paid": None}, ("years_paid",)),
        ({"in_centre": None, "employed": None}, ("employed", "in_centre", "benefit_from")),
        ({"benefit_from": None}, ("benefit_from",)),
        ({"agreement_ends": None}, ("agreement_ends",)),
        ({"agreement_ends": DAY, "years_paid": None}, ("years_paid",)),
    ],
)
def test_open_questions(facts: dict[str, Any], expected: tuple[str, ...]) -> None:
    """Deciding facts are asked; the first day of the benefit only if it may be drawn."""
    person = evolve(PERSON, **facts)
    if "in_centre" in facts:
        person = evolve(person, benefit_from=None)
    assert set(expected) == set(work(person).missing)


def levels(minimum_wage: int, benefit: int, allowance: int) -> list[str]:
    """Return the refusals of a place's levels."""
    facts = Levels(
        minimum_wage=Yuan(minimum_wage), benefit=Yuan(benefit), allowance=Yuan(allowance)
    )
    case = CaseWorking(DAY)
    outcome: Outcome[bool] = security_levels(case, case.read(facts), SecurityRules())
    return [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("benefit", "expected"),
    [
        (172, ["benefit-not-above-allowance"]),
        (173, []),
        (339, []),
        (340, ["benefit-not-below-minimum-wage"]),
    ],
)
def test_order_of_the_levels(benefit: int, expected: list[str]) -> None:
    """The benefit is above the living allowance and below the minimum wage, both excluded."""
    assert expected == levels(340, benefit, 172)


def test_both_ends_at_once() -> None:
    """Levels wrong at both ends get both reasons."""
    expected = ["benefit-not-below-minimum-wage", "benefit-not-above-allowance"]
    assert expected == levels(300, 300, 300)


SUMS = st.none() | st.integers(1, 4).map(Yuan)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.builds(Levels, minimum_wage=SUMS, benefit=SUMS, allowance=SUMS), min_size=1, max_size=9
    )
)
def test_columns_agree(both: Any, places: list[Levels]) -> None:
    """A table of places has the same result for each as the single case."""
    cases, rows = both(security_levels, places, DAY)
    assert cases == rows


@given(st.dates(date(2003, 1, 1), date(2010, 1, 1)), st.integers(0, 12))
def test_lines_follow_each_other(on: date, years: int) -> None:
    """The line of the day after the last day is the next line."""
    person = evolve(PERSON, years_paid=years)
    now, last, follows = line(person, on)
    if last is None:
        return
    after = line(person, date.fromordinal(last.toordinal() + 1))
    assert now is not after[0]
    assert follows is after[0]
