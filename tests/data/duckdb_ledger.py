"""A ledger in a DuckDB file, as a plugin would bring it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import duckdb

from gansu_reemployment.ledger import BaseLedger, Kind, Row
from gansu_reemployment.plugins import hookimpl

TABLE = """
CREATE SEQUENCE IF NOT EXISTS entry;
CREATE TABLE IF NOT EXISTS entries (
    entry BIGINT DEFAULT nextval('entry'), kind TEXT, key TEXT, corrects TEXT, contents TEXT,
    UNIQUE (kind, key), UNIQUE (kind, corrects)
)
"""


class DuckdbLedger(BaseLedger):
    """A ledger in one file."""

    errors = (duckdb.Error,)

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.database = duckdb.connect(url.removeprefix("duckdb:///"))
        self.database.execute(TABLE)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction."""
        self.database.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")

    def insert(self, kind: Kind, rows: Sequence[Row]) -> None:
        """Insert rows at once."""
        sql = (
            "INSERT INTO entries (kind, key, corrects, contents)"
            " SELECT ?, unnest(?::TEXT[]), unnest(?::TEXT[]), unnest(?::TEXT[])"
        )
        columns = [[r.key for r in rows], [r.corrects for r in rows], [r.text for r in rows]]
        self.database.execute(sql, [kind, *columns])

    def text(self, kind: Kind, key: str) -> str | None:
        """Return the text with a key."""
        return self._one("SELECT contents FROM entries WHERE kind = ? AND key = ?", kind, key)

    def last(self, kind: Kind) -> str | None:
        """Return the text that was entered last."""
        sql = "SELECT contents FROM entries WHERE kind = ? ORDER BY entry DESC LIMIT 1"
        return self._one(sql, kind)

    def corrector(self, kind: Kind, key: str) -> str | None:
        """Return what corrects a key."""
        return self._one("SELECT key FROM entries WHERE kind = ? AND corrects = ?", kind, key)

    def texts(self, kind: Kind) -> list[str]:
        """Return all texts."""
        sql = "SELECT contents FROM entries WHERE kind = ? ORDER BY entry"
        return [text for (text,) in self.database.execute(sql, [kind]).fetchall()]

    def shut(self) -> None:
        """Close the file."""
        self.database.close()

    def _one(self, sql: str, *values: str) -> str | None:
        row = self.database.execute(sql, values).fetchone()
        return row[0] if row else None


@hookimpl
def ledger_backends() -> dict[str, type[DuckdbLedger]]:
    """Return the ledger by its scheme."""
    return {"duckdb": DuckdbLedger}
