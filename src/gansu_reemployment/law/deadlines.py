"""A number of days within which something must be done (期限): calendar or working days."""

from datetime import date, timedelta

from attrs import frozen

from gansu_reemployment.dates import working_days_after
from gansu_reemployment.i18n import Message, _


@frozen
class Deadline:
    """So many days (日) or working days (工作日); the day they are counted from is not one."""

    days: int
    working: bool = False

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
