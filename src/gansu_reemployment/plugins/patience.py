"""A plugin that does not answer is named (插件无响应): Python cannot stop it, but the user can.

Without threads, as in a browser, it is not named, and loaded all the same.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Final

from gansu_reemployment.errors import PluginWarning
from gansu_reemployment.i18n import _
from gansu_reemployment.plugins.discovery import SWITCH
from gansu_reemployment.plugins.source import Source

#: Seconds after which a plugin that is still being asked is named.
PATIENCE: Final = 5.0


@contextmanager
def named_if_slow(source: Source) -> Iterator[None]:
    """Warn of *source*, by a :class:`~.errors.PluginWarning`, if the block takes too long."""
    timer = Timer(PATIENCE, _warn, [source])
    timer.daemon = True
    with suppress(RuntimeError):
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _warn(source: Source) -> None:
    text = _(
        "{distribution} has not answered for {seconds} seconds. If it does not, interrupt the "
        "command; {variable} switches an installed plugin off."
    )
    values = {"distribution": str(source), "seconds": int(PATIENCE), "variable": SWITCH}
    warnings.warn(PluginWarning(text, **values), stacklevel=2)
