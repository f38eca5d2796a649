"""Target table of several indicators (目标任务表): counts that add up, and rates that are assigned.

Whoever passes targets down writes one table: a column for each count, some of them “of which”
(其中) columns that stay within their parent in every cell, and columns of rates, such as the
ceiling of the registered unemployment rate, that are set for each place and never added.
It is by nature a loop, so it works single cases only.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.facts import Factor
>>> people = (Factor(weights={"甲县": 2, "乙县": 1}),)
>>> older = (Factor(weights={"甲县": 9, "乙县": 1}),)
>>> plan = TargetPlan(
...     indicators=(
...         Indicator(name="再就业", total=30, factors=people),
...         Indicator(name="大龄", total=25, factors=older, part_of="再就业"),
...     ),
...     ceilings=(Ceiling(name="登记失业率", rate=Fraction(45, 1000)),),
... )
>>> table = target_table(CaseWorking(on=date(2003, 6, 10)), plan, BreakdownRules()).value
>>> table.cells["大龄"], table.rates["登记失业率"]["乙县"]
({'甲县': 20, '乙县': 5}, Fraction(9, 200))
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import Factory, evolve, field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, not_negative
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.breakdown.apportion import Method
from gansu_reemployment.measures.targets.breakdown.cells import Share, divide
from gansu_reemployment.measures.targets.breakdown.rules import BreakdownRules
from gansu_reemployment.measures.targets.facts import Target, number_faults
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome


@frozen(kw_only=True, slots=False)
class Indicator(Target):
    """A column of counts (分解指标): a target with its name, and what it is part of.

    Args:
        name: the heading.
        part_of: the name of the indicator of which this one is a part (其中), or nothing.

    Raises:
        InvalidFactsError: with every fault.
    """

    name: str = fact("指标", "indicator", default="")
    part_of: str = fact("所属指标", "part of", default="")


@frozen(kw_only=True, slots=False)
class Ceiling(CheckedFacts):
    """A column of rates (控制指标), the same for all but those in *own*.

    Args:
        name: the heading.
        rate: what the place above holds itself to.
        own: the rates that are set otherwise, by unit.

    Raises:
        InvalidFactsError: with every fault.
    """

    name: str = fact("指标", "indicator", default="")
    rate: Fraction | None = fact("比率", "rate", not_negative)
    own: Mapping[str, Fraction] = fact("单独下达的比率", "own rates", default=Factory(dict))


@frozen(kw_only=True, slots=False)
class TargetPlan(CheckedFacts):
    """What a target table is made from (目标任务计划); a parent stands before its parts.

    Args:
        indicators: the columns of counts, all over the same units.
        ceilings: the columns of rates.

    Raises:
        InvalidFactsError: with every fault.
    """

    indicators: tuple[Indicator, ...] | None = fact("分解指标", "indicators")
    ceilings: tuple[Ceiling, ...] = fact("控制指标", "ceilings", default=())

    def contradictions(self) -> list[Fault]:
        """Give the faults between the columns."""
        indicators = self.indicators or ()
        faults = [*_name_faults([*indicators, *self.ceilings])]
        for number, indicator in enumerate(indicators):
            faults += _column_faults(f"indicators[{number}]", indicator, indicators[:number])
        units = indicators[0].units if indicators else ()
        for number, ceiling in enumerate(self.ceilings):
            faults += number_faults(f"ceilings[{number}].own", ceiling.own)
            strange = tuple(unit for unit in ceiling.own if unit not in units)
            if strange:
                text = _("there is no unit {units}")
                faults.append(Fault.at(f"ceilings[{number}].own", text, units=strange))
        return faults


@frozen
class TargetTable:
    """A target table (目标任务表): by column, the cell of every unit of every level.

    Args:
        cells: the counts; they add up to *totals* over the top level.
        totals: the whole of each count.
        rates: the assigned rates; they have no total.
    """

    cells: dict[str, dict[str, int]] = field(metadata={"zh": "分解", "en": "cells"})
    totals: dict[str, int] = field(metadata={"zh": "合计", "en": "totals"})
    rates: dict[str, dict[str, Fraction]] = field(metadata={"zh": "比率", "en": "rates"})


def target_table(w: CaseWorking, plan: TargetPlan, rules: BreakdownRules) -> Outcome[TargetTable]:
    """Divide every indicator of a plan and assign its rates (编制目标任务表).

    Raises:
        InvalidFactsError: a column cannot be divided; every fault says where and by how much.
    """
    if missing := [*plan.unknown, *_missing(plan)]:
        return w.outcome(Unknown(tuple(missing)))
    for reading in (rules.levels, rules.ties, rules.of_which, rules.rates):
        w.cite(reading)
    columns = _divide(plan, w.use(rules.method))
    for name, shares in columns.items():
        w.step(_("indicator"), name)
        for share in shares:
            w.step(_("share"), share)
    cells = {name: {s.unit: s.allocated for s in shares} for name, shares in columns.items()}
    totals = {indicator.name: indicator.total or 0 for indicator in plan.indicators or ()}
    return w.outcome(TargetTable(cells, totals, _rates(plan)))


def _divide(plan: TargetPlan, method: Method) -> dict[str, tuple[Share, ...]]:
    """Divide each indicator; a part has the cells of its parent for caps."""
    columns: dict[str, tuple[Share, ...]] = {}
    faults: list[Fault] = []
    for number, indicator in enumerate(plan.indicators or ()):
        within = {share.unit: share.allocated for share in columns.get(indicator.part_of, ())}
        caps = {u: min(cap, indicator.caps.get(u, cap)) for u, cap in within.items()}
        try:
            columns[indicator.name] = divide(evolve(indicator, caps=caps or indicator.caps), method)
        except InvalidFactsError as error:
            faults += [evolve(f, path=f"indicators[{number}].{f.path}") for f in error.faults]
    if faults:
        raise InvalidFactsError(faults)
    return columns


def _rates(plan: TargetPlan) -> dict[str, dict[str, Fraction]]:
    units = plan.indicators[0].units if plan.indicators else ()
    return {
        ceiling.name: {unit: ceiling.own.get(unit, ceiling.rate or Fraction(0)) for unit in units}
        for ceiling in plan.ceilings
    }


def _missing(plan: TargetPlan) -> Iterator[str]:
    for name, columns in (("indicators", plan.indicators or ()), ("ceilings", plan.ceilings)):
        for number, column in enumerate(columns):
            yield from (f"{name}[{number}].{fact_name}" for fact_name in column.unknown)


def _name_faults(columns: list[Indicator | Ceiling]) -> Iterator[Fault]:
    for name, times in Counter(column.name for column in columns).items():
        if not name:
            yield Fault.at("indicators", _("every column needs a name"))
        elif times > 1:
            yield Fault.at(
                "indicators", _("{times} columns have the name {name}"), times=times, name=name
            )


def _column_faults(
    path: str, indicator: Indicator, before: tuple[Indicator, ...]
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


TARGET_TABLE: Measure[TargetPlan, TargetTable] = Measure(
    "target_table",
    "目标任务表",
    "target table",
    target_table,
    TargetPlan,
    BreakdownRules,
    columns=False,
)
