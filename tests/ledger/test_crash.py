"""A process killed in the middle of a batch leaves a clean file that holds whole batches only."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from gansu_reemployment.ledger import open_ledger, verify_ledger

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGKILL that stops a process in any place"
)

#: The moments differ from run to run; what must hold does not.
CHANCE = random.Random()  # noqa: S311 - moments, no secrets
#: Enters batch after batch, each in a region of its own; tells how far it has come.
WRITER = """
import sys
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.testing import make_case

def batch(number, size):
    for n in range(size):
        if n % 500 == 0:
            print(number, n, flush=True)
        yield make_case(f"{number}-{n}", "employed", region=str(number))
    print(number, size, flush=True)

url, first, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_ledger(url) as ledger:
    for number in range(first, first + 1_000):
        ledger.append(batch(number, size))
        print(number, "entered", flush=True)
"""


def write_and_kill(path: Path, first: int, size: int, moment: tuple[int, int]) -> list[list[str]]:
    """Start a writer of batches from *first* on; kill it after a case of a batch, its *moment*."""
    command = [sys.executable, "-c", WRITER, f"sqlite:///{path}", str(first), str(size)]
    told: list[list[str]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            told.append(line.split())
            if told[-1][1] != "entered" and (int(told[-1][0]), int(told[-1][1])) >= moment:
                break
        time.sleep(CHANCE.random() / 50)
        writer.send_signal(signal.SIGKILL)
        told += [line.split() for line in writer.stdout]
    assert -signal.SIGKILL == writer.returncode
    return told


def check(path: Path, size: int, told: list[list[str]]) -> bool:
    """Check that the file is sound and each batch whole; tell whether one was cut off."""
    with open_ledger(f"sqlite:///{path}") as ledger:
        counted = ledger.count("region")
        reasons = ledger.count("reason")
        assert sum(counted.values()) == verify_ledger(ledger).cases.count
    with closing(sqlite3.connect(path)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()

    assert set(counted.values()) <= {size}
    assert sum(counted.values()) == reasons.get("employed", 0)
    assert {number for number, place in told if place == "entered"} <= set(counted)
    return not {number for number, _place in told} <= set(counted)


@pytest.mark.slow("starts and kills eight processes")
def test_killed_in_a_batch(tmp_path: Path) -> None:
    """Killed eight times at random moments, one file holds whole batches, all that were entered."""
    path = tmp_path / "cases.db"
    size = 5_000
    told: list[list[str]] = []
    cut_off = 0
    for turn in range(8):
        first = 100 * turn
        # Every other time the moment is the end of a batch, while it is being committed.
        moment = first + turn // 6, size if turn % 2 else CHANCE.randrange(size)
        new = write_and_kill(path, first, size, moment)
        told += new
        cut_off += check(path, size, new)
        check(path, size, told)

    assert cut_off >= 3


def test_killed_in_a_long_batch(tmp_path: Path) -> None:
    """Killed in a batch of 100,000 of which much lies in the log, the file holds none of it."""
    path = tmp_path / "cases.db"
    told = write_and_kill(path, 0, 100_000, (0, CHANCE.randrange(50_000, 90_000)))
    log = path.with_name("cases.db-wal").stat().st_size

    assert log > 5_000_000
    assert check(path, 100_000, told)
    with open_ledger(f"sqlite:///{path}") as ledger:
        assert {} == ledger.count("status")
