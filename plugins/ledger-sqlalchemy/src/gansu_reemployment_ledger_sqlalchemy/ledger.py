"""The ledger on PostgreSQL (PostgreSQL 台账).

Many processes may use it at once, from many machines. Each batch is one transaction. A connection
that the server has dropped is reopened for the next call; if it is lost within
:meth:`PostgresqlLedger.append`, the batch is entered completely or not at all, and can be entered
again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, Final, Self, TypeVar

from sqlalchemy import URL, Column, ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from gansu_reemployment.ledger import Appended, Case, CountBy, Kept, Kind, Record
from gansu_reemployment.ledger.checks import (
    asked_day,
    chain,
    check_count,
    closed,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.rows import CASES as CASE_FORM
from gansu_reemployment.ledger.rows import FORMS, E, Form
from gansu_reemployment.ledger.rows import RECORDS as RECORD_FORM
from gansu_reemployment.working.outcome import Status
from gansu_reemployment_ledger_sqlalchemy.batches import Batch
from gansu_reemployment_ledger_sqlalchemy.rows import columns, kept_of, row_of, uncorrected
from gansu_reemployment_ledger_sqlalchemy.server import (
    connect,
    ledger_errors,
    prepare,
    read_url,
    show_url,
)
from gansu_reemployment_ledger_sqlalchemy.tables import CASES, CHAINED_LATER, METADATA, RECORDS

T = TypeVar("T")

#: The number of entries held in memory at a time.
_CHUNK: Final = 1_000
#: The options that make SQLAlchemy read through a cursor on the server.
_STREAM: Final = {"stream_results": True, "yield_per": _CHUNK}


class PostgresqlLedger:
    """A ledger on a PostgreSQL server; see :class:`~gansu_reemployment.ledger.Ledger`."""

    def __init__(self, url: URL) -> None:
        self._name = show_url(url)
        self._closed = False
        with ledger_errors(self._name):
            self._engine = connect(url, client_encoding="utf8")
            try:
                prepare(self._engine, self._name)
            except BaseException:
                self._engine.dispose()
                raise

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the ledger at *url*, creating missing tables and upgrading older ones.

        Parameters after ``?`` are passed to the driver, such as ``sslmode``,
        ``connect_timeout`` or ``options=-csearch_path=ledger``. A read-only server serves all
        queries.

        Raises:
            LedgerError: the URL is invalid, the server does not answer, or the tables are those
                of another program or of a newer version.
        """
        return cls(read_url(url, "postgresql", "psycopg"))

    def append(self, cases: Iterable[Case]) -> Appended:
        """Enter a batch in one transaction; it is on the server's disk when this returns."""
        with self._transaction() as connection:
            return self._append(connection, CASE_FORM, cases)

    def append_records(self, records: Iterable[Record]) -> Appended:
        """Enter a batch of records in one transaction."""
        with self._transaction() as connection:
            return self._append(connection, RECORD_FORM, records)

    def append_all(
        self, cases: Iterable[Case], records: Iterable[Record]
    ) -> tuple[Appended, Appended]:
        """Enter a batch of cases and one of records in one transaction."""
        with self._transaction() as connection:
            of_cases = self._append(connection, CASE_FORM, cases)
            return of_cases, self._append(connection, RECORD_FORM, records)

    def _append(self, connection: Connection, form: Form[E], entries: Iterable[E]) -> Appended:
        left = form.each(entries)
        batch = Batch(connection, METADATA.tables[form.table])
        with ledger_errors(self._name):
            batch.begin()
        with batch.copying(self._name):
            while chunk := list(islice(left, _CHUNK)):
                with ledger_errors(self._name):
                    batch.copy(row_of(form, entry) for entry in chunk)
            self._need_open()
        with ledger_errors(self._name):
            return batch.finish()

    def get(self, key: str) -> Case:
        """Return the case with this key."""
        row = self._first(CASES.c.key == key)
        if row is None:
            raise unknown_key(key)
        return CASE_FORM.read_kept(row, self._name)

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
        asked = {"region": region, "measure": measure, "law_day": asked_day(on), "subject": subject}
        asked["status"] = status_code(status)
        where = [CASES.c[name] == value for name, value in asked.items() if value is not None]
        if code is not None:
            where.append(CASES.c.reasons.contains([code]))
        return self._find(CASE_FORM, where, current=current)

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator[Record]:
        """Return the records that match all given arguments, in the order of entry."""
        asked = {"kind": kind, "region": region, "on_day": asked_day(on)}
        where = [RECORDS.c[name] == value for name, value in asked.items() if value is not None]
        return self._find(RECORD_FORM, where, current=current)

    def _find(
        self, form: Form[E], where: Sequence[ColumnElement[bool]], *, current: bool
    ) -> Iterator[E]:
        read = partial(form.read_kept, name=self._name)
        return self._streamed(form, columns(form), where, read, current=current)

    def kept(self, kind: Kind) -> Iterator[Kept]:
        """Yield every entry as it is kept, in the order of entry."""
        form = FORMS[kind]
        codes = [CASES.c.reasons] if kind == "case" else []
        return self._streamed(form, [*codes, *columns(form)], [], partial(kept_of, form))

    def chained_later(self) -> Mapping[Kind, tuple[int, date]]:
        """Return how many of the first entries are older than the chain, and when they joined."""
        with self._use() as connection:
            rows = connection.execute(select(CHAINED_LATER)).all()
        return {row.kind: (row.entries, row.day) for row in rows}

    def _streamed(
        self,
        form: Form[E],
        columns: Sequence[Column[Any]],
        where: Sequence[ColumnElement[bool]],
        read: Callable[[Sequence[Any]], T],
        *,
        current: bool = False,
    ) -> Iterator[T]:
        """Return what is read from the columns of the rows that match; those of this moment."""
        table = METADATA.tables[form.table]
        entry = table.c.entry
        with self._use() as connection:
            last = connection.scalar(select(func.coalesce(func.max(entry), 0)))
        if current:
            where = [*where, uncorrected(table, last)]
        # A sum: a server without statistics would look up all numbers first, to find a few.
        number = entry + 0 if where else entry
        return self._stream(entry, select(entry, *columns).where(*where, number <= last), read)

    def _stream(
        self, number: Column[int], wanted: Select[Any], read: Callable[[Sequence[Any]], T]
    ) -> Iterator[T]:
        """Yield what is read through a server-side cursor; if that is lost, go on after it."""
        after, going = None, True
        with ledger_errors(self._name):
            while going:
                rest = wanted if after is None else wanted.where(number > after)
                going = False
                try:
                    for entry, *row in self._rows(rest.order_by(number)):
                        yield read(row)
                        after, going = entry, True
                except DBAPIError as error:
                    if not (going and error.connection_invalidated):
                        raise
                else:
                    going = False

    def _rows(self, sql: Select[Any]) -> Iterator[Any]:
        with self._connection() as connection:
            result = connection.execute(sql, execution_options=_STREAM)
            # SQLAlchemy leaves the cursor of a lost connection open.
            cursor: Any = result.cursor
            with closing(cursor):
                for row in result:
                    self._need_open()
                    yield row

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        name = func.unnest(CASES.c.reasons) if by == "reason" else CASES.c[by]
        counted = select(name.label("name"), func.count()).group_by("name")
        if current:
            counted = counted.where(uncorrected(CASES))
        with self._use() as connection:
            return dict(sorted((name, number) for name, number in connection.execute(counted)))

    def history(self, key: str) -> tuple[Case, ...]:
        """Return the chain of corrections that the entry belongs to, oldest first."""
        return chain(self.get(key), self.get, self._corrected_by)

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        with ledger_errors(self._name):
            self._engine.dispose()

    def _corrected_by(self, key: str) -> str | None:
        row = self._first(CASES.c.corrects == key)
        return row.key if row else None

    def _first(self, where: ColumnElement[bool]) -> Any:
        with self._use() as connection:
            return connection.execute(select(*columns(CASE_FORM)).where(where)).first()

    @contextmanager
    def _use(self) -> Iterator[Connection]:
        """Yield a connection for reading; its errors are those of the library."""
        with ledger_errors(self._name), self._connection() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Yield a connection whose transaction is committed at the end, or rolled back.

        Errors of the caller's batch are not converted.
        """
        with self._connection() as connection:
            yield connection
            with ledger_errors(self._name):
                connection.commit()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        self._need_open()
        with ledger_errors(self._name):
            connection = self._engine.connect()
        try:
            yield connection
        finally:
            with ledger_errors(self._name):
                # After close() there is no pool to return it to.
                (connection.invalidate if self._closed else connection.close)()

    def _need_open(self) -> None:
        if self._closed:
            raise closed()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
