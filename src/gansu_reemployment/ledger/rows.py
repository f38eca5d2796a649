"""Conversion of entries to rows of a database and back (台账行), for all database ledgers."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import Case, canonical, show_key
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.money import Yuan

E = TypeVar("E", Case, Record)

#: The columns of a case; the days are dates, the amount whole fen, facts and outcome JSON.
CASE_COLUMNS: Final = (
    "key",
    "measure",
    "region",
    "law_day",
    "recorded_on",
    "status",
    "subject",
    "amount_fen",
    "corrects",
    "facts",
    "outcome",
)


def case_row(case: Case) -> tuple[Any, ...]:
    """Return the values of :data:`CASE_COLUMNS`, the days as text (``2003-07-01``)."""
    return (
        case.key,
        case.measure,
        case.region,
        case.on.isoformat(),
        case.recorded_on.isoformat(),
        case.outcome["status"],
        case.subject,
        case.amount.fen if case.amount is not None else None,
        case.corrects,
        canonical(case.facts),
        canonical(case.outcome),
    )


def read_case(row: Sequence[Any]) -> Case:
    """Read a case from the values of :data:`CASE_COLUMNS`; the days are dates or text.

    Raises:
        TypeError: a value is of another type, which only another program can have written.
        ValueError: a value is invalid.
    """
    key, measure, region, on, recorded_on, _status, subject, fen, corrects, facts, outcome = row
    return Case(
        key=key,
        measure=measure,
        region=region,
        on=_day(on),
        recorded_on=_day(recorded_on),
        facts=json.loads(facts),
        outcome=json.loads(outcome),
        subject=subject,
        amount=None if fen is None else Yuan.from_fen(fen),
        corrects=corrects,
    )


#: The columns of a record; the days are dates, the data JSON.
RECORD_COLUMNS: Final = ("key", "kind", "region", "on_day", "recorded_on", "corrects", "data")


def record_row(record: Record) -> tuple[Any, ...]:
    """Return the values of :data:`RECORD_COLUMNS`, the days as text."""
    return (
        record.key,
        record.kind,
        record.region,
        record.on.isoformat(),
        record.recorded_on.isoformat(),
        record.corrects,
        canonical(record.data),
    )


def read_record(row: Sequence[Any]) -> Record:
    """Read a record from the values of :data:`RECORD_COLUMNS`, as :func:`read_case` does."""
    key, kind, region, on, recorded_on, corrects, data = row
    return Record(
        key=key,
        kind=kind,
        region=region,
        on=_day(on),
        recorded_on=_day(recorded_on),
        corrects=corrects,
        data=json.loads(data),
    )


@frozen
class Form(Generic[E]):
    """The form of one type of entry in its *table*: its columns, and conversion both ways."""

    table: str
    columns: tuple[str, ...]
    row: Callable[[E], tuple[Any, ...]]
    _read: Callable[[Sequence[Any]], E]

    def read(self, row: Sequence[Any], name: str) -> E:
        """Read a row of the ledger *name*.

        Raises:
            LedgerError: another program has damaged the row; identity numbers are shown masked.
        """
        try:
            return self._read(row)
        except (TypeError, ValueError) as error:
            text = _("{name}: the entry {key} cannot be read: {problem}")
            values = {"key": show_key(row[0]), "problem": mask(str(error))}
            raise LedgerError(text, name=name, **values) from None


CASES: Final = Form("cases", CASE_COLUMNS, case_row, read_case)
RECORDS: Final = Form("records", RECORD_COLUMNS, record_row, read_record)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
