"""Entering a batch into a table (批量入账): it is copied by ``COPY``, checked and inserted.

Reading and copying a batch does not block other writers, so its links are computed as if no other
batch were entered meanwhile. From the checks until the batch is committed, a lock blocks other
writers of the table: so entries are numbered in the order of commits, and two batches never wait
for each other's rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from attrs import define, field
from sqlalchemy import BigInteger, Connection, CursorResult, Table
from sqlalchemy.schema import CreateTable

from gansu_reemployment.ledger import Appended
from gansu_reemployment.ledger.checks import check_correction, conflict
from gansu_reemployment.ledger.links import START, link_of
from gansu_reemployment_ledger_sqlalchemy.server import LOCK, ledger_errors
from gansu_reemployment_ledger_sqlalchemy.tables import batch_of

#: The table's own number is part of the lock: ledgers in other schemas are not blocked.
_LOCK: Final = "SELECT pg_advisory_xact_lock({lock}, CAST(CAST('{table}' AS regclass) AS oid)::int)"
#: Removes the rows of the batch whose keys are in the table; returns how many they are, and the
#: key of the first with other contents.
_KNOWN: Final = """
WITH known AS (
    DELETE FROM {batch} AS given USING {table} AS standing WHERE standing.key = given.key
    RETURNING given.key, given.place, ({given}) IS DISTINCT FROM ({standing}) AS other
)
SELECT count(*) AS number, (array_agg(key ORDER BY place) FILTER (WHERE other))[1] AS other
FROM known
"""
#: Does the same with rows whose keys are earlier in the batch. They are few: to look first for the
#: keys that occur twice saves a join of the batch with itself.
_TWICE: Final = _KNOWN.replace(
    "{table} AS standing WHERE",
    "{batch} AS standing WHERE given.key IN "
    "(SELECT key FROM {batch} GROUP BY key HAVING count(*) > 1) "
    "AND standing.place + 0 < given.place AND",
)
_LAST_LINK: Final = "SELECT link FROM {table} ORDER BY entry DESC LIMIT 1"
#: Links the batch again, as ``link_of`` does: rows were removed from it, or another batch has been
#: entered since its first row was copied.
_RELINK: Final = """
WITH RECURSIVE chain (place, link) AS (
    SELECT CAST(-1 AS bigint), CAST(%(link)s AS text)
    UNION ALL
    SELECT next.place, encode(sha256(convert_to(chain.link || next.digest, 'UTF8')), 'hex')
    FROM chain CROSS JOIN LATERAL (
        SELECT place, digest FROM {batch} WHERE place > chain.place ORDER BY place LIMIT 1
    ) AS next
)
UPDATE {batch} AS given SET link = chain.link FROM chain WHERE chain.place = given.place
"""
#: The index by which linking again finds the next row.
_BY_PLACE: Final = "CREATE INDEX IF NOT EXISTS {batch}_by_place ON {batch} (place)"
_ENTER: Final = """
INSERT INTO {table} ({names}, link) SELECT {names}, link FROM {batch} ORDER BY place
"""
#: The first correction of an entry that is missing, or comes later in the batch.
_LACKING: Final = """
SELECT key, corrects FROM {batch} AS given WHERE corrects IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM {table} AS there WHERE there.key = given.corrects)
AND NOT EXISTS (
    SELECT 1 FROM {batch} AS there WHERE there.key = given.corrects AND there.place < given.place
)
ORDER BY place LIMIT 1
"""
#: The first correction of an entry that another row already corrects, in table or batch. A window
#: sorts the batch once, where a join with itself might compare every two rows.
_TAKEN: Final = """
SELECT key, corrects, by FROM (
    SELECT given.key, given.corrects, given.place, other.key AS by
    FROM {batch} AS given JOIN {table} AS other ON other.corrects = given.corrects
    UNION ALL
    SELECT key, corrects, place, first_value(key) OVER (PARTITION BY corrects ORDER BY place)
    FROM {batch} WHERE corrects IS NOT NULL
) AS taken WHERE by <> key ORDER BY place LIMIT 1
"""


class _StoppedError(Exception):
    """The only reason for which the server is told that a batch ends early."""


@define
class Batch:
    """A batch that *connection* enters into *table*, in its own transaction."""

    connection: Connection
    table: Table
    #: The links before the first row and after the last one, if the batch is entered as it is.
    before: str = field(init=False)
    after: str = field(init=False)
    #: The number of rows that were copied.
    given: int = field(default=0, init=False)
    #: Whether a row corrects another one.
    corrects: bool = field(default=False, init=False)
    _copy: Any = field(default=None, init=False)

    def begin(self) -> None:
        """Create the temporary table, unless an earlier batch on this connection has done so."""
        self.connection.execute(CreateTable(batch_of(self.table), if_not_exists=True))
        self.before = self.after = self._last_link()

    @contextmanager
    def copying(self, name: str) -> Iterator[None]:
        """Copy the batch of the ledger *name* as long as the context lasts.

        The server is not told why the caller's batch fails: the message may quote a person.
        """
        driver: Any = self.connection.connection.driver_connection
        columns = ["place", *self._names(), "link"]
        numbers = (column.name for column in self.table.c if isinstance(column.type, BigInteger))
        wide = {"place", *numbers}
        with driver.cursor() as cursor:
            copying = cursor.copy(self._sql("COPY {batch} (place, {names}, link) FROM STDIN"))
            with ledger_errors(name):
                self._copy = copying.__enter__()
                # Otherwise the driver looks for the type of each value.
                self._copy.set_types(["int8" if each in wide else "text" for each in columns])
            try:
                yield
            except BaseException:
                copying.__exit__(_StoppedError, _StoppedError(), None)
                raise
            with ledger_errors(name):
                copying.__exit__(None, None, None)

    def copy(self, rows: Iterable[Sequence[Any]]) -> None:
        """Copy *rows* into the temporary table; each ends with its hash, and its link is added."""
        corrects = self._names().index("corrects")
        for row in rows:
            self.after = link_of(self.after, row[-1])
            self.corrects = self.corrects or row[corrects] is not None
            self._copy.write_row((self.given, *row, self.after))
            self.given += 1

    def finish(self) -> Appended:
        """Check and enter the batch; return the numbers of new and known rows.

        Raises:
            LedgerConflictError: a row is there with other contents, or corrects an entry that
                another one corrects.
            LedgerError: a row corrects a missing entry.
        """
        self._execute(_LOCK)
        if self.corrects:
            self._check_corrections()
        known = self._remove(_KNOWN) + self._remove(_TWICE)
        return Appended(self._enter(whole=not known), known)

    def _remove(self, sql: str) -> int:
        """Remove known rows from the batch; return their number."""
        row = self._first(sql)
        if row.other is not None:
            raise conflict(row.other)
        number: int = row.number
        return number

    def _enter(self, *, whole: bool) -> int:
        """Enter the rows; return their number."""
        last = self._last_link()
        if not whole or last != self.before:
            self._execute(_BY_PLACE)
            self._execute(_RELINK, link=last)
        return self._execute(_ENTER).rowcount

    def _last_link(self) -> str:
        return self._execute(_LAST_LINK).scalar() or START

    def _check_corrections(self) -> None:
        if row := self._first(_LACKING):
            check_correction(row.key, row.corrects, there=False, by=None)
        if row := self._first(_TAKEN):
            check_correction(row.key, row.corrects, there=True, by=row.by)

    def _first(self, sql: str) -> Any:
        return self._execute(sql).first()

    def _execute(self, sql: str, **values: str) -> CursorResult[Any]:
        """Execute a statement of the driver: SQLAlchemy need not compile it."""
        return self.connection.exec_driver_sql(self._sql(sql), values)

    def _names(self) -> list[str]:
        return [each.name for each in self.table.c if each.name not in ("entry", "link")]

    def _sql(self, sql: str) -> str:
        names = self._names()
        same = [name for name in names if name not in ("recorded_on", "digest")]
        return sql.format(
            lock=LOCK,
            table=self.table.name,
            batch=f"new_{self.table.name}",
            names=", ".join(names),
            given=", ".join(f"given.{name}" for name in same),
            standing=", ".join(f"standing.{name}" for name in same),
        )
