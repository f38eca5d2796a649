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

from gansu_reemployment.ledger import open_ledger

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGKILL that stops a process in any place"
)

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


def write_and_kill(path: Path, first: int, size: int, moment: int, wait: float) -> list[str]:
    """Start a writer, kill it *wait* seconds after case *moment* of its second batch."""
    command = [sys.executable, "-c", WRITER, f"sqlite:///{path}", str(first), str(size)]
    told = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            told.append(line.strip())
            if line.startswith(f"{first + 1} ") and int(line.split()[1]) >= moment:
                break
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        told += [line.strip() for line in writer.stdout]
    assert -signal.SIGKILL == writer.returncode
    return told


def check(path: Path, sizes: dict[str, int], told: list[str]) -> dict[str, int]:
    """Check that the file is sound and each of its batches whole; give their sizes."""
    with open_ledger(f"sqlite:///{path}") as ledger:
        counted = ledger.count("region")
        reasons = ledger.count("reason")
    with closing(sqlite3.connect(path)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()

    assert {region: sizes[region] for region in counted} == counted
    assert {"employed": sum(counted.values())} == reasons
    assert {line.split()[0] for line in told if line.endswith("entered")} <= set(counted)
    return counted


def test_killed_in_a_batch(tmp_path: Path) -> None:
    """Killed eight times at random moments, one file holds whole batches and what was told."""
    path = tmp_path / "cases.db"
    chance = random.Random(20030601)  # noqa: S311 - moments, no secrets
    sizes: dict[str, int] = {}
    entered: list[str] = []
    within = 0
    for turn in range(8):
        first, size = 100 * turn, 3_000
        sizes |= {str(number): size for number in range(first, first + 100)}
        # Every other time the moment is the end of the batch, while it is being committed.
        moment = size if turn % 2 else chance.randrange(size)
        entered += write_and_kill(path, first, size, moment, chance.random() / 50)
        counted = check(path, sizes, entered)
        begun = {line.split()[0] for line in entered}
        within += len(begun - set(counted)) > 0

    assert within > 0


def test_killed_in_a_long_batch(tmp_path: Path) -> None:
    """Killed in a batch of 100,000, of which much is in the log already, none of it is there."""
    path = tmp_path / "cases.db"
    sizes = {"0": 5, "100": 100_000, "101": 100_000}
    chance = random.Random(20030610)  # noqa: S311 - moments, no secrets
    with open_ledger(f"sqlite:///{path}") as ledger:
        ledger.append([])
    told = write_and_kill(path, 99, 100_000, 0, 0)
