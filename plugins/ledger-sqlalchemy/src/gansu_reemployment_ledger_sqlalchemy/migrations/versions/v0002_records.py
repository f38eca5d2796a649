"""The records, append-only like the cases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TRIGGER = """
CREATE TRIGGER records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON records
FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()
"""


def upgrade() -> None:
    """Create the table of records."""
    op.create_table(
        "records",
        sa.Column("entry", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("recorded_on", sa.Date, nullable=False),
        sa.Column("corrects", sa.Text, sa.ForeignKey("records.key"), unique=True),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("records_by_kind", "records", ["kind", "region"])
    op.execute(_TRIGGER)
    op.execute("ALTER TABLE records ENABLE ALWAYS TRIGGER records_append_only")
