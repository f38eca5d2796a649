"""The cells of a target, level by level, each with its derivation (目标任务数).

>>> from gansu_reemployment.measures.targets.facts import Factor, Target
>>> weights = {"甲市": 2, "乙市": 1, "一县": 3, "二县": 1}
>>> parents = {"一县": "甲市", "二县": "甲市"}
>>> target = Target(total=100, factors=(Factor(weights=weights),), parents=parents)
>>> for cell in divide(target):
...     print(cell.show("en"))
甲市: quota 66.6666…, whole part 66, remainder 0.6666…, extra 1: 67
一县: quota 50.25, whole part 50, remainder 0.25, extra 0: 50
二县: quota 16.75, whole part 16, remainder 0.75, extra 1: 17
乙市: quota 33.3333…, whole part 33, remainder 0.3333…, extra 0: 33
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.measures.targets.breakdown.apportion import (
    METHODS,
    RoundingMethod,
    Split,
    quotas,
)
from gansu_reemployment.measures.targets.facts import Factor, Target


class CellBasis(Choice):
    """The way in which a cell was determined (确定方式)."""

    WEIGHT = "按权数分配", "shared by weight"
    FLOOR = "按下限", "at its floor"
    CAP = "按上限", "at its cap"
    FIXED = "人工固定", "fixed by hand"


@frozen
class Cell:
    """A cell and its derivation (分解过程), in persons or posts.

    Args:
        unit: the unit of the cell.
        quota: the exact share (应得份额).
        whole: the whole part of the quota, a multiple of the lot (整数部分).
        remainder: the rest of the quota (余数).
        extra: the cell less the whole part.
        allocated: the cell.
        held: the way in which it was determined.
        parent: the unit above; ``None`` at the top level.
    """

    unit: str
    quota: Fraction
    whole: int
    remainder: Fraction
    extra: int
    allocated: int
    held: CellBasis
    parent: str | None = None

    def show(self, locale: str) -> str:
        """Return the derivation of the cell."""
        return Message(
            _(
                "{unit}: quota {quota}, whole part {whole}, remainder {remainder}, "
                "extra {extra}: {cell}"
            )
            if self.held is CellBasis.WEIGHT
            else _("{unit}: {held}: {cell}"),
            {
                "unit": self.unit,
                "quota": _decimals(self.quota),
                "whole": self.whole,
                "remainder": _decimals(self.remainder),
                "extra": self.extra,
                "held": self.held,
                "cell": self.allocated,
            },
        ).say(locale)


def divide(
    target: Target[Known], method: RoundingMethod = RoundingMethod.REMAINDER
) -> tuple[Cell, ...]:
    """Divide a target by *method*; each unit is followed by the units below it.

    Raises:
        InvalidFactsError: no division is possible; every fault names the unit and the gap.
    """
    levels = target.levels()
    faults: list[Fault] = []

    def below(parent: str | None, total: int) -> Iterator[Cell]:
        try:
            cells = _level_cells(target, method, levels[parent], total)
        except InvalidFactsError as error:
            faults.extend(_below(parent, fault) for fault in error.faults)
            return
        for cell in cells:
            yield evolve(cell, parent=parent)
            if cell.unit in levels:
                yield from below(cell.unit, cell.allocated)

    found = tuple(below(None, target.total))
    if faults:
        raise InvalidFactsError(faults)
    return found


def _level_cells(
    target: Target[Known], method: RoundingMethod, units: Sequence[str], total: int
) -> list[Cell]:
    """Divide *total* among the units of one level."""
    fixed = {unit: target.fixed[unit] for unit in units if unit in target.fixed}
    others = [unit for unit in units if unit not in fixed]
    rest = total - sum(fixed.values())
    if faults := _rest_faults(total, rest, others):
        raise InvalidFactsError(faults)
    split = Split(
        total=rest,
        weights=_combined(target.factors, others, rest),
        floors=target.floors,
        caps=target.caps,
        lot=target.lot,
    )
    numbers, exact = METHODS[method](split), quotas(split)
    return [
        _fixed_cell(unit, fixed[unit])
        if unit in fixed
        else _cell(split, unit, exact[unit], numbers[unit])
        for unit in units
    ]


def _fixed_cell(unit: str, number: int) -> Cell:
    return Cell(unit, Fraction(number), number, Fraction(0), 0, number, CellBasis.FIXED)


def _cell(split: Split, unit: str, quota: Fraction, number: int) -> Cell:
    whole = quota // split.lot * split.lot
    return Cell(unit, quota, whole, quota - whole, number - whole, number, _basis(split, unit))


def _basis(split: Split, unit: str) -> CellBasis:
    held = split.sharing.held.get(unit)
    if held is None or not (unit in split.floors or unit in split.caps):
        return CellBasis.WEIGHT
    return CellBasis.FLOOR if held == split.least[unit] else CellBasis.CAP


def _rest_faults(total: int, rest: int, others: Sequence[str]) -> list[Fault]:
    if rest < 0:
        text = _("the fixed cells add up to {sum}, {gap} above the {total} to divide")
    elif rest and not others:
        text = _("the fixed cells add up to {sum}, {gap} short of the {total} to divide")
    else:
        return []
    return [Fault.at("fixed", text, sum=total - rest, gap=abs(rest), total=total)]


def _combined(factors: Sequence[Factor], units: Sequence[str], rest: int) -> dict[str, Fraction]:
    """Add the weights of each unit over all factors, each factor by its share."""
    # Only the weights of fixed cells may be unknown, and those units are not among *units*.
    columns = [{unit: factor.weights[unit] or Fraction(0) for unit in units} for factor in factors]
    sums = [sum(column.values(), Fraction(0)) for column in columns]
    text = _("all weights are zero: the factor cannot be used")
    faults = [Fault.at(f"factors[{n}].weights", text) for n, whole in enumerate(sums) if not whole]
    if faults and rest:
        raise InvalidFactsError(faults)
    parts = [
        (factor.share / whole, column)
        for factor, whole, column in zip(factors, sums, columns, strict=True)
        if whole
    ]
    return {
        unit: sum((part * column[unit] for part, column in parts), Fraction(0)) for unit in units
    }


def _below(parent: str | None, fault: Fault) -> Fault:
    """Return the fault with the divided unit at the beginning of its path."""
    return fault if parent is None else evolve(fault, path=f"{parent}.{fault.path}")


def _decimals(number: Fraction) -> str:
    """Format a number with at most four decimals; the mark … means that more follow."""
    whole, below = divmod(int(number * 10_000), 10_000)
    text = f"{whole}.{below:04d}"
    return text.rstrip("0").rstrip(".") if number * 10_000 == int(number * 10_000) else f"{text}…"
