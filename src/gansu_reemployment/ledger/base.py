"""The base of a ledger of one's own (台账基类): six methods, and everything else is done.

A subclass keeps texts. It never looks into them, and compares keys byte by byte: a database that
ignores case, accents or trailing spaces must be told not to. Each text begins with its own hash
and its link in the chain, which the base computes and checks.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, ClassVar, Final, Self

from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.checks import (
    asked_day,
    chain,
    check_count,
    closed,
    failed,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.chunks import Chunk, Row
from gansu_reemployment.ledger.links import START, Kept
from gansu_reemployment.ledger.protocol import Appended, CountBy, Kind
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.rows import CASES, FORMS, RECORDS, E, Form, codes_of
from gansu_reemployment.ledger.sealed import hashes, is_whole, kept_of, matching, parts_of, row_of
from gansu_reemployment.working.outcome import Status

#: The number of entries that are entered at a time.
_CHUNK: Final = 500


class BaseLedger(ABC):
    """A ledger over six methods of a subclass; :class:`~.protocol.Ledger` specifies the rest.

    *name* is shown in errors and must not contain a password. *errors* are the exceptions of the
    driver, which become a ``LedgerError``.
    """

    errors: ClassVar[tuple[type[Exception], ...]] = ()

    def __init__(self, name: str) -> None:
        self.name = name
        self._closed = False

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """Begin a transaction that is committed at the end, and rolled back on an exception.

        Until it ends no other handle or process can begin one: two would make the chain fork.
        """

    @abstractmethod
    def insert(self, kind: Kind, rows: Sequence[Row]) -> None:
        """Insert rows whose keys are new, in this order."""

    @abstractmethod
    def text(self, kind: Kind, key: str) -> str | None:
        """Return the text of the entry with this key, if there is one."""

    @abstractmethod
    def last(self, kind: Kind) -> str | None:
        """Return the text of the entry that was entered last, if there is one."""

    @abstractmethod
    def corrector(self, kind: Kind, key: str) -> str | None:
        """Return the key of the entry that corrects the entry with this key, if there is one."""

    @abstractmethod
    def texts(self, kind: Kind) -> Iterable[str]:
        """Return the texts of all entries in the order of entry, as of this call."""

    def containing(self, kind: Kind, parts: Sequence[str]) -> Iterable[str]:
        """Return the texts that contain all *parts*, as of this call; a database can search."""
        texts = self.texts(kind)
        return (text for text in texts if all(part in text for part in parts))

    def known(self, kind: Kind, keys: Collection[str]) -> Mapping[str, str]:
        """Return the texts of those keys that are there; a database can look up all at once."""
        found = ((key, self.text(kind, key)) for key in keys)
        return {key: text for key, text in found if text is not None}

    def corrected(self, kind: Kind) -> Collection[str | None]:
        """Return the keys that an entry corrects; a database may have them in an index."""
        form = FORMS[kind]
        place = form.columns.index("corrects")
        return {row_of(text, form)[place] for text in self.texts(kind)}

    def problem(self, error: Exception) -> str:
        """Return the message of an exception of the driver, for the error that is shown."""
        return str(error)

    def shut(self) -> None:  # noqa: B027 - some ledgers hold nothing open
        """Close what the subclass has opened."""

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
        with self.transaction():
            of_cases = self._append("case", CASES, cases)
            return of_cases, self._append("record", RECORDS, records)

    def get(self, key: str) -> Case:
        """Return the case with this key."""
        with self._use():
            text = self.text("case", key)
        if text is None:
            raise unknown_key(key)
        return self._read(CASES, text)

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
        asked = {
            "region": region,
            "measure": measure,
            "law_day": _day(on),
            "status": status_code(status),
            "subject": subject,
            "code": code,
        }
        found = self._matching(CASES, asked, current=current)
        return found if code is None else (case for case in found if code in case.reasons)

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator[Record]:
        """Return the records that match all given arguments, in the order of entry."""
        asked = {"kind": kind, "region": region, "on_day": _day(on)}
        return self._matching(RECORDS, asked, current=current)

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        counted = Counter(name for row in self._rows(current=current) for name in _names(row, by))
        return dict(sorted(counted.items()))

    def history(self, key: str) -> tuple[Case, ...]:
        """Return the chain of corrections that the entry belongs to, oldest first."""
        return chain(self.get(key), self.get, partial(self.corrector, "case"))

    def kept(self, kind: Kind) -> Iterator[Kept]:
        """Yield every entry as it is kept, in the order of entry."""
        form = FORMS[kind]
        return (kept_of(text, form) for text in self._texts(kind))

    def chained_later(self) -> Mapping[Kind, tuple[int, date]]:
        """Return nothing: all entries were chained when they were entered."""
        return {}

    def close(self) -> None:
        """Close the ledger; closing it again has no effect."""
        if not self._closed:
            self._closed = True
            self.shut()

    def _append(self, kind: Kind, form: Form[E], entries: Iterable[E]) -> Appended:
        added = given = 0
        left = form.each(entries)
        with self._use():
            last = self.last(kind)
        link = hashes(last)[1] if last is not None else START
        while chunk := list(islice(left, _CHUNK)):
            given += len(chunk)
            with self._use():
                known = self._known(kind, chunk)
                new = Chunk(form, link, known, partial(self.corrector, kind))
                for entry in chunk:
                    new.add(entry)
                self.insert(kind, list(new.rows.values()))
            added += len(new.rows)
            link = new.link
        return Appended(added, given - added)

    def _known(self, kind: Kind, chunk: Iterable[Case | Record]) -> Mapping[str, str]:
        """Return the texts of all keys of a chunk that are there, and of those that it corrects."""
        keys = {key for entry in chunk for key in (entry.key, entry.corrects) if key is not None}
        return self.known(kind, keys)

    def _matching(self, form: Form[E], asked: Mapping[str, Any], *, current: bool) -> Iterator[E]:
        """Return the entries whose rows have the values asked for."""
        values = {name: value for name, value in asked.items() if value is not None}
        with self._use():
            texts = self.containing(form.kind, parts_of(values))
        rows = matching(texts, form, values)
        gone = self._gone(form.kind, current=current)
        return (form.read_kept(row, self.name) for row in rows if row[0] not in gone)

    def _rows(self, *, current: bool) -> Iterator[list[Any]]:
        """Yield the rows of the cases, each as it was entered."""
        texts = self._texts("case")
        gone = self._gone("case", current=current)
        for text in texts:
            row = row_of(text, CASES)
            if not is_whole(text):
                # That is an error, which names the case.
                self._read(CASES, text)
            if row[0] not in gone:
                yield row

    def _gone(self, kind: Kind, *, current: bool) -> Collection[str | None]:
        with self._use():
            return self.corrected(kind) if current else ()

    def _texts(self, kind: Kind) -> Iterable[str]:
        with self._use():
            return self.texts(kind)

    def _read(self, form: Form[E], text: str) -> E:
        return form.read_kept([*row_of(text, form), *hashes(text)], self.name)

    def _need_open(self) -> None:
        if self._closed:
            raise closed()

    @contextmanager
    def _use(self) -> Iterator[None]:
        """Convert the errors of the driver."""
        self._need_open()
        try:
            yield
        except self.errors as error:
            # The cause is not chained: it may quote the row.
            raise failed(self.name, mask(self.problem(error))) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _day(on: date | None) -> str | None:
    day = asked_day(on)
    return day.isoformat() if day else None


def _names(row: list[Any], by: CountBy) -> tuple[str, ...]:
    if by == "reason":
        return codes_of(row[CASES.columns.index("outcome")])
    return (row[CASES.columns.index(by)],)
