"""Fail if a branch of the core runs in no near test and is not listed.

The core is what decides: money, days, persons, places, law, facts, workings and measures.
``tests/uncovered.txt`` lists the lines that no test reaches, each with the reason. It takes some
minutes, so it is run by hand; what follows the command is passed to pytest.
"""

import builtins
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from coverage import Coverage

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "src" / "gansu_reemployment"
LISTED: Final = ROOT / "tests" / "uncovered.txt"
CORE: Final = (
    *("_divisions.py", "dates.py", "errors.py", "facts.py", "money.py", "names.py", "results.py"),
    *("fact_model", "identity", "law", "measures", "objects", "regions", "rulebook", "working"),
)
NEAR: Final = (
    *("law", "measures", "working", "ledger/test_converter.py", "plugins/test_adjustments.py"),
    *("plugins/test_hooks.py", "plugins/test_rules_file.py", "registers/test_entries.py"),
    *("sheets/test_ready.py", "test_copies.py", "test_dates.py", "test_display.py"),
    *("test_errors.py", "test_facts.py", "test_front_door.py", "test_identity.py"),
    *("test_money.py", "test_names.py", "test_presumed.py", "test_regions.py", "test_rulebook.py"),
)
#: The fixtures of tests that compare cases with columns, where formulas run translated.
COLUMNS: Final = {"agree", "both", "engines"}


class _Plain:
    """Counts formulas as they are written only, for the translated text has the same lines."""

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = [item for item in items if not COLUMNS & set(item.fixturenames)]

    def pytest_configure(self) -> None:
        from gansu_reemployment.working import translation  # noqa: PLC0415 - once it is measured

        vars(translation)["compile"] = _compile


def _compile(tree: Any, file: str, mode: str) -> Any:
    measures = str(PACKAGE / "measures")
    return builtins.compile(tree, "<translated>" if file.startswith(measures) else file, mode)


def run(arguments: list[str]) -> tuple[int, dict[str, Any]]:
    """Run the near tests; return pytest's code and what was run of each file of the core."""
    includes = [str(PACKAGE / name) + ("" if name.endswith(".py") else "/*") for name in CORE]
    coverage = Coverage(data_file=None, config_file=str(ROOT / "pyproject.toml"))
    tests = [str(ROOT / "tests" / name) for name in NEAR]
    with coverage.collect():
        code = pytest.main(["-q", "-p", "no:cacheprovider", *tests, *arguments], [_Plain()])
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        coverage.json_report(outfile=report.name, include=includes)
        return int(code), json.loads(Path(report.name).read_text(encoding="utf-8"))


def missed(report: dict[str, Any]) -> Iterator[str]:
    """Yield each line that was not run, or that always went the same way, in its function."""
    for name, file in report["files"].items():
        path = Path(name).resolve()
        lines = path.read_text(encoding="utf-8").splitlines()
        for function, region in file["functions"].items():
            numbers = {*region["missing_lines"], *(n for n, _to in region["missing_branches"])}
            for number in sorted(numbers):
                place = f"{path.relative_to(PACKAGE).as_posix()} | {function or 'module'}"
                yield f"{place} | {lines[number - 1].strip()}"


def listed() -> set[str]:
    """Return the listed lines without their reasons."""
    texts = LISTED.read_text(encoding="utf-8").splitlines()
    return {text.rpartition(" | ")[0] for text in texts if text and not text.startswith("#")}


def main(arguments: list[str]) -> int:
    """Run the near tests, and return 1 if a test fails or the list is not that of the run."""
    code, report = run(arguments)
    found, known = set(missed(report)), listed()
    total = report["totals"]
    print(f"{total['num_branches']} branches, {total['covered_branches']} run,", end=" ")
    print(f"{total['missing_branches']} not run; {len(found & known)} lines listed")
    print(*(f"not run and not listed: {line}" for line in sorted(found - known)), sep="\n")
    print(*(f"listed, but run: {line}" for line in sorted(known - found)), sep="\n")
    return 1 if code or found ^ known else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
