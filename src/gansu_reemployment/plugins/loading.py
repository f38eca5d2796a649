"""How plugins are found and loaded (插件加载): by the order of their names, each on its own.

A plugin that cannot be imported in time, implements a hook that does not exist or gives rules
that the law does not allow is reported by its distribution's name and version and left out;
the others go on. Each fault is told by a :class:`~.errors.PluginWarning`; with *strict* the
first one is raised.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence

import pluggy
from attrs import evolve

from gansu_reemployment.errors import AmendmentError, PluginError, PluginWarning
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins import hooks
from gansu_reemployment.plugins.answers import (
    ask_ledgers,
    ask_reviews,
    ask_rules,
    left_out,
    refuse_defaults,
)
from gansu_reemployment.plugins.discovery import BUILT_IN, SWITCH, built_in, discover
from gansu_reemployment.plugins.hooks import GROUP, LedgerFactory, LocalRules
from gansu_reemployment.plugins.host import Host, Local, Plugin, Review, Source
from gansu_reemployment.plugins.importing import import_within, seconds_allowed
from gansu_reemployment.regions import NATION_ID, Region, Regions, gansu
from gansu_reemployment.rulebook import Rulebook


def load_host(
    sources: Iterable[Source] | None = None, *, strict: bool = False, seconds: float | None = None
) -> Host:
    """Load the built-in rules and *sources*, by default every plugin that is installed.

    *seconds* is how long the import of each may take: see :mod:`.plugins.importing`.

    Raises:
        PluginError: a required source has a fault; with *strict*, any has.
    """
    loader = _Loader(seconds_allowed() if seconds is None else seconds)
    for source in (*built_in(), *(discover() if sources is None else sources)):
        fault = loader.load(source)
        if fault and (strict or source.required):
            raise fault
    host = loader.host()
    for told in dict.fromkeys(plugin.fault for plugin in host.plugins if plugin.fault):
        warnings.warn(PluginWarning(_("A plugin is not used: {fault}"), fault=told), stacklevel=2)
    return host


def plugin_manager() -> pluggy.PluginManager:
    """Build a manager that knows the hooks and no plugin."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hooks)
    return manager


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
        fault = _both_speak(region, first, second)
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
    if region.id == NATION_ID:
        raise AmendmentError(_("The rules of the nation are the library's: no other may set them."))
    rows = tuple(_own(row, region, regions) for row in rules.amendments)
    Rulebook.national().amended(rows)
    return Local(region, rows, source, rules.checked_on)


def _own(row: Amendment, region: Region, regions: Regions) -> Amendment:
    """Give a row the region's code; one that names another region is not the region's."""
    row.check()
    named = regions.find(row.region) if row.region else region
    if named != region:
        raise of_another(row.path, named, region)
    return evolve(row, region=region.id)


def of_another(path: str, named: Region, region: Region) -> AmendmentError:
    """Say that a row of one region stands among the rules of another."""
    text = _("{path}: a row of {named} among the rules of {region}; each has rules of its own.")
    return AmendmentError(text, path=path, named=named, region=region)


def _both_speak(region: Region, *sources: Source) -> PluginError:
    """Say that neither is used, and how to leave out those that are installed."""
    installed = [one for one in sources if one.module and one.module not in BUILT_IN.values()]
    text = (
        _("{distribution} both speak for {region}; neither is used. Leave one out: {remedies}.")
        if installed
        else _("{distribution} both speak for {region}; neither is used.")
    )
    remedies = tuple(f"{SWITCH}=-{one.name}" for one in installed)
    return PluginError(" + ".join(map(str, sources)), text, region=region, remedies=remedies)
