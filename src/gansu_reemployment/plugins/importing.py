"""Importing a plugin within a time (插件导入时限), so that one that hangs holds up no other.

The import runs in a thread of its own. One that takes longer is reported and left out, but
it cannot be undone: the thread goes on in the background until the program ends, keeps what
it holds (files, sockets, the lock of its own module), and the modules it has loaded stay
loaded. Whoever imports that module later waits for it again.

The time is ten seconds for each plugin, or what the environment variable
``GANSU_REEMPLOYMENT_PLUGIN_SECONDS`` says.
"""

import os
from threading import Thread
from typing import Any, Final

from gansu_reemployment.errors import PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.plugins.host import Source

#: The variable of the environment that sets the seconds for each plugin.
SECONDS: Final = "GANSU_REEMPLOYMENT_PLUGIN_SECONDS"
_DEFAULT: Final = "10"


def import_within(source: Source, seconds: float) -> Any:
    """Import the module of *source*.

    Raises:
        PluginError: it was not there after *seconds*.
        BaseException: whatever the import raises.
    """
    ended: dict[str, Any] = {}
    thread = Thread(target=_import, args=(source, ended), daemon=True, name=source.name)
    thread.start()
    thread.join(seconds)
    if not ended:
        raise PluginError(
            str(source),
            _("{distribution} was not imported within {seconds} seconds."),
            seconds=seconds,
        )
    if "problem" in ended:
        raise ended["problem"]
    return ended["module"]


def seconds_allowed() -> float:
    """Give the seconds that the environment allows for each plugin.

    Raises:
        PluginError: the variable holds no number above zero.
    """
    text = os.environ.get(SECONDS, "") or _DEFAULT
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if 0 < seconds < float("inf"):
        return seconds
    wanted = _("{distribution} must be a number of seconds above zero, not {value}.")
    raise PluginError(SECONDS, wanted, value=text)


def _import(source: Source, ended: dict[str, Any]) -> None:
    """Import in the thread; what is raised there is raised again where it is awaited."""
    try:
        ended["module"] = source.load()
    except BaseException as problem:  # noqa: BLE001 - a plugin may fail in any way
        ended["problem"] = problem
