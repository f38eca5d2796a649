"""The ways to write a region (地区名称的写法): its titles, codes and short names."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from gansu_reemployment.regions.region import Dated, Region

_PLAIN: Final = re.compile(r"(?P<stem>.{2,}?)(?:省|地区|市|区|县)")
_AUTONOMOUS: Final = re.compile(
    r"(?P<stem>.{2,}?)(?:回族|藏族|裕固族|蒙古族|哈萨克族|保安族东乡族撒拉族|族)自治(?P<rank>[州县])"
)


@frozen
class Spelling:
    """One way to write a region; *short* if the class word is omitted."""

    region: Region
    row: Dated
    short: bool

    def rank(self, day: date) -> tuple[bool, bool, int]:
        """Return the sort key: written in full, valid on *day*, high level."""
        return self.short, not self.row.holds(day), self.region.level.depth


def spellings(region: Region) -> Iterator[tuple[str, Spelling]]:
    """Yield each text by which the region can be found, and its kind (各种写法)."""
    yield region.en, Spelling(region, Dated(region.en), short=False)
    for row in (*region.names, *region.codes):
        yield row.value, Spelling(region, row, short=False)
        for short in _short_names(row.value):
            yield short, Spelling(region, row, short=True)


def _short_names(title: str) -> tuple[str, ...]:
    """Return the title without its class word: 天水; 甘南, 甘南州; not if one character (环县)."""
    if match := _AUTONOMOUS.fullmatch(title):
        return match["stem"], match["stem"] + match["rank"]
    match = _PLAIN.fullmatch(title)
    return (match["stem"],) if match else ()


def tidy(text: str) -> str:
    """Return a text without white space, full-width forms and case, to be compared."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
