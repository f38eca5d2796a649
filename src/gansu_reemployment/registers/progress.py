"""A progress bar (进度条) for long work at a terminal; elsewhere nothing is shown."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def progress(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Pass *items* through, with a bar where standard error is a terminal and rich is installed.

    *label* stands before the bar; without *total* the bar shows only that work goes on.
    """
    if not sys.stderr.isatty():
        return iter(items)
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra
        from rich.progress import track  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        return iter(items)
    return iter(track(items, label, total=total, console=Console(stderr=True), transient=True))
