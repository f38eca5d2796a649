"""Reports of counts, from which a circular is built (进度报告)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, meaning, not_negative
from gansu_reemployment.i18n import _
from gansu_reemployment.regions import Region

_DAY: Final = timedelta(days=1)


def ends_month(day: date) -> bool:
    """Return whether *day* is the last one of its month."""
    return (day + _DAY).day == 1


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


def covered(reports: Sequence[Counted], months: range) -> int | None:
    """Add the counts of *months*; unknown if a month is missing or reported with others."""
    within = [r for r in reports if r.months[0] in months and r.months[-1] in months]
    counted = [month for r in within for month in r.months]
    return sum(r.number for r in within) if len(counted) == len(months) else None


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
