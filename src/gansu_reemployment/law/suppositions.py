"""Hypothetical values of rules (假设的规定): a reform that is tried, national rules included."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.delegation import exceeded
from gansu_reemployment.law.documents import HYPOTHESIS
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule


@frozen
class Supposition:
    """A hypothetical *value* of a rule from the day *since* on (假设); it is not the law.

    It replaces every row of those days, that of the nation and those of any place.
    """

    rule: Rule[Any] = field(eq=attrgetter("path"))
    since: date
    value: Any = field(hash=False)

    @property
    def row(self) -> Provision[Any]:
        """The hypothetical row."""
        return Provision(self.since, self.value, HYPOTHESIS)

    def exceeded(self) -> Iterator[Message]:
        """Yield a sentence for each limit of local values that the value exceeds."""
        return exceeded(self.rule, self.row, self.rule.covered_until)

    def show(self, locale: str) -> str:
        """Return the rule, the value and the day."""
        values = {"rule": self.rule, "value": self.value, "since": self.since}
        return Message(_("{rule}: {value} from {since} on"), values).say(locale)
