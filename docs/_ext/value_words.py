"""The values of a type in words: the codes if it is a choice."""

import types
import typing
from collections.abc import Mapping
from typing import Any, Final

from page_words import say

from gansu_reemployment.fact_model import KIND_NAMES
from gansu_reemployment.i18n import Choice, show, translate
from gansu_reemployment.law.rules import Rule

#: A choice with more codes is shown by the name of its class.
_MOST_CODES: Final = 10


def words(hint: Any, locale: str, *, terms: bool = False) -> str:
    """Describe the values of a type; with *terms*, each code is followed by its term."""
    kind, members = typing.get_origin(hint) or hint, typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        members = tuple(member for member in members if member is not types.NoneType)
        return " / ".join(words(member, locale, terms=terms) for member in members)
    if members:
        inner = words(members[0 if kind in {tuple, frozenset} else -1], locale, terms=terms)
        return _held(kind, inner, locale)
    if issubclass(kind, Choice) and len(kind) <= _MOST_CODES:
        return " · ".join(_code(member, locale, terms=terms) for member in kind)
    return translate(KIND_NAMES[kind], locale) if kind in KIND_NAMES else class_link(kind)


def _held(kind: Any, inner: str, locale: str) -> str:
    """Describe a container of values; the rules of a series are declared as rules."""
    if kind is Rule:
        return inner
    return say("by name: {}" if issubclass(kind, Mapping) else "list: {}", locale).format(inner)


def class_link(kind: type[Any]) -> str:
    """Link to the description of a class; that of a plugin has none."""
    if not kind.__module__.startswith("gansu_reemployment."):
        return f"`{kind.__qualname__}`"
    return f"{{py:class}}`~{kind.__module__}.{kind.__qualname__}`"


def _code(member: Choice, locale: str, *, terms: bool) -> str:
    return f"`{member.code}` {show(member, locale)}" if terms else f"`{member.code}`"
