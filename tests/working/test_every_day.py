"""Every measure on every kind of day, from before the first rule to after the last.

Where no value of a rule is known, no error leaves a measure: the outcome is undecided and names
the rule, and a row over columns says what the case says.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

import pytest
from drawn import OVER_COLUMNS, example, register

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import birth_faults
from gansu_reemployment.measures.targets.assessment.assessment import ScoreSheet
from gansu_reemployment.measures.targets.assessment.schemes import SCHEMES, Item
from gansu_reemployment.measures.targets.breakdown.table import Indicator, RateCeiling, TargetPlan
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.measures.targets.transfers.facts import (
    Direction,
    Form,
    FundFactor,
    FundShare,
    Transfer,
)
from gansu_reemployment.money import Yuan

PLACES: Final = ("全国", "兰州市", "天水市")
FIRST: Final = date(2002, 9, 1)
LAST: Final = date(2011, 1, 31)


def days(step: int) -> list[date]:
    """Return the days from the first to the last in steps."""
    count = (LAST - FIRST).days // step
    return [FIRST + timedelta(days=step * n) for n in range(count + 1)]


def differing() -> list[tuple[str, str]]:
    """Return each measure over columns with the places whose law of it differs."""
    found: dict[tuple[str, Any], str] = {}
    for place in PLACES:
        bureau = Bureau.of(place)
        for name, measure in OVER_COLUMNS.items():
            rules = {r.path: [*r.segments()] for r in bureau.rulebook.rules_in(measure.rules)}
            basis = bureau.basis(measure)
            found.setdefault((name, repr((rules, basis.conditions, basis.adjustments))), place)
    return [(name, place) for (name, _law), place in found.items()]


@pytest.fixture(name="agree_in")
def _agree_in(
    agree: Callable[..., None], facts_of: Callable[[Any, Any], Any]
) -> Callable[..., None]:
    """Return the comparison of both workings under the law of a place, with a row for each day."""

    def compare(name: str, place: str, *only: str, on: date | None = None) -> None:
        measure, bureau = OVER_COLUMNS[name], Bureau.of(place)
        rules, conditions = bureau.rulebook.of(measure.rules), bureau.basis(measure).conditions
        drawn = register(measure, facts_of, known=False)
        rows = [{**drawn[n % len(drawn)], "day": day} for n, day in enumerate(days(61))]
        agree(measure, rows, rules=rules, conditions=conditions, on=on, only=only)

    return compare


@pytest.mark.parametrize(("name", "place"), differing())
def test_case_and_columns_agree(name: str, place: str, agree_in: Callable[..., None]) -> None:
    """Values, refusals, questions and citations are the same on each of the days."""
    agree_in(name, place, "polars")


@pytest.mark.slow("plans every measure in every place eight times")
@pytest.mark.parametrize(("name", "place"), differing())
def test_every_frame_agrees(name: str, place: str, agree_in: Callable[..., None]) -> None:
    """The same of other frames, and before the first rule and after the last."""
    agree_in(name, place, "polars, profiled", "polars, coded")
    for day in (FIRST, LAST):
        agree_in(name, place, "polars", "polars, profiled", "polars, coded", on=day)


def shares_of_targets() -> dict[str, Any]:
    """Return facts of the measures about targets, whose tables by place cannot be drawn."""
    people = Factor(weights={"甲县": 2, "乙县": 1})
    posts = FundShare(
        factor=FundFactor.PUBLIC_POSTS,
        weight=Fraction(1),
        direction=Direction.MORE,
        values={"甲县": 300, "乙县": 100},
    )
    return {
        "breakdown": Target(total=30, factors=(people,)),
        "target_table": TargetPlan(
            indicators=(Indicator(name="再就业", total=30, factors=(people,)),),
            ceilings=(RateCeiling(name="登记失业率", rate=Fraction(45, 1000)),),
        ),
        "allocate": Transfer(pot=Yuan("100.01"), form=Form.SHARE, factors=(posts,)),
        "assessment": ScoreSheet(
            items=(Item("政策", "policy", 60),),
            bands=SCHEMES["shanwei_2010"].bands,
            scores={"甲县": {"政策": 55}, "乙县": {"政策": 40}},
        ),
    }


@pytest.mark.parametrize("name", MEASURES)
def test_no_error_leaves_a_measure(name: str) -> None:
    """Facts have an outcome on each day in each place, which names what is not known.

    Only a person not yet born on the day, or too old by then, is a fault of the facts.
    """
    bureaus = [Bureau.of(place) for place in PLACES]
    given = shares_of_targets().get(name)
    drawn = [given] if given else [example(MEASURES[name], number) for number in range(30)]
    cases = [case for case in drawn if case is not None]
    assert cases
    for number, day in enumerate(days(19)):
        for bureau in bureaus:
            case = cases[number % len(cases)]
            if birth_faults(case, day):
                with pytest.raises(InvalidFactsError):
                    bureau.work(name, case, on=day)
                continue
            outcome = bureau.work(name, case, on=day)
            assert (outcome.status == "decided") == (outcome.value is not None)
            assert {gap.name for gap in outcome.not_known} <= set(outcome.missing)
            for gap in outcome.not_known:
                assert gap.show("zh_CN") in outcome.explain("zh_CN")
