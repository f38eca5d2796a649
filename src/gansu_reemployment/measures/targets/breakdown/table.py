"""Target table of several indicators: counts that add up, and assigned rates (目标任务表).

Each level of government passes its targets down in one table. It has a column for each count.
The cells of an “of which” (其中) column are never above those of its parent. Columns of rates,
such as the ceiling of the registered unemployment rate, are set for each place and not added.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.facts import Factor
>>> people = (Factor(weights={"甲县": 2, "乙县": 1}),)
>>> older = (Factor(weights={"甲县": 9, "乙县": 1}),)
>>> plan = TargetPlan(
...     indicators=(
...         Indicator(name="再就业", total=30, factors=people),
...         Indicator(name="大龄", total=25, factors=older, part_of="再就业"),
...     ),
...     ceilings=(RateCeiling(name="登记失业率", rate=Fraction(45, 1000)),),
... )
>>> table = target_table(CaseWorking(on=date(2003, 6, 10)), plan, BreakdownRules()).value
>>> table.cells["大龄"], table.rates["登记失业率"]["乙县"]
({'甲县': 20, '乙县': 5}, Fraction(9, 200))
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Generic

from attrs import Factory, evolve, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    at_most_one,
    fact,
    not_negative,
    result_field,
)
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.breakdown.apportion import RoundingMethod
from gansu_reemployment.measures.targets.breakdown.cells import Cell, divide
from gansu_reemployment.measures.targets.breakdown.rules import BreakdownRules
from gansu_reemployment.measures.targets.facts import Target, number_faults, unknown_within
from gansu_reemployment.objects.frozen import immutable
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.tabular import Tabular


@frozen(kw_only=True, slots=False)
class Indicator(Target[U], Generic[U]):
    """A column of counts (分解指标): a target with a name, which may be part of another one.

    Args:
        name: the heading.
        part_of: the name of the indicator of which this one is a part (其中); empty if none.
    """

    name: str = fact("指标", "indicator", default="")
    part_of: str = fact("所属指标", "part of", default="")


@frozen(kw_only=True, slots=False)
class RateCeiling(CheckedFacts, Generic[U]):
    """A column of rates (控制指标).

    Args:
        name: the heading.
        rate: the rate of every unit that has no rate of its own.
        own: the rates set for single units.
    """

    name: str = fact("指标", "indicator", default="")
    rate: Fraction | U = fact("比率", "rate", not_negative, at_most_one)
    own: Mapping[str, Fraction] = fact("单独下达的比率", "own rates", default=Factory(dict))


@frozen(kw_only=True, slots=False)
class TargetPlan(CheckedFacts, Generic[U]):
    """The columns of a target table (目标任务计划); a parent comes before its parts.

    Args:
        indicators: the columns of counts, all over the same units.
        ceilings: the columns of rates.
    """

    indicators: tuple[Indicator[U], ...] | U = fact("分解指标", "indicators")
    ceilings: tuple[RateCeiling[U], ...] = fact("控制指标", "ceilings", default=())

    def contradictions(self) -> list[Fault]:
        """Return the faults between the columns."""
        indicators = self.indicators if isinstance(self.indicators, tuple) else ()
        faults = [*_name_faults([*indicators, *self.ceilings])]
        for number, indicator in enumerate(indicators):
            faults += _column_faults(f"indicators[{number}]", indicator, indicators[:number])
        units = indicators[0].units if indicators else ()
        for number, ceiling in enumerate(self.ceilings):
            faults += number_faults(f"ceilings[{number}].own", ceiling.own)
            strange = tuple(unit for unit in ceiling.own if unit not in units)
            if strange and self.indicators is not None:
                text = _("there is no unit {units}")
                faults.append(Fault.at(f"ceilings[{number}].own", text, units=strange))
        return faults

    def missing(self) -> tuple[str, ...]:
        """Return the names of the unknown facts, with those of the columns."""
        indicators = self.indicators if isinstance(self.indicators, tuple) else ()
        of_indicators = unknown_within("indicators", indicators)
        return (*self.unknown, *of_indicators, *unknown_within("ceilings", self.ceilings))


@frozen
class TargetTable(Tabular):
    """A target table (目标任务表): by column, the cell of every unit of every level.

    Args:
        cells: the counts; the units of the top level add up to *totals*.
        totals: the total of each count.
        rates: the assigned rates, which have no total.
    """

    cells: Mapping[str, Mapping[str, int]] = result_field("分解", "cells", converter=immutable)
    totals: Mapping[str, int] = result_field("合计", "totals", converter=immutable)
    rates: Mapping[str, Mapping[str, Fraction]] = result_field("比率", "rates", converter=immutable)


@measure("目标任务表", "target table", columns=False)
def target_table(w: CaseWorking, plan: TargetPlan[Known], rules: BreakdownRules) -> TargetTable:
    """Divide every indicator of a plan and assign its rates (编制目标任务表).

    The day of the law is the day of the division.

    It is by nature a loop, so it evaluates single cases only.

    Raises:
        InvalidFactsError: a column cannot be divided; every fault names the column and the gap.
    """
    if missing := plan.missing():
        raise Incomplete(*missing)
    w.cite(rules.levels)
    w.cite(rules.ties)
    w.cite(rules.of_which)
    w.cite(rules.rates)
    columns = divided(plan, w.use(rules.method))
    for name, column in columns.items():
        w.step(_("indicator"), name)
        for cell in column:
            w.step(_("share"), cell)
    units = plan.indicators[0].units if plan.indicators else ()
    return TargetTable(
        cells={name: allocation(column) for name, column in columns.items()},
        totals={indicator.name: indicator.total for indicator in plan.indicators},
        rates={ceiling.name: rates(ceiling, units) for ceiling in plan.ceilings},
    )


def divided(plan: TargetPlan[Known], method: RoundingMethod) -> dict[str, tuple[Cell, ...]]:
    """Divide each indicator; the cells of its parent are the caps of a part."""
    columns: dict[str, tuple[Cell, ...]] = {}
    faults: list[Fault] = []
    for number, indicator in enumerate(plan.indicators):
        whole = allocation(columns.get(indicator.part_of, ()))
        caps = {unit: min(cap, indicator.caps.get(unit, cap)) for unit, cap in whole.items()}
        try:
            columns[indicator.name] = divide(evolve(indicator, caps=caps or indicator.caps), method)
        except InvalidFactsError as error:
            faults += [evolve(f, path=f"indicators[{number}].{f.path}") for f in error.faults]
    if faults:
        raise InvalidFactsError(faults)
    return columns


def allocation(cells: Iterable[Cell]) -> dict[str, int]:
    """Return the number of each unit."""
    return {cell.unit: cell.allocated for cell in cells}


def rates(ceiling: RateCeiling[Known], units: Iterable[str]) -> dict[str, Fraction]:
    """Return the rate of each unit: its own, or the column's."""
    return {unit: ceiling.own.get(unit, ceiling.rate) for unit in units}


def _name_faults(columns: Iterable[Indicator[Any] | RateCeiling[Any]]) -> Iterator[Fault]:
    for name, times in Counter(column.name for column in columns).items():
        if not name:
            yield Fault.at("indicators", _("every column needs a name"))
        elif times > 1:
            yield Fault.at(
                "indicators", _("{times} columns have the name {name}"), times=times, name=name
            )


def _column_faults(
    path: str, indicator: Indicator[Any], before: tuple[Indicator[Any], ...]
) -> Iterator[Fault]:
    if before and indicator.units != before[0].units:
        yield Fault.at(f"{path}.factors", _("other units than the first indicator"))
    if not indicator.part_of:
        return
    parents = [other for other in before if other.name == indicator.part_of]
    if not parents:
        text = _("no earlier indicator has the name {name}")
        yield Fault.at(f"{path}.part_of", text, name=indicator.part_of)
        return
    whole, part = parents[0].total, indicator.total
    if whole is not None and part is not None and part > whole:
        text = _("{gap} above the {total} of {name}, of which it is a part")
        name = parents[0].name
        yield Fault.at(f"{path}.total", text, gap=part - whole, total=whole, name=name)
