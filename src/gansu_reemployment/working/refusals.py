"""Every reason for which a measure may refuse a case (不予批准的理由), found in its formulas."""

from collections.abc import Iterator
from inspect import unwrap
from types import CodeType
from typing import Any

from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Reason

_PACKAGE = "gansu_reemployment"


def reasons_of(measure: Measure[Any, Any]) -> tuple[Reason, ...]:
    """Return the reasons that the formulas of a measure name, in the order of their codes.

    A formula that it calls is searched too, and the measure that it evaluates for each part.
    """
    found: dict[str, Reason] = {}
    seen: set[Any] = set()
    for one in (measure, measure.part):
        if one is not None and one.function is not None:
            found |= {reason.code: reason for reason in _named(one.function, seen)}
    return tuple(found[code] for code in sorted(found))


def _named(function: Any, seen: set[Any]) -> Iterator[Reason]:
    plain = unwrap(function)
    if plain in seen:
        return
    seen.add(plain)
    for name in _names(plain.__code__):
        yield from _reasons(plain.__globals__.get(name), seen)


def _reasons(value: Any, seen: set[Any]) -> Iterator[Reason]:
    """Yield a reason, those of a table of reasons, or those that a formula of measures names."""
    if isinstance(value, Reason):
        yield value
    elif isinstance(value, dict | tuple):
        items = value.values() if isinstance(value, dict) else value
        yield from (one for one in items if isinstance(one, Reason))
    elif callable(value) and _is_own(value):
        yield from _named(value, seen)


def _is_own(function: Any) -> bool:
    """Return whether a function is written in Python, in this library."""
    written = hasattr(unwrap(function), "__code__")
    return written and function.__module__.startswith(_PACKAGE)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
