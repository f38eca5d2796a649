"""What type checkers say of the README's example, of statuses and of facts."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
RIGHT: Final = """
from gansu_reemployment.facts import Factor, Hire
from gansu_reemployment.results import Decided, Refused
if outcome.status == "decided":
    print(outcome.value.code)
match outcome:
    case Decided(value=group):
        print(group.code)
    case Refused():
        print(outcome.refusals[0].code)
    case _:
        print(outcome.missing)
print(Worker(), Hire(number="1"), Factor(weights={"a": 1}), bureau.hardship({"able": True}, on=DAY))
"""
#: Wrong lines, and what mypy and pyright say of each.
WRONG: Final = {
    "print(outcome.value.code)": ('has no attribute "code"', '"code" is not a known attribute'),
    'print(outcome.status == "decidd")': ("Non-overlapping equality check", "have no overlap"),
    'print(outcome.value.code if outcome.status == "refused" else 0)': (
        'has no attribute "code"',
        'Cannot access attribute "code"',
    ),
    "Hire()": ('Missing named argument "number"', 'Argument missing for parameter "number"'),
    'Hire(number="1", sx=None)': ('Unexpected keyword argument "sx"', 'No parameter named "sx"'),
    'Worker(sex="female")': ('incompatible type "str"', "cannot be assigned"),
    "Worker(months_unemployed=Yuan(3))": ('incompatible type "Yuan"', "cannot be assigned"),
    "bureau.hardship(Hire(number='1'), on=DAY)": ('incompatible type "Hire"', "cannot be assigned"),
}
CHECKERS: Final = {
    "mypy": ["-m", "mypy", "--strict"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
}
PARAMS: Final = [
    pytest.param("mypy", marks=pytest.mark.slow("checks the whole library")),
    "pyright",
]


def example() -> str:
    """Return the README's example as a program."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```pycon\n(.*?)```", text, flags=re.DOTALL)
    assert block
    lines = [line[4:] for line in block[1].splitlines() if line.startswith((">>> ", "... "))]
    return "\n".join(
        [*lines, "from gansu_reemployment import Yuan", "DAY = date(2003, 7, 1)", RIGHT]
    )


@pytest.fixture(name="said", scope="module", params=PARAMS)
def _said(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Mapping[str, str]]:
    """Return the name of a checker, and its errors by the line that they are about."""
    name: str = request.param
    if name == "pyright":
        pytest.importorskip("pyright")
    lines = ["# pyright: strict", *example().splitlines(), *WRONG]
    path = tmp_path_factory.mktemp("typing") / "example.py"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, *CHECKERS[name], str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    errors: dict[str, str] = {}
    for number, error in re.findall(r"example\.py:(\d+):.*?error: (.*)", done.stdout):
        line = lines[int(number) - 1]
        errors[line] = f"{errors.get(line, '')}{error}\n"
    return name, errors


def test_example_is_right_and_mistakes_are_found(said: tuple[str, Mapping[str, str]]) -> None:
    """The example has no error; every wrong line has one, by either checker."""
    name, errors = said
    assert list(WRONG) == list(errors)
    column = list(CHECKERS).index(name)
    assert [] == [line for line, texts in WRONG.items() if texts[column] not in errors[line]]
