"""The ledger in memory keeps the contract of all ledgers."""

from typing import ClassVar

import pytest

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.testing import CASES, LedgerContract


class TestMemoryLedger(LedgerContract):
    """The contract of all ledgers; this one forgets."""

    durable: ClassVar[bool] = False
    shared: ClassVar[bool] = False

    @pytest.fixture
    def ledger_url(self) -> str:
        """Give the only URL there is."""
        return "memory:"


def test_ledgers_are_apart() -> None:
    """Two ledgers in memory share nothing."""
    with open_ledger("memory:") as one, open_ledger("memory:") as other:
        one.append(CASES)

        assert [] == list(other.find())


@pytest.mark.parametrize("url", ["memory:cases", "memory:///cases.db"])
def test_no_name(url: str) -> None:
    """A ledger in memory cannot be shared by a name."""
    with pytest.raises(LedgerError, match="memory:"):
        open_ledger(url)
