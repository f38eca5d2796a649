"""Reading a register (读登记册): good rows are yielded, bad rows go to a rejects file.

No row is lost. Rows are read one at a time. If a register has identity numbers, they supply sex
and date of birth when those cells are blank or those columns are absent; a cell that contradicts
the number is a fault.
"""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from gansu_reemployment.errors import Fault, GansuError, InvalidFactsError, RegisterError
from gansu_reemployment.fact_model import CheckedFacts, birth_problem
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.registers.entries import Counts, Entry, Person, Reject
from gansu_reemployment.registers.headings import Column, Headings, find_headings
from gansu_reemployment.registers.rejects import RejectsFile
from gansu_reemployment.registers.rows import Row, is_blank, read_rows

F = TypeVar("F", bound=CheckedFacts)

#: The path of a fault of the whole row.
_ROW: Final = "行/row"


def read_register(
    path: str | Path,
    kind: type[F],
    *,
    rejects: str | Path | None = None,
    needed: Collection[str] = (),
    born_by: date | None = None,
) -> "RegisterReader[F]":
    """Open a register of *kind*, such as :class:`~.persons.facts.Worker`; iterate over its entries.

    Bad rows are written to the file *rejects*, which is created only if there are any; an older
    file of that name is removed. *needed* names facts that must have a column. A birth date after
    *born_by*, such as the day of the decision, is a fault.

    Raises:
        RegisterError: the file is not a register, or headings are missing or appear twice.
        MissingExtraError: the package for this kind of file is not installed.
        OSError: the file does not exist or is not readable.
    """
    return RegisterReader(Path(path), kind, Path(rejects) if rejects else None, needed, born_by)


class RegisterReader(Generic[F]):
    """The entries of one register, readable once, with its *headings* and *counts*.

    Use it in a ``with`` statement if the reading may stop before the end.
    """

    def __init__(
        self,
        path: Path,
        kind: type[F],
        rejects: Path | None,
        needed: Collection[str],
        born_by: date | None = None,
    ) -> None:
        if rejects and path.exists() and rejects.exists() and path.samefile(rejects):
            raise RegisterError(_("The rejects of {file} need a separate file."), file=path.name)
        self.headings: Headings
        self.headings, self._rows = find_headings(read_rows(path), kind, needed)
        self._kind = kind
        self._born_by = born_by
        self._rejects = RejectsFile(rejects, self.headings) if rejects else None
        self._results = self._read()
        self._taken = self._accepted = self._rejected = 0

    @property
    def counts(self) -> Counts:
        """The numbers of rows read, accepted and rejected so far."""
        return Counts(read=self._taken, accepted=self._accepted, rejected=self._rejected)

    def __iter__(self) -> Iterator[Entry[F]]:
        return (result for result in self._results if isinstance(result, Entry))

    def results(self) -> Iterator[Entry[F] | Reject]:
        """Return the accepted and the rejected rows, in order."""
        return self._results

    def close(self) -> None:
        """Stop reading and close the files."""
        self._results.close()
        self._rows = iter(())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self) -> Generator[Entry[F] | Reject, None, None]:
        try:
            for row in self._rows:
                if not row.blank:
                    yield self._decide(row)
        finally:
            # Dropping the rows closes their file.
            self._rows = iter(())
            if self._rejects:
                self._rejects.close()

    def _decide(self, row: Row) -> Entry[F] | Reject:
        self._taken += 1
        result = read_row(row, self.headings, self._kind, self._born_by)
        if isinstance(result, Entry):
            self._accepted += 1
            return result
        self._rejected += 1
        if self._rejects:
            self._rejects.write(result)
        return result


def read_row(
    row: Row, headings: Headings, kind: type[F], born_by: date | None = None
) -> Entry[F] | Reject:
    """Read one row: return its entry, or the reject with all its faults."""
    cells = _fitted(row.cells, len(headings.texts))
    if row.fault:
        return Reject(row, (Fault(_ROW, row.fault),))
    if len(cells) != len(headings.texts):
        text = _("{found} cells for {wanted} headings")
        return Reject(row, (Fault.at(_ROW, text, found=len(cells), wanted=len(headings.texts)),))
    faults: list[Fault] = []
    person = Person(**_values(headings.person, cells, faults))
    values = _values(headings.facts, cells, faults)
    if person.identity:
        faults += _compare(person.identity, values, headings)
    faults += born_after(values.get("born_on"), born_by, headings.named)
    facts = _facts(kind, values, headings, faults)
    if facts is None:
        return Reject(row, tuple(faults))
    extra = {heading: cells[index] for index, heading in headings.extra.items()}
    return Entry(row.number, person, facts, extra)


def born_after(
    born_on: date | None, day: date | None, named: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Fault]:
    """Yield a fault if *born_on* is after *day*, under the heading of its column."""
    if born_on and day and (problem := birth_problem(born_on, day)):
        heading = named.get("born_on") or named.get("identity", "born_on")
        yield Fault(heading, problem)


def _fitted(cells: Sequence[Any], width: int) -> Sequence[Any]:
    """Drop the cells without a heading if all of them are blank."""
    surplus = cells[width:]
    return cells[:width] if surplus and all(map(is_blank, surplus)) else cells


def _values(columns: Iterable[Column], cells: Sequence[Any], faults: list[Fault]) -> dict[str, Any]:
    values = {}
    for column in columns:
        try:
            values[column.fact.name] = column.read(cells[column.index])
        except InvalidFactsError as error:
            faults += (Fault(column.heading, fault.problem) for fault in error.faults)
        except GansuError as error:
            faults.append(Fault(column.heading, error.message))
    return values


def _compare(
    identity: IdentityNumber, values: dict[str, Any], headings: Headings
) -> Iterator[Fault]:
    """Add the facts in the number to *values*; yield a fault where they contradict it."""
    for name in headings.derived:
        implied = getattr(identity, name)
        given = values.get(name)
        if given is None:
            values[name] = implied
        elif given != implied:
            text = _("{given} contradicts {masked} under {heading}, which implies {implied}")
            shown = {"given": given, "masked": identity.masked, "implied": implied}
            yield Fault.at(headings.named[name], text, **shown, heading=headings.named["identity"])


def _facts(
    kind: type[F], values: dict[str, Any], headings: Headings, faults: list[Fault]
) -> F | None:
    """Build the facts, also to collect their faults if the row already has some."""
    try:
        facts = kind(**values)
    except InvalidFactsError as error:
        known = {fault.path for fault in faults}
        found = [Fault(headings.named.get(f.path, f.path), f.problem) for f in error.faults]
        faults += (fault for fault in found if fault.path not in known)
    return None if faults else facts
