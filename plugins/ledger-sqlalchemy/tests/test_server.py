"""Opening a ledger on PostgreSQL, and the changes that it rejects."""

import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from gansu_reemployment_ledger_sqlalchemy import open_postgresql
from gansu_reemployment_ledger_sqlalchemy import server as opening
from gansu_reemployment_ledger_sqlalchemy.tables import METADATA
from psycopg.copy import LibpqWriter
from sqlalchemy import create_engine

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.ledger import Appended, Case, Ledger, verify_ledger
from gansu_reemployment.testing import CASES, IDENTITY, RECORDS, make_case

ByHand = Callable[..., list[Any]]


@pytest.fixture(name="by_hand")
def _by_hand(ledger_url: str) -> Iterator[ByHand]:
    """Return a function that runs statements as another program might."""
    with psycopg.connect(ledger_url, autocommit=True) as connection:

        def do(sql: str, *values: Any) -> list[Any]:
            cursor = connection.execute(sql.encode(), values)
            return cursor.fetchall() if cursor.description else []

        yield do


@pytest.fixture(name="filled")
def _filled(ledger_url: str) -> Iterator[Ledger]:
    """Return a ledger with :data:`CASES`."""
    with open_postgresql(ledger_url) as ledger:
        ledger.append(CASES)
        yield ledger


# Opening --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["postgresql:", "postgresql:cases", "postgresql://clerk:pass:word@host:no/cases"]
)
def test_no_url(url: str) -> None:
    """An invalid URL is rejected with a valid example, and is not shown."""
    with pytest.raises(LedgerError, match="postgresql://clerk@host/cases") as error:
        open_postgresql(url)
    assert "word" not in str(error.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://clerk:secret@127.0.0.1:1/cases",
        "postgresql://clerk@127.0.0.1:1/cases?password=secret",
        "postgresql://clerk@127.0.0.1:1/cases?sslpassword=secret&connect_timeout=3",
        "postgresql://clerk@127.0.0.1:1/cases?secret=secret",
    ],
)
def test_no_server(url: str) -> None:
    """The error of a server that does not answer names it, without a password."""
    with pytest.raises(LedgerError, match=r"postgresql://127\.0\.0\.1:1/cases") as error:
        open_postgresql(url)
    assert "secret" not in str(error.value).replace('"secret"', "")
    assert error.value.__cause__ is None


def test_no_password_in_a_repr(ledger_url: str) -> None:
    """The repr of a ledger contains neither its password nor its user."""
    with open_postgresql(ledger_url.replace("postgres@", "postgres:secret@")) as ledger:
        assert "secret" not in repr(ledger) + repr(vars(ledger))


def test_tables_of_another_program(ledger_url: str, by_hand: ByHand) -> None:
    """Tables that this library did not create are left unchanged."""
    by_hand("CREATE TABLE cases (name text)")

    with pytest.raises(LedgerError, match="another program"):
        open_postgresql(ledger_url)
    assert [("name",)] == by_hand(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
    )


def test_newer_tables(ledger_url: str, filled: Ledger, by_hand: ByHand) -> None:
    """Tables of a newer version are rejected, with both versions."""
    filled.close()
    by_hand(f"UPDATE {opening.VERSION_TABLE} SET version_num = '9001'")

    with pytest.raises(
        LedgerError, match=f"newer version: its tables are 9001, known are {opening.HEAD}"
    ):
        open_postgresql(ledger_url)


def make_third(by_hand: ByHand) -> None:
    """Turn the tables into those of the third version, which had foreign keys."""
    by_hand("DROP FUNCTION ledger_corrected_there() CASCADE")
    for table in ("cases", "records"):
        by_hand(f"DROP INDEX {table}_by_correction")
        by_hand(
            f"ALTER TABLE {table} ADD UNIQUE (corrects),"
            f" ADD FOREIGN KEY (corrects) REFERENCES {table} (key)"
        )
    by_hand(f"UPDATE {opening.VERSION_TABLE} SET version_num = '0003'")


def test_third_version(ledger_url: str, filled: Ledger, by_hand: ByHand) -> None:
    """Tables with foreign keys are upgraded on opening, and their chain goes on."""
    whole = verify_ledger(filled)
    filled.close()
    make_third(by_hand)

    with open_postgresql(ledger_url) as ledger:
        assert whole == verify_ledger(ledger, whole)
        assert Appended(1, 0) == ledger.append([make_case("f", corrects="e")])
        assert ["b", "e", "f"] == [case.key for case in ledger.history("f")]
    assert [(opening.HEAD,)] == by_hand(f"SELECT version_num FROM {opening.VERSION_TABLE}")


def test_older_tables(ledger_url: str, filled: Ledger, by_hand: ByHand) -> None:
    """Tables of the previous version are upgraded on opening, with their cases."""
    new = verify_ledger(filled)
    filled.close()
    make_third(by_hand)
    by_hand("DROP TABLE records, chained_later")
    by_hand("ALTER TABLE cases DROP COLUMN digest, DROP COLUMN link")
    by_hand(f"UPDATE {opening.VERSION_TABLE} SET version_num = '0001'")

    with pytest.raises(LedgerError, match="is read-only"):
        open_postgresql(f"{ledger_url}%20-cdefault_transaction_read_only%3Don")
    with open_postgresql(ledger_url) as ledger:
        assert list(CASES) == list(ledger.find())
        assert new == verify_ledger(ledger)
        assert {"case": (len(CASES), new.day)} == ledger.chained_later()
        assert Appended(len(RECORDS), 0) == ledger.append_records(RECORDS)
        ledger.append([make_case("f")])
        assert 6 == verify_ledger(ledger, new).cases.count
    for sql in ("UPDATE cases SET status = ''", "DELETE FROM chained_later"):
        with pytest.raises(psycopg.Error, match="append-only"):
            by_hand(sql)


def test_newest_migration() -> None:
    """The expected version is that of the newest migration."""
    folder = Path(opening.__file__).with_name("migrations")

    assert opening.HEAD == ScriptDirectory(str(folder)).get_current_head()


def test_migrations_lead_to_the_tables(ledger_url: str, filled: Ledger) -> None:
    """The migrations create the tables, columns and indices that the code uses."""
    filled.close()
    engine = create_engine(ledger_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": opening.VERSION_TABLE, "compare_type": True}
        )
        assert [] == compare_metadata(context, METADATA)
    engine.dispose()


@pytest.mark.slow("starts four processes")
def test_made_by_several_at_once(ledger_url: str) -> None:
    """Several processes can open a new ledger at once."""
    code = (
        "import sys; from gansu_reemployment_ledger_sqlalchemy import open_postgresql\n"
        "open_postgresql(sys.argv[1]).close()"
    )
    command = [sys.executable, "-c", code, ledger_url]
    together = [subprocess.Popen(command) for _ in range(4)]

    assert [0] * 4 == [process.wait() for process in together]


def test_read_only(ledger_url: str, filled: Ledger) -> None:
    """A read-only server serves every query, and rejects a batch."""
    with open_postgresql(f"{ledger_url}%20-cdefault_transaction_read_only%3Don") as replica:
        assert list(CASES) == list(replica.find())
        assert {"employed": 2, "not-able": 1} == replica.count("reason")
        with pytest.raises(LedgerError, match="read-only"):
            replica.append([make_case("new")])

    assert list(CASES) == list(filled.find())


def test_read_only_without_tables(ledger_url: str) -> None:
    """Tables are not created on a read-only server."""
    with pytest.raises(LedgerError, match="is read-only"):
        open_postgresql(f"{ledger_url}%20-cdefault_transaction_read_only%3Don")


# Keeping --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases SET amount_fen = 1",
        "DELETE FROM cases",
        "TRUNCATE cases",
        "UPDATE records SET kind = 'other'",
        "DELETE FROM records",
        "TRUNCATE records",
        "SET session_replication_role = replica; DELETE FROM cases",
        (
            "INSERT INTO cases SELECT * FROM cases LIMIT 1"
            " ON CONFLICT (key) DO UPDATE SET amount_fen = 1"
        ),
    ],
)
@pytest.mark.usefixtures("filled")
def test_append_only(by_hand: ByHand, sql: str) -> None:
    """Entries cannot be changed or deleted, even by hand."""
    with pytest.raises(psycopg.Error, match=r"append-only|entry"):
        by_hand(sql)


@pytest.mark.parametrize(
    ("corrects", "error"),
    [("zz", "corrected entry is not in the ledger"), ("b", "cases_by_correction")],
)
@pytest.mark.usefixtures("filled")
def test_correction_by_hand(by_hand: ByHand, corrects: str, error: str) -> None:
    """The server itself rejects a correction of a missing entry, or a second one of an entry."""
    names = "measure, region, law_day, recorded_on, status, subject, reasons, facts, outcome"
    sql = f"INSERT INTO cases (key, corrects, {names}) SELECT 'new', %s, {names} FROM cases LIMIT 1"
    with pytest.raises(psycopg.Error, match=error):
        by_hand(sql, corrects)


def test_indices_are_used(filled: Ledger, by_hand: ByHand) -> None:
    """Frequent queries do not scan the whole table."""
    filled.append(make_case(f"n{n}", "employed", subject=f"s{n}") for n in range(3_000))
    by_hand("ANALYZE cases")
    for where in ("subject = 's7'", "key = 'n7'", "corrects = 'b'", "reasons @> '{not-able}'"):
        plan = "\n".join(row[0] for row in by_hand(f"EXPLAIN SELECT * FROM cases WHERE {where}"))

        assert "cases_by_" in plan or "cases_key_key" in plan


def test_spoilt_entry(filled: Ledger, by_hand: ByHand) -> None:
    """An unreadable entry of another program is named."""
    by_hand(
        "INSERT INTO cases (key, measure, region, law_day, recorded_on, status, subject, reasons,"
        " facts, outcome) SELECT 'bad', measure, region, law_day, recorded_on, status, subject,"
        f""" reasons, '{{"a": {IDENTITY[:17]}.5}}', outcome FROM cases WHERE key = 'a'"""
    )

    with pytest.raises(LedgerError, match="entry bad was changed") as error:
        list(filled.find())
    assert IDENTITY[:17] not in str(error.value)


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE cases SET outcome = replace(outcome, 'decided', 'refused')", "1: a was changed"),
        ("UPDATE cases SET facts = '{}' WHERE key = 'c'", "3: c was changed"),
        ("UPDATE cases SET law_day = '2003-07-09' WHERE key = 'd'", "4: d was changed"),
        ("UPDATE cases SET status = 'decided' WHERE key = 'b'", "2: b was changed"),
        ("UPDATE cases SET reasons = '{}' WHERE key = 'b'", "2: b was changed"),
        ("UPDATE cases SET amount_fen = 1 WHERE key = 'a'", "1: a was changed"),
        ("DELETE FROM cases WHERE key = 'c'", "3: d follows an entry that was removed"),
    ],
)
def test_tampering_is_found(filled: Ledger, by_hand: ByHand, sql: str, named: str) -> None:
    """Whatever the owner of the tables does to the rows, the first wrong entry is named."""
    by_hand("ALTER TABLE cases DISABLE TRIGGER cases_append_only")
    by_hand(sql)

    with pytest.raises(LedgerChainError, match=named):
        verify_ledger(filled)


def test_refused_values_are_not_shown(filled: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    """A value that the server rejects is named by its type; neither error nor log shows the row."""
    caplog.set_level("DEBUG")
    long = "".join(chr(0x4E00 + 7919 * n % 20_000) for n in range(9_000)) + IDENTITY
    with pytest.raises(LedgerError) as error:
        filled.append([make_case(long, subject=IDENTITY)])
    with pytest.raises(LedgerError, match="DataError"):
        filled.get(f"{IDENTITY}\0")

    assert IDENTITY not in str(error.value) + caplog.text
    assert None is error.value.__cause__
    assert list(CASES) == list(filled.find())


def test_logged_rows_are_masked(ledger_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """If SQLAlchemy logs every row, identity numbers are masked in it."""
    caplog.set_level("DEBUG", logger="sqlalchemy.engine")
    with open_postgresql(ledger_url) as ledger:
        ledger.append(CASES)
        found = ledger.get("a")

    assert IDENTITY == found.subject
    assert "1101************2X" in caplog.text
    assert IDENTITY not in caplog.text


def test_text_that_is_no_unicode(filled: Ledger) -> None:
    """A lone surrogate is never found; a query for it raises an error of the library."""
    with pytest.raises(LedgerError):
        filled.get("\ud800")
    with pytest.raises(LedgerError):
        list(filled.find(region="\ud800"))


def test_batch_within_a_batch(filled: Ledger) -> None:
    """A batch may be entered while another is read; each is complete."""

    def nested() -> Iterator[Case]:
        yield make_case("outer")
        filled.append([make_case("inner")])

    assert Appended(1, 0) == filled.append(nested())
    assert ["inner", "outer"] == [case.key for case in filled.find()][-2:]
    assert len(CASES) + 2 == verify_ledger(filled).cases.count


def test_batch_with_known_cases(filled: Ledger) -> None:
    """The new cases of a batch are chained, whatever known ones are between them."""
    first, second = make_case("first"), make_case("second")

    assert Appended(2, 6) == filled.append([first, *CASES, first, second])
    assert ["first", "second"] == [case.key for case in filled.find()][-2:]
    assert len(CASES) + 2 == verify_ledger(filled).cases.count


def test_codes_with_signs_of_arrays(filled: Ledger) -> None:
    """A code is kept as it is, whatever an array of PostgreSQL means by its signs."""
    code = '"a\\", {b}\n NULL'
    filled.append([make_case("signs", code, "NULL", "")])

    assert (code, "NULL", "") == next(filled.find(code=code)).reasons
    assert len(CASES) + 1 == verify_ledger(filled).cases.count


def test_closed_within_a_batch(ledger_url: str, filled: Ledger) -> None:
    """A ledger closed while a batch is read enters nothing of it."""

    def closes() -> Iterator[Case]:
        yield make_case("new")
        filled.close()

    with pytest.raises(LedgerError, match="closed"):
        filled.append(closes())
    with open_postgresql(ledger_url) as again:
        assert list(CASES) == list(again.find())


def test_server_is_not_told_why_a_batch_fails(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the caller's batch reaches the caller, but not the server and its log."""
    told: list[str] = []
    finish = LibpqWriter.finish

    def watched(writer: LibpqWriter, error: BaseException | None = None) -> None:
        told.append(repr(error))
        finish(writer, error)

    def fails() -> Iterator[Case]:
        yield make_case("new")
        raise ZeroDivisionError(IDENTITY)

    monkeypatch.setattr(LibpqWriter, "finish", watched)
    with pytest.raises(ZeroDivisionError, match=IDENTITY):
        filled.append(fails())

    assert ["_StoppedError()"] == told
    assert list(CASES) == list(filled.find())


@pytest.mark.slow("traces the memory of a batch of 8,000")
def test_memory_is_flat(filled: Ledger) -> None:
    """A long batch is not held in memory, neither when entered nor when read."""
    tracemalloc.start()
    filled.append(make_case(f"n{number}", "employed") for number in range(8_000))
    found = sum(1 for _case in filled.find())
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 8_000 + len(CASES) == found
    assert most < 12_000_000
