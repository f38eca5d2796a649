"""Public names that are loaded on first use (按需载入)."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dis import opname
from importlib import import_module
from types import FrameType
from typing import Any, Final

ROOT: Final = "gansu_reemployment"
#: The public rooms, in which the nearest name to a misspelt one is searched.
ROOMS: Final = (
    "",
    *(".facts", ".results", ".errors", ".registers", ".sheets", ".charts", ".ledger"),
    *(".plugins", ".testing"),
)


def lazy_names(
    room: str, homes: Mapping[str, Sequence[str]], names: Sequence[str], extra: str = ""
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a room.

    Args:
        room: the full name of the module.
        homes: the names that each module below the library defines.
        names: every public name of the room, the eager ones included.
        extra: the extra whose package of the same module the names need, such as ``testing``.
    """
    home_of = {name: home for home, held in homes.items() for name in held}

    def find(name: str) -> Any:
        if name in home_of:
            value = getattr(_load(home_of[name], extra), name)
            setattr(sys.modules[room], name, value)
            return value
        if name.startswith("_"):
            raise AttributeError(_missing(room, name))
        kind = ImportError if _is_import(sys._getframe(1)) else AttributeError  # noqa: SLF001
        raise kind(_missing(room, name, _near(name, names)), name=name)

    return find, lambda: list(names)


def _load(home: str, extra: str) -> Any:
    try:
        return import_module(f"{ROOT}.{home}")
    except ModuleNotFoundError as problem:
        package = (problem.name or "").partition(".")[0]
        if not extra or package == ROOT:
            raise
        from gansu_reemployment.errors import MissingExtraError  # noqa: PLC0415 - on a failure

        raise MissingExtraError(package, extra) from None


def _is_import(frame: FrameType) -> bool:
    """Return whether a frame runs ``from ... import name``, whose AttributeError Python drops."""
    return opname[frame.f_code.co_code[frame.f_lasti]] == "IMPORT_FROM"


def _missing(room: str, name: str, near: Sequence[str] = ()) -> str:
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    return f"module {room!r} has no attribute {name!r}{hint}"


def _near(name: str, names: Sequence[str]) -> list[str]:
    """Return the nearest names of the room, then those of the other rooms with their full name."""
    from difflib import get_close_matches  # noqa: PLC0415 - on a failure

    found = get_close_matches(name, names, n=3, cutoff=0.6)
    for other in () if found else (f"{ROOT}{below}" for below in ROOMS):
        near = get_close_matches(name, import_module(other).__all__, n=1, cutoff=0.8)
        found += [f"{other}.{one}" for one in near]
    return found
