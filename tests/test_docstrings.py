"""Every public name tells what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import gansu_reemployment

PACKAGE = Path(gansu_reemployment.__file__).parent
MODULES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if "template" not in path.parts and not path.stem.startswith("_")
)
MODULES += sorted(PACKAGE.rglob("__init__.py"))
Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def undocumented(tree: ast.Module) -> Iterator[str]:
    """Give the public names of a module that have no docstring, each with its class."""
    if not ast.get_docstring(tree):
        yield "the module"
    yield from _undocumented(tree.body, "")


def _undocumented(body: list[ast.stmt], within: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            if not (ast.get_docstring(node) or _is_other_form(node)):
                yield f"{within}{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from _undocumented(node.body, f"{within}{node.name}.")


def _is_other_form(node: Definition) -> bool:
    """Tell whether a definition is a form of one that has its docstring: overload or setter."""
    names = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    return not names.isdisjoint({"overload", "setter"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_public_names_have_a_docstring(path: Path) -> None:
    """Modules, classes, functions and methods, wherever the name has no leading underscore."""
    assert [] == list(undocumented(ast.parse(path.read_text(encoding="utf-8"))))


def test_name_without_a_docstring_is_noticed() -> None:
    """A function, a class and its method are named; what is private or nested is not."""
    text = """
class Kind:
    def made(self):
        def inner(): ...
    def _own(self): ...
    @typing.overload
    def given(self): ...
def work(): ...
def _help(): ...
"""
    assert ["the module", "Kind", "Kind.made", "work"] == list(undocumented(ast.parse(text)))
