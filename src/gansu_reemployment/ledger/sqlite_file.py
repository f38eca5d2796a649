"""The SQLite file of a ledger (台账文件): its tables, and opening it.

Rows of the tables are never changed or deleted: triggers reject that for every program.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import monotonic, sleep
from typing import Any, Final

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.checks import another_program, failed, newer_version
from gansu_reemployment.ledger.links import Head, digest_of
from gansu_reemployment.ledger.rows import FORMS, Form, row_text

#: The first version of SQLite with STRICT tables.
_NEEDED: Final = (3, 37)
#: The seconds that a process waits for another one to write.
_PATIENCE: Final = 60
_PAUSE: Final = 0.01
#: The number before every number that SQLite can assign, or another program can write.
LEAST: Final = -(2**63)
#: Marks a file as a ledger of this library: "GSRE" in ASCII.
_APPLICATION: Final = 0x47535245
#: The version of the tables, kept in the file as ``user_version``.
_VERSION: Final = 3

#: The first version whose entries are chained.
_CHAIN: Final = 3
#: The tables whose entries are chained.
_CHAINED: Final = ("cases", "records")
_APPEND_ONLY: Final = """
CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""
#: Skips a row that is already there. That makes appending idempotent, and stops INSERT OR REPLACE,
#: which deletes without calling the triggers of DELETE.
_STANDING: Final = """
CREATE TRIGGER {table}_standing BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(IGNORE); END
"""
#: The condition under which a new row is already there.
_SAME: Final = {
    "cases": "key = NEW.key OR entry = NEW.entry OR corrects = NEW.corrects",
    "reasons": "key = NEW.key AND ordinal = NEW.ordinal",
    "records": "key = NEW.key OR entry = NEW.entry OR corrects = NEW.corrects",
    "chained_later": "kind = NEW.kind",
}


def _guards(*tables: str) -> tuple[str, ...]:
    """Return the triggers that keep *tables* append-only."""
    return tuple(
        statement
        for table in tables
        for statement in (
            _APPEND_ONLY.format(table=table, verb="UPDATE"),
            _APPEND_ONLY.format(table=table, verb="DELETE"),
            _STANDING.format(table=table, same=_SAME[table]),
        )
    )


#: The statements that create the tables of the first version.
_FIRST: Final = (
    """
    CREATE TABLE cases (
        entry INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        measure TEXT NOT NULL,
        region TEXT NOT NULL,
        law_day TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        status TEXT NOT NULL,
        subject TEXT NOT NULL,
        amount_fen INTEGER,
        corrects TEXT UNIQUE REFERENCES cases (key),
        facts TEXT NOT NULL,
        outcome TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reasons (
        key TEXT NOT NULL REFERENCES cases (key),
        ordinal INTEGER NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (key, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX cases_by_subject ON cases (subject)",
    "CREATE INDEX cases_by_place ON cases (region, measure)",
    "CREATE INDEX reasons_by_code ON reasons (code)",
    *_guards("cases", "reasons"),
    f"PRAGMA application_id = {_APPLICATION}",
)
#: The statements that add records, for the second version.
_SECOND: Final = (
    """
    CREATE TABLE records (
        entry INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        region TEXT NOT NULL,
        on_day TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        corrects TEXT UNIQUE REFERENCES records (key),
        data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX records_by_kind ON records (kind, region)",
    *_guards("records"),
)
#: The statements that add the chain, for the third version.
_THIRD: Final = (
    "CREATE TABLE chained_later (kind TEXT PRIMARY KEY, entries INTEGER, day TEXT) STRICT",
    *_guards("chained_later"),
    *(f"ALTER TABLE {table} ADD COLUMN {c} TEXT" for table in _CHAINED for c in ("digest", "link")),
    f"PRAGMA user_version = {_VERSION}",
)
#: The statements that lead from each version to the next, starting from an empty file.
_STEPS: Final = (_FIRST, _SECOND, _THIRD)


def open_file(name: str) -> sqlite3.Connection:
    """Open or create the file *name*; each statement is committed by itself.

    Raises:
        LedgerError: the file cannot be opened or created, is not a ledger of this library, or
            was written by a newer version.
    """
    if sqlite3.sqlite_version_info < _NEEDED:
        needed = ".".join(map(str, _NEEDED))
        text = _("SQLite {needed} or newer is needed; this Python has {found}.")
        raise LedgerError(text, needed=needed, found=sqlite3.sqlite_version)
    with ledger_errors(name):
        connection = sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None)
        try:
            _prepare(connection, name)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def ledger_errors(name: str) -> Iterator[None]:
    """Convert SQLite's errors about the file *name* to those of the library."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise failed(name, str(error)) from error


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    _check_file(connection, name)
    if _switch_to_wal(connection) != "wal":
        text = _("{name} is in a place where SQLite cannot keep a write-ahead log.")
        raise LedgerError(text, name=name)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have created the tables since the check.
    found = _number(connection, "PRAGMA user_version")
    for step in _STEPS[found:]:
        for statement in step:
            connection.execute(statement)
    if 0 < found < _CHAIN:
        _chain_older(connection)
    connection.execute("COMMIT")


def _chain_older(connection: sqlite3.Connection) -> None:
    """Chain the entries of a file that had no chain; note how many they are, and the day."""
    today = date.today().isoformat()  # noqa: DTZ011 - the day at the counter is the local one
    for form in FORMS.values():
        guard = _APPEND_ONLY.format(table=form.table, verb="UPDATE")
        connection.execute(f"DROP TRIGGER {form.table}_UPDATE")
        head = _chain_table(connection, form)
        connection.execute(guard)
        if head.count:
            note = (form.kind, head.count, today)
            connection.execute("INSERT INTO chained_later VALUES (?, ?, ?)", note)


def _chain_table(connection: sqlite3.Connection, form: Form[Any]) -> Head:
    head = Head()
    names = ", ".join(form.columns)
    read = f"SELECT entry, {names} FROM {form.table} WHERE entry > ? ORDER BY entry LIMIT 1000"  # noqa: S608 - of constants
    write = f"UPDATE {form.table} SET digest = ?, link = ? WHERE entry = ?"  # noqa: S608 - the same
    page = connection.execute(read, (LEAST,)).fetchall()
    while page:
        linked = []
        for entry, *row in page:
            digest = digest_of(row_text(row))
            head = head.then(digest)
            linked.append((digest, head.link, entry))
        connection.executemany(write, linked)
        page = connection.execute(read, (page[-1][0],)).fetchall()
    return head


def _switch_to_wal(connection: sqlite3.Connection) -> str:
    """Switch the file to a write-ahead log; return its resulting mode."""
    deadline = monotonic() + _PATIENCE
    while True:
        try:
            mode: str = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            # SQLite itself does not wait if two processes switch one file.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(_PAUSE)
        else:
            return mode


def _check_file(connection: sqlite3.Connection, name: str) -> None:
    """Reject a file of another program, or of a newer version, before anything is written."""
    if not _number(connection, "SELECT count(*) FROM sqlite_master"):
        return
    if _number(connection, "PRAGMA application_id") != _APPLICATION:
        raise another_program(name)
    found = _number(connection, "PRAGMA user_version")
    if found > _VERSION:
        raise newer_version(name, found, _VERSION)


def _number(connection: sqlite3.Connection, sql: str) -> int:
    number: int = connection.execute(sql).fetchone()[0]
    return number
