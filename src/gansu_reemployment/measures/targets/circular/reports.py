"""Reports of counts, from which a circular is built (进度报告)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, not_negative, positive
from gansu_reemployment.i18n import _
from gansu_reemployment.regions import Region


def ends_month(day: date) -> bool:
    """Return whether *day* is the last one of its month."""
    return (day + ONE_DAY).day == 1


def month_faults(since: date, until: date) -> list[Fault]:
    """Return a fault for each day that does not bound whole months of one year."""
    if type(since) is not date or type(until) is not date:
        return []
    faults = []
    if since.day != 1:
        faults.append(Fault.at("since", _("must be the first day of a month")))
    if not ends_month(until):
        faults.append(Fault.at("until", _("must be the last day of a month")))
    if not since <= until or since.year != until.year:
        text = _("must be in the year of {since}, and not before it")
        faults.append(Fault.at("until", text, since=since))
    return faults


@frozen(kw_only=True, slots=False)
class Counted(CheckedFacts):
    """A report of a count (进度报告): the count of a place in one or more whole months."""

    place: Region = field(metadata=meaning("地区", "place"))
    since: date = field(metadata=meaning("起始日期", "first day of the months"))
    until: date = field(metadata=meaning("截止日期", "last day of the months"))
    number: int = field(metadata=meaning("完成数", "count", not_negative))

    def contradictions(self) -> list[Fault]:
        """Reject days that do not bound whole months of one year."""
        return month_faults(self.since, self.until)

    @property
    def months(self) -> range:
        """The numbers of the months counted."""
        return range(self.since.month, self.until.month + 1)


@frozen(kw_only=True, slots=False)
class PeriodReport(CheckedFacts):
    """One line of a monthly or quarterly return (月报、季报): target, count before it, count in it.

    A count that is not reported is unknown; it is not zero.
    """

    place: Region = field(metadata=meaning("地区", "place"))
    target: int = field(metadata=meaning("全年目标", "target of the year", positive))
    before: int | None = fact("前期累计", "count before the period", not_negative)
    number: int | None = fact("本期完成", "count of the period", not_negative)

    def counted(self, first: date, until: date) -> Iterator[Counted]:
        """Yield the counts of the year up to *until*; the period begins on *first*."""
        january = date(until.year, 1, 1)
        if self.before is not None and first > january:
            before = first - ONE_DAY
            yield Counted(place=self.place, since=january, until=before, number=self.before)
        if self.number is not None:
            yield Counted(place=self.place, since=first, until=until, number=self.number)


def covered(reports: Sequence[Counted], months: range) -> int | None:
    """Add the counts of *months*; unknown if a month is missing or reported with others."""
    within = [r for r in reports if r.months[0] in months and r.months[-1] in months]
    counted = [month for r in within for month in r.months]
    return sum(r.number for r in within) if len(counted) == len(months) else None


def known_sum(counts: Iterable[int | None]) -> int | None:
    """Add the counts of all places; unknown if one of them is."""
    known = tuple(counts)
    return None if None in known else sum(filter(None, known))


def report_faults(targets: Mapping[Region, int], reports: Sequence[Counted]) -> Iterator[Fault]:
    """Yield the faults between reports, and of places without a target."""
    seen: set[tuple[Region, int]] = set()
    for number, report in enumerate(reports):
        path = f"reports[{number}]"
        if report.place not in targets:
            yield Fault.at(path, _("{place} has no target"), place=report.place)
        for month in report.months:
            if (report.place, month) in seen:
                text = _("month {month} of {place} is counted twice")
                yield Fault.at(path, text, month=month, place=report.place)
            seen.add((report.place, month))
