"""The chain of a ledger (台账链): each entry is bound to its own text and to the entry before it.

An entry is kept with two hashes: the SHA-256 of its canonical text, and a link, the SHA-256 of
the previous link and of its own hash. Cases and records are a chain each. So the first entry that
was changed, removed, inserted or moved is found; that entries were removed from the end, or that
the whole chain was made again, only a checkpoint kept elsewhere shows.

>>> Head().then(digest_of("[]")) == Head(1, link_of("", digest_of("[]")))
True
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain, pairwise
from typing import Final

from attrs import frozen

from gansu_reemployment.errors import LedgerChainError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.cases import show_key
from gansu_reemployment.ledger.protocol import Kind

#: The link before the first entry.
START: Final = ""


@frozen
class Kept:
    """An entry as a ledger keeps it: its key, its canonical text, and the two hashes beside it.

    The hashes are ``None`` if another program has inserted the entry.
    """

    key: str
    text: str
    digest: str | None
    link: str | None


@frozen
class Head:
    """The head of a chain (链头): the number of entries, and the link of the last one."""

    count: int = 0
    link: str = START

    def then(self, digest: str) -> "Head":
        """Return the head after a further entry."""
        return Head(self.count + 1, link_of(self.link, digest))


def digest_of(text: str) -> str:
    """Return the SHA-256 of an entry's canonical text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def link_of(before: str, digest: str) -> str:
    """Return the link of an entry: the SHA-256 of the link *before* it and of its own hash."""
    return sha256(f"{before}{digest}".encode()).hexdigest()


def hashes_of(text: str, before: str) -> tuple[str, str]:
    """Return the hash and the link of a new entry after the link *before*."""
    digest = digest_of(text)
    return digest, link_of(before, digest)


def follow(kind: Kind, read: Callable[[], Iterable[Kept]]) -> Iterator[tuple[Kept, Head]]:
    """Yield each entry with the head after it, as long as the chain is whole.

    *read* returns the entries in their order; it is called again to locate a moved entry.

    Raises:
        LedgerChainError: the first entry that was changed, removed, inserted or moved.
    """
    head, earlier = Head(), START
    before: Kept | None = None
    with _closing(read()) as entries:
        for entry, following in pairwise(chain(entries, (None,))):
            if entry is None:  # pragma: no cover - only the last one is
                break
            if not (_unchanged(entry) and _fits(entry, head.link)):
                place = _Place(entry, head.link, before, earlier, following)
                raise _broken(kind, head.count + 1, *_found(place, read))
            earlier, before, head = head.link, entry, head.then(entry.digest or "")
            yield entry, head


@contextmanager
def _closing(entries: Iterable[Kept]) -> Iterator[Iterator[Kept]]:
    """Close a generator at the end: until then a server keeps its cursor open."""
    iterator = iter(entries)
    try:
        yield iterator
    finally:
        if isinstance(iterator, Generator):
            iterator.close()


@frozen
class _Place:
    """The place of a break: the *entry* that does not fit, with its neighbours and their links."""

    entry: Kept
    link: str
    before: Kept | None
    earlier: str
    following: Kept | None


def _found(place: _Place, read: Callable[[], Iterable[Kept]]) -> tuple[str, str]:
    """Return a sentence on what was done, and the key of the entry."""
    entry, before = place.entry, place.before
    if _unchanged(entry) and not _fits(entry, place.earlier) and _fits_elsewhere(entry, read):
        return _MOVED, entry.key
    if entry.digest is None or (place.following and _fits(place.following, place.link)):
        return _INSERTED, entry.key
    if not _unchanged(entry):
        return _CHANGED, entry.key
    if before and _fits(entry, place.earlier):
        return _INSERTED, before.key
    return _REMOVED, entry.key


def _fits_elsewhere(entry: Kept, read: Callable[[], Iterable[Kept]]) -> bool:
    with _closing(read()) as others:
        return any(_fits(entry, link) for link in chain((START,), (o.link for o in others)))


def _unchanged(entry: Kept) -> bool:
    return digest_of(entry.text) == entry.digest


def _fits(entry: Kept, before: str | None) -> bool:
    """Whether the *entry* was entered after the one with the link *before*."""
    return entry.digest is not None and entry.link == link_of(before or START, entry.digest)


_CHANGED: Final = _("was changed after it was entered")
_INSERTED: Final = _("was inserted by another program")
_MOVED: Final = _("is not in the place in which it was entered")
_REMOVED: Final = _("follows an entry that was removed, or was changed together with its hash")
NOUNS: Final[Mapping[Kind, str]] = {"case": _("cases"), "record": _("records")}


def _broken(kind: Kind, number: int, done: str, key: str) -> LedgerChainError:
    text = _("The chain of {kinds} is broken at number {number}: {key} {done}.")
    values = {"kinds": Message(NOUNS[kind]), "done": Message(done), "key": show_key(key)}
    return LedgerChainError(text, number=number, **values)
