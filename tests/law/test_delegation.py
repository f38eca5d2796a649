"""Who may set each rule, and within which limits, compared with what the law files say.

``delegation.csv`` has a line for each rule: the lowest level that may set its own value, or none.
Its *basis* says what that rests on:

- ``read``: a document, or a section of a law file, names who sets the value, or sets it for all.
- ``practice``: places are known to set their own value; no text names the lowest level.
- ``silent``: the law files say nothing, so that the level is recorded and not confirmed.

``limits.csv`` has a line for each limit. A least of 0 and a most of 1 are natural ends of a ratio.
"""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from gansu_reemployment import Rulebook, Yuan
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Bound

_RULES: Final = {rule.path: rule for rule in Rulebook.national().rules()}
_SOURCES: Final = {"loans.md", "subsidies.md", "targets.md", "taxes.md"} | {
    instrument.name for instrument in REGISTER
}


def lines(name: str) -> list[dict[str, str]]:
    """Return the lines of a table."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_LEVELS: Final = lines("delegation.csv")


def end(text: str) -> Fraction | date | None:
    """Parse an end of a limit: a day, a number or a percentage."""
    if not text:
        return None
    if "-" in text:
        return date.fromisoformat(text)
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def plain(value: Any) -> Any:
    """Return an end of a limit as the table has it, an amount in yuan."""
    return Fraction(value.fen, 100) if isinstance(value, Yuan) else value


def stated(path: str, limit: Bound) -> tuple[Any, ...]:
    """Return a limit of a rule as a line of the table."""
    ends = (plain(limit.least), plain(limit.most))
    cite = limit.cite
    source = (cite.instrument.name, cite.article, cite.standing.name.lower())
    return (path, limit.since.isoformat(), *ends, *source)


def test_every_rule_has_one_line() -> None:
    """The table has each rule once, and nothing else."""
    assert [line["path"] for line in _LEVELS] == list(_RULES)


@pytest.mark.parametrize("line", _LEVELS, ids=lambda line: line["path"])
def test_level(line: dict[str, str]) -> None:
    """The rule may be set down to the level of its line, or by no place."""
    level = _RULES[line["path"]].delegated_to
    assert line["level"] == (level.name.lower() if level else "")


@pytest.mark.parametrize("line", _LEVELS, ids=lambda line: line["path"])
def test_basis(line: dict[str, str]) -> None:
    """A line names its source, unless the law files are silent."""
    if line["basis"] == "silent":
        assert not line["document"]
    else:
        assert line["basis"] in {"read", "practice"}
        assert line["document"] in _SOURCES


def test_limits() -> None:
    """The limits of local values are those of the table, and there are no others."""
    written = [
        tuple(end(text) if name in {"least", "most"} else text for name, text in line.items())
        for line in lines("limits.csv")
    ]
    found = [stated(rule.path, limit) for rule in _RULES.values() for limit in rule.bounds]
    assert written == found
