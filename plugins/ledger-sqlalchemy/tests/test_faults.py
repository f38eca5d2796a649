"""Servers that stop or crash and killed clients: each batch is there completely or not at all."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from attrs import field, frozen
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.ledger import Appended, Case
from gansu_reemployment.testing import CASES, make_case

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

#: The moments differ from run to run; the requirements do not.
CHANCE = random.Random()  # noqa: S311 - moments, no secrets
SIZE = 3_000
#: Enters batch after batch, each in its own region; prints its progress.
WRITER = """
import sys
from gansu_reemployment.testing import make_case
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

def batch(number, size):
    for n in range(size):
        if n % 500 == 0:
            print(number, n, flush=True)
        yield make_case(f"{number}-{n}", "employed", region=str(number))
    print(number, size, flush=True)

url, first, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_postgresql(url) as ledger:
    for number in range(first, first + 100):
        ledger.append(batch(number, size))
        print(number, "entered", flush=True)
"""


def write_and_kill(url: str, first: int, moment: tuple[int, int]) -> list[list[str]]:
    """Start a writer of batches from *first* on; kill it after case *moment* of a batch."""
    command = [sys.executable, "-c", WRITER, url, str(first), str(SIZE)]
    told: list[list[str]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            told.append(line.split())
            if told[-1][1] != "entered" and (int(told[-1][0]), int(told[-1][1])) >= moment:
                break
        writer.send_signal(signal.SIGKILL)
        told += [line.split() for line in writer.stdout]
    assert -signal.SIGKILL == writer.returncode
    return told


@pytest.mark.slow("starts and kills four processes")
def test_killed_client(ledger_url: str) -> None:
    """A client killed at random moments leaves whole batches, including all confirmed ones."""
    told: list[list[str]] = []
    for turn in range(4):
        # Half of the moments are at the end of a batch, while it is being committed.
        moment = 100 * turn + 1, SIZE if turn % 2 else CHANCE.randrange(SIZE)
        told += write_and_kill(ledger_url, 100 * turn, moment)
        with open_postgresql(ledger_url) as ledger:
            counted = ledger.count("region")

        assert {SIZE} == set(counted.values())
        assert {number for number, place in told if place == "entered"} <= set(counted)
        assert set(counted) <= {number for number, _place in told}


# A private server --------------------------------------------------------------------


@frozen
class Cluster:
    """A server in a folder, which the tests may stop."""

    programs: Path
    folder: Path
    port: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            object.__setattr__(self, "port", probe.getsockname()[1])

    @property
    def url(self) -> str:
        """The URL of the server."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres?connect_timeout=5"

    def run(self, program: str, *values: str) -> None:
        """Run one of the server's programs, which do not run as root."""
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*user, str(self.programs / program), *values]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, cwd="/", stdout=quiet, stderr=quiet, timeout=60)

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self.port} -k {self.folder.parent} -c listen_addresses=127.0.0.1"
        self.run("pg_ctl", "-D", str(self.folder), "-w", "-o", options, "start")

    def stop(self, mode: str) -> None:
        """Stop it: ``fast`` cleanly, ``immediate`` as in a crash."""
        self.run("pg_ctl", "-D", str(self.folder), "-w", "-m", mode, "stop")


def find_programs() -> Path:
    """Return the folder of the server's programs, or skip the test."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    named = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    for folder in (*named, *folders):
        if (folder / "initdb").exists():
            return folder
    pytest.skip("no PostgreSQL server can be started here: initdb is not installed")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder that belongs to the server's user."""
    with tempfile.TemporaryDirectory(prefix="ledger-") as name:
        if os.geteuid() == 0:
            try:
                shutil.chown(name, "postgres")
            except LookupError:
                pytest.skip("no PostgreSQL server can be started here: no user postgres")
        yield Path(name)


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    """Yield a new server."""
    cluster = Cluster(find_programs(), folder / "data")
    cluster.run("initdb", "-D", str(cluster.folder), "-U", "postgres", "-A", "trust", "-E", "UTF8")
    cluster.start()
    yield cluster
    cluster.stop("immediate")


def test_restarted_server(cluster: Cluster) -> None:
    """An open ledger continues after the server restarts, and so does an iteration over cases."""
    with open_postgresql(cluster.url) as ledger:
        ledger.append(make_case(f"r{number}", region="restarted") for number in range(2_500))
        found = ledger.find(region="restarted")
        first = list(islice(found, 10))
        cluster.stop("fast")
        cluster.start()

        assert Appended(1, 0) == ledger.append([make_case("after")])
        cluster.stop("immediate")
        cluster.start()

        assert 2_500 == len(first) + len(list(found))
        assert "after" == ledger.get("after").key


def test_stopped_server(cluster: Cluster) -> None:
    """While the server is down, every call raises an error of the library; then it continues."""
    with open_postgresql(cluster.url) as ledger:
        cluster.stop("fast")
        for _turn in range(2):
            with pytest.raises(LedgerError, match=f"127.0.0.1:{cluster.port}"):
                ledger.append(CASES)
            with pytest.raises(LedgerError, match=f"127.0.0.1:{cluster.port}"):
                ledger.count("status")
        with pytest.raises(LedgerError, match=f"127.0.0.1:{cluster.port}"):
            open_postgresql(cluster.url)
        cluster.start()

        assert Appended(len(CASES), 0) == ledger.append(CASES)


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(0, marks=pytest.mark.slow("crashes a server")),
        1_200,
        pytest.param(2_499, marks=pytest.mark.slow("crashes a server")),
    ],
)
def test_crash_in_a_batch(cluster: Cluster, moment: int) -> None:
    """After a crash within a batch the server has none of it; entered again, it is complete."""
    region = f"crash {moment}"
    cases = [make_case(f"{region} {n}", "employed", region=region) for n in range(2_500)]

    def crash() -> Iterator[Case]:
        for number, case in enumerate(cases):
            if number == moment:
                cluster.stop("immediate")
                cluster.start()
            yield case

    with open_postgresql(cluster.url) as ledger:
        with pytest.raises(LedgerError, match="failed"):
            ledger.append(crash())

        assert [] == list(ledger.find(region=region))
        assert Appended(2_500, 0) == ledger.append(cases)
        assert Appended(0, 2_500) == ledger.append(cases)


def test_replica(cluster: Cluster, folder: Path) -> None:
    """A replica of the server serves every query, and rejects entries."""
    replica = Cluster(cluster.programs, folder / "replica")
    with open_postgresql(cluster.url) as ledger:
        ledger.append(make_case(f"p{number}", "old", region="replicated") for number in range(50))
        # pg_basebackup returns when the copy has all entries made before.
        cluster.run(
            "pg_basebackup",
            "-D",
            str(replica.folder),
            "-R",
            "-X",
            "stream",
            "-c",
            "fast",
            "-d",
            f"{cluster.url}&application_name=replica",
        )
        replica.start()
        try:
            with open_postgresql(replica.url) as copy:
                assert list(ledger.find(region="replicated")) == list(
                    copy.find(region="replicated")
                )
                assert 50 == copy.count("reason")["old"]
                with pytest.raises(LedgerError, match=r"read-only|recovery"):
                    copy.append([make_case("new")])
        finally:
            replica.stop("immediate")
