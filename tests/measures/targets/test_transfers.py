"""Special transfers: exact to the fen, by stated weights and directions, with effects."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.measures.targets.transfers.allocate import Appropriation, allocate
from gansu_reemployment.measures.targets.transfers.facts import (
    Direction,
    Form,
    FundFactor,
    FundShare,
    Transfer,
)
from gansu_reemployment.measures.targets.transfers.rules import TransferRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 6, 10)
POSTS = FundShare(
    factor=FundFactor.PUBLIC_POSTS,
    weight=Fraction(40, 100),
    direction=Direction.MORE,
    values={"兰州": 300, "天水": 100, "嘉峪关": 0},
)
RATE = FundShare(
    factor=FundFactor.UNEMPLOYMENT_RATE,
    weight=Fraction(60, 100),
    direction=Direction.LESS,
    values={"兰州": Fraction(2, 100), "天水": Fraction(6, 100), "嘉峪关": Fraction(4, 100)},
)
SHARE = Transfer(pot=Yuan("1000.00"), form=Form.SHARE, factors=(POSTS, RATE))
ROLL = Transfer(
    pot=Yuan(330),
    form=Form.ROLL_OVER,
    factors=(
        evolve(POSTS, values={"兰州": Fraction(12, 10), "天水": 1}),
        evolve(RATE, direction=Direction.MORE, values={"兰州": 1, "天水": Fraction(9, 10)}),
    ),
    base={"兰州": Yuan(200), "天水": Yuan(100)},
)


def work(transfer: Transfer, on: date = DAY) -> Outcome[Appropriation]:
    """Evaluate one transfer."""
    outcome: Outcome[Appropriation] = allocate(CaseWorking(on), transfer, TransferRules())
    return outcome


def value(transfer: Transfer) -> Appropriation:
    """Return the value of a decided transfer."""
    found = work(transfer).value
    assert found is not None
    return found


def faults(kind: type[Any], **facts: Any) -> dict[str, str]:
    """Return the faults of rejected facts, by path."""
    with pytest.raises(InvalidFactsError) as caught:
        kind(**facts)
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_share_form() -> None:
    """Each factor divides its part of the pot by the shares of its scores."""
    # Posts: 400 by 3:1:0. Rate, mirrored: 600 by 6:2:4.
    expected = {"兰州": Yuan(600), "天水": Yuan(200), "嘉峪关": Yuan(200)}
    assert expected == value(SHARE).amounts


def test_need_reverses_the_direction() -> None:
    """If a higher rate means more money, the place with the highest rate gains."""
    need = evolve(SHARE, factors=(POSTS, evolve(RATE, direction=Direction.MORE)))
    expected = {"兰州": Yuan(400), "天水": Yuan(400), "嘉峪关": Yuan(200)}
    assert expected == value(need).amounts


def test_roll_over_form() -> None:
    """Last year's amounts times their coefficients are scaled to the pot."""
    # 兰州 200 x (0.4 x 1.2 + 0.6 x 1) = 216, 天水 100 x (0.4 x 1 + 0.6 x 0.9) = 94, of 310.
    amounts = value(ROLL).amounts
    assert {"兰州": Yuan("229.94"), "天水": Yuan("100.06")} == amounts


def test_effect_of_a_factor_on_each_place() -> None:
    """With the mean of public posts each place would get a third of that part."""
    moved = value(SHARE).moved[FundFactor.PUBLIC_POSTS]
    expected = {"兰州": Yuan("166.66"), "天水": Yuan("-33.33"), "嘉峪关": Yuan("-133.33")}
    assert expected == moved


def test_effect_of_a_factor_in_the_roll_over_form() -> None:
    """With the mean of a coefficient the money follows the base and the other factors."""
    moved = value(ROLL).moved[FundFactor.PUBLIC_POSTS]
    # With both at 1.1: 208 and 98 of 306.
    assert Yuan("229.94") - Yuan("224.31") == moved["兰州"]
    assert Yuan(0) == sum(moved.values(), Yuan(0))


@given(
    st.integers(0, 10**9),
    st.lists(st.tuples(*[st.integers(0, 10**6)] * 4), min_size=1, max_size=7),
    st.sampled_from(Form),
)
def test_amounts_add_up_to_the_pot(fen: int, columns: list[tuple[int, ...]], form: Form) -> None:
    """Amounts add up to the pot in both forms, and effects to zero."""
    units = ("兰州", "天水", "白银", "金昌")
    factors = tuple(
        FundShare(
            factor=factor,
            weight=Fraction(1, len(columns)),
            direction=Direction.MORE,
            values=dict(zip(units, (column[0] + 1, *column[1:]), strict=True)),
        )
        for factor, column in zip(FundFactor, columns, strict=False)
    )
    base = {unit: Yuan(100) for unit in units}
    found = value(Transfer(pot=Yuan.from_fen(fen), form=form, factors=factors, base=base))
    assert Yuan.from_fen(fen) == sum(found.amounts.values(), Yuan(0))
    assert all(Yuan(0) == sum(moved.values(), Yuan(0)) for moved in found.moved.values())


@given(st.integers(1, 10**6), st.integers(1, 1000))
def test_more_of_a_rewarded_factor_never_costs_money(posts: int, more: int) -> None:
    """A place that raises a rewarded factor does not get less."""
    before = evolve(SHARE, factors=(evolve(POSTS, values={**POSTS.values, "天水": posts}), RATE))
    values = {**POSTS.values, "天水": posts + more}
    after = evolve(SHARE, factors=(evolve(POSTS, values=values), RATE))
    assert value(before).amounts["天水"] <= value(after).amounts["天水"]


@pytest.mark.parametrize("name", ["weight", "direction", "factor"])
def test_weights_and_directions_are_never_guessed(name: str) -> None:
    """An unknown fact of a factor leaves the division undecided."""
    unstated: Any = {name: None}
    outcome = work(evolve(SHARE, factors=(POSTS, evolve(RATE, **unstated))))
    assert ("undecided", (f"factors[1].{name}",)) == (outcome.status, outcome.missing)


def test_unknown_pot_and_form() -> None:
    """Without pot, form and factors the division is undecided."""
    assert ("pot", "form", "factors") == work(Transfer()).missing


@pytest.mark.parametrize(("weight", "shown"), [(59, "99%"), (61, "101%")])
def test_weights_add_up_to_one(weight: int, shown: str) -> None:
    """The weights add up to exactly 100%."""
    factors = (POSTS, evolve(RATE, weight=Fraction(weight, 100)))
    expected = {"factors": f"the weights add up to {shown}, not to 100%"}
    assert expected == faults(Transfer, factors=factors)


def test_factors_are_checked_together() -> None:
    """The faults of several factors are raised together."""
    twice = evolve(RATE, factor=FundFactor.PUBLIC_POSTS, values={"兰州": 1})
    assert {
        "factors": "public-service posts opened is given 2 times",
        "factors[1].values": "other units than the first factor",
    } == faults(Transfer, factors=(POSTS, twice))
    assert {"factors": "at least one factor with its units is needed"} == faults(
        Transfer, factors=()
    )


def test_blank_value_is_not_zero() -> None:
    """A value that is blank, not exact or below zero is rejected."""
    values: Any = {"兰州": None, "天水": -1, "白银": 0.5}
    assert {
        "values.兰州": "a value is needed; a blank is not zero",
        "values.天水": "must not be negative",
        "values.白银": (
            "the float 0.5 is not exact; it must be an exact ratio, written as '58/100' or '0.58'"
        ),
    } == faults(FundShare, values=values)


def test_values_and_factors_of_another_type() -> None:
    """A list is neither a table of values nor a tuple of factors."""
    assert {"values"} == set(faults(FundShare, values=[1]))
    assert {"factors"} == set(faults(Transfer, factors=[POSTS]))


def test_factors_are_compared_once_every_value_can_be_read() -> None:
    """A pot below zero is the only fault, although no place has an amount of last year."""
    found = faults(Transfer, pot=Yuan(-1), form=Form.ROLL_OVER, factors=ROLL.factors, base={})
    assert {"pot"} == set(found)


def test_roll_over_needs_every_base() -> None:
    """Every place needs an amount of last year, of zero or more."""
    found = faults(Transfer, form=Form.ROLL_OVER, factors=ROLL.factors, base={"天水": Yuan(-1)})
    assert {
        "base": "last year's amounts of 兰州 are needed",
        "base.天水": "'-1.00 yuan' is not an amount of zero yuan or more",
    } == found


def test_number_of_a_person_in_the_base_is_masked() -> None:
    """An identity number where an amount should be is not shown whole."""
    base: dict[str, Any] = {**ROLL.base, "天水": "11010519491231002X"}
    with pytest.raises(InvalidFactsError) as caught:
        evolve(ROLL, base=base)
    assert "'1101************2X' is not an amount of zero yuan or more" in str(caught.value)
    assert "19491231" not in str(caught.value)


def test_factor_of_zeros_cannot_be_used() -> None:
    """The fault names the factor whose scores are all zero."""
    zeros = evolve(POSTS, values=dict.fromkeys(POSTS.values, 0))
    with pytest.raises(InvalidFactsError, match=r"factors\[0\]\.values: all scores are zero"):
        work(evolve(SHARE, factors=(zeros, RATE)))


def test_base_of_zeros_has_no_claim() -> None:
    """The roll-over form needs an amount of last year above zero."""
    with pytest.raises(InvalidFactsError, match="factors: no place has a claim"):
        work(evolve(ROLL, base={"兰州": Yuan(0), "天水": Yuan(0)}))


def test_seven_factors_are_read_and_the_rest_is_convention() -> None:
    """The factors are in the opinion; form and rounding are conventions."""
    standings = {u.rule.path: u.provision.cite.standing for u in work(SHARE).citations}
    assert {
        "transfers.linkage": Standing.READ,
        "transfers.factors": Standing.READ,
        "transfers.share_form": Standing.CONVENTION,
        "transfers.mirrored": Standing.CONVENTION,
        "transfers.rounding": Standing.CONVENTION,
    } == standings
    assert 7 == len(FundFactor)
    assert "transfers.roll_over_form" in {u.rule.path for u in work(ROLL).citations}


@pytest.mark.parametrize("day", [date(2003, 6, 9), date(2004, 1, 1)])
def test_factors_are_those_of_2003(day: date) -> None:
    """The factors are known from the opinion to the end of 2003."""
    assert ("rule-not-known:transfers.factors",) == work(SHARE, day).missing
    assert "decided" == work(SHARE, date(2003, 12, 31)).status


def test_transfer_is_written_and_read_back() -> None:
    """A transfer is equal after writing and reading."""
    assert ROLL == read_facts(Transfer, write_facts(ROLL))


def test_json_form_is_plain() -> None:
    """In JSON, amounts are texts and factors are codes."""
    form = work(SHARE).as_json()["value"]
    assert "600.00" == form["amounts"]["兰州"]
    assert {"public_posts", "unemployment_rate"} == set(form["moved"])


def test_coefficients_are_used_as_they_are() -> None:
    """In the roll-over form no direction is asked, and a coefficient is never mirrored."""
    bare = evolve(ROLL, factors=tuple(evolve(one, direction=None) for one in ROLL.factors or ()))
    assert value(ROLL).amounts == value(bare).amounts
    cited = {used.rule.path for used in work(bare).citations}
    assert "transfers.coefficients" in cited
    assert "transfers.mirrored" not in cited
    share = evolve(SHARE, factors=tuple(evolve(one, direction=None) for one in SHARE.factors or ()))
    assert ("factors[0].direction", "factors[1].direction") == work(share).missing


def test_coefficient_with_less_for_more_is_rejected() -> None:
    """A coefficient says by itself how it adjusts the amount of last year."""
    first, second = ROLL.factors or ()
    less = evolve(first, direction=Direction.LESS)
    with pytest.raises(InvalidFactsError, match="it has no direction"):
        evolve(ROLL, factors=(less, second))


@pytest.mark.parametrize("day", [date(2003, 6, 9), date(2004, 1, 1)])
def test_unknown_fact_does_not_hide_a_day_without_law(day: date) -> None:
    """On a day without the factors nothing is asked."""
    assert ("rule-not-known:transfers.factors",) == work(Transfer(), day).missing
    assert ("pot", "form", "factors") == work(Transfer()).missing


def test_factors_are_linked_by_the_province() -> None:
    """The transfer is the province's own: no prefecture or county links it otherwise."""
    assert Level.PROVINCE is TransferRules().factors.delegated_to
