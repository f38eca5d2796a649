"""The ledgers of the core, which are registered by the same hook as a plugin's."""

from collections.abc import Mapping

from gansu_reemployment.ledger.protocol import BACKENDS
from gansu_reemployment.plugins.hooks import LedgerFactory, hookimpl


@hookimpl
def ledger_backends() -> Mapping[str, LedgerFactory]:
    """Return the ledgers in memory and in an SQLite file."""
    return BACKENDS
