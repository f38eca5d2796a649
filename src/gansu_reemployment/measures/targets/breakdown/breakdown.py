"""Breakdown of a target among places (目标分解): every column adds up, at every level.

The Gansu opinion of 2003-06-10 passes targets down level by level (层层分解) and states no
formula. The provincial office divides among prefectures and they divide among counties, by
factors of their own choice.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.facts import Factor
>>> case = CaseWorking(on=date(2003, 6, 10))
>>> target = Target(total=1000, factors=(Factor(weights={"甲县": 5, "乙县": 3, "丙县": 4}),))
>>> breakdown(case, target, BreakdownRules()).value.allocation
{'甲县': 417, '乙县': 250, '丙县': 333}
"""

from collections.abc import Mapping

from attrs import evolve, frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.breakdown.cells import divide
from gansu_reemployment.measures.targets.breakdown.rules import BreakdownRules
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.objects.frozen import immutable
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.tabular import Tabular


@frozen
class Breakdown(Tabular):
    """A target divided among its units (分解结果).

    *allocation* lists every unit of every level, each followed by the units below it. *extra*
    lists the units with more than the whole part of their quota.
    """

    allocation: Mapping[str, int] = result_field("分解", "allocation", converter=immutable)
    extra: tuple[str, ...] = result_field("余数进位单位", "units with an extra one")


@measure("目标分解", "breakdown", columns=False)
def breakdown(w: CaseWorking, target: Target[Known], rules: BreakdownRules) -> Breakdown:
    """Divide a target among its units (目标分解).

    The day of the law is the day of the division.

    It is by nature a loop, so it evaluates single cases only. Its steps are the factors that
    have a name, then the :class:`~.breakdown.cells.Cell` of each unit.

    Raises:
        InvalidFactsError: no division is possible; every fault names the unit and the gap.
    """
    # The law of the day comes first: on a day without it there is nothing to ask.
    w.cite(rules.levels)
    method = w.use(rules.method)
    factors = target.factors or factors_of_place(w, rules)
    open_ = [name for name in target.unknown if name != "factors" or not factors]
    if open_:
        raise Incomplete(*open_)
    target = evolve(target, factors=factors)
    w.cite(rules.ties)
    if target.floors or target.caps:
        w.cite(rules.bounds)
    if target.fixed:
        w.cite(rules.fixed)
    if target.lot > 1:
        w.cite(rules.lots)
    for factor in target.factors:
        if factor.name:
            w.step(_("factor"), factor)
    cells = divide(target, method)
    for cell in cells:
        w.step(_("share"), cell)
    allocation = {cell.unit: cell.allocated for cell in cells}
    extra = tuple(cell.unit for cell in cells if cell.extra > 0)
    return Breakdown(allocation, extra)


def factors_of_place(w: CaseWorking, rules: BreakdownRules) -> tuple[Factor, ...]:
    """Return the factor of the weights that the place states for the year, if it states any."""
    if not rules.weights.knows(w.on):
        return ()
    return (Factor(weights=w.use(rules.weights)),)
