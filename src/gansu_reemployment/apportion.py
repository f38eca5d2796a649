"""Apportionment (分配方法): something whole divided by weights so that the parts add up.

The quota (应得份额) of a unit is its exact share. A floor raises a unit to the floor, a cap holds
it at the cap, and the others share the rest by weight, again until every bound holds. A unit
of weight zero has its floor. The methods differ in how they make quotas whole; where two units
have the same claim, the one that is listed first goes first.

>>> split = Split(total=10, weights={"a": 5, "b": 3, "c": 1}, caps={"a": 5})
>>> by_remainder(split)
{'a': 5, 'b': 4, 'c': 1}
>>> quotas(split)["b"]
Fraction(15, 4)
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import lcm
from typing import Final

from attrs import evolve, field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import Choice, _


class Method(Choice):
    """How quotas are made whole (取整方法)."""

    REMAINDER = "最大余数法", "largest remainder (Hamilton)"
    DHONDT = "汉狄法", "D'Hondt"
    SAINTE_LAGUE = "圣拉古法", "Sainte-Laguë"


@frozen(kw_only=True, slots=False)
class Split:
    """What is to be divided (待分解总量) in whole parts, in the order of *weights*.

    Raises:
        InvalidFactsError: no division keeps the floors and caps; each fault says by how much.
    """

    total: int
    weights: Mapping[str, Fraction | int]
    floors: Mapping[str, int] = field(factory=dict)
    caps: Mapping[str, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if faults := [*self._crossed(), *self._out_of_reach()]:
            raise InvalidFactsError(faults)

    def _crossed(self) -> list[Fault]:
        text = _("the floor {floor} lies {gap} above the cap {cap}")
        return [
            Fault.at(f"floors.{unit}", text, floor=floor, cap=cap, gap=floor - cap)
            for unit, floor in self.floors.items()
            if (cap := self.caps.get(unit, floor)) < floor
        ]

    def _out_of_reach(self) -> list[Fault]:
        least = sum(self.floors.values())
        if least > self.total:
            text = _("the floors add up to {sum}, {gap} above the {total} to divide")
            return [Fault.at("floors", text, sum=least, gap=least - self.total, total=self.total)]
        if self.total > least and not any(self.weights.values()):
            return [Fault.at("weights", _("all weights are zero: nothing says who gets what"))]
        most = sum(self._most(unit, weight) for unit, weight in self.weights.items())
        if most < self.total:
            text = _("at most {sum} can be placed, {gap} less than the {total} to divide")
            return [Fault.at("caps", text, sum=most, gap=self.total - most, total=self.total)]
        return []

    def _most(self, unit: str, weight: Fraction | int) -> int:
        return self.caps.get(unit, self.total) if weight else self.floors.get(unit, 0)

    @cached_property
    def whole_weights(self) -> dict[str, int]:
        """The weights in the same proportions as whole numbers, which are quicker."""
        common = lcm(*(weight.denominator for weight in self.weights.values()))
        return {unit: int(weight * common) for unit, weight in self.weights.items()}

    @cached_property
    def sharing(self) -> "Sharing":
        """Who is held at a bound, and how the others share the rest."""
        return _share(self)


@frozen
class Sharing:
    """Units *held* at a bound, and the weights of those who share the *rest*; *weight* in all."""

    held: Mapping[str, int]
    weights: Mapping[str, int]
    rest: int
    weight: int


def quotas(split: Split) -> dict[str, Fraction]:
    """Give the exact share of each unit within its bounds (应得份额)."""
    sharing = split.sharing
    shares = {unit: Fraction(held) for unit, held in sharing.held.items()}
    for unit, weight in sharing.weights.items():
        shares[unit] = Fraction(sharing.rest * weight, sharing.weight)
    return {unit: shares[unit] for unit in split.weights}


def by_remainder(split: Split) -> dict[str, int]:
    """Divide by the largest remainder (最大余数法): whole parts first, then one more each."""
    sharing = split.sharing
    parts = {
        unit: divmod(sharing.rest * weight, sharing.weight)
        for unit, weight in sharing.weights.items()
    }
    left = sharing.rest - sum(whole for whole, _remainder in parts.values())
    ordered = sorted(parts, key=lambda unit: -parts[unit][1])
    first = set(ordered[:left])
    cells = dict(sharing.held)
    for unit, (whole, _remainder) in parts.items():
        cells[unit] = whole + (unit in first)
    return {unit: cells[unit] for unit in split.weights}


def by_dhondt(split: Split) -> dict[str, int]:
    """Divide by D'Hondt (汉狄法): the next one goes to the largest weight over 1, 2, 3, …"""
    return _by_divisors(split, 1)


def by_sainte_lague(split: Split) -> dict[str, int]:
    """Divide by Sainte-Laguë (圣拉古法): the next one goes to the largest weight over 1, 3, 5, …"""
    return _by_divisors(split, 2)


#: Each method's function.
METHODS: Final[Mapping[Method, Callable[[Split], dict[str, int]]]] = {
    Method.REMAINDER: by_remainder,
    Method.DHONDT: by_dhondt,
    Method.SAINTE_LAGUE: by_sainte_lague,
}


def _share(split: Split) -> Sharing:
    """Hold the units that miss a bound until none does.

    Units below their floor and units above their cap pull the others in opposite directions;
    only the stronger side is sure to end at its bound, so only that one is held.
    """
    held = {unit: split.floors.get(unit, 0) for unit, w in split.whole_weights.items() if not w}
    free = {unit: weight for unit, weight in split.whole_weights.items() if weight}
    while True:
        rest, weight = split.total - sum(held.values()), sum(free.values())
        low, lacking = _missed(split.floors, free, rest, weight, 1)
        high, excess = _missed(split.caps, free, rest, weight, -1)
        if not (low or high):
            return Sharing(held, free, rest, weight)
        held |= (low if lacking >= excess else {}) | (high if excess >= lacking else {})
        free = {unit: own for unit, own in free.items() if unit not in held}


def _missed(
    bounds: Mapping[str, int], free: Mapping[str, int], rest: int, weight: int, sign: int
) -> tuple[dict[str, int], int]:
    """Give the bounds that the shares miss, and by how much in all, in units of 1/weight."""
    missed = {
        unit: gap
        for unit, bound in bounds.items()
        if unit in free and (gap := sign * (bound * weight - rest * free[unit])) > 0
    }
    return {unit: bounds[unit] for unit in missed}, sum(missed.values())


def _by_divisors(split: Split, step: int) -> dict[str, int]:
    """Give one after the other to the largest claim, weight / (step · own + 1).

    The whole parts of a slightly smaller total are given at once: no one can lose them.
    """
    start = max(split.total - len(split.weights), sum(split.floors.values()))
    shares = quotas(evolve(split, total=start))
    cells = {unit: int(quota) for unit, quota in shares.items()}
    order = {unit: place for place, unit in enumerate(cells)}

    def claim(unit: str) -> tuple[Fraction, int, str]:
        weight = split.whole_weights[unit]
        return -Fraction(weight, step * cells[unit] + 1), order[unit], unit

    heap = [claim(unit) for unit in cells if _has_room(split, unit, cells[unit])]
    heapify(heap)
    for _more in range(split.total - sum(cells.values())):
        unit = heappop(heap)[2]
        cells[unit] += 1
        if _has_room(split, unit, cells[unit]):
            heappush(heap, claim(unit))
    return cells


def _has_room(split: Split, unit: str, own: int) -> bool:
    return split.whole_weights[unit] > 0 and own < split.caps.get(unit, split.total)
