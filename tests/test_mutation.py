"""The mutants of ``python tests/mutation``: there are some of every kind, and each is a module."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from mutants import GROUPS, SOURCES, Mutant, mutants, of_file

EQUIVALENTS = Path(__file__).parent / "mutation" / "equivalents.txt"
ALL = mutants()


def test_there_are_mutants_of_every_group() -> None:
    """Every group has more than enough to draw a sample of."""
    counted = Counter(each.group for each in ALL)

    assert {*GROUPS} == counted.keys()
    assert 60 < min(counted.values())


@pytest.mark.parametrize("mutant", ALL[::40], ids=lambda mutant: mutant.name)
def test_a_mutant_is_another_module(mutant: Mutant) -> None:
    """A change changes the module, which can still be compiled."""
    text = ast.unparse(mutant.tree())

    assert ast.unparse(ast.parse(mutant.path.read_text(encoding="utf-8"))) != text
    compile(text, str(mutant.path), "exec")


def test_what_is_shown_has_no_mutants() -> None:
    """Sheets and charts decide nothing."""
    assert [] == list(of_file(SOURCES / "loans" / "instalments_sheet.py"))


def test_equivalents_are_mutants_with_a_reason() -> None:
    """A line of the list is a mutant of today, so that none is left alone by mistake."""
    lines = EQUIVALENTS.read_text(encoding="utf-8").splitlines()
    stated = {tuple(line.rsplit(" | ", 1)) for line in lines if line and not line.startswith("#")}

    assert all(reason for _key, reason in stated)
    assert {key for key, _reason in stated} <= {each.key for each in ALL}
