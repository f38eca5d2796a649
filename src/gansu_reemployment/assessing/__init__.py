"""A register assessed into a ledger (批量认定): every row decided or rejected, none lost.

Rows are read, assessed and entered one batch at a time, so memory use stays constant. Bad rows go
to a rejects file; undecided cases are entered with the facts they lack.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.fact_model import FactField
from gansu_reemployment.i18n import Choice, Message, _, show, translate, wording
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.ledger import Case, Ledger
from gansu_reemployment.measures.persons.candidates import Candidate, Pool
from gansu_reemployment.measures.persons.facts import Worker
from gansu_reemployment.registers.entries import Counts, Entry
from gansu_reemployment.registers.headings import misspelt
from gansu_reemployment.registers.progress import progress
from gansu_reemployment.registers.reading import read_register
from gansu_reemployment.working.outcome import Outcome, Status
from gansu_reemployment.working.outcome_json import plain
from gansu_reemployment.working.terms import NotKnown, Reason
from gansu_reemployment.working.value_text import is_record, record_text

T = TypeVar("T")

#: Rows assessed and entered in one transaction.
BATCH = 5_000


@frozen
class Assessment:
    """The summary of a register: rows read, and decisions counted by result and by reason.

    A result that is neither a legal term nor a record is counted in its plain form. *known* counts
    the cases that were already in the ledger. *unused* are the headings that name no fact,
    *misspelt* maps those that nearly do to the term that may be meant.
    """

    counts: Counts
    by_status: Counter[Status] = field(factory=Counter)
    by_value: Counter[Any] = field(factory=Counter)
    by_reason: Counter[Reason] = field(factory=Counter)
    by_missing: Counter[FactField | Rule[Any] | str] = field(factory=Counter)
    known: int = 0
    unused: tuple[str, ...] = ()
    misspelt: Mapping[str, str] = field(factory=dict)


def assess_register(
    path: Path,
    bureau: Bureau,
    measure: str,
    *,
    on: date,
    ledger: Ledger,
    rejects: Path,
    recorded_on: date | None = None,
) -> Assessment:
    """Assess every row of the register at *path* by *measure*, and enter the cases.

    A person is identified by the number, or without one by the row and the contents of the file.
    So the same file can be assessed again, also on another day: its cases are then known.

    Args:
        path: the register, in any form that :mod:`.registers` reads.
        bureau: the bureau whose rules apply.
        measure: the measure's name.
        on: the day whose law applies.
        ledger: where the cases are entered, a transaction per batch.
        rejects: where bad rows go; created only if there are any.
        recorded_on: the day of entry, by default today.

    Raises:
        RegisterError: the file is not a register.
        UnknownNameError: there is no such measure.
    """
    kind = bureau.find_measure(measure).facts
    tally = Assessment(Counts())
    today = recorded_on or date.today()  # noqa: DTZ011 - the day at the counter is local
    known, mark = 0, _mark(path)
    with read_register(path, kind, rejects=rejects, born_by=on) as reader:
        for batch in batches(progress(reader, path.name), BATCH):
            cases = [_case(entry, bureau, measure, on, today, tally, mark) for entry in batch]
            known += ledger.append(cases).known
        headings = reader.headings
        return evolve(
            tally,
            counts=reader.counts,
            known=known,
            unused=headings.unknown,
            misspelt=misspelt(headings, kind),
        )


def pool_of(
    workers: Iterable[Worker] | Mapping[str, Worker],
    bureau: Bureau,
    *,
    on: date,
    registered_on: Mapping[str, date] = MappingProxyType({}),
) -> Pool:
    """Build the pool for the measure ``candidates`` from workers (待安置人员).

    Each worker is classified under the law of the day *on*. A refused person is not a candidate.
    An undecided one is, with an unknown hardship, so that the order is undecided and names the
    person's number.

    Args:
        workers: the workers by their number; those of a list are numbered from 1.
        bureau: the bureau whose rules apply.
        on: the day on which the posts are offered.
        registered_on: the day of registration by number, as far as it is known.
    """
    if not isinstance(workers, Mapping):
        workers = {str(place): worker for place, worker in enumerate(workers, 1)}
    outcomes = {number: bureau.hardship(worker, on=on) for number, worker in workers.items()}
    return Pool(
        people=tuple(
            Candidate.of(number, worker, outcomes[number].value, registered_on.get(number))
            for number, worker in workers.items()
            if outcomes[number].status != "refused"
        )
    )


def print_assessment(result: Assessment, locale: str, write: Callable[[str], None]) -> None:
    """Print the summary of a register: rows read, assessed, rejected, by result and by reason."""
    counts = result.counts
    text = _("{read} rows read = {accepted} assessed + {rejected} rejected")
    values = {"read": counts.read, "accepted": counts.accepted, "rejected": counts.rejected}
    write(Message(text, values).say(locale))
    if result.known:
        text = _("{known} of the cases were in the ledger before, and were not entered again.")
        write(Message(text, {"known": result.known}).say(locale))
    if result.unused:
        headings = tuple(_heading(result, heading) for heading in result.unused)
        write(Message(_("Headings not used: {headings}"), {"headings": headings}).say(locale))
    tables: tuple[tuple[str, Counter[Any]], ...] = (
        (_("By status"), result.by_status),
        (_("By result"), result.by_value),
        (_("By reason (a person may have several)"), result.by_reason),
        (_("Undecided for lack of"), result.by_missing),
    )
    for title, counter in tables:
        if counter:
            write(Message(title).say(locale))
            for counted, number in counter.most_common():
                write(f"  {number:>9,}  {_labelled(counted, locale)}")


def _heading(result: Assessment, heading: str) -> Message | str:
    if heading not in result.misspelt:
        return heading
    values = {"heading": heading, "near": result.misspelt[heading]}
    return Message(_("{heading} (did you mean {near}?)"), values)


def _labelled(counted: Any, locale: str) -> str:
    """Format a term or sentence with its code in brackets, unless both are equal; or a record."""
    if isinstance(counted, str):
        return counted
    if not isinstance(counted, (Choice, Reason, FactField, Rule)):
        return record_text(counted, locale)
    term, code = _term(counted, locale)
    if term == code:
        return term
    return Message(_("{term} ({code})"), {"term": term, "code": code}).say(locale)


def _term(counted: Choice | Reason | FactField | Rule[Any], locale: str) -> tuple[str, str]:
    if isinstance(counted, Choice):
        return show(counted, locale), counted.code
    if isinstance(counted, Reason):
        return translate(counted.text, locale).rstrip(".。"), counted.code
    if isinstance(counted, Rule):
        return show(counted, locale), counted.path
    return wording(counted.zh, counted.en, locale), counted.name


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut *items* into lists of at most *size*."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _case(
    entry: Entry[Any],
    bureau: Bureau,
    measure: str,
    on: date,
    recorded_on: date,
    tally: Assessment,
    mark: str,
) -> Case:
    outcome = bureau.work(measure, entry.facts, on=on)
    _count(outcome, tally)
    identity = entry.person.identity
    subject = identity.upgraded().whole if identity else f"row {entry.row} of {mark}"
    return Case.of(outcome, entry.facts, recorded_on=recorded_on, subject=subject)


def _mark(path: Path) -> str:
    """Return the mark of this register: the beginning of the SHA-256 of the file.

    Persons without numbers in the same row of two registers are two persons.
    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:12]


def _count(outcome: Outcome[Any], tally: Assessment) -> None:
    value = outcome.value
    tally.by_status[Status.read(outcome.status)] += 1
    if value is not None:
        known = isinstance(value, Choice) or is_record(value)
        tally.by_value[value if known else str(plain(value))] += 1
    tally.by_reason.update(Reason(refusal.code, refusal.text) for refusal in outcome.refusals)
    if not outcome.refusals:
        asked = (q.rule if isinstance(q, NotKnown) else q for q in outcome.questions)
        tally.by_missing.update(asked)
