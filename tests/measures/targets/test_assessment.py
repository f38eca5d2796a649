"""Assessment: points by item, shared ranks, bands with limits, schemes as data."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError, RuleNotInForceError
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.ledger.converter import read_facts, write_facts
from gansu_reemployment.measures.targets.assessment.assessment import (
    AssessmentRules,
    Goal,
    Ranking,
    ScoreSheet,
    assessment,
)
from gansu_reemployment.measures.targets.assessment.schemes import SCHEMES, Band, Item
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 12, 31)
BANDS = SCHEMES["shanwei_2010"].bands
ONE = (Item("总分", "points", 100),)


def work(sheet: ScoreSheet, on: date = DAY) -> Outcome[Ranking]:
    """Work one sheet."""
    return assessment(CaseWorking(on), sheet, AssessmentRules())


def ranked(*points: int, bands: tuple[Band, ...] = BANDS) -> Ranking:
    """Rank places a, b, c and so on by their points."""
    scores = {unit: {"总分": point} for unit, point in zip("abcdefghij", points, strict=False)}
    found = work(ScoreSheet(items=ONE, bands=bands, scores=scores)).value
    assert found is not None
    return found


def bands(*points: int) -> str:
    """Give the first character of each place's band."""
    return "".join(band.zh[0] for band in ranked(*points).bands.values())


def faults(**facts: Any) -> dict[str, str]:
    """Give the faults of a sheet that is refused, by path."""
    with pytest.raises(InvalidFactsError) as caught:
        ScoreSheet(**facts)
    return {fault.path: fault.problem.say() for fault in caught.value.faults}


def test_points_of_all_items_are_added() -> None:
    """A place's points are exact sums over the items of the scheme."""
    items = SCHEMES["guangdong_2008"].items
    points: Any = {item.zh: Fraction(item.points or 0) / 2 for item in items}
    sheet = ScoreSheet(items=items, scores={"兰州": points})
    found = work(sheet).value
    assert found is not None
    assert {"兰州": Fraction(50)} == found.totals
    assert {} == found.bands


def test_equal_points_share_a_rank() -> None:
    """Two places with the same points are both second, and the next is fourth."""
    assert [1, 2, 2, 4] == list(ranked(99, 80, 80, 10).ranks.values())


@pytest.mark.parametrize(
    ("points", "expected"), [(89, "达"), (90, "优"), (91, "优"), (74, "不"), (75, "达"), (76, "达")]
)
def test_bands_begin_at_their_points(points: int, expected: str) -> None:
    """Below, at and above 90 and 75 points, where the limit leaves room."""
    assert expected == bands(points, 0, 0, 0)[0]


def test_band_with_a_limit_takes_the_best() -> None:
    """Of ten places at most three are excellent; the fourth is up to standard."""
    assert "优优优达达不不不不不" == bands(99, 98, 97, 96, 95, 10, 10, 10, 10, 10)


def test_limit_counts_whole_places() -> None:
    """Thirty per cent of nine are two places, of three none."""
    assert "优优达不不不不不不" == bands(99, 98, 97, 0, 0, 0, 0, 0, 0)
    assert "达不不" == bands(99, 0, 0)


def test_equal_points_that_do_not_all_fit_fall_together() -> None:
    """Where the third and the fourth are equal, neither is excellent."""
    assert "优优达达不不不不不不" == bands(99, 98, 97, 97, 0, 0, 0, 0, 0, 0)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=10))
def test_every_place_has_a_band_and_limits_hold(points: list[int]) -> None:
    """Nobody is left out, and at most 30% are excellent."""
    found = ranked(*points)
    assert list(found.totals) == list(found.bands)
    excellent = [band for band in found.bands.values() if band.zh == "优秀"]
    assert 10 * len(excellent) <= 3 * len(points)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=10))
def test_more_points_never_mean_a_lower_band(points: list[int]) -> None:
    """The order of the bands follows that of the points."""
    found = ranked(*points)
    by_points = sorted(found.totals, key=lambda unit: -found.totals[unit])
    starts = [found.bands[unit].at_least for unit in by_points]
    assert sorted(starts, reverse=True) == starts


def test_points_are_checked_all_at_once() -> None:
    """Blank, too many, unknown items and inexact points are told together."""
    scores: Any = {"兰州": {"政策": 61, "平台": 1}, "天水": {"政策": 0.5, "服务": -1}}
    items = (Item("政策", "policy", 60), Item("服务", "service", 40))
    assert {
        "scores.兰州.政策": "more than the 60 points",
        "scores.兰州.平台": "there is no such item",
        "scores.兰州.服务": "points are needed; a blank is not zero",
        "scores.天水.政策": "'0.5' is not an exact number",
        "scores.天水.服务": "must not be negative",
    } == faults(items=items, scores=scores)


@pytest.mark.parametrize("points", [59, 60])
def test_full_points_are_allowed(points: int) -> None:
    """One point below the full ones and the full ones themselves are right."""
    sheet = ScoreSheet(items=(Item("政策", "policy", 60),), scores={"兰州": {"政策": points}})
    assert Fraction(points) == (sheet.scores or {})["兰州"]["政策"]


def test_scheme_without_known_points_cannot_be_used() -> None:
    """The seven items of 2003 are known without points, and none are made up."""
    found = faults(items=SCHEMES["guangdong_2003"].items, scores={})
    assert 7 == len(found)
    assert "the points of platform are not known" == found["items[3].points"]


@pytest.mark.parametrize(
    "starts", [(75, 90, 0), (90, 90, 0), (90, 75)], ids=["order", "twice", "no end"]
)
def test_bands_go_down_to_zero(starts: tuple[int, ...]) -> None:
    """Bands out of order, twice the same, or without a lowest one are refused."""
    wrong = tuple(Band(str(start), str(start), Fraction(start)) for start in starts)
    text = "bands go from the highest down to one that begins at zero"
    assert {"bands": text} == faults(items=ONE, bands=wrong)


def test_scores_that_are_no_table() -> None:
    """A list of scores is refused as such."""
    assert {"scores"} == set(faults(items=ONE, scores=[1]))


def test_unknown_facts() -> None:
    """Without items and scores nothing is ranked."""
    assert ("items", "scores") == work(ScoreSheet()).missing


def test_both_point_schemes_add_up_to_a_hundred() -> None:
    """The two schemes with points have five heads each and 100 points."""
    for name in ("guangdong_city_2007", "guangdong_2008"):
        points = [item.points for item in SCHEMES[name].items]
        assert (5, 100) == (len(points), sum(point or 0 for point in points))


def test_five_goals_are_read() -> None:
    """The goals of the opinion are cited; on the day before it none are known."""
    outcome = work(ScoreSheet(items=ONE, bands=BANDS, scores={}), date(2003, 6, 10))
    goals, limits = outcome.citations
    assert tuple(Goal) == goals.provision.value
    assert (Standing.READ, Standing.ASSUMED) == (
        goals.provision.cite.standing,
        limits.provision.cite.standing,
    )
    with pytest.raises(RuleNotInForceError):
        work(ScoreSheet(items=ONE, scores={}), date(2003, 6, 9))


def test_names_are_shown_in_both_languages() -> None:
    """Items and bands are told in the language of the reader."""
    assert ("优秀", "excellent") == (BANDS[0].show("zh_CN"), BANDS[0].show("en"))
    assert ("总分", "points") == (ONE[0].show("zh_CN"), ONE[0].show("en"))


def test_sheet_is_written_and_read_back() -> None:
    """The plain form of a sheet gives the same sheet."""
    sheet = ScoreSheet(items=ONE, bands=BANDS, scores={"兰州": {"总分": Fraction(181, 2)}})
    assert sheet == read_facts(ScoreSheet, write_facts(sheet))
