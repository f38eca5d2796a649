"""The known regions (已知地区), found by any of their spellings."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Final

from attrs import frozen

from gansu_reemployment.errors import (
    AmbiguousNameError,
    ArgumentError,
    RulebookError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.regions.region import REFERENCE_DAY, Level, Region
from gansu_reemployment.regions.spellings import Spelling, spellings, tidy

_BY_TEXT: Final = _("A region is found by a text, such as '天水市' or '620500', not by a {kind!s}.")


@frozen(slots=False)
class Regions:
    """The known regions in standard order, followed by those declared later."""

    regions: tuple[Region, ...]

    @cached_property
    def _index(self) -> Mapping[str, tuple[Spelling, ...]]:
        index: dict[str, tuple[Spelling, ...]] = {}
        for region in self.regions:
            for text, spelling in spellings(region):
                index[tidy(text)] = (*index.get(tidy(text), ()), spelling)
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
            ArgumentError: the name or code is not text.
            UnknownNameError: no region has this name; the error holds the nearest names.
            AmbiguousNameError: several regions of one level have this name; the error lists them.
        """
        if not isinstance(name_or_code, str):
            raise ArgumentError(_BY_TEXT, kind=type(name_or_code).__name__)
        day = on or REFERENCE_DAY
        hits = self._index.get(tidy(name_or_code), ())
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
        return iter(dict.fromkeys(text for region in self for text, _row in spellings(region)))

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


@cache
def gansu() -> Regions:
    """Return the built-in regions: the nation, Gansu, its prefectures and its counties."""
    # The table is read on first use: a user of one formula needs no regions.
    from gansu_reemployment._divisions import read_divisions  # noqa: PLC0415

    return Regions(read_divisions())


def find_region(name: str, on: date | None = None) -> Region:
    """Find a built-in region by name or code: see :meth:`Regions.find`."""
    return gansu().find(name, on)
