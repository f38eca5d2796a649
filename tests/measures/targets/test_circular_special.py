"""The monthly circular on special progress."""

from datetime import date

import pytest
from attrs import evolve

from gansu_reemployment.errors import InvalidFactsError, RuleNotInForceError
from gansu_reemployment.measures.targets.circular.special import (
    SpecialReport,
    special_circular,
    special_sheet,
)
from gansu_reemployment.measures.targets.tasks.codes import Urgency
from gansu_reemployment.measures.targets.tasks.table import all_tasks
from gansu_reemployment.measures.targets.tasks.tasks import SpecialProgress
from gansu_reemployment.regions import find_region
from gansu_reemployment.sheets import as_markdown

JUNE = date(2003, 6, 30)
LANZHOU, TIANSHUI, DINGXI = (find_region(name) for name in ("兰州市", "天水市", "定西市"))
PLACES = (LANZHOU, TIANSHUI)
FIRST = SpecialReport(place=LANZHOU, until=JUNE, rules=6, certificates=8200, platforms=40)
SECOND = SpecialReport(place=TIANSHUI, until=JUNE, rules=3, certificates=2100, platforms=0)


def test_progress_of_every_place_is_summed() -> None:
    """Each of the three counts has a total if all places have reported; zero is a report."""
    made = special_circular(PLACES, [FIRST, SECOND], until=JUNE)
    assert (9, 10_300, 40) == tuple(made.total(one) for one in SpecialProgress)
    assert () == made.silent


def test_unknown_count_is_not_zero() -> None:
    """A count that is not reported leaves its total unknown, and the place is named."""
    made = special_circular(PLACES, [FIRST, evolve(SECOND, platforms=None)], until=JUNE)
    assert (9, 10_300, None) == tuple(made.total(one) for one in SpecialProgress)
    assert (TIANSHUI,) == made.silent


def test_first_circular_is_on_june() -> None:
    """From June on (从6月份开始): there is none on May."""
    with pytest.raises(RuleNotInForceError, match=r"tasks\.special_progress"):
        special_circular(PLACES, [], until=date(2003, 5, 31))
    assert PLACES == special_circular(PLACES, [], until=JUNE).silent


def test_reports_of_other_months_are_skipped() -> None:
    """Counts are since the beginning, so only the month itself is read."""
    july = date(2003, 7, 31)
    made = special_circular(PLACES, [FIRST, evolve(FIRST, until=july, rules=7)], until=july)
    assert 7 == made.rows[LANZHOU][SpecialProgress.RULES]


def test_faults_are_named() -> None:
    """A second report, a strange place and a day within a month are rejected."""
    with pytest.raises(InvalidFactsError) as caught:
        special_circular(PLACES, [FIRST, FIRST, evolve(FIRST, place=DINGXI)], until=JUNE)
    assert ["reports[1]", "reports[2]"] == [fault.path for fault in caught.value.faults]
    with pytest.raises(InvalidFactsError, match="last day of a month"):
        special_circular(PLACES, [], until=date(2003, 6, 29))
    with pytest.raises(InvalidFactsError, match="last day of a month"):
        evolve(FIRST, until=date(2003, 6, 29))


@pytest.mark.parametrize(
    ("locale", "line"),
    [("zh_CN", "| 兰州市 | 6 | 8,200 | 40 |"), ("en", "| Lanzhou City | 6 | 8,200 | 40 |")],
)
def test_sheet_has_a_column_for_each_count(locale: str, line: str) -> None:
    """The sheet has the three counts of each place."""
    sheet = special_sheet(special_circular(PLACES, [FIRST, SECOND], until=JUNE))
    assert line in as_markdown(sheet, locale)


def test_both_circulars_go_to_the_governments() -> None:
    """The opinion orders the monthly sum and the quarterly one, and circulates both."""
    for task, rhythm in (("T65", "monthly"), ("T66", "quarterly")):
        row = all_tasks().find(task)
        assert "通报" in row.zh
        assert [rhythm] == [one.code for one in row.rhythms]


@pytest.mark.parametrize(
    ("word", "tasks"),
    [
        (Urgency.SOON, ["T20", "T24", "T32", "T33", "T49", "T75"]),
        (Urgency.WITHOUT_DELAY, ["T51", "T63"]),
        (Urgency.FASTER, ["T13", "T19", "T47", "T69"]),
        (Urgency.ON_TIME, ["T25"]),
        (Urgency.IN_TIME, ["T07", "T26", "T27", "T58", "T61"]),
        (Urgency.REGULARLY, ["T07", "T21"]),
        (Urgency.WHEN_SUITABLE, ["T74"]),
        (Urgency.FROM_NOW_ON, ["T38"]),
        (Urgency.AT_PRESENT, ["T39"]),
    ],
)
def test_words_of_time_without_a_day(word: Urgency, tasks: list[str]) -> None:
    """A task with such a word has a time, though no date."""
    assert tasks == [task.id for task in all_tasks().of_urgency(word)]
