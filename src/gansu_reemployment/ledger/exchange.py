"""Export of a ledger to JSON Lines, import, and copy to another ledger (台账导出导入).

The first line names the format. Each further line has a case or a record and a *check*: a
SHA-256 of the line and of the previous check. So a line that was changed, lost, duplicated or
moved is located, and the last line, which counts the others, reveals a truncated file. The file
contains identity numbers in full: only its owner can read it.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import frozen

from gansu_reemployment.errors import InvalidFactsError, LedgerError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import Case, canonical
from gansu_reemployment.ledger.converter import write_facts
from gansu_reemployment.ledger.protocol import Appended, Ledger
from gansu_reemployment.ledger.records import Record

T = TypeVar("T")

#: The version of the file's form.
FORMAT: Final = "gansu_reemployment/ledger/1"
_KINDS: Final[Mapping[str, type[Any]]] = {"case": Case, "record": Record}
#: The number of entries copied in one transaction.
_BATCH: Final = 5_000


@frozen
class Moved:
    """The result of an export, import or copy: new and known *cases* and *records*."""

    cases: Appended
    records: Appended


def export_ledger(ledger: Ledger, path: Path) -> Moved:
    """Write every entry of *ledger* to *path*; the file is written completely or not at all.

    Raises:
        LedgerError: the ledger cannot be read, or the file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            counts = _write(ledger, file.write)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except LedgerError:
        part.unlink(missing_ok=True)
        raise
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _failed(path, error) from error
    return Moved(Appended(counts["case"], 0), Appended(counts["record"], 0))


def import_ledger(path: Path, ledger: Ledger) -> Moved:
    """Enter every entry of the file at *path* into *ledger*; entries already there are known.

    Everything is one transaction: whatever fails, nothing is entered. The file is read as it is
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

    To resume an interrupted copy, copy again: entries already there are known.

    Raises:
        LedgerConflictError: a key is in the target with other contents.
    """
    return Moved(
        _copy(source.find(), target.append), _copy(source.find_records(), target.append_records)
    )


def _copy(entries: Iterator[T], append: Callable[[Iterable[T]], Appended]) -> Appended:
    added = known = 0
    while batch := list(islice(entries, _BATCH)):
        done = append(batch)
        added, known = added + done.added, known + done.known
    return Appended(added, known)


# Writing --------------------------------------------------------------------------------


def _write(ledger: Ledger, write: Callable[[str], Any]) -> dict[str, int]:
    counts = {"case": 0, "record": 0}
    check = _line(write, {"format": FORMAT}, "")
    for name, entries in (("case", ledger.find()), ("record", ledger.find_records())):
        for entry in entries:
            check = _line(write, {name: write_facts(entry)}, check)
            counts[name] += 1
    _line(write, {"end": counts}, check)
    return counts


def _line(write: Callable[[str], Any], contents: Mapping[str, Any], before: str) -> str:
    check = _check(contents, before)
    write(canonical({**contents, "check": check}) + "\n")
    return check


def _check(contents: Mapping[str, Any], before: str) -> str:
    return sha256((before + canonical(contents)).encode()).hexdigest()


# Reading --------------------------------------------------------------------------------


def _read(path: Path) -> Iterator[Case | Record]:
    """Yield the entries, each checked; at the end check that none is missing."""
    counts = {"case": 0, "record": 0}
    contents: Mapping[str, Any] = {}
    number = 0
    for number, contents in _lines(path):
        if number == 1 and contents != {"format": FORMAT}:
            text = _("{path} is not an exported ledger of the form {format}.")
            raise LedgerError(text, path=path, format=FORMAT)
        for name in counts.keys() & contents.keys():
            counts[name] += 1
            yield _entry(_KINDS[name], contents[name], path, number)
    if contents != {"end": counts}:
        text = _("{path} was cut off after line {number}; nothing was entered.")
        raise LedgerError(text, path=path, number=number)


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the number and the contents of each line, after verifying its check."""
    check = ""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                contents, check = _checked(line, check, path, number)
                yield number, contents
    except LedgerError:
        raise
    except OSError as error:
        raise _failed(path, error) from error


def _checked(line: bytes, before: str, path: Path, number: int) -> tuple[dict[str, Any], str]:
    try:
        contents = json.loads(line)
        found = contents.pop("check")
        right = _check(contents, before) == found
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        right = False
    if not right:
        text = _("{path}: line {number} has been altered; nothing was entered.")
        raise LedgerError(text, path=path, number=number)
    return contents, found


def _entry(kind: type[T], data: Any, path: Path, number: int) -> T:
    try:
        return read_facts(kind, data)
    except InvalidFactsError as error:
        text = _("{path}: line {number} cannot be read; nothing was entered. {problem}")
        problem = mask(str(error))
        raise LedgerError(text, path=path, number=number, problem=problem) from None


def _failed(path: Path, error: OSError) -> LedgerError:
    text = _("The file {path} failed: {problem}")
    return LedgerError(text, path=path, problem=error.strerror or str(error))
