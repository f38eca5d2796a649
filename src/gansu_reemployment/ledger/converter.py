"""Conversion of facts from and to the plain values of JSON and TOML (事实的读入与写出).

The spellings are those of the worked cases: amounts and ratios are text (``"1234.50"``,
``"58/100"``), dates are TOML dates or text, choices their code, Chinese term or name. Nothing is
guessed: ``"否"`` is not ``False``, ``1`` is not ``True``, and a float is never money.

>>> from gansu_reemployment.measures.persons.facts import Worker
>>> worker = read_facts(Worker, {"sex": "female", "born_on": "1963-03-01", "able": True})
>>> write_facts(worker)
{'sex': 'female', 'born_on': '1963-03-01', 'able': True}
>>> read_facts(Worker, {"sex": "F", "wiling": True})
Traceback (most recent call last):
gansu_reemployment.errors.InvalidFactsError: The facts have 2 fault(s).
  sex: 'F' is none of female, male
  wiling: there is no such fact; did you mean willing?
"""

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from typing import Any, Final, TypeVar

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, describe, types_of
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.ledger.values import (
    SINGLE,
    Reader,
    join,
    not_a,
    read_choice,
    read_each,
    shown,
)

F = TypeVar("F")
#: Reads a plain value as a type, with the signature of a hook of cattrs.
Hook = Callable[[Any, Any], Any]


@frozen
class _Hook:
    """A reader with the signature of a hook of cattrs; within facts it is called directly."""

    read: Reader

    def __call__(self, value: Any, _kind: Any) -> Any:
        return self.read(value)


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
        facts: F = _CONVERTER.structure(data, kind)
    except InvalidFactsError as error:
        faults = [attrs.evolve(fault, path=join(path, fault.path)) for fault in error.faults]
        raise InvalidFactsError(
            fault if fault.path else attrs.evolve(fault, path="facts") for fault in faults
        ) from None
    return facts


def read_value(kind: Any, value: Any) -> Any:
    """Read one plain value as *kind*, which may be a class or a container of one.

    Raises:
        InvalidFactsError: with every fault.
    """
    return _CONVERTER.structure(value, kind)


def write_facts(facts: Any) -> dict[str, Any]:
    """Write *facts* as plain values that :func:`read_facts` reads back equal.

    Unknown facts are omitted. An identity number is written in full.
    """
    written: dict[str, Any] = _CONVERTER.unstructure(facts)
    return written


# Values that hold others ----------------------------------------------------------------


def _optional_reader(kind: Any, converter: Converter) -> Hook:
    (inner,) = [member for member in typing.get_args(kind) if member is not type(None)]
    read = _reader(converter, inner)
    return _Hook(lambda value: None if value is None else read(value))


def _sequence_reader(kind: Any, converter: Converter) -> Hook:
    build = typing.get_origin(kind)
    build = build if build in (list, frozenset) else tuple
    read = _reader(converter, typing.get_args(kind)[0])

    def read_items(value: Any) -> Any:
        if not isinstance(value, (list, tuple, AbstractSet)):
            raise not_a(_("a list"), value)
        items, faults = read_each((f"[{n}]", read, item) for n, item in enumerate(value))
        if faults:
            raise InvalidFactsError(faults)
        return build(items)

    return _Hook(read_items)


def _mapping_reader(kind: Any, converter: Converter) -> Hook:
    read_key, read = (_reader(converter, member) for member in typing.get_args(kind))

    def read_entries(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise not_a(_("a table of names and values"), value)
        keys, faults = read_each((shown(key), read_key, key) for key in value)
        entries, more = read_each((shown(key), read, item) for key, item in value.items())
        if not faults and len(set(keys)) < len(keys):
            faults.append(Fault.at("", _("one name is given twice, in two spellings")))
        if faults or more:
            raise InvalidFactsError([*faults, *more])
        return dict(zip(keys, entries, strict=True))

    return _Hook(read_entries)


def _class_reader(kind: Any, converter: Converter) -> Hook:
    hints = types_of(kind)
    fields = {f.name: f for f in attrs.fields(kind) if f.init}
    readers = {name: _reader(converter, hints[name]) for name in fields}
    needed = {name: None for name, f in fields.items() if f.default is attrs.NOTHING}.keys()

    aliases = {name: f.alias for name, f in fields.items()}

    def read_class(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, Mapping):
            raise not_a(_("a table of names and values"), value)
        try:
            good = {aliases[name]: readers[name](item) for name, item in value.items()}
        except (InvalidFactsError, KeyError):
            return read_with_faults(value)
        return kind(**good) if value.keys() >= needed else read_with_faults(value)

    def read_with_faults(value: Mapping[Any, Any]) -> Any:
        names = [name for name in value if name in fields]
        read, faults = read_each((name, readers[name], value[name]) for name in names)
        faults += [Fault.at(n, _("a value is needed")) for n in needed if n not in value]
        faults += [_unknown_name(name, kind) for name in value if name not in fields]
        known = dict(zip(names, read, strict=True))
        if faults:
            raise InvalidFactsError([*faults, *_other_faults(kind, known)])
        return kind(**{aliases[name]: item for name, item in known.items()})

    return _Hook(read_class)


def _unknown_name(name: Any, kind: type[Any]) -> Fault:
    """Return a fault that suggests the name of the fact with this term, or similar names."""
    fields = describe(kind)
    meant = [field.name for field in fields if str(name) in (field.zh, field.en)]
    known = [field.name for field in fields]
    near = tuple(meant or get_close_matches(str(name), known, n=3, cutoff=0.5))
    if near:
        return Fault.at(shown(name), _("there is no such fact; did you mean {near}?"), near=near)
    return Fault.at(shown(name), _("there is no such fact"))


def _other_faults(kind: type[Any], known: Mapping[str, Any]) -> list[Fault]:
    """Return the faults of the facts that could be read, if others prevent building the class."""
    if not issubclass(kind, CheckedFacts):
        return []
    read = [f for f in describe(kind) if known.get(f.name, attrs.NOTHING) is not attrs.NOTHING]
    return [fault for field in read for fault in field.faults(known[field.name])]


# The converter --------------------------------------------------------------------------


def _reader(converter: Converter, kind: Any) -> Reader:
    # The readers of cattrs for these types would accept any value.
    hook = _no_reader(kind) if kind in (float, bytes) else converter.get_structure_hook(kind)
    return hook.read if isinstance(hook, _Hook) else lambda value: hook(value, kind)


def _no_reader(kind: Any) -> Hook:
    message = f"a fact of the type {kind} cannot be read"
    raise TypeError(message)


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


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _class_writer(kind: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    write = make_dict_unstructure_fn(kind, converter)
    unknown = {f.name for f in attrs.fields(kind) if f.default is None}
    return lambda facts: {
        name: item for name, item in write(facts).items() if item is not None or name not in unknown
    }


def _build() -> Converter:
    """Build the converter; of several matching hooks, the last one registered is used."""
    converter = Converter(unstruct_collection_overrides={AbstractSet: sorted, tuple: list})
    converter.register_structure_hook_factory(lambda _kind: True, _no_reader)
    converter.register_structure_hook_factory(_is_sequence, _sequence_reader)
    converter.register_structure_hook_factory(_is_mapping, _mapping_reader)
    converter.register_structure_hook_factory(_is_optional, _optional_reader)
    converter.register_structure_hook_factory(attrs.has, _class_reader)
    converter.register_structure_hook_func(_is_choice, read_choice)
    converter.register_structure_hook_func(lambda kind: kind is Any, lambda value, _kind: value)
    converter.register_unstructure_hook_factory(attrs.has, _class_writer)
    converter.register_unstructure_hook_func(_is_choice, lambda choice: choice.code)
    for kind, (read, write) in SINGLE.items():
        converter.register_structure_hook(kind, _Hook(read))
        converter.register_unstructure_hook(kind, write)
    return converter


_CONVERTER: Final = _build()
