"""The checks of a rule's rows (规定各行的检查): their order, their gaps and their last days."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.errors import RulebookError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Bound, Provision


def last_days(rows: Sequence[Bound] | Sequence[Provision[Any]], last: date) -> list[date]:
    """Return the last day of each row, which the next one ends; that of the last row is *last*."""
    return [row.since - ONE_DAY for row in rows[1:]] + [last] if rows else []


def check_rows(path: str, rows: tuple[Provision[Any], ...]) -> None:
    """Reject rows that end before they begin, overlap or are out of order.

    Raises:
        RulebookError: for the first such row.
    """
    for row in rows:
        if row.until is not None and row.until < row.since:
            raise RulebookError(
                _("{path}: the row of {since} ends before it begins."), path=path, since=row.since
            )
    for row, after in pairwise(rows):
        if after.since <= row.since or (row.until is not None and row.until >= after.since):
            raise RulebookError(
                _("{path}: the rows of {first} and {second} overlap or are out of order."),
                path=path,
                first=row.since,
                second=after.since,
            )


def check_gaps(path: str, rows: tuple[Provision[Any], ...]) -> None:
    """Reject a table with a gap; the result of :meth:`.Rule.as_known` may have one.

    Raises:
        RulebookError: for the first days that no row covers.
    """
    for row, after in pairwise(rows):
        if row.until is not None and row.until + ONE_DAY < after.since:
            raise RulebookError(
                _("{path}: no row covers the days from {first} to {second}."),
                path=path,
                first=row.until + ONE_DAY,
                second=after.since - ONE_DAY,
            )
