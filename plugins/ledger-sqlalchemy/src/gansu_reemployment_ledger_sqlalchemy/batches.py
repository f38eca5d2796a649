"""Entering a batch into a table (批量入账): it is copied, checked and inserted.

Reading and copying a batch does not block other writers. From the checks until the batch is
committed, a lock blocks other writers of the table: so entries are numbered in the order of
commits, and two batches never wait for each other's rows.
"""

from collections.abc import Sequence
from typing import Any, Final

from attrs import frozen
from sqlalchemy import Connection, Table, text
from sqlalchemy.schema import CreateTable

from gansu_reemployment.ledger.checks import check_correction, conflict
from gansu_reemployment_ledger_sqlalchemy.server import LOCK
from gansu_reemployment_ledger_sqlalchemy.tables import batch_of

#: The table's own number is part of the lock: ledgers in other schemas are not blocked.
_LOCK: Final = "SELECT pg_advisory_xact_lock({lock}, CAST(CAST('{table}' AS regclass) AS oid)::int)"
_ENTER: Final = """
INSERT INTO {table} ({names}) SELECT {names} FROM {batch} ORDER BY place
ON CONFLICT (key) DO NOTHING
"""
#: The first row whose key is now in the table with other contents.
_OTHER: Final = """
SELECT given.key FROM {batch} AS given JOIN {table} AS standing USING (key)
WHERE ({given}) IS DISTINCT FROM ({standing}) ORDER BY given.place LIMIT 1
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
#: The first correction of an entry that another row already corrects, in table or batch.
_TAKEN: Final = """
SELECT given.key, given.corrects, other.key AS by FROM {batch} AS given JOIN (
    SELECT key, corrects, -1 AS place FROM {table} UNION ALL
    SELECT key, corrects, place FROM {batch}
) AS other ON other.corrects = given.corrects
WHERE other.key <> given.key AND other.place < given.place
ORDER BY given.place, other.place LIMIT 1
"""


@frozen
class Batch:
    """A batch that *connection* enters into *table*, in its own transaction."""

    connection: Connection
    table: Table

    def begin(self) -> None:
        """Create the temporary table, unless an earlier batch on this connection has done so."""
        self.connection.execute(CreateTable(batch_of(self.table), if_not_exists=True))

    def copy(self, place: int, rows: Sequence[Sequence[Any]]) -> None:
        """Copy *rows* into the temporary table; *place* is the number of the first in the batch."""
        driver: Any = self.connection.connection.driver_connection
        sql = self._sql("COPY {batch} (place, {names}) FROM STDIN")
        with driver.cursor() as cursor, cursor.copy(sql) as copy:
            for number, row in enumerate(rows, place):
                copy.write_row((number, *row))

    def finish(self, given: int) -> int:
        """Check and enter the batch of *given* rows; return the number of new rows.

        Raises:
            LedgerConflictError: a row is there with other contents, or corrects an entry that
                another one corrects.
            LedgerError: a row corrects a missing entry.
        """
        self.connection.execute(text(self._sql(_LOCK)))
        self._check_corrections()
        added = self.connection.execute(text(self._sql(_ENTER))).rowcount
        if added < given and (row := self._first(_OTHER)):
            raise conflict(row.key)
        return added

    def _check_corrections(self) -> None:
        if row := self._first(_LACKING):
            check_correction(row.key, row.corrects, there=False, by=None)
        if row := self._first(_TAKEN):
            check_correction(row.key, row.corrects, there=True, by=row.by)

    def _first(self, sql: str) -> Any:
        return self.connection.execute(text(self._sql(sql))).first()

    def _sql(self, sql: str) -> str:
        names = [column.name for column in self.table.c if column.name != "entry"]
        return sql.format(
            lock=LOCK,
            table=self.table.name,
            batch=f"new_{self.table.name}",
            names=", ".join(names),
            given=", ".join(f"given.{name}" for name in names),
            standing=", ".join(f"standing.{name}" for name in names),
        )
