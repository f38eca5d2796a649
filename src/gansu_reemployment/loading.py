"""How plugins are found and loaded (插件加载): by the order of their names, each on its own.

A plugin that cannot be imported, implements a hook that does not exist or gives rules that the
law does not allow is reported by its distribution's name and version and left out; the others
go on. With *strict* the first fault is raised.

The environment variable ``GANSU_REEMPLOYMENT_PLUGINS`` switches plugins: ``none``, a list of
the names to load, or a list of names with a minus to leave out, separated by commas.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, Final, TypeVar

import pluggy
from attrs import evolve

from gansu_reemployment import __version__, hookspecs
from gansu_reemployment.errors import GansuError, PluginError
from gansu_reemployment.hookspecs import API, GROUP, LedgerFactory, LocalReview, LocalRules
from gansu_reemployment.host import Host, Local, Plugin, Review, Source
from gansu_reemployment.i18n import _
from gansu_reemployment.regions import Regions, gansu
from gansu_reemployment.rulebook import Rulebook

#: The variable of the environment that switches plugins.
SWITCH: Final = "GANSU_REEMPLOYMENT_PLUGINS"
#: The modules of the library itself that come in through the same door as any plugin.
BUILT_IN: Final = {
    "gansu": "gansu_reemployment.gansu",
    "ledgers": "gansu_reemployment.ledger.backends",
}

T = TypeVar("T")


def load_host(sources: Iterable[Source] | None = None, *, strict: bool = False) -> Host:
    """Load the built-in rules and *sources*, by default every plugin that is installed.

    Raises:
        PluginError: with *strict*, the first fault of a plugin.
    """
    loader = _Loader()
    for source in (*built_in(), *(discover() if sources is None else sources)):
        fault = loader.load(source)
        if fault and strict:
            raise fault
    return loader.host()


def built_in() -> list[Source]:
    """Give the plugins that come with the library."""
    return [
        Source(name, "gansu-reemployment", __version__, _importer(module))
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

    def __init__(self) -> None:
        self._manager = plugin_manager()
        self._regions = gansu()
        self._plugins: dict[str, Plugin] = {}
        self._locals: dict[str, Local] = {}
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
        )

    def load(self, source: Source) -> PluginError | None:
        """Load one plugin, or note why it is left out."""
        try:
            self._plugins[source.name] = self._take(source)
        except PluginError as fault:
            return self._leave_out(source, fault)
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may fail in any way
            return self._leave_out(source, _faulty(source, problem))
        return None

    def _take(self, source: Source) -> Plugin:
        module = source.load()
        self._manager.register(module, source.name)
        self._manager.check_pending()
        self._refuse_defaults(source)
        given = _several(self._ask(source, "local_rules"), LocalRules, source)
        reviews = _several(self._ask(source, "local_review"), LocalReview, source)
        ledgers = self._ask(source, "ledger_backends") or {}
        regions = self._declared(given)
        local = [self._local(rules, regions, source) for rules in given]
        held = [Review(regions.find(r.region), r, source) for r in reviews]
        self._refuse_second(local, ledgers, source)
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

    def _ask(self, source: Source, hook: str) -> Any:
        """Call a plugin's own implementation of a hook, if it has one."""
        for impl in getattr(self._manager.hook, hook).get_hookimpls():
            if impl.plugin_name == source.name:
                return impl.function()
        return None

    def _refuse_defaults(self, source: Source) -> None:
        """Refuse default arguments: versions of pluggy differ in whether they pass them."""
        module = self._manager.get_plugin(source.name)
        for caller in self._manager.get_hookcallers(module) or ():
            for impl in caller.get_hookimpls():
                if impl.plugin_name == source.name and impl.kwargnames:
                    raise PluginError(
                        str(source),
                        _("{distribution}: {hook} must not give default values to its arguments."),
                        hook=caller.name,
                    )

    def _declared(self, given: Sequence[LocalRules]) -> Regions:
        regions = self._regions
        for rules in given:
            for region in rules.declares:
                regions = regions.with_region(region)
        return regions

    def _local(self, rules: LocalRules, regions: Regions, source: Source) -> Local:
        if rules.api > API:
            raise PluginError(
                str(source),
                _("{distribution} was written for version {api} of the hooks; this is {own}."),
                api=rules.api,
                own=API,
            )
        region = regions.find(rules.region)
        rows = tuple(evolve(row, region=region.id) for row in rules.amendments)
        Rulebook.national().amended(rows)
        return Local(region, rows, source)

    def _refuse_second(
        self, local: Sequence[Local], ledgers: dict[str, LedgerFactory], source: Source
    ) -> None:
        """Refuse two answers where one is law; neither is taken."""
        for one in local:
            if one.region.id in self._locals:
                first = self._locals.pop(one.region.id).source
                fault = PluginError(
                    f"{first} + {source}",
                    _("{distribution} both speak for {region}; neither is used."),
                    region=one.region,
                )
                self._drop(first, fault)
                raise fault
        for scheme in ledgers:
            if scheme in self._ledgers:
                raise PluginError(
                    str(source),
                    _("{distribution}: there is already a ledger for {scheme}."),
                    scheme=scheme,
                )

    def _drop(self, source: Source, fault: PluginError) -> None:
        """Take back all that a plugin brought."""
        self._locals = {k: v for k, v in self._locals.items() if v.source is not source}
        self._reviews = [review for review in self._reviews if review.source is not source]
        for scheme in self._plugins[source.name].ledgers:
            del self._ledgers[scheme]
        self._leave_out(source, fault)


def _several(answer: Any, kind: type[T], source: Source) -> list[T]:
    """Give an answer of one or several values as a list, and refuse any other type."""
    values = answer if isinstance(answer, (list, tuple)) else [] if answer is None else [answer]
    for value in values:
        if not isinstance(value, kind):
            raise PluginError(
                str(source),
                _("{distribution} gave {value!r} where {kind} is wanted."),
                value=value,
                kind=kind.__name__,
            )
    return list(values)


def _faulty(source: Source, problem: BaseException) -> PluginError:
    told = problem if isinstance(problem, GansuError) else _told(problem)
    fault = PluginError(str(source), _("{distribution} was left out: {problem}"), problem=told)
    fault.__cause__ = problem
    return fault


def _told(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"
