"""The server of the ledger (数据库服务器): its connections, its tables, its errors.

Errors never show a password or the values of a statement, and mask identity numbers.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, func, make_url, select, text
from sqlalchemy.exc import ArgumentError, DataError, IntegrityError, SQLAlchemyError

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import Bilingual, _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.checks import another_program, failed, newer_version
from gansu_reemployment_ledger_sqlalchemy.tables import METADATA

#: The newest migration.
HEAD: Final = "0004"
VERSION_TABLE: Final = "ledger_version"
#: Seconds to wait for a server that does not answer, unless the URL says otherwise.
_PATIENCE: Final = 10
#: The name under which SQLAlchemy logs the operations of a ledger.
_LOG: Final = "gansu_reemployment"
_URL: Final = Bilingual(
    "数据库服务器上的台账，URL形如{scheme!s}://clerk@host/cases。",
    "The URL of a ledger on a server is like {scheme!s}://clerk@host/cases.",
)
#: The first half of this library's advisory locks: "GSRE" in ASCII.
LOCK: Final = 0x47535245


def read_url(url: str, scheme: str, driver: str) -> URL:
    """Read a URL such as ``postgresql://clerk@host:5432/cases``, for a driver of its *scheme*.

    Raises:
        LedgerError: the URL is invalid; it is not shown, because it may contain a password.
    """
    try:
        return make_url(url).set(drivername=f"{scheme}+{driver}")
    except (ArgumentError, ValueError):
        raise LedgerError(_URL, scheme=scheme) from None


def show_url(url: URL) -> str:
    """Format a URL for an error: the server and the database."""
    port = f":{url.port}" if url.port else ""
    return f"{url.get_backend_name()}://{url.host or ''}{port}/{url.database or ''}"


class _Masked(logging.Filter):
    """Masks identity numbers in the rows that SQLAlchemy logs if so configured."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = mask(record.getMessage()), ()
        return True


_MASKED: Final = _Masked()


def connect(url: URL, **arguments: Any) -> Engine:
    """Return the pool of connections; one that the server has dropped is reopened.

    Entries are ordered under a lock, and each statement must see the entries made before it got
    the lock: hence *read committed*, whatever the server's own setting is. The *arguments* are
    the driver's.
    """
    logging.getLogger(f"sqlalchemy.engine.Engine.{_LOG}").addFilter(_MASKED)
    patience = {} if "connect_timeout" in url.query else {"connect_timeout": _PATIENCE}
    return create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        # Each unfinished find keeps a connection.
        max_overflow=-1,
        hide_parameters=True,
        logging_name=_LOG,
        connect_args={**patience, **arguments},
    )


def prepare(engine: Engine, name: str) -> None:
    """Create the tables, or upgrade those of an older version, in one transaction.

    Raises:
        LedgerError: the tables are those of another program or of a newer version, or need an
            upgrade on a read-only server.
    """
    with engine.begin() as connection:
        if _revision(connection, name) == HEAD:
            return
        if connection.scalar(text("SHOW transaction_read_only")) == "on":
            sentence = _("{name} is read-only, and its tables are not those of this version.")
            raise LedgerError(sentence, name=name)
        connection.execute(select(func.pg_advisory_xact_lock(LOCK, 0)))
        # Another process may have created the tables since the check.
        if _revision(connection, name) != HEAD:
            _upgrade(connection)


def _revision(connection: Connection, name: str) -> str | None:
    """Return the version of the tables; ``None`` if there are no tables."""
    if not _stands(connection, VERSION_TABLE):
        if any(_stands(connection, table) for table in METADATA.tables):
            raise another_program(name)
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - a constant
    if found is not None and found > HEAD:
        raise newer_version(name, found, HEAD)
    return found


def _stands(connection: Connection, table: str) -> bool:
    return connection.scalar(select(func.to_regclass(table))) is not None


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - only for tables that are not up to date
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", f"{__package__}:migrations")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    command.upgrade(config, "head")


@contextmanager
def ledger_errors(name: str) -> Iterator[None]:
    """Convert the errors of SQLAlchemy and of the driver to those of the library."""
    try:
        yield
    except (SQLAlchemyError, psycopg.Error, UnicodeEncodeError) as error:
        # The cause is not chained: it quotes the row that the server rejected.
        raise failed(name, mask(problem_of(error))) from None


def problem_of(error: Any) -> str:
    """Return the first line of the server's or the driver's message, without details.

    For an invalid or duplicate value only the type of the error is returned: the server's
    message quotes the value.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, (psycopg.DataError, psycopg.IntegrityError)) or isinstance(
        error, (DataError, IntegrityError)
    ):
        return type(cause).__name__
    message = cause.diag.message_primary if isinstance(cause, psycopg.Error) else None
    return message or next(iter(str(cause).splitlines()), type(cause).__name__)
