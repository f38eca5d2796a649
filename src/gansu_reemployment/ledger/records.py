"""Records (登记事项): what a ledger keeps besides decisions, such as a place's monthly report.

A record has a *kind*, a place, its day and its data; the kinds are in :mod:`.kinds`. It is
entered as a case is: never changed, corrected by a further record, known again by its key.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.identity import mask
from gansu_reemployment.ledger.cases import (
    canonical,
    day_faults,
    show_key,
    table_faults,
    text_faults,
)


@frozen(kw_only=True, repr=False)
class Record:
    """An entry of a ledger that is no decision (登记事项); ``repr`` does not show the data.

    Args:
        kind: what is recorded, such as ``report``.
        region: the code of the place that it is about.
        on: the day that it is about, such as the last one of the month reported.
        recorded_on: the day of entry.
        data: the data as :func:`~.converter.write_facts` gives them, without floats.
        corrects: the key of the record that this one corrects (更正), or continues.
        key: what makes the record known again; without one it is made from the contents.

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
    """Give a SHA-256 of the contents; the day of entry is not part of it."""
    contents = [record.kind, record.region, record.on.isoformat(), record.data, record.corrects]
    return sha256(canonical(contents).encode()).hexdigest()
