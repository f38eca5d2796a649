"""Load plugins (插件加载): ask each of them, then combine their answers.

A plugin is skipped if it cannot be imported, implements a hook that does not exist or has rules
that the law does not allow; the others are loaded. A :class:`~.errors.PluginWarning` reports each
fault with the distribution's name and version; with *strict* the first one is raised.
"""

import warnings
from collections.abc import Iterable

from attrs import evolve

from gansu_reemployment.errors import PluginWarning
from gansu_reemployment.i18n import _
from gansu_reemployment.plugins.answers import ask_all
from gansu_reemployment.plugins.discovery import built_in, discover
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.resolving import resolve
from gansu_reemployment.plugins.source import Source


def load_host(sources: Iterable[Source] | None = None, *, strict: bool = False) -> Host:
    """Load the built-in rules and *sources*, by default every plugin that is installed.

    Raises:
        PluginError: a required source has a fault; with *strict*, any has.
    """
    named = _named((*built_in(), *(discover() if sources is None else sources)))
    host = resolve(ask_all(named))
    for plugin in host.plugins:
        if plugin.fault and (strict or plugin.source.required):
            raise plugin.fault
    for fault in dict.fromkeys(plugin.fault for plugin in host.plugins if plugin.fault):
        warnings.warn(PluginWarning(_("A plugin is not used: {fault}"), fault=fault), stacklevel=2)
    return host


def _named(sources: Iterable[Source]) -> list[Source]:
    """Return the plugins with names that differ; the name of an entry point need not."""
    found: dict[str, Source] = {}
    for source in sources:
        name = source.name
        if name in found:
            name = f"{name} ({source.distribution})"
        found[name] = evolve(source, name=name)
    return list(found.values())
