"""The available plugins (插件发现): those of the library itself, and the installed ones.

The environment variable ``GANSU_REEMPLOYMENT_PLUGINS`` switches plugins: ``none``, a list of
the names to load, or a list of names with a minus to skip, separated by commas.
"""

import os
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from gansu_reemployment import __version__
from gansu_reemployment.errors import PluginWarning, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.plugins.hooks import GROUP
from gansu_reemployment.plugins.source import Source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: The variable of the environment that switches plugins.
SWITCH: Final = "GANSU_REEMPLOYMENT_PLUGINS"
#: Its value if no installed plugin is loaded.
_NONE: Final = "none"
#: The modules of the library itself that are loaded like any plugin.
BUILT_IN: Final = {
    "gansu": "gansu_reemployment.plugins.builtin",
    "ledgers": "gansu_reemployment.ledger.backends",
}


def built_in() -> list[Source]:
    """Return the plugins that come with the library; without them the law would differ."""
    return [
        Source(name, "gansu-reemployment", __version__, _importer(module), module, required=True)
        for name, module in BUILT_IN.items()
    ]


def discover(switch: str | None = None) -> list[Source]:
    """Find the installed plugins that *switch* lets in, by the order of their names.

    A name in *switch* that no plugin has is reported by a :class:`~.errors.PluginWarning`.
    """
    names = _names(os.environ.get(SWITCH, "") if switch is None else switch)
    if names == [_NONE]:
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and not always needed

    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    sources = [_source(point) for point in found]
    _warn_of_unknown(names, [source.name for source in sources])
    return [source for source in sources if _is_on(source.name, names)]


def _source(point: "EntryPoint") -> Source:
    """Return an entry point as a plugin; reading the metadata is slow, so it is read once."""
    held = point.dist.metadata if point.dist else {"Name": point.value, "Version": ""}
    return Source(point.name, held["Name"], held["Version"], point.load, point.module)


def _names(switch: str) -> list[str]:
    return [part.strip() for part in switch.split(",") if part.strip()]


def _is_on(name: str, names: list[str]) -> bool:
    allowed = [part for part in names if not part.startswith("-")]
    return f"-{name}" not in names and (not allowed or name in allowed)


def _warn_of_unknown(names: list[str], known: list[str]) -> None:
    for name in (part.removeprefix("-") for part in names):
        if name not in known:
            fault = UnknownNameError(Message(_("plugin")), name, known)
            told = PluginWarning(_("{variable}: {fault}"), variable=SWITCH, fault=fault)
            warnings.warn(told, stacklevel=3)


def _importer(module: str) -> Callable[[], Any]:
    return lambda: import_module(module)
