"""Hires to the next step: the smallest number, what it is worth, and the table."""

from datetime import date
from fractions import Fraction
from typing import Any

import known_facts
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.measures.taxes.facts import (
    TAXES,
    Enterprise,
    EnterpriseKind,
    Trade,
)
from gansu_reemployment.measures.taxes.tax_relief.hires import NeededHires, needed_hires
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 9, 1)
NO_TAX: dict[str, Any] = {tax.code: Yuan(0) for tax in TAXES}
FIRM = evolve(
    known_facts.FIRM,
    hired=25,
    approved_on=DAY,
    **{**NO_TAX, "business_tax": Yuan(50_000), "enterprise_income_tax": Yuan(100_000)},
)


def work(firm: Enterprise, on: date = DAY) -> Outcome[NeededHires]:
    """Evaluate one case."""
    return needed_hires(CaseWorking(on), firm, ReliefRules())


def test_new_hires_add_to_the_staff_as_well() -> None:
    """Five short of 30 in 100 are eight: 33 of 108, while 32 of 107 are not enough."""
    result = work(FIRM).value
    assert result is not None
    assert 8 == result.hires
    assert [Fraction(32, 107), Fraction(33, 108)] == [step.share for step in result.steps[-2:]]


def test_worth_is_the_tax_saved() -> None:
    """The jump at 30 per cent frees the business tax and the rest of the income tax."""
    result = work(FIRM).value
    assert result is not None
    assert Yuan(100_000) == result.worth
    assert [Yuan(100_000), Yuan(0)] == [result.steps[place].payable for place in (0, -1)]


def test_no_step_is_left_at_the_top() -> None:
    """A firm with 30 per cent needs no more hires."""
    result = work(evolve(FIRM, hired=30)).value
    assert result is not None
    assert (0, Yuan(0), 1) == (result.hires, result.worth, len(result.steps))


def test_refusals_and_questions_are_those_of_the_relief() -> None:
    """An excluded trade is refused; unknown staff leaves it open."""
    assert ["excluded-trade"] == [r.code for r in work(evolve(FIRM, trade=Trade.SAUNA)).refusals]
    assert ("staff",) == work(evolve(FIRM, staff=None)).missing


def test_question_that_comes_up_on_the_way_leaves_it_open() -> None:
    """A large stall's contracts matter only where its share is reached."""
    stall = evolve(
        FIRM,
        enterprise=EnterpriseKind.SOLE_TRADER,
        hired=0,
        staff=8,
        employees=8,
        contract_years=None,
    )
    assert ("contract_years",) == work(stall, date(2005, 3, 1)).missing


def test_large_staff_is_computed_at_once() -> None:
    """A staff of a hundred thousand, or of a thousand million, needs a page of rows only."""
    result = work(evolve(FIRM, hired=0, staff=100_000)).value
    assert result is not None
    assert 42_858 == result.hires
    assert len(result.steps) <= 43
    assert [42_857, 42_858] == [step.hires for step in result.steps[-2:]]
    shares = [step.share for step in result.steps[-2:]]
    assert shares[0] < Fraction(3, 10) <= shares[1]
    huge = work(evolve(FIRM, hired=0, staff=10**9)).value
    assert huge is not None
    assert 428_571_429 == huge.hires


def test_large_stall_whose_contracts_are_too_short_has_no_step() -> None:
    """Where the hires would be worth nothing, none are needed."""
    stall = evolve(
        FIRM,
        enterprise=EnterpriseKind.SOLE_TRADER,
        hired=0,
        staff=8,
        employees=8,
        contract_years=0,
    )
    result = work(stall, date(2005, 3, 1)).value
    assert result is not None
    assert (0, 1) == (result.hires, len(result.steps))


def test_surplus_staff_of_a_spun_off_entity_are_counted() -> None:
    """An entity needs more surplus staff, not more hires."""
    entity = evolve(FIRM, enterprise=EnterpriseKind.SPUN_OFF, hired=None, surplus_staff=29)
    result = work(entity).value
    assert result is not None
    assert (2, Yuan(100_000)) == (result.hires, result.worth)


def test_empty_boxes_of_another_kind_do_not_matter() -> None:
    """Of 20 of 110 in an existing enterprise 19 more are 39 of 129, whatever its staff now."""
    existing = evolve(
        FIRM,
        enterprise=EnterpriseKind.EXISTING_RETAIL,
        hired=20,
        staff=0,
        staff_last_year=90,
        all_new_hires=20,
    )
    result = work(existing).value
    assert result is not None
    assert 19 == result.hires
    assert Fraction(39, 129) == result.steps[-1].share


@pytest.mark.parametrize("kind", [EnterpriseKind.NEW_RETAIL, EnterpriseKind.EXISTING_SERVICE])
@given(hired=st.integers(0, 30), others=st.integers(1, 90))
def test_number_is_the_smallest(kind: EnterpriseKind, hired: int, others: int) -> None:
    """With one fewer the threshold is not reached, with the number it is; payable never rises."""
    staff = hired + others
    firm = evolve(
        FIRM,
        enterprise=kind,
        hired=hired,
        staff=staff,
        staff_last_year=others,
        all_new_hires=hired,
    )
    result = work(firm).value
    assert result is not None
    assert Fraction(3, 10) <= Fraction(hired + result.hires, staff + result.hires)
    if result.hires:
        fewer = result.hires - 1
        assert Fraction(hired + fewer, staff + fewer) < Fraction(3, 10)
    payable = [step.payable for step in result.steps]
    assert sorted(payable, reverse=True) == payable
