"""The list of measures (政策措施一览), by subject; each is loaded when it is first asked for.

>>> MEASURES["hardship"].zh
'“4050”人员认定'
>>> subject_of("hardship")
'persons'
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from gansu_reemployment._measures import MODULES
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.names import nearest
from gansu_reemployment.working.measure import Measure


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
    found = getattr(import_module(f"gansu_reemployment.measures.{MODULES[name]}"), name)
    if not isinstance(found, Measure):
        module = import_module(f"gansu_reemployment.measures.{MODULES[name]}")
        found = getattr(module, name.upper())
    measure: Measure[Any, Any] = found
    return measure


MEASURES: Final = Catalogue()


def find_measure(name: str) -> Measure[Any, Any]:
    """Return the measure of that name.

    Raises:
        UnknownNameError: there is none; the nearest names and titles are suggested.
    """
    if name not in MODULES:
        called = {one.name: f"{one.zh} {one.en}" for one in MEASURES.values()}
        raise UnknownNameError(Message(_("measure")), name, near=nearest(name, called))
    return _load(name)


def subject_of(name: str) -> str:
    """Return the subject of a measure: the package below ``measures`` that holds it."""
    return MODULES[name].partition(".")[0]


def measures_of(word: str) -> Iterator[Measure[Any, Any]]:
    """Yield the measures in the module or package *word*, the first word of their rules' paths."""
    return (_load(name) for name, module in MODULES.items() if module.split(".")[1] == word)
