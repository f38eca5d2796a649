"""Targets that are divided among places, and the factors that divide them (目标任务).

No document states weights, so they are chosen by the office that divides the target. A blank
weight is rejected; it is not zero.

>>> factor = Factor(weights={"甲县": 2, "乙县": 1}, name="单位从业人员")
>>> Target(total=30, factors=(factor,)).units
('甲县', '乙县')
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeGuard

from attrs import Factory, field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    U,
    describe,
    fact,
    is_a,
    not_negative,
    positive,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.names import near_names


def exact_numbers(weights: Mapping[str, Fraction | Decimal | int | None]) -> Any:
    """Convert whole and decimal numbers to fractions; the checks reject all others."""
    if not isinstance(weights, Mapping):
        return weights  # type: ignore[unreachable]
    return {unit: Fraction(w) if _is_exact(w) else w for unit, w in weights.items()}


def _is_exact(weight: Any) -> TypeGuard[Fraction | Decimal | int]:
    if isinstance(weight, Decimal):
        return weight.is_finite()
    return isinstance(weight, (int, Fraction)) and not isinstance(weight, bool)


@frozen(kw_only=True, slots=False)
class Factor(CheckedFacts):
    """A factor of a breakdown (分解因素).

    Args:
        weights: the weight of each unit, in the order of the table; ``None`` if unknown.
        share: the part of the total that this factor divides; all shares add up to 1.
        name: the name of the weights, for the explanation.
    """

    weights: Mapping[str, Fraction | None] = field(
        converter=exact_numbers, metadata={"zh": "权数", "en": "weights"}
    )
    share: Fraction = fact("所占比重", "share", positive, default=Fraction(1))
    name: str = fact("因素名称", "name of the factor", default="")

    def show(self, locale: str) -> str:
        """Return the factor's name and share."""
        return Message(_("{name}, {share}"), {"name": self.name, "share": self.share}).say(locale)

    def contradictions(self) -> list[Fault]:
        """Return a fault for each weight that is not an exact number of zero or more."""
        return list(number_faults("weights", self.weights)) if readable(self) else []


@frozen(kw_only=True, slots=False)
class Target(CheckedFacts, Generic[U]):
    """A target in persons or posts that is divided among units (目标任务).

    Args:
        total: the total, in persons or posts.
        factors: the factors of the division; every factor lists the same units.
        lot: the number of which every cell is a multiple, such as 50 or 100.
        floors: the least of a unit, rounded up to a multiple of *lot*.
        caps: the most of a unit, rounded down to a multiple of *lot*.
        fixed: the cells set by hand; their weights do not count and may be unknown.
        parents: the unit above each unit of a lower level; all others are the top level.
    """

    total: int | U = fact("总数", "total", not_negative)
    factors: tuple[Factor, ...] | U = fact("分解因素", "factors")
    lot: int = fact("取整单位", "lot", positive, default=1)
    floors: Mapping[str, int] = fact("下限", "floors", default=Factory(dict))
    caps: Mapping[str, int] = fact("上限", "caps", default=Factory(dict))
    fixed: Mapping[str, int] = fact("固定数", "fixed cells", default=Factory(dict))
    parents: Mapping[str, str] = fact("上级单位", "units above", default=Factory(dict))

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit of every level, in the order of the first factor."""
        factors = self.factors
        return tuple(factors[0].weights) if isinstance(factors, tuple) and factors else ()

    def levels(self) -> Mapping[str | None, tuple[str, ...]]:
        """Return the units directly below each unit; ``None`` is above the top level."""
        groups: dict[str | None, list[str]] = {None: []}
        for unit in self.units:
            groups.setdefault(self.parents.get(unit), []).append(unit)
        return {parent: tuple(units) for parent, units in groups.items()}

    def contradictions(self) -> list[Fault]:
        """Return the faults between total, factors, bounds and levels."""
        if not readable(self):
            return []
        faults = []
        if isinstance(self.total, int):
            faults += lot_faults("total", self.total, self.lot)
        if isinstance(self.factors, tuple):
            faults += [
                *_factor_faults(self.factors),
                *self._blank_weights(self.factors),
                *self._bound_faults(),
                *self._level_faults(),
            ]
        return faults

    def _blank_weights(self, factors: Iterable[Factor]) -> Iterator[Fault]:
        for number, factor in enumerate(factors):
            for unit, weight in factor.weights.items():
                if weight is None and unit not in self.fixed:
                    text = _("a weight is needed; a blank is not zero")
                    yield Fault.at(f"factors[{number}].weights.{unit}", text)

    def _bound_faults(self) -> Iterator[Fault]:
        for name in ("floors", "caps", "fixed"):
            bounds = getattr(self, name)
            yield from _unknown_units(name, bounds, self.units)
            yield from number_faults(name, bounds)
        text = _("{cell} is outside its floor and cap")
        for unit, cell in self.fixed.items():
            if not self.floors.get(unit, cell) <= cell <= self.caps.get(unit, cell):
                yield Fault.at(f"fixed.{unit}", text, cell=cell)

    def _level_faults(self) -> Iterator[Fault]:
        yield from _unknown_units("parents", self.parents, self.units)
        for unit, parent in self.parents.items():
            yield from _unknown_units(f"parents.{unit}", [parent], self.units)
            if unit in _above(parent, self.parents):
                yield Fault.at(f"parents.{unit}", _("is above itself"))


def readable(facts: CheckedFacts) -> bool:
    """Return whether every value is of its type, so that values can be compared."""
    values = [(field, getattr(facts, field.name)) for field in describe(type(facts))]
    return all(
        field.optional if value is None else is_a(value, field.kind) and not field.problems(value)
        for field, value in values
    )


def unknown_within(path: str, parts: Iterable[CheckedFacts]) -> Iterator[str]:
    """Yield the names of the unknown facts of *parts*, each with its path."""
    for number, part in enumerate(parts):
        yield from (f"{path}[{number}].{name}" for name in part.unknown)


def number_faults(path: str, numbers: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault for each number below zero; the class finds those of another type."""
    for unit, value in numbers.items():
        if _is_exact(value) and value < 0:
            yield Fault.at(f"{path}.{unit}", _("must not be negative"))


def lot_faults(path: str, amount: int, lot: int) -> list[Fault]:
    """Return a fault if *amount* is not a multiple of *lot*."""
    over = amount % lot
    text = _("{amount} is not a multiple of {lot}: {over} too many or {under} too few")
    fault = Fault.at(path, text, amount=amount, lot=lot, over=over, under=lot - over)
    return [fault] if over else []


def _factor_faults(factors: tuple[Factor, ...]) -> Iterator[Fault]:
    if not factors or not factors[0].weights:
        yield Fault.at("factors", _("at least one factor with its units is needed"))
        return
    total = sum(factor.share for factor in factors)
    if total != 1:
        text = _("the shares add up to {sum}, not to 100%")
        yield Fault.at("factors", text, sum=total)
    units = factors[0].weights
    for number, factor in enumerate(factors):
        lacking = tuple(unit for unit in units if unit not in factor.weights)
        added = tuple(unit for unit in factor.weights if unit not in units)
        if lacking or added:
            text = _("other units than the first factor: lacks {lacking}; adds {added}")
            yield Fault.at(f"factors[{number}].weights", text, lacking=lacking, added=added)


def _unknown_units(path: str, names: Iterable[str], units: tuple[str, ...]) -> Iterator[Fault]:
    known = set(units)
    for name in names:
        if name in known:
            continue
        near = near_names(name, units)
        known_near = _("there is no unit {name}; did you mean {near}?")
        yield Fault.at(
            path, known_near if near else _("there is no unit {name}"), name=name, near=near
        )


def _above(unit: str, parents: Mapping[str, str]) -> set[str]:
    """Return *unit* and every unit above it."""
    chain: set[str] = set()
    while unit not in chain:
        chain.add(unit)
        unit = parents.get(unit, unit)
    return chain
