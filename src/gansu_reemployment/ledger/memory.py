"""The ledger in memory (内存台账), ``memory:``; its entries are lost when it is closed.

It is the reference implementation of the protocol: other ledgers behave in the same way.
"""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Generic, Self

from attrs import define, field

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.checks import (
    asked_day,
    chain,
    check_correction,
    check_count,
    closed,
    conflict,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.links import START, Kept, hashes_of
from gansu_reemployment.ledger.protocol import Appended, CountBy, Kind
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.rows import CASES, RECORDS, E, Form
from gansu_reemployment.working.outcome import Status


@define
class _Entries(Generic[E]):
    """Entries of one type by key, in the order of entry, and the corrections by corrected key."""

    form: Form[E]
    by_key: dict[str, E] = field(factory=dict)
    corrected: dict[str, str] = field(factory=dict)
    hashes: dict[str, tuple[str, str]] = field(factory=dict)
    link: str = START

    def staged(self, entries: Iterable[E]) -> "tuple[_Entries[E], Appended]":
        """Check a batch; return its new entries, which are not entered yet, and their number."""
        new: _Entries[E] = _Entries(self.form)
        known = sum(self._stage(entry, new) for entry in self.form.each(entries))
        return new, Appended(len(new.by_key), known)

    def enter(self, new: "_Entries[E]") -> None:
        for key, entry in new.by_key.items():
            self.hashes[key] = hashes_of(self.form.text(entry), self.link)
            self.link = self.hashes[key][1]
        self.by_key |= new.by_key
        self.corrected |= new.corrected

    def _stage(self, entry: E, new: "_Entries[E]") -> bool:
        """Add an entry to the new ones; return whether it is already known."""
        standing = ChainMap(new.by_key, self.by_key)
        if entry.key in standing:
            if not self.form.same(self.form.row(entry), self.form.row(standing[entry.key])):
                raise conflict(entry.key)
            return True
        if entry.corrects is not None:
            by = ChainMap(new.corrected, self.corrected).get(entry.corrects)
            there = entry.corrects in standing
            check_correction(entry.key, entry.corrects, there=there, by=by)
            new.corrected[entry.corrects] = entry.key
        new.by_key[entry.key] = entry
        return False

    def kept(self) -> Iterator[Kept]:
        """Yield the entries as they are kept."""
        for key in tuple(self.by_key):
            yield Kept(key, self.form.text(self.by_key[key]), *self.hashes[key])

    def standing(self, *, current: bool) -> list[E]:
        """List the entries, with *current* only those that are not corrected."""
        return [e for e in self.by_key.values() if not (current and e.key in self.corrected)]


class MemoryLedger:
    """A ledger in memory; :class:`~.protocol.Ledger` specifies its behaviour."""

    def __init__(self) -> None:
        self._cases = _Entries(CASES)
        self._records = _Entries(RECORDS)
        self._closed = False

    @classmethod
    def open(cls, url: str) -> Self:
        """Open a new, empty ledger; the URL is ``memory:``."""
        if url != "memory:":
            raise LedgerError(_("A ledger in memory has no name: its URL is memory:."))
        return cls()

    def append(self, cases: Iterable[Case]) -> Appended:
        """Enter a batch completely or not at all."""
        return self.append_all(cases, ())[0]

    def append_records(self, records: Iterable[Record]) -> Appended:
        """Enter a batch of records completely or not at all."""
        return self.append_all((), records)[1]

    def append_all(
        self, cases: Iterable[Case], records: Iterable[Record]
    ) -> tuple[Appended, Appended]:
        """Enter a batch of cases and one of records, both completely or not at all."""
        self._need_open()
        new_cases, of_cases = self._cases.staged(cases)
        new_records, of_records = self._records.staged(records)
        self._cases.enter(new_cases)
        self._records.enter(new_records)
        return of_cases, of_records

    def get(self, key: str) -> Case:
        """Return the case with this key."""
        self._need_open()
        if key not in self._cases.by_key:
            raise unknown_key(key)
        return self._cases.by_key[key]

    def find(
        self,
        *,
        region: str | None = None,
        measure: str | None = None,
        on: date | None = None,
        status: Status | str | None = None,
        code: str | None = None,
        subject: str | None = None,
        current: bool = False,
    ) -> Iterator[Case]:
        """Return the cases that match all given arguments, in the order of entry."""
        wanted = {"region": region, "measure": measure, "on": asked_day(on), "subject": subject}
        asked = {name: value for name, value in wanted.items() if value is not None}
        wanted_status = status_code(status)
        return (
            case
            for case in self._standing(current=current)
            if all(getattr(case, name) == value for name, value in asked.items())
            and wanted_status in (None, case.outcome["status"])
            and (code is None or code in case.reasons)
        )

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        counted = Counter(
            name for case in self._standing(current=current) for name in _names(case, by)
        )
        return dict(sorted(counted.items()))

    def history(self, key: str) -> tuple[Case, ...]:
        """Return the chain of corrections that the entry belongs to, oldest first."""
        return chain(self.get(key), self.get, self._cases.corrected.get)

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator[Record]:
        """Return the records that match all given arguments, in the order of entry."""
        self._need_open()
        wanted = {"kind": kind, "region": region, "on": asked_day(on)}
        asked = {name: value for name, value in wanted.items() if value is not None}
        return (
            record
            for record in self._records.standing(current=current)
            if all(getattr(record, name) == value for name, value in asked.items())
        )

    def kept(self, kind: Kind) -> Iterator[Kept]:
        """Yield every entry as it is kept, in the order of entry."""
        self._need_open()
        return (self._cases if kind == "case" else self._records).kept()

    def chained_later(self) -> Mapping[Kind, tuple[int, date]]:
        """Return nothing: all entries were chained when they were entered."""
        return {}

    def close(self) -> None:
        """Close the ledger; its entries are lost."""
        self._closed = True

    def _standing(self, *, current: bool) -> list[Case]:
        self._need_open()
        return self._cases.standing(current=current)

    def _need_open(self) -> None:
        if self._closed:
            raise closed()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _names(case: Case, by: CountBy) -> tuple[str, ...]:
    if by == "reason":
        return case.reasons
    return (case.outcome["status"] if by == "status" else getattr(case, by),)
