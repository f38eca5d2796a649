"""Breakdown of a target among places (目标分解): every column adds up, at every level.

The Gansu opinion of 2003-06-10 passes targets down level by level (层层分解) and says no more:
the provincial office divides among prefectures and they among counties, by factors of their
own choice. A breakdown is by nature a loop, so it works single cases only.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.facts import Factor
>>> case = CaseWorking(on=date(2003, 6, 10))
>>> target = Target(total=1000, factors=(Factor(weights={"甲县": 5, "乙县": 3, "丙县": 4}),))
>>> breakdown(case, target, BreakdownRules()).value.allocation
{'甲县': 417, '乙县': 250, '丙县': 333}
"""

from attrs import field, frozen

from gansu_reemployment.facts import Unknown
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Reading
from gansu_reemployment.measures.targets.breakdown.cells import divide
from gansu_reemployment.measures.targets.breakdown.rules import BreakdownRules
from gansu_reemployment.measures.targets.facts import Target
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome


@frozen
class Breakdown:
    """A target divided among its units (分解结果).

    *allocation* holds every unit of every level, each followed by those below it; *extra* the
    units that got more than the whole part of their quota.
    """

    allocation: dict[str, int] = field(metadata={"zh": "分解", "en": "allocation"})
    extra: tuple[str, ...] = field(metadata={"zh": "余数进位单位", "en": "units with an extra one"})


def breakdown(w: CaseWorking, target: Target, rules: BreakdownRules) -> Outcome[Breakdown]:
    """Divide a target among its units (目标分解); for single cases only.

    The steps are the factors that have a name, then a :class:`~.breakdown.cells.Share` for each
    cell.

    Raises:
        InvalidFactsError: no division is possible; every fault says where and by how much.
    """
    if target.unknown:
        return w.outcome(Unknown(tuple(target.unknown)))
    w.cite(rules.levels)
    method = w.use(rules.method)
    for asked, reading in _readings(target, rules):
        if asked:
            w.cite(reading)
    for factor in target.factors or ():
        if factor.name:
            w.step(_("factor"), factor)
    shares = divide(target, method)
    for share in shares:
        w.step(_("share"), share)
    allocation = {share.unit: share.allocated for share in shares}
    extra = tuple(share.unit for share in shares if share.extra > 0)
    return w.outcome(Breakdown(allocation, extra))


def _readings(target: Target, rules: BreakdownRules) -> tuple[tuple[bool, Reading], ...]:
    return (
        (True, rules.ties),
        (bool(target.floors or target.caps), rules.bounds),
        (bool(target.fixed), rules.fixed),
        (target.lot > 1, rules.lots),
    )


BREAKDOWN: Measure[Target, Breakdown] = Measure(
    "breakdown", "目标分解", "breakdown", breakdown, Target, BreakdownRules, columns=False
)
