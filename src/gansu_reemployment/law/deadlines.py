"""A number of days within which something must be done (期限): calendar or working days."""

from datetime import date, timedelta

from attrs import NOTHING, frozen

from gansu_reemployment.dates import working_days_after
from gansu_reemployment.facts import CheckedFacts, fact, positive
from gansu_reemployment.i18n import Message, _


@frozen(slots=False)
class Deadline(CheckedFacts):
    """So many days (日) or working days (工作日); the day they are counted from is not one.

    Raises:
        InvalidFactsError: there is not at least one day.
    """

    days: int = fact("日数", "days", positive, default=NOTHING)
    working: bool = fact("工作日", "working days", default=False)

    def after(self, day: date) -> date:
        """Give the last day of the deadline.

        Raises:
            RuleNotInForceError: the working days of the year are not known.
        """
        if self.working:
            return working_days_after(day, self.days)
        return day + timedelta(days=self.days)

    def show(self, locale: str) -> str:
        """Say the number and the kind of days."""
        text = _("{days} working days") if self.working else _("{days} days")
        return Message(text, {"days": self.days}).say(locale)
