"""Names found by words (查找): by parts of a name, or of what it is called in either language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

#: A word in letters and digits, or a run of Chinese characters.
_PIECE: Final = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")
#: How many names are offered.
MOST: Final = 3


def search(words: str, called: Mapping[str, str]) -> list[str]:
    """Give the names whose text holds every word of *words*, in the order of *called*.

    *called* gives for each name all that it is called. Without a word every name is given.
    """
    pieces = _pieces(words)
    return [name for name, text in _plain(called) if all(piece in text for piece in pieces)]


def search_some(words: str, called: Mapping[str, str]) -> list[str]:
    """Give the names whose text holds some of the *words*, those with most of them first.

    Of a run of Chinese characters each pair counts as a word.
    """
    pieces = [part for piece in _pieces(words) for part in _parts(piece)]
    hits = {name: sum(piece in text for piece in pieces) for name, text in _plain(called)}
    return sorted((name for name, hit in hits.items() if hit), key=lambda name: -hits[name])


def nearest(words: str, called: Mapping[str, str]) -> tuple[str, ...]:
    """Give the names to offer instead of *words*: such as hold them, and such as are spelt so."""
    held = search(words, called) if _pieces(words) else []
    spelt = get_close_matches(words, called, n=MOST, cutoff=0.5)
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
