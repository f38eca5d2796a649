"""The tables of a ledger in an SQLite file (台账文件的表), version by version.

Rows of the tables are never changed or deleted: triggers reject that for every program.
"""

from typing import Final

#: Marks a file as a ledger of this library: "GSRE" in ASCII.
APPLICATION: Final = 0x47535245
#: The version of the tables, kept in the file as ``user_version``.
VERSION: Final = 5
#: The first version whose entries are chained; it can be read as it is.
CHAIN: Final = 3
#: The tables whose entries are chained.
_CHAINED: Final = ("cases", "records")
APPEND_ONLY: Final = """
CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""
#: Skips a row that is already there. That makes appending idempotent, and stops INSERT OR REPLACE,
#: which deletes without calling the triggers of DELETE.
_STANDING: Final = """
CREATE TRIGGER {table}_standing BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(IGNORE); END
"""
#: The condition under which a new row is already there.
_SAME: Final = {
    "cases": "key = NEW.key OR entry = NEW.entry OR corrects = NEW.corrects",
    "reasons": "key = NEW.key AND ordinal = NEW.ordinal",
    "records": "key = NEW.key OR entry = NEW.entry OR corrects = NEW.corrects",
    "chained_later": "kind = NEW.kind",
    "case_groups": "number = NEW.number OR (region = NEW.region AND measure = NEW.measure"
    " AND status = NEW.status AND codes = NEW.codes)",
}


def _guards(*tables: str) -> tuple[str, ...]:
    """Return the triggers that keep *tables* append-only."""
    return tuple(
        statement
        for table in tables
        for statement in (
            *_unchanged(table),
            _STANDING.format(table=table, same=_SAME[table]),
        )
    )


def _unchanged(table: str) -> tuple[str, ...]:
    return tuple(APPEND_ONLY.format(table=table, verb=verb) for verb in ("UPDATE", "DELETE"))


#: The statements that create the tables of the first version.
_FIRST: Final = (
    """
    CREATE TABLE cases (
        entry INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        measure TEXT NOT NULL,
        region TEXT NOT NULL,
        law_day TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        status TEXT NOT NULL,
        subject TEXT NOT NULL,
        amount_fen INTEGER,
        corrects TEXT REFERENCES cases (key),
        facts TEXT NOT NULL,
        outcome TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reasons (
        key TEXT NOT NULL REFERENCES cases (key),
        ordinal INTEGER NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (key, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    # A file of an earlier version has a constraint, whose index has the other cases too.
    "CREATE UNIQUE INDEX cases_by_correction ON cases (corrects) WHERE corrects IS NOT NULL",
    "CREATE INDEX cases_by_subject ON cases (subject)",
    "CREATE INDEX cases_by_place ON cases (region, measure)",
    "CREATE INDEX reasons_by_code ON reasons (code)",
    *_guards("cases", "reasons"),
    f"PRAGMA application_id = {APPLICATION}",
)
#: The statements that add records, for the second version.
_SECOND: Final = (
    """
    CREATE TABLE records (
        entry INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        region TEXT NOT NULL,
        on_day TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        corrects TEXT UNIQUE REFERENCES records (key),
        data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX records_by_kind ON records (kind, region)",
    *_guards("records"),
)
#: The statements that add the chain, for the third version.
_THIRD: Final = (
    "CREATE TABLE chained_later (kind TEXT PRIMARY KEY, entries INTEGER, day TEXT) STRICT",
    *_guards("chained_later"),
    *(f"ALTER TABLE {table} ADD COLUMN {c} TEXT" for table in _CHAINED for c in ("digest", "link")),
)
#: The statements that drop the codes of refusal, which the outcome has too, for the fourth version.
_FOURTH: Final = ("DROP TABLE reasons",)
#: The tables of the groups; a file that cannot be written gets them in memory.
GROUPS: Final = (
    """
    CREATE {temporary} TABLE case_groups (
        number INTEGER PRIMARY KEY,
        region TEXT NOT NULL,
        measure TEXT NOT NULL,
        status TEXT NOT NULL,
        codes TEXT NOT NULL,
        UNIQUE (region, measure, status, codes)
    ) STRICT
    """,
    """
    CREATE {temporary} TABLE grouped_cases (
        number INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        PRIMARY KEY (number, entry)
    ) STRICT, WITHOUT ROWID
    """,
)
#: The statements that add the groups, for the fifth version.
_FIFTH: Final = (
    *(table.format(temporary="") for table in GROUPS),
    *_guards("case_groups"),
    # All columns are the key, so that REPLACE changes nothing.
    *_unchanged("grouped_cases"),
    "DROP INDEX cases_by_place",
    f"PRAGMA user_version = {VERSION}",
)
#: The statements that lead from each version to the next, starting from an empty file.
STEPS: Final = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)
