"""A region (行政区划) with its level, and its dated titles and codes."""

import re
from datetime import date
from functools import cached_property
from typing import Final

from attrs import field, frozen

from gansu_reemployment.errors import (
    RulebookError,
    RuleNotInForceError,
)
from gansu_reemployment.i18n import Choice, _, wording

NATION_ID: Final = "000000"
GANSU_ID: Final = "620000"
#: The day of the Gansu opinion: identifiers and names are those of this day.
REFERENCE_DAY: Final = date(2003, 6, 10)

_SIX_DIGITS: Final = re.compile(r"[0-9]{6}")


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
        return wording(self.name, self.en, locale)

    def _value_on(self, day: date, rows: tuple[Dated, ...], missing: str) -> str:
        for row in rows:
            if row.holds(day):
                return row.value
        raise RuleNotInForceError(missing, path=self.id, day=day, region=self)
