"""The base of the classes of facts, which raises every fault at once (事实核对)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Self, TypeVar, get_args

import attrs

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.fact_model.fields import MARK, FactField, describe, is_a
from gansu_reemployment.fact_model.readers import read_facts, reader_of
from gansu_reemployment.fact_model.unknown import Unknown
from gansu_reemployment.fact_model.values import join
from gansu_reemployment.i18n import _

T = TypeVar("T")


class PartlyKnown:
    """Facts by attribute, some of them unknown; built once, because they are read often."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


class _ByName(type):
    """Reports a misspelt or missing fact with all other faults, not as Python's TypeError."""

    # The result is typed, for otherwise pyright would not check the arguments.
    def __call__(cls: type[T], *args: Any, **values: Any) -> T:
        facts: T
        try:
            facts = type.__call__(cls, *args, **values)
        except TypeError:
            fields = attrs.fields_dict(cls)  # type: ignore[arg-type] # a class of facts
            needed = {name for name, f in fields.items() if f.default is attrs.NOTHING}
            if args or needed <= values.keys() <= fields.keys():
                raise
            facts = read_facts(cls, values)
        return facts


class _Viewed:
    """The attributes that facts compute; declared apart, because they are not arguments."""

    unknown: Mapping[str, Unknown]
    view: PartlyKnown | None


@attrs.frozen(kw_only=True, slots=False, auto_attribs=False)
class CheckedFacts(_Viewed, metaclass=_ByName):
    """Base of the classes of facts: every fault of the values is raised at once.

    A value that can be converted exactly is: a list to a tuple, a code or term to a choice, text,
    a whole number or a ``Decimal`` to an amount or a ratio, text to a date, a name to a region.

    *unknown* holds the unknown facts by name. If there are any, *view* has them as
    :class:`Unknown` and the others as they are. *impossible* declares the facts that
    contradict each other; it applies to columns too, where :meth:`contradictions` is not called.

    No fact has a default. *usual* has the facts that an office usually takes as in order, by
    name; only :meth:`in_order` presumes them, and *presumed* names the presumed ones.

    Raises:
        InvalidFactsError: with every fault; so does each class of facts.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = ()
    usual: ClassVar[Mapping[str, Any]] = MappingProxyType({})
    presumed: tuple[str, ...] = attrs.field(default=(), repr=False, metadata=MARK)

    @classmethod
    def in_order(cls, **facts: Any) -> Self:
        """Build the facts of a file that is taken as in order (推定符合).

        Each of the *usual* facts that is not stated is presumed. The name of each is kept, and
        marked in the explanation, the JSON form and the ledger.

        Raises:
            InvalidFactsError: the facts have faults; it names all of them.
        """
        presumed = {name: usual for name, usual in cls.usual.items() if facts.get(name) is None}
        return cls(**{**facts, **presumed, "presumed": tuple(presumed)})

    def __attrs_post_init__(self) -> None:
        values, fields = self.__dict__, describe(type(self))
        asked = [f for f in fields if type(values[f.name]) not in f.plain]
        faults = [fault for f in asked for fault in _taken(f, values)]
        faults += [fault for pair in self.impossible if (fault := pair.fault(values))]
        if not faults or _lists_are_read(fields, values):
            faults += self.contradictions()
        if self.presumed:
            faults += self._keep_presumed(values)
        if faults:
            raise InvalidFactsError(faults, kind=type(self).__name__)
        unknown = {f.name: f.unknown for f in fields if values[f.name] is None}
        view = PartlyKnown({**values, **unknown}) if unknown else None
        object.__setattr__(self, "unknown", unknown)
        object.__setattr__(self, "view", view)

    def _keep_presumed(self, values: dict[str, Any]) -> list[Fault]:
        """Keep the names of the facts that are still as presumed; report other names."""
        text = _("{name!s} is not among the facts that may be presumed: {known}")
        known = tuple(self.usual)
        odd = [name for name in self.presumed if name not in known]
        values["presumed"] = tuple(
            name for name in self.presumed if name not in odd and values[name] == self.usual[name]
        )
        return [Fault.at("presumed", text, name=name, known=known) for name in odd]

    def contradictions(self) -> list[Fault]:
        """Return the faults between several facts; it is called once all lists are read."""
        return []


def _lists_are_read(fields: tuple[FactField, ...], values: Mapping[str, Any]) -> bool:
    """Return whether each list, set and table of facts has items of its type."""
    several = [f for f in fields if get_args(f.hint)]
    return all(
        f.optional if values[f.name] is None else is_a(values[f.name], f.hint) for f in several
    )


def _taken(field: FactField, values: dict[str, Any]) -> list[Fault]:
    """Convert one of the *values* to the type of its fact; return its faults."""
    value = values[field.name]
    if value is None:
        return [] if field.optional else [Fault.at(field.name, _("a value is needed"))]
    if type(value) is not field.kind or field.kind in (tuple, frozenset):
        try:
            values[field.name] = value = reader_of(field.hint)(value)
        except InvalidFactsError as error:
            return [attrs.evolve(f, path=join(field.name, f.path)) for f in error.faults]
    return field.problems(value)
