"""Whether SQLite reads a query (SQLite 检查): the stack of its parser may be too small."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Final

from gansu_reemployment.errors import SqlError
from gansu_reemployment.i18n import _

_UNREAD: Final = _("SQLite {version} cannot read the query of this measure: {problem}")


def check_sqlite(text: str, source: str, columns: Sequence[str]) -> None:
    """Plan the query on a database in memory, with an empty table in place of *source*.

    Raises:
        SqlError: SQLite cannot read it.
    """
    empty = ", ".join(f"NULL AS {column}" for column in columns)
    probe = text.replace(f"\nFROM {source}\n", f"\nFROM (SELECT {empty})\n", 1)
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(f"EXPLAIN {probe}")
        except sqlite3.Error as problem:
            version = sqlite3.sqlite_version
            raise SqlError(_UNREAD, version=version, problem=str(problem)) from None
