"""The types of values in JSON (数据类型): what a value of a rule is, for a reader of the data.

>>> type_as_json(frozenset[Yuan])
{'is': 'set', 'of': {'is': 'yuan'}}
>>> type_as_json(date | None)
{'is': 'date', 'optional': True}
"""

import types
import typing
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs

from gansu_reemployment.fact_model import describe, types_of
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.money import Yuan

_PLAIN: Final[Mapping[Any, str]] = {
    type(None): "none",
    bool: "boolean",
    int: "integer",
    str: "text",
    date: "date",
    Yuan: "yuan",
    Fraction: "ratio",
}
_HOLDS: Final[Mapping[Any, str]] = {frozenset: "set", tuple: "list", Mapping: "table"}


def type_as_json(kind: Any) -> dict[str, Any]:
    """Return the description of a type: ``is`` names it; codes, items and fields follow."""
    origin, members = typing.get_origin(kind), typing.get_args(kind)
    if origin is Rule:
        return type_as_json(members[0])
    if origin is types.UnionType:
        (known,) = (member for member in members if member is not type(None))
        return {**type_as_json(known), "optional": True}
    if origin in _HOLDS:
        item = members[1] if origin is Mapping else members[0]
        return {"is": _HOLDS[origin], "of": type_as_json(item)}
    if kind not in _PLAIN and attrs.has(kind):
        return {"is": "record", "fields": _fields(kind)}
    if isinstance(kind, type) and issubclass(kind, Choice):
        return {"is": "code", "codes": codes_as_json(kind)}
    return {"is": _PLAIN[kind]}


def codes_as_json(kind: type[Choice]) -> list[dict[str, str]]:
    """Return the codes of a choice with their terms in both languages."""
    return [{"code": one.code, "zh": one.value, "en": one.en} for one in kind]


def _fields(kind: type[Any]) -> list[dict[str, Any]]:
    hints = types_of(kind)
    return [
        {"name": one.name, "zh": one.zh, "en": one.en, "type": type_as_json(hints[one.name])}
        for one in describe(kind)
    ]
