"""Training and placement subsidies: standards, rates, conditions, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.subsidies.services.placement import (
    PlacementClaim,
    placement_subsidy,
)
from gansu_reemployment.measures.subsidies.services.rules import (
    Course,
    Placement,
    Rates,
    ServicesRules,
)
from gansu_reemployment.measures.subsidies.services.training import (
    TrainingClaim,
    TrainingSubsidy,
    training_subsidy,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
COURSE = TrainingClaim(course=Course.SKILLS, qualified=True, enrolled=20, passed=18, placed=9)
PLACED = PlacementClaim(
    qualified=True, placed=True, contract_years=1, months_kept=3, placed_this_year=False
)


def local(**values: Any) -> ServicesRules:
    """Return the rules with local values."""
    rules = ServicesRules()
    rows = {
        name: [Provision(date(2002, 11, 25), value, LOCAL, region="620000")]
        for name, value in values.items()
    }
    return amended(rules, **{name: getattr(rules, name).amended(row) for name, row in rows.items()})


STANDARDS = local(
    skills=Yuan(300),
    start_idea=Yuan(300),
    start_firm=Yuan(1300),
    by_employer=Yuan(150),
    unplaced_share=Fraction(60, 100),
    rates=Rates.REACHED,
    pass_rate=Fraction(90, 100),
    placement_rate=Fraction(50, 100),
)
KEPT = local(
    placement=Placement.KEPT,
    placement_standard=Yuan(100),
    contract_years=1,
    months_kept=3,
    claim_months=6,
)


def train(claim: TrainingClaim, rules: ServicesRules = STANDARDS) -> Outcome[TrainingSubsidy]:
    """Evaluate one course."""
    case = CaseWorking(DAY)
    outcome: Outcome[TrainingSubsidy] = training_subsidy(case, case.read(claim), rules)
    return outcome


def place(claim: PlacementClaim, rules: ServicesRules = KEPT) -> Outcome[Yuan]:
    """Evaluate one placement."""
    case = CaseWorking(DAY)
    outcome: Outcome[Yuan] = placement_subsidy(case, case.read(claim), rules)
    return outcome


def codes(outcome: Outcome[Any]) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in outcome.refusals]


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases have the expected results."""
    results = run_vectors("training_subsidy")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


class TestTraining:
    """The training subsidy."""

    def test_gansu_of_2003_is_not_known(self) -> None:
        """Gansu's amounts of 2003 are unknown; rule and remedy are named."""
        outcome = Bureau.of("天水市").training_subsidy(COURSE, on=DAY)
        assert DAY == lacking(outcome)["services.skills"]
        assert "a plugin of the region may set one" in outcome.explain("en")

    @pytest.mark.parametrize(
        ("on", "known"), [(date(2009, 12, 31), False), (date(2010, 1, 1), True)]
    )
    def test_gansu_of_2010(self, on: date, known: bool) -> None:  # noqa: FBT001 - a table
        """The later standards begin on the assumed first day of 2010."""
        rules = Bureau.of("甘肃省").rulebook.of(ServicesRules)
        assert known == rules.skills.knows(on)

    @pytest.mark.parametrize(("passed", "expected"), [(17, ["pass-rate-too-low"]), (18, [])])
    def test_pass_rate(self, passed: int, expected: list[str]) -> None:
        """Eighteen of twenty are 90 %, seventeen are less."""
        assert expected == codes(train(evolve(COURSE, passed=passed)))

    @pytest.mark.parametrize(("placed", "expected"), [(8, ["placement-rate-too-low"]), (9, [])])
    def test_placement_rate(self, placed: int, expected: list[str]) -> None:
        """Nine of eighteen who passed are half, eight are less."""
        assert expected == codes(train(evolve(COURSE, placed=placed)))

    def test_nobody_passed(self) -> None:
        """A course without any pass misses the pass rate, without a division by zero."""
        assert ["pass-rate-too-low"] == codes(train(evolve(COURSE, passed=0, placed=0)))

    def test_amounts(self) -> None:
        """Those placed are paid in full, the others who passed at 60 %."""
        value = train(COURSE).value
        assert value is not None
        assert (Yuan(2700), Yuan(1620), Yuan(4320)) == (value.placed, value.unplaced, value.total)

    def test_not_recognised(self) -> None:
        """A body that is not recognised gets nothing."""
        assert ["not-qualified"] == codes(train(evolve(COURSE, qualified=False)))

    def test_contradictions(self) -> None:
        """More in work than passed, or more passed than enrolled, is a fault."""
        with pytest.raises(InvalidFactsError) as caught:
            TrainingClaim(enrolled=1, passed=2, placed=3)
        assert ["passed", "placed"] == [fault.path for fault in caught.value.faults]
        with pytest.raises(InvalidFactsError) as caught:
            TrainingClaim(enrolled="1", passed=2)  # type: ignore[arg-type]
        assert ["enrolled"] == [fault.path for fault in caught.value.faults]


class TestPlacement:
    """The job-placement subsidy."""

    def test_no_national_standard(self) -> None:
        """Without a provincial standard the amount is unknown."""
        outcome = place(PLACED, ServicesRules())
        assert {"services.placement_standard": DAY} == lacking(outcome)

    def test_placed_is_enough(self) -> None:
        """Where nothing more is required, a person in work counts."""
        rules = local(placement_standard=Yuan(80))
        assert Yuan(80) == place(PlacementClaim(qualified=True, placed=True), rules).value
        assert ["not-placed"] == codes(place(evolve(PLACED, placed=False), rules))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"contract_years": 0}, ["contract-too-short"]),
            ({"months_kept": 2}, ["not-kept"]),
            ({"months_kept": 3}, []),
            ({"months_kept": 9}, []),
            ({"months_kept": 10}, ["claimed-too-late"]),
            ({"placed_this_year": True}, ["once-a-year"]),
        ],
    )
    def test_kept(self, facts: dict[str, Any], expected: list[str]) -> None:
        """Where the job must last: contract, months, claim in time, once a year."""
        assert expected == codes(place(evolve(PLACED, **facts)))


YES_NO = st.sampled_from([None, True, False])


@st.composite
def courses(draw: Any) -> TrainingClaim:
    """Draw a course without contradictions."""
    enrolled = draw(st.none() | st.integers(1, 40))
    passed = draw(st.none() | st.integers(0, enrolled or 40))
    placed = draw(st.none() | st.integers(0, 40 if passed is None else passed))
    course = draw(st.sampled_from([None, *Course]))
    return TrainingClaim(
        course=course, qualified=draw(YES_NO), enrolled=enrolled, passed=passed, placed=placed
    )


PLACEMENTS = st.builds(
    PlacementClaim,
    qualified=YES_NO,
    placed=YES_NO,
    contract_years=st.sampled_from([None, 0, 1]),
    months_kept=st.none() | st.integers(0, 12),
    placed_this_year=YES_NO,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(courses(), min_size=1, max_size=20))
def test_columns_of_courses_agree(both: Any, claims: list[TrainingClaim]) -> None:
    """A file of courses has the same result for each as the single case."""
    cases, rows = both(training_subsidy, claims, DAY, STANDARDS)
    assert cases == rows


@settings(deadline=None, max_examples=40)
@given(st.lists(PLACEMENTS, min_size=1, max_size=20))
def test_columns_of_placements_agree(both: Any, claims: list[PlacementClaim]) -> None:
    """A file of placements has the same result for each as the single case."""
    cases, rows = both(placement_subsidy, claims, DAY, KEPT)
    assert cases == rows
