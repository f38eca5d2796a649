"""Targets divided level by level, and the derivation of each cell."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import Known
from gansu_reemployment.measures.targets.breakdown.apportion import (
    RoundingMethod,
    Split,
    by_remainder,
)
from gansu_reemployment.measures.targets.breakdown.cells import Cell, CellBasis, divide
from gansu_reemployment.measures.targets.facts import Factor, Target

PARENTS = {"城关": "兰州", "红古": "兰州", "麦积": "天水", "秦城": "天水", "北道": "天水"}
COUNTIES = Factor(
    weights={"兰州": 5, "城关": 3, "红古": 2, "天水": 4, "麦积": 1, "秦城": 1, "北道": 1}
)


def cells(
    target: Target[Known], method: RoundingMethod = RoundingMethod.REMAINDER
) -> dict[str, int]:
    """Divide a target and return the number of each unit."""
    return {cell.unit: cell.allocated for cell in divide(target, method)}


def faults(**facts: Any) -> dict[str, str]:
    """Return the faults of a target that cannot be divided, by path."""
    target: Target[Known] = Target(**facts)
    with pytest.raises(InvalidFactsError) as caught:
        divide(target)
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_several_factors_count_by_their_share() -> None:
    """Each factor divides its share of the total by its own weights."""
    jobs = Factor(weights={"a": 3, "b": 1}, share=Fraction(60, 100))
    people = Factor(weights={"a": 1000, "b": 3000}, share=Fraction(40, 100))
    assert {"a": 55, "b": 45} == cells(Target(total=100, factors=(jobs, people)))


def test_units_of_weights_do_not_matter() -> None:
    """Weights in persons or in ten thousands have the same cells."""
    one = Factor(weights={"a": 3, "b": 4, "c": 4}, share=Fraction(1, 2))
    two = Factor(weights={"a": 7, "b": 1, "c": 2}, share=Fraction(1, 2))
    larger = Factor(weights={"a": 30_000, "b": 40_000, "c": 40_000}, share=Fraction(1, 2))
    first = cells(Target(total=1001, factors=(one, two)))
    assert first == cells(Target(total=1001, factors=(larger, two)))


def test_fixed_cell_is_taken_out_first() -> None:
    """The other units share the rest as if a fixed cell did not exist."""
    factor = Factor(weights={"a": 1, "b": 2, "c": None})
    assert {"a": 30, "b": 60, "c": 10} == cells(
        Target(total=100, factors=(factor,), fixed={"c": 10})
    )


def test_weight_of_a_fixed_unit_does_not_count_in_any_factor() -> None:
    """Each factor is shared among the units that are not fixed."""
    one = Factor(weights={"a": 1, "b": 1, "c": 98}, share=Fraction(1, 2))
    two = Factor(weights={"a": 1, "b": 3, "c": 0}, share=Fraction(1, 2))
    assert {"a": 30, "b": 50, "c": 20} == cells(
        Target(total=100, factors=(one, two), fixed={"c": 20})
    )


def test_all_cells_fixed() -> None:
    """Cells that are all fixed only have to add up."""
    factor = Factor(weights={"a": 1, "b": 1})
    assert {"a": 4, "b": 6} == cells(Target(total=10, factors=(factor,), fixed={"a": 4, "b": 6}))


@pytest.mark.parametrize(
    ("total", "text"),
    [
        (9, "the fixed cells add up to 10, 1 above the 9 to divide"),
        (11, "the fixed cells add up to 10, 1 short of the 11 to divide"),
    ],
)
def test_fixed_cells_that_do_not_fit(total: int, text: str) -> None:
    """Fixed cells above or below the total are a fault that names the gap."""
    factor = Factor(weights={"a": 1, "b": 1})
    assert {"fixed": text} == faults(total=total, factors=(factor,), fixed={"a": 4, "b": 6})


def test_factor_of_zeros_cannot_be_used() -> None:
    """The fault names the factor whose weights are all zero."""
    first = Factor(weights={"a": 1, "b": 1}, share=Fraction(1, 2))
    second = Factor(weights={"a": 0, "b": 0}, share=Fraction(1, 2))
    expected = {"factors[1].weights": "all weights are zero: the factor cannot be used"}
    assert expected == faults(total=10, factors=(first, second))


def test_lot_keeps_the_total() -> None:
    """Cells are multiples of 50 and still add up."""
    factor = Factor(weights={"a": 3, "b": 3, "c": 1})
    found = cells(Target(total=1000, factors=(factor,), lot=50))
    assert {"a": 450, "b": 400, "c": 150} == found


def test_two_levels_add_up_at_each() -> None:
    """Counties add up to their prefecture, and prefectures to the total."""
    found = cells(Target(total=101, factors=(COUNTIES,), parents=PARENTS))
    assert ["兰州", "城关", "红古", "天水", "麦积", "秦城", "北道"] == list(found)
    assert (56, 45) == (found["兰州"], found["天水"])
    assert {"城关": 34, "红古": 22} == {unit: found[unit] for unit in ("城关", "红古")}
    assert [15, 15, 15] == [found[unit] for unit in ("麦积", "秦城", "北道")]


def test_three_levels_add_up_at_each() -> None:
    """Streets add up to their county, and counties to their prefecture."""
    factor = Factor(weights={"兰州": 1, "天水": 1, "城关": 2, "红古": 1, "东街": 1, "西街": 1})
    parents = {"城关": "兰州", "红古": "兰州", "东街": "城关", "西街": "城关"}
    found = cells(Target(total=99, factors=(factor,), parents=parents))
    assert {
        "兰州": 50,
        "城关": 33,
        "东街": 17,
        "西街": 16,
        "红古": 17,
        "天水": 49,
    } == found


@given(
    st.lists(st.integers(1, 99), min_size=7, max_size=7),
    st.integers(0, 5000),
    st.sampled_from(RoundingMethod),
)
def test_two_levels_equal_their_parts(
    weights: list[int], total: int, method: RoundingMethod
) -> None:
    """Dividing all levels at once equals dividing each level alone."""
    factor = Factor(weights=dict(zip(COUNTIES.weights, weights, strict=True)))
    target: Target[Known] = Target(total=total, factors=(factor,), parents=PARENTS)
    whole = cells(target, method)
    for parent, units in target.levels().items():
        amount = total if parent is None else whole[parent]
        part = Factor(weights={unit: factor.weights[unit] for unit in units})
        assert cells(Target(total=amount, factors=(part,)), method) == {
            unit: whole[unit] for unit in units
        }


def test_faults_below_name_the_unit_above() -> None:
    """The faults below every prefecture are raised together, with their gaps."""
    found = faults(
        total=100,
        factors=(COUNTIES,),
        parents=PARENTS,
        floors={"城关": 60, "红古": 1},
        caps={"麦积": 9, "秦城": 9, "北道": 9},
    )
    assert {
        "兰州.floors": "the floors add up to 61, 5 above the 56 to divide",
        "天水.caps": "at most 27 can be placed, 17 short of the 44 to divide",
    } == found


def test_derivation_of_a_cell() -> None:
    """Quota, whole part, remainder and extra add up to the cell."""
    factor = Factor(weights={"a": 3, "b": 3, "c": 1})
    [first, second, _third] = divide(Target(total=1000, factors=(factor,), lot=50))
    quota = Fraction(3000, 7)
    assert first == Cell("a", quota, 400, quota - 400, 50, 450, CellBasis.WEIGHT)
    assert (0, 400) == (second.extra, second.allocated)


@pytest.mark.parametrize(
    ("unit", "held"),
    [
        ("a", CellBasis.CAP),
        ("b", CellBasis.FLOOR),
        ("c", CellBasis.FIXED),
        ("d", CellBasis.WEIGHT),
        ("e", CellBasis.WEIGHT),
    ],
)
def test_basis_of_a_cell(unit: str, held: CellBasis) -> None:
    """A cell is at a bound, fixed by hand, or by weight."""
    factor = Factor(weights={"a": 9, "b": 1, "c": 1, "d": 5, "e": 0})
    target: Target[Known] = Target(
        total=100, factors=(factor,), caps={"a": 30}, floors={"b": 25}, fixed={"c": 5}
    )
    assert {unit: held} == {s.unit: s.held for s in divide(target) if s.unit == unit}


@pytest.mark.parametrize(
    ("bounds", "held"),
    [
        ({"floors": {"a": 5}}, CellBasis.WEIGHT),
        ({"floors": {"a": 6}}, CellBasis.FLOOR),
        ({"caps": {"a": 5}}, CellBasis.WEIGHT),
        ({"caps": {"a": 4}}, CellBasis.CAP),
    ],
)
def test_share_that_is_just_the_bound_rests_on_the_weight(
    bounds: dict[str, Any], held: CellBasis
) -> None:
    """Half of ten is five by the weight, also where the bound is five."""
    first, _second = divide(Target(total=10, factors=(Factor(weights={"a": 1, "b": 1}),), **bounds))
    assert held is first.held


def test_derivation_in_both_languages() -> None:
    """A cell at a bound names it in the language of the reader."""
    cell = Cell("天水", Fraction(5), 5, Fraction(0), 0, 5, CellBasis.FLOOR)
    assert "天水: at its floor: 5" == cell.show("en")
    assert "天水" in cell.show("zh_CN")
    assert "按下限" in cell.show("zh_CN")


def test_decimals_are_cut_off_and_marked() -> None:
    """A quota has four decimals at most, and a mark if it has more."""
    factor = Factor(weights={"a": 1, "b": 2})
    [first, _second] = divide(Target(total=1, factors=(factor,)))
    expected = "a: quota 0.3333…, whole part 0, remainder 0.3333…, extra 0: 0"
    assert expected == first.show("en")


def test_lower_lot_may_not_divide_a_fixed_cell() -> None:
    """A cell fixed to another number than a multiple cannot be divided below."""
    target: Target[Known] = Target(
        total=200,
        factors=(COUNTIES,),
        parents=PARENTS,
        fixed={"兰州": 110, "天水": 90},
        lot=20,
    )
    with pytest.raises(InvalidFactsError) as caught:
        divide(target)
    assert ["兰州.total", "天水.total"] == [fault.path for fault in caught.value.faults]


def test_methods_may_differ() -> None:
    """D'Hondt favours large units, the largest remainder small ones."""
    factor = Factor(weights={"a": 65, "b": 25, "c": 10})
    target: Target[Known] = Target(total=5, factors=(factor,))
    assert {"a": 3, "b": 1, "c": 1} == cells(target)
    assert {"a": 4, "b": 1, "c": 0} == cells(target, RoundingMethod.DHONDT)


def test_one_factor_is_a_plain_split() -> None:
    """A target of one level and one factor is one split."""
    weights = {"a": 7, "b": 5, "c": 1}
    target: Target[Known] = Target(total=100, factors=(Factor(weights=weights),), floors={"c": 10})
    split = Split(total=100, weights=weights, floors={"c": 10})
    assert by_remainder(split) == cells(target)
    assert by_remainder(split) == cells(evolve(target, caps={"a": 100}))
