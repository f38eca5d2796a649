"""Values by band (分档标准): a table of the law by age, years or another whole number.

>>> amounts = ByBand.of(100, {40: 200, 45: 300})
>>> [amounts.at(age) for age in (39, 40, 44, 45)]
[100, 200, 200, 300]
>>> amounts.show("en")
'below 40: 100, from 40: 200, from 45: 300'
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Generic, TypeVar

from attrs import field, frozen

from gansu_reemployment.errors import RulebookError
from gansu_reemployment.i18n import Message, _, wording

T = TypeVar("T")


@frozen
class Band(Generic[T]):
    """The value of one band, which begins with the number *least*."""

    least: int = field(metadata={"zh": "起", "en": "from"})
    value: T = field(metadata={"zh": "标准", "en": "value"})


@frozen
class ByBand(Generic[T]):
    """A value below all bands, and that of each band; a band ends where the next begins.

    Raises:
        RulebookError: the bands are not in order, or there are no bands.
    """

    below: T = field(metadata={"zh": "以下", "en": "below"})
    bands: tuple[Band[T], ...] = field(metadata={"zh": "分档", "en": "bands"})

    def __attrs_post_init__(self) -> None:
        if not self.bands or any(a.least >= b.least for a, b in pairwise(self.bands)):
            raise RulebookError(_("Bands need rising numbers, each above the one before."))

    @classmethod
    def of(cls, below: T, bands: Mapping[int, T]) -> "ByBand[T]":
        """Build a table from the value below all bands, and each band's first number and value."""
        return cls(below, tuple(Band(least, value) for least, value in bands.items()))

    def at(self, number: int) -> T:
        """Return the value for *number*."""
        reached = [band.value for band in self.bands if band.least <= number]
        return reached[-1] if reached else self.below

    def show(self, locale: str) -> str:
        """Return the table as one line."""
        first = Message(
            _("below {number}: {value}"), {"number": self.bands[0].least, "value": self.below}
        )
        others = (
            Message(_("from {number}: {value}"), {"number": band.least, "value": band.value})
            for band in self.bands
        )
        between = wording("，", ", ", locale)
        return between.join(message.say(locale) for message in (first, *others))
