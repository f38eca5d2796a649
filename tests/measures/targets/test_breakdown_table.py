"""The target table: counts add up, parts are within parents, rates are assigned."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.measures.targets.breakdown.rules import BreakdownRules
from gansu_reemployment.measures.targets.breakdown.table import (
    Indicator,
    RateCeiling,
    TargetPlan,
    TargetTable,
    target_table,
)
from gansu_reemployment.measures.targets.facts import Factor
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 6, 10)
UNITS = ("兰州", "城关", "红古", "天水")
PARENTS = {"城关": "兰州", "红古": "兰州"}


def by(*weights: int) -> tuple[Factor, ...]:
    """Build one factor of the four units."""
    return (Factor(weights=dict(zip(UNITS, weights, strict=True))),)


NEW = Indicator(name="新增就业", total=1000, factors=by(3, 2, 1, 1), parents=PARENTS)
BACK = Indicator(
    name="再就业", total=600, factors=by(1, 1, 3, 1), parents=PARENTS, part_of="新增就业"
)
OLDER = Indicator(name="大龄", total=500, factors=by(1, 9, 1, 9), parents=PARENTS, part_of="再就业")


def work(plan: TargetPlan) -> Outcome[TargetTable]:
    """Evaluate a plan on the day of the opinion."""
    outcome: Outcome[TargetTable] = target_table(CaseWorking(DAY), plan, BreakdownRules())
    return outcome


def table(plan: TargetPlan) -> TargetTable:
    """Return the table of a plan."""
    value = work(plan).value
    assert value is not None
    return value


def faults(**facts: Any) -> dict[str, str]:
    """Return the faults of a plan that is rejected or cannot be divided, by path."""
    with pytest.raises(InvalidFactsError) as caught:
        work(TargetPlan(**facts))
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_parts_stay_within_their_parents() -> None:
    """An “of which” cell is never above its parent's, even if its own weights exceed it."""
    found = table(TargetPlan(indicators=(NEW, BACK, OLDER)))
    assert {"兰州": 750, "城关": 500, "红古": 250, "天水": 250} == found.cells["新增就业"]
    assert {"兰州": 350, "城关": 100, "红古": 250, "天水": 250} == found.cells["再就业"]
    assert {"兰州": 250, "城关": 100, "红古": 150, "天水": 250} == found.cells["大龄"]
    assert {"新增就业": 1000, "再就业": 600, "大龄": 500} == found.totals


@given(
    st.tuples(*[st.integers(1, 20)] * 4),
    st.tuples(*[st.integers(1, 20)] * 4),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_every_column_adds_up_within_its_parent(
    first: tuple[int, ...], second: tuple[int, ...], total: int, less: int
) -> None:
    """At every level the cells add up, and a part is never above its parent."""
    whole = evolve(NEW, total=total + less, factors=by(*first))
    part = evolve(BACK, total=total, factors=by(*second))
    cells = table(TargetPlan(indicators=(whole, part))).cells
    for name, amount in (("新增就业", total + less), ("再就业", total)):
        assert amount == cells[name]["兰州"] + cells[name]["天水"]
        assert cells[name]["兰州"] == cells[name]["城关"] + cells[name]["红古"]
    assert all(cells["再就业"][unit] <= cells["新增就业"][unit] for unit in UNITS)


def test_rates_are_assigned_and_never_added() -> None:
    """Every unit has the rate of the column or its own; rates have no total."""
    ceiling = RateCeiling(
        name="登记失业率", rate=Fraction(45, 1000), own={"天水": Fraction(42, 1000)}
    )
    found = table(TargetPlan(indicators=(NEW,), ceilings=(ceiling,)))
    assert {
        "兰州": Fraction(45, 1000),
        "城关": Fraction(45, 1000),
        "红古": Fraction(45, 1000),
        "天水": Fraction(42, 1000),
    } == found.rates["登记失业率"]
    assert "登记失业率" not in found.totals


@pytest.mark.parametrize(("total", "gap"), [(1001, 1), (1100, 100)])
def test_part_is_no_larger_than_its_parent(total: int, gap: int) -> None:
    """The total of a part is at most that of its parent; the fault names the gap."""
    text = f"{gap} above the 1000 of 新增就业, of which it is a part"
    expected = {"indicators[1].total": text}
    assert expected == faults(indicators=(NEW, evolve(BACK, total=total)))
    equal = table(TargetPlan(indicators=(NEW, evolve(BACK, total=1000))))
    assert equal.cells["新增就业"] == equal.cells["再就业"]


def test_floor_of_a_part_above_its_parent_is_refused() -> None:
    """A floor above the cell of the parent is a fault that names the gap."""
    part = evolve(BACK, floors={"天水": 251})
    found = faults(indicators=(NEW, part))
    assert {
        "indicators[1].floors.天水": "the floor 251 is 1 above the cap 250, in multiples of 1"
    } == found


def test_own_cap_of_a_part_still_holds() -> None:
    """A part keeps its own cap if it is lower than the cell of the parent."""
    found = table(TargetPlan(indicators=(NEW, evolve(BACK, caps={"天水": 200}))))
    assert 200 == found.cells["再就业"]["天水"]


def test_columns_are_checked_all_at_once() -> None:
    """The faults of names, parents, units and rates are raised together."""
    own = {"西安": Fraction(1)}
    found = faults(
        indicators=(
            NEW,
            evolve(BACK, name="新增就业", part_of="净增就业"),
            Indicator(name="", total=1, factors=(Factor(weights={"兰州": 1}),)),
        ),
        ceilings=(RateCeiling(name="率", rate=Fraction(1), own=own),),
    )
    assert {
        "indicators": "every column needs a name",
        "indicators[1].part_of": "no earlier indicator has the name 净增就业",
        "indicators[2].factors": "other units than the first indicator",
        "ceilings[0].own": "there is no unit 西安",
    } == found
    twice = faults(indicators=(NEW, NEW))
    assert {"indicators": "2 columns have the name 新增就业"} == twice


def test_every_column_that_cannot_be_divided_is_named() -> None:
    """The faults of several columns are raised together."""
    found = faults(
        indicators=(
            evolve(NEW, floors={"天水": 1001}),
            evolve(BACK, part_of="", caps={"天水": 1, "兰州": 1}),
        )
    )
    assert {
        "indicators[0].floors": "the floors add up to 1001, 1 above the 1000 to divide",
        "indicators[1].caps": "at most 2 can be placed, 598 short of the 600 to divide",
    } == found


def test_unknown_facts_are_named_by_column() -> None:
    """An unknown fact of a column leaves the table undecided."""
    plan = TargetPlan(
        indicators=(evolve(NEW, total=None), BACK), ceilings=(RateCeiling(name="登记失业率"),)
    )
    outcome = work(plan)
    assert "undecided" == outcome.status
    assert ("indicators[0].total", "ceilings[0].rate") == outcome.missing
    assert ("indicators",) == work(TargetPlan()).missing


def test_explanation_names_each_column() -> None:
    """The steps follow the columns, and the readings are cited."""
    bureau = Bureau.of("甘肃省", host=load_host([]))
    outcome = bureau.target_table(TargetPlan(indicators=(NEW, BACK)), on=DAY)
    assert ["新增就业", "再就业"] == [s.value for s in outcome.steps if isinstance(s.value, str)]
    cited = {row.rule.path for row in outcome.citations}
    assert {"breakdown.of_which", "breakdown.rates", "breakdown.levels"} <= cited


def test_plan_is_written_and_read_back() -> None:
    """A plan is equal after writing and reading."""
    plan = TargetPlan(
        indicators=(NEW, BACK), ceilings=(RateCeiling(name="登记失业率", rate=Fraction(45, 1000)),)
    )
    assert plan == read_facts(TargetPlan, write_facts(plan))
