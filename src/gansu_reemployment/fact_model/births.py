"""Days of birth among facts (出生日期), checked against the day whose law applies."""

import typing
from datetime import date
from typing import Any, Final

import attrs

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model.checks import born
from gansu_reemployment.fact_model.fields import describe, types_of
from gansu_reemployment.i18n import Message, _

#: The age that no person exceeds, in full years.
OLDEST: Final = 120


def birth_problem(born_on: date, day: date) -> Message | None:
    """Return what is wrong with a day of birth on *day*: it is later, or too long ago."""
    if born_on > day:
        return Message(_("{born_on} is after {day}"), {"born_on": born_on, "day": day})
    birthday = (born_on.year + OLDEST + 1, born_on.month, born_on.day)
    if birthday <= (day.year, day.month, day.day):
        text = _("{born_on} makes a person older than {years} on {day}")
        return Message(text, {"born_on": born_on, "years": OLDEST, "day": day})
    return None


def birth_faults(facts: Any, day: date, path: str = "") -> list[Fault]:
    """Return the faults of the days of birth among *facts* and the facts within them."""
    faults = []
    for name, within in births(type(facts)):
        value = getattr(facts, name)
        if within:
            for place, item in enumerate(value or ()):
                faults += birth_faults(item, day, f"{path}{name}[{place}].")
        elif value is not None and (problem := birth_problem(value, day)):
            faults.append(Fault(f"{path}{name}", problem))
    return faults


def births(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """Return the days of birth among the facts of a class, and the facts that have some within."""
    if kind not in _BIRTHS:
        _BIRTHS[kind] = _births(kind)
    return _BIRTHS[kind]


_BIRTHS: Final[dict[type[Any], tuple[tuple[str, bool], ...]]] = {}


def _births(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    hints, found = types_of(kind), []
    for field_ in describe(kind):
        items = [item for item in typing.get_args(hints[field_.name]) if attrs.has(item)]
        if born in field_.checks:
            found.append((field_.name, False))
        elif field_.kind is tuple and any(births(item) for item in items):
            found.append((field_.name, True))
    return tuple(found)
