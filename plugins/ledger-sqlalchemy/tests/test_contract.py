"""The ledger on PostgreSQL passes the contract of all ledgers."""

import pytest

from gansu_reemployment.ledger import Ledger, open_ledger
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.testing import LedgerContract

BACKENDS = load_host().ledgers


class TestPostgresqlLedger(LedgerContract):
    """The contract, with a separate schema for each test."""

    @pytest.fixture
    def ledger_url(self, ledger_url: str) -> str:
        """Return the schema's URL."""
        return ledger_url

    def make_ledger(self, url: str) -> Ledger:
        """Open it through the installed plugin."""
        return open_ledger(url, BACKENDS)
