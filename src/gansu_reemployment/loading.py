"""How plugins are found and loaded (插件加载): by the order of their names, each on its own.

A plugin that cannot be imported in time, implements a hook that does not exist or gives rules
that the law does not allow is reported by its distribution's name and version and left out;
the others go on. With *strict* the first fault is raised.

The environment variable ``GANSU_REEMPLOYMENT_PLUGINS`` switches plugins: ``none``, a list of
the names to load, or a list of names with a minus to leave out, separated by commas.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import pluggy
from attrs import evolve

from gansu_reemployment import __version__, hookspecs
from gansu_reemployment.errors import PluginError
from gansu_reemployment.hookspecs import GROUP, LedgerFactory, LocalRules
from gansu_reemployment.host import Host, Local, Plugin, Review, Source
from gansu_reemployment.i18n import _
from gansu_reemployment.importing import import_within, seconds_allowed
from gansu_reemployment.plugin_answers import (
    ask_ledgers,
    ask_reviews,
    ask_rules,
    left_out,
    refuse_defaults,
)
from gansu_reemployment.regions import Region, Regions, gansu
from gansu_reemployment.rulebook import Rulebook

#: The variable of the environment that switches plugins.
SWITCH: Final = "GANSU_REEMPLOYMENT_PLUGINS"
#: The modules of the library itself that come in through the same door as any plugin.
BUILT_IN: Final = {
    "gansu": "gansu_reemployment.gansu",
    "ledgers": "gansu_reemployment.ledger.backends",
}


def load_host(
    sources: Iterable[Source] | None = None, *, strict: bool = False, seconds: float | None = None
) -> Host:
    """Load the built-in rules and *sources*, by default every plugin that is installed.

    *seconds* is how long the import of each may take: see :mod:`.importing`.

    Raises:
        PluginError: with *strict*, the first fault of a plugin.
    """
    loader = _Loader(seconds_allowed() if seconds is None else seconds)
    for source in (*built_in(), *(discover() if sources is None else sources)):
        fault = loader.load(source)
        if fault and strict:
            raise fault
    return loader.host()


def built_in() -> list[Source]:
    """Give the plugins that come with the library."""
    return [
        Source(name, "gansu-reemployment", __version__, _importer(module), module)
        for name, module in BUILT_IN.items()
    ]


def discover(switch: str | None = None) -> list[Source]:
    """Find the installed plugins that *switch* lets in, by the order of their names."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and not always needed

    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    sources = [
        Source(
            point.name,
            point.dist.name if point.dist else point.value,
            point.dist.version if point.dist else "",
            point.load,
            point.module,
        )
        for point in found
    ]
    text = os.environ.get(SWITCH, "") if switch is None else switch
    return [source for source in sources if _is_on(source.name, text)]


def plugin_manager() -> pluggy.PluginManager:
    """Build a manager that knows the hooks and no plugin."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    return manager


def _is_on(name: str, switch: str) -> bool:
    names = [part.strip() for part in switch.split(",") if part.strip()]
    if names == ["none"]:
        return False
    allowed = [part for part in names if not part.startswith("-")]
    return f"-{name}" not in names and (not allowed or name in allowed)


def _importer(module: str) -> Callable[[], Any]:
    return lambda: import_module(module)


class _Loader:
    """Gathers what the plugins bring; what one plugin brings is taken whole or not at all."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._manager = plugin_manager()
        self._regions = gansu()
        self._plugins: dict[str, Plugin] = {}
        self._locals: dict[str, Local] = {}
        self._conflicts: dict[str, tuple[Source, ...]] = {}
        self._reviews: list[Review] = []
        self._ledgers: dict[str, LedgerFactory] = {}

    def host(self) -> Host:
        """Give the host of all that was loaded."""
        return Host(
            tuple(self._plugins.values()),
            self._regions,
            self._locals,
            tuple(self._reviews),
            self._ledgers,
            self._manager,
            self._conflicts,
        )

    def load(self, source: Source) -> PluginError | None:
        """Load one plugin, or note why it is left out."""
        if source.name in self._plugins:
            source = evolve(source, name=f"{source.name} ({source.distribution})")
        try:
            self._plugins[source.name] = self._take(source)
        except PluginError as fault:
            return self._leave_out(source, fault)
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may fail in any way
            return self._leave_out(source, left_out(source, problem))
        return None

    def _take(self, source: Source) -> Plugin:
        self._manager.register(import_within(source, self._seconds), source.name)
        self._manager.check_pending()
        refuse_defaults(self._manager, source)
        given = ask_rules(self._manager, source)
        reviews = ask_reviews(self._manager, source)
        ledgers = ask_ledgers(self._manager, source)
        regions = self._declared(given)
        local = [_local(rules, regions, source) for rules in given]
        held = [Review(regions.find(r.region), r, source) for r in reviews]
        self._refuse_second(local, source)
        self._refuse_schemes(ledgers, source)
        self._regions = regions
        self._locals |= {one.region.id: one for one in local}
        self._reviews += held
        self._ledgers |= ledgers
        return Plugin(
            source,
            tuple(one.region.id for one in local),
            tuple(sorted({row.path for one in local for row in one.amendments})),
            tuple(sorted({review.review.measure for review in held})),
            tuple(sorted(ledgers)),
        )

    def _leave_out(self, source: Source, fault: PluginError) -> PluginError:
        if self._manager.has_plugin(source.name):
            self._manager.unregister(name=source.name)
        self._plugins[source.name] = Plugin(source, fault=fault)
        return fault

    def _declared(self, given: Sequence[LocalRules]) -> Regions:
        """Declare the regions outside Gansu; several plugins may declare the same one."""
        regions = self._regions
        for rules in given:
            for region in rules.declares:
                if region not in regions:
                    regions = regions.with_region(region)
        return regions

    def _refuse_second(self, local: Sequence[Local], source: Source) -> None:
        """Refuse two answers where one is law; neither is taken, nor is a third."""
        spoken = {code: held.source for code, held in self._locals.items()}
        spoken |= {code: sources[0] for code, sources in self._conflicts.items()}
        for one in local:
            if one.region.id in spoken:
                raise self._conflict(one.region, spoken[one.region.id], source)
            spoken[one.region.id] = source

    def _conflict(self, region: Region, first: Source, second: Source) -> PluginError:
        fault = PluginError(
            f"{first} + {second}",
            _("{distribution} both speak for {region}; neither is used."),
            region=region,
        )
        self._conflicts[region.id] = (*self._conflicts.get(region.id, (first,)), second)
        if region.id in self._locals:
            self._drop(first, fault)
        return fault

    def _drop(self, source: Source, fault: PluginError) -> None:
        """Take back all that a plugin brought."""
        self._locals = {k: v for k, v in self._locals.items() if v.source is not source}
        self._reviews = [review for review in self._reviews if review.source is not source]
        for scheme in self._plugins[source.name].ledgers:
            del self._ledgers[scheme]
        self._leave_out(source, fault)

    def _refuse_schemes(self, ledgers: Mapping[str, LedgerFactory], source: Source) -> None:
        for scheme in ledgers:
            if scheme in self._ledgers:
                raise PluginError(
                    str(source),
                    _("{distribution}: there is already a ledger for {scheme}."),
                    scheme=scheme,
                )


def _local(rules: LocalRules, regions: Regions, source: Source) -> Local:
    region = regions.find(rules.region)
    rows = tuple(evolve(row, region=region.id) for row in rules.amendments)
    Rulebook.national().amended(rows)
    return Local(region, rows, source, rules.checked_on)
