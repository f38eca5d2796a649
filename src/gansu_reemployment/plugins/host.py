"""The plugin host (插件宿主): what the plugins that were loaded bring, by region.

:func:`~.plugins.loading.load_host` builds one. A region's rulebook is resolved once and kept.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeGuard

import pluggy
from attrs import field, frozen

from gansu_reemployment.errors import GansuError, PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins.hooks import Condition, LedgerFactory, LocalReview
from gansu_reemployment.regions import Region, Regions
from gansu_reemployment.rulebook import Rulebook


@frozen
class Source:
    """Where a plugin comes from: its name, its distribution, and how to load its *module*.

    One that is *required*, such as a file that somebody names, is never left out: its fault is
    raised.
    """

    name: str
    distribution: str
    version: str
    load: Callable[[], Any] = field(repr=False)
    module: str = ""
    required: bool = False

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".rstrip()


@frozen
class Plugin:
    """A plugin as the host sees it: what it brings, or why it was left out."""

    source: Source
    regions: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    ledgers: tuple[str, ...] = ()
    fault: GansuError | None = None

    @property
    def name(self) -> str:
        """The name of its entry point."""
        return self.source.name


@frozen
class Local:
    """The local rules of one region, the plugin they come from, and when they were compared."""

    region: Region
    amendments: tuple[Amendment, ...]
    source: Source
    checked_on: date | None = None


@frozen
class Review:
    """A local condition with the region it holds in, and the plugin it comes from."""

    region: Region
    review: LocalReview
    source: Source


@frozen(slots=False)
class Host:
    """The plugins that were loaded, and all they bring.

    *conflicts* names, by the code of the region, the plugins of which only one may speak.
    """

    plugins: tuple[Plugin, ...]
    regions: Regions
    locals: Mapping[str, Local]
    reviews: tuple[Review, ...]
    ledgers: Mapping[str, LedgerFactory]
    manager: pluggy.PluginManager = field(repr=False)
    conflicts: Mapping[str, tuple[Source, ...]] = field(factory=dict)

    @cached_property
    def _books(self) -> dict[str, Rulebook]:
        return {}

    def rulebook(self, region: Region) -> Rulebook:
        """Give the rulebook of *region*: the nation's, amended layer by layer."""
        if region.id not in self._books:
            above = self.regions.chain(region)[:-1]
            book = self.rulebook(above[-1]) if above else Rulebook.national()
            if region.id in self.locals:
                book = book.amended(self.locals[region.id].amendments)
            self._books[region.id] = book
        return self._books[region.id]

    def conditions(self, region: Region, measure: str) -> tuple[Condition, ...]:
        """Give the local conditions of *measure* that hold in *region*, higher layers first."""
        held = (r for r in self.reviews_in(region) if r.review.measure == measure)
        return tuple(guarded(r) for r in held)

    def reviews_in(self, region: Region) -> tuple[Review, ...]:
        """Give the local conditions of every measure that hold in *region*, higher layers first."""
        chain = [layer.id for layer in self.regions.chain(region)]
        held = [r for r in self.reviews if r.region.id in chain]
        return tuple(sorted(held, key=lambda r: chain.index(r.region.id)))

    def weights(self, region: Region, year: int) -> Mapping[str, int] | None:
        """Give the weights by which *region* splits its targets of *year*.

        Raises:
            PluginError: two plugins give weights for the same region and year.
        """
        given = dict(self._answers({"region": region.id, "year": year}))
        if len(given) > 1:
            raise PluginError(
                " + ".join(given),
                _("Two plugins give weights for {region}, {year}: {distribution}."),
                region=region,
                year=year,
            )
        return next(iter(given.values()), None)

    def _answers(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, int]]]:
        """Ask each plugin for weights; one that fails or gives something else is named."""
        sources = {plugin.name: str(plugin.source) for plugin in self.plugins}
        for impl in self.manager.hook.breakdown_weights.get_hookimpls():
            distribution = sources[impl.plugin_name]
            try:
                answer = impl.function(*(asked[name] for name in impl.argnames))
            except Exception as problem:
                text = _("{distribution} failed in {hook}: {problem}")
                raise _failed(distribution, text, problem, hook="breakdown_weights") from problem
            if answer is None:
                continue
            if not _are_weights(answer):
                raise PluginError(
                    distribution,
                    _("{distribution} gave {value!r} where {kind} is wanted."),
                    value=answer,
                    kind="Mapping[str, int]",
                )
            yield distribution, answer


def _are_weights(answer: object) -> TypeGuard[Mapping[str, int]]:
    return isinstance(answer, Mapping) and all(
        isinstance(name, str) and type(weight) is int for name, weight in answer.items()
    )


def guarded(held: Review) -> Condition:
    """Stop the case with the plugin's name where a local condition fails."""

    def condition(w: Any, facts: Any) -> None:
        try:
            held.review.condition(w, facts)
        except GansuError:
            raise
        except Exception as problem:
            text = _("{distribution} failed in its condition on {measure}: {problem}")
            measure = held.review.measure
            raise _failed(str(held.source), text, problem, measure=measure) from problem

    return condition


def _failed(distribution: str, text: str, problem: Exception, **values: Any) -> PluginError:
    told = f"{type(problem).__name__}: {problem}"
    return PluginError(distribution, text, problem=told, **values)
