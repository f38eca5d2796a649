"""The ledger in one SQLite file (文件台账), ``sqlite:///cases.db``.

The file is in WAL mode and each batch is on the disk before :meth:`SqliteLedger.append` returns:
after a crash it opens cleanly and contains only whole batches. Several processes on one machine
may use the file at once; an open ledger belongs to one thread.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from sqlite3 import Connection
from typing import Any, Self

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
    removed,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.links import START, Kept
from gansu_reemployment.ledger.protocol import SQLITE, Appended, CountBy, Kind
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.rows import CASES, FORMS, RECORDS, E, Form, row_text
from gansu_reemployment.ledger.sqlite_file import LEAST, identity_of, ledger_errors, open_file
from gansu_reemployment.ledger.sqlite_groups import (
    check_groups,
    count_by,
    entries_of,
    kept_in_groups,
)
from gansu_reemployment.ledger.sqlite_statements import (
    ALL,
    CHUNK,
    CORRECTED_BY,
    FILTERS,
    GET,
    LAST,
    LAST_LINK,
    LISTED,
    PAGE,
    THERE,
    fill,
    insert,
)
from gansu_reemployment.working.outcome import Status


class SqliteLedger:
    """A ledger in an SQLite file; :class:`~.protocol.Ledger` specifies its behaviour."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._connection = open_file(name)
        self._file = identity_of(name)
        self._closed = False

    @classmethod
    def open(cls, url: str) -> Self:
        """Open or create the file that *url* names.

        Raises:
            LedgerError: the file cannot be opened or created, is not a ledger of this library,
                or was written by a newer version.
        """
        name = url.removeprefix(SQLITE)
        if name in (url, "", ":memory:") or "\0" in name:
            text = _(
                "The URL of a ledger in a file is like sqlite:///cases.db; "
                "in memory, it is memory:."
            )
            raise LedgerError(text)
        return cls(name)

    def append(self, cases: Iterable[Case]) -> Appended:
        """Enter a batch in one transaction; it is on the disk when this returns."""
        with self._transaction():
            return self._append(CASES, cases)

    def append_records(self, records: Iterable[Record]) -> Appended:
        """Enter a batch of records in one transaction."""
        with self._transaction():
            return self._append(RECORDS, records)

    def append_all(
        self, cases: Iterable[Case], records: Iterable[Record]
    ) -> tuple[Appended, Appended]:
        """Enter a batch of cases and one of records in one transaction."""
        with self._transaction():
            return self._append(CASES, cases), self._append(RECORDS, records)

    def _append(self, form: Form[E], entries: Iterable[E]) -> Appended:
        added = given = 0
        left = form.each(entries)
        with self._use() as connection:
            last = connection.execute(fill(form, LAST_LINK)).fetchone()
        number, link = last or (0, START)
        while chunk := list(islice(left, CHUNK)):
            given += len(chunk)
            with self._use() as connection:
                new = self._new(connection, form, chunk)
                link = insert(connection, form, new.values(), number + added, link)
            added += len(new)
        return Appended(added, given - added)

    def _new(self, connection: Connection, form: Form[E], chunk: list[E]) -> dict[str, E]:
        """Return the new entries of a chunk by key, each checked against those that are there."""
        keys = json.dumps([entry.key for entry in chunk])
        known = {key for (key,) in connection.execute(fill(form, THERE), (keys,))}
        new: dict[str, E] = {}
        corrected: dict[str, str] = {}
        for entry in chunk:
            if entry.key in known or entry.key in new:
                self._check_same(form, entry, new.get(entry.key))
                continue
            corrects = entry.corrects
            if corrects is not None:
                there = corrects in new or self._one(form, GET, corrects) is not None
                by = corrected.get(corrects) or self._corrected_by(form, corrects)
                check_correction(entry.key, corrects, there=there, by=by)
                corrected[corrects] = entry.key
            new[entry.key] = entry
        return new

    def _check_same(self, form: Form[E], entry: E, earlier: E | None) -> None:
        """Check an entry against the one with its key, which is *earlier* in the chunk or kept."""
        standing = form.row(earlier) if earlier else self._one(form, GET, entry.key)[:-2]
        if not form.same(form.row(entry), standing):
            raise conflict(entry.key)

    def get(self, key: str) -> Case:
        """Return the case with this key."""
        row = self._one(CASES, GET, key)
        if row is None:
            raise unknown_key(key)
        return CASES.read_kept(row, self._name)

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
        day = asked_day(on)
        asked = {
            "region": region,
            "measure": measure,
            "law_day": day.isoformat() if day else None,
            "status": status_code(status),
            "code": code,
            "subject": subject,
            "current": current or None,
        }
        found = self._find(CASES, asked)
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
        day = asked_day(on)
        text = day.isoformat() if day else None
        asked = {"kind": kind, "region": region, "on_day": text, "current": current or None}
        return self._find(RECORDS, asked)

    def _find(self, form: Form[E], wanted: Mapping[str, Any]) -> Iterator[E]:
        return (form.read_kept(row, self._name) for _entry, *row in self._rows(form, wanted))

    def kept(self, kind: Kind) -> Iterator[Kept]:
        """Yield every entry as it is kept, in the order of entry."""
        form = FORMS[kind]
        rows = self._rows(form, {})
        if kind == "case":
            return self._kept_cases(rows)
        return (Kept(str(row[0]), row_text(row), d, link) for _entry, *row, d, link in rows)

    def _kept_cases(self, rows: Iterator[Sequence[Any]]) -> Iterator[Kept]:
        while page := list(islice(rows, CHUNK)):
            with self._use() as connection:
                kept = kept_in_groups(connection, page)
            yield from kept
        with self._use() as connection:
            check_groups(connection, self._name)

    def chained_later(self) -> Mapping[Kind, tuple[int, date]]:
        """Return how many of the first entries are older than the chain, and when they joined."""
        with self._use() as connection:
            rows = connection.execute("SELECT kind, entries, day FROM chained_later").fetchall()
        return {kind: (entries, date.fromisoformat(day)) for kind, entries, day in rows}

    def _rows(self, form: Form[E], wanted: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        """Return the rows that match, with their numbers and hashes; those of this moment."""
        asked: dict[str, Any] = {n: value for n, value in wanted.items() if value is not None}
        with self._use() as connection:
            (asked["last"],) = connection.execute(fill(form, LAST)).fetchone()
            entries = entries_of(connection, asked) if form.kind == "case" else None
        conditions = [ALL if entries is None else LISTED]
        conditions += [FILTERS[name] for name in asked if name in FILTERS]
        sql = fill(form, PAGE, where=fill(form, " AND ".join(conditions)))
        return self._pages(sql, asked) if entries is None else self._listed(sql, asked, entries)

    def _pages(self, sql: str, asked: dict[str, Any]) -> Iterator[Sequence[Any]]:
        """Yield rows page by page: an open cursor would block writers."""
        asked["after"] = LEAST
        full = True
        while full:
            with self._use() as connection:
                page = connection.execute(sql, asked).fetchall()
            yield from page
            full = len(page) == CHUNK
            asked["after"] = page[-1][0] if page else LEAST

    def _listed(self, sql: str, asked: dict[str, Any], entries: Sequence[int]) -> Iterator[Any]:
        """Yield the rows with these numbers that match, page by page."""
        for start in range(0, len(entries), CHUNK):
            asked["entries"] = json.dumps([*entries[start : start + CHUNK]])
            with self._use() as connection:
                page = connection.execute(sql, asked).fetchall()
            yield from page

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        with self._use() as connection:
            return count_by(connection, by, current=current)

    def history(self, key: str) -> tuple[Case, ...]:
        """Return the chain of corrections that the entry belongs to, oldest first."""
        return chain(self.get(key), self.get, partial(self._corrected_by, CASES))

    def close(self) -> None:
        """Close the file."""
        self._closed = True
        with ledger_errors(self._name):
            self._connection.close()

    def _corrected_by(self, form: Form[E], key: str) -> str | None:
        row = self._one(form, CORRECTED_BY, key)
        return row[0] if row else None

    def _one(self, form: Form[E], sql: str, key: str) -> Any:
        with self._use() as connection:
            return connection.execute(fill(form, sql), (key,)).fetchone()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._use() as connection:
            self._check_there()
            connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._check_there()
            with self._use() as connection:
                connection.execute("COMMIT")
        except BaseException:
            if not self._closed and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _check_there(self) -> None:
        """Check that the file is where it was opened; what is written to another is lost."""
        if identity_of(self._name) != self._file:
            raise removed(self._name)

    @contextmanager
    def _use(self) -> Iterator[Connection]:
        if self._closed:
            raise closed()
        with ledger_errors(self._name):
            yield self._connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
