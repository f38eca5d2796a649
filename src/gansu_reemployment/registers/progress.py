"""A progress bar (进度条) for long tasks at a terminal; elsewhere nothing is shown."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def progress(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Return *items* with a progress bar if standard error is a terminal and rich is installed.

    *label* precedes the bar; without *total* the bar only shows activity.
    """
    if not sys.stderr.isatty():
        return iter(items)
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra
        from rich.progress import track  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        return iter(items)
    return iter(track(items, label, total=total, console=Console(stderr=True), transient=True))
