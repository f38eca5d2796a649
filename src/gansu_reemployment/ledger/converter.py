"""Conversion of facts to the plain values of JSON and TOML (事实的写出).

The spellings are those that :mod:`~.fact_model.readers` reads.

>>> from gansu_reemployment.measures.persons.facts import Worker
>>> worker = Worker(sex="female", born_on="1963-03-01", able=True)
>>> write_facts(worker)
{'sex': 'female', 'born_on': '1963-03-01', 'able': True}
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from gansu_reemployment.fact_model.values import SINGLE
from gansu_reemployment.i18n import Choice


def write_facts(facts: Any) -> dict[str, Any]:
    """Write *facts* as plain values that :func:`~.readers.read_facts` reads back equal.

    Unknown facts are omitted. An identity number is written in full.
    """
    written: dict[str, Any] = _CONVERTER.unstructure(facts)
    return written


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _class_writer(kind: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    write = make_dict_unstructure_fn(kind, converter)
    fields = attrs.fields(kind)
    # An unknown fact is omitted, and a mark that is empty.
    omitted = {f.name: [] if "mark" in f.metadata else f.default for f in fields}
    silent = {name: empty for name, empty in omitted.items() if empty in (None, [])}
    return lambda facts: {
        name: item
        for name, item in write(facts).items()
        if name not in silent or item != silent[name]
    }


def _build() -> Converter:
    """Build the converter; of several matching hooks, the last one registered is used."""
    converter = Converter(unstruct_collection_overrides={AbstractSet: sorted, tuple: list})
    converter.register_unstructure_hook_factory(attrs.has, _class_writer)
    converter.register_unstructure_hook_func(_is_choice, lambda choice: choice.code)
    for kind, (_read, write) in SINGLE.items():
        converter.register_unstructure_hook(kind, write)
    return converter


_CONVERTER: Final = _build()
