"""Ledgers are opened by their URL."""

import subprocess
import sys
from pathlib import Path

import pytest

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.ledger import Ledger, open_ledger
from gansu_reemployment.ledger.memory import MemoryLedger


@pytest.mark.parametrize(
    "url", ["", "cases.db", "/data/cases.db", "C:\\data\\cases.db", "C:/data/cases.db", ":memory:"]
)
def test_no_url(url: str) -> None:
    """A file's bare name is no URL; the error shows what one looks like."""
    with pytest.raises(LedgerError, match=r"sqlite:///cases\.db"):
        open_ledger(url)


def test_unknown_scheme() -> None:
    """A scheme nobody knows is told which there are."""
    with pytest.raises(LedgerError, match=r"no ledger for oracle:; known are .*memory, .*sqlite"):
        open_ledger("oracle://localhost/cases")


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "mariadb+pymysql"])
def test_scheme_of_a_plugin(scheme: str) -> None:
    """A scheme that a plugin brings is told which to install, and no password is shown."""
    with pytest.raises(LedgerError, match="Install gansu-reemployment-ledger-sqlalchemy") as error:
        open_ledger(f"{scheme}://clerk:secret@localhost/cases", {})

    assert "secret" not in str(error.value)


def test_other_driver_of_an_installed_plugin() -> None:
    """Where the plugin is installed, the message lists its schemes and does not ask for it."""
    with pytest.raises(
        LedgerError, match=r"no ledger for postgresql\+psycopg2:; known are"
    ) as error:
        open_ledger("postgresql+psycopg2://clerk:secret@localhost/cases")

    assert "Install" not in str(error.value)


def test_further_backends() -> None:
    """Backends that are handed in get the whole URL, and go before those of the core."""
    asked = []

    def backend(url: str) -> Ledger:
        asked.append(url)
        return MemoryLedger()

    backends = {"mine": backend, "sqlite": backend}
    for url in ("mine://here?x=1", "sqlite:///none/cases.db", "memory:"):
        open_ledger(url, backends).close()

    assert ["mine://here?x=1", "sqlite:///none/cases.db"] == asked
    with pytest.raises(LedgerError, match="known are memory, mine, sqlite"):
        open_ledger("other:", backends)


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import gansu_reemployment", {"cattrs", "sqlite3", "gansu_reemployment.ledger"}),
        ("import gansu_reemployment.ledger", {"sqlite3", "narwhals", "babel", "pluggy"}),
        (
            "from gansu_reemployment.ledger import open_ledger; open_ledger('memory:')",
            {"sqlite3"},
        ),
    ],
)
def test_loaded_on_demand(code: str, absent: set[str]) -> None:
    """What only some use is loaded where it is used."""
    command = [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert set() == absent & set(loaded)


def test_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Where a ledger is only read, a misspelt name makes no empty file."""
    path = tmp_path / "cases.db"
    url = f"sqlite:///{path.as_posix()}"
    with pytest.raises(LedgerError, match=r"There is no ledger .*cases\.db"):
        open_ledger(url, make=False)
    assert not path.exists()
    open_ledger(url).close()
    open_ledger(url, make=False).close()
    open_ledger("memory:", make=False).close()
