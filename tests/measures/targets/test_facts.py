"""Targets and factors: what is refused when they are written down, all of it at once."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.ledger.converter import read_facts, write_facts
from gansu_reemployment.measures.targets.facts import Factor, Target

EVEN = Factor(weights={"兰州": 2, "天水": 1, "临夏": 1})


def faults(kind: type[Any], **facts: Any) -> dict[str, str]:
    """Give the faults of facts that are refused, by path."""
    with pytest.raises(InvalidFactsError) as caught:
        kind(**facts)
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_weights_are_read_exactly() -> None:
    """Whole and decimal numbers become the same fractions; a blank stays a blank."""
    weights: Any = {"a": 2, "b": Decimal("59.27"), "c": Fraction(1, 3), "d": None}
    expected = {"a": Fraction(2), "b": Fraction(5927, 100), "c": Fraction(1, 3), "d": None}
    assert expected == Factor(weights=weights).weights


def test_wrong_weights_are_named() -> None:
    """A float, a text, a truth value, no number and a negative one are refused together."""
    weights: Any = {"a": 0.5, "b": "1", "c": True, "d": Decimal("NaN"), "e": -1, "f": 0}
    assert {
        "weights.a": "'0.5' is no exact number",
        "weights.b": "'1' is no exact number",
        "weights.c": "'yes' is no exact number",
        "weights.d": "'NaN' is no exact number",
        "weights.e": "must not be negative",
    } == faults(Factor, weights=weights)


def test_weights_that_are_no_table() -> None:
    """A list of weights has no names and is refused."""
    assert {"weights"} == set(faults(Factor, weights=[1, 2]))


def test_share_of_a_factor_is_above_zero() -> None:
    """A factor that counts for nothing is refused."""
    assert {"share": "must be above zero"} == faults(Factor, weights={"a": 1}, share=Fraction(0))


def test_blank_weight_is_not_zero() -> None:
    """A unit without a known weight is refused, unless its cell is fixed by hand."""
    factor = Factor(weights={"兰州": 1, "临夏": None})
    expected = {"factors[0].weights.临夏": "a weight is needed; a blank is not zero"}
    assert expected == faults(Target, total=10, factors=(factor,))
    assert ("兰州", "临夏") == Target(total=10, factors=(factor,), fixed={"临夏": 3}).units


@pytest.mark.parametrize(
    ("second", "shown"), [(Fraction(39, 100), "99%"), (Fraction(41, 100), "101%")]
)
def test_shares_add_up_to_one(second: Fraction, shown: str) -> None:
    """One per cent too little and one too much are refused; sixty and forty are right."""
    first = Factor(weights=EVEN.weights, share=Fraction(60, 100))
    wrong = (first, Factor(weights=EVEN.weights, share=second))
    expected = {"factors": f"the shares add up to {shown}, not to 100%"}
    assert expected == faults(Target, total=10, factors=wrong)
    right = (first, Factor(weights=EVEN.weights, share=Fraction(40, 100)))
    assert right == Target(total=10, factors=right).factors


def test_factors_list_the_same_units() -> None:
    """What a later factor lacks and adds is named."""
    other = Factor(weights={"兰州": 1, "天水": 1, "甘南": 1}, share=Fraction(1, 2))
    first = Factor(weights=EVEN.weights, share=Fraction(1, 2))
    expected = {
        "factors[1].weights": "other units than the first factor: lacks 临夏; adds 甘南",
    }
    assert expected == faults(Target, total=10, factors=(first, other))


@pytest.mark.parametrize("factors", [(), (Factor(weights={}),)])
def test_factors_without_units(factors: tuple[Factor, ...]) -> None:
    """No factor, or one of no unit, is refused."""
    expected = {"factors": "at least one factor with its units is needed"}
    assert expected == faults(Target, total=10, factors=factors)


@pytest.mark.parametrize(("total", "over", "under"), [(999, 99, 1), (1001, 1, 99)])
def test_total_is_a_multiple_of_the_lot(total: int, over: int, under: int) -> None:
    """One below and one above a multiple are refused with the gap; the multiple is not."""
    expected = {"total": f"{total} is no multiple of 100: {over} too many or {under} too few"}
    assert expected == faults(Target, total=total, factors=(EVEN,), lot=100)
    assert 1000 == Target(total=1000, factors=(EVEN,), lot=100).total


def test_bounds_are_whole_numbers_of_known_units() -> None:
    """A misspelt unit is answered with the nearest right one, a wrong number with its kind."""
    found = faults(
        Target,
        total=10,
        factors=(EVEN,),
        floors={"兰洲": 1, "天水": -1},
        caps={"天水": Fraction(1, 2)},
        fixed={"临夏": True},
    )
    assert {
        "floors": "there is no unit 兰洲; did you mean 兰州?",
        "floors.天水": "must not be negative",
        "caps.天水": "'50%' is not a whole number",
        "fixed.临夏": "'yes' is not a whole number",
    } == found


def test_unit_like_no_other() -> None:
    """Where no name is near, none is offered."""
    expected = {"caps": "there is no unit 西安"}
    assert expected == faults(Target, total=10, factors=(EVEN,), caps={"西安": 1})


@pytest.mark.parametrize("cell", [2, 5])
def test_fixed_cell_keeps_its_own_bounds(cell: int) -> None:
    """A cell fixed below its floor or above its cap contradicts itself; at them it does not."""
    bounds: Any = {"floors": {"天水": 3}, "caps": {"天水": 4}}
    expected = {"fixed.天水": f"{cell} lies outside its floor and cap"}
    assert expected == faults(Target, total=10, factors=(EVEN,), fixed={"天水": cell}, **bounds)
    for right in (3, 4):
        assert Target(total=10, factors=(EVEN,), fixed={"天水": right}, **bounds).fixed


def test_levels_come_from_the_units_above() -> None:
    """Units stand below their parent, in the order of the first factor."""
    factor = Factor(weights={"兰州": 1, "城关": 1, "天水": 1, "红古": 1, "麦积": 1})
    target = Target(
        total=10, factors=(factor,), parents={"城关": "兰州", "红古": "兰州", "麦积": "天水"}
    )
    assert {
        None: ("兰州", "天水"),
        "兰州": ("城关", "红古"),
        "天水": ("麦积",),
    } == target.levels()


def test_parents_are_units_and_form_no_circle() -> None:
    """An unknown parent is named, and units that stand above themselves are found."""
    found = faults(
        Target,
        total=10,
        factors=(EVEN,),
        parents={"兰州": "天水", "天水": "兰州", "临夏": "甘南"},
    )
    assert {
        "parents.兰州": "stands above itself",
        "parents.天水": "stands above itself",
        "parents.临夏": "there is no unit 甘南",
    } == found


def test_faults_of_type_come_first() -> None:
    """Values of the wrong type are told without a search for further contradictions."""
    found = faults(Target, total="10", factors=[EVEN], lot=0, floors=[])
    assert {"total", "factors", "lot", "floors"} == set(found)


def test_what_nobody_knows_is_unknown() -> None:
    """A target without a total or factors is no error."""
    assert {"total", "factors"} == set(Target().unknown)


def test_target_is_written_and_read_back() -> None:
    """The plain form of a target gives the same target."""
    target = Target(
        total=1000,
        factors=(
            Factor(weights={"a": Decimal("1.5"), "b": None}, share=Fraction(1, 3), name="人口"),
            Factor(weights={"a": 1, "b": 2}, share=Fraction(2, 3)),
        ),
        lot=50,
        caps={"a": 700},
        fixed={"b": 300},
    )
    assert target == read_facts(Target, write_facts(target))
