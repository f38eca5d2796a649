"""The ledger on MariaDB: the contract of all ledgers, and what is the server's own."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from gansu_reemployment_ledger_sqlalchemy import mariadb, open_mariadb
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import DatabaseError, OperationalError

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.ledger import Appended, Case, Ledger, open_ledger, verify_ledger
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.testing import CASES, IDENTITY, RECORDS, LedgerContract, make_case

VARIABLE = "GANSU_REEMPLOYMENT_TEST_MARIADB"
#: The default without the variable.
NEAR = "mariadb://root@127.0.0.1:3306"
BACKENDS = load_host().ledgers
ByHand = Callable[[str], Any]


@cache
def engine_of(url: str) -> Engine:
    """Return the connections to the server at *url*."""
    named = make_url(url).set(drivername="mariadb+pymysql")
    return create_engine(named, connect_args={"connect_timeout": 2})


def run(url: str, sql: str) -> Any:
    """Run a statement as another program might; return the first value, if there is one."""
    with engine_of(url).begin() as connection:
        result = connection.execute(text(sql))
        return result.scalar() if result.returns_rows else None


@pytest.fixture(scope="module")
def server() -> str:
    """Return the URL of a server that answers; one that the variable names must."""
    url = os.environ.get(VARIABLE, NEAR)
    try:
        run(url, "SELECT 1")
    except OperationalError as error:
        if VARIABLE in os.environ:
            raise
        pytest.skip(f"no MariaDB server: {VARIABLE} is not set, and {url}: {error.orig}")
    return url


@pytest.fixture(scope="module")
def database(server: str) -> Iterator[str]:
    """Yield the URL of a database for the tests of this file, dropped at their end."""
    name = f"ledger_{uuid4().hex}"
    run(server, f"CREATE DATABASE {name}")
    yield f"{server}/{name}"
    run(server, f"DROP DATABASE {name}")


@pytest.fixture
def ledger_url(database: str) -> str:
    """Return the URL of a database whose tables are empty, or that has none."""
    for table in ("cases", "records"):
        # Triggers do not see it.
        with suppress(DatabaseError):
            run(database, f"TRUNCATE {table}")
    return database


@pytest.fixture(name="by_hand")
def _by_hand(ledger_url: str) -> ByHand:
    """Return a function that runs a statement on the database of the ledger."""
    return lambda sql: run(ledger_url, sql)


class TestMariadbLedger(LedgerContract):
    """The contract."""

    @pytest.fixture
    def ledger_url(self, ledger_url: str) -> str:
        """Return the database's URL."""
        return ledger_url

    def make_ledger(self, url: str) -> Ledger:
        """Open it through the installed plugin."""
        return open_ledger(url, BACKENDS)


@pytest.mark.parametrize(
    "sql", ["UPDATE cases SET contents = ''", "DELETE FROM cases", "DELETE FROM records"]
)
def test_append_only(ledger_url: str, by_hand: ByHand, sql: str) -> None:
    """The server itself rejects changes by any user."""
    with open_mariadb(ledger_url) as ledger:
        ledger.append_all(CASES, RECORDS)
        with pytest.raises(DatabaseError, match="the ledger is append-only"):
            by_hand(sql)
        assert list(CASES) == list(ledger.find())


def test_tables_of_another_program(server: str) -> None:
    """Tables that this library did not create are left unchanged."""
    name = f"ledger_{uuid4().hex}"
    run(server, f"CREATE DATABASE {name}")
    run(f"{server}/{name}", "CREATE TABLE cases (name INT)")
    with pytest.raises(LedgerError, match="another program"):
        open_mariadb(f"{server}/{name}")
    tables = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
    assert 1 == run(f"{server}/{name}", tables)
    run(server, f"DROP DATABASE {name}")


def test_newer_tables(ledger_url: str, by_hand: ByHand) -> None:
    """Tables of a newer version are rejected, with both versions."""
    open_mariadb(ledger_url).close()
    by_hand("INSERT INTO ledger_version VALUES (9001)")
    with pytest.raises(LedgerError, match="newer version: its tables are 9001, known are 1"):
        open_mariadb(ledger_url)
    by_hand("DELETE FROM ledger_version WHERE version = 9001")


def test_half_created_tables_are_completed(server: str) -> None:
    """After a crash while the tables were created, opening creates the others."""
    name = f"ledger_{uuid4().hex}"
    run(server, f"CREATE DATABASE {name}")
    run(f"{server}/{name}", "CREATE TABLE ledger_version (version INT PRIMARY KEY)")
    with open_mariadb(f"{server}/{name}") as ledger:
        assert Appended(5, 0) == ledger.append(CASES)
    run(server, f"DROP DATABASE {name}")


def test_rights(ledger_url: str, by_hand: ByHand) -> None:
    """A user who may only read and insert opens the ledger and enters a batch."""
    open_mariadb(ledger_url).close()
    user = f"clerk_{uuid4().hex[:8]}"
    by_hand(f"CREATE USER {user}@'%'")
    by_hand(f"GRANT SELECT, INSERT ON {make_url(ledger_url).database}.* TO {user}@'%'")
    try:
        url = make_url(ledger_url).set(username=user, password=None)
        with open_mariadb(url.render_as_string()) as ledger:
            assert Appended(5, 0) == ledger.append(CASES)
            assert list(CASES) == list(ledger.find())
    finally:
        by_hand(f"DROP USER {user}@'%'")


def drop_connections(by_hand: ByHand) -> None:
    """Close every connection to the ledger on the server."""
    ids = "SELECT GROUP_CONCAT(id) FROM information_schema.processlist WHERE db = DATABASE()"
    for number in by_hand(f"{ids} AND id <> CONNECTION_ID()").split(","):
        by_hand(f"KILL {number}")


def test_dropped_connection_is_reopened(ledger_url: str, by_hand: ByHand) -> None:
    """After the server has closed the connections of a ledger the next call opens one."""
    with open_mariadb(ledger_url) as ledger:
        ledger.append(CASES)
        drop_connections(by_hand)
        assert list(CASES) == list(ledger.find())


def test_connection_dropped_within_a_batch(ledger_url: str, by_hand: ByHand) -> None:
    """Nothing of the batch is entered, and the lock is free: the batch can be entered again."""

    def cases() -> Iterator[Case]:
        yield from (make_case(f"{number}") for number in range(600))
        drop_connections(by_hand)
        yield make_case("last")

    with open_mariadb(ledger_url) as ledger:
        with pytest.raises(LedgerError, match="Lost connection"):
            ledger.append(cases())
        assert [] == list(ledger.find())
        assert Appended(5, 0) == ledger.append(CASES)


def test_threads_share_a_ledger(ledger_url: str) -> None:
    """Each thread enters its batch in a transaction of its own, and the chain is whole."""
    with open_mariadb(ledger_url) as ledger, ThreadPoolExecutor(4) as threads:
        batches = [[make_case(f"{name}{number}") for number in range(10)] for name in "abcd"]
        assert [Appended(10, 0)] * 4 == list(threads.map(ledger.append, batches))
        assert 40 == verify_ledger(ledger).cases.count


def test_batch_within_a_batch(ledger_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one batch is being entered another waits, and then is rejected."""
    monkeypatch.setattr(mariadb, "_WAIT", 0)
    with open_mariadb(ledger_url) as ledger, open_mariadb(ledger_url) as other:

        def cases() -> Iterator[Any]:
            yield CASES[0]
            with pytest.raises(LedgerError, match="another batch is being entered") as caught:
                other.append(CASES)
            assert "另一批个案正在登记" in caught.value.say("zh_CN")

        assert Appended(1, 0) == ledger.append(cases())
        assert Appended(4, 1) == other.append(CASES)


def test_batch_within_a_batch_of_the_same_ledger(ledger_url: str) -> None:
    """It would wait for itself, and is rejected at once; the outer batch is entered."""
    with open_mariadb(ledger_url) as ledger:

        def cases() -> Iterator[Any]:
            yield CASES[0]
            with pytest.raises(LedgerError, match="another batch is being entered"):
                ledger.append(CASES)

        assert Appended(1, 0) == ledger.append(cases())
        assert [CASES[0]] == list(ledger.find())


def test_text_that_no_ledger_holds_is_not_found(ledger_url: str) -> None:
    """What cannot be encoded is a fault of the ledger's, which does not show it."""
    with (
        open_mariadb(ledger_url) as ledger,
        pytest.raises(LedgerError, match="surrogates not allowed") as caught,
    ):
        list(ledger.find(subject=f"{IDENTITY}\ud800"))
    assert IDENTITY not in str(caught.value)


def test_errors_show_neither_values_nor_password(ledger_url: str) -> None:
    """A key that is too long is an error without the key; a server that is away without secrets."""
    with open_mariadb(ledger_url) as ledger:
        with pytest.raises(LedgerError, match="failed: DataError") as caught:
            ledger.append([make_case(IDENTITY * 200)])
        assert IDENTITY not in str(caught.value)
        assert caught.value.__cause__ is None
        assert [] == list(ledger.find())
    with pytest.raises(LedgerError, match=r"mariadb://127\.0\.0\.1:1/cases") as caught:
        open_mariadb("mariadb://clerk:secret@127.0.0.1:1/cases")
    assert "secret" not in str(caught.value)
    with pytest.raises(LedgerError, match="mariadb://clerk@host/cases"):
        open_mariadb("mariadb://clerk@host:no/cases")
