"""Hypothetical values of rules (假设的规定): a reform that is tried, national rules included."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from gansu_reemployment.i18n import Message
from gansu_reemployment.law.delegation import exceeded
from gansu_reemployment.law.documents import HYPOTHESIS
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.outcome_json import plain


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

    def as_json(self) -> dict[str, Any]:
        """Return the rule's path, the day and the value in JSON's own types."""
        since, value = self.since.isoformat(), plain(self.value)
        return {"rule": self.rule.path, "since": since, "value": value}

    def __str__(self) -> str:
        return f"{self.rule.path}@{self.since.isoformat()}={plain(self.value)}"
