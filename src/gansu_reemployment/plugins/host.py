"""The plugin host (插件宿主): the contents of the loaded plugins, by region.

:func:`~.plugins.loading.load_host` builds one. A region's rulebook is built once and kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import field, frozen

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.errors import GansuError
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.objects.copies import Interned
from gansu_reemployment.plugins.conditions import Held
from gansu_reemployment.plugins.hooks import LedgerFactory, LocalFacts
from gansu_reemployment.plugins.local_facts import with_facts
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import GANSU_ID, Region, Regions
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.measure import Measure


@frozen
class Plugin:
    """The record of a plugin in the host: its contents, or the fault for which it was skipped."""

    source: Source
    regions: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    ledgers: tuple[str, ...] = ()
    fault: GansuError | None = None

    @property
    def name(self) -> str:
        """The name of its entry point."""
        return self.source.name

    @property
    def is_empty(self) -> bool:
        """Whether it has neither a fault nor any contents."""
        formulas = (*self.conditions, *self.adjustments)
        return self.fault is None and not any(
            (self.paths, formulas, self.facts, self.measures, self.ledgers)
        )


@frozen
class Local:
    """The local rules of one region, from all of its plugins.

    *tables* are the tables of rules that only this region has. *checked_on* is the day on which
    all of it had been compared with its documents.
    """

    region: Region
    amendments: tuple[Amendment, ...] = ()
    sources: tuple[Source, ...] = ()
    checked_on: date | None = None
    conditions: tuple[Held, ...] = ()
    adjustments: tuple[Held, ...] = ()
    facts: tuple[LocalFacts, ...] = ()
    measures: tuple[Measure[Any, Any], ...] = ()
    tables: tuple[type[Any], ...] = ()
    series: Mapping[str, Rule[Any]] = field(factory=dict)

    @property
    def source(self) -> Source:
        """The first plugin with rules of the region."""
        return self.sources[0]


@frozen(slots=False, eq=False)
class Host(Interned):
    """The plugins that were loaded, and their contents by the code of the region."""

    plugins: tuple[Plugin, ...]
    regions: Regions
    locals: Mapping[str, Local]
    ledgers: Mapping[str, LedgerFactory]
    _books: dict[str, Rulebook] = field(factory=dict, init=False, repr=False)
    _measures: dict[tuple[str, str], Measure[Any, Any]] = field(
        factory=dict, init=False, repr=False
    )

    def rulebook(self, region: Region) -> Rulebook:
        """Return the rulebook of *region*: the nation's, amended layer by layer."""
        if region.id not in self._books:
            *above, _own = places = self.regions.chain(region)
            book = self.rulebook(above[-1]) if above else Rulebook.national()
            local = self.locals.get(region.id)
            if local:
                rows, tables, series = local.amendments, local.tables, local.series
                book = book.laid(rows, tables, region=region.id, series=series)
            self._books[region.id] = book.at(places) if above else book
        return self._books[region.id]

    @cached_property
    def everywhere(self) -> Rulebook:
        """The rules of the province, and those that only one place has, for look-ups."""
        book = self.rulebook(self.regions.find(GANSU_ID))
        for local in self.locals.values():
            book = book.laid((), local.tables, region=local.region.id, series=local.series)
        return book

    def conditions_in(self, region: Region) -> tuple[Held, ...]:
        """Return the local conditions that apply in *region*, those of higher layers first."""
        return tuple(held for local in self._chain(region) for held in local.conditions)

    def adjustments_in(self, region: Region) -> tuple[Held, ...]:
        """Return the adjustments that apply in *region*, those of higher layers first."""
        return tuple(held for local in self._chain(region) for held in local.adjustments)

    def measures(self, region: Region | None = None) -> Mapping[str, Measure[Any, Any]]:
        """Return the measures that only *region* and those above it have; or all local ones."""
        locals_ = self._chain(region)
        found = {one.name: one for local in locals_ for one in local.measures}
        return {name: self._measure(one, region) for name, one in found.items()}

    def measure(self, name: str, region: Region | None = None) -> Measure[Any, Any]:
        """Return a measure with the facts that *region* adds; or with those of every region.

        Raises:
            UnknownNameError: *region* has no such measure; the nearest names are suggested.
        """
        key = (name, region.id if region else "")
        if key not in self._measures:
            own = {one.name: one for local in self._chain(region) for one in local.measures}
            self._measures[key] = self._measure(find_measure(name, own), region)
        return self._measures[key]

    def _measure(self, measure: Measure[Any, Any], region: Region | None) -> Measure[Any, Any]:
        return with_facts(measure, self.facts_of(measure.name, region))

    def facts_of(self, measure: str, region: Region | None = None) -> Iterator[LocalFacts]:
        """Yield the facts that *region* and those above it, or all regions, add to a measure."""
        for local in self._chain(region):
            yield from (facts for facts in local.facts if facts.measure == measure)

    def _chain(self, region: Region | None) -> Iterable[Local]:
        if region is None:
            return self.locals.values()
        layers = self.regions.chain(region)
        return [self.locals[layer.id] for layer in layers if layer.id in self.locals]
