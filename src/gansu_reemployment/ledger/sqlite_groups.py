"""The groups of the cases in an SQLite file (台账分组), by which cases are found and counted.

A group is the cases of one region, measure and status that were refused for the same codes. There
are few groups, so that each case costs one small number in an index.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from sqlite3 import Connection
from typing import Any, Final

from gansu_reemployment.errors import LedgerChainError
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.links import Kept
from gansu_reemployment.ledger.protocol import CountBy
from gansu_reemployment.ledger.rows import CASES, codes_of, row_text
from gansu_reemployment.working.outcome_json import canonical

#: The region, measure, status and codes of a group.
Group = tuple[str, str, str, tuple[str, ...]]
#: The conditions of a query that a group fulfils for all its cases.
CONDITIONS: Final = {
    "region": "region = :region",
    "measure": "measure = :measure",
    "status": "status = :status",
    "code": "EXISTS (SELECT 1 FROM json_each(codes) WHERE value = :code)",
}
_FIELDS: Final = itemgetter(
    *(CASES.columns.index(name) for name in ("region", "measure", "status"))
)
_ENTER_GROUP: Final = "INSERT INTO case_groups (region, measure, status, codes) VALUES (?, ?, ?, ?)"
_ENTER_CASES: Final = """
INSERT OR FAIL INTO grouped_cases SELECT number, value FROM case_groups, json_each(?)
WHERE region = ? AND measure = ? AND status = ? AND codes = ?
"""
#: The join reads the few groups first, then the members of those that match.
_ENTRIES: Final = """
SELECT entry FROM case_groups CROSS JOIN grouped_cases USING (number)
WHERE {where} AND entry <= :last ORDER BY entry
"""
_BETWEEN: Final = """
SELECT entry, region, measure, status, codes
FROM case_groups CROSS JOIN grouped_cases USING (number) WHERE entry BETWEEN ? AND ?
"""
_STRAYS: Final = """
SELECT entry FROM grouped_cases WHERE entry NOT IN (SELECT entry FROM cases) LIMIT 1
"""
_UNCORRECTED: Final = """
WHERE entry NOT IN (
    SELECT old.entry FROM cases AS later CROSS JOIN cases AS old ON old.key = later.corrects
    WHERE later.corrects IS NOT NULL
)
"""
_COUNT: Final = """
SELECT {name}, sum(total) FROM (
    SELECT case_groups.*, count(*) AS total
    FROM case_groups CROSS JOIN grouped_cases USING (number) {where} GROUP BY number
){each} GROUP BY 1 ORDER BY 1
"""


def group_of(row: Sequence[Any], codes: tuple[str, ...]) -> Group:
    """Return the group of a row of the cases, which was refused for these *codes*."""
    return *_FIELDS(row), codes


def group_of_row(row: Sequence[Any]) -> Group:
    """Return the group of a row of the cases, whose last column is the outcome."""
    return group_of(row, codes_of(row[-1]))


def enter_groups(connection: Connection, members: Mapping[Group, Sequence[int]]) -> None:
    """Enter the numbers of cases into their groups."""
    for group, numbers in members.items():
        values = _values(group)
        connection.execute(_ENTER_GROUP, values)
        connection.execute(_ENTER_CASES, (json.dumps(numbers), *values))


@lru_cache(maxsize=1_000)
def _values(group: Group) -> tuple[Any, ...]:
    """Return a group as it is kept, its codes as JSON."""
    *fields, codes = group
    return *fields, canonical(codes)


def kept_in_groups(connection: Connection, page: Sequence[Sequence[Any]]) -> list[Kept]:
    """Return rows as they are kept, each with its number; the text of one in a wrong group differs.

    Another program can change the group of a case, which its hash does not cover.
    """
    groups: dict[int, list[tuple[Any, ...]]] = {}
    for entry, *group in connection.execute(_BETWEEN, (page[0][0], page[-1][0])):
        groups.setdefault(entry, []).append(tuple(group))
    kept = []
    for entry, *row, digest, link in page:
        right = groups.get(entry) == [_values(group_of_row(row))]
        kept.append(Kept(str(row[0]), row_text(row if right else [*row, None]), digest, link))
    return kept


def check_groups(connection: Connection, name: str) -> None:
    """Check that all members of groups are cases of the ledger *name*.

    Raises:
        LedgerChainError: another program removed a case, or entered a member.
    """
    for (entry,) in connection.execute(_STRAYS):
        text = _("{name}: a case with the number {entry} is counted, but is not there.")
        raise LedgerChainError(text, name=name, entry=entry)


def entries_of(connection: Connection, asked: Mapping[str, Any]) -> Sequence[int] | None:
    """Return the numbers of the cases whose groups match; ``None`` if no group is asked for."""
    conditions = [CONDITIONS[name] for name in asked if name in CONDITIONS]
    # A person or firm has few cases, which an index of their own finds.
    if "subject" in asked or not conditions:
        return None
    found = connection.execute(_ENTRIES.format(where=" AND ".join(conditions)), asked)
    return array("q", (entry for (entry,) in found))


def count_by(connection: Connection, by: CountBy, *, current: bool) -> dict[str, int]:
    """Count the cases by status, measure, region or code of refusal."""
    name, each = ("value", ", json_each(codes)") if by == "reason" else (by, "")
    sql = _COUNT.format(name=name, each=each, where=_UNCORRECTED if current else "")
    return dict(connection.execute(sql).fetchall())
