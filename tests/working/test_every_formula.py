"""Every formula of every measure can be translated, and reads as plain Python."""

import ast
import importlib
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from gansu_reemployment import measures
from gansu_reemployment.working.formula import formula_faults

#: What a formula leaves to the translation.
CALLS: Final = frozenset({"branch", "choose", "keep", "match"})


def modules() -> list[str]:
    """Return the name of every module of the measures."""
    packages = pkgutil.walk_packages(measures.__path__, f"{measures.__name__}.")
    return [found.name for found in packages]


def short(name: str) -> str:
    """Return the name of a module below the measures."""
    return name.removeprefix(f"{measures.__name__}.")


def lattice(module: ModuleType) -> list[str]:
    """Return the lambdas and the calls that the translation makes unnecessary, by line."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    return [
        f"{module.__file__}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Lambda)
        or (
            isinstance(node, ast.Attribute)
            and node.attr in CALLS
            and isinstance(node.value, ast.Name)
            and node.value.id == "w"
        )
    ]


@pytest.mark.parametrize("name", modules(), ids=short)
def test_formulas_are_translated(name: str) -> None:
    """Every formula has a meaning over columns."""
    faults = formula_faults(importlib.import_module(name))
    assert not faults, "\n".join(fault.say() for fault in faults)


@pytest.mark.parametrize("name", modules(), ids=short)
def test_formulas_are_plain(name: str) -> None:
    """No module has a lambda or a call that the translation writes."""
    found = lattice(importlib.import_module(name))
    assert not found, "\n".join(found)
