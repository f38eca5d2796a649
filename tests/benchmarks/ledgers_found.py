"""Print how long each ledger takes to find and to count cases among many.

``python tests/benchmarks/ledgers_found.py`` prints a table in Markdown. The fastest of three rounds
counts, on the clock: most of the work is the server's. A server that does not answer is left out.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

import psycopg
from ledgers import PROGRAM, SERVER
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from gansu_reemployment.ledger import Case, Ledger, case_key, open_ledger
from gansu_reemployment.testing import make_case

COMMAND: Final = "python tests/benchmarks/ledgers_found.py"
SIZE: Final = 200_000
BATCH: Final = 20_000
ROUNDS: Final = 3
MARIADB: Final = os.environ.get("GANSU_REEMPLOYMENT_TEST_MARIADB", "mariadb://root@127.0.0.1:3306")
MEASURES: Final = ("hardship", "loan", "placement_subsidy", "tax_relief")
#: The questions that are asked, by what they are called in the table.
QUESTIONS: Final[dict[str, Callable[[Ledger], Any]]] = {
    "one case by its key": lambda ledger: ledger.get(key(7)),
    "the cases of a subject": lambda ledger: list(ledger.find(subject="7")),
    "a code that no case has": lambda ledger: list(ledger.find(code="nobody")),
    "a code of one in 10,000": lambda ledger: list(ledger.find(code="rare")),
    "the first 100 of a third": lambda ledger: list(islice(ledger.find(code="employed"), 100)),
    "count by status": lambda ledger: ledger.count("status"),
    "count by reason": lambda ledger: ledger.count("reason"),
    "count by reason, current": lambda ledger: ledger.count("reason", current=True),
}


def key(number: int) -> str:
    """Return the key of a case, which like any other hash is in no order."""
    return case_key(str(number), "", "", make_case("a").on, {})


def case(number: int) -> Case:
    """Make a case: a third are refused, some for a rare code, and one in a hundred corrects."""
    codes = ("rare",) if number % 10_000 == 0 else ("employed",) * (number % 3 == 0)
    corrects = key(number - 50) if number % 100 == 99 else None
    measure = MEASURES[number % len(MEASURES)]
    subject = str(number % (SIZE // 3))
    return make_case(key(number), *codes, measure=measure, subject=subject, corrects=corrects)


def taken(url: str) -> dict[str, float]:
    """Fill a ledger; return the seconds that each question takes."""
    with open_ledger(url) as ledger:
        for start in range(0, SIZE, BATCH):
            ledger.append(case(number) for number in range(start, start + BATCH))
        return {name: min(_times(ask, ledger)) for name, ask in QUESTIONS.items()}


def _times(ask: Callable[[Ledger], Any], ledger: Ledger) -> Iterator[float]:
    for _round in range(ROUNDS):
        begun = perf_counter()
        ask(ledger)
        yield perf_counter() - begun


@contextmanager
def sqlite() -> Iterator[str]:
    """Yield the URL of a new file."""
    with TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/cases.db"


@contextmanager
def postgresql() -> Iterator[str]:
    """Yield the URL of a new schema."""
    with psycopg.connect(SERVER, autocommit=True, connect_timeout=2) as server:
        server.execute(f"CREATE SCHEMA {PROGRAM}".encode())
        try:
            mark = "&" if "?" in SERVER else "?"
            yield f"{SERVER}{mark}options=-csearch_path%3D{PROGRAM}"
        finally:
            server.execute(f"DROP SCHEMA {PROGRAM} CASCADE".encode())


@contextmanager
def mariadb() -> Iterator[str]:
    """Yield the URL of a new database."""
    engine = create_engine(make_url(MARIADB).set(drivername="mariadb+pymysql"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE DATABASE {PROGRAM}"))
    try:
        yield f"{MARIADB}/{PROGRAM}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP DATABASE {PROGRAM}"))
        engine.dispose()


def lines() -> Iterator[str]:
    """Yield the table line by line."""
    found: dict[str, dict[str, float]] = {}
    for name, place in {"SQLite": sqlite, "PostgreSQL": postgresql, "MariaDB": mariadb}.items():
        try:
            with place() as url:
                found[name] = taken(url)
        except (psycopg.OperationalError, OperationalError):
            continue
    yield f"Measured by `{COMMAND}` among {SIZE:,} cases, in milliseconds:"
    yield ""
    yield f"| question | {' | '.join(found)} |"
    yield f"|---|{'--:|' * len(found)}"
    for question in QUESTIONS:
        cells = [f"{times[question] * 1e3:,.1f}" for times in found.values()]
        yield f"| {question} | {' | '.join(cells)} |"


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
