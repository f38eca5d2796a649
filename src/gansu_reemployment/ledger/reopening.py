"""Reopening a case (复核): compute it again with the law known that day, and compare the answers.

The caller supplies the computation: a bureau uses the rulebook as it was known on the day of
entry, or the present one to find what has changed since.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.working.outcome import Outcome

#: The parts of an outcome that form the answer; the rows that it cites are its grounds.
_ANSWER: Final = ("status", "value", "refusals", "missing")


@frozen
class Difference:
    """A part of an outcome that differs.

    *part* is ``status``, ``value``, ``refusals``, ``missing`` or ``citations``;
    *recorded* and *recomputed* are its JSON forms.
    """

    part: str
    recorded: Any
    recomputed: Any

    def say(self, locale: str = "en") -> str:
        """Return the difference in *locale* (``en`` or ``zh_CN``)."""
        values = {"part": self.part, "recorded": self.recorded, "recomputed": self.recomputed}
        return Message(_("{part}: was {recorded}, is now {recomputed}"), values).say(locale)


@frozen
class Reopened:
    """A case computed again: the *outcome* now, and its differences from the one in the ledger."""

    case: Case
    outcome: Outcome[Any]
    differences: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether the answer is the same: status, value, codes of refusal, missing facts.

        The grounds may have changed; then the cited rows are among the differences.
        """
        return not any(difference.part in _ANSWER for difference in self.differences)

    def lines(self, locale: str = "en") -> list[str]:
        """Return the differences as sentences, and plugins of that day that are not loaded now."""
        from gansu_reemployment.ledger import reopening_text  # noqa: PLC0415 - on demand only

        return reopening_text.describe_reopened(self, locale)


def reopen(case: Case, recompute: Callable[[Case], Outcome[Any]]) -> Reopened:
    """Compute *case* again by *recompute* and compare, ignoring the order of refusals."""
    outcome = recompute(case)
    recorded, recomputed = _parts(case.outcome), _parts(outcome.as_json())
    differences = (
        Difference(part, recorded[part], recomputed[part])
        for part in recorded
        if recorded[part] != recomputed[part]
    )
    return Reopened(case, outcome, tuple(differences))


def _parts(outcome: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "status": outcome.get("status"),
        "value": outcome.get("value"),
        "refusals": sorted(refusal["code"] for refusal in outcome.get("refusals", ())),
        "missing": sorted(outcome.get("missing", ())),
        "citations": sorted(row_name(cited) for cited in outcome.get("citations", ())),
    }


def row_name(cited: Mapping[str, Any]) -> str:
    """Name a cited row with its value, as ``hardship.age_women@2002-09-30: 40 (文号 第三条)``."""
    region = f"@{cited['region']}" if cited.get("region") else ""
    source = f"{cited.get('document')} {cited.get('article') or ''}".strip()
    return f"{cited['rule']}@{cited['since']}{region}: {cited.get('value')} ({source})"
