"""Every hook has its heading with its arguments, an example and a test."""

import doctest
import inspect
import re
from pathlib import Path

import attrs
import pytest

from gansu_reemployment import plugins
from gansu_reemployment.plugins import hooks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
#: Each section of the page, by its heading.
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
HOOKS = sorted(hooks.HOOKS)


def signature(hook: str) -> str:
    """Write a hook with the names of its arguments, as its heading does."""
    function = getattr(hooks, hook)
    return f"{hook}({', '.join(inspect.signature(function).parameters)})"


def test_there_are_hooks() -> None:
    """The three hooks are the functions that are specified."""
    specified = [n for n, held in vars(hooks).items() if hasattr(held, "gansu_reemployment_spec")]
    assert sorted(specified) == HOOKS


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_has_its_heading_and_an_example(hook: str) -> None:
    """The page names the hook with its arguments, and shows a plugin that implements it."""
    assert signature(hook) in SECTIONS
    examples = doctest.DocTestParser().get_examples(SECTIONS[signature(hook)])
    assert any(f"def {hook}(" in example.source for example in examples)


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_tells_each_argument(hook: str) -> None:
    """Each argument has its line below the heading."""
    function = getattr(hooks, hook)
    for argument in inspect.signature(function).parameters:
        assert f"\n`{argument}`\n: " in SECTIONS[signature(hook)]


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_has_its_test(hook: str) -> None:
    """A test of the hook's name stands with the tests of the hooks."""
    tests = (ROOT / "tests" / "plugins" / "test_hooks.py").read_text(encoding="utf-8")
    assert f"def test_hook_{hook}(" in tests


def test_parts_of_local_rules_are_told() -> None:
    """The page has an entry for each field, and for no other."""
    entries = re.findall(r"^`(\w+)`\n: ", SECTIONS["local_rules()"], re.MULTILINE)
    assert {field.name for field in attrs.fields(hooks.LocalRules)} == set(entries)


def test_names_are_listed() -> None:
    """The page lists all names of the room that plugins are written with, and no other."""
    assert set(plugins.__all__) == set(re.findall(r"`(\w+)`", SECTIONS["Names"]))


def test_no_heading_names_a_hook_that_is_gone() -> None:
    """The page has a heading of that form for the hooks only."""
    assert {signature(hook) for hook in HOOKS} == {name for name in SECTIONS if "(" in name}
