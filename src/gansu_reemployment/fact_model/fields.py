"""The fields of facts and results (事实与结果的项目): terms, types and checks."""

import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import reduce
from operator import or_
from types import NoneType
from typing import Any, Final, TypeVar, cast

import attrs
from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model.checks import Check
from gansu_reemployment.fact_model.unknown import U, Unknown
from gansu_reemployment.i18n import Message, _, wording
from gansu_reemployment.money import Yuan

T = TypeVar("T")


def meaning(zh: str, en: str, *checks: Check) -> Mapping[str, Any]:
    """Return the metadata of a field of facts: its terms in both languages, and checks.

    A fact that must be stated is ``field(metadata=meaning(...))``, so that type checkers report a
    call without it.
    """
    return {"zh": zh, "en": en, "checks": checks}


def fact(
    zh: str, en: str, *checks: Check, default: T | None = None, kind: type[T] | None = None
) -> T:
    """Make a field of a class of facts: its terms in both languages and the checks of its value.

    Without a *default* it is unknown if it is omitted. A fact that a place adds to a measure names
    the *kind* of its value here.
    """
    made: Any = field(default=default, metadata=meaning(zh, en, *checks), type=kind)
    return cast("T", made)


#: The parts of a fact: terms, checks, default and kind.
FactSpec = tuple[str, str, tuple[Check, ...], Any, type[Any] | None]


def spec_of(made: Any) -> FactSpec:
    """Return the parts of a fact that a place adds, which can be pickled and compared."""
    meta = made.metadata
    return meta["zh"], meta["en"], meta["checks"], made._default, made.type  # noqa: SLF001 - attrs has no other way


def fact_of(spec: FactSpec) -> Any:
    """Make the fact again."""
    zh, en, checks, default, kind = spec
    return fact(zh, en, *checks, default=default, kind=kind)


#: The metadata of a field that describes the facts and is not a fact itself.
MARK: Final[Mapping[str, Any]] = {"mark": True}


class Unit(Enum):
    """The unit of exact ratios in a result: a share of 1, or a plain number (计量单位)."""

    SHARE = "share"
    NUMBER = "number"


def result_field(
    zh: str, en: str, *, unit: Unit = Unit.SHARE, converter: Callable[[Any], Any] | None = None
) -> Any:
    """Make a field of a class of results: its terms in both languages; it has no default.

    *unit* states whether an exact ratio in it is a share, shown in per cent, or a number. A table
    has the *converter* :func:`~.objects.frozen.immutable`.
    """
    return field(metadata={"zh": zh, "en": en, "unit": unit}, converter=converter)


@frozen
class FactField:
    """Describes one field: name, terms, type, and whether it is optional."""

    name: str
    zh: str
    en: str
    kind: type[Any]
    optional: bool
    checks: tuple[Check, ...] = ()
    unit: Unit = Unit.SHARE
    #: The type with that of its items, such as ``tuple[Year, ...]``.
    hint: Any = None
    #: The value of the fact in a formula where it is unknown.
    unknown: Unknown = field(init=False, eq=False)

    #: The types whose values need no further check; most values have one of them.
    plain: tuple[type[Any], ...] = field(init=False, eq=False)

    def show(self, locale: str) -> str:
        """Return the term with the name of the field."""
        term = wording(self.zh, self.en, locale)
        return Message(_("{term} ({code})"), {"term": term, "code": self.name}).say(locale)

    @unknown.default
    def _unknown(self) -> Unknown:
        return Unknown((self.name,))

    @plain.default
    def _plain(self) -> tuple[type[Any], ...]:
        known = () if self.checks or typing.get_args(self.hint) else (self.kind,)
        return (*known, NoneType) if self.optional else known

    def problems(self, value: Any) -> list[Fault]:
        """Return the faults that the checks find in a *value* of the right type."""
        return [Fault(self.name, found) for check in self.checks if (found := check(value))]


#: The name of each type in a fault.
KIND_NAMES: Final[Mapping[type[Any], str]] = {
    type(None): _("none (a reading)"),
    bool: _("yes or no"),
    int: _("a whole number"),
    str: _("a text"),
    date: _("a date"),
    Yuan: _("an amount in yuan"),
    Fraction: _("an exact ratio"),
}


def describe(kind: type[Any]) -> tuple[FactField, ...]:
    """Describe the fields of a class of facts, in order."""
    if kind not in _DESCRIBED:
        hints = types_of(kind)
        facts = [f for f in attrs.fields(kind) if "mark" not in f.metadata]
        _DESCRIBED[kind] = tuple(_describe(f, hints[f.name]) for f in facts)
    return _DESCRIBED[kind]


_DESCRIBED: Final[dict[type[Any], tuple[FactField, ...]]] = {}


def types_of(kind: type[Any]) -> dict[str, Any]:
    """Return the type of each field outside formulas.

    ``date | U`` is ``date | None``, and ``tuple[Year[U], ...]`` is ``tuple[Year, ...]``.
    """
    return {name: _as_written(hint) for name, hint in typing.get_type_hints(kind).items()}


def _as_written(hint: Any) -> Any:
    if hint is U:
        return NoneType
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        return reduce(or_, map(_as_written, parts))
    if origin is None or U not in hint.__parameters__:
        return hint
    # Facts within facts are written down as their class; a tuple of them holds that class.
    return origin if attrs.has(origin) else origin[tuple(map(_as_written, parts))]


def _describe(f: "attrs.Attribute[Any]", hint: Any) -> FactField:
    members = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kinds = [member for member in members if member is not NoneType]
    kind = typing.get_origin(kinds[0]) or kinds[0]
    meta = f.metadata
    return FactField(
        f.name,
        meta.get("zh", f.name),
        meta.get("en", f.name.replace("_", " ")),
        kind,
        len(kinds) < len(members),
        meta.get("checks", ()),
        meta.get("unit", Unit.SHARE),
        kinds[0],
    )


def is_a(value: Any, kind: Any) -> bool:
    """Return whether *value* and its items are of *kind*; a bool is not an int here."""
    if typing.get_origin(kind) is frozenset:
        (item,) = typing.get_args(kind)
        return isinstance(value, frozenset) and all(is_a(held, item) for held in value)
    if typing.get_args(kind)[1:] == (...,):
        item = typing.get_args(kind)[0]
        return isinstance(value, tuple) and all(is_a(held, item) for held in value)
    kind = typing.get_origin(kind) or kind
    if kind is Any:
        return True
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, kind)
