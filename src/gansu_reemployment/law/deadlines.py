"""Deadlines (期限): a number of calendar or working days within which something must be done."""

from datetime import date, timedelta

from attrs import field, frozen

from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, positive
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.working_days import working_days_after


@frozen(slots=False)
class Deadline(CheckedFacts):
    """A number of days (日) or working days (工作日); the starting day is not counted.

    Raises:
        InvalidFactsError: the number of days is not above zero.
    """

    days: int = field(metadata=meaning("日数", "days", positive))
    working: bool = fact("工作日", "working days", default=False)

    def after(self, day: date) -> date:
        """Return the last day of the deadline.

        Raises:
            RuleNotInForceError: the working days of the year are unknown.
        """
        if self.working:
            return working_days_after(day, self.days)
        return day + timedelta(days=self.days)

    def show(self, locale: str) -> str:
        """Return the number and the kind of days."""
        text = _("{days} working days") if self.working else _("{days} days")
        return Message(text, {"days": self.days}).say(locale)
