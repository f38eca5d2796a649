"""The chain of the entries; those that were there before are chained on the day of the upgrade."""

from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from gansu_reemployment.ledger.links import Head, digest_of
from gansu_reemployment.ledger.rows import FORMS, Form, row_text

revision = "0003"
down_revision = "0002"

#: The number before every number of an entry.
_LEAST: Final = -(2**63)
_TRIGGER = """
CREATE TRIGGER chained_later_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chained_later
FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()
"""


def upgrade() -> None:
    """Add the hashes, and chain the entries in their order."""
    op.create_table(
        "chained_later",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("entries", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    today = date.today()  # noqa: DTZ011 - the day at the counter is the local one
    for form in FORMS.values():
        op.add_column(form.table, sa.Column("digest", sa.Text))
        op.add_column(form.table, sa.Column("link", sa.Text))
        op.execute(f"ALTER TABLE {form.table} DISABLE TRIGGER {form.table}_append_only")
        head = _chain(form)
        op.execute(f"ALTER TABLE {form.table} ENABLE ALWAYS TRIGGER {form.table}_append_only")
        if head.count:
            note = {"kind": form.kind, "entries": head.count, "day": today}
            sql = sa.text("INSERT INTO chained_later VALUES (:kind, :entries, :day)")
            op.get_bind().execute(sql, note)
    op.execute(_TRIGGER)
    op.execute("ALTER TABLE chained_later ENABLE ALWAYS TRIGGER chained_later_append_only")


def _chain(form: Form[Any]) -> Head:
    """Chain the entries of a table; return the head of the chain."""
    connection = op.get_bind()
    names = ", ".join(form.columns)
    read = f"SELECT entry, {names} FROM {form.table} WHERE entry > :after ORDER BY entry LIMIT 1000"  # noqa: S608 - of constants
    write = f"UPDATE {form.table} SET digest = :digest, link = :link WHERE entry = :entry"  # noqa: S608 - the same
    head, after = Head(), _LEAST
    while page := connection.execute(sa.text(read), {"after": after}).all():
        rows = []
        for entry, *row in page:
            digest = digest_of(row_text(row))
            head = head.then(digest)
            rows.append({"entry": entry, "digest": digest, "link": head.link})
        connection.execute(sa.text(write), rows)
        after = page[-1].entry
    return head
