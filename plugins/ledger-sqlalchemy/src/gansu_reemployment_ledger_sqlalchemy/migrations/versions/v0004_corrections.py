"""The guards of corrections, which cost nothing for the many entries that correct none."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_FUNCTION = """
CREATE FUNCTION ledger_corrected_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE there boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM %I.%I WHERE key = $1)', TG_TABLE_SCHEMA, TG_TABLE_NAME
    ) INTO there USING NEW.corrects;
    IF NOT there THEN
        RAISE EXCEPTION 'the corrected entry is not in the ledger';
    END IF;
    RETURN NULL;
END $$
"""
_TRIGGER = """
CREATE TRIGGER {table}_corrected_there AFTER INSERT ON {table}
FOR EACH ROW WHEN (NEW.corrects IS NOT NULL) EXECUTE FUNCTION ledger_corrected_there()
"""


def upgrade() -> None:
    """Replace the foreign keys by triggers, and index only the entries that correct another."""
    op.execute(_FUNCTION)
    for table in ("cases", "records"):
        op.drop_constraint(f"{table}_corrects_fkey", table, type_="foreignkey")
        op.drop_constraint(f"{table}_corrects_key", table, type_="unique")
        corrects = sa.text("corrects IS NOT NULL")
        name = f"{table}_by_correction"
        op.create_index(name, table, ["corrects"], unique=True, postgresql_where=corrects)
        op.execute(_TRIGGER.format(table=table))
