"""Assessment: points by item, equal ranks, bands with limits, schemes as data."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.ledger.converter import write_facts
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
    """Evaluate one sheet."""
    outcome: Outcome[Ranking] = assessment(CaseWorking(on), sheet, AssessmentRules())
    return outcome


def ranked(*points: int, bands: tuple[Band, ...] = BANDS) -> Ranking:
    """Rank places a, b, c and so on by their points."""
    scores = {unit: {"总分": point} for unit, point in zip("abcdefghij", points, strict=False)}
    found = work(ScoreSheet(items=ONE, bands=bands, scores=scores)).value
    assert found is not None
    return found


def bands(*points: int) -> str:
    """Return the first character of each place's band."""
    return "".join(band.zh[0] for band in ranked(*points).bands.values())


def faults(**facts: Any) -> dict[str, str]:
    """Return the faults of a rejected sheet, by path."""
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


def test_equal_points_have_the_same_rank() -> None:
    """Two places with the same points are both second, and the next is fourth."""
    assert [1, 2, 2, 4] == list(ranked(99, 80, 80, 10).ranks.values())


@pytest.mark.parametrize(
    ("points", "expected"), [(89, "达"), (90, "优"), (91, "优"), (74, "不"), (75, "达"), (76, "达")]
)
def test_bands_begin_at_their_points(points: int, expected: str) -> None:
    """A band begins at its points if its limit has room."""
    assert expected == bands(points, 0, 0, 0)[0]


def test_band_with_a_limit_has_the_best() -> None:
    """At most three of ten places are excellent."""
    assert "优优优达达不不不不不" == bands(99, 98, 97, 96, 95, 10, 10, 10, 10, 10)


def test_limit_counts_whole_places() -> None:
    """Thirty per cent of nine places are two, and of three places none."""
    assert "优优达不不不不不不" == bands(99, 98, 97, 0, 0, 0, 0, 0, 0)
    assert "达不不" == bands(99, 0, 0)


def test_equal_points_that_do_not_all_fit() -> None:
    """If the third and the fourth are equal, neither is excellent."""
    assert "优优达达不不不不不不" == bands(99, 98, 97, 97, 0, 0, 0, 0, 0, 0)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=10))
def test_every_place_has_a_band_within_its_limit(points: list[int]) -> None:
    """Every place has a band, and at most 30% are excellent."""
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
    """The faults of all points are raised together."""
    scores: Any = {"兰州": {"政策": 61, "平台": 1}, "天水": {"政策": 0.5, "服务": -1}}
    items = (Item("政策", "policy", 60), Item("服务", "service", 40))
    assert {
        "scores.兰州.政策": "more than the 60 points",
        "scores.兰州.平台": "there is no such item",
        "scores.兰州.服务": "points are needed; a blank is not zero",
        "scores.天水.政策": (
            "the float 0.5 is not exact; it must be an exact ratio, written as '58/100' or '0.58'"
        ),
        "scores.天水.服务": "must not be negative",
    } == faults(items=items, scores=scores)


@pytest.mark.parametrize("points", [59, 60])
def test_full_points_are_allowed(points: int) -> None:
    """Points up to and including the full ones are accepted."""
    sheet = ScoreSheet(items=(Item("政策", "policy", 60),), scores={"兰州": {"政策": points}})
    assert Fraction(points) == (sheet.scores or {})["兰州"]["政策"]


def test_scheme_without_known_points_cannot_be_used() -> None:
    """The items of 2003 have no known points, so the scheme is rejected."""
    found = faults(items=SCHEMES["guangdong_2003"].items, scores={})
    assert 7 == len(found)
    assert "the points of platform are not known" == found["items[3].points"]


@pytest.mark.parametrize(
    "starts", [(75, 90, 0), (90, 90, 0), (90, 75)], ids=["order", "twice", "no end"]
)
def test_bands_go_down_to_zero(starts: tuple[int, ...]) -> None:
    """Bands that are out of order, equal or without a lowest one are rejected."""
    wrong = tuple(Band(str(start), str(start), Fraction(start)) for start in starts)
    text = "bands go from the highest down to one that begins at zero"
    assert {"bands": text} == faults(items=ONE, bands=wrong)


def test_scores_that_are_not_a_table() -> None:
    """A list of scores is rejected."""
    assert {"scores"} == set(faults(items=ONE, scores=[1]))


def test_unknown_facts() -> None:
    """Without items and scores the assessment is undecided."""
    assert ("items", "scores") == work(ScoreSheet()).missing


def test_both_point_schemes_add_up_to_a_hundred() -> None:
    """The two schemes with points have five heads each and 100 points."""
    for name in ("guangdong_city_2007", "guangdong_2008"):
        points = [item.points for item in SCHEMES[name].items]
        assert (5, 100) == (len(points), sum(point or 0 for point in points))


@pytest.mark.parametrize(
    ("name", "place", "document", "standing", "points"),
    [
        ("guangdong_2003", "广东省", "粤府办〔2003〕75号", Standing.READ, [None] * 7),
        ("guangdong_city_2007", "广东省某地级市", None, Standing.REPORTED, [45, 16, 16, 11, 12]),
        ("guangdong_2008", "广东省", "粤府办〔2008〕44号", Standing.READ, [45, 16, 16, 13, 10]),
        ("shanwei_2010", "汕尾市", None, Standing.REPORTED, []),
    ],
)
def test_schemes_are_as_they_were_found(
    name: str, place: str, document: str | None, standing: Standing, points: list[int | None]
) -> None:
    """Each scheme has the place, year, points and standing of its source, if one is known."""
    scheme = SCHEMES[name]
    found = scheme.document.name if scheme.document else None

    assert (place, int(name[-4:]), standing) == (scheme.place, scheme.year, scheme.standing)
    assert (document, points) == (found, [item.points for item in scheme.items])


def test_bands_of_shanwei() -> None:
    """From 90 points a place is excellent, if at most 30 % are; from 75 it is up to standard."""
    limits = [(Fraction(90), Fraction(3, 10)), (Fraction(75), None), (Fraction(0), None)]

    assert limits == [(band.at_least, band.most) for band in BANDS]


def test_five_goals_are_read() -> None:
    """The goals of the opinion are cited from its day on."""
    outcome = work(ScoreSheet(items=ONE, bands=BANDS, scores={}), date(2003, 6, 10))
    goals, limits = outcome.citations
    assert tuple(Goal) == goals.provision.value
    assert (Standing.READ, Standing.CONVENTION) == (
        goals.provision.cite.standing,
        limits.provision.cite.standing,
    )
    before = work(ScoreSheet(items=ONE, scores={}), date(2003, 6, 9))
    assert ("rule-not-known:assessment.goals",) == before.missing


def test_names_are_shown_in_both_languages() -> None:
    """Items and bands have names in both languages."""
    assert ("优秀", "excellent") == (BANDS[0].show("zh_CN"), BANDS[0].show("en"))
    assert ("总分", "points") == (ONE[0].show("zh_CN"), ONE[0].show("en"))


def test_sheet_is_written_and_read_back() -> None:
    """A sheet is equal after writing and reading."""
    sheet = ScoreSheet(items=ONE, bands=BANDS, scores={"兰州": {"总分": Fraction(181, 2)}})
    assert sheet == read_facts(ScoreSheet, write_facts(sheet))


def test_points_are_explained_as_numbers() -> None:
    """Points are numbers, never shares in per cent."""
    scores: Any = {"兰州": {"总分": Fraction(181, 2)}}
    text = work(ScoreSheet(items=ONE, bands=BANDS, scores=scores)).explain("zh_CN")
    assert "得分：兰州 90.5\n" in text
