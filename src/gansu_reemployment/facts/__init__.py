"""Facts (事实) about a person or a firm, checked when the object is built.

A class of facts is a frozen attrs class whose fields are made by :func:`fact`. ``None`` means
unknown, never zero or no. :func:`describe` returns the names, the terms in both languages and
the types; registers and dataframes take their headings from them.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import reduce
from operator import or_
from types import NoneType
from typing import Any, ClassVar, Final

import attrs
from attrs import field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.facts.contradictions import NotAbove
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.identity import mask
from gansu_reemployment.money import Yuan

if typing.TYPE_CHECKING:
    from typing_extensions import TypeVar

    #: The type of an unknown fact: ``None`` outside formulas, impossible within them.
    U = TypeVar("U", default=None)
else:
    U = typing.TypeVar("U")

#: In a formula every fact has a value: ``Worker[Known]`` has no ``None``.
Known: typing.TypeAlias = typing.Never


class Unknown:
    """A value that depends on unknown facts; *names* are those facts.

    Anything computed from it is unknown too, except ``False & unknown`` and ``True | unknown``; so
    is each field of an unknown record. It has no truth value, so an ``if`` cannot mistake it for
    false.
    """

    __slots__ = ("names",)

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def with_(self, *others: Any) -> "Unknown":
        """Return one unknown that names the facts of all operands."""
        names = self.names
        for other in others:
            if type(other) is Unknown and other.names != names:
                names = (*names, *(name for name in other.names if name not in names))
        return self if names is self.names else Unknown(names)

    def _propagate(self, other: Any) -> "Unknown":
        return self.with_(other)

    def __and__(self, other: Any) -> Any:
        return False if other is False else self.with_(other)

    def __or__(self, other: Any) -> Any:
        return True if other is True else self.with_(other)

    __rand__ = __and__
    __ror__ = __or__
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _propagate  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _propagate
    __hash__ = None  # type: ignore[assignment]

    def __getattr__(self, name: str) -> "Unknown":
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> "Iterator[Unknown]":
        # An unknown list has one unknown item.
        yield self

    def __bool__(self) -> bool:
        names = ", ".join(self.names)
        message = f"an unknown fact is neither yes nor no: {names}"
        raise TypeError(message)

    def __repr__(self) -> str:
        return f"Unknown({', '.join(self.names)})"


#: The age that no person exceeds, in full years.
OLDEST: Final = 120

#: A check of one known value: it returns ``None`` or the problem.
Check = Callable[[Any], Message | None]


def fact(
    zh: str, en: str, *checks: Check, default: Any = None, kind: type[Any] | None = None
) -> Any:
    """Make a field of a class of facts: its terms in both languages and the checks of its value.

    A fact that a place adds to a measure names the *kind* of its value here.
    """
    return field(default=default, metadata={"zh": zh, "en": en, "checks": checks}, type=kind)


class Unit(Enum):
    """The unit of exact ratios in a result: a share of 1, or a plain number (计量单位)."""

    SHARE = "share"
    NUMBER = "number"


def result_field(zh: str, en: str, *, unit: Unit = Unit.SHARE) -> Any:
    """Make a field of a class of results: its terms in both languages; it has no default.

    *unit* tells whether an exact ratio in it is a share, shown in per cent, or a number.
    """
    return field(metadata={"zh": zh, "en": en, "unit": unit})


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
    #: The value of the fact in a formula where it is unknown.
    unknown: Unknown = field(init=False, eq=False)

    #: The types whose values need no further check; most values have one of them.
    plain: tuple[type[Any], ...] = field(init=False, eq=False)

    @unknown.default
    def _unknown(self) -> Unknown:
        return Unknown((self.name,))

    @plain.default
    def _plain(self) -> tuple[type[Any], ...]:
        known = () if self.checks else (self.kind,)
        return (*known, NoneType) if self.optional else known

    def faults(self, value: Any) -> list[Fault]:
        """Return the faults of *value*."""
        if value is None:
            return [] if self.optional else [Fault.at(self.name, _("a value is needed"))]
        if not is_a(value, self.kind):
            wanted = KIND_NAMES.get(self.kind, self.kind.__name__)
            return [
                Fault.at(
                    self.name,
                    _("{value} is not {kind}"),
                    value=mask(repr(value)),
                    kind=Message(wanted),
                )
            ]
        found = (check(value) for check in self.checks)
        return [Fault(self.name, problem) for problem in found if problem]


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
        _DESCRIBED[kind] = tuple(_describe(f, hints[f.name]) for f in attrs.fields(kind))
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
    )


class _PartlyKnown:
    """Facts by attribute, some of them unknown; built once, because they are read often."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


class CheckedFacts:
    """Base of the classes of facts: every fault of the values is raised at once.

    *unknown* holds the unknown facts by name. If there are any, *view* has them as
    :class:`Unknown` and the others as they are. *ordered* declares the facts that may not be
    above others; it holds in columns too, where :meth:`contradictions` are not asked.
    """

    ordered: ClassVar[tuple[NotAbove, ...]] = ()
    unknown: Mapping[str, Unknown]
    view: "_PartlyKnown | None"

    def __attrs_post_init__(self) -> None:
        values, fields = self.__dict__, describe(type(self))
        asked = [f for f in fields if type(values[f.name]) not in f.plain]
        faults = [fault for f in asked for fault in f.faults(values[f.name])]
        faults += [fault for pair in self.ordered if (fault := pair.fault(values))]
        faults += self.contradictions()
        if faults:
            raise InvalidFactsError(faults)
        unknown = {f.name: f.unknown for f in fields if values[f.name] is None}
        view = _PartlyKnown({**values, **unknown}) if unknown else None
        object.__setattr__(self, "unknown", unknown)
        object.__setattr__(self, "view", view)

    def contradictions(self) -> list[Fault]:
        """Return the faults that lie between several facts."""
        return []


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


def positive(value: Any) -> Message | None:
    """Check that a number or amount is above zero."""
    return None if value > type(value)(0) else Message(_("must be above zero"))


def not_negative(value: Any) -> Message | None:
    """Check that a number or amount is zero or more."""
    return None if value >= type(value)(0) else Message(_("must not be negative"))


@frozen
class NotBefore:
    """A check that a day is not before that of the first rule (不早于)."""

    first: date

    def __call__(self, day: date) -> Message | None:
        """Return ``None`` or the problem."""
        if day >= self.first:
            return None
        return Message(_("before the first rule, of {day}"), {"day": self.first})


def each_not_negative(amounts: tuple[Any, ...]) -> Message | None:
    """Check that each of several amounts is zero or more; a column holds their sum."""
    wrong = [a for a in amounts if not isinstance(a, Yuan) or not_negative(a)]
    return Message(_("each must be an amount of zero or more")) if wrong else None


def at_most_one(value: Fraction) -> Message | None:
    """Check that a rate or share is at most 1, which is 100 %."""
    return None if value <= 1 else Message(_("must not be above 1, which is 100 %"))


def born(_value: date) -> None:
    """Mark a day of birth, which is checked against the day whose law applies."""


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
