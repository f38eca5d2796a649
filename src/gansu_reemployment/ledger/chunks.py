"""The chunks of a batch for a ledger over :class:`~.base.BaseLedger` (台账分批)."""

from collections.abc import Callable, Mapping
from typing import Generic

from attrs import define, field, frozen

from gansu_reemployment.ledger.checks import check_correction, conflict
from gansu_reemployment.ledger.links import hashes_of
from gansu_reemployment.ledger.rows import E, Form, row_text
from gansu_reemployment.ledger.sealed import row_of


@frozen
class Row:
    """An entry as a ledger keeps it: its key, the key that it corrects, and its text."""

    key: str
    corrects: str | None
    text: str


@define
class Chunk(Generic[E]):
    """The new rows of a chunk, each checked against the ledger and those before it, and linked.

    *known* are the texts in the ledger by key, of the chunk's entries and of those that it
    corrects; *corrector* returns the key of the entry that corrects another.
    """

    form: Form[E]
    link: str
    known: Mapping[str, str]
    corrector: Callable[[str], str | None]
    rows: dict[str, Row] = field(factory=dict)
    corrected: dict[str, str] = field(factory=dict)

    def add(self, entry: E) -> None:
        """Add an entry unless it is known.

        Raises:
            LedgerConflictError: the key is there with other contents.
            LedgerError: it corrects an entry that is not there.
        """
        row = self.form.row(entry)
        standing = self._text(entry.key)
        if standing is not None:
            if not self.form.same(row, row_of(standing, self.form)):
                raise conflict(entry.key)
            return
        corrects = entry.corrects
        if corrects is not None:
            by = self.corrected.get(corrects) or self.corrector(corrects)
            check_correction(entry.key, corrects, there=self._text(corrects) is not None, by=by)
            self.corrected[corrects] = entry.key
        text = row_text(row)
        digest, self.link = hashes_of(text, self.link)
        self.rows[entry.key] = Row(entry.key, corrects, f"{digest}{self.link}{text}")

    def _text(self, key: str) -> str | None:
        row = self.rows.get(key)
        return row.text if row else self.known.get(key)
