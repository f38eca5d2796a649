"""Records (登记事项): entries other than decisions, such as a region's monthly report.

A record has a *kind*, a region, a day and its data; the kinds are in :mod:`.kinds`. Like a
case, it is never changed, is corrected by a further record, and is identified by its key.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import (
    day_faults,
    show_key,
    table_faults,
    text_faults,
)
from gansu_reemployment.working.outcome_json import canonical


@frozen(kw_only=True, repr=False)
class Record:
    """An entry of a ledger that is not a decision (登记事项); ``repr`` does not show the data.

    Args:
        kind: the type of record, such as ``report``.
        region: the code of the region that it is about.
        on: the day that it is about, such as the last day of the month reported.
        recorded_on: the day of entry.
        data: the data as written by :func:`~.converter.write_facts`, without floats.
        corrects: the key of the record that this one corrects (更正), or continues.
        key: identifies the record; by default computed from the contents.

    Raises:
        InvalidFactsError: with every fault.
    """

    kind: str
    region: str
    on: date
    recorded_on: date
    data: Mapping[str, Any] = field(hash=False)
    corrects: str | None = None
    key: str = ""
    #: The data as canonical JSON, as a ledger keeps them.
    data_text: str = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        faults = [*text_faults(self, "kind", "region", "corrects"), *day_faults(self)]
        faults += table_faults(self, "data")
        if not faults and not self.key:
            object.__setattr__(self, "key", _key(self))
        if faults := faults or text_faults(self, "key"):
            raise InvalidFactsError(faults)

    def __repr__(self) -> str:
        place = mask(f"kind={self.kind!r}, region={self.region!r}")
        days = f"on={self.on}, recorded_on={self.recorded_on}"
        return f"Record(key={show_key(self.key)!r}, {place}, {days})"


def _key(record: Record) -> str:
    """Return a SHA-256 of the contents; the day of entry is not part of it."""
    contents = [record.kind, record.region, record.on.isoformat(), record.data, record.corrects]
    return sha256(canonical(contents).encode()).hexdigest()
