"""The cells of a target (目标任务数): how a target is divided, level by level, and why so.

>>> from gansu_reemployment.measures.targets.facts import Factor, Target
>>> weights = {"甲市": 2, "乙市": 1, "一县": 3, "二县": 1}
>>> parents = {"一县": "甲市", "二县": "甲市"}
>>> target = Target(total=100, factors=(Factor(weights=weights),), parents=parents)
>>> for share in divide(target):
...     print(share.show("en"))
甲市: quota 66.6666…, whole part 66, remainder 0.6666…, extra 1: 67
一县: quota 50.25, whole part 50, remainder 0.25, extra 0: 50
二县: quota 16.75, whole part 16, remainder 0.75, extra 1: 17
乙市: quota 33.3333…, whole part 33, remainder 0.3333…, extra 0: 33
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.measures.targets.breakdown.apportion import METHODS, Method, Split, quotas
from gansu_reemployment.measures.targets.facts import Factor, Target


class Held(Choice):
    """What a cell rests on (确定方式)."""

    WEIGHT = "按权数分配", "shared by weight"
    FLOOR = "按下限", "held at its floor"
    CAP = "按上限", "held at its cap"
    FIXED = "人工固定", "fixed by hand"


@frozen
class Share:
    """How one cell came about (分解过程); amounts in persons or posts.

    Args:
        unit: the place.
        quota: the exact share (应得份额).
        whole: its whole part, in multiples of the lot (整数部分).
        remainder: what is left of the quota (余数).
        extra: what the cell got beyond the whole part.
        allocated: the cell.
        held: what it rests on.
        parent: the unit above, or nothing at the top level.
    """

    unit: str
    quota: Fraction
    whole: int
    remainder: Fraction
    extra: int
    allocated: int
    held: Held
    parent: str | None = None

    def show(self, locale: str) -> str:
        """Tell how the cell came about."""
        return Message(
            _(
                "{unit}: quota {quota}, whole part {whole}, remainder {remainder}, "
                "extra {extra}: {cell}"
            )
            if self.held is Held.WEIGHT
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


def divide(target: Target, method: Method = Method.REMAINDER) -> tuple[Share, ...]:
    """Divide a target of which all is known by *method*, each unit before those below it.

    Raises:
        InvalidFactsError: no division is possible; every fault says where and by how much.
    """
    levels = target.levels()
    faults: list[Fault] = []

    def below(parent: str | None, total: int) -> Iterator[Share]:
        try:
            shares = _divide(target, method, levels[parent], total)
        except InvalidFactsError as error:
            faults.extend(_placed(fault, parent) for fault in error.faults)
            return
        for share in shares:
            yield evolve(share, parent=parent)
            if share.unit in levels:
                yield from below(share.unit, share.allocated)

    found = tuple(below(None, target.total or 0))
    if faults:
        raise InvalidFactsError(faults)
    return found


def _divide(target: Target, method: Method, units: Sequence[str], total: int) -> list[Share]:
    """Divide *total* among the units of one level."""
    fixed = {unit: target.fixed[unit] for unit in units if unit in target.fixed}
    others = [unit for unit in units if unit not in fixed]
    rest = total - sum(fixed.values())
    if faults := _rest_faults(total, rest, others):
        raise InvalidFactsError(faults)
    split = Split(
        total=rest,
        weights=_combined(target.factors or (), others, rest),
        floors=target.floors,
        caps=target.caps,
        lot=target.lot,
    )
    cells, exact = METHODS[method](split), quotas(split)
    return [
        Share(unit, Fraction(fixed[unit]), fixed[unit], Fraction(0), 0, fixed[unit], Held.FIXED)
        if unit in fixed
        else _share(split, unit, exact[unit], cells[unit])
        for unit in units
    ]


def _share(split: Split, unit: str, quota: Fraction, cell: int) -> Share:
    whole = quota // split.lot * split.lot
    return Share(unit, quota, whole, quota - whole, cell - whole, cell, _held(split, unit))


def _held(split: Split, unit: str) -> Held:
    held = split.sharing.held.get(unit)
    if held is None or not (unit in split.floors or unit in split.caps):
        return Held.WEIGHT
    return Held.FLOOR if held == split.least[unit] else Held.CAP


def _rest_faults(total: int, rest: int, others: Sequence[str]) -> list[Fault]:
    if rest < 0:
        text = _("the fixed cells add up to {sum}, {gap} above the {total} to divide")
    elif rest and not others:
        text = _("the fixed cells add up to {sum}, {gap} short of the {total} to divide")
    else:
        return []
    return [Fault.at("fixed", text, sum=total - rest, gap=abs(rest), total=total)]


def _combined(factors: Sequence[Factor], units: Sequence[str], rest: int) -> dict[str, Fraction]:
    """Give each unit's weight over all factors, of which each counts by its share."""
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


def _placed(fault: Fault, parent: str | None) -> Fault:
    """Put the unit whose share is divided before the fault's path."""
    return fault if parent is None else evolve(fault, path=f"{parent}.{fault.path}")


def _decimals(number: Fraction) -> str:
    """Write a number with at most four decimals, cut off and marked where there are more."""
    whole, below = divmod(int(number * 10_000), 10_000)
    text = f"{whole}.{below:04d}"
    return text.rstrip("0").rstrip(".") if number * 10_000 == int(number * 10_000) else f"{text}…"
