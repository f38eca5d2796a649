"""The list of measures (政策措施一览), by subject; each is loaded when it is first asked for.

>>> MEASURES["hardship"].zh
'“4050”人员认定'
>>> subject_of("hardship")
'persons'
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from gansu_reemployment._measures import MODULES
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.tables import tables_below
from gansu_reemployment.names import nearest
from gansu_reemployment.working.measure import Measure

_MEASURES: Final = "gansu_reemployment.measures"


class Catalogue(Mapping[str, Measure[Any, Any]]):
    """Every measure by its name, in the order of the subjects."""

    def __getitem__(self, name: str) -> Measure[Any, Any]:
        return _load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


@cache
def _load(name: str) -> Measure[Any, Any]:
    found = getattr(import_module(f"{_MEASURES}.{MODULES[name]}"), name)
    if not isinstance(found, Measure):
        module = import_module(f"{_MEASURES}.{MODULES[name]}")
        found = getattr(module, name.upper())
    measure: Measure[Any, Any] = found
    return measure


MEASURES: Final = Catalogue()


def find_measure(
    name: str, own: Mapping[str, Measure[Any, Any]] | None = None
) -> Measure[Any, Any]:
    """Return the measure of that name; *own* are further ones, such as those of a place.

    Raises:
        UnknownNameError: there is none; the nearest names and titles are suggested.
    """
    if own and name in own:
        return own[name]
    if name not in MODULES:
        known = (*MEASURES.values(), *(own or {}).values())
        called = {one.name: f"{one.zh} {one.en}" for one in known}
        raise UnknownNameError(Message(_("measure")), name, near=nearest(name, called))
    return _load(name)


def title_of(name: str) -> Measure[Any, Any] | str:
    """Return the measure of that name to be shown, or the name of a measure of some place."""
    return _load(name) if name in MODULES else name


def subject_of(name: str) -> str:
    """Return the subject of a measure: the package below ``measures`` that holds it."""
    return MODULES[name].partition(".")[0]


def is_taken(word: str) -> bool:
    """Return whether *word* names a measure, or the module or package of one."""
    return word in MODULES or any(word in module.split(".") for module in MODULES.values())


def tables_of(word: str) -> Iterator[type[Any]]:
    """Yield the tables of rules that the module or package *word* states, and load no others.

    A package states its rules in a module ``rules``, if it has one.
    """
    stated = [module for module in MODULES.values() if module.split(".")[1] == word]
    for package in {".".join(module.split(".")[:2]) for module in stated}:
        for module in _stating(package, stated):
            import_module(f"{_MEASURES}.{module}")
    yield from tables_below(word)


def _stating(package: str, stated: Iterable[str]) -> list[str]:
    """Return the modules that state the rules of *package*."""
    below = [module for module in stated if module.startswith(f"{package}.")]
    has_rules = below and find_spec(f"{_MEASURES}.{package}.rules") is not None
    return [f"{package}.rules"] if has_rules else below or [package]
