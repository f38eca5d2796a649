"""Regions (行政区划): the nation, Gansu, 14 prefectures (市、州、地区) and 86 county units.

A region has one permanent identifier and name, those of 2003-06-10, the day of the Gansu opinion.
Its titles and codes are dated: 定西地区 became 定西市 and 622400 became 621100. The State Council
(国函) or the Ministry of Civil Affairs (民函) approves a change; the codes (行政区划代码) are those
of the National Bureau of Statistics.

A change is dated by its approval, the only day in the sources. An office may have used its old
name for months after that, so old and new names are accepted on every day.

>>> from datetime import date
>>> region = find_region("定西地区")
>>> region.id, region.name, region.en
('621100', '定西市', 'Dingxi City')
>>> region.name_on(date(2003, 4, 3)), region.code_on(date(2003, 4, 3))
('定西地区', '622400')
>>> [above.name for above in gansu().chain(find_region("安定区"))]
['全国', '甘肃省', '定西市', '安定区']

The table is ``data/gansu_divisions.csv``. It lacks the codes that the counties of
武威, 张掖, 平凉, 酒泉 and 庆阳 had before those prefectures became cities.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Final

from attrs import field, frozen

from gansu_reemployment.errors import (
    AmbiguousNameError,
    RulebookError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Choice, Message, _, choose_locale

NATION_ID: Final = "000000"
GANSU_ID: Final = "620000"
#: The day of the Gansu opinion: identifiers and names are those of this day.
REFERENCE_DAY: Final = date(2003, 6, 10)

_SIX_DIGITS: Final = re.compile(r"[0-9]{6}")
_PLAIN: Final = re.compile(r"(?P<stem>.{2,}?)(?:省|地区|市|区|县)")
_AUTONOMOUS: Final = re.compile(
    r"(?P<stem>.{2,}?)(?:回族|藏族|裕固族|蒙古族|哈萨克族|保安族东乡族撒拉族|族)自治(?P<rank>[州县])"
)


class Level(Choice):
    """Level of a region (行政级别), from the highest to the lowest."""

    NATION = ("国家", "nation")
    PROVINCE = ("省", "province")
    PREFECTURE = ("市（州、地区）", "prefecture")
    COUNTY = ("县（市、区）", "county")

    @cached_property
    def depth(self) -> int:
        """The number of levels above this one."""
        return tuple(Level).index(self)


def level_of(code: str) -> Level:
    """Return the level of a region by its six-digit *code*.

    >>> level_of("620500").code
    'prefecture'
    """
    if code == "000000":
        return Level.NATION
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


@frozen
class Dated:
    """A title or code and its days: from *since* to the day before *until*.

    *approval* is the symbol of the approving document (批准文号). ``None`` leaves a side open.
    """

    value: str
    since: date | None = None
    until: date | None = None
    approval: str | None = None

    def holds(self, day: date) -> bool:
        """Return whether this is the title or code on *day*."""
        return (self.since or date.min) <= day and (self.until is None or day < self.until)


@frozen
class Region:
    """A region (行政区划) with a stable name and identifier, and dated titles and codes.

    *id* and *name* are the code and name of 2003-06-10, *parent* is the identifier of the region
    above. If two rows of *names* or *codes* apply on one day, the first is the official one.
    Without them the region has always had the one name and the one code.

    Raises:
        RulebookError: the code is not six digits, or *names* or *codes* lack its own.
    """

    id: str
    name: str
    en: str
    level: Level
    parent: str | None = NATION_ID
    names: tuple[Dated, ...] = field(repr=False)
    codes: tuple[Dated, ...] = field(repr=False)

    @names.default
    def _one_name(self) -> tuple[Dated, ...]:
        return (Dated(self.name),)

    @codes.default
    def _one_code(self) -> tuple[Dated, ...]:
        return (Dated(self.id),)

    def __attrs_post_init__(self) -> None:
        if not (_SIX_DIGITS.fullmatch(self.id) and {self.id, self.name} <= self.spellings):
            raise RulebookError(
                _(
                    "The region {region} ({code}) needs a code of six digits, "
                    "and its own name and code among the dated ones."
                ),
                region=self,
                code=self.id,
            )

    @property
    def spellings(self) -> frozenset[str]:
        """Every title and code that the region has had."""
        return frozenset(row.value for row in (*self.names, *self.codes))

    def name_on(self, day: date) -> str:
        """Return the title (名称) on *day*.

        Raises:
            RuleNotInForceError: no title is known on that day.
        """
        return self._value_on(day, self.names, _("No name of {region} is known on {day}."))

    def code_on(self, day: date) -> str:
        """Return the code (行政区划代码) on *day*.

        Raises:
            RuleNotInForceError: no code is known on that day.
        """
        return self._value_on(day, self.codes, _("No code of {region} is known on {day}."))

    def show(self, locale: str) -> str:
        """Return the name in *locale*: Chinese for ``zh_CN``, else English."""
        return self.name if choose_locale(locale) == "zh_CN" else self.en

    def _value_on(self, day: date, rows: tuple[Dated, ...], missing: str) -> str:
        for row in rows:
            if row.holds(day):
                return row.value
        raise RuleNotInForceError(missing, region=self, day=day)


@frozen
class _Spelling:
    """One way to write a region; *short* if the class word is omitted."""

    region: Region
    row: Dated
    short: bool

    def rank(self, day: date) -> tuple[bool, bool, int]:
        """Return the sort key: written in full, valid on *day*, high level."""
        return self.short, not self.row.holds(day), self.region.level.depth


@frozen(slots=False)
class Regions:
    """The known regions in standard order, followed by those declared later."""

    regions: tuple[Region, ...]

    @cached_property
    def _index(self) -> Mapping[str, tuple[_Spelling, ...]]:
        index: dict[str, tuple[_Spelling, ...]] = {}
        for region in self.regions:
            for text, spelling in _spellings(region):
                index[_tidy(text)] = (*index.get(_tidy(text), ()), spelling)
        return index

    def __iter__(self) -> Iterator[Region]:
        return iter(self.regions)

    def __len__(self) -> int:
        return len(self.regions)

    def find(self, name_or_code: str, on: date | None = None) -> Region:
        """Find a region by any title, code or English name it has had, or by its short name.

        A full name is preferred to a short one, then one valid on *on* to one valid only on
        another day, then the higher level to the lower. So 定西地区 is found on every day; 武威市
        is the county-level city before 2001-05-09 and the prefecture since; and the bare 临夏 or
        白银 is the prefecture, never 临夏市, 临夏县 or 白银区. Without *on* the day is 2003-06-10.
        White space and full-width digits do not matter.

        Raises:
            UnknownNameError: no region has this name; the error holds the nearest names.
            AmbiguousNameError: several regions of one level have this name; the error lists them.
        """
        day = on or REFERENCE_DAY
        hits = self._index.get(_tidy(name_or_code), ())
        if not hits:
            known = sorted({text for region in self for text in (region.en, *region.spellings)})
            raise UnknownNameError(Message(_("region")), name_or_code, known)
        best = min(hit.rank(day) for hit in hits)
        found = list(dict.fromkeys(hit.region for hit in hits if hit.rank(day) == best))
        if len(found) > 1:
            near = [region.name for region in found]
            raise AmbiguousNameError(Message(_("region")), name_or_code, near)
        return found[0]

    def texts(self) -> Iterator[str]:
        """Return every spelling of every region, each once."""
        return iter(dict.fromkeys(text for region in self for text, _row in _spellings(region)))

    def chain(self, region: Region) -> tuple[Region, ...]:
        """Return the layers from the nation down to *region* itself."""
        if region.parent is None:
            return (region,)
        return (*self.chain(self.find(region.parent)), region)

    def children(self, region: Region) -> tuple[Region, ...]:
        """Return the regions directly below *region*; 嘉峪关市 has none."""
        return tuple(below for below in self if below.parent == region.id)

    def of_level(self, level: Level) -> tuple[Region, ...]:
        """Return the regions of *level*."""
        return tuple(region for region in self if region.level is level)

    def with_region(self, region: Region) -> "Regions":
        """Add a *region*, such as one outside Gansu.

        Raises:
            RulebookError: another region has had one of its names or codes, or its parent is not
                known or not of a higher level.
        """
        own = region.spellings
        for known in self:
            if shared := own.intersection(row.value for row in (*known.names, *known.codes)):
                raise RulebookError(
                    _("{new} ({code}) cannot be declared: {shared} belongs to {old} ({old_code})."),
                    new=region,
                    code=region.id,
                    shared=shared,
                    old=known,
                    old_code=known.id,
                )
        above = {known.id for known in self if known.level.depth < region.level.depth}
        if region.parent not in above:
            raise RulebookError(
                _("{region} cannot be declared: {parent} is not a region of a higher level."),
                region=region,
                parent=region.parent,
            )
        return Regions((*self.regions, region))


def _spellings(region: Region) -> Iterator[tuple[str, _Spelling]]:
    yield region.en, _Spelling(region, Dated(region.en), short=False)
    for row in (*region.names, *region.codes):
        yield row.value, _Spelling(region, row, short=False)
        for short in _short_names(row.value):
            yield short, _Spelling(region, row, short=True)


def _short_names(title: str) -> tuple[str, ...]:
    """Return the title without its class word: 天水; 甘南, 甘南州; not if one character (环县)."""
    if match := _AUTONOMOUS.fullmatch(title):
        return match["stem"], match["stem"] + match["rank"]
    match = _PLAIN.fullmatch(title)
    return (match["stem"],) if match else ()


def _tidy(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@cache
def gansu() -> Regions:
    """Return the built-in regions: the nation, Gansu, its prefectures and its counties."""
    # The table is read on first use: a user of one formula needs no regions.
    from gansu_reemployment._divisions import read_divisions  # noqa: PLC0415

    return Regions(read_divisions())


def find_region(name: str, on: date | None = None) -> Region:
    """Find a built-in region by name or code: see :meth:`Regions.find`."""
    return gansu().find(name, on)
