"""Values as an explanation writes them (数值表述): names with values, records field by field."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import attrs

from gansu_reemployment.fact_model import FactField, Unit, describe
from gansu_reemployment.i18n import Message, _, show, show_number, translate, wording
from gansu_reemployment.working.entries import Refusal
from gansu_reemployment.working.terms import Reason


def pair(name: Any, value: Any, locale: str) -> str:
    """Format a name and its value; records field by field, several of them on separate lines."""
    text = show(shown(value, locale), locale)
    line = translate(_("{name}: {value}"), locale).format(name=show(name, locale), value=text)
    # Records begin on a new line, and lines have no trailing blanks.
    return line.replace(" \n", "\n")


def shown(value: Any, locale: str) -> Any:
    """Return a value as the line of its name has it; several records on lines of their own."""
    if _is_nothing(value):
        return Message(_("none"))
    if _are_records(value):
        return "".join(f"\n    - {record_text(item, locale)}" for item in value)
    return within(value, locale)


def within(value: Any, locale: str) -> Any:
    """Format a value within a line: a record in brackets, a reason without its full stop."""
    if _are_records(value):
        return wording("；", "; ", locale).join(within(item, locale) for item in value)
    if isinstance(value, (Reason, Refusal)):
        return record_text(value, locale).rstrip(".。")
    if is_record(value):
        text = record_text(value, locale)
        return wording(f"（{text}）", f"({text})", locale)
    return value


def record_text(value: Any, locale: str) -> str:
    """Format the fields that have a value, in one line."""
    if isinstance(value, (Reason, Refusal)):
        return translate(value.text, locale)
    texts = (
        Message(_("{name}: {value}"), {"name": name, "value": text}).say(locale)
        for _field, name, text in fields(value, locale)
    )
    return wording("；", "; ", locale).join(texts)


def fields(record: Any, locale: str) -> Iterator[tuple[FactField, str, Any]]:
    """Yield the fields of a record that have a value, each with its term and its text."""
    for field in describe(type(record)):
        value = in_unit(field, record)
        if not _is_nothing(value):
            yield field, term(field, locale), within(value, locale)


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list, frozenset)) and not value)


def is_record(value: Any) -> bool:
    """Return whether a value has fields that are formatted one by one."""
    return _has_fields(value.__class__)


@cache
def _has_fields(kind: type[Any]) -> bool:
    formattable = issubclass(kind, Message) or hasattr(kind, "show")
    return attrs.has(kind) and not formattable


def _are_records(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and bool(value) and is_record(value[0])


def in_unit(field: FactField, record: Any) -> Any:
    """Return the value of a field, with exact ratios that are numbers formatted as numbers."""
    value = getattr(record, field.name)
    return value if field.unit is Unit.SHARE else _as_numbers(value)


def _as_numbers(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _as_numbers(item) for name, item in value.items()}
    return show_number(value) if isinstance(value, Fraction) else value


def term(field: FactField, locale: str) -> str:
    """Return the term of a field."""
    return wording(field.zh, field.en, locale)
