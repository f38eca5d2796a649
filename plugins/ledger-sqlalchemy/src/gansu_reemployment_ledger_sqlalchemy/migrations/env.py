"""Run the migrations on the ledger's connection."""

from alembic import context

from gansu_reemployment_ledger_sqlalchemy.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=context.config.attributes["version_table"],
)
with context.begin_transaction():
    context.run_migrations()
