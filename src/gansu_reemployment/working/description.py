"""The description of a measure (措施说明), made from its data, as ``help`` prints it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs

from gansu_reemployment.fact_model import FactField, describe
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.refusals import reasons_of

#: A value of each type as a dict of facts has it, for the example.
_SAMPLES: Final[dict[Any, Any]] = {
    bool: True,
    int: 1,
    str: "甲",
    date: "2003-07-01",
    Yuan: "10000.00",
    Fraction: "1/2",
}


def described(measure: Measure[Any, Any]) -> str:
    """Return the purpose of a measure, its facts, its result, its refusals, and an example."""
    return "\n".join(_lines(measure))


def _lines(measure: Measure[Any, Any]) -> Iterator[str]:
    facts = describe(measure.facts)
    yield f"{measure.zh}\n\n{measure.work.__doc__}"
    yield f"Facts, of the class {measure.facts.__name__} or a dict:\n"
    yield from (f"- {one.name}: {_term(one)}" for one in facts)
    yield f"\nResult: {_result(measure.result)}"
    reasons = reasons_of(measure)
    if reasons:
        yield "\nRefusals:\n"
        yield from (f"- {reason.code}: {reason.text}" for reason in reasons)
    given = {one.name: _SAMPLES.get(one.kind, _sample(one.kind)) for one in facts}
    shown = ", ".join(f"{name!r}: {value!r}" for name, value in given.items() if value is not None)
    yield f"\nExample::\n\n    bureau.{measure.name}({{{shown}}}, on=date(2003, 7, 1))"


def _term(one: FactField) -> str:
    open_ = "; may be unknown" if one.optional else ""
    return f"{one.zh}, {one.en} ({_kind(one.kind)}{open_})"


def _kind(kind: type[Any]) -> str:
    if issubclass(kind, Choice):
        return ", ".join(member.code for member in kind)
    return kind.__name__


def _result(kind: Any) -> str:
    if not attrs.has(kind):
        return getattr(kind, "__name__", str(kind))
    fields = ", ".join(f"{one.name} ({one.zh}, {one.en})" for one in describe(kind))
    return f"{kind.__name__}: {fields}"


def _sample(kind: type[Any]) -> Any:
    return next(iter(kind)).code if issubclass(kind, Choice) else None
