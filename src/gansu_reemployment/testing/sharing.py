"""The behaviour required of a ledger that several handles or processes use (多进程契约测试)."""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

import subprocess
import sys
from typing import ClassVar, Final

import pytest

from gansu_reemployment.errors import LedgerConflictError
from gansu_reemployment.ledger import Appended, Ledger
from gansu_reemployment.testing.samples import CASES, make_case

#: Enters cases of its own, cases that both processes have, and a correction that one may make.
WRITER: Final = """
import sys
from gansu_reemployment.errors import LedgerConflictError
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.testing import make_case

url, name = sys.argv[1:]
with open_ledger(url) as ledger:
    print("ready", flush=True)
    sys.stdin.readline()
    own = ledger.append(make_case(f"{name}{number}") for number in range(50))
    shared = ledger.append(make_case(f"shared{number}") for number in range(50))
    try:
        corrected = ledger.append([make_case(f"correction-{name}", corrects="a")]).added
    except LedgerConflictError:
        corrected = 0
print(own.added, shared.added, shared.known, corrected)
"""


class SharingContract:
    """The part of the contract about a ledger that is open twice.

    *shared* states that several handles may use it at once, *processes* that several processes
    may. They open the ledger by its URL, as an installed plugin is found.
    """

    shared: ClassVar[bool] = True
    processes: ClassVar[bool] = True

    def make_ledger(self, url: str) -> Ledger:
        """Open the ledger at *url*."""
        raise NotImplementedError  # pragma: no cover - a subclass defines it

    def test_two_handles(self, ledger: Ledger, ledger_url: str) -> None:
        """Each handle sees what the other enters, and an entry is corrected only once."""
        self._need_shared()
        with self.make_ledger(ledger_url) as other:
            assert Appended(5, 0) == ledger.append(CASES)
            assert list(CASES) == list(other.find())
            assert Appended(0, 5) == other.append(CASES)
            other.append([make_case("x", corrects="a")])
            with pytest.raises(LedgerConflictError, match="corrected by x"):
                ledger.append([make_case("y", corrects="a")])
            with pytest.raises(LedgerConflictError, match="case x "):
                ledger.append([make_case("x")])

    def test_two_processes(self, filled: Ledger, ledger_url: str) -> None:
        """Two processes that write at once enter their own cases, and a common one once."""
        self._need_shared()
        if not self.processes:
            pytest.skip("one process at a time opens this ledger")
        writers = [_start(ledger_url, name) for name in ("one", "two")]
        for writer in writers:
            writer.stdin.write("go\n")  # type: ignore[union-attr]
            writer.stdin.flush()  # type: ignore[union-attr]
        ended = [writer.communicate(timeout=60) for writer in writers]
        assert [0, 0] == [writer.returncode for writer in writers], ended
        counts = [tuple(map(int, output.split())) for output, _errors in ended]

        assert [50, 50] == [own for own, _shared, _known, _corrected in counts]
        assert 50 == sum(shared for _own, shared, _known, _corrected in counts)
        assert 50 == sum(known for _own, _shared, known, _corrected in counts)
        assert 1 == sum(corrected for _own, _shared, _known, corrected in counts)
        keys = [case.key for case in filled.find()]
        assert len(CASES) + 151 == len(keys) == len(set(keys))
        assert 2 == len(filled.history("a"))

    def _need_shared(self) -> None:
        if not self.shared:
            pytest.skip("one process at a time opens this ledger")


def _start(url: str, name: str) -> "subprocess.Popen[str]":
    """Start a writer, and wait until it has opened the ledger."""
    pipe = subprocess.PIPE
    writer = subprocess.Popen(  # noqa: S603 - this Python, with a constant program
        [sys.executable, "-c", WRITER, url, name], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )
    assert writer.stdout is not None
    assert "ready" == writer.stdout.readline().strip(), writer.communicate()
    return writer
