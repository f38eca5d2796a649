"""Apportionment: a total is divided by weights into whole parts that add up (分配方法).

The quota (应得份额) of a unit is its exact share. A unit below its floor gets the floor, a unit
above its cap gets the cap, and the other units share the rest by weight until every bound is
kept. A unit of weight zero gets its floor. The methods differ in how they round quotas. Of two
equal claims, the unit listed first is served first.

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
from gansu_reemployment.measures.targets.facts import lot_faults


class RoundingMethod(Choice):
    """The method that rounds quotas to whole parts (取整方法)."""

    REMAINDER = "最大余数法", "largest remainder (Hamilton)"
    DHONDT = "汉狄法", "D'Hondt"
    SAINTE_LAGUE = "圣拉古法", "Sainte-Laguë"


@frozen(kw_only=True, slots=False)
class Split:
    """A total to divide among units, in the order of *weights* (待分解总量).

    Args:
        total: the total.
        weights: the exact weight of each unit, zero or more.
        floors: the least of a unit, rounded up to a multiple of *lot*.
        caps: the most of a unit, rounded down to a multiple of *lot*.
        lot: the number of which every part is a multiple.

    Raises:
        InvalidFactsError: no division is possible; each fault names the gap.
    """

    total: int
    weights: Mapping[str, Fraction | int]
    floors: Mapping[str, int] = field(factory=dict)
    caps: Mapping[str, int] = field(factory=dict)
    lot: int = 1

    def __attrs_post_init__(self) -> None:
        if faults := [*lot_faults("total", self.total, self.lot), *self._crossed()]:
            raise InvalidFactsError(faults)
        if fault := self._out_of_reach():
            raise InvalidFactsError([fault])

    @cached_property
    def lots(self) -> int:
        """The total in lots."""
        return self.total // self.lot

    @cached_property
    def least(self) -> dict[str, int]:
        """The floor of each unit in lots, zero by default."""
        return {unit: -(-self.floors.get(unit, 0) // self.lot) for unit in self.weights}

    @cached_property
    def most(self) -> dict[str, int]:
        """The cap of each unit in lots, the total by default."""
        return {unit: self.caps.get(unit, self.total) // self.lot for unit in self.weights}

    @cached_property
    def whole_weights(self) -> dict[str, int]:
        """The weights multiplied to whole numbers, which are faster than fractions."""
        common = lcm(*(weight.denominator for weight in self.weights.values()))
        return {unit: int(weight * common) for unit, weight in self.weights.items()}

    @cached_property
    def sharing(self) -> "Sharing":
        """The units at a bound, and the weights of those that share the rest."""
        return _within_bounds(self)

    def _crossed(self) -> list[Fault]:
        text = _("the floor {floor} is {gap} above the cap {cap}, in multiples of {lot}")
        return [
            Fault.at(
                f"floors.{unit}",
                text,
                floor=least * self.lot,
                cap=self.most[unit] * self.lot,
                gap=(least - self.most[unit]) * self.lot,
                lot=self.lot,
            )
            for unit, least in self.least.items()
            if unit in self.caps and least > self.most[unit]
        ]

    def _out_of_reach(self) -> Fault | None:
        least = sum(self.least.values())
        if least > self.lots:
            text = _("the floors add up to {sum}, {gap} above the {total} to divide")
            return self._gap("floors", text, least, least - self.lots)
        if least < self.lots and not any(self.weights.values()):
            text = _("all weights are zero: they cannot divide the {total}")
            return self._gap("weights", text, least, self.lots)
        most = sum(
            self.most[unit] if weight else self.least[unit] for unit, weight in self.weights.items()
        )
        if most < self.lots:
            text = _("at most {sum} can be placed, {gap} short of the {total} to divide")
            return self._gap("caps", text, most, self.lots - most)
        return None

    def _gap(self, path: str, text: str, lots: int, gap: int) -> Fault:
        return Fault.at(path, text, sum=lots * self.lot, gap=gap * self.lot, total=self.total)


@frozen
class Sharing:
    """The division between the units at a bound and the units that share the rest.

    Args:
        held: the parts of the units at a bound, in lots.
        weights: the weights of the other units.
        rest: the part that those share, in lots.
        weight: the sum of their weights.
    """

    held: Mapping[str, int]
    weights: Mapping[str, int]
    rest: int
    weight: int


def quotas(split: Split) -> dict[str, Fraction]:
    """Return the exact share of each unit within its bounds (应得份额)."""
    sharing = split.sharing
    rest = sharing.rest * split.lot
    shares = {unit: Fraction(held * split.lot) for unit, held in sharing.held.items()}
    for unit, weight in sharing.weights.items():
        shares[unit] = Fraction(rest * weight, sharing.weight)
    return {unit: shares[unit] for unit in split.weights}


def by_remainder(split: Split) -> dict[str, int]:
    """Divide by the largest remainder (最大余数法): whole parts first, then one more lot each."""
    sharing = split.sharing
    parts = {
        unit: divmod(sharing.rest * weight, sharing.weight)
        for unit, weight in sharing.weights.items()
    }
    left = sharing.rest - sum(whole for whole, _remainder in parts.values())
    remainders = {unit: remainder for unit, (_whole, remainder) in parts.items()}
    first = set(sorted(parts, key=remainders.__getitem__, reverse=True)[:left])
    lots = dict(sharing.held)
    for unit, (whole, _remainder) in parts.items():
        lots[unit] = whole + (unit in first)
    return {unit: lots[unit] * split.lot for unit in split.weights}


def by_dhondt(split: Split) -> dict[str, int]:
    """Divide by D'Hondt (汉狄法): each lot to the largest weight over 1, 2, 3 and so on."""
    return _by_divisors(split, 1)


def by_sainte_lague(split: Split) -> dict[str, int]:
    """Divide by Sainte-Laguë (圣拉古法): each lot to the largest weight over 1, 3, 5 and so on."""
    return _by_divisors(split, 2)


#: The function of each method.
METHODS: Final[Mapping[RoundingMethod, Callable[[Split], dict[str, int]]]] = {
    RoundingMethod.REMAINDER: by_remainder,
    RoundingMethod.DHONDT: by_dhondt,
    RoundingMethod.SAINTE_LAGUE: by_sainte_lague,
}


def _within_bounds(split: Split) -> Sharing:
    """Fix units at their bounds until the share of every other unit is within its own.

    Floors take from the other units and caps add to them. Only the side that moves more is
    certain to end at its bounds, so each round fixes that side.
    """
    free = {unit: weight for unit, weight in split.whole_weights.items() if weight}
    held = {unit: least for unit, least in split.least.items() if unit not in free}
    while True:
        rest, weight = split.lots - sum(held.values()), sum(free.values())
        low = {
            u: gap for u, own in free.items() if (gap := split.least[u] * weight - rest * own) > 0
        }
        high = {
            u: gap for u, own in free.items() if (gap := rest * own - split.most[u] * weight) > 0
        }
        if not low and not high:
            return Sharing(held, free, rest, weight)
        lacking, excess = sum(low.values()), sum(high.values())
        if lacking >= excess:
            held |= {unit: split.least[unit] for unit in low}
        if excess >= lacking:
            held |= {unit: split.most[unit] for unit in high}
        free = {unit: own for unit, own in free.items() if unit not in held}


def _by_divisors(split: Split, step: int) -> dict[str, int]:
    """Assign one lot after the other to the largest claim, weight / (step · own + 1).

    The whole parts of a slightly smaller total are assigned first, because no unit can have
    fewer lots.
    """
    start = max(split.lots - len(split.weights), sum(split.least.values()))
    lots = {u: int(q) for u, q in quotas(evolve(split, total=start * split.lot)).items()}
    lots = {unit: number // split.lot for unit, number in lots.items()}
    order = {unit: place for place, unit in enumerate(lots)}

    def claim(unit: str) -> tuple[Fraction, int, str]:
        return -Fraction(split.whole_weights[unit], step * lots[unit] + 1), order[unit], unit

    heap = [claim(unit) for unit in lots if _has_room(split, unit, lots[unit])]
    heapify(heap)
    for _more in range(split.lots - sum(lots.values())):
        unit = heappop(heap)[2]
        lots[unit] += 1
        if _has_room(split, unit, lots[unit]):
            heappush(heap, claim(unit))
    return {unit: number * split.lot for unit, number in lots.items()}


def _has_room(split: Split, unit: str, lots: int) -> bool:
    return split.whole_weights[unit] > 0 and lots < split.most[unit]
