"""Reading a register (读登记册): good rows go on, bad ones go to a rejects file, none is lost.

Rows are read one at a time. Where a register has identity numbers, sex and date of birth
come from them if their own cells are blank or there are no such columns; a cell that says
otherwise is a fault.
"""

from collections.abc import Collection, Iterator
from os.path import samefile
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from gansu_reemployment.errors import Fault, GansuError, InvalidFactsError, RegisterError
from gansu_reemployment.facts import CheckedFacts, describe
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.registers.cells import plain
from gansu_reemployment.registers.entries import Counts, Entry, Person, Reject
from gansu_reemployment.registers.headings import FROM_IDENTITY, Column, Headings, find_headings
from gansu_reemployment.registers.rejects import RejectsFile
from gansu_reemployment.registers.rows import Row, is_blank, read_rows

F = TypeVar("F", bound=CheckedFacts)

#: Where a fault of the whole row is said to be.
_ROW: Final = "行/row"


def read_register(
    path: str | Path,
    kind: type[F],
    *,
    rejects: str | Path | None = None,
    needed: Collection[str] = (),
) -> "RegisterReader[F]":
    """Open a register of *kind*, such as :class:`~.people.Worker`; iterate over its entries.

    Bad rows are written to the file *rejects*, which is made only if there are any; an older
    one of that name is removed. *needed* names facts that must have a column.

    Raises:
        RegisterError: the file is no register, or headings are missing or doubled.
        MissingExtraError: the package for this kind of file is not installed.
        OSError: there is no such file, or it may not be read.
    """
    return RegisterReader(Path(path), kind, Path(rejects) if rejects else None, needed)


class RegisterReader(Generic[F]):
    """The entries of one register, once through; *headings* and *counts* tell about it.

    Use it in a ``with`` statement where the reading may stop before the end.
    """

    def __init__(
        self, path: Path, kind: type[F], rejects: Path | None, needed: Collection[str]
    ) -> None:
        if rejects and path.exists() and rejects.exists() and samefile(path, rejects):
            raise RegisterError(_("The rejects of {file} need a file of their own."), file=path.name)
        self.headings, self._rows = find_headings(read_rows(path), kind, needed)
        self._kind = kind
        self._rejects = RejectsFile(rejects, self.headings) if rejects else None
        self._results = self._read()
        self._read_rows = self._accepted = self._rejected = 0

    @property
    def counts(self) -> Counts:
        """How many rows were read, accepted and rejected so far."""
        return Counts(read=self._read_rows, accepted=self._accepted, rejected=self._rejected)

    def __iter__(self) -> Iterator[Entry[F]]:
        return (result for result in self._results if isinstance(result, Entry))

    def results(self) -> Iterator[Entry[F] | Reject]:
        """Give the bad rows too, each in its place."""
        return self._results

    def close(self) -> None:
        """Stop reading and close the files."""
        self._results.close()
        if self._rejects:
            self._rejects.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
