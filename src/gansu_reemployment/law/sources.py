"""Where documents were read (出处): the address and the day of each article that was read.

The table is ``data/sources.csv``. A row is either on the document itself, or on a later text of a
place that restates it.

>>> [found.address for found in readings_of("国税发[2004]93号")]
['http://zjgjtjx.com/shuishoudezongheyouhui/2006/09-23/2114.html']
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.i18n import Choice, Message, _

_TABLE: Final = Path(__file__).parents[1] / "data" / "sources.csv"
#: How an address begins that a reader can open; that of a file in a repository is made into one.
_LINKS: Final = ("http://", "https://")
_REPOSITORY: Final = "github:"
#: The brackets of an article, and the signs between two articles.
_PARTS: Final = str.maketrans("（）、", "() ")
#: The ways to write the bracket and the blanks in a symbol.
TIDY: Final = str.maketrans("〔﹝［（(〕﹞］）)", "[[[[[]]]]]", " \t\n\u3000\xa0")


class Extent(Choice):
    """How much of an article was read (阅读范围)."""

    WHOLE = "全文", "whole"
    PART = "部分", "part"


class Grade(Choice):
    """The kind of the copy that was read (版本)."""

    OFFICIAL_SITE = "政府网站", "official site"
    LAW_DATABASE = "法规库", "law database"
    COPY = "转载", "copy"
    PRESS = "报道", "press"


@frozen(kw_only=True)
class TextRead:
    """An article that was read, with its address (出处).

    Args:
        address: the address, or the name of the copy.
        read_on: the day on which it was read.
        grade: the kind of the copy.
        article: the article; empty where the text has none or all of it is meant.
        extent: whether all of the article was read.
        instrument: the symbol or title of the text that was read; empty for the document's own.
        supports: the paths of the rules that rest on it.
        restates: the symbol of the document that the text restates, if it does.
    """

    address: str
    read_on: date
    grade: Grade
    article: str = ""
    extent: Extent = Extent.WHOLE
    instrument: str = ""
    supports: frozenset[str] = frozenset()
    restates: str = ""

    def show(self, locale: str) -> str:
        """Return the text that was read, its address, the kind of the copy and the day."""
        values: dict[str, Any] = {
            "name": f"{self.instrument} {self.article}".rstrip(),
            "address": self.link or Message(_("the text itself, without an address")),
            "grade": self.grade,
            "day": self.read_on,
        }
        return Message(_("{name}: {address} ({grade}, read on {day})"), values).say(locale)

    @property
    def link(self) -> str | None:
        """The address as a link; ``None`` where it cannot be opened."""
        if self.address.startswith(_LINKS):
            return self.address
        if not self.address.startswith(_REPOSITORY):
            return None
        repository, _, path = self.address.removeprefix(_REPOSITORY).partition(" ")
        name, _, commit = repository.partition("@")
        return f"https://github.com/{name}/blob/{commit}/{path}"


@cache
def all_readings() -> tuple[TextRead, ...]:
    """Read the table."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def readings_of(*names: str) -> tuple[TextRead, ...]:
    """Return what was read of the document with one of these *names*, its own text first."""
    found = (_by_name().get(name.translate(TIDY), ()) for name in names if name)
    return tuple(dict.fromkeys(reading for readings in found for reading in readings))


def readings_for(
    readings: Iterable[TextRead], article: str, path: str = ""
) -> tuple[TextRead, ...]:
    """Return those of *readings* that the row at *path*, which cites *article*, rests on.

    A row rests on what names its rule, and on its article.
    """
    parts = frozenset(article.translate(_PARTS).split())
    return tuple(
        reading
        for reading in readings
        if path in reading.supports or (not reading.restates and _covers(reading, parts))
    )


def _covers(reading: TextRead, parts: frozenset[str]) -> bool:
    """Return whether the article that was read is cited, or the whole text was read."""
    if not reading.article:
        return reading.extent is Extent.WHOLE
    return reading.article.translate(_PARTS) in parts


@cache
def _by_name() -> Mapping[str, tuple[TextRead, ...]]:
    own, restating = defaultdict(list), defaultdict(list)
    for reading in all_readings():
        own[reading.instrument.translate(TIDY)].append(reading)
        if reading.restates:
            restating[reading.restates.translate(TIDY)].append(reading)
    return {name: (*own[name], *restating[name]) for name in (own | restating)}


def _read(row: Mapping[str, str]) -> TextRead:
    return TextRead(
        instrument=row["instrument"],
        article=row["article"],
        extent=Extent.read(row["read"]),
        grade=Grade.read(row["grade"].replace(" ", "_")),
        address=row["address"],
        read_on=date.fromisoformat(row["read_on"]),
        supports=frozenset(row["supports"].split()),
        restates=row["restates"].translate(TIDY),
    )
