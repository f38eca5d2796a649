"""The monthly circular on special progress (再就业专项工作进展通报), as data and as a sheet.

From June 2003 the provincial labour authority (省劳动保障厅) sums the special progress of each
place by month and circulates it to the governments (六(十二)), beside the quarterly circular on
the main targets. What is reported is a rule: implementing rules issued, certificates issued and
platforms built, each counted from the beginning to the end of the month.

A count that a place has not reported is unknown; it is not zero.

>>> from gansu_reemployment.regions import find_region
>>> places = [find_region(name) for name in ("兰州市", "天水市")]
>>> june = date(2003, 6, 30)
>>> report = SpecialReport(place=places[0], until=june, rules=6, certificates=8_200, platforms=40)
>>> made = special_circular(places, [report], until=june)
>>> made.total(SpecialProgress.CERTIFICATES), [place.name for place in made.silent]
(None, ['天水市'])
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, not_negative
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.circular.reports import ends_month, known_sum
from gansu_reemployment.measures.targets.circular.words import Phrase
from gansu_reemployment.measures.targets.tasks.tasks import SpecialProgress, TaskRules
from gansu_reemployment.regions import Region
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_TITLE: Final = Label(
    "{year}年{month}月再就业专项工作进展通报", "Circular on special progress, {iso}"
)
_NOTE: Final = Label(
    "各项均为累计数；空格为该地区未报。", "Counts are since the beginning; a blank is no report."
)


@frozen(kw_only=True, slots=False)
class SpecialReport(CheckedFacts):
    """The special progress of a place at the end of a month (专项工作进展), each since the start.

    Args:
        platforms: the street and community platforms built.
    """

    place: Region = field(metadata=meaning("地区", "place"))
    until: date = field(metadata=meaning("截止日期", "last day of the month"))
    rules: int | None = fact("已出台配套办法", "implementing rules issued", not_negative)
    certificates: int | None = fact("已发优惠证", "certificates issued", not_negative)
    platforms: int | None = fact("已建工作平台", "platforms built", not_negative)

    def contradictions(self) -> list[Fault]:
        """Reject a day that does not end a month."""
        if type(self.until) is date and not ends_month(self.until):
            return [Fault.at("until", _("must be the last day of a month"))]
        return []

    @property
    def counts(self) -> Mapping[SpecialProgress, int | None]:
        """The count of each kind of progress."""
        return {
            SpecialProgress.RULES: self.rules,
            SpecialProgress.CERTIFICATES: self.certificates,
            SpecialProgress.PLATFORMS: self.platforms,
        }


@frozen(kw_only=True)
class SpecialCircular:
    """The special progress of each place at the end of *until* (专项进展通报)."""

    until: date
    progress: tuple[SpecialProgress, ...]
    rows: Mapping[Region, Mapping[SpecialProgress, int | None]]

    @property
    def silent(self) -> tuple[Region, ...]:
        """The places that have not reported every count."""
        return tuple(place for place, counts in self.rows.items() if None in counts.values())

    def total(self, progress: SpecialProgress) -> int | None:
        """Return the sum over all places; unknown if one of them has not reported."""
        return known_sum(row[progress] for row in self.rows.values())


def special_circular(
    places: Sequence[Region],
    reports: Iterable[SpecialReport],
    *,
    until: date,
    rules: TaskRules | None = None,
) -> SpecialCircular:
    """Build the circular on the month that ends on *until*; reports of other months are skipped.

    Raises:
        InvalidFactsError: a place is not among *places* or reports twice, or *until* is not the
            last day of a month.
        RuleNotInForceError: the month is before June 2003.
    """
    progress = (rules or TaskRules()).special_progress.on(until).value
    month = [report for report in reports if report.until == until]
    if faults := [*_faults(places, month, until)]:
        raise InvalidFactsError(faults)
    reported = {report.place: report.counts for report in month}
    none = dict.fromkeys(progress)
    rows = {p: {one: reported.get(p, none)[one] for one in progress} for p in places}
    return SpecialCircular(until=until, progress=progress, rows=rows)


def special_sheet(circular: SpecialCircular) -> Sheet:
    """Build the official table of the circular (专项进展表)."""
    until = circular.until
    title = {"year": str(until.year), "month": str(until.month), "iso": f"{until:%Y-%m}"}
    return Sheet(
        title=Phrase(_TITLE, title),
        columns=(Column(Label("地区", "Place"), names=True), *_columns(circular)),
        rows=[
            (Label(place.name_on(until), place.en), *(counts[one] for one in circular.progress))
            for place, counts in circular.rows.items()
        ],
        notes=[_NOTE],
    )


def _columns(circular: SpecialCircular) -> Iterator[Column]:
    """Yield a column for each kind of progress, summed if every place has reported it."""
    for one in circular.progress:
        total = None if circular.total(one) is None else SUM
        yield Column(one, total=total)


def _faults(
    places: Sequence[Region], month: Sequence[SpecialReport], until: date
) -> Iterator[Fault]:
    if not ends_month(until):
        yield Fault.at("until", _("must be the last day of a month"))
    seen: set[Region] = set()
    for number, report in enumerate(month):
        path = f"reports[{number}]"
        if report.place not in places:
            yield Fault.at(path, _("{place} is not in the circular"), place=report.place)
        if report.place in seen:
            yield Fault.at(path, _("{place} has reported already"), place=report.place)
        seen.add(report.place)
