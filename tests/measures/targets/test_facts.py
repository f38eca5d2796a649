"""Targets and factors: every fault is found when they are written down."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.measures.targets.facts import Factor, Target

EVEN = Factor(weights={"兰州": 2, "天水": 1, "临夏": 1})


def faults(kind: type[Any], **facts: Any) -> dict[str, str]:
    """Return the faults of rejected facts, by path."""
    with pytest.raises(InvalidFactsError) as caught:
        kind(**facts)
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_weights_are_read_exactly() -> None:
    """Whole and decimal numbers become the same fractions; a blank stays a blank."""
    weights: Any = {"a": 2, "b": Decimal("59.27"), "c": Fraction(1, 3), "d": None}
    expected = {"a": Fraction(2), "b": Fraction(5927, 100), "c": Fraction(1, 3), "d": None}
    assert expected == Factor(weights=weights).weights


def test_wrong_weights_are_named() -> None:
    """Every weight that is not an exact number of zero or more is a fault."""
    weights: Any = {"a": 0.5, "b": "1.5", "c": True, "d": Decimal("NaN"), "e": -1, "f": 0}
    wanted = "an exact ratio, written as '58/100' or '0.58'"
    assert {
        "weights.a": f"the float 0.5 is not exact; it must be {wanted}",
        "weights.c": f"'True' is not {wanted}",
        "weights.d": f"'NaN' is not {wanted}",
        "weights.e": "must not be negative",
    } == faults(Factor, weights=weights)


def test_weights_that_are_not_a_table() -> None:
    """A list of weights has no names and is rejected."""
    assert {"weights"} == set(faults(Factor, weights=[1, 2]))


def test_share_of_a_factor_is_above_zero() -> None:
    """A share of zero is rejected."""
    assert {"share": "must be above zero"} == faults(Factor, weights={"a": 1}, share=Fraction(0))


def test_blank_weight_is_not_zero() -> None:
    """An unknown weight is rejected unless the cell is fixed by hand."""
    factor = Factor(weights={"兰州": 1, "临夏": None})
    expected = {"factors[0].weights.临夏": "a weight is needed; a blank is not zero"}
    assert expected == faults(Target, total=10, factors=(factor,))
    assert ("兰州", "临夏") == Target(total=10, factors=(factor,), fixed={"临夏": 3}).units


@pytest.mark.parametrize(
    ("second", "shown"), [(Fraction(39, 100), "99%"), (Fraction(41, 100), "101%")]
)
def test_shares_add_up_to_one(second: Fraction, shown: str) -> None:
    """The shares add up to exactly 100%."""
    first = Factor(weights=EVEN.weights, share=Fraction(60, 100))
    wrong = (first, Factor(weights=EVEN.weights, share=second))
    expected = {"factors": f"the shares add up to {shown}, not to 100%"}
    assert expected == faults(Target, total=10, factors=wrong)
    right = (first, Factor(weights=EVEN.weights, share=Fraction(40, 100)))
    assert right == Target(total=10, factors=right).factors


def test_factors_list_the_same_units() -> None:
    """The fault names the units that a later factor lacks or adds."""
    other = Factor(weights={"兰州": 1, "天水": 1, "甘南": 1}, share=Fraction(1, 2))
    first = Factor(weights=EVEN.weights, share=Fraction(1, 2))
    expected = {
        "factors[1].weights": "other units than the first factor: lacks 临夏; adds 甘南",
    }
    assert expected == faults(Target, total=10, factors=(first, other))


@pytest.mark.parametrize("factors", [(), (Factor(weights={}),)])
def test_factors_without_units(factors: tuple[Factor, ...]) -> None:
    """At least one factor with at least one unit is needed."""
    expected = {"factors": "at least one factor with its units is needed"}
    assert expected == faults(Target, total=10, factors=factors)


@pytest.mark.parametrize(("total", "over", "under"), [(999, 99, 1), (1001, 1, 99)])
def test_total_is_a_multiple_of_the_lot(total: int, over: int, under: int) -> None:
    """A total that is not a multiple is rejected, and the fault names the gap."""
    expected = {"total": f"{total} is not a multiple of 100: {over} too many or {under} too few"}
    assert expected == faults(Target, total=total, factors=(EVEN,), lot=100)
    assert 1000 == Target(total=1000, factors=(EVEN,), lot=100).total


def test_bounds_are_whole_numbers_of_known_units() -> None:
    """A misspelt unit is named with the nearest one, a wrong number with its fault."""
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
        "caps.天水": "'1/2' is not a whole number",
        "fixed.临夏": "'True' is not a whole number",
    } == found


def test_unit_like_no_other() -> None:
    """Without a near name none is suggested."""
    expected = {"caps": "there is no unit 西安"}
    assert expected == faults(Target, total=10, factors=(EVEN,), caps={"西安": 1})


@pytest.mark.parametrize("cell", [2, 5])
def test_fixed_cell_keeps_its_own_bounds(cell: int) -> None:
    """A fixed cell is within its floor and cap, both included."""
    bounds: Any = {"floors": {"天水": 3}, "caps": {"天水": 4}}
    expected = {"fixed.天水": f"{cell} is outside its floor and cap"}
    assert expected == faults(Target, total=10, factors=(EVEN,), fixed={"天水": cell}, **bounds)
    for right in (3, 4):
        assert Target(total=10, factors=(EVEN,), fixed={"天水": right}, **bounds).fixed


def test_levels_come_from_the_units_above() -> None:
    """Units are listed below their parent, in the order of the first factor."""
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
    """An unknown parent and a unit above itself are faults."""
    found = faults(
        Target,
        total=10,
        factors=(EVEN,),
        parents={"兰州": "天水", "天水": "兰州", "临夏": "甘南"},
    )
    assert {
        "parents.兰州": "is above itself",
        "parents.天水": "is above itself",
        "parents.临夏": "there is no unit 甘南",
    } == found


def test_faults_of_type_come_first() -> None:
    """With values of the wrong type, contradictions are not checked."""
    found = faults(Target, total="10", factors=EVEN, lot=0, floors=[])
    assert {"total", "factors", "lot", "floors"} == set(found)


def test_total_and_factors_may_be_unknown() -> None:
    """A target without a total or factors is accepted."""
    assert {"total", "factors"} == set(Target().unknown)


def test_target_is_written_and_read_back() -> None:
    """A target is equal after writing and reading."""
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
