"""The SQLite file of a ledger (台账文件): opening it, and bringing its tables up to date."""

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.checks import another_program, failed, newer_version
from gansu_reemployment.ledger.links import Head, digest_of
from gansu_reemployment.ledger.rows import CASES, FORMS, Form, row_text
from gansu_reemployment.ledger.sqlite_groups import Group, enter_groups, group_of_row
from gansu_reemployment.ledger.sqlite_tables import (
    APPEND_ONLY,
    APPLICATION,
    CHAIN,
    GROUPS,
    STEPS,
    VERSION,
)

#: The first version of SQLite with STRICT tables.
_NEEDED: Final = (3, 37)
#: The seconds that a process waits for another one to write.
_PATIENCE: Final = 60
_PAUSE: Final = 0.01
#: The number before every number that SQLite can assign, or another program can write.
LEAST: Final = -(2**63)


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
    fixed = _is_read_only(Path(name))
    with ledger_errors(name):
        if not fixed:
            _create_private(Path(name))
        address = f"{Path(name).absolute().as_uri()}?immutable=1" if fixed else name
        connection = sqlite3.connect(address, timeout=_PATIENCE, isolation_level=None, uri=fixed)
        try:
            (_check_current if fixed else _prepare)(connection, name)
        except BaseException:
            connection.close()
            raise
    return connection


def identity_of(name: str) -> tuple[int, int] | None:
    """Return what distinguishes the file *name* from any other; ``None`` if there is none."""
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_read_only(path: Path) -> bool:
    """Return whether the file is on a medium, or in a folder, to which nothing can be written.

    A write-ahead log beside it may hold entries that only a writer can read.
    """
    # Asked first: another process may create the file meanwhile.
    if not path.is_file():
        return False
    log = path.with_name(f"{path.name}-wal")
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return not writable and not (log.is_file() and log.stat().st_size)


def _create_private(path: Path) -> None:
    """Create a missing file, which will contain identity numbers, so that only its owner reads."""
    # Linked when it is closed: closing a file releases the locks that SQLite has on it, even those
    # of other threads. SQLite reports what is wrong with a name.
    with suppress(OSError, ValueError):
        if not path.exists():
            handle, part = tempfile.mkstemp(prefix=".", dir=path.absolute().parent)
            os.close(handle)
            try:
                os.link(part, path)
            finally:
                Path(part).unlink()


def _check_current(connection: sqlite3.Connection, name: str) -> None:
    """Check that a file that cannot be written is a ledger that can be read without an upgrade.

    The groups that an older file lacks are made in memory.
    """
    _check_file(connection, name)
    found = _number(connection, "PRAGMA user_version")
    if found < CHAIN:
        text = _("{name} is read-only, and its tables are not those of this version.")
        raise LedgerError(text, name=name)
    if found < VERSION:
        connection.execute("PRAGMA temp_store = MEMORY")
        for table in GROUPS:
            connection.execute(table.format(temporary="TEMPORARY"))
        _group_older(connection)


@contextmanager
def ledger_errors(name: str) -> Iterator[None]:
    """Convert SQLite's errors about the file *name* to those of the library."""
    try:
        yield
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise failed(name, str(error)) from error


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    _check_file(connection, name)
    if _switch_to_wal(connection) != "wal":
        text = _("{name} is in a place where SQLite cannot keep a write-ahead log.")
        raise LedgerError(text, name=name)
    connection.execute("PRAGMA synchronous = FULL")
    # The ledger itself checks that a corrected entry is there. With SQLite's check each row would
    # be prepared to be rolled back alone, as described at ``INSERT``.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have created the tables since the check.
    found = _number(connection, "PRAGMA user_version")
    for step in STEPS[found:]:
        for statement in step:
            connection.execute(statement)
    if 0 < found < CHAIN:
        _chain_older(connection)
    if 0 < found < VERSION:
        _group_older(connection)
    connection.execute("COMMIT")


def _chain_older(connection: sqlite3.Connection) -> None:
    """Chain the entries of a file that had no chain; note how many they are, and the day."""
    today = date.today().isoformat()  # noqa: DTZ011 - the day at the counter is the local one
    for form in FORMS.values():
        guard = APPEND_ONLY.format(table=form.table, verb="UPDATE")
        connection.execute(f"DROP TRIGGER {form.table}_UPDATE")
        head = _chain_table(connection, form)
        connection.execute(guard)
        if head.count:
            note = (form.kind, head.count, today)
            connection.execute("INSERT INTO chained_later VALUES (?, ?, ?)", note)


def _chain_table(connection: sqlite3.Connection, form: Form[Any]) -> Head:
    head = Head()
    write = f"UPDATE {form.table} SET digest = ?, link = ? WHERE entry = ?"  # noqa: S608 - of constants
    for page in _pages(connection, form):
        linked = []
        for entry, *row in page:
            digest = digest_of(row_text(row))
            head = head.then(digest)
            linked.append((digest, head.link, entry))
        connection.executemany(write, linked)
    return head


def _group_older(connection: sqlite3.Connection) -> None:
    """Enter the cases of a file that had no groups into theirs."""
    for page in _pages(connection, CASES):
        members: defaultdict[Group, list[int]] = defaultdict(list)
        for entry, *row in page:
            members[group_of_row(row)].append(entry)
        enter_groups(connection, members)


def _pages(connection: sqlite3.Connection, form: Form[Any]) -> Iterator[list[Any]]:
    """Yield the rows of a table page by page, each after its number."""
    names = ", ".join(form.columns)
    read = f"SELECT entry, {names} FROM {form.table} WHERE entry > ? ORDER BY entry LIMIT 1000"  # noqa: S608 - of constants
    page = connection.execute(read, (LEAST,)).fetchall()
    while page:
        yield page
        page = connection.execute(read, (page[-1][0],)).fetchall()


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
    if _number(connection, "PRAGMA application_id") != APPLICATION:
        raise another_program(name)
    found = _number(connection, "PRAGMA user_version")
    if found > VERSION:
        raise newer_version(name, found, VERSION)


def _number(connection: sqlite3.Connection, sql: str) -> int:
    number: int = connection.execute(sql).fetchone()[0]
    return number
