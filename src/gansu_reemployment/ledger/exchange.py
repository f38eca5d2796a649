"""Export of a ledger to JSON Lines, import, and copy to another ledger (台账导出导入).

The first line names the format. Each further line has a case or a record with the two hashes of
its ledger's chain (see :mod:`.links`). So a line that was changed, lost, duplicated or moved is
located, and the last line, with the heads of both chains, reveals a truncated file. A checkpoint
of the ledger is one of the file too. The file contains identity numbers in full: only its owner
can read it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import frozen

from gansu_reemployment.errors import InvalidFactsError, LedgerConflictError, LedgerError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.checkpoints import Checkpoint, verify
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.ledger.links import Head, Kept, digest_of, follow
from gansu_reemployment.ledger.protocol import Appended, Kind, Ledger
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.rows import FORMS
from gansu_reemployment.registers.files import private_file
from gansu_reemployment.registers.problems import file_problem
from gansu_reemployment.working.outcome_json import canonical

T = TypeVar("T", Case, Record)

#: The version of the file's form.
FORMAT: Final = "gansu_reemployment/ledger/2"
_KINDS: Final[Mapping[Kind, type[Any]]] = {"case": Case, "record": Record}
#: The number of entries copied in one transaction.
_BATCH: Final = 5_000


@frozen
class Moved:
    """The result of an export, import or copy: new and known *cases* and *records*.

    *conflicts* are the keys of the entries that were not entered, because the target has them with
    other contents, has another correction of the same entry, or lacks what they correct for such
    a reason.
    """

    cases: Appended
    records: Appended
    conflicts: tuple[str, ...] = ()


def export_ledger(ledger: Ledger, path: Path) -> Moved:
    """Write every entry of *ledger* to *path*; the file is written completely or not at all.

    Raises:
        LedgerError: the ledger cannot be read, or the file cannot be written.
    """
    try:
        with private_file(path, encoding="utf-8", newline="\n") as file:
            heads = _write(ledger, file.write)
    except LedgerError:
        raise
    except OSError as error:
        raise _failed(path, error) from error
    return Moved(Appended(heads["case"].count, 0), Appended(heads["record"].count, 0))


def verify_export(path: Path, against: Checkpoint | None = None) -> Checkpoint:
    """Verify the file at *path* as :func:`~.checkpoints.verify_ledger` verifies a ledger.

    Raises:
        LedgerChainError: the first entry that was changed, removed, inserted or moved, or the
            file does not contain the entries of the checkpoint.
        LedgerError: the file cannot be read, or is incomplete.
    """
    checkpoint = verify(partial(_kept, path), against)
    for _entry in _read(path):
        pass
    return checkpoint


def import_ledger(path: Path, ledger: Ledger) -> Moved:
    """Enter every entry of the file at *path* into *ledger*; entries already there are known.

    Everything is one transaction: if anything fails, nothing is entered. The file is read as it is
    entered, once for its cases and once for its records, so that its size does not matter.

    Raises:
        LedgerError: the file is incomplete or altered; the error names the first wrong line.
        LedgerConflictError: a key is in the ledger with other contents.
    """
    cases = (entry for entry in _read(path) if isinstance(entry, Case))
    records = (entry for entry in _read(path) if isinstance(entry, Record))
    return Moved(*ledger.append_all(cases, records))


def copy_ledger(source: Ledger, target: Ledger) -> Moved:
    """Copy every entry of *source* into *target*, 5,000 in each transaction.

    Entries that are in conflict with the target are not entered, but named in the result; all
    others are. To resume an interrupted copy, copy again: entries already there are known.

    Raises:
        LedgerError: a ledger cannot be read or written; earlier transactions are entered.
    """
    cases, skipped = _copy(source.find(), target.append)
    records, also_skipped = _copy(source.find_records(), target.append_records)
    return Moved(cases, records, (*skipped, *also_skipped))


def _copy(
    entries: Iterator[T], append: Callable[[Iterable[T]], Appended]
) -> tuple[Appended, list[str]]:
    added = known = 0
    skipped: dict[str, None] = {}
    while batch := list(islice(entries, _BATCH)):
        done = _enter(batch, append, skipped)
        added, known = added + done.added, known + done.known
    return Appended(added, known), list(skipped)


def _enter(
    batch: Sequence[T], append: Callable[[Iterable[T]], Appended], skipped: dict[str, None]
) -> Appended:
    """Enter a batch; where there is a conflict, enter each half, down to the entry itself."""
    skipped |= {entry.key: None for entry in batch if entry.corrects in skipped}
    left = [entry for entry in batch if entry.key not in skipped]
    try:
        return append(left)
    except LedgerConflictError:
        if len(left) == 1:
            skipped[left[0].key] = None
            return Appended(0, 0)
    half = len(left) // 2
    first, second = (_enter(part, append, skipped) for part in (left[:half], left[half:]))
    return Appended(first.added + second.added, first.known + second.known)


# Writing --------------------------------------------------------------------------------


def _write(ledger: Ledger, write: Callable[[str], Any]) -> dict[Kind, Head]:
    """Write all lines; a ledger whose chain is broken is not written as if it were whole."""
    _line(write, {"format": FORMAT})
    heads: dict[Kind, Head] = {}
    for kind, form in FORMS.items():
        heads[kind] = Head()
        for kept, head in follow(kind, partial(ledger.kept, kind)):
            entry = form.read(json.loads(kept.text), _("The ledger"))
            _line(write, {kind: write_facts(entry), "digest": kept.digest, "link": kept.link})
            heads[kind] = head
    _line(write, _end(heads))
    return heads


def _line(write: Callable[[str], Any], contents: Mapping[str, Any]) -> None:
    write(canonical(contents) + "\n")


def _end(heads: Mapping[Kind, Head]) -> Mapping[str, Any]:
    return {"end": {kind: [head.count, head.link] for kind, head in heads.items()}}


# Reading --------------------------------------------------------------------------------


def _read(path: Path) -> Iterator[Case | Record]:
    """Yield the entries, each checked; at the end check that none is missing."""
    heads: dict[Kind, Head] = dict.fromkeys(FORMS, Head())
    number, ended = 0, False
    for number, contents in _lines(path):
        kind = _kind(contents)
        if number == 1:
            _check_format(contents, path)
        elif kind is not None and not ended:
            entry, kept = _entry(kind, contents, path, number)
            heads[kind] = heads[kind].then(digest_of(kept.text))
            if heads[kind].link != kept.link:
                raise _altered(path, number)
            yield entry
        elif ended or contents != _end(heads):
            raise _altered(path, number)
        else:
            ended = True
    if not ended:
        text = _("{path} was cut off after line {number}; nothing was entered.")
        raise LedgerError(text, path=path, number=number)


def _check_format(contents: Mapping[str, Any], path: Path) -> None:
    if contents != {"format": FORMAT}:
        text = _("{path} is not an exported ledger of the form {format}.")
        raise LedgerError(text, path=path, format=FORMAT)


def _kind(contents: Mapping[str, Any]) -> Kind | None:
    """Return the kind of the entry in a line; a line with other names has none."""
    return next((kind for kind in FORMS if contents.keys() == {kind, "digest", "link"}), None)


def _kept(path: Path, kind: Kind) -> Iterator[Kept]:
    """Yield the entries of one kind as they are kept in the file."""
    for number, contents in _lines(path):
        if _kind(contents) == kind:
            yield _entry(kind, contents, path, number)[1]


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the number and the contents of each line."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield number, _contents(line, path, number)
    except LedgerError:
        raise
    except OSError as error:
        raise _failed(path, error) from error


def _contents(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        contents = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        contents = None
    if not isinstance(contents, dict):
        raise _altered(path, number)
    return contents


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; reject one that has a name twice."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError
    return table


def _entry(
    kind: Kind, contents: Mapping[str, Any], path: Path, number: int
) -> tuple[Case | Record, Kept]:
    try:
        entry = read_facts(_KINDS[kind], contents[kind])
    except InvalidFactsError as error:
        text = _("{path}: line {number} cannot be read; nothing was entered. {problem}")
        raise LedgerError(text, path=path, number=number, problem=str(error)) from None
    hashes = contents["digest"], contents["link"]
    return entry, Kept(entry.key, FORMS[kind].text(entry), *hashes)


def _altered(path: Path, number: int) -> LedgerError:
    text = _("{path}: line {number} has been altered; nothing was entered.")
    return LedgerError(text, path=path, number=number)


def _failed(path: Path, error: OSError) -> LedgerError:
    text = _("The file {path} failed: {problem}")
    return LedgerError(text, path=path, problem=file_problem(error))
