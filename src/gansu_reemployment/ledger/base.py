"""The base of a ledger of one's own (台账基类): six methods, and everything else is done.

A subclass keeps texts. It never looks into them, and compares keys byte by byte: a database that
ignores case, accents or trailing spaces must be told not to. Each text begins with its own hash
and its link in the chain, which the base computes and checks.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, ClassVar, Final, Generic, Self

from attrs import define, field, frozen

from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.checks import (
    asked_day,
    chain,
    check_correction,
    check_count,
    closed,
    conflict,
    failed,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.links import START, Kept, hashes_of
from gansu_reemployment.ledger.protocol import Appended, CountBy, Kind
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.rows import CASES, FORMS, RECORDS, E, Form, row_text
from gansu_reemployment.ledger.sealed import hashes, kept_of, row_of
from gansu_reemployment.working.outcome import Status

#: The number of entries that are entered at a time.
_CHUNK: Final = 500


@frozen
class Row:
    """An entry as a ledger keeps it: its key, the key that it corrects, and its text."""

    key: str
    corrects: str | None
    text: str


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
        wanted = status_code(status)
        asked = {"region": region, "measure": measure, "on": asked_day(on), "subject": subject}
        return (
            case
            for case in self._matching("case", CASES, asked, current=current)
            if wanted in (None, case.outcome["status"]) and (code is None or code in case.reasons)
        )

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator[Record]:
        """Return the records that match all given arguments, in the order of entry."""
        asked = {"kind": kind, "region": region, "on": asked_day(on)}
        return self._matching("record", RECORDS, asked, current=current)

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        cases = self.find(current=current)
        counted = Counter(name for case in cases for name in _names(case, by))
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
                new = _New(self, kind, form, link)
                for entry in chunk:
                    new.add(entry)
                self.insert(kind, list(new.rows.values()))
            added += len(new.rows)
            link = new.link
        return Appended(added, given - added)

    def _matching(
        self, kind: Kind, form: Form[E], asked: Mapping[str, Any], *, current: bool
    ) -> Iterator[E]:
        """Return the entries whose fields have the values asked for."""
        values = {name: value for name, value in asked.items() if value is not None}
        texts = self._texts(kind)
        if current:
            texts = list(texts)
        corrects = form.columns.index("corrects")
        gone = {row_of(text, form)[corrects] for text in texts} if current else set()
        found = (self._read(form, text) for text in texts)
        return (
            entry
            for entry in found
            if entry.key not in gone
            and all(getattr(entry, name) == value for name, value in values.items())
        )

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


@define
class _New(Generic[E]):
    """The new rows of a chunk, each checked against the ledger and those before it, and linked."""

    ledger: BaseLedger
    kind: Kind
    form: Form[E]
    link: str
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
            by = self.corrected.get(corrects) or self.ledger.corrector(self.kind, corrects)
            check_correction(entry.key, corrects, there=self._text(corrects) is not None, by=by)
            self.corrected[corrects] = entry.key
        text = row_text(row)
        digest, self.link = hashes_of(text, self.link)
        self.rows[entry.key] = Row(entry.key, corrects, f"{digest}{self.link}{text}")

    def _text(self, key: str) -> str | None:
        row = self.rows.get(key)
        return row.text if row else self.ledger.text(self.kind, key)


def _names(case: Case, by: CountBy) -> tuple[str, ...]:
    if by == "reason":
        return case.reasons
    return (case.outcome["status"] if by == "status" else getattr(case, by),)
