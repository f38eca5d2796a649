"""The methods that a formula may call on a working, in the types of plain Python (演算).

In a case a term is the plain value itself; over columns it is an expression over a dataframe.
The types are those of the plain value, so that mypy checks a formula as it reads.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from gansu_reemployment.law.bands import ByBand
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import Reason

T = TypeVar("T")


class Working(Protocol):
    """The only way in which a formula reads a rule, takes a step, refuses or rounds."""

    def use(self, rule: Rule[T]) -> T:
        """Return the value of *rule* on the day of the law, and cite its row.

        Where the value is unknown, but it is open whether one is needed, it is an unknown term.
        """

    def cite(self, rule: Rule[Any]) -> None:
        """Cite a reading or rule of the day without reading a value."""

    def use_at(self, rule: Rule[T], day: date) -> T:
        """Return the value of *rule* on *day*, such as that of a contract, and cite its row."""

    def as_of(self, day: date) -> "Working":
        """Return the working under the law of *day*: rules are read, cited and rested on then."""

    def step(self, label: str, value: T) -> T:
        """Record an intermediate result under a marked *label*, and return it."""

    def require(self, rule: Rule[Any], condition: bool, reason: Reason) -> None:  # noqa: FBT001 - a term
        """Refuse for *reason*, resting on *rule*, where *condition* does not hold."""

    def refuse(self, rule: Rule[Any], condition: bool, reason: Reason) -> None:  # noqa: FBT001 - a term
        """Refuse for *reason*, resting on *rule*, where *condition* holds."""

    def in_band(self, table: ByBand[T], number: int) -> T:
        """Return the value of a *table* by band for *number*, such as an amount by age."""

    def ratio(self, part: int | Yuan, whole: int | Yuan) -> Fraction:
        """Return the exact ratio of two numbers or amounts; *whole* must not be zero."""

    def share(self, amount: Yuan, ratio: Fraction) -> Yuan:
        """Return *ratio* of *amount*, rounded half up to the fen."""

    def full_years(self, born_on: date, by: date | None = None) -> int:
        """Return the age in full years (周岁) on the day of the law, or on the day *by*."""

    def reached(self, born_on: date, years: int, by: date | None = None) -> bool:
        """Return whether the age has been reached; cheaper over columns than a comparison."""

    def day(self) -> date:
        """Return the day whose law applies."""

    def year_end(self) -> date:
        """Return 31 December of the year of the day whose law applies."""

    def last_day(self, first: date, years: int) -> date:
        """Return the last day of a term of *years*: the day before the anniversary of *first*."""

    def anniversary(self, first: date, years: int) -> date:
        """Return the day *years* after *first*; 28 February where the year has no 29th."""

    def days(self, first: date, until: date) -> int:
        """Count the days from *first* to *until*, excluding the last; below zero if earlier."""

    def months_within(self, first: date, last: date) -> int:
        """Count the months of the day's year, whole or begun, from *first* to *last*."""

    def total(self, amounts: Iterable[Yuan]) -> Yuan:
        """Add amounts; a column holds the sum of its row already."""
