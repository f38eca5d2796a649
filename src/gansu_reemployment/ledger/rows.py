"""Conversion of entries to rows of a database and back (台账行), for all database ledgers."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from json.encoder import encode_basestring
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from gansu_reemployment.errors import LedgerChainError, LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import Case, show_key
from gansu_reemployment.ledger.links import digest_of
from gansu_reemployment.ledger.protocol import Kind
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.money import Yuan
from gansu_reemployment.objects.arguments import need_each

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
        case.facts_text,
        case.outcome_text,
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
        record.data_text,
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
    """The form of one type of entry in its *table*: its columns, and conversion both ways.

    *right* names what a batch of such entries is made of.
    """

    kind: Kind
    table: str
    columns: tuple[str, ...]
    row: Callable[[E], tuple[Any, ...]]
    _read: Callable[[Sequence[Any]], E]
    entry: type[E]
    right: str

    def each(self, entries: Iterable[E]) -> Iterator[E]:
        """Yield the entries of a batch.

        Raises:
            ArgumentError: it is not a list, or one of them is of another class.
        """
        call = "append" if self.kind == "case" else "append_records"
        return need_each(entries, self.entry, call, self.right)

    def text(self, entry: E) -> str:
        """Return the canonical text of an entry, which the chain of the ledger covers."""
        return row_text(self.row(entry))

    def same(self, row: Sequence[Any], standing: Sequence[Any]) -> bool:
        """Return whether two rows are equal; only the day of entry may differ."""
        day: int = self.columns.index("recorded_on")
        return (*row[:day], *row[day + 1 :]) == (*standing[:day], *standing[day + 1 :])

    def read_kept(self, row: Sequence[Any], name: str) -> E:
        """Read a row of the ledger *name* that ends with its two hashes.

        Raises:
            LedgerError: the row was changed after it was entered, or cannot be read.
        """
        *values, digest, _link = row
        if digest_of(row_text(values)) != digest:
            text = _("{name}: the entry {key} was changed after it was entered.")
            raise LedgerChainError(text, name=name, key=show_key(str(row[0])))
        return self.read(values, name)

    def read(self, row: Sequence[Any], name: str) -> E:
        """Read a row of the ledger *name*.

        Raises:
            LedgerError: another program has damaged the row; identity numbers are shown masked.
        """
        try:
            return self._read(row)
        except (TypeError, ValueError) as error:
            text = _("{name}: the entry {key} cannot be read: {problem}")
            values = {"key": show_key(str(row[0])), "problem": mask(str(error))}
            raise LedgerError(text, name=name, **values) from None


CASES: Final = Form(
    "case",
    "cases",
    CASE_COLUMNS,
    case_row,
    read_case,
    Case,
    _("a list of cases, each made by Case.of(outcome, facts, recorded_on=...)"),
)
RECORDS: Final = Form(
    "record",
    "records",
    RECORD_COLUMNS,
    record_row,
    read_record,
    Record,
    _("a list of records, each made by record_of(...)"),
)


_DECODER: Final = json.JSONDecoder()
#: The beginning of the refusals in the canonical text of an outcome that has any.
_REFUSED: Final = '"refusals":[{'
#: The form of each kind of entry.
FORMS: Final[Mapping[Kind, Form[Any]]] = {"case": CASES, "record": RECORDS}


def codes_of(outcome: Any) -> tuple[str, ...]:
    """Return the codes of refusal in the text of an outcome; none if the text was spoilt."""
    try:
        if _REFUSED not in outcome:
            return ()
        codes = tuple([refusal["code"] for refusal in _DECODER.raw_decode(outcome)[0]["refusals"]])
        # An error unless all are texts that can be stored.
        "".join(codes).encode()
    except (TypeError, ValueError, LookupError, RecursionError):
        return ()
    return codes


def row_text(row: Iterable[Any]) -> str:
    """Return the canonical text of a row: a JSON list, with days as text.

    It is empty if a value has a type that no entry has, which only another program can write.
    """
    try:
        values = [
            encode_basestring(v) if type(v) is str else "null" if v is None else _value_text(v)
            for v in row
        ]
    except TypeError:
        return ""
    return f"[{','.join(values)}]"


def _value_text(value: Any) -> str:
    """Write a value as JSON; to build an encoder would take longer than that."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, int):
        return f"{value:d}"
    raise TypeError(type(value).__name__)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
