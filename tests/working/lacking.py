"""The rules of which an outcome needs a value that is not known."""

from datetime import date
from typing import Any

from gansu_reemployment.working.outcome import Outcome


def lacking(outcome: Outcome[Any]) -> dict[str, date]:
    """Return the paths of the rules with the days, and check that they leave it undecided."""
    found = {gap.rule.path: gap.day for gap in outcome.not_known}
    assert {f"rule-not-known:{path}" for path in found} <= set(outcome.missing)
    assert outcome.status != "decided"
    return found
