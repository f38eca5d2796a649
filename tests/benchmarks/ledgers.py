"""Print how long a ledger takes to enter cases, beside a bare ``executemany`` of the same texts.

``python tests/benchmarks/ledgers.py`` prints a table in Markdown. The steps are taken in turn, in
one process, and the fastest of all rounds counts. The time of the CPU includes that of a server,
which must run on this machine, under Linux; the time on the clock includes the waits for the disk.
The bare table has the columns of a case without its two hashes, which are a third of the ledger's
bytes, and a key. Each batch is synced, but nothing is checked.
Without a server, only SQLite is measured.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, Final

import psycopg

from gansu_reemployment.ledger import Case, Ledger, open_ledger
from gansu_reemployment.ledger.links import START, hashes_of
from gansu_reemployment.ledger.rows import CASES, row_text
from gansu_reemployment.ledger.sqlite_statements import INSERT, fill
from gansu_reemployment.testing import make_case

COMMAND: Final = "python tests/benchmarks/ledgers.py"
SIZE: Final = 5_000
ROUNDS: Final = 20
SERVER: Final = os.environ.get(
    "GANSU_REEMPLOYMENT_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"
)
#: The name by which the server knows the connections of this program.
PROGRAM: Final = f"ledgers_{os.getpid()}"
NAMES: Final = ", ".join(CASES.columns)
BARE: Final = f"CREATE TABLE bare ({NAMES.replace(',', ' TEXT,')} TEXT, PRIMARY KEY (key))"
#: A batch of rows, entered into a table.
Enter = Callable[[Sequence[tuple[Any, ...]]], None]
TURNS: Final = count()


def batch() -> list[Case]:
    """Make a batch of new cases, each refused for a reason."""
    turn = next(TURNS)
    return [
        make_case(f"{turn}-{number}", "employed", subject=f"{number}") for number in range(SIZE)
    ]


def hashed(cases: list[Case]) -> list[tuple[Any, ...]]:
    """Make the rows of a batch with the hashes of their texts: no ledger can do less."""
    link, rows = START, []
    for case in cases:
        row = CASES.row(case)
        digest, link = hashes_of(row_text(row), link)
        rows.append((*row, digest, link))
    return rows


class Stopwatch:
    """Keeps the least times of each step in seconds: on the CPU, and on the clock."""

    def __init__(self, server: Callable[[], float] = lambda: 0.0) -> None:
        self.server = server
        self.least: dict[str, tuple[float, float]] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step."""
        server = self.server()
        clock, used = perf_counter(), process_time()
        yield
        clock, used = perf_counter() - clock, process_time() - used
        used += self.server() - server
        before = self.least.get(name, (used, clock))
        self.least[name] = min(before[0], used), min(before[1], clock)

    def lines(self, database: str) -> Iterator[str]:
        """Yield a line of the table for each step; the first one is the reference."""
        bare = next(iter(self.least.values()))
        for name, taken in self.least.items():
            pairs = zip(taken, bare, strict=True)
            cells = [f"{one / SIZE * 1e6:.1f} µs | {one / other:.2f}" for one, other in pairs]
            yield f"| {database} | {name} | {' | '.join(cells)} |"


def measure(watch: Stopwatch, bare: Enter, own: Enter, ledger: Ledger) -> None:
    """Take each step with a batch of its own, round by round."""
    for _round in range(ROUNDS):
        rows = [CASES.row(case) for case in batch()]
        with watch.step("bare `executemany`"):
            bare(rows)
        rows = hashed(batch())
        with watch.step("`executemany` into the ledger's own tables"):
            own(rows)
        cases = batch()
        with watch.step("texts and hashes alone"):
            hashed(cases)
        with watch.step("the ledger's `append`"):
            added = ledger.append(cases).added
        assert SIZE == added


def sqlite() -> Iterator[str]:
    """Measure three new files of SQLite."""
    watch = Stopwatch()
    with TemporaryDirectory() as folder:
        open_ledger(f"sqlite:///{folder}/own.db").close()
        with (
            closing(sqlite3.connect(f"{folder}/bare.db")) as bare,
            closing(sqlite3.connect(f"{folder}/own.db")) as own,
            open_ledger(f"sqlite:///{folder}/cases.db") as ledger,
        ):
            bare.execute("PRAGMA journal_mode = WAL")
            bare.execute(BARE)
            for connection in (bare, own):
                connection.execute("PRAGMA synchronous = FULL")
            marks = ", ".join("?" * len(CASES.columns))
            into_bare = f"INSERT INTO bare VALUES ({marks})"
            into_own = fill(CASES, INSERT).replace("(?,", "(NULL,", 1)
            measure(watch, _into(bare, into_bare), _into(own, into_own), ledger)
    yield from watch.lines("SQLite")


def postgresql() -> Iterator[str]:
    """Measure three tables in two new schemas of PostgreSQL."""
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=2)
    except psycopg.OperationalError:
        return
    with server:
        urls = {name: _schema(server, name) for name in ("own", "ledger")}
        watch = Stopwatch(lambda: _used(server))
        try:
            open_ledger(urls["own"]).close()
            with psycopg.connect(urls["own"]) as own, open_ledger(urls["ledger"]) as ledger:
                own.execute(BARE.encode())
                own.commit()
                marks = ", ".join(["%s"] * len(CASES.columns))
                into_bare = f"INSERT INTO bare VALUES ({marks})"
                into_own = (
                    f"INSERT INTO cases ({NAMES}, digest, link, reasons)"
                    f" VALUES ({marks}, %s, %s, '{{employed}}')"
                )
                measure(watch, _into(own, into_bare), _into(own, into_own), ledger)
        finally:
            for name in urls:
                server.execute(f"DROP SCHEMA {PROGRAM}_{name} CASCADE".encode())
    yield from watch.lines("PostgreSQL")


def _into(connection: Any, sql: str) -> Enter:
    """Return a function that enters rows in one transaction."""

    def enter(rows: Sequence[tuple[Any, ...]]) -> None:
        cursor = connection.cursor()
        cursor.executemany(sql, rows)
        cursor.close()
        connection.commit()

    return enter


def _schema(server: psycopg.Connection[Any], name: str) -> str:
    """Create a schema; return its URL."""
    server.execute(f"CREATE SCHEMA {PROGRAM}_{name}".encode())
    start = f"{SERVER}{'&' if '?' in SERVER else '?'}application_name={PROGRAM}"
    return f"{start}&options=-csearch_path%3D{PROGRAM}_{name}"


def _used(server: psycopg.Connection[Any]) -> float:
    """Return the seconds of the CPU that the server has used for this program."""
    sql = "SELECT pid FROM pg_stat_activity WHERE application_name = %s"
    files = [Path(f"/proc/{pid}/schedstat") for (pid,) in server.execute(sql, [PROGRAM])]
    return sum(int(file.read_text(encoding="ascii").split()[0]) for file in files) / 1e9


def lines() -> Iterator[str]:
    """Yield the table line by line."""
    day = datetime.now(UTC).date().isoformat()
    yield f"Measured on {day} by `{COMMAND}` in batches of {SIZE:,} refused cases:"
    yield ""
    yield "| database | what | CPU a case | times bare | on the clock | times bare |"
    yield "|---|---|--:|--:|--:|--:|"
    yield from sqlite()
    yield from postgresql()


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
