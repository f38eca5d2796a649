"""The columns of a class of facts or results (类的各列); nested fields are flattened."""

import typing
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import NoneType
from typing import Any, Final

import attrs
from attrs import frozen

from gansu_reemployment.columns.plan import reject
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import describe, types_of
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Region


@frozen
class ClassColumn:
    """A column of a class: its name, the way to its value, its terms and its type."""

    name: str
    path: tuple[str, ...]
    zh: str
    en: str
    kind: Any

    def value(self, item: Any) -> Any:
        """Return the value of an object as the column holds it."""
        for step in self.path:
            item = None if item is None else getattr(item, step)
        if isinstance(item, tuple):
            return sum(item, Yuan(0)).decimal
        return plain(item)


def columns_of(kind: type[Any]) -> Iterator[ClassColumn]:
    """Yield the columns of a class.

    Raises:
        ColumnsError: values that no column holds; all of them are named.
    """
    found, faults = [], []
    for field in _flat(kind, (), {}):
        if _holdable(field.kind):
            found.append(field)
        else:
            text = _("a column cannot hold several values; make a frame of them")
            faults.append(Fault.at(field.name, text))
    reject(faults)
    yield from found


def single_columns(kind: type[Any]) -> list[ClassColumn]:
    """Return the columns of a class that hold one value, without the others."""
    return [field for field in _flat(kind, (), {}) if _holdable(field.kind)]


def _flat(kind: Any, path: tuple[str, ...], filled: Mapping[Any, Any]) -> Iterator[ClassColumn]:
    base = typing.get_origin(kind) or kind
    params = getattr(base, "__parameters__", ())
    filled = dict(zip(params, typing.get_args(kind), strict=False)) or filled
    hints = types_of(base)
    for field in describe(base):
        hint = _known(filled.get(hints[field.name], hints[field.name]))
        steps = (*path, field.name)
        if attrs.has(typing.get_origin(hint) or hint) and hint not in SINGLE:
            yield from _flat(hint, steps, filled)
        else:
            yield ClassColumn("_".join(steps), steps, field.zh, field.en, hint)


def _known(hint: Any) -> Any:
    members = [member for member in typing.get_args(hint) if member is not NoneType]
    return members[0] if NoneType in typing.get_args(hint) else hint


#: The types that one column holds, beside choices.
SINGLE: Final = (bool, int, str, date, Yuan, Fraction, Region)


def _holdable(kind: Any) -> bool:
    choice = isinstance(kind, type) and issubclass(kind, Choice)
    return choice or kind in SINGLE or kind == tuple[Yuan, ...]


def plain(value: Any) -> Any:
    """Return a single value as a column holds it."""
    if isinstance(value, Choice):
        return value.code
    if isinstance(value, Yuan):
        return value.decimal
    if isinstance(value, Region):
        return value.id
    if attrs.has(type(value)):
        return value.zh
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value
