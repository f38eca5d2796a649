"""Conversion of entries to rows of PostgreSQL and back (PostgreSQL 台账行).

A case has a column more than in other ledgers: the list of its codes of refusal, which is indexed.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select

from gansu_reemployment.ledger import Case, Kept
from gansu_reemployment.ledger.links import digest_of
from gansu_reemployment.ledger.rows import E, Form, codes_of, row_text
from gansu_reemployment_ledger_sqlalchemy.tables import METADATA


def row_of(form: Form[E], entry: E) -> tuple[Any, ...]:
    """Return the row of an entry with its hash, for a case with its codes of refusal as text."""
    row: tuple[Any, ...] = form.row(entry)
    codes: tuple[str, ...] = (_array(entry.reasons),) if isinstance(entry, Case) else ()
    return (*row, *codes, digest_of(row_text(row)))


def _array(codes: Sequence[str]) -> str:
    """Write codes as an array of PostgreSQL: the driver takes longer to write a list."""
    escaped = [code.replace("\\", r"\\").replace('"', r"\"") for code in codes]
    return "{" + ",".join([f'"{code}"' for code in escaped]) + "}"


def kept_of(form: Form[Any], row: Sequence[Any]) -> Kept:
    """Return a row as it is kept; that of a case begins with the list of its codes.

    Codes that are not those of the outcome are added, so that the text is not that of the entry.
    """
    *values, digest, link = row
    if form.kind == "case":
        codes, *values = values
        if tuple(codes) != codes_of(values[form.columns.index("outcome")]):
            values += [*codes, None]
    return Kept(str(values[0]), row_text(values), digest, link)


def columns(form: Form[E]) -> list[Column[Any]]:
    """Return the columns of an entry, and of its two hashes."""
    return [METADATA.tables[form.table].c[name] for name in (*form.columns, "digest", "link")]


def uncorrected(table: Table, last: int | None = None) -> ColumnElement[bool]:
    """Return the condition that no later entry corrects the row, up to the *last* number if any."""
    later = table.alias("later")
    corrections = select(later.c.key).where(later.c.corrects == table.c.key)
    if last is not None:
        corrections = corrections.where(later.c.entry <= last)
    return ~corrections.exists()
