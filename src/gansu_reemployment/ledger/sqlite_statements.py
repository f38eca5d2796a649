"""The statements of a ledger in an SQLite file (台账文件语句), for both kinds of entries."""

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any, Final

from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.links import hashes_of
from gansu_reemployment.ledger.rows import E, Form, row_text
from gansu_reemployment.ledger.sqlite_groups import Group, enter_groups, group_of

#: The number of entries held in memory at a time.
CHUNK: Final = 500

#: A row that fails ends the batch, which is rolled back. By default SQLite would also prepare to
#: roll back each row alone, by copying the pages that it changes.
INSERT: Final = (
    "INSERT OR FAIL INTO {table} (entry, {names}, digest, link) VALUES (?, {values}, ?, ?)"
)
GET: Final = "SELECT {names}, digest, link FROM {table} WHERE key = ?"
#: The keys of a chunk that are there already; they are passed as a JSON list.
THERE: Final = "SELECT key FROM {table} WHERE key IN (SELECT value FROM json_each(?))"
LAST_LINK: Final = "SELECT entry, link FROM {table} ORDER BY entry DESC LIMIT 1"
CORRECTED_BY: Final = "SELECT key FROM {table} WHERE corrects = ?"
LAST: Final = "SELECT coalesce(max(entry), 0) FROM {table}"
PAGE: Final = (
    "SELECT entry, {names}, digest, link FROM {table} WHERE {where} ORDER BY entry LIMIT {chunk}"
)
ALL: Final = "entry > :after AND entry <= :last"
LISTED: Final = "entry IN (SELECT value FROM json_each(:entries))"
#: A correction that is entered after the call is not among the entries of that moment.
CURRENT: Final = (
    "NOT EXISTS (SELECT 1 FROM {table} AS later "
    "WHERE later.corrects = {table}.key AND later.entry <= :last)"
)
#: The conditions of a query by name; the values are passed as parameters.
FILTERS: Final = {
    "region": "region = :region",
    "measure": "measure = :measure",
    "kind": "kind = :kind",
    "law_day": "law_day = :law_day",
    "on_day": "on_day = :on_day",
    "status": "status = :status",
    "subject": "subject = :subject",
    "current": CURRENT,
}


def fill(form: Form[E], sql: str, *, where: str = "") -> str:
    """Fill in the names of the table and its columns, which cannot be parameters."""
    return sql.format(
        table=form.table,
        names=", ".join(form.columns),
        values=", ".join("?" * len(form.columns)),
        where=where,
        chunk=CHUNK,
    )


def insert(connection: Connection, form: Form[E], new: Iterable[E], number: int, link: str) -> str:
    """Insert new entries after the one with this *number* and *link*; return the last link."""
    rows = []
    members: defaultdict[Group, list[int]] = defaultdict(list)
    for place, entry in enumerate(new, number + 1):
        row: tuple[Any, ...] = form.row(entry)
        digest, link = hashes_of(row_text(row), link)
        rows.append((place, *row, digest, link))
        if isinstance(entry, Case):
            members[group_of(row, entry.reasons)].append(place)
    connection.executemany(fill(form, INSERT), rows)
    enter_groups(connection, members)
    return link
