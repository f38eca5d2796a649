"""The cases, append-only."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0001"
down_revision = None

_FUNCTION = """
CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$
"""
_TRIGGER = """
CREATE TRIGGER cases_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases
FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()
"""


def upgrade() -> None:
    """Create the table of cases, with triggers that reject changes."""
    op.create_table(
        "cases",
        sa.Column("entry", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("law_day", sa.Date, nullable=False),
        sa.Column("recorded_on", sa.Date, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("amount_fen", sa.BigInteger),
        sa.Column("corrects", sa.Text, sa.ForeignKey("cases.key"), unique=True),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("reasons", ARRAY(sa.Text), nullable=False),
    )
    op.create_index("cases_by_subject", "cases", ["subject"])
    op.create_index("cases_by_place", "cases", ["region", "measure"])
    op.create_index("cases_by_day", "cases", ["law_day"])
    op.create_index("cases_by_reason", "cases", ["reasons"], postgresql_using="gin")
    op.execute(_FUNCTION)
    op.execute(_TRIGGER)
    # Without ALWAYS a session that replays a replica's changes would bypass the trigger.
    op.execute("ALTER TABLE cases ENABLE ALWAYS TRIGGER cases_append_only")
