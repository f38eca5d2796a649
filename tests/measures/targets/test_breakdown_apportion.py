"""Apportionment by weights, within bounds, in lots, by three methods."""

from fractions import Fraction
from itertools import permutations

import pytest
from apportionment import methods as oracle
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.targets.breakdown.apportion import (
    METHODS,
    RoundingMethod,
    Split,
    by_dhondt,
    by_remainder,
    by_sainte_lague,
    quotas,
)

UNITS = "abcdefgh"
weight_lists = st.lists(
    st.one_of(st.integers(0, 50), st.fractions(0, 50, max_denominator=30)), min_size=1, max_size=8
).filter(any)


def named(weights: list[Fraction | int]) -> dict[str, Fraction | int]:
    """Name weights a, b, c and so on."""
    return dict(zip(UNITS, weights, strict=False))


@st.composite
def splits(draw: st.DrawFn) -> Split:
    """Draw a split that is possible, with floors, caps and lots."""
    weights = named(draw(weight_lists))
    lot = draw(st.sampled_from([1, 1, 10]))
    least = {unit: draw(st.integers(0, 9)) for unit in weights}
    most = {unit: least[unit] + draw(st.integers(0, 9)) for unit in weights}
    floors = {unit: least[unit] * lot for unit in draw(st.sets(st.sampled_from(list(weights))))}
    caps = {unit: most[unit] * lot for unit in draw(st.sets(st.sampled_from(list(weights))))}
    total = draw(st.integers(0, 60)) * lot
    try:
        return Split(total=total, weights=weights, floors=floors, caps=caps, lot=lot)
    except InvalidFactsError:
        assume(condition=False)
        raise


def faults(**split: object) -> dict[str, str]:
    """Return the faults of a split that is not possible."""
    with pytest.raises(InvalidFactsError) as caught:
        Split(**split)  # type: ignore[arg-type]
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


@given(splits(), st.sampled_from(RoundingMethod))
def test_parts_add_up_within_bounds_in_lots(split: Split, method: RoundingMethod) -> None:
    """The parts add up to the total, keep every floor and cap, and are multiples of the lot."""
    parts = METHODS[method](split)
    assert split.total == sum(parts.values())
    assert list(split.weights) == list(parts)
    for unit, part in parts.items():
        assert split.floors.get(unit, 0) <= part <= split.caps.get(unit, split.total)
        assert 0 == part % split.lot


@given(splits())
def test_quotas_add_up_within_bounds_and_follow_weights(split: Split) -> None:
    """Quotas add up within the bounds, and the other units share exactly by weight."""
    exact = quotas(split)
    assert split.total == sum(exact.values())
    per_weight = set()
    for unit, quota in exact.items():
        assert split.least[unit] * split.lot <= quota <= split.most[unit] * split.lot
        if unit in split.sharing.weights:
            per_weight.add(quota / Fraction(split.weights[unit]))
    assert len(per_weight) <= 1


@given(splits())
def test_held_units_could_not_share(split: Split) -> None:
    """A unit is at its floor only if its share is less, at its cap only if it is more."""
    sharing = split.sharing
    assume(sharing.weight)
    for unit, held in sharing.held.items():
        own = Fraction(sharing.rest * split.whole_weights[unit], sharing.weight)
        assert (held == split.least[unit] and own <= held) or (
            held == split.most[unit] and own >= held
        )


@given(splits())
def test_largest_remainder_stays_within_one_of_the_quota(split: Split) -> None:
    """Each part is the quota rounded down to a lot, or one lot more."""
    exact = quotas(split)
    for unit, part in by_remainder(split).items():
        assert abs(part - exact[unit]) < split.lot


@given(splits())
def test_order_matters_only_for_ties(split: Split) -> None:
    """Without equal remainders, the order of the units does not matter."""
    exact = quotas(split).values()
    rests = [quota % split.lot for quota in exact if quota % split.lot]
    assume(len(set(rests)) == len(rests))
    turned = evolve(split, weights=dict(reversed(list(split.weights.items()))))
    assert by_remainder(split) == by_remainder(turned)


@given(
    weight_lists,
    st.integers(0, 60),
    st.sampled_from([RoundingMethod.DHONDT, RoundingMethod.SAINTE_LAGUE]),
)
def test_divisor_methods_are_monotonic_in_weight(
    weights: list[Fraction | int], total: int, method: RoundingMethod
) -> None:
    """With a larger weight a unit never gets less."""
    before = METHODS[method](Split(total=total, weights=named(weights)))
    more = [weights[0] + 5, *weights[1:]]
    assert before["a"] <= METHODS[method](Split(total=total, weights=named(more)))["a"]


@given(
    weight_lists,
    st.integers(0, 60),
    st.sampled_from([RoundingMethod.DHONDT, RoundingMethod.SAINTE_LAGUE]),
)
def test_divisor_methods_are_monotonic_in_the_total(
    weights: list[Fraction | int], total: int, method: RoundingMethod
) -> None:
    """With a larger total no unit gets less."""
    before = METHODS[method](Split(total=total, weights=named(weights)))
    after = METHODS[method](Split(total=total + 1, weights=named(weights)))
    assert all(part <= after[unit] for unit, part in before.items())


@given(weight_lists, st.integers(0, 60))
def test_largest_remainder_keeps_the_order_of_weights(
    weights: list[Fraction | int], total: int
) -> None:
    """Within one division a unit of larger weight never gets less than one of smaller weight."""
    split = Split(total=total, weights=named(weights))
    parts = by_remainder(split)
    for low, high in permutations(parts, 2):
        if split.weights[low] < split.weights[high]:
            assert parts[low] <= parts[high]


def test_largest_remainder_may_take_one_back() -> None:
    """With a larger total a unit may get one less (the Alabama paradox)."""
    weights = {"a": 6, "b": 6, "c": 2}
    assert {"a": 4, "b": 4, "c": 2} == by_remainder(Split(total=10, weights=weights))
    assert {"a": 5, "b": 5, "c": 1} == by_remainder(Split(total=11, weights=weights))


def one_by_one(split: Split, divisors: int) -> dict[str, int]:
    """Divide one lot after the other from the floors up, as in the definition."""
    parts = dict(split.least)
    for _turn in range(split.lots - sum(parts.values())):
        free = [unit for unit in parts if split.weights[unit] and parts[unit] < split.most[unit]]
        first = max(free, key=lambda u: Fraction(split.weights[u]) / (divisors * parts[u] + 1))
        parts[first] += 1
    return {unit: part * split.lot for unit, part in parts.items()}


@given(splits())
def test_divisor_methods_agree_with_their_definition(split: Split) -> None:
    """The lots assigned at once are those that the definition assigns one by one."""
    assert one_by_one(split, 1) == by_dhondt(split)
    assert one_by_one(split, 2) == by_sainte_lague(split)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        (RoundingMethod.REMAINDER, "hamilton"),
        (RoundingMethod.DHONDT, "dhondt"),
        (RoundingMethod.SAINTE_LAGUE, "saintelague"),
    ],
)
@given(weights=st.lists(st.integers(1, 10_000), min_size=1, max_size=8), total=st.integers(1, 60))
def test_agrees_with_the_package_apportionment(
    method: RoundingMethod, name: str, weights: list[int], total: int
) -> None:
    """Without ties the parts are those of an independent package."""
    try:
        expected = oracle.compute(
            name, weights, total, fractions=True, tiesallowed=False, verbose=False
        )
    except oracle.TiesException:
        assume(condition=False)
    parts = METHODS[method](Split(total=total, weights=named(list(weights))))
    assert list(expected) == list(parts.values())


def test_ties_go_to_the_first_listed() -> None:
    """Of equal claims the first listed is served first, by every method."""
    split = Split(total=2, weights={"c": 1, "a": 1, "b": 1})
    for method in RoundingMethod:
        assert {"c": 1, "a": 1, "b": 0} == METHODS[method](split)


def test_floor_takes_from_the_others_by_weight() -> None:
    """A unit below its floor gets the floor, and the others share the rest by weight."""
    split = Split(total=100, weights={"a": 60, "b": 30, "c": 10}, floors={"c": 19})
    assert {"a": 54, "b": 27, "c": 19} == by_remainder(split)


def test_cap_adds_to_the_others_until_all_caps_are_kept() -> None:
    """The excess over a cap goes to the others and may bring them to their caps."""
    split = Split(total=100, weights={"a": 60, "b": 30, "c": 10}, caps={"a": 40, "b": 43})
    assert {"a": 40, "b": 43, "c": 17} == by_remainder(split)


def test_floor_and_cap_that_pull_apart() -> None:
    """A unit is not fixed at its floor if the excess over a cap lifts it above."""
    split = Split(total=100, weights={"a": 80, "b": 12, "c": 8}, floors={"c": 9}, caps={"a": 30})
    assert {"a": 30, "b": 42, "c": 28} == by_remainder(split)


def test_floors_and_caps_that_cancel_out() -> None:
    """If floors take as much as caps add, the other units keep their shares."""
    split = Split(total=100, weights={"a": 50, "b": 40, "c": 10}, floors={"c": 15}, caps={"a": 45})
    assert {"a": 45, "b": 40, "c": 15} == by_remainder(split)


@pytest.mark.parametrize(("floor", "part"), [(1949, 1950), (1950, 1950), (1951, 2000)])
def test_floor_is_rounded_up_to_a_lot(floor: int, part: int) -> None:
    """A floor between two multiples counts as the upper one."""
    split = Split(total=10_000, weights={"a": 9, "b": 1}, floors={"b": floor}, lot=50)
    assert part == by_remainder(split)["b"]


@pytest.mark.parametrize(("cap", "part"), [(5049, 5000), (5050, 5050), (5051, 5050)])
def test_cap_is_rounded_down_to_a_lot(cap: int, part: int) -> None:
    """A cap between two multiples counts as the lower one."""
    split = Split(total=10_000, weights={"a": 9, "b": 1}, caps={"a": cap}, lot=50)
    assert part == by_remainder(split)["a"]


def test_unit_without_weight_has_its_floor() -> None:
    """A unit of weight zero gets its floor only."""
    split = Split(total=10, weights={"a": 1, "b": 0, "c": 0}, floors={"c": 3})
    assert {"a": 7, "b": 0, "c": 3} == by_remainder(split)
    assert {"a": 7, "b": 0, "c": 3} == by_dhondt(split)


def test_total_of_zero() -> None:
    """Every part of a total of zero is zero, even if all weights are zero."""
    assert {"a": 0, "b": 0} == by_remainder(Split(total=0, weights={"a": 0, "b": 0}))
    assert {"a": 0, "b": 0} == by_remainder(Split(total=0, weights={"a": 1, "b": 2}))


@pytest.mark.parametrize(
    ("total", "path", "text"),
    [
        (9, "floors", "the floors add up to 10, 1 above the 9 to divide"),
        (21, "caps", "at most 20 can be placed, 1 short of the 21 to divide"),
    ],
)
def test_bounds_out_of_reach_name_the_gap(total: int, path: str, text: str) -> None:
    """A total below the floors or above the caps is a fault that names the gap."""
    bounds = {"floors": {"a": 4, "b": 6}, "caps": {"a": 9, "b": 11}}
    assert {path: text} == faults(total=total, weights={"a": 1, "b": 1}, **bounds)


@pytest.mark.parametrize(("total", "parts"), [(10, {"a": 4, "b": 6}), (20, {"a": 9, "b": 11})])
def test_bounds_just_in_reach(total: int, parts: dict[str, int]) -> None:
    """A total equal to the floors or to the caps has one division."""
    split = Split(
        total=total, weights={"a": 1, "b": 1}, floors={"a": 4, "b": 6}, caps={"a": 9, "b": 11}
    )
    assert parts == by_remainder(split)


def test_caps_of_units_without_weight_do_not_help() -> None:
    """A unit of weight zero takes nothing above its floor."""
    found = faults(total=8, weights={"a": 1, "b": 0}, caps={"a": 5, "b": 9})
    assert {"caps": "at most 5 can be placed, 3 short of the 8 to divide"} == found


def test_all_weights_zero() -> None:
    """Weights that are all zero are rejected."""
    found = faults(total=3, weights={"a": 0, "b": 0})
    assert {"weights": "all weights are zero: they cannot divide the 3"} == found


def test_all_faults_at_once() -> None:
    """The faults of the total and of every floor are raised together."""
    found = faults(
        total=1010,
        weights={"a": 1, "b": 1},
        floors={"a": 410, "b": 300},
        caps={"a": 490, "b": 200},
        lot=100,
    )
    assert {
        "total": "1010 is not a multiple of 100: 10 too many or 90 too few",
        "floors.a": "the floor 500 is 100 above the cap 400, in multiples of 100",
        "floors.b": "the floor 300 is 100 above the cap 200, in multiples of 100",
    } == found
