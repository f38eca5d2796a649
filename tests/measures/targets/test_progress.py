"""Progress towards a target: thresholds, unknown facts, ranks, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.targets.progress import (
    Count,
    Mark,
    Pace,
    ProgressRules,
    days_passed,
    months_passed,
    progress,
    rank,
)
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 6, 30)


def judge(on: date = DAY, **facts: Any) -> Outcome[Pace]:
    """Evaluate one case: half of the year passed, five points of tolerance."""
    usual = {"target": 1000, "done": 500, "passed": 6, "parts": 12, "tolerance": 5}
    case = CaseWorking(on)
    outcome: Outcome[Pace] = progress(case, case.read(Count(**(usual | facts))), ProgressRules())
    return outcome


def pace(**facts: Any) -> Pace:
    """Return the value of a decided case."""
    value = judge(**facts).value
    assert value is not None
    return value


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases have the stated results."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors("progress") if r.failures]


@pytest.mark.parametrize(
    ("done", "mark"),
    [
        (449, Mark.BEHIND),
        (450, Mark.ON_TIME),
        (500, Mark.ON_TIME),
        (550, Mark.ON_TIME),
        (551, Mark.AHEAD),
    ],
)
def test_marks_below_at_and_above_the_tolerance(done: int, mark: Mark) -> None:
    """Progress is on time up to and including five points from the time elapsed."""
    assert mark is pace(done=done).mark


@pytest.mark.parametrize(
    ("done", "mark"), [(499, Mark.BEHIND), (500, Mark.ON_TIME), (501, Mark.AHEAD)]
)
def test_without_tolerance_only_the_exact_share_is_on_time(done: int, mark: Mark) -> None:
    """With a tolerance of zero, one more or less is already ahead or behind."""
    assert mark is pace(done=done, tolerance=0).mark


def test_shares_and_forecast_are_exact() -> None:
    """Share, time elapsed and forecast are ratios, not rounded."""
    found = pace(target=3000, done=1000, passed=7)

    assert (Fraction(1, 3), Fraction(7, 12), Fraction(12_000, 7)) == (
        found.share,
        found.elapsed,
        found.forecast,
    )


def test_days_may_be_counted_instead_of_months() -> None:
    """181 of 365 days are a little less than half."""
    assert Fraction(181, 365) == pace(passed=181, parts=365).elapsed


def test_nothing_done_is_known_to_be_nothing() -> None:
    """A count of zero is judged; an unknown count is a question."""
    assert Mark.BEHIND is pace(done=0).mark
    assert ("done",) == judge(done=None).missing


@pytest.mark.parametrize("name", ["target", "done", "passed", "parts", "tolerance"])
def test_every_fact_is_needed(name: str) -> None:
    """Each unknown fact is a question, the tolerance too."""
    unknown: dict[str, Any] = {name: None}

    assert (name,) == judge(**unknown).missing


@pytest.mark.parametrize(
    ("facts", "paths"),
    [
        ({"target": 0}, ["target"]),
        ({"done": -1}, ["done"]),
        ({"passed": 0}, ["passed"]),
        ({"passed": 13}, ["passed"]),
        ({"tolerance": -1}, ["tolerance"]),
        ({"target": -1, "done": -1}, ["target", "done"]),
        ({"done": 0.5}, ["done"]),
    ],
)
def test_faults(facts: Any, paths: list[str]) -> None:
    """Every fault names its fact."""
    with pytest.raises(InvalidFactsError) as error:
        judge(**facts)

    assert paths == [fault.path for fault in error.value.faults]


def test_the_whole_year_may_have_passed() -> None:
    """Twelve of twelve months are allowed."""
    assert 1 == pace(passed=12).elapsed


def test_from_the_day_of_the_opinion() -> None:
    """The rule takes effect on the day of the opinion."""
    assert judge(on=date(2003, 6, 10)).value is not None
    assert ("rule-not-known:progress.yardstick",) == judge(on=date(2003, 6, 9)).missing


def test_the_explanation_says_that_the_yardstick_is_a_convention() -> None:
    """No text of the time compares with the time elapsed."""
    text = (
        Bureau.of("甘肃省")
        .progress(Count(target=10, done=5, passed=6, parts=12, tolerance=5), on=DAY)
        .explain("en")
    )

    assert "time elapsed" in text
    assert "[1] convention of this library" in text
    assert "意见" not in text


def test_months_and_days_passed() -> None:
    """June is six months of twelve; leap years have 366 days."""
    assert (6, 12) == months_passed(date(2003, 6, 1))
    assert (181, 365) == days_passed(date(2003, 6, 30))
    assert (366, 366) == days_passed(date(2004, 12, 31))


def test_equal_shares_share_a_rank() -> None:
    """Two first ranks are followed by a third; an unknown share has no rank."""
    shares = {"a": Fraction(1, 2), "b": None, "c": Fraction(2, 4), "d": Fraction(1, 3)}

    assert {"a": 1, "b": None, "c": 1, "d": 3} == rank(shares)


@given(st.dictionaries(st.integers(), st.fractions(0, 2)))
def test_a_rank_is_one_more_than_the_number_of_better_shares(shares: dict[int, Fraction]) -> None:
    """The rank counts the higher shares."""
    expected = {key: 1 + sum(o > s for o in shares.values()) for key, s in shares.items()}

    assert expected == rank(shares)


COUNTS = st.builds(
    Count,
    target=st.none() | st.integers(1, 10**7),
    done=st.none() | st.integers(0, 2 * 10**7),
    passed=st.none() | st.integers(1, 365),
    parts=st.none() | st.integers(365, 366),
    tolerance=st.none() | st.integers(0, 100),
)


@settings(deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=20))
def test_columns_agree_with_cases(
    both: Callable[..., tuple[list[dict[str, Any]], list[dict[str, Any]]]], counts: list[Count]
) -> None:
    """Judgements, ratios and missing facts are the same over a frame."""
    cases, rows = both(progress, counts, DAY)

    for row in rows:
        for name in ("share", "elapsed", "forecast"):
            text = row[f"progress_{name}"]
            row[f"progress_{name}"] = None if text is None else Fraction(text)
    assert cases == rows


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(1, 12), st.integers(0, 30))
def test_more_done_is_never_worse(target: int, done: int, passed: int, tolerance: int) -> None:
    """One more never lowers the judgement."""
    order = [Mark.BEHIND, Mark.ON_TIME, Mark.AHEAD]
    facts = {"target": target, "passed": passed, "tolerance": tolerance}

    assert order.index(pace(done=done, **facts).mark) <= order.index(
        pace(done=done + 1, **facts).mark
    )
