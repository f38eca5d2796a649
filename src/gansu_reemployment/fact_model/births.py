"""Days of the past among facts (已发生的日期), checked against the day whose law applies.

A birth may also not be too long ago.
"""

import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import attrs

from gansu_reemployment.dates import full_years
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model.checks import Check, born, happened
from gansu_reemployment.fact_model.fields import FactField, describe, types_of
from gansu_reemployment.i18n import Message, _

#: The age that no person exceeds, in full years.
OLDEST: Final = 120
#: Returns the problem of a day on the day of the law.
Problem = Callable[[date, date], Message | None]


def later_problem(day_of_fact: date, day: date) -> Message | None:
    """Return the problem of a day of the past on *day*: it is later."""
    if day_of_fact <= day:
        return None
    return Message(_("{day_of_fact} is after {day}"), {"day_of_fact": day_of_fact, "day": day})


def birth_problem(born_on: date, day: date) -> Message | None:
    """Return the problem of a day of birth on *day*: it is later, or too long ago."""
    if born_on > day:
        return later_problem(born_on, day)
    # Full years are counted only of the few whom the year alone does not settle.
    if day.year - born_on.year > OLDEST and full_years(born_on, day) > OLDEST:
        text = _("{born_on} makes a person older than {years} on {day}")
        return Message(text, {"born_on": born_on, "years": OLDEST, "day": day})
    return None


_PROBLEMS: Final[Mapping[Check, Problem]] = {born: birth_problem, happened: later_problem}


def problem_of(described: FactField) -> Problem | None:
    """Return how a fact is checked against the day of the law, if it is."""
    return next((_PROBLEMS[check] for check in described.checks if check in _PROBLEMS), None)


def birth_faults(facts: Any, day: date, path: str = "") -> list[Fault]:
    """Return the faults of the days of the past among *facts* and the facts within them."""
    faults = []
    for name, checked in births(facts.__class__):
        value = getattr(facts, name)
        if checked is None:
            for place, item in enumerate(value or ()):
                faults += birth_faults(item, day, f"{path}{name}[{place}].")
        elif value is not None and (problem := checked(value, day)):
            faults.append(Fault(f"{path}{name}", problem))
    return faults


@cache
def births(kind: type[Any]) -> tuple[tuple[str, Problem | None], ...]:
    """Return the days of the past among the facts of a class, and the facts that have some."""
    hints, found = types_of(kind), []
    for field_ in describe(kind):
        items = [item for item in typing.get_args(hints[field_.name]) if attrs.has(item)]
        problem = problem_of(field_)
        if problem or (field_.kind is tuple and any(births(item) for item in items)):
            found.append((field_.name, problem))
    return tuple(found)
