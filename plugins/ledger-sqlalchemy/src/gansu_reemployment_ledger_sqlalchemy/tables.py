"""The tables of the ledger (台账表), as of the newest migration.

A batch is first copied into a temporary table with the same columns, which blocks no other
writer, and is checked and entered from there in one statement each.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Identity,
    Index,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

METADATA: Final = MetaData()
_CORRECTION: Final = text("corrects IS NOT NULL")

CASES: Final = Table(
    "cases",
    METADATA,
    Column("entry", BigInteger, Identity(always=True), primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("measure", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("law_day", Date, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("status", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("amount_fen", BigInteger),
    Column("corrects", Text),
    Column("facts", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("digest", Text),
    Column("link", Text),
    Index("cases_by_correction", "corrects", unique=True, postgresql_where=_CORRECTION),
    Index("cases_by_subject", "subject"),
    Index("cases_by_place", "region", "measure"),
    Index("cases_by_day", "law_day"),
    Index("cases_by_reason", "reasons", postgresql_using="gin"),
)

RECORDS: Final = Table(
    "records",
    METADATA,
    Column("entry", BigInteger, Identity(always=True), primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("corrects", Text),
    Column("data", Text, nullable=False),
    Column("digest", Text),
    Column("link", Text),
    Index("records_by_correction", "corrects", unique=True, postgresql_where=_CORRECTION),
    Index("records_by_kind", "kind", "region"),
)

#: The numbers of entries that are older than the chain, and the day on which they joined it.
CHAINED_LATER: Final = Table(
    "chained_later",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("entries", BigInteger, nullable=False),
    Column("day", Date, nullable=False),
)


def batch_of(table: Table) -> Table:
    """Return the temporary table of a batch for *table*, with its rows numbered by *place*."""
    columns = (Column(c.name, c.type) for c in table.c if c.name != "entry")
    return Table(
        f"new_{table.name}",
        MetaData(),
        Column("place", BigInteger),
        *columns,
        prefixes=["TEMPORARY"],
        postgresql_on_commit="DELETE ROWS",
    )
