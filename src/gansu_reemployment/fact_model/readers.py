"""Conversion of plain values to facts (事实的读入), whether from a file or from a constructor.

The spellings are those of the worked cases: amounts and ratios are text (``"1234.50"``,
``"58/100"``), dates are dates or text, choices their code, Chinese term or name, regions any of
their names. Exact values are converted: a list to a tuple, a ``Decimal`` to an amount or a ratio, a
whole number to a ratio. Nothing is guessed: ``"否"`` is not ``False``, ``1`` is not ``True``, and
neither a float nor a number without a unit is money.

>>> from gansu_reemployment.measures.persons.facts import Worker
>>> read_facts(Worker, {"sex": "female", "born_on": "1963-03-01"}).born_on
datetime.date(1963, 3, 1)
>>> read_facts(Worker, {"sex": "F", "wiling": True})
Traceback (most recent call last):
gansu_reemployment.errors.InvalidFactsError: The facts (Worker) have 2 fault(s).
  sex: 'F' is none of female, male
  wiling: there is no such fact; did you mean willing?
"""

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, TypeVar

import attrs

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model.fields import describe, types_of
from gansu_reemployment.fact_model.values import (
    SINGLE,
    Reader,
    join,
    not_a,
    read_choice,
    read_each,
    shown,
    wrong,
)
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.names import near_names
from gansu_reemployment.objects.frozen import FrozenMapping

F = TypeVar("F")


def read_facts(kind: type[F], data: Mapping[str, Any], *, path: str = "") -> F:
    """Read facts of the class *kind* from plain values.

    An omitted fact has the default of its class, usually unknown. Values that are already of the
    right type (a ``date``, a ``Yuan``, a member of a choice) are used unchanged. *path* is the
    prefix of the path of every fault.

    Raises:
        InvalidFactsError: with every fault, such as ``taxes.business_tax`` or
            ``years[0].workers``; identity numbers are shown masked.
        TypeError: *kind* has a field of a type that cannot be read, whatever the data.
    """
    try:
        facts: F = reader_of(kind)(data)
    except InvalidFactsError as error:
        faults = [attrs.evolve(fault, path=join(path, fault.path)) for fault in error.faults]
        raise InvalidFactsError(
            [fault if fault.path else attrs.evolve(fault, path="facts") for fault in faults],
            kind=kind.__name__,
        ) from None
    return facts


def read_value(kind: Any, value: Any) -> Any:
    """Read one plain value as *kind*, which may be a class or a container of one.

    Raises:
        InvalidFactsError: with every fault.
    """
    return reader_of(kind)(value)


def reader_of(kind: Any) -> Reader:
    """Return the reader of plain values as *kind*, which is built once.

    Raises:
        TypeError: there is no reader of that type.
    """
    if kind not in _READERS:
        _READERS[kind] = _reader_of(kind)
    return _READERS[kind]


_READERS: dict[Any, Reader] = {}


def _reader_of(kind: Any) -> Reader:
    if kind in SINGLE:
        return SINGLE[kind][0]
    if kind is Any:
        return lambda value: value
    if isinstance(kind, type) and issubclass(kind, Choice):
        return partial(read_choice, kind)
    plain = typing.get_origin(kind) or kind
    if attrs.has(plain):
        parameters = getattr(plain, "__parameters__", ())
        return _class_reader(plain, dict(zip(parameters, typing.get_args(kind), strict=False)))
    for fits, build in _CONTAINERS:
        if fits(kind):
            return build(kind)
    message = f"a fact of the type {kind} cannot be read"
    raise TypeError(message)


# Values that hold others ----------------------------------------------------------------


def _optional_reader(kind: Any) -> Reader:
    (inner,) = [member for member in typing.get_args(kind) if member is not type(None)]
    read = reader_of(inner)
    return lambda value: None if value is None else read(value)


def _sequence_reader(kind: Any) -> Reader:
    build = typing.get_origin(kind)
    build = build if build in (list, frozenset) else tuple
    item_kind = typing.get_args(kind)[0]
    read = reader_of(item_kind)

    def read_items(value: Any) -> Any:
        if type(value) is build and all(type(item) is item_kind for item in value):
            return value
        if not isinstance(value, (list, tuple, AbstractSet)):
            raise not_a(_("a list"), value)
        items, faults = read_each((f"[{n}]", read, item) for n, item in enumerate(value))
        if faults:
            raise InvalidFactsError(faults)
        return build(items)

    return read_items


def _mapping_reader(kind: Any) -> Reader:
    read_key, read = map(reader_of, typing.get_args(kind))

    def read_entries(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise not_a(_("a table of names and values"), value)
        keys, faults = read_each((shown(key), read_key, key) for key in value)
        entries, more = read_each((shown(key), read, item) for key, item in value.items())
        if not faults and len(set(keys)) < len(keys):
            faults.append(Fault.at("", _("one name is given twice, in two spellings")))
        if faults or more:
            raise InvalidFactsError([*faults, *more])
        return FrozenMapping(zip(keys, entries, strict=True))

    return read_entries


def _filled(hint: Any, parameters: Mapping[Any, Any]) -> Any:
    """Return the type of a field of a generic class, such as the amount of a table by band."""
    if hint in parameters:
        return parameters[hint]
    own = getattr(hint, "__parameters__", ())
    return hint[tuple(parameters.get(one, one) for one in own)] if own else hint


def _class_reader(kind: Any, parameters: Mapping[Any, Any]) -> Reader:
    hints = types_of(kind)
    fields = {f.name: f for f in attrs.fields(kind) if f.init}
    kinds = {name: _filled(hints[name], parameters) for name in fields}
    readers = {name: reader_of(kind) for name, kind in kinds.items()}
    ready = {name: _ready(kind) for name, kind in kinds.items()}
    needed = {name: None for name, f in fields.items() if f.default is attrs.NOTHING}.keys()
    aliases = {name: f.alias for name, f in fields.items()}

    def read_class(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if value is None:
            raise wrong(_("a value is needed"))
        if not isinstance(value, Mapping):
            names = tuple(field.name for field in describe(kind))
            text = _("{value!r} is not a table of names and values; its names are {names}")
            raise wrong(text, value=shown(value), names=names)
        if not needed <= value.keys() <= fields.keys():
            raise with_all_faults(value)
        try:
            good = {
                aliases[name]: item if type(item) in ready[name] else readers[name](item)
                for name, item in value.items()
            }
        except InvalidFactsError:
            raise with_all_faults(value) from None
        return kind(**good)

    def with_all_faults(value: Mapping[Any, Any]) -> InvalidFactsError:
        names = [name for name in value if name in fields]
        read, faults = read_each((name, readers[name], value[name]) for name in names)
        faults += [Fault.at(n, _("a value is needed")) for n in needed if n not in value]
        faults += [_unknown_name(name, kind) for name in value if name not in fields]
        known = dict(zip(names, read, strict=True))
        return InvalidFactsError([*faults, *_other_faults(kind, known)])

    return read_class


def _ready(kind: Any) -> frozenset[Any]:
    """Return the types of the plain values that are facts of the type *kind* as they are."""
    members = typing.get_args(kind) if _is_optional(kind) else (kind,)
    return frozenset(members) & {bool, int, str, types.NoneType}


def _unknown_name(name: Any, kind: type[Any]) -> Fault:
    """Return a fault that suggests the name of the fact with this term, or similar names."""
    fields = describe(kind)
    meant = [field.name for field in fields if str(name) in (field.zh, field.en)]
    near = tuple(meant) or near_names(str(name), (field.name for field in fields))
    if near:
        return Fault.at(shown(name), _("there is no such fact; did you mean {near}?"), near=near)
    return Fault.at(shown(name), _("there is no such fact"))


def _other_faults(kind: type[Any], known: Mapping[str, Any]) -> list[Fault]:
    """Return the faults of the facts that could be read, if others prevent building the class."""
    read = [f for f in describe(kind) if known.get(f.name) not in (attrs.NOTHING, None)]
    return [fault for field in read for fault in field.problems(known[field.name])]


def _is_optional(kind: Any) -> bool:
    members = typing.get_args(kind)
    union = isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union
    return union and len(members) == 2 and type(None) in members


def _is_sequence(kind: Any) -> bool:
    members = typing.get_args(kind)
    many = len(members) == 1 or members[1:] == (...,)
    return many and typing.get_origin(kind) in (tuple, list, frozenset, Sequence)


def _is_mapping(kind: Any) -> bool:
    return typing.get_origin(kind) in (dict, Mapping)


#: The types that hold others, each with the function that builds its reader.
_CONTAINERS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Reader]], ...] = (
    (_is_optional, _optional_reader),
    (_is_sequence, _sequence_reader),
    (_is_mapping, _mapping_reader),
)
