"""The circular on targets (通报): places ahead, on time and behind, by month or by quarter.

The provincial labour authority (省劳动保障厅) collects the progress of each place every month
and the main targets every quarter, and circulates them to the governments (六(十二)). A circular
is built from reports of counts; :mod:`.circular.pages` formats it.

If a place has not reported a month, its count is unknown; it is not zero.

>>> from gansu_reemployment.regions import find_region
>>> places = [find_region(name) for name in ("兰州市", "天水市", "甘南")]
>>> first = {"since": date(2003, 1, 1), "until": date(2003, 6, 30)}
>>> reports = [
...     Counted(place=place, number=number, **first)
...     for place, number in zip(places, (18_000, 4_100), strict=False)
... ]
>>> made = circular(
...     dict(zip(places, (33_000, 10_000, 2_000), strict=True)), reports,
...     until=date(2003, 6, 30), tolerance=5,
... )
>>> [(row.place.name, row.rank, row.pace and row.pace.mark.en) for row in made.rows]
[('兰州市', 1, 'on time'), ('天水市', 2, 'behind'), ('甘南藏族自治州', None, None)]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Final, Literal

from attrs import evolve, frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.circular.reports import (
    Counted,
    covered,
    ends_month,
    known_sum,
    report_faults,
)
from gansu_reemployment.measures.targets.progress import (
    Count,
    Mark,
    Pace,
    ProgressRules,
    months_passed,
    progress,
    rank,
)
from gansu_reemployment.regions import Region
from gansu_reemployment.sheets.labels import Label, Text
from gansu_reemployment.working import CaseWorking
from gansu_reemployment.working.outcome import Basis, Outcome

NEW_JOBS: Final = Label("新增就业", "new jobs")
PERSONS: Final = Label("人", "persons")


@frozen(kw_only=True)
class CircularRow:
    """A place in a circular (通报中的一个地区); ``None`` is an unknown value.

    Args:
        place: the place.
        target: its target of the year.
        period: its count of the month or quarter.
        done: its count since January.
        pace: its progress.
        rank: its rank by progress.
        rate: its registered unemployment rate (城镇登记失业率).
    """

    place: Region
    target: int
    period: int | None = None
    done: int | None = None
    pace: Pace | None = None
    rank: int | None = None
    rate: Fraction | None = None


@frozen(kw_only=True)
class Circular:
    """A circular (通报) on one indicator from *since* to *until*.

    *rows* are the places in order of rank. *whole* is the progress of all places; it is unknown
    if one of them has not reported. *tolerance* is in percentage points.
    """

    indicator: Text
    unit: Text
    since: date
    until: date
    tolerance: int
    elapsed: Fraction
    rows: tuple[CircularRow, ...]
    whole: Pace | None
    ceiling: Fraction | None = None

    @property
    def quarterly(self) -> bool:
        """Whether the circular is on a quarter, not a month."""
        return self.since.month != self.until.month

    def marked(self, mark: Mark) -> tuple[Region, ...]:
        """Return the places of that judgement, in order of rank."""
        return tuple(row.place for row in self.rows if row.pace and row.pace.mark is mark)

    @property
    def silent(self) -> tuple[Region, ...]:
        """The places that have not reported every month."""
        return tuple(row.place for row in self.rows if row.done is None)

    @property
    def above_ceiling(self) -> tuple[Region, ...]:
        """The places whose registered unemployment rate is above the ceiling."""
        if self.ceiling is None:
            return ()
        rated = ((row.place, row.rate) for row in self.rows if row.rate is not None)
        return tuple(place for place, rate in rated if rate > self.ceiling)


def circular(
    targets: Mapping[Region, int],
    reports: Iterable[Counted],
    *,
    until: date,
    tolerance: int,
    every: Literal[1, 3] = 1,
    indicator: Text = NEW_JOBS,
    unit: Text = PERSONS,
    rates: Mapping[Region, Fraction] | None = None,
    ceiling: Fraction | None = None,
    rules: ProgressRules | None = None,
) -> Circular:
    """Build the circular on the month that ends on *until*, or with *every* 3 on the quarter.

    Args:
        targets: the target of the year of each place.
        reports: the counts; those after *until* and of other years are skipped.
        until: the last day of the month or quarter.
        tolerance: the percentage points within which progress is on time; no text states it.
        every: the number of months in the period.
        indicator: the name of the count.
        unit: the unit of the count.
        rates: the registered unemployment rate of each place, at the end of the period.
        ceiling: the bound of that rate.
        rules: the rules of progress, by default the national ones.

    Raises:
        InvalidFactsError: a place has no target, a month is counted twice, or *until* is not
            the last day of a month or quarter.
        RuleNotInForceError: the day is before the opinion of 2003-06-10.
    """
    counted = [r for r in reports if r.until <= until and r.until.year == until.year]
    faults = [*_faults(targets, until, every), *report_faults(targets, counted)]
    if faults:
        raise InvalidFactsError(faults)
    rules = rules or ProgressRules()
    # Before the opinion there are no circulars: the rule raises an error.
    rules.yardstick.on(until)
    judgement = _Judgement(until, tolerance, rules)
    first = add_months(until.replace(day=1), 1 - every)
    rows = judgement.rows(targets, counted, first)
    return Circular(
        indicator=indicator,
        unit=unit,
        since=first,
        until=until,
        tolerance=tolerance,
        elapsed=Fraction(*months_passed(until)),
        rows=_ranked(rows, rates or {}),
        whole=judgement.pace(sum(targets.values()), known_sum(row.done for row in rows)),
        ceiling=ceiling,
    )


@frozen
class _Judgement:
    """The comparison of counts with the time elapsed at the end of *until*."""

    until: date
    tolerance: int
    rules: ProgressRules

    def rows(
        self, targets: Mapping[Region, int], counted: Sequence[Counted], first: date
    ) -> list[CircularRow]:
        return [
            self.row(place, target, [r for r in counted if r.place == place], first)
            for place, target in targets.items()
        ]

    def row(
        self, place: Region, target: int, reports: Sequence[Counted], first: date
    ) -> CircularRow:
        done = covered(reports, range(1, self.until.month + 1))
        period = covered(reports, range(first.month, self.until.month + 1))
        pace = self.pace(target, done)
        return CircularRow(place=place, target=target, period=period, done=done, pace=pace)

    def pace(self, target: int, done: int | None) -> Pace | None:
        passed, parts = months_passed(self.until)
        count = Count(
            target=target, done=done, passed=passed, parts=parts, tolerance=self.tolerance
        )
        case = CaseWorking(self.until, Basis(progress))
        outcome: Outcome[Pace] = progress(case, case.read(count), self.rules)
        return outcome.value


def _ranked(
    rows: Sequence[CircularRow], rates: Mapping[Region, Fraction]
) -> tuple[CircularRow, ...]:
    ranks = rank({row.place: row.pace.share if row.pace else None for row in rows})
    rated = [evolve(row, rank=ranks[row.place], rate=rates.get(row.place)) for row in rows]
    ranked = [row for row in rated if row.rank is not None]
    return (*sorted(ranked, key=attrgetter("rank")), *(row for row in rated if row.rank is None))


def _faults(targets: Mapping[Region, int], until: date, every: int) -> Iterator[Fault]:
    for place, target in targets.items():
        if target < 1:
            yield Fault.at(f"targets[{place.name}]", _("must be above zero"))
    if not ends_month(until) or until.month % every:
        yield Fault.at("until", _("must be the last day of a month, or of a quarter"))
