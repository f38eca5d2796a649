"""Search for names (查找) by parts of the name or of its titles in either language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

#: A word in letters and digits, or a run of Chinese characters.
_PIECE: Final = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")
#: The most names to suggest.
MOST: Final = 3


def search(words: str, called: Mapping[str, str]) -> list[str]:
    """Return the names whose text contains every word of *words*, in the order of *called*.

    *called* maps each name to its titles. If *words* is empty, every name is returned.
    """
    pieces = _pieces(words)
    return [name for name, text in _plain(called) if all(piece in text for piece in pieces)]


def search_some(words: str, called: Mapping[str, str]) -> list[str]:
    """Return the names whose text contains some of the *words*, best match first.

    Each pair within a run of Chinese characters counts as a word.
    """
    pieces = [part for piece in _pieces(words) for part in _parts(piece)]
    hits = {name: sum(piece in text for piece in pieces) for name, text in _plain(called)}
    return sorted((name for name, hit in hits.items() if hit), key=lambda name: -hits[name])


def near_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most three of the *known* names that are spelt like *name*, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only for an error

    return tuple(get_close_matches(name, list(known), n=3, cutoff=0.5))


def nearest(words: str, called: Mapping[str, str]) -> tuple[str, ...]:
    """Return names to suggest for *words*: names containing them, then names spelled similarly."""
    held = search(words, called) if _pieces(words) else []
    spelt = near_names(words, called)
    found = dict.fromkeys([*held[:MOST], *spelt])
    if len(found) < MOST:
        found |= dict.fromkeys(search_some(words, called)[:MOST])
    return tuple(found)


def _pieces(words: str) -> Sequence[str]:
    return _PIECE.findall(words.casefold())


def _parts(piece: str) -> list[str]:
    pairs = [piece[at : at + 2] for at in range(len(piece) - 1)]
    return [piece] if piece.isascii() or not pairs else pairs


def _plain(called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, f"{name} {text}".casefold()) for name, text in called.items())
