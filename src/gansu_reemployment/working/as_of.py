"""The law of another day within one evaluation (按批准之日的规定).

A right, once applied for, is judged by the law of its own days: the conditions of approval by
the law of the day of approval, the use by the law of the day of use. ``w.as_of(day)`` returns a
working that reads and cites every rule on *day*; all else is the working itself.

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.hardship.rules import HardshipRules
>>> from gansu_reemployment.working.case import CaseWorking
>>> rules = HardshipRules()
>>> case = CaseWorking(on=date(2009, 7, 1))
>>> len(case.use(rules.groups)), len(case.as_of(date(2003, 7, 1)).use(rules.groups))
(9, 4)
"""

from datetime import date
from typing import Any

from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.terms import Reason


class AsOf:
    """A working under the law of *day*, a plain date or one of the facts."""

    def __init__(self, working: Any, day: Any) -> None:
        self._working = working
        self._day = day
        self.plain: bool = working.plain

    def use(self, rule: Rule[Any]) -> Any:
        """Return the value of *rule* on the day, and cite its row."""
        return self._working.use_at(rule, self._day)

    def cite(self, rule: Rule[Any]) -> None:
        """Cite a reading or rule of the day without reading a value."""
        self._working.use_at(rule, self._day)

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Refuse for *reason*, resting on *rule* as it was on the day."""
        self._working.require_at(rule, self._day, condition, reason)

    def refuse(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Refuse for *reason* where *condition* holds, resting on *rule* as it was on the day."""
        self.require(rule, self._working.negate(condition), reason)

    def full_years(self, born_on: Any, by: date | None = None) -> Any:
        """Return the age in full years (周岁) on the day, or on the day *by*."""
        return self._working.full_years(born_on, self._day if by is None else by)

    def reached(self, born_on: Any, years: Any, by: date | None = None) -> Any:
        """Return whether the age has been reached on the day, or on the day *by*."""
        return self._working.reached(born_on, years, self._day if by is None else by)

    def day(self) -> Any:
        """Return the day whose law applies here."""
        return self._day

    def as_of(self, day: Any) -> "AsOf":
        """Return the working under the law of another day."""
        return AsOf(self._working, day)

    @property
    def as_written(self) -> bool:
        """Whether a case function runs."""
        written: bool = self._working.as_written
        return written

    def __getattr__(self, name: str) -> Any:
        # All else stays the same for a case, and Python asks here only for names it cannot find.
        found = vars(self)[name] = getattr(self._working, name)
        return found
