"""The ledger in a SQLite file keeps the contract, and keeps its file whole."""

import os
import random
import sqlite3
import stat
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.ledger import (
    Appended,
    Case,
    Ledger,
    export_ledger,
    open_ledger,
    sqlite_file,
    sqlite_tables,
    verify_ledger,
)
from gansu_reemployment.ledger.rows import FORMS
from gansu_reemployment.testing import CASES, IDENTITY, RECORDS, LedgerContract, make_case


class TestSqliteLedger(LedgerContract):
    """The contract of all ledgers."""

    @pytest.fixture
    def ledger_url(self, tmp_path: Path) -> str:
        """Give a new file in a folder with a Chinese name."""
        folder = tmp_path / "台账 100%?#"
        folder.mkdir()
        return f"sqlite:///{folder}/cases.db"


#: The cases and their groups.
MEMBERS = """
SELECT entry, region, measure, status, codes FROM case_groups JOIN grouped_cases USING (number)
ORDER BY entry
"""


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Give the path of a file with :data:`CASES` in it."""
    path = tmp_path / "cases.db"
    with open_file(path) as ledger:
        ledger.append(CASES)
        ledger.append_records(RECORDS)
    return path


def open_file(path: Path) -> Ledger:
    """Open the ledger in the file *path*."""
    return open_ledger(f"sqlite:///{path}")


def by_hand(path: Path, sql: str, *values: Any) -> list[Any]:
    """Do to the file what another program might."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(sql, values).fetchall()


# Opening --------------------------------------------------------------------------------


def test_relative_and_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three slashes and a name are a file in the working folder, four an absolute path."""
    monkeypatch.chdir(tmp_path)
    with open_ledger("sqlite:///near.db") as near, open_ledger(f"sqlite:///{tmp_path}/far.db"):
        near.append(CASES)

    assert ["far.db", "near.db"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("url", ["sqlite:", "sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_no_file(url: str) -> None:
    """A URL that names no file is refused, and told what one looks like."""
    with pytest.raises(LedgerError, match=r"sqlite:///cases\.db"):
        open_ledger(url)


def test_no_folder(tmp_path: Path) -> None:
    """A file in a folder that is not there cannot be made."""
    with pytest.raises(LedgerError, match=r"none.*unable to open"):
        open_file(tmp_path / "none" / "cases.db")


def test_file_of_another_kind(tmp_path: Path) -> None:
    """A file that is no database is refused, and left as it is."""
    path = tmp_path / "cases.db"
    path.write_text("身份证号码,姓名\n" * 200, encoding="gb18030")
    before = path.read_bytes()

    with pytest.raises(LedgerError, match="not a database"):
        open_file(path)
    assert before == path.read_bytes()


def test_database_of_another_program(tmp_path: Path) -> None:
    """A database with other tables is refused, and left as it is."""
    path = tmp_path / "cases.db"
    by_hand(path, "CREATE TABLE people (name)")
    before = path.read_bytes()

    with pytest.raises(LedgerError, match="another program"):
        open_file(path)
    assert before == path.read_bytes()


def test_newer_file(path: Path) -> None:
    """A file with tables of a version to come is refused, with both versions."""
    by_hand(path, "PRAGMA user_version = 6")

    with pytest.raises(LedgerError, match="newer version: its tables are 6, known are 5"):
        open_file(path)


def make_older(path: Path, version: int) -> None:
    """Create a file as an earlier *version* of the library did, with :data:`CASES`."""
    marks = ", ".join("?" * len(FORMS["case"].columns))
    with closing(sqlite3.connect(path)) as connection, connection:
        for step in sqlite_tables.STEPS[:version]:
            for statement in step:
                if "cases_by_correction" not in statement:
                    old = statement.replace("corrects TEXT REF", "corrects TEXT UNIQUE REF")
                    connection.execute(old)
        connection.execute(f"PRAGMA user_version = {version}")
        for number, case in enumerate(CASES, 1):
            values = (number * 10, *FORMS["case"].row(case))
            connection.execute(f"INSERT INTO cases VALUES (?, {marks})", values)  # noqa: S608
            reasons = [(case.key, *each) for each in enumerate(case.reasons)]
            connection.executemany("INSERT INTO reasons VALUES (?, ?, ?)", reasons)


@pytest.mark.parametrize("version", [1, 2])
def test_older_file(path: Path, tmp_path: Path, version: int) -> None:
    """A file of an earlier version is chained when it is opened, and says from where on."""
    old = tmp_path / "old.db"
    make_older(old, version)

    with open_file(old) as ledger, open_file(path) as new:
        assert list(CASES) == list(ledger.find())
        assert Appended(len(RECORDS), 0) == ledger.append_records(RECORDS)
        later = {"case": (len(CASES), verify_ledger(ledger).day)}
        assert later == ledger.chained_later()
        assert verify_ledger(new) == verify_ledger(ledger)
        ledger.append([make_case("f")])
        assert 6 == verify_ledger(ledger).cases.count
    with open_file(old) as ledger:
        assert later == ledger.chained_later()
    for sql in ("UPDATE cases SET status = 'decided'", "DELETE FROM chained_later"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            by_hand(old, sql)
    assert [(5,)] == by_hand(old, "PRAGMA user_version")


def make_recent(path: Path, version: int) -> None:
    """Turn a file into one of a version whose entries were chained, but which had no groups."""
    first = sqlite_tables.STEPS[0]
    (reasons,) = [sql for sql in first if "CREATE TABLE reasons" in sql]
    (place,) = [sql for sql in first if "cases_by_place" in sql]
    codes = (reasons, "INSERT INTO reasons VALUES ('b', 0, 'employed')") if version == 3 else ()
    for sql in ("DROP TABLE case_groups", "DROP TABLE grouped_cases", place, *codes):
        by_hand(path, sql)
    by_hand(path, f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("version", [3, 4])
def test_recent_version(path: Path, version: int) -> None:
    """A file without groups has the same entries and chain, and counts the same reasons."""
    with open_file(path) as ledger:
        whole = verify_ledger(ledger)
    groups = by_hand(path, MEMBERS)
    make_recent(path, version)

    for _turn in range(2):
        with open_file(path) as ledger:
            assert list(CASES) == list(ledger.find())
            assert whole == verify_ledger(ledger, whole)
            assert {"employed": 2, "not-able": 1} == ledger.count("reason")
            assert ["b", "c"] == [case.key for case in ledger.find(code="employed")]
        assert groups == by_hand(path, MEMBERS)
    assert [] == by_hand(path, "SELECT name FROM sqlite_master WHERE name LIKE 'reasons%'")
    for sql in ("UPDATE case_groups SET codes = '[]'", "DELETE FROM grouped_cases"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            by_hand(path, sql)


def test_old_sqlite(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite without STRICT tables is named."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))

    with pytest.raises(LedgerError, match=r"SQLite 3\.37 or newer"):
        open_file(path)


def test_no_write_ahead_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no write-ahead log, the file is not opened."""
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda _name, **how: real("", **how))

    with pytest.raises(LedgerError, match="write-ahead log"):
        open_file(path)


def test_made_by_several_at_once(tmp_path: Path) -> None:
    """Several that open a new file at once all get it, and what each enters is there."""
    path = tmp_path / "cases.db"
    together = threading.Barrier(6)

    def work(number: int) -> None:
        together.wait()
        with open_file(path) as ledger:
            for batch in range(5):
                ledger.append([make_case(f"{number}-{batch}-{n}", "employed") for n in range(9)])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with open_file(path) as ledger:
        assert {"employed": 6 * 5 * 9} == ledger.count("reason")


# The file -------------------------------------------------------------------------------


def test_pragmas(path: Path) -> None:
    """The file is in WAL mode, and each batch is synced to the disk."""
    ledger: Any = open_file(path)
    with ledger:
        pragmas = {
            name: ledger._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 0,
        "busy_timeout": 60_000,
    } == pragmas


def test_tables_are_strict(path: Path) -> None:
    """Each table is STRICT, and amounts are whole numbers of fen."""
    tables = "SELECT name, strict FROM pragma_table_list WHERE name IN ('cases', 'records')"
    amounts = "SELECT typeof(amount_fen), amount_fen FROM cases WHERE key = 'a'"

    assert [("cases", 1), ("records", 1)] == sorted(
        row for row in by_hand(path, tables) if not row[0].startswith("sqlite_")
    )
    assert [("integer", 123456)] == by_hand(path, amounts)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases SET amount_fen = 1",
        "DELETE FROM cases",
        "UPDATE records SET kind = 'other'",
        "DELETE FROM records",
    ],
)
def test_append_only(path: Path, sql: str) -> None:
    """Nothing is changed or taken back, whoever asks."""
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        by_hand(path, sql)


@pytest.mark.parametrize(
    "sql",
    [
        (
            "REPLACE INTO cases SELECT 99, key, 'x', region, law_day, recorded_on, status, subject,"
            " 1, corrects, facts, outcome, digest, link FROM cases"
        ),
        (
            "REPLACE INTO cases SELECT entry, key || 'x', 'x', region, law_day, recorded_on,"
            " status, subject, 1, NULL, facts, outcome, digest, link FROM cases"
        ),
        (
            "REPLACE INTO cases SELECT entry + 99, key || 'x', 'x', region, law_day, recorded_on,"
            " status, subject, 1, corrects, facts, outcome, digest, link FROM cases WHERE key = 'e'"
        ),
    ],
)
def test_nothing_is_replaced(path: Path, sql: str) -> None:
    """An entry is not replaced by another of the same key, number or correction."""
    by_hand(path, sql)

    with open_file(path) as ledger:
        assert list(CASES) == list(ledger.find())
        assert {"employed": 2, "not-able": 1} == ledger.count("reason")


def test_indices_are_used(path: Path) -> None:
    """Keys and subjects are not searched for from end to end."""
    for where in ("subject = ?", "key = ?", "corrects = ?"):
        sql = f"EXPLAIN QUERY PLAN SELECT * FROM cases WHERE {where}"  # noqa: S608
        (plan,) = by_hand(path, sql, "?")

        assert "USING INDEX" in plan[3]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"code": "nobody"}, ""),
        ({"code": "not-able"}, "crs"),
        ({"code": "not-able", "current": True}, "cr"),
        ({"region": "620502", "code": "not-able"}, "rs"),
        ({"measure": "loan", "region": "620502"}, "rs"),
        ({"status": "undecided"}, "dt"),
        ({"subject": "s7"}, "7"),
        ({"subject": "s7", "code": "employed"}, "7"),
        ({"subject": "s7", "code": "not-able"}, ""),
    ],
)
def test_few_rows_are_read(path: Path, asked: dict[str, Any], keys: str) -> None:
    """What a few cases have is found without a look at all the others."""
    ledger: Any = open_file(path)
    steps: list[None] = []
    with ledger:
        ledger.append(make_case(f"{n}", "employed", subject=f"s{n}") for n in range(2_000))
        ledger.append(make_case(key, "not-able", region="620502", measure="loan") for key in "rs")
        ledger.append([make_case("t", status="undecided", corrects="s")])
        ledger._connection.set_progress_handler(lambda: steps.append(None), 100)

        assert list(keys) == [case.key for case in ledger.find(**asked)]
    assert len(steps) < 20


# Tampering ------------------------------------------------------------------------------

#: What another program does to the file after it has dropped the triggers, and what is named.
DEEDS = [
    ("UPDATE cases SET outcome = replace(outcome, 'decided', 'refused')", "number 1: a was ch"),
    ("UPDATE cases SET facts = '{}' WHERE key = 'c'", "number 3: c was changed"),
    ("UPDATE cases SET key = 'x' WHERE key = 'a'", "number 1: x was changed"),
    ("UPDATE cases SET status = 'decided' WHERE key = 'b'", "number 2: b was changed"),
    ("UPDATE cases SET amount_fen = 1 WHERE key = 'a'", "number 1: a was changed"),
    ("UPDATE cases SET recorded_on = '2002-07-02' WHERE key = 'd'", "number 4: d was changed"),
    ("UPDATE cases SET link = digest WHERE key = 'd'", "number 4: d follows"),
    ("DELETE FROM cases WHERE key = 'd'", "number 4 is counted, but is not there"),
    (
        "UPDATE cases SET entry = 9 WHERE key = 'c'",
        "number 3: d follows an entry|number 3: d is not",
    ),
    (
        (
            "INSERT INTO cases SELECT 0, 'new', measure, region, law_day, recorded_on, status,"
            " subject, 1, NULL, facts, outcome, NULL, NULL FROM cases WHERE key = 'd'"
        ),
        "number 1: new was inserted",
    ),
]


def tamper(path: Path, sql: str) -> None:
    """Change the file as its owner can, without the triggers."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)


@pytest.mark.parametrize(("sql", "named"), DEEDS)
def test_tampering_is_found(path: Path, sql: str, named: str) -> None:
    """Whatever is done to the rows, the first wrong entry is named, and it is not exported."""
    tamper(path, sql)

    with open_file(path) as ledger:
        with pytest.raises(LedgerChainError, match=named):
            verify_ledger(ledger)
        with pytest.raises(LedgerChainError, match=named):
            export_ledger(ledger, path.with_name("cases.jsonl"))
    assert not path.with_name("cases.jsonl").exists()


@pytest.mark.parametrize(("sql", "_named"), [DEEDS[number] for number in (0, 1, 3, 4, 5)])
def test_changed_entry_is_not_read(path: Path, sql: str, _named: str) -> None:
    """An entry that was changed is not read as if it were the one that was entered."""
    tamper(path, sql)

    with open_file(path) as ledger, pytest.raises(LedgerChainError, match="was changed"):
        list(ledger.find())


def test_removed_from_the_end(path: Path) -> None:
    """Entries that were removed from the end are missed beside a checkpoint."""
    with open_file(path) as ledger:
        checkpoint = verify_ledger(ledger)
    tamper(path, "DELETE FROM cases WHERE key = 'e'")
    tamper(path, "DELETE FROM grouped_cases WHERE entry = 5")

    with open_file(path) as ledger:
        assert 4 == verify_ledger(ledger).cases.count
        with pytest.raises(LedgerChainError, match="Of the 5 cases of the checkpoint"):
            verify_ledger(ledger, checkpoint)


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("DELETE FROM cases WHERE key = 'e'", "number 5 is counted, but is not"),
        ("INSERT INTO grouped_cases VALUES (1, 99)", "number 99 is counted"),
        ("INSERT INTO grouped_cases VALUES (2, 1)", "number 1: a was changed"),
        ("DELETE FROM grouped_cases WHERE entry = 4", "number 4: d was changed"),
        ("UPDATE grouped_cases SET number = 1 WHERE entry = 3", "number 3: c was changed"),
        ("UPDATE case_groups SET codes = '[]' WHERE number = 2", "number 2: b was changed"),
        ("UPDATE case_groups SET region = '62' WHERE number = 2", "number 2: b was changed"),
    ],
)
def test_tampering_with_groups_is_found(path: Path, sql: str, named: str) -> None:
    """A case that is no longer found or counted as it was entered is named."""
    tamper(path, sql)

    with open_file(path) as ledger, pytest.raises(LedgerChainError, match=named):
        verify_ledger(ledger)


def test_spoilt_codes(path: Path) -> None:
    """Codes of a group that another program spoilt are an error of the library."""
    tamper(path, "UPDATE case_groups SET codes = '{'")

    with open_file(path) as ledger:
        with pytest.raises(LedgerError, match="malformed JSON"):
            ledger.count("reason")
        with pytest.raises(LedgerError, match="malformed JSON"):
            ledger.find(code="employed")


def test_last_number(path: Path) -> None:
    """After an entry with the last number, which another program has entered, none is entered."""
    by_hand(
        path,
        "INSERT INTO cases SELECT 9223372036854775807, 'z', measure, region, law_day,"
        " recorded_on, status, subject, 1, NULL, facts, outcome, digest, link FROM cases LIMIT 1",
    )

    with open_file(path) as ledger, pytest.raises(LedgerError, match="too large"):
        ledger.append([make_case("new")])


def test_chain_across_writers(path: Path) -> None:
    """Handles that append in turn, and threads at once, make one chain."""

    def work(number: int) -> None:
        with open_file(path) as ledger:
            for batch in range(10):
                ledger.append(make_case(f"{number}-{batch}-{n}", "employed") for n in range(5))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with open_file(path) as ledger:
        assert len(CASES) + 300 == verify_ledger(ledger).cases.count


# Faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("facts", "{"),
        ("outcome", "{}"),
        ("law_day", "yesterday"),
        ("facts", f'{{"a": {IDENTITY[:17]}.5}}'),
    ],
)
def test_unreadable_entry(path: Path, column: str, text: str) -> None:
    """An entry that another program spoilt is named, and shows no identity number."""
    columns = "measure, region, law_day, recorded_on, status, subject, facts, outcome"
    values = ", ".join("?" if name == column else name for name in columns.split(", "))
    by_hand(
        path,
        f"INSERT INTO cases (key, {columns}) SELECT 'bad', {values} FROM cases LIMIT 1",  # noqa: S608
        text,
    )

    with open_file(path) as ledger, pytest.raises(LedgerError, match="entry bad") as error:
        list(ledger.find())
    assert IDENTITY[:17] not in str(error.value)


def test_text_that_is_no_unicode(path: Path) -> None:
    """Half a character is in no ledger; asking for it is an error of the library."""
    with open_file(path) as ledger, pytest.raises(LedgerError):
        ledger.get("\ud800")


def test_busy_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program keeps too long is an error; later it is written."""
    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.01)
    with open_file(path) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked"):
            ledger.append([make_case("new")])
        other.rollback()

        assert Appended(1, 0) == ledger.append([make_case("new")])


def test_full_disk(path: Path) -> None:
    """A batch for which there is no room leaves nothing behind."""
    ledger: Any = open_file(path)
    with ledger:
        ledger._connection.execute("PRAGMA max_page_count = 40")
        with pytest.raises(LedgerError, match="full"):
            ledger.append(make_case(f"n{number}") for number in range(2_000))

        assert list(CASES) == list(ledger.find())
        assert Appended(1, 0) == ledger.append([make_case("new")])


def test_batch_within_a_batch(path: Path) -> None:
    """A batch that appends while it is read is refused; neither is entered."""
    with open_file(path) as ledger:

        def nested() -> Iterator[Case]:
            yield make_case("outer")
            ledger.append([make_case("inner")])

        with pytest.raises(LedgerError, match="within a transaction"):
            ledger.append(nested())

        assert list(CASES) == list(ledger.find())


def test_closed_within_a_batch(path: Path) -> None:
    """A ledger that is closed while a batch is read enters nothing of it."""
    ledger = open_file(path)

    def closes() -> Iterator[Case]:
        yield make_case("new")
        ledger.close()

    with pytest.raises(LedgerError, match="closed"):
        ledger.append(closes())
    with open_file(path) as again:
        assert list(CASES) == list(again.find())


def test_another_thread(path: Path) -> None:
    """An opened ledger stays with its thread; another one gets an error of the library."""
    caught: list[Exception] = []

    def use(read: Callable[[], Any]) -> None:
        try:
            read()
        except LedgerError as error:
            caught.append(error)

    with open_file(path) as ledger:
        thread = threading.Thread(target=use, args=(lambda: ledger.get("a"),))
        thread.start()
        thread.join()

    assert ["thread"] == [word for error in caught for word in ["thread"] if word in str(error)]


def test_memory_is_flat(path: Path) -> None:
    """A long batch is neither gathered on its way in nor on its way out."""
    with open_file(path) as ledger:
        tracemalloc.start()
        ledger.append(make_case(f"n{number}", "employed") for number in range(4_000))
        found = sum(1 for _case in ledger.find())
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert 4_000 + len(CASES) == found
    assert most < 6_000_000


# Switching ------------------------------------------------------------------------------


@pytest.fixture(name="reader")
def _reader(path: Path) -> Iterator[sqlite3.Connection]:
    """Give another program that reads the file, which has lost its write-ahead log."""
    with closing(sqlite3.connect(path, check_same_thread=False)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM cases").fetchall()
        yield connection


@pytest.mark.parametrize("timeout", [0, 60])
def test_switch_waits(
    path: Path, reader: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, timeout: int
) -> None:
    """The log is switched on as soon as nobody reads without it, even if SQLite waits not."""
    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda name, **how: real(name, **how | {"timeout": timeout})
    )
    timer = threading.Timer(0.1, reader.rollback)
    timer.start()
    with open_file(path) as ledger:
        assert list(CASES) == list(ledger.find())
    timer.join()


@pytest.mark.usefixtures("reader")
def test_switch_gives_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody else keeps reading is not opened."""
    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.05)

    with pytest.raises(LedgerError, match="locked"):
        open_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_file_is_private(path: Path) -> None:
    """A file with identity numbers, and its log, are readable by their owner only."""
    with open_file(path) as ledger:
        ledger.append([make_case("f")])
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob("cases.db*")}

    assert {0o600} == modes


def test_file_of_a_read_only_medium(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger on a medium that cannot be written is read and verified, but not appended to."""
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with open_file(path) as ledger:
        assert list(CASES) == list(ledger.find())
        assert 5 == verify_ledger(ledger).cases.count
        with pytest.raises(LedgerError, match="readonly"):
            ledger.append([make_case("f")])

    assert before == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_old_file_of_a_read_only_medium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger of an earlier version that cannot be brought up to date is refused."""
    make_older(tmp_path / "old.db", 2)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(LedgerError, match="read-only, and its tables are not those"):
        open_file(tmp_path / "old.db")


@pytest.mark.parametrize("version", [3, 4])
def test_recent_file_of_a_read_only_medium(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """A ledger whose entries are chained is read as it is, and verified."""
    make_recent(path, version)
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with open_file(path) as ledger:
        assert list(CASES) == list(ledger.find())
        assert ["c"] == [case.key for case in ledger.find(code="employed", current=True)]
        assert {"employed": 2, "not-able": 1} == ledger.count("reason")
        assert 5 == verify_ledger(ledger).cases.count

    assert before == path.read_bytes()


@pytest.mark.parametrize("seed", range(4))
def test_changed_bytes_are_noticed(path: Path, tmp_path: Path, seed: int) -> None:
    """A byte changed anywhere is noticed beside a checkpoint, or changed nothing."""
    with open_file(path) as ledger:
        right = [*ledger.kept("case"), *ledger.kept("record")]
        whole = verify_ledger(ledger)
    data, chance, spoilt = path.read_bytes(), random.Random(seed), tmp_path / "spoilt.db"  # noqa: S311 - no secrets
    written = [place for place, byte in enumerate(data) if byte]
    noticed = 0
    for _turn in range(40):
        place = chance.choice(written)
        changed = bytearray(data)
        changed[place] ^= 1 << chance.randrange(8)
        spoilt.write_bytes(changed)
        try:
            with open_file(spoilt) as ledger:
                found = verify_ledger(ledger, whole)
                assert right == [*ledger.kept("case"), *ledger.kept("record")]
                assert whole == found
                assert list(CASES) == list(ledger.find())
        except LedgerError:
            noticed += 1
        spoilt.unlink()
        for log in ("-wal", "-shm"):
            spoilt.with_name(f"spoilt.db{log}").unlink(missing_ok=True)

    assert noticed
