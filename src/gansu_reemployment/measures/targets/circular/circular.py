"""The circular on targets (通报): who is ahead, on time and behind, by month or by quarter.

The provincial labour authority (省劳动保障厅) collects the progress of each place every month
and the main targets every quarter, and circulates them to the governments (六(十二)). Here a
circular is made from reports of counts; :mod:`.circular.pages` writes it down.

A place that has left out a month is not reported: its count is unknown, never zero.

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
from typing import Final, Literal

from attrs import evolve, frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.circular.reports import (
    Counted,
    covered,
    ends_month,
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
from gansu_reemployment.sheets.sheet import Label, Text
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis

NEW_JOBS: Final = Label("新增就业", "new jobs")
PERSONS: Final = Label("人", "persons")


@frozen(kw_only=True)
class Row:
    """A place in a circular (通报中的一个地区); what is ``None`` is not known.

    *period* is the count of the month or quarter, *done* that of the year so far, *rate* the
    registered unemployment rate (城镇登记失业率).
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
    """A circular (通报) on one indicator, from *since* to *until*, its places in order of rank.

    *tolerance* is in percentage points. *whole* holds the sums, of which those are unknown
    that a place has not reported.
    """

    indicator: Text
    unit: Text
    since: date
    until: date
    tolerance: int
    elapsed: Fraction
    rows: tuple[Row, ...]
    whole: Pace | None
    ceiling: Fraction | None = None

    @property
    def quarterly(self) -> bool:
        """Whether it covers a quarter, else a month."""
        return self.since.month != self.until.month

    def marked(self, mark: Mark) -> tuple[Region, ...]:
        """Give the places of that judgement, in order of rank."""
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
    """Make the circular of the month, or with *every* 3 of the quarter, that ends on *until*.

    Args:
        targets: the target of the year of each place.
        reports: the counts; later ones than *until* and of other years are left aside.
        until: the last day of the month or quarter.
        tolerance: percentage points within which progress is on time; no text states it.
        every: the months that the circular covers.
        indicator: what is counted.
        unit: the unit of the count.
        rates: the registered unemployment rate of each place, at the end of the period.
        ceiling: the bound of that rate.
        rules: the rules of progress; without them the national ones.

    Raises:
        InvalidFactsError: a place has no target, a month is counted twice, or *until* does
            not end a month or quarter.
        RuleNotInForceError: the day is before the opinion of 2003-06-10.
    """
    counted = [r for r in reports if r.until <= until and r.until.year == until.year]
    faults = [*_faults(targets, until, every), *report_faults(targets, counted)]
    if faults:
        raise InvalidFactsError(faults)
    judge = _Judge(until, tolerance, rules or ProgressRules())
    first = add_months(until.replace(day=1), 1 - every)
    rows = judge.rows(targets, counted, first)
    return Circular(
        indicator=indicator,
        unit=unit,
        since=first,
        until=until,
        tolerance=tolerance,
        elapsed=Fraction(*months_passed(until)),
        rows=_ranked(rows, rates or {}),
        whole=judge.pace(sum(targets.values()), _sum([row.done for row in rows])),
        ceiling=ceiling,
    )


@frozen
class _Judge:
    """Judges counts at the end of *until*."""

    until: date
    tolerance: int
    rules: ProgressRules

    def rows(
        self, targets: Mapping[Region, int], counted: Sequence[Counted], first: date
    ) -> list[Row]:
        return [
            self.row(place, target, [r for r in counted if r.place == place], first)
            for place, target in targets.items()
        ]

    def row(self, place: Region, target: int, reports: Sequence[Counted], first: date) -> Row:
        done = covered(reports, range(1, self.until.month + 1))
        period = covered(reports, range(first.month, self.until.month + 1))
        pace = self.pace(target, done)
        return Row(place=place, target=target, period=period, done=done, pace=pace)

    def pace(self, target: int, done: int | None) -> Pace | None:
        passed, parts = months_passed(self.until)
        count = Count(
            target=target, done=done, passed=passed, parts=parts, tolerance=self.tolerance
        )
        case = CaseWorking(self.until, Basis(progress))
        value: Pace | None = progress.work(case, case.read(count), self.rules).value
        return value


def _ranked(rows: Sequence[Row], rates: Mapping[Region, Fraction]) -> tuple[Row, ...]:
    ranks = rank({row.place: row.pace.share if row.pace else None for row in rows})
    rated = [evolve(row, rank=ranks[row.place], rate=rates.get(row.place)) for row in rows]
    return tuple(sorted(rated, key=lambda row: (row.rank is None, row.rank)))


def _sum(counts: Iterable[int | None]) -> int | None:
    counts = tuple(counts)
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _faults(targets: Mapping[Region, int], until: date, every: int) -> Iterator[Fault]:
    for place, target in targets.items():
        if target < 1:
            yield Fault.at(f"targets[{place.name}]", _("must be above zero"))
    if not ends_month(until) or until.month % every:
        yield Fault.at("until", _("must be the last day of a month, or of a quarter"))
