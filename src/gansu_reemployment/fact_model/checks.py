"""Checks of single values (单项核对): numbers, amounts, ratios and the mark of a day of birth."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import frozen

from gansu_reemployment.i18n import Message, _
from gansu_reemployment.money import Yuan

#: A check of one known value: it returns ``None`` or the problem.
Check = Callable[[Any], Message | None]


def positive(value: Any) -> Message | None:
    """Check that a number or amount is above zero."""
    return None if value > _zero(value.__class__) else Message(_("must be above zero"))


def not_negative(value: Any) -> Message | None:
    """Check that a number or amount is zero or more."""
    return None if value >= _zero(value.__class__) else Message(_("must not be negative"))


@cache
def _zero(kind: type[Any]) -> Any:
    return kind(0)


@frozen
class NotBefore:
    """A check that a day is not before that of the first rule (不早于)."""

    first: date

    def __call__(self, day: date) -> Message | None:
        """Return ``None`` or the problem."""
        if day >= self.first:
            return None
        return Message(_("before the first rule, of {day}"), {"day": self.first})


def each_not_negative(amounts: tuple[Any, ...]) -> Message | None:
    """Check that each of several amounts is zero or more; a column holds their sum."""
    wrong = [a for a in amounts if not isinstance(a, Yuan) or not_negative(a)]
    return Message(_("each must be an amount of zero or more")) if wrong else None


def at_most_one(value: Fraction) -> Message | None:
    """Check that a rate or share is at most 1, which is 100 %."""
    return None if value <= 1 else Message(_("must not be above 1, which is 100 %"))


def born(_value: date) -> None:
    """Mark a day of birth, which is checked against the day whose law applies."""


def happened(_value: date) -> None:
    """Mark a day of the past, which cannot be after the day whose law applies."""
