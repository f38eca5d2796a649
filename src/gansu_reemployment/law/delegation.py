"""Delegation to regions (授权): who may set a local value, and within which limits."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from gansu_reemployment.errors import AmendmentError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.row_checks import last_days
from gansu_reemployment.regions import Level, level_of

if TYPE_CHECKING:
    from gansu_reemployment.law.rules import Rule


def check_level(rule: "Rule[Any]", region: str | None) -> None:
    """Check that a region, or the one with the code *region*, may set its own value.

    Raises:
        AmendmentError: the rule is not delegated, or not to that level.
    """
    if rule.delegated_to is None:
        raise AmendmentError(
            _("{path} ({rule}) is not delegated: no region may set its own value."),
            path=rule.path,
            rule=rule,
        )
    if region and level_of(region) not in _above(rule.delegated_to):
        raise AmendmentError(
            _(
                "{path} ({rule}) is delegated to the level {level} and those above it: "
                "{region}, of the level {own}, may not set it. {cite}"
            ),
            path=rule.path,
            rule=rule,
            level=rule.delegated_to,
            region=region,
            own=level_of(region),
            cite=rule.provisions[-1].cite if rule.provisions else "",
        )


def check_limits(rule: "Rule[Any]", row: Provision[Any], last: date) -> None:
    """Check that a local *row*, in force until *last*, keeps the limits of its days.

    Raises:
        AmendmentError: its value is outside one of them.
    """
    for sentence in exceeded(rule, row, last):
        raise AmendmentError(sentence.text, **sentence.values)


def exceeded(rule: "Rule[Any]", row: Provision[Any], last: date) -> Iterator[Message]:
    """Yield a sentence for each limit that a row, in force until *last*, exceeds."""
    for bound, until in zip(rule.bounds, last_days(rule.bounds, rule.covered_until), strict=True):
        if bound.since <= last and row.since <= until and not bound.allows(row.value):
            yield Message(
                _("{path} ({rule}): {value} is outside the limits set by law, {limits}: {cite}."),
                {
                    "path": rule.path,
                    "rule": rule,
                    "value": row.value,
                    "limits": bound.limits(),
                    "cite": bound.cite,
                },
            )


def _above(level: Level) -> tuple[Level, ...]:
    """Return *level* and the levels above it."""
    return tuple(Level)[: level.depth + 1]
