"""Faults from outside: a disk that is full, and processes that enter the same cases at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.ledger import Appended, export_ledger, open_ledger, verify_ledger
from gansu_reemployment.ledger.rows import CASE_COLUMNS, FORMS
from gansu_reemployment.testing import CASES, IDENTITY, RECORDS, make_case, make_record

#: The processes that write at once.
WRITERS = 4
#: Enters the same batch as the others do, in an order of its own, and tells what was new.
WRITER = """
import random, sys
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.testing import make_case

with open_ledger(sys.argv[1]) as ledger:
    input()
    added = 0
    for batch in range(20):
        keys = [f"{batch}-{n}" for n in range(50)]
        random.shuffle(keys)
        added += ledger.append(make_case(key, "employed") for key in keys).added
print(added)
"""


@pytest.fixture(name="small_disk")
def _small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    command = ["umount", str(folder)]
    subprocess.run(command, check=True)


def test_damaged_row() -> None:
    """A row that another program damaged is refused, with the number of a person masked."""
    row = list(FORMS["case"].row(make_case("a")))
    row[CASE_COLUMNS.index("law_day")] = IDENTITY
    with pytest.raises(LedgerError, match="the entry a cannot be read") as caught:
        FORMS["case"].read(row, "memory:")
    assert "'1101************2X'" in str(caught.value)


def test_full_disk(small_disk: Path) -> None:
    """A batch for which the disk has no room leaves nothing; a smaller one is entered."""
    with open_ledger(f"sqlite:///{small_disk}/cases.db") as ledger:
        ledger.append(CASES)
        with pytest.raises(LedgerError, match="failed"):
            ledger.append(make_case(f"n{number}") for number in range(20_000))
        with pytest.raises(LedgerError, match="failed"):
            ledger.append_records(make_record(f"n{number}") for number in range(20_000))

        assert list(CASES) == list(ledger.find())
        assert Appended(1, 0) == ledger.append([make_case("new")])
    with open_ledger(f"sqlite:///{small_disk}/cases.db") as ledger:
        assert [*CASES, make_case("new")] == list(ledger.find())
        assert 6 == verify_ledger(ledger).cases.count


def test_full_disk_at_an_export(small_disk: Path) -> None:
    """An export for which there is no room leaves the file of before, and nothing else."""
    path = small_disk / "cases.jsonl"
    with open_ledger("memory:") as ledger:
        ledger.append(CASES)
        ledger.append_records(RECORDS)
        export_ledger(ledger, path)
        before = path.read_bytes()
        ledger.append(make_case(f"n{number}") for number in range(20_000))
        with pytest.raises(LedgerError, match="failed"):
            export_ledger(ledger, path)

    assert before == path.read_bytes()
    assert [path] == list(small_disk.iterdir())


def test_same_keys_at_once(tmp_path: Path) -> None:
    """Processes that enter the same cases at once enter each of them once, in one chain."""
    url = f"sqlite:///{tmp_path}/cases.db"
    command = [sys.executable, "-c", WRITER, url]
    pipe = subprocess.PIPE
    writers = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    added = [int(writer.communicate()[0]) for writer in writers]

    with open_ledger(url) as ledger:
        assert {"employed": 1_000} == ledger.count("reason")
        assert 1_000 == verify_ledger(ledger).cases.count
    assert 1_000 == sum(added)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_removed_while_it_is_open(tmp_path: Path, *, replaced: bool) -> None:
    """A batch is not said to be entered into a file that nobody will find."""
    path = tmp_path / "cases.db"
    with open_ledger(f"sqlite:///{path}") as ledger:
        ledger.append(CASES)
        path.rename(tmp_path / "moved.db")
        if replaced:
            open_ledger(f"sqlite:///{path}").close()

        message = r"cases\.db was removed or replaced while it was open; nothing was entered"
        with pytest.raises(LedgerError, match=message):
            ledger.append([make_case("n")])
        with pytest.raises(LedgerError, match=message):
            ledger.append_records(RECORDS)


@pytest.mark.parametrize("url", ["memory:", "sqlite:///cases.db"])
def test_a_clock_that_goes_backwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """The order of entries is that of the chain, whatever day the clock had."""
    monkeypatch.chdir(tmp_path)
    first = make_case("first", recorded_on=date(2004, 1, 1))
    again = make_case("again", recorded_on=date(2003, 7, 1), corrects="first")
    with open_ledger(url) as ledger:
        ledger.append([first])
        ledger.append([again])

        assert [first, again] == list(ledger.find()) == list(ledger.history("first"))
        assert [again] == list(ledger.find(current=True))
        assert 2 == verify_ledger(ledger).cases.count


def test_a_copy_without_the_log_lacks_the_last_batches(tmp_path: Path) -> None:
    """A checkpoint shows that a file was copied without the log beside it."""
    path, copy = tmp_path / "cases.db", tmp_path / "copy.db"
    with open_ledger(f"sqlite:///{path}") as ledger:
        ledger.append(CASES)
        checkpoint = verify_ledger(ledger)
        copy.write_bytes(path.read_bytes())
        whole = tmp_path / "whole.db"
        whole.write_bytes(path.read_bytes())
        log = path.with_name("cases.db-wal")
        whole.with_name("whole.db-wal").write_bytes(log.read_bytes())

    with open_ledger(f"sqlite:///{whole}") as ledger:
        assert checkpoint == verify_ledger(ledger, checkpoint)
    with (
        open_ledger(f"sqlite:///{copy}") as ledger,
        pytest.raises(LedgerChainError, match="Of the 5 cases of the checkpoint"),
    ):
        verify_ledger(ledger, checkpoint)
