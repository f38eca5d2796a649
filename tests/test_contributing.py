"""The diffs of the page on contributing are real: the first is run, the second is in the tree."""

import re
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment import Instrument

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
DIFFS = re.findall(r"^```diff\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NOTICE = Instrument("试政发〔2003〕1号", "", (), None, None)
#: What the module and the test of the example import.
IMPORTS = """
from datetime import date
from fractions import Fraction
from typing import Generic
import pytest
from attrs import frozen
from gansu_reemployment import Provision, Rule, Yuan
from gansu_reemployment.plugins import Reason
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, positive
from gansu_reemployment.i18n import _
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
"""


def added(diff: str) -> str:
    """Return the lines that a diff adds, without its headings."""
    lines = [line[1:] for line in diff.splitlines() if line.startswith("+")]
    return "\n".join(line for line in lines if not line.startswith("++"))


@pytest.fixture(name="example")
def _example(tmp_path: Path) -> dict[str, Any]:
    """The example of a measure as a module, with its test."""
    file = tmp_path / "market_stall.py"
    file.write_text(f"{IMPORTS}\n{added(DIFFS[0])}", encoding="utf-8")
    scope: dict[str, Any] = {
        "NOTICE": NOTICE,
        "__name__": "market_stall",
    }
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), scope)  # noqa: S102
    return scope


def test_new_measure_and_its_test_run(example: dict[str, Any]) -> None:
    """The module of the page is a measure, and its test holds for each of its cases."""
    assert ("market_stall", "摊位租金补贴") == (
        example["market_stall"].name,
        example["market_stall"].zh,
    )
    assert "market_stall.share" == example["MarketStallRules"]().share.path
    test = example["test_largest_stall"]
    for area, codes in test.pytestmark[0].args[1]:
        test(area, codes)


def test_change_of_law_is_in_the_tree() -> None:
    """The row that the second diff adds is where the diff says."""
    (file,) = re.findall(r"^\+\+\+ b/(.*)$", DIFFS[1], re.MULTILINE)
    after = [line[1:] for line in DIFFS[1].splitlines() if line[:1] in {" ", "+"}]
    text = "\n".join(line for line in after if not line.startswith("++"))
    assert text in (ROOT / file).read_text(encoding="utf-8")
