"""The ledger in memory (内存台账), ``memory:``; it is forgotten when it is closed.

It is the plainest reading of the protocol: what another ledger does, this one does too.
"""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.ledger.checks import (
    chain,
    check_correction,
    check_count,
    closed,
    conflict,
    status_code,
    unknown_key,
)
from gansu_reemployment.ledger.protocol import Appended, CountBy
from gansu_reemployment.working.outcome import Status


class MemoryLedger:
    """A ledger in memory; see :class:`~.protocol.Ledger` for what it promises."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        #: For each entry that is corrected, the key of the one that does so.
        self._corrected: dict[str, str] = {}
        self._closed = False

    @classmethod
    def open(cls, url: str) -> Self:
        """Open a new, empty ledger; the URL is ``memory:``."""
        if url != "memory:":
            raise LedgerError(_("A ledger in memory has no name: its URL is memory:."))
        return cls()

    def append(self, cases: Iterable[Case]) -> Appended:
        """Enter a batch, all of it or nothing."""
        self._need_open()
        new: dict[str, Case] = {}
        corrected: dict[str, str] = {}
        known = 0
        for case in cases:
            known += self._stage(case, new, corrected)
        self._cases |= new
        self._corrected |= corrected
        return Appended(len(new), known)

    def _stage(self, case: Case, new: dict[str, Case], corrected: dict[str, str]) -> bool:
        """Put a case among the new ones; tell whether it is known already."""
        all_cases, all_corrected = ChainMap(new, self._cases), ChainMap(corrected, self._corrected)
        if case.key in all_cases:
            if all_cases[case.key] != case:
                raise conflict(case.key)
            return True
        if case.corrects is not None:
            by = all_corrected.get(case.corrects)
            check_correction(case.key, case.corrects, there=case.corrects in all_cases, by=by)
            corrected[case.corrects] = case.key
        new[case.key] = case
        return False

    def get(self, key: str) -> Case:
        """Give the case with this key."""
        self._need_open()
        if key not in self._cases:
            raise unknown_key(key)
        return self._cases[key]

    def find(
        self,
        *,
        region: str | None = None,
        measure: str | None = None,
        on: date | None = None,
        status: Status | str | None = None,
        code: str | None = None,
        subject: str | None = None,
        current: bool = False,
    ) -> Iterator[Case]:
        """Give the cases that match all that is given, in the order of entry."""
        wanted = {"region": region, "measure": measure, "on": on, "subject": subject}
        asked = {name: value for name, value in wanted.items() if value is not None}
        wanted_status = status_code(status)
        return (
            case
            for case in self._standing(current=current)
            if all(getattr(case, name) == value for name, value in asked.items())
            and wanted_status in (None, case.outcome["status"])
            and (code is None or code in case.reasons)
        )

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal."""
        check_count(by)
        counted = Counter(
            name for case in self._standing(current=current) for name in _names(case, by)
        )
        return dict(sorted(counted.items()))

    def history(self, key: str) -> tuple[Case, ...]:
        """Give the chain of corrections that the entry belongs to, oldest first."""
        return chain(self.get(key), self.get, self._corrected.get)

    def close(self) -> None:
        """Close the ledger and forget its cases."""
        self._closed = True

    def _standing(self, *, current: bool) -> list[Case]:
        self._need_open()
        return [case for case in self._cases.values() if not (current and self._is_past(case))]

    def _is_past(self, case: Case) -> bool:
        return case.key in self._corrected

    def _need_open(self) -> None:
        if self._closed:
            raise closed()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _names(case: Case, by: CountBy) -> tuple[str, ...]:
    if by == "reason":
        return case.reasons
    return (case.outcome["status"] if by == "status" else getattr(case, by),)
