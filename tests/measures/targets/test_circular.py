"""Circulars: counts are ranked, and a count that is not reported is unknown."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError, RuleNotInForceError
from gansu_reemployment.measures.targets.circular.circular import Circular, CircularRow, circular
from gansu_reemployment.measures.targets.circular.reports import Counted
from gansu_reemployment.measures.targets.progress import Mark
from gansu_reemployment.regions import Region, find_region

LANZHOU, TIANSHUI, LONGNAN = (find_region(name) for name in ("兰州市", "天水市", "陇南地区"))
TARGETS = {LANZHOU: 1200, TIANSHUI: 600, LONGNAN: 120}
JUNE = date(2003, 6, 30)


def count(place: Region, first: int, last: int, number: int) -> Counted:
    """Report a count for months of 2003."""
    ends = {4: 30, 5: 31, 6: 30, 7: 31}
    return Counted(
        place=place, since=date(2003, first, 1), until=date(2003, last, ends[last]), number=number
    )


REPORTS = [
    count(LANZHOU, 1, 5, 600),
    count(LANZHOU, 6, 6, 100),
    count(TIANSHUI, 1, 5, 200),
    count(TIANSHUI, 6, 6, 50),
    count(LONGNAN, 1, 5, 50),
]


def june(**changes: Any) -> Circular:
    """Build the circular of June."""
    facts: dict[str, Any] = {"targets": TARGETS, "reports": REPORTS, "until": JUNE, "tolerance": 5}
    facts |= changes
    return circular(facts.pop("targets"), facts.pop("reports"), **facts)


def row(made: Circular, place: Region) -> CircularRow:
    """Return the row of a place."""
    return next(row for row in made.rows if row.place == place)


def test_rows_are_in_order_of_rank() -> None:
    """The highest share is first, unknown places are last."""
    assert [(LANZHOU, 1), (TIANSHUI, 2), (LONGNAN, None)] == [
        (row.place, row.rank) for row in june().rows
    ]


def test_counts_of_the_month_and_of_the_year() -> None:
    """The month has its own count, the year the sum."""
    found = row(june(), LANZHOU)

    assert (100, 700) == (found.period, found.done)
    assert found.pace is not None
    assert (Fraction(7, 12), Mark.AHEAD) == (found.pace.share, found.pace.mark)


def test_a_missing_month_is_unknown() -> None:
    """Without June, the month, the year and the total of all places are unknown."""
    made = june()

    assert (None, None, None) == (
        row(made, LONGNAN).period,
        row(made, LONGNAN).done,
        row(made, LONGNAN).pace,
    )
    assert (LONGNAN,) == made.silent
    assert made.whole is None


def test_the_whole_is_known_when_all_have_reported() -> None:
    """With every month of every place the total has its own share."""
    made = june(reports=[*REPORTS, count(LONGNAN, 6, 6, 10)])

    assert made.whole is not None
    assert Fraction(1010, 1920) == made.whole.share
    assert () == made.silent


def test_zero_is_a_report() -> None:
    """A place that reports zero is behind, not silent."""
    made = june(reports=[count(LANZHOU, 1, 6, 0)], targets={LANZHOU: 10})

    assert (LANZHOU,) == made.marked(Mark.BEHIND)
    assert () == made.silent


def test_a_report_of_several_months_hides_the_month() -> None:
    """A count of January to June is known for the year, but not for June."""
    found = row(june(reports=[count(LANZHOU, 1, 6, 700)]), LANZHOU)

    assert (None, 700) == (found.period, found.done)


def test_a_quarter_adds_up_its_months() -> None:
    """The circular of a quarter covers its three months."""
    reports = [count(LANZHOU, 1, 4, 400), count(LANZHOU, 5, 5, 90), count(LANZHOU, 6, 6, 100)]
    split = [Counted(place=LANZHOU, since=date(2003, 1, 1), until=date(2003, 3, 31), number=300)]
    split += [count(LANZHOU, 4, 4, 100), *reports[1:]]

    assert None is row(june(reports=reports, every=3), LANZHOU).period
    assert 290 == row(june(reports=split, every=3), LANZHOU).period
    made = june(reports=split, every=3)
    assert (True, date(2003, 4, 1)) == (made.quarterly, made.since)


def test_later_reports_and_other_years_are_skipped() -> None:
    """A circular of June has neither July nor last year."""
    last_year = Counted(place=LANZHOU, since=date(2002, 6, 1), until=date(2002, 6, 30), number=999)
    more = [*REPORTS, count(LANZHOU, 7, 7, 999), last_year]

    assert june() == june(reports=more)


def test_the_tolerance_decides() -> None:
    """The tolerance decides whether 兰州 is ahead or on time."""
    assert Mark.AHEAD in [r.pace.mark for r in june(tolerance=8).rows if r.pace]
    assert (LANZHOU, TIANSHUI) == june(tolerance=9).marked(Mark.ON_TIME)


def test_rates_above_the_ceiling() -> None:
    """A rate equal to the ceiling and an unknown one are not above it."""
    rates = {LANZHOU: Fraction(45, 1000), TIANSHUI: Fraction(46, 1000)}

    assert (TIANSHUI,) == june(rates=rates, ceiling=Fraction(45, 1000)).above_ceiling
    assert () == june(rates=rates).above_ceiling


def test_every_fault_is_raised() -> None:
    """The faults of targets, reports and day are raised together."""
    with pytest.raises(InvalidFactsError) as error:
        june(
            targets={LANZHOU: 0},
            reports=[count(LANZHOU, 1, 5, 1), count(LANZHOU, 5, 5, 1), count(TIANSHUI, 1, 5, 1)],
            until=date(2003, 6, 29),
        )

    assert ["targets[兰州市]", "until", "reports[1]", "reports[2]"] == [
        fault.path for fault in error.value.faults
    ]


def test_a_quarter_ends_in_its_last_month() -> None:
    """The last day of July ends a month, not a quarter."""
    assert june(until=date(2003, 7, 31)).silent
    with pytest.raises(InvalidFactsError, match="until"):
        june(until=date(2003, 7, 31), every=3)


def test_no_circular_before_the_opinion() -> None:
    """The first circular is that of June 2003."""
    with pytest.raises(RuleNotInForceError):
        june(until=date(2003, 5, 31))


@given(st.permutations(REPORTS))
def test_the_order_of_reports_does_not_matter(reports: list[Counted]) -> None:
    """The circular is the same in any order of reports."""
    assert june() == june(reports=reports)


def test_ties_have_one_rank_in_the_order_of_targets() -> None:
    """Equal shares have one rank and the order of the targets."""
    reports = [count(LANZHOU, 1, 6, 600), count(TIANSHUI, 1, 6, 300), count(LONGNAN, 1, 6, 50)]

    assert [(LANZHOU, 1), (TIANSHUI, 1), (LONGNAN, 3)] == [
        (r.place, r.rank) for r in june(reports=reports).rows
    ]


def test_circulars_are_values() -> None:
    """A changed copy is another circular."""
    assert june() != evolve(june(), tolerance=6)
