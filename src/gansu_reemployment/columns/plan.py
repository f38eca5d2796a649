"""From a bureau and a measure to a job (任务编制): rules resolved, columns named."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypedDict

import attrs
import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.job import Certain, Job, Money
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.regions import Places, RegionWorking
from gansu_reemployment.columns.schema import FrameColumn, results, schema
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import ColumnsError, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.working.measure import Measure

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau

#: The types in which columns of values go out.
_TYPES: Final[Mapping[str, Any]] = {
    "Boolean": nw.Boolean,
    "Int64": nw.Int64,
    "Int64 or Decimal": nw.Int64,
    "Date": nw.Date,
}


class Options(TypedDict, total=False):
    """What may be asked of every measure over columns.

    *explain* adds a column for each step and one of the rows cited; *region* is the column
    that names each row's place, by any of its names or codes; *money* is how amounts go out.
    """

    explain: bool
    region: str | None
    money: Money


@frozen(kw_only=True)
class Question:
    """What is asked of a frame: under whose law, of which day or days, and how it goes out."""

    bureau: "Bureau"
    on: date | str
    explain: bool = False
    region: str | None = None
    money: Money = "fen"
    places: Places | None = None
    certain: Certain = attrs.field(factory=dict)

    def outcome(self, measure: Measure[Any, Any], name: str | None = None) -> ColumnOutcome:
        """Give the expressions of a measure, whose columns begin with *name*."""
        working = self._working(measure, name or measure.name)
        rules = self.bureau.rulebook.of(measure.rules)
        outcome: ColumnOutcome = measure.work(working, working.facts, rules)
        if not working.lacks:
            return outcome
        own = (_renamed(column, measure.name, working.measure) for column in results(measure))
        return outcome.typed({c.name: _TYPES.get(c.holds, nw.String) for c in own})

    def _working(self, measure: Measure[Any, Any], name: str) -> ColumnWorking:
        columns = (*schema(measure), *self._keys())
        certain = {c.name: self.certain[c] for c in columns if c in self.certain}
        if self.region is None or self.places is None:
            return ColumnWorking(
                self.on,
                measure.facts,
                measure=name,
                explain=self.explain,
                conditions=self.bureau.basis(measure).conditions,
                certain=certain,
            )
        return RegionWorking(
            self.on,
            measure.facts,
            places=self.places,
            region=self.region,
            measure=name,
            conditions=self.places.conditions(measure.name),
            explain=self.explain,
            certain=certain,
        )

    def job(self, measure: Measure[Any, Any], name: str | None = None) -> Job:
        """Return the job of one measure."""
        outcome = self.outcome(measure, name)
        reads = tuple(column for column in schema(measure) if column.name in outcome.facts)
        named = name or measure.name
        own = tuple(_renamed(column, measure.name, named) for column in results(measure))
        before = (self.places.stage(self.region),) if self.places and self.region else ()
        defaults = _defaults(measure, (column.name for column in reads))
        return Job((outcome,), (*reads, *self._keys()), defaults, own, self.money, before)

    def _keys(self) -> Iterator[FrameColumn]:
        if isinstance(self.on, str):
            yield FrameColumn(self.on, "政策适用日", "day of the law", date)
        if self.region is not None:
            yield FrameColumn(self.region, "地区", "region", str)

    def measures_of(self, names: Iterable[str]) -> Iterator[Measure[Any, Any]]:
        """Give the measures whose facts a frame with columns of these *names* holds."""
        held = set(names)
        place = None if self.region else self.bureau.region
        for one in column_measures(self.bureau.host.measures(place)):
            measure = column_measure(one.name, self.bureau, self.region)
            job = self.job(measure)
            facts = any(outcome.facts for outcome in job.outcomes)
            if facts and {*job.reads} - {*job.defaults} <= held:
                yield measure


def join(jobs: Iterable[Job]) -> Job:
    """Put jobs that ask the same of one frame into one pass."""
    first, *others = jobs
    for job in others:
        first = evolve(
            first,
            outcomes=(*first.outcomes, *job.outcomes),
            columns=tuple(dict.fromkeys((*first.columns, *job.columns))),
            defaults={**first.defaults, **job.defaults},
            results=(*first.results, *job.results),
        )
    return first


def places_of(bureau: "Bureau") -> Places:
    """Give the law of every place that the bureau's host knows, as known on the bureau's day.

    Raises:
        ColumnsError: the bureau has a rulebook of its own, which is that of one place only.
    """
    book = bureau.rulebook
    if book.known_on is None and book is not bureau.host.rulebook(bureau.region):
        raise ColumnsError(
            _("A bureau with another rulebook has one place only; leave out the column of regions.")
        )
    return Places.of(bureau.host, book.known_on)


def column_measure(name: str, bureau: "Bureau", region: str | None = None) -> Measure[Any, Any]:
    """Find a measure that runs over columns, with the facts that the bureau's place adds.

    Where *region* names a column of places, it has the facts that any place adds.

    Raises:
        UnknownNameError: no measure of that name does.
    """
    place = None if region else bureau.region
    own = bureau.host.measures(place)
    measure = bureau.host.measure(name, place) if name in MEASURES or name in own else None
    if measure is None or not measure.columns:
        known = tuple(measure.name for measure in column_measures(own))
        raise UnknownNameError(Message(_("measure over columns")), name, known)
    return measure


def column_measures(
    own: Mapping[str, Measure[Any, Any]] = MappingProxyType({}),
) -> list[Measure[Any, Any]]:
    """List every measure that runs over columns, those of a place last."""
    return [one for one in (*MEASURES.values(), *own.values()) if one.columns]


def _renamed(column: FrameColumn, old: str, new: str) -> FrameColumn:
    return evolve(column, name=f"{new}{column.name.removeprefix(old)}")


def _defaults(measure: Measure[Any, Any], names: Iterable[str]) -> dict[str, Any]:
    """Give the defaults of facts that have one, as a column holds them."""
    fields = {f.name: f.default for f in attrs.fields(measure.facts)}
    known = {name: fields[name] for name in names}
    return {
        name: encode(value)
        for name, value in known.items()
        if value is not None and value is not attrs.NOTHING
    }
