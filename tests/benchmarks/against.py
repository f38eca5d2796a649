"""Compare the speed of this tree with that of another revision, measure by measure.

``python tests/benchmarks/against.py REV [--cases] [--unknown] [--columns] [MEASURE ...]``

The revision is checked out into a temporary worktree. Two processes, one of each revision, read
the same random facts and are timed in turn, by CPU time. The printed ratio is that of the
medians, old to new: above 1 this tree is faster. Without an option all three are timed: cases
whose facts are known, cases with 15 % of facts unknown, and columns on Polars, on one day and on
a column of days. A dash: one of the revisions has no result, such as on a day without a rule.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
SIDE: Final = Path(__file__).with_name("against_side.py")
ROUNDS: Final = 7
#: The tasks of each option.
TASKS: Final = {"cases": ["cases"], "unknown": ["unknown"], "columns": ["day", "days"]}


class Side:
    """A process that times tasks on the code of one tree."""

    def __init__(self, tree: Path, data: Path) -> None:
        env = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONHASHSEED": "0"}
        # Plugins are installed for one tree only, so that neither side may load any.
        env |= {"POLARS_MAX_THREADS": "1", "GANSU_REEMPLOYMENT_PLUGINS": "none"}
        command = [sys.executable, str(SIDE), str(data)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
        )

    def ask(self, *words: str) -> Any:
        """Send a request, and return the answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(*words, file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline() or "null")

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


@contextmanager
def tree_of(revision: str) -> Iterator[Path]:
    """Check *revision* out for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(tree), revision], check=True)
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def compared(old: Side, new: Side, task: str, measure: str) -> float | None:
    """Return the ratio of the medians; none if a side cannot evaluate the measure."""
    if task in {"cases", "unknown"}:
        both = set(old.ask("usable", task, measure)) & set(new.ask("usable", task, measure))
        for side in (old, new):
            side.ask("choose", task, measure, *map(str, sorted(both)))
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for side, found in zip((old, new), times, strict=True):
            seconds = side.ask("time", task, measure)
            if seconds is None:
                return None
            found.append(seconds)
    return median(times[0]) / median(times[1])


def report(old: Side, new: Side, tasks: Sequence[str], measures: Sequence[str]) -> None:
    """Print a line for each measure, and the median and the least of each task."""
    print(f"{'measure':24}" + "".join(f"{task:>10}" for task in tasks))  # noqa: T201 - the report
    ratios: dict[str, list[float]] = {task: [] for task in tasks}
    for measure in measures:
        line = f"{measure:24}"
        for task in tasks:
            ratio = compared(old, new, task, measure)
            line += f"{'-':>10}" if ratio is None else f"{ratio:9.2f}x"
            ratios[task] += [] if ratio is None else [ratio]
        print(line, flush=True)  # noqa: T201 - the report
    for name, pick in (("median", median), ("least", min)):
        found = (f"{pick(ratios[task]):9.2f}x" if ratios[task] else f"{'-':>10}" for task in tasks)
        print(f"{name:24}" + "".join(found))  # noqa: T201 - the report


def main() -> None:
    """Read the command line, and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("revision")
    parser.add_argument("measures", nargs="*")
    for option in TASKS:
        parser.add_argument(f"--{option}", action="store_true")
    given = parser.parse_intermixed_args()
    asked = [option for option in TASKS if getattr(given, option)]
    tasks = [task for option in asked or TASKS for task in TASKS[option]]
    with tree_of(given.revision) as tree, tempfile.TemporaryDirectory() as data:
        old, new = Side(tree, Path(data)), Side(ROOT, Path(data))
        try:
            both = [name for name in old.ask("measures") if name in new.ask("measures")]
            wanted = [name for name in both if name in given.measures or not given.measures]
            new.ask("write", *wanted)
            report(old, new, tasks, wanted)
        finally:
            old.close()
            new.close()


if __name__ == "__main__":
    main()
