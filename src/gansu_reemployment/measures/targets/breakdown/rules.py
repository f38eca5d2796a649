"""The rules of the breakdown of a target (目标分解规则).

The Gansu opinion of 2003-06-10 passes targets down level by level and states no formula. The
other rules are conventions of this library. A region may choose another rounding method, and state
the weights by which it divides the targets of a year.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.targets.breakdown.apportion import RoundingMethod
from gansu_reemployment.regions import Level

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

_OPINION: Final = date(2003, 6, 10)
_READ: Final = GANSU_OPINION_2003.at("一(一)")


@rule_table("breakdown", checked=date(2026, 11, 28))
class BreakdownRules:
    """The division of a target; only *levels* is in the text of the opinion."""

    levels: Reading = reading(
        "目标任务层层分解", "targets are divided level by level", cited(_OPINION, _READ)
    )
    method: Rule[RoundingMethod] = stated(
        "取整方法",
        "how quotas are made whole",
        Provision(_OPINION, RoundingMethod.REMAINDER, CONVENTION),
        delegated_to=Level.COUNTY,
    )
    weights: Rule[Mapping[str, int]] = stated(
        "分解权数", "weights of the units below", delegated_to=Level.COUNTY
    )
    ties: Reading = reading(
        "余数相同的，列在前的先得",
        "of equal claims the first listed is served first",
        cited(_OPINION, CONVENTION),
    )
    bounds: Reading = reading(
        "达不到下限的按下限、超过上限的按上限，其余单位重新按权数分配",
        "a unit beyond a floor or cap gets that bound, the others share the rest by weight",
        cited(_OPINION, CONVENTION),
    )
    fixed: Reading = reading(
        "人工固定的先扣除，其余单位按权数分配",
        "fixed cells are taken out first, the others share the rest by weight",
        cited(_OPINION, CONVENTION),
    )
    lots: Reading = reading(
        "各单位任务取整数倍，总数不变",
        "cells are multiples, and the total is kept",
        cited(_OPINION, CONVENTION),
    )
    of_which: Reading = reading(
        "“其中”项包含在所属项内，不与其相加，也不超过所属项",
        "an “of which” column is part of its parent and never above it",
        cited(_OPINION, CONVENTION),
    )
    rates: Reading = reading(
        "比率指标直接下达，不分解、不相加",
        "rates are assigned, neither divided nor added",
        cited(_OPINION, CONVENTION),
    )
