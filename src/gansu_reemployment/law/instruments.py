"""The register of documents (规范性文件目录), ``data/documents.csv``: every document that is cited.

The table is oldest first by day of issue. A document whose day is unknown is placed by its best
known year: that of its symbol, of its note or, failing both, of the document that it implements.
Several issuers, and the symbols of several successors, are separated by ``；``.

>>> find_instrument("财税〔2003〕192 号").issued
datetime.date(2003, 8, 23)
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import LIBRARY, Instrument, Standing
from gansu_reemployment.law.sources import TIDY

_TABLE: Final = Path(__file__).parents[1] / "data" / "documents.csv"


def _documents() -> Iterator[Instrument]:
    """Yield the documents of the table."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Instrument(
                row["symbol"],
                row["title"],
                _several(row["issuers"]),
                _day(row["issued"]),
                _day(row["effective"]),
                row["en"],
                _several(row["replaced_by"]),
                Standing.read(row["standing"]),
                row["note"],
                _day(row["known_by"]),
                (row["place"], row["place_en"]) if row["place"] else None,
            )


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split("；")) if text else ()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


#: Every document, oldest first.
REGISTER: Final[tuple[Instrument, ...]] = tuple(_documents())

_BY_NAME: Final = {
    instrument.name.translate(TIDY): instrument for instrument in (*REGISTER, LIBRARY)
}


def find_instrument(symbol: str, further: Iterable[Instrument] = ()) -> Instrument:
    """Find a document by its symbol (文号), or by its title where it has no known number.

    The style of brackets and the blanks do not matter. *further* documents, such as those of a
    region, are searched before the register.

    Raises:
        UnknownNameError: no document has this name; the error holds the nearest names.
    """
    own = {instrument.name.translate(TIDY): instrument for instrument in further}
    tidy = symbol.translate(TIDY)
    found = own.get(tidy) or _BY_NAME.get(tidy)
    if found is None:
        known = [instrument.name for instrument in (*own.values(), *REGISTER)]
        raise UnknownNameError(Message(_("document")), symbol, known)
    return found
