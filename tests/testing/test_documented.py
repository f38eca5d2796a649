"""Every name that a plugin's own tests are written with is on the page of the contracts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import _gansu_reemployment_pytest as fixtures
from gansu_reemployment import testing
from gansu_reemployment.testing import LedgerContract, LocalRulesContract

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "testing.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def set_by_a_subclass(contract: type[Any]) -> Iterator[str]:
    """Yield the attributes, methods and fixtures of a contract that are no tests."""
    stated = {name for one in contract.__mro__ for name in vars(one).get("__annotations__", ())}
    for name in sorted(stated | set(dir(contract))):
        if not name.startswith(("_", "test_")):
            yield name


@pytest.mark.parametrize("contract", [LocalRulesContract, LedgerContract])
def test_every_attribute_of_a_contract_is_on_the_page(contract: type[Any]) -> None:
    """Its section has an entry for each, and for nothing else."""
    entries = re.findall(r"^(`.+)\n: ", SECTIONS[contract.__name__], re.MULTILINE)
    named = {name for entry in entries for name in re.findall(r"`(\w+)[`(]", entry)}
    assert set(set_by_a_subclass(contract)) == named


def test_every_sample_and_fixture_is_on_the_page() -> None:
    """The tables name them all."""
    found = [n for n, one in vars(fixtures).items() if "Fixture" in type(one).__name__]
    assert ["bureau", "memory_ledger", "case_on"] == found
    samples = set(testing.__all__) - {"LedgerContract", "LocalRulesContract"}
    listed = set(re.findall(r"`(\w+)[`(]", SECTIONS["Samples and fixtures"]))
    assert samples | set(found) <= listed
