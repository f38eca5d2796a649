"""Verification of a ledger's chain, and checkpoints of it that are kept elsewhere (台账核验).

>>> from attrs import evolve
>>> from gansu_reemployment.ledger import open_ledger
>>> with open_ledger("memory:") as ledger:
...     print(evolve(verify_ledger(ledger), day=date(2003, 7, 1)))
gansu_reemployment/checkpoint/1 2003-07-01 cases 0 - records 0 -
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Final, Self

from attrs import field, frozen

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.links import NOUNS, START, Head, Kept, follow
from gansu_reemployment.ledger.protocol import Kind, Ledger

#: The first word of a checkpoint.
_FORMAT: Final = "gansu_reemployment/checkpoint/1"
_HEAD: Final = r"([0-9]+) (-|[0-9a-f]{64})"
_LINE: Final = re.compile(
    rf"{_FORMAT} ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) cases {_HEAD} records {_HEAD}"
)


@frozen
class Checkpoint:
    """The heads of a ledger's two chains on a *day*; its text is one line, to be kept elsewhere.

    An entry that was there on that day cannot be changed, removed or moved unseen as long as this
    line exists, even by somebody who makes the whole chain again.
    """

    day: date
    cases: Head = field(factory=Head)
    records: Head = field(factory=Head)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a checkpoint from its line.

        Raises:
            LedgerError: the text is not a checkpoint.
        """
        found = _LINE.fullmatch(" ".join(text.split()))
        if found is None:
            raise LedgerError(
                _("This is not a checkpoint: it is one line that begins {format}."), format=_FORMAT
            )
        day, *heads = found.groups()
        cases, records = (
            Head(int(n), START if link == "-" else link) for n, link in (heads[:2], heads[2:])
        )
        return cls(date.fromisoformat(day), cases, records)

    def __str__(self) -> str:
        cases, records = (f"{head.count} {head.link or '-'}" for head in (self.cases, self.records))
        return f"{_FORMAT} {self.day} cases {cases} records {records}"

    def head(self, kind: Kind) -> Head:
        """Return the head of a chain."""
        return self.cases if kind == "case" else self.records


def verify_ledger(ledger: Ledger, against: Checkpoint | None = None) -> Checkpoint:
    """Verify both chains of a ledger, and an earlier checkpoint; return the checkpoint of today.

    Raises:
        LedgerChainError: the first entry that was changed, removed, inserted or moved, or the
            ledger does not contain the entries of the checkpoint.
        LedgerError: the ledger cannot be read.
    """
    return verify(ledger.kept, against)


def verify(kept: Callable[[Kind], Iterable[Kept]], against: Checkpoint | None = None) -> Checkpoint:
    """Verify the chains of the entries that *kept* returns, as :func:`verify_ledger` does."""
    heads = {kind: _end(kind, partial(kept, kind), against) for kind in NOUNS}
    today = date.today()  # noqa: DTZ011 - the day at the counter is the local one
    return Checkpoint(today, heads["case"], heads["record"])


def _end(kind: Kind, read: Callable[[], Iterable[Kept]], against: Checkpoint | None) -> Head:
    """Return the head of a whole chain, which passes through that of the checkpoint."""
    head = Head()
    wanted = against.head(kind) if against else head
    for _entry, head in follow(kind, read):
        if head.count == wanted.count and head != wanted:
            text = _("The first {count} {kinds} are not those of the checkpoint of {day}.")
            raise _differs(text, kind, wanted, against)
    if head.count < wanted.count:
        text = _("Of the {count} {kinds} of the checkpoint of {day}, {found} are there.")
        raise _differs(text, kind, wanted, against, found=head.count)
    return head


def _differs(
    text: str, kind: Kind, wanted: Head, against: Checkpoint | None, **values: int
) -> LedgerChainError:
    day = against.day if against else None
    kinds = Message(NOUNS[kind])
    return LedgerChainError(text, count=wanted.count, kinds=kinds, day=day, **values)
