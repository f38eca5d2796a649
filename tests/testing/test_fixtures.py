"""The fixtures that pytest finds by the entry point of the library."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gansu_reemployment import Bureau, load_host
from gansu_reemployment.ledger import Ledger
from gansu_reemployment.testing import make_case
from gansu_reemployment.working.case import CaseWorking

FOUND = """\
def test_found(bureau, memory_ledger, case_on):
    assert True
"""


def test_bureau_opens_a_place(bureau: Callable[..., Bureau]) -> None:
    """The fixture opens the bureau of any region, and of the province without one."""
    assert ["甘肃省", "天水市"] == [bureau().region.name, bureau("天水").region.name]
    assert () == bureau("天水市", host=load_host([])).host.plugins[2:]


def test_memory_ledger_is_empty(memory_ledger: Ledger) -> None:
    """Each test has a ledger of its own."""
    assert [] == list(memory_ledger.find())
    memory_ledger.append([make_case("a")])
    assert "a" == memory_ledger.get("a").key


def test_case_begins_on_a_day(case_on: Callable[[date], CaseWorking]) -> None:
    """The fixture begins a working under the law of a day."""
    assert date(2003, 7, 1) == case_on(date(2003, 7, 1)).on


@pytest.mark.parametrize(("options", "code"), [((), 0), (("-p", "no:gansu_reemployment"), 1)])
def test_fixtures_come_by_the_entry_point(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """An installed library brings them; pytest's option leaves them out."""
    (tmp_path / "test_found.py").write_text(FOUND, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert code == done.returncode, done.stdout


def test_finding_the_fixtures_loads_nothing() -> None:
    """The module that pytest loads does not import the library, so coverage is whole."""
    script = (
        "import sys, _gansu_reemployment_pytest;"
        "print([name for name in sys.modules if name.startswith('gansu')])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()
