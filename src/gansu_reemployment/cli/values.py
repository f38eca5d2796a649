"""Description of the values (取值) of a rule or a fact, line by line."""

import json
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from gansu_reemployment.fact_model import FactField, describe, types_of
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.law.bands import ByBand
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.outcome_json import plain

#: The description of each plain type, and its form in files.
_PLAIN: Final[Mapping[Any, str]] = {
    type(None): _("none: it is a reading, which is cited"),
    bool: _("yes or no, written as true or false"),
    int: _("a whole number"),
    str: _("a text"),
    date: _("a date with its year, such as 2003-07-01; not a day of every year"),
    Yuan: _('an amount in yuan, written as text, such as "1234.50"'),
    Fraction: _("an exact ratio, written as '58/100' or '0.58'"),
    Decimal: _("an exact number, written as '0.58'"),
    IdentityNumber: _("an identity number, written as text"),
}

#: The description of a table by band, and its form in files.
_BY_BAND: Final = _(
    "a table by band: the value below, and bands that each have a least number and a value; a "
    "value is {what}"
)


def kind_lines(name: str, kind: Any, locale: str) -> Iterator[str]:
    """Yield a description of *kind* under *name*: a choice by its codes, a record by its fields."""
    inner, text = _unwrapped(kind)
    if _is_choice(inner):
        what = text or _("one of these codes")
    elif _is_record(inner):
        what = text or _("a record of these fields")
    else:
        what = _PLAIN.get(inner, "") or _("any value")
        if typing.get_origin(kind) is ByBand:
            what = Message(_BY_BAND, {"what": Message(what)}).say(locale)
        elif text:
            each = _("a table, each value {what}") if _is_table(kind) else _("several, each {what}")
            what = Message(each, {"what": Message(what)}).say(locale)
    yield Message(_("{name}: {value}"), {"name": name, "value": Message(what)}).say(locale)
    yield from (f"  {line}" for line in _details(inner, locale))


def field_lines(field: FactField, owner: type[Any], locale: str) -> Iterator[str]:
    """Yield a description of one fact, under its name and its terms in both languages.

    It says whether the fact must be stated, and what holds if it is omitted.
    """
    hint = types_of(owner)[field.name]
    first, *lines = kind_lines(f"{field.name}  {field.zh}  {field.en}", hint, locale)
    default = attrs.fields_dict(owner)[field.name].default
    if default is attrs.NOTHING and not field.optional:
        first = Message(_("{fact!s}; it must be stated"), {"fact": first}).say(locale)
    elif isinstance(default, (Choice, bool, int, date, Fraction)):
        values = {"fact": first, "default": json.dumps(plain(default)).strip('"')}
        first = Message(_("{fact!s}; by default {default!s}"), values).say(locale)
    yield first
    yield from lines


def _details(kind: Any, locale: str) -> Iterator[str]:
    if _is_choice(kind):
        yield from (f"{member.code}  {member.value}  {member.en}" for member in kind)
    elif _is_record(kind):
        for field in describe(kind):
            yield from field_lines(field, kind, locale)


def _is_table(kind: Any) -> bool:
    """Return whether *kind* is a mapping, which may be unknown."""
    members = (kind, *typing.get_args(kind))
    origins = (typing.get_origin(member) for member in members)
    return any(isinstance(one, type) and issubclass(one, Mapping) for one in origins)


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _is_record(kind: Any) -> bool:
    return attrs.has(kind) and kind not in _PLAIN


def _unwrapped(kind: Any) -> tuple[Any, str]:
    """Return the type within a container, and the name of the container."""
    origin, members = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, types.UnionType) or origin is typing.Union:
        return _unwrapped(next(member for member in members if member is not type(None)))
    if origin in (frozenset, tuple, list):
        return _unwrapped(members[0])[0], _("several of these")
    if origin is dict or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _unwrapped(members[-1])[0], _("several of these, each under its name")
    # The rules of a series are declared as rules.
    return _unwrapped(members[-1]) if members else (kind, "")
