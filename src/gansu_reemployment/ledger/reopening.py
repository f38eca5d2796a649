"""Reopening a case (复核): worked again with the law known that day, does the answer still hold?

Whoever asks supplies the working: a bureau works the case with the rulebook as it was known
on the day of entry, or with that of today to see what has changed since.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.cases import Case
from gansu_reemployment.working.outcome import Outcome

#: The parts of an outcome that are the answer; the rows it cites are its grounds.
_ANSWER: Final = ("status", "value", "refusals", "missing")


@frozen
class Difference:
    """A part of an outcome that came out otherwise.

    *part* is ``status``, ``value``, ``refusals``, ``missing`` or ``citations``;
    *recorded* and *recomputed* are in the form of JSON.
    """

    part: str
    recorded: Any
    recomputed: Any

    def say(self, locale: str = "en") -> str:
        """Tell the difference in *locale* (``en`` or ``zh_CN``)."""
        values = {"part": self.part, "recorded": self.recorded, "recomputed": self.recomputed}
        return Message(_("{part}: was {recorded}, is now {recomputed}"), values).say(locale)


@frozen
class Reopened:
    """A case worked again: the *outcome* now, and how it differs from the one in the ledger."""

    case: Case
    outcome: Outcome[Any]
    differences: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether the answer is the same: status, value, codes of refusal, missing facts.

        It may hold on other grounds; then the cited rows are among the differences.
        """
        return not any(difference.part in _ANSWER for difference in self.differences)

    def lines(self, locale: str = "en") -> list[str]:
        """Give what differs in words, and the plugins of then that are not loaded now."""
        from gansu_reemployment.ledger import reopening_words  # noqa: PLC0415 - on demand only

        return reopening_words.say_reopened(self, locale)


def reopen(case: Case, recompute: Callable[[Case], Outcome[Any]]) -> Reopened:
    """Work *case* again by *recompute* and compare. The order of refusals is no difference."""
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
    place = f"@{cited['region']}" if cited.get("region") else ""
    source = f"{cited.get('document')} {cited.get('article') or ''}".strip()
    return f"{cited['rule']}@{cited['since']}{place}: {cited.get('value')} ({source})"
