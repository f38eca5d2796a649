"""The ledger on MariaDB (MariaDB 台账), over six methods of :class:`BaseLedger`.

Keys and contents are bytes, which no collation compares. A lock of the server lets one batch in at
a time, so entries are numbered in the order of commits.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import local
from typing import Any, Final, Self

from sqlalchemy import URL, Connection, bindparam, text
from sqlalchemy.exc import SQLAlchemyError

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import Bilingual
from gansu_reemployment.ledger import BaseLedger, Kind, Row
from gansu_reemployment.ledger.checks import another_program, newer_version
from gansu_reemployment_ledger_sqlalchemy.server import connect, problem_of, read_url, show_url

VERSION: Final = 1
#: The number of entries held in memory at a time.
_PAGE: Final = 1_000
#: Seconds to wait for another batch.
_WAIT: Final = 600
_BUSY: Final = Bilingual(
    "{name}：另一批个案正在登记，请稍后重试。",
    "{name}: another batch is being entered; try again.",
)
#: A value that is too long is an error, whatever the server's own setting is.
_STRICT: Final = "SET SESSION sql_mode = 'TRADITIONAL'"
_TABLES: Final = {"case": "cases", "record": "records"}
#: The tables of the ledger that exist.
_THERE: Final = """
SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
AND table_name IN ('ledger_version', 'cases', 'records')
"""
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS {table} (
    entry BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARBINARY(3072) NOT NULL UNIQUE,
    corrects VARBINARY(3072) UNIQUE,
    contents LONGBLOB NOT NULL
) ENGINE = InnoDB
"""
_TRIGGER: Final = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{event} BEFORE {event} ON {table} FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append-only'
"""
_LOCK: Final = "SELECT GET_LOCK(MD5(CONCAT('gansu_reemployment ', DATABASE())), :wait)"
_RELEASE: Final = "SELECT RELEASE_LOCK(MD5(CONCAT('gansu_reemployment ', DATABASE())))"


class MariadbLedger(BaseLedger):
    """A ledger on a MariaDB server; see :class:`~gansu_reemployment.ledger.Ledger`."""

    errors = (SQLAlchemyError, UnicodeError)

    def __init__(self, url: URL) -> None:
        super().__init__(show_url(url))
        #: The connection of the transaction that this thread has begun.
        self._begun = local()
        with self._use():
            self._engine = connect(url, charset="utf8mb4", init_command=_STRICT)
        try:
            with self._use(), self._connection() as connection:
                _prepare(connection, self.name)
        except BaseException:
            self._engine.dispose()
            raise

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the ledger at *url*, creating missing tables.

        Raises:
            LedgerError: the URL is invalid, the server does not answer, or the tables are those
                of another program or of a newer version.
        """
        return cls(read_url(url, "mariadb", "pymysql"))

    def problem(self, error: Exception) -> str:
        """Return what the server reports, without the values of a statement."""
        return problem_of(error)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction under the lock of the ledger."""
        if getattr(self._begun, "connection", None) is not None:
            raise LedgerError(_BUSY, name=self.name)
        with self._use():
            connection = self._engine.connect()
        try:
            with self._use():
                _lock(connection, self.name)
            self._begun.connection = connection
            yield
            with self._use():
                connection.commit()
        finally:
            self._begun.connection = None
            _release(connection)

    def insert(self, kind: Kind, rows: Sequence[Row]) -> None:
        """Insert rows."""
        sql = f"INSERT INTO {_TABLES[kind]} (name, corrects, contents) VALUES (:n, :c, :t)"  # noqa: S608 - a constant
        given = [{"n": _bytes(r.key), "c": _bytes(r.corrects), "t": _bytes(r.text)} for r in rows]
        if given:
            with self._connection() as connection:
                connection.execute(text(sql), given)

    def text(self, kind: Kind, key: str) -> str | None:
        """Return the text with a key."""
        return self._one(kind, "contents", "WHERE name = :key", key=_bytes(key))

    def known(self, kind: Kind, keys: Collection[str]) -> Mapping[str, str]:
        """Return the texts of those keys that are there."""
        found = self._all(kind, "name, contents", "name IN :keys", keys=[*map(_bytes, keys)])
        return {name.decode(): contents.decode() for name, contents in found}

    def corrected(self, kind: Kind) -> Collection[str | None]:
        """Return the keys that an entry corrects."""
        found = self._all(kind, "corrects", "corrects IS NOT NULL")
        return {corrects.decode() for (corrects,) in found}

    def last(self, kind: Kind) -> str | None:
        """Return the text that was entered last."""
        return self._one(kind, "contents", "ORDER BY entry DESC LIMIT 1")

    def corrector(self, kind: Kind, key: str) -> str | None:
        """Return what corrects a key."""
        return self._one(kind, "name", "WHERE corrects = :key", key=_bytes(key))

    def texts(self, kind: Kind) -> Iterable[str]:
        """Return all texts, page by page."""
        return self.containing(kind, ())

    def containing(self, kind: Kind, parts: Sequence[str]) -> Iterable[str]:
        """Return the texts that contain all *parts*, page by page."""
        with self._connection() as connection:
            sql = f"SELECT COALESCE(MAX(entry), 0) FROM {_TABLES[kind]}"  # noqa: S608 - a constant
            last = connection.scalar(text(sql))
        return self._pages(kind, last, [_bytes(part) for part in parts])

    def shut(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _pages(self, kind: Kind, last: int, parts: Sequence[bytes | None]) -> Iterator[str]:
        asked = {f"part{number}": part for number, part in enumerate(parts)}
        held = "".join(f" AND LOCATE(:{name}, contents)" for name in asked)
        sql = text(
            f"SELECT entry, contents FROM {_TABLES[kind]} "  # noqa: S608 - of constants
            f"WHERE entry > :after AND entry <= :last{held} ORDER BY entry LIMIT {_PAGE}"
        )
        after, full = 0, True
        while full:
            values = {"after": after, "last": last, **asked}
            with self._use(), self._connection() as connection:
                found = connection.execute(sql, values)
                page = [(entry, contents.decode()) for entry, contents in found]
            for after, contents in page:  # noqa: B007 - where the next page begins
                yield contents
            full = len(page) == _PAGE

    def _one(self, kind: Kind, column: str, rest: str, **values: Any) -> str | None:
        with self._connection() as connection:
            sql = f"SELECT {column} FROM {_TABLES[kind]} {rest}"  # noqa: S608 - of constants
            found: bytes | None = connection.scalar(text(sql), values)
        return None if found is None else found.decode()

    def _all(
        self, kind: Kind, columns: str, where: str, **values: Sequence[bytes | None]
    ) -> Sequence[Any]:
        sql = text(f"SELECT {columns} FROM {_TABLES[kind]} WHERE {where}")  # noqa: S608 - of constants
        lists: list[Any] = [bindparam(name, expanding=True) for name in values]
        with self._connection() as connection:
            return connection.execute(sql.bindparams(*lists), values).all()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """Yield the connection of this thread's transaction, or one of the pool."""
        begun = getattr(self._begun, "connection", None)
        if begun is not None:
            yield begun
        else:
            with self._engine.connect() as connection:
                yield connection


def _prepare(connection: Connection, name: str) -> None:
    """Create the tables that are missing; the version is entered last."""
    found = set(connection.scalars(text(_THERE)))
    if found and "ledger_version" not in found:
        raise another_program(name)
    if not found or _version(connection) is None:
        _create(connection)
    version = _version(connection)
    if version is not None and version > VERSION:
        raise newer_version(name, version, VERSION)


def _create(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE IF NOT EXISTS ledger_version (version INT PRIMARY KEY)"))
    for table in _TABLES.values():
        connection.execute(text(_TABLE.format(table=table)))
        for event in ("update", "delete"):
            connection.execute(text(_TRIGGER.format(table=table, event=event)))
    connection.execute(text("INSERT IGNORE INTO ledger_version VALUES (:v)"), {"v": VERSION})
    connection.commit()


def _version(connection: Connection) -> int | None:
    found: int | None = connection.scalar(text("SELECT MAX(version) FROM ledger_version"))
    return found


def _lock(connection: Connection, name: str) -> None:
    if not connection.scalar(text(_LOCK), {"wait": _WAIT}):
        raise LedgerError(_BUSY, name=name)


def _release(connection: Connection) -> None:
    """Roll back what is not committed, and let the next batch in."""
    try:
        connection.rollback()
        connection.scalar(text(_RELEASE))
        connection.close()
    except SQLAlchemyError:
        # The server releases the lock of a connection that is closed.
        connection.invalidate()


def _bytes(value: str | None) -> bytes | None:
    return None if value is None else value.encode()
