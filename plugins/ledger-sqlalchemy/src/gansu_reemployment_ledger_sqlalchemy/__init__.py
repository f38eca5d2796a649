"""The ledgers on a server (服务器台账): ``postgresql://clerk@host/cases``, and ``mariadb://``."""

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


def open_mariadb(url: str) -> Ledger:
    """Open the ledger at *url*, creating its tables.

    Raises:
        LedgerError: the URL is invalid, the server does not answer, or the tables are those of
            another program or of a newer version.
    """
    from gansu_reemployment_ledger_sqlalchemy.mariadb import (  # noqa: PLC0415 - loads SQLAlchemy
        MariadbLedger,
    )

    return MariadbLedger.open(url)


@hookimpl
def ledger_backends() -> Mapping[str, LedgerFactory]:
    """Return the ledgers, each with and without the name of its driver."""
    return {
        "postgresql": open_postgresql,
        "postgresql+psycopg": open_postgresql,
        "mariadb": open_mariadb,
        "mariadb+pymysql": open_mariadb,
    }
