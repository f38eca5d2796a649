"""A ledger over six methods passes the contract, in less than 80 lines."""

from pathlib import Path
from typing import ClassVar

import duckdb
import duckdb_ledger
import pytest

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.ledger import Kind, Ledger, Row, open_ledger
from gansu_reemployment.plugins import Source, load_host
from gansu_reemployment.testing import IDENTITY, LedgerContract, make_case

BACKENDS = load_host([Source.of(duckdb_ledger)], strict=True).ledgers


class TestDuckdbLedger(LedgerContract):
    """The contract, on a file for each test; DuckDB opens a file in one process only."""

    processes: ClassVar[bool] = False

    @pytest.fixture
    def ledger_url(self, tmp_path: Path) -> str:
        """Return the URL of a new file."""
        return f"duckdb:///{tmp_path}/cases.duckdb"

    def make_ledger(self, url: str) -> Ledger:
        """Open it as a plugin's ledger is opened."""
        return open_ledger(url, BACKENDS)


def test_backend_is_short() -> None:
    """Six methods are enough."""
    assert 80 >= len(Path(duckdb_ledger.__file__).read_text(encoding="utf-8").splitlines())


def test_error_of_the_driver(tmp_path: Path) -> None:
    """What the driver raises is an error of the ledger, with its name and without the row."""
    ledger = duckdb_ledger.DuckdbLedger(f"duckdb:///{tmp_path}/cases.duckdb")
    ledger.database.execute("DROP TABLE entries")
    with pytest.raises(LedgerError, match=r"The ledger duckdb:///.*entries") as caught:
        ledger.append([make_case("a")])
    assert caught.value.__cause__ is None


class TwiceLedger(duckdb_ledger.DuckdbLedger):
    """A ledger whose driver quotes a key that is inserted twice."""

    def last(self, kind: Kind) -> str | None:
        """Insert a key twice."""
        self.insert(kind, [Row(IDENTITY, None, "")] * 2)
        return super().last(kind)


def test_error_of_the_driver_is_masked(tmp_path: Path) -> None:
    """An identity number that the driver quotes is masked."""
    ledger = TwiceLedger(f"duckdb:///{tmp_path}/cases.duckdb")
    with pytest.raises(duckdb.Error, match=IDENTITY):
        ledger.last("case")
    with pytest.raises(LedgerError, match=r"1101\*\*") as caught:
        ledger.append([make_case("a")])
    assert IDENTITY not in str(caught.value)
