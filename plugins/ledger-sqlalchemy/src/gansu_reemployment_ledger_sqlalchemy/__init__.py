"""The ledger of cases on PostgreSQL (PostgreSQL 台账), ``postgresql://clerk@host/cases``."""

from collections.abc import Mapping

from gansu_reemployment.ledger import Ledger, LedgerFactory
from gansu_reemployment.plugins import hookimpl


def open_postgresql(url: str) -> Ledger:
    """Open the ledger at *url*, creating or upgrading its tables.

    Raises:
        LedgerError: the URL is invalid, the server does not answer, or the tables are those of
            another program or of a newer version.
    """
    from gansu_reemployment_ledger_sqlalchemy.ledger import (  # noqa: PLC0415 - loads SQLAlchemy
        PostgresqlLedger,
    )

    return PostgresqlLedger.open(url)


@hookimpl
def ledger_backends() -> Mapping[str, LedgerFactory]:
    """Return the ledger on PostgreSQL, with and without the name of its driver."""
    return {"postgresql": open_postgresql, "postgresql+psycopg": open_postgresql}
