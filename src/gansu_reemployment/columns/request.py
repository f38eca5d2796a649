"""From a bureau and measures to a question (计算请求编制): rules resolved, columns named."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypedDict

import attrs
import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.dated_rules import DatedRules
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.plan import Plan, Stage
from gansu_reemployment.columns.profile import Profile
from gansu_reemployment.columns.regions import Places, RegionLaw
from gansu_reemployment.columns.schema import FrameColumn, Money, results, schema
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.dates import read_date
from gansu_reemployment.errors import ColumnsError, DateError, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome_json import plain

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau

#: The types of columns of values.
_TYPES: Final[Mapping[str, Any]] = {
    "Boolean": nw.Boolean,
    "Int64": nw.Int64,
    "Decimal": nw.Int64,
    "Date": nw.Date,
}


class Options(TypedDict, total=False):
    """The options of every measure over columns.

    *explain* adds a column for each step and one of the rows cited; *region* is the column
    that names each row's place, by any of its names or codes; *money* is the form of amounts:
    Decimal yuan, or with ``fen`` whole fen in the results and wherever a column of amounts is
    of whole numbers. Without it, whole numbers of money are refused. With *lists* the columns of
    reasons and of missing facts are lists, not texts joined by ``;``. With *status* there is a
    column ``<measure>_status``: ``decided``, ``refused`` or ``undecided``. With *in_order* the
    facts that the counter usually takes as in order are presumed where the frame lacks their
    columns, and the column ``<measure>_presumed`` names them.
    """

    explain: bool
    region: str | None
    money: Money
    lists: bool
    status: bool
    in_order: bool


class QueryOptions(TypedDict, total=False):
    """The options of a query: those of :class:`Options` that every engine has the means for."""

    region: str | None
    money: Money
    status: bool
    in_order: bool


@frozen(kw_only=True)
class Request:
    """The law, the day or days, and the form of results, from which measures are planned."""

    bureau: "Bureau"
    on: date | str
    explain: bool = False
    region: str | None = None
    money: Money = "yuan"
    lists: bool = False
    status: bool = False
    in_order: bool = False
    places: Places | None = None

    def plan(
        self, measure: Measure[Any, Any], profile: Profile, *, name: str | None = None
    ) -> Plan:
        """Plan a measure for frames of a profile; its columns begin with *name*."""
        name = name or measure.name
        outcome = self.outcome(measure, profile, name=name)
        reads = tuple(column for column in schema(measure) if column.name in outcome.facts)
        own = tuple(_renamed(column, measure.name, name) for column in results(measure))
        before = self.places.numbers(self.region) if self.places and self.region else {}
        names = tuple(column.name for column in reads)
        usual = measure.facts.usual if self.in_order else {}
        presumed = {n: encode(usual[n]) for n in names if n in usual}
        return Plan(
            (outcome,),
            (*reads, *self._keys()),
            {**_defaults(measure, names), **presumed},
            own,
            money=self.money,
            before=before,
            after=self._marked(name),
            lists=self.lists,
            status=self.status,
            impossible=tuple(getattr(measure.facts, "impossible", ())),
            presumed={f"{name}_presumed": tuple(presumed)} if self.in_order else {},
        )

    def _marked(self, name: str) -> tuple[Stage, ...]:
        """Return the column that marks results as hypothetical, if they are."""
        supposed = self.bureau.rulebook.supposed
        rows = (f"{s.rule.path}@{s.since.isoformat()}={plain(s.value)}" for s in supposed)
        return ({f"{name}_supposed": nw.lit("; ".join(rows))},) if supposed else ()

    def outcome(self, measure: Measure[Any, Any], profile: Profile, *, name: str) -> ColumnOutcome:
        """Return the expressions of a measure."""
        working = self._working(measure, profile, name)
        rules = self.bureau.rulebook.of(measure.rules)
        outcome: ColumnOutcome = measure.work(working, working.facts, rules)
        if not working.state.lacks:
            return outcome
        own = (_renamed(column, measure.name, name) for column in results(measure))
        return outcome.typed({c.name: _TYPES.get(c.holds, nw.String) for c in own})

    def _working(self, measure: Measure[Any, Any], profile: Profile, name: str) -> ColumnWorking:
        columns = (*schema(measure), *self._keys())
        law, conditions, adjustments = self._law(measure)
        return ColumnWorking(
            self.on,
            measure.facts,
            measure=name,
            explain=self.explain,
            conditions=conditions,
            adjustments=adjustments,
            profile={c.name: profile[c] for c in columns if c in profile},
            law=law,
        )

    def _law(
        self, measure: Measure[Any, Any]
    ) -> tuple[Any, tuple[Callable[..., None], ...], tuple[Callable[..., Any], ...]]:
        """Return the law, and the local conditions and adjustments of a measure."""
        if self.region is None or self.places is None:
            basis = self.bureau.basis(measure)
            return DatedRules, basis.conditions, basis.adjustments
        law = partial(RegionLaw, places=self.places, region=self.region)
        return law, self.places.conditions(measure), self.places.adjustments(measure)

    def _keys(self) -> Iterator[FrameColumn]:
        if isinstance(self.on, str):
            yield FrameColumn(self.on, "政策适用日", "day of the law", date)
        if self.region is not None:
            yield FrameColumn(self.region, "地区", "region", str)

    def measures_of(self, names: Iterable[str]) -> Iterator[Measure[Any, Any]]:
        """Yield the measures whose facts a frame with columns of these *names* has."""
        held = set(names)
        place = None if self.region else self.bureau.region
        for one in column_measures(self.bureau.host.measures(place)):
            measure = column_measure(one.name, self.bureau, self.region)
            plan = self.plan(measure, {})
            facts = any(outcome.facts for outcome in plan.outcomes)
            if facts and {*plan.reads} - {*plan.defaults} <= held:
                yield measure


def day_of(on: date | str) -> date | str:
    """Return the day that a text writes, or the name of a column of days as it is.

    Raises:
        DateError: the text begins as a day and is none.
    """
    if isinstance(on, date):
        return on
    try:
        return read_date(on)
    except DateError:
        if _LIKE_A_DAY.match(on):
            raise
        return on


#: The beginning of a day, which no column of days is called.
_LIKE_A_DAY: Final = re.compile(r"\d{4}[-/.年]\d")


def places_of(bureau: "Bureau") -> Places:
    """Return the law of every place that the host knows, as known on the bureau's day.

    Raises:
        ColumnsError: the bureau has a rulebook of its own, which is the law of one place.
    """
    book = bureau.rulebook
    own = bureau.host.rulebook(bureau.region).with_supposed(book.supposed)
    if book.known_on is None and book != own:
        raise ColumnsError(
            _("A bureau with another rulebook has one place only; leave out the column of regions.")
        )
    return Places.of(bureau.host, book.known_on, book.supposed)


def column_measure(name: str, bureau: "Bureau", region: str | None = None) -> Measure[Any, Any]:
    """Return a measure that runs over columns, with the facts that the bureau's place adds.

    Where *region* names a column of places, it has the facts that any place adds.

    Raises:
        UnknownNameError: no measure of that name runs over columns.
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
    """Return the defaults of facts that have one, encoded as in a column."""
    fields = {f.name: f.default for f in attrs.fields(measure.facts)}
    known = {name: fields[name] for name in names}
    return {
        name: encode(value)
        for name, value in known.items()
        if value is not None and value is not attrs.NOTHING
    }
