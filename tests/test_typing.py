"""What type checkers say of the README's example and of the statuses of an outcome."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NARROWED = """
if outcome.status == "decided":
    print(outcome.value.code)
match outcome:
    case Decided(value=group):
        print(group.code)
    case Refused():
        print(outcome.refusals[0].code)
"""
#: Wrong lines, and what mypy says of each.
WRONG = {
    "print(outcome.value.code)": 'has no attribute "code"',
    'if outcome.status == "decidd":\n    print(1)': "Non-overlapping equality check",
    'if outcome.status == "refused":\n    print(outcome.value.code)': 'has no attribute "code"',
}


def example() -> str:
    """Return the README's example as a program."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```pycon\n(.*?)```", text, flags=re.DOTALL)
    assert block
    lines = [line[4:] for line in block[1].splitlines() if line.startswith((">>> ", "... "))]
    return "\n".join([*lines, "from gansu_reemployment.results import Decided, Refused", ""])


def checked(code: str, folder: Path) -> str:
    """Return what mypy says of a program."""
    path = folder / "example.py"
    path.write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return done.stdout


def test_readme_example(tmp_path: Path) -> None:
    """It is right as it stands, and a check of the status or a match narrows the type."""
    assert "Success: no issues found" in checked(example() + NARROWED, tmp_path)


@pytest.mark.parametrize("line", WRONG)
def test_mistakes_are_found(line: str, tmp_path: Path) -> None:
    """A value that may be missing, and a status that does not exist, are errors."""
    assert WRONG[line] in checked(f"{example()}{line}\n", tmp_path)
