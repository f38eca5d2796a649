"""Every example in a docstring, in README.md and in the documentation is run."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import gansu_reemployment

ROOT = Path(__file__).parents[1]
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(gansu_reemployment.__path__, "gansu_reemployment.")
    if not module.name.endswith("__main__")
)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", ["gansu_reemployment", *MODULES])
def test_module(name: str) -> None:
    """The examples of a module's docstrings come out as printed."""
    module = importlib.import_module(name)
    assert 0 == doctest.testmod(module, optionflags=OPTIONS).failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The examples of a page come out as printed; files they write go to an empty folder."""
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(
        str(page), module_relative=False, optionflags=OPTIONS, encoding="utf-8"
    )
    assert 0 == result.failed
