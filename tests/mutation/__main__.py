"""Run the tests against mutants of the measures: ``python tests/mutation --sample 100``.

A process that has loaded pytest and all other packages forks for each mutant. The child imports
the changed module in place of its own, and runs the worked cases of the measure, its test files and
the tables of the law until one fails, those first that most likely do. POSIX only, as it forks.
"""

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from mutants import GROUPS, ROOT, SOURCES, Mutant, mutants

#: The seconds after which a mutant counts as noticed, because it does not end.
PATIENCE: Final = 240
EQUIVALENTS: Final = Path(__file__).with_name("equivalents.txt")
#: Loaded once by the parent: whatever is not of the library.
HEAVY: Final = ("attrs", "cattrs", "babel.dates", "narwhals", "polars", "duckdb", "pyarrow")
HEAVY_TESTS: Final = ("hypothesis", "pandas", "openpyxl", "xlsxwriter", "dask.dataframe")


def main() -> None:
    """Try a sample, and print the score of each group and the survivors."""
    options = arguments()
    chosen = sample(options)
    for name in (*HEAVY, *HEAVY_TESTS):
        importlib.import_module(name)
    left_alone = equivalents()
    until = time.monotonic() + options.minutes * 60
    score: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    passes: dict[str, bool] = {}
    for mutant in chosen:
        if time.monotonic() > until:
            break
        name = measure_of(mutant)
        if name not in passes:
            passes[name] = tried(mutant, changed=False) == "survived"
            if not passes[name]:
                print(f"The tests of {name} fail without any change.", flush=True)
        verdict = "equivalent" if mutant.key in left_alone else ""
        if passes[name]:
            verdict = verdict or tried(mutant)
            score[mutant.group][verdict] += 1
        if verdict == "survived":
            print(f"{mutant.group:10} {mutant.key}", flush=True)
    for group, counted in score.items():
        print(said(group, counted))


def arguments() -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=100, help="mutants of each group")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--group", choices=GROUPS, action="append")
    parser.add_argument("--file", default="", help="only files whose path contains this")
    return parser.parse_args()


def sample(options: argparse.Namespace) -> list[Mutant]:
    """Draw the mutants, one group after the other, so that a short run has some of each."""
    found = [each for each in mutants() if options.file in str(each.path.relative_to(SOURCES))]
    drawn = random.Random(options.seed)  # noqa: S311 - a sample, not a secret
    groups = []
    for group in options.group or GROUPS:
        members = [each for each in found if each.group == group]
        groups.append(drawn.sample(members, min(options.sample, len(members))))
    longest = max(map(len, groups))
    return [group[n] for n in range(longest) for group in groups if n < len(group)]


def equivalents() -> set[str]:
    """Return the mutants that change no decision, each listed with its reason."""
    lines = EQUIVALENTS.read_text(encoding="utf-8").splitlines()
    return {line.rpartition(" | ")[0] for line in lines if line and not line.startswith("#")}


def tried(mutant: Mutant, *, changed: bool = True) -> str:
    """Return whether the tests notice a mutant."""
    child = os.fork()
    if not child:
        os._exit(run(mutant, changed=changed))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return "survived" if status == 0 else "noticed"
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "noticed"


def run(mutant: Mutant, *, changed: bool) -> int:
    """Run the tests of a mutant in this process; return their exit code."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    try:
        if changed:
            install(mutant)
        options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"]
        # The parent has loaded some modules that pytest would have rewritten.
        configured = [
            "-W",
            "ignore::pytest.PytestAssertRewriteWarning",
            "-o",
            "addopts=--import-mode=importlib",
            "-p",
            "no:benchmark",
        ]
        check_cases(measure_of(mutant))
        sessions = ([*options, *configured, *paths] for paths in tests_of(mutant))
        return next((code for session in sessions if (code := int(pytest.main(session)))), 0)
    except BaseException:  # noqa: BLE001 - whatever a mutant raises is noticed
        return 1


def tests_of(mutant: Mutant) -> list[list[str]]:
    """Return the tests that should notice a mutant, in two parts: the likelier one first."""
    name = measure_of(mutant)
    room = ROOT / "tests" / "measures" / mutant.path.relative_to(SOURCES).parts[0]
    own = sorted(room.glob(f"test_{name}*.py"))
    # What several measures of a room share is tested by all tests of the room.
    if not own or name == "facts":
        own = [*own, *sorted({*room.glob("test_*.py")} - {*own})]
    law = ROOT / "tests" / "law"
    of_law = ("test_golden.py", "test_delegation.py", "test_corrections.py")
    of_measures = sorted((ROOT / "tests" / "measures").glob("test_*.py"))
    of_all = (*(law / each for each in of_law), ROOT / "tests" / "test_catalogue.py", *of_measures)
    parts = (own, of_all) if mutant.group == "formulas" else (of_all, own)
    return [[str(path) for path in part] for part in parts]


def measure_of(mutant: Mutant) -> str:
    """Return the name of the package or module of a mutant below its room."""
    return Path(mutant.path.relative_to(SOURCES).parts[1]).stem


def check_cases(name: str) -> None:
    """Check every worked case of the files that are named like the measure."""
    from gansu_reemployment.testing.worked_cases import read_vectors

    for path in (ROOT / "tests" / "vectors").glob(f"{name}*.toml"):
        for vector in read_vectors(path):
            if vector.run().failures:
                raise AssertionError(path)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds and runs the changed module in place of its own."""

    def __init__(self, name: str, path: Path, text: str) -> None:
        self._name, self._path, self._text = name, path, text

    def find_spec(self, name: str, _path: Any, _target: Any = None) -> Any:
        """Find the module."""
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def create_module(self, _spec: importlib.machinery.ModuleSpec) -> None:
        """Let Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed module."""
        exec(compile(self._text, str(self._path), "exec"), module.__dict__)  # noqa: S102


def install(mutant: Mutant) -> None:
    """Make the library import the changed module; formulas are read from its lines."""
    parts = mutant.path.relative_to(ROOT / "src").with_suffix("").parts
    path, text = str(mutant.path), ast.unparse(mutant.tree())
    sys.meta_path.insert(0, Changed(".".join(parts), mutant.path, text))
    linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)


def said(group: str, counted: Counter[str]) -> str:
    """Return the score of a group."""
    noticed, survived = counted["noticed"], counted["survived"]
    tried_ = noticed + survived
    share = f"{100 * noticed / tried_:.1f} %" if tried_ else "-"
    return f"{group:10} {noticed}/{tried_} = {share}, {counted['equivalent']} equivalent"


if __name__ == "__main__":
    main()
