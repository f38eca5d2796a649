"""The comparison of an answer with the expected one (比对): exact, and only of what is expected.

>>> matches("58/100", "29/50"), matches("2000.00", "2000"), matches("1.00", 1.0)
(True, True, False)
>>> matches({"principal": "2000.00"}, {"principal": "2000.00", "months": 24})
True
>>> matches({"0": {"days": 68}}, [{"days": 68}, {"days": 91}])
True
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+|/[0-9]*[1-9][0-9]*)?")
#: A place in a list, counted from its beginning or, below zero, from its end.
_PLACE: Final = re.compile(r"-?[0-9]+")


def matches(wanted: Any, found: Any) -> bool:
    """Return whether *found* is *wanted*.

    An object is compared by the wanted names, a list as a whole. An exact number is an integer or
    text: ``2000.00``, ``58/100``. A number with a binary point is never exact.
    """
    if isinstance(wanted, Mapping):
        return all(_has(found, name, item) for name, item in wanted.items())
    if isinstance(wanted, list):
        same_length = isinstance(found, list) and len(found) == len(wanted)
        return same_length and all(map(matches, wanted, found))
    numbers = _number(wanted), _number(found)
    if None not in numbers:
        return numbers[0] == numbers[1]
    return type(wanted) is type(found) and bool(wanted == found)


def difference(expected: Mapping[str, Any], answer: Mapping[str, Any]) -> str:
    """Return the first part of an answer that is not as expected; empty if all parts are."""
    if "problem" in answer:
        return "problem"
    parts = {**answer, "refusals": _codes(answer.get("refusals"))}
    return next((name for name in expected if not matches(expected[name], parts.get(name))), "")


def _codes(refusals: Any) -> Any:
    """Return the codes of refusals that are objects with a code, or codes."""
    if not isinstance(refusals, Sequence) or isinstance(refusals, str):
        return refusals
    return [one.get("code") if isinstance(one, Mapping) else one for one in refusals]


def _has(found: Any, name: str, wanted: Any) -> bool:
    if isinstance(found, Mapping):
        return name in found and matches(wanted, found[name])
    if not isinstance(found, list) or not _PLACE.fullmatch(name):
        return False
    place = int(name)
    return -len(found) <= place < len(found) and matches(wanted, found[place])


def _number(value: Any) -> Fraction | None:
    if type(value) is int:
        return Fraction(value)
    return Fraction(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None
