"""Print the measured speeds as Markdown tables: ``python tests/benchmarks/report.py > FILE``.

``docs/explanation/measured.md`` is this report, as it came out on the machine it names.
"""

import json
import os
import platform
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import clusters
import ledgers
import ledgers_found
import memory

HERE: Final = Path(__file__).parent
#: What is measured for the report.
FILES: Final = ("test_columns_speed.py", "test_frames_speed.py", "test_working_speed.py")
#: What grows with its input, measured once, in the sizes that the groups name.
SCALE_FILES: Final = (
    "test_scale_speed.py",
    "test_breakdown_speed.py",
    "test_loan_speed.py",
    "test_progress_speed.py",
)
COMMAND: Final = "python tests/benchmarks/report.py > docs/explanation/measured.md"
#: What is measured again with ten million rows, once each.
LARGE: Final = 10_000_000
LARGE_TESTS: Final = (
    "not frames and not sql and not numpy and not start and not json and not case and not load"
)
FEW_ROUNDS: Final = ("--benchmark-min-rounds=1", "--benchmark-max-time=0.1")
LARGE_GROUPS: Final = (
    "each measure beside the same by hand",
    "hardship by engine",
    "hardship as rows grow",
    "a file through Parquet",
)
#: The rows of the file through which the peak of the memory is measured.
FILE: Final = 50_000_000
#: The groups that are told by rows, whose number is in the environment or a million.
ROWS: Final = int(os.environ.get("GANSU_REEMPLOYMENT_ROWS", "1000000"))
BY_ROWS: Final = ("on Polars", "by engine", "rows grow", "Parquet", "stream")
#: The ways in each group whose tests are named by way and measure, with the way to compare with.
COMPARED: Final = {
    "frames with gaps, days and regions": {
        "gaps": "gaps by hand",
        "days": "one day",
        "regions": "one day",
    },
    "DuckDB beside SQL by hand": {"query": "SQL by hand", "relation": "SQL by hand"},
}
#: The ways in which a measure is written by hand.
WAYS: Final = ("polars", "numpy")
LIBRARIES: Final = ("polars", "narwhals", "duckdb", "pyarrow", "pandas", "numpy")


def main() -> None:
    """Run the benchmarks and print a table for each group."""
    print("\n".join(lines(measured(FILES, ROWS, "--benchmark-max-time=0.5"))))
    print("\n".join(tables(measured(SCALE_FILES, ROWS, *FEW_ROUNDS), ROWS)))
    large = measured(FILES, LARGE, "-k", LARGE_TESTS, *FEW_ROUNDS)
    print(f"\nWith {LARGE:,} rows:")
    print("\n".join(tables([one for one in large if one["group"] in LARGE_GROUPS], LARGE)))
    print("\n**Clusters**\n")
    print("\n".join(clusters.lines(ROWS)))
    print("\n**Peak memory**\n")
    print("\n".join(memory.lines(FILE)))
    print("\n**Cases entered into a ledger**\n")
    print("\n".join(ledgers.lines()))
    print("\n**Cases found in a ledger**\n")
    print("\n".join(ledgers_found.lines()))


def measured(names: Iterable[str], rows: int, *chosen: str) -> list[dict[str, Any]]:
    """Run the benchmarks in a process of their own."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "speeds.json"
        files = [str(HERE / name) for name in names]
        options = ["-q", "--benchmark-enable", "--dist=no", "-p", "no:cacheprovider", *chosen]
        subprocess.run(
            [sys.executable, "-m", "pytest", *options, f"--benchmark-json={target}", *files],
            check=True,
            stdout=sys.stderr,
            env={**os.environ, "GANSU_REEMPLOYMENT_ROWS": str(rows)},
        )
        found: list[dict[str, Any]] = json.loads(target.read_text(encoding="utf-8"))["benchmarks"]
        return found


def lines(benchmarks: list[dict[str, Any]]) -> Iterator[str]:
    """Give the report line by line."""
    day = datetime.now(UTC).date().isoformat()
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield f"Measured on {day} by `{COMMAND}` with {ROWS:,} rows:"
    yield f"{_processor()}, {os.cpu_count()} cores, {platform.system()},"
    yield f"Python {platform.python_version()}, {libraries}. The fastest of several rounds counts."
    yield from tables(benchmarks, ROWS)


def tables(benchmarks: list[dict[str, Any]], rows: int) -> Iterator[str]:
    """Give a table for each group of benchmarks."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for benchmark in benchmarks:
        groups[benchmark["group"]].append(benchmark)
    for group, members in groups.items():
        if group in COMPARED:
            yield from _compared(group, members)
        elif group.endswith("by hand"):
            yield from _beside(group, members, rows)
        else:
            yield from _table(group, members, rows)


def _beside(group: str, members: list[dict[str, Any]], rows: int) -> Iterator[str]:
    """Give a line for each measure: its own time, and how many times that of each way by hand."""
    least = {member["name"]: member["stats"]["min"] for member in members}
    yield from ("", f"**{group.capitalize()}**", "")
    yield "| measure | time | million rows a second | times Polars by hand | times NumPy |"
    yield "|---|--:|--:|--:|--:|"
    for name, own in least.items():
        if name.startswith("test_columns["):
            measure = name[len("test_columns[") : -1]
            ways = (least.get(f"test_columns_by_hand[{way}-{measure}]") for way in WAYS)
            ratios = " | ".join(f"{own / way:.2f}" if way else "" for way in ways)
            yield f"| {measure} | {_time(own)} | {rows / own / 1e6:,.2f} | {ratios} |"


def _compared(group: str, members: list[dict[str, Any]]) -> Iterator[str]:
    """Give a line for each measure: each way, and how many times another way."""
    names = (member["name"].partition("[")[2].rstrip("]") for member in members)
    least = dict(zip(names, (member["stats"]["min"] for member in members), strict=True))
    pairs = COMPARED[group]
    yield from ("", f"**{group[0].upper()}{group[1:]}**", "")
    yield "| measure |" + "".join(f" {way} | times {other} |" for way, other in pairs.items())
    yield "|---|" + "--:|--:|" * len(pairs)
    first, *_others = pairs
    for name in least:
        if name.startswith(f"{first}-"):
            measure = name.removeprefix(f"{first}-")
            both = [(least[f"{a}-{measure}"], least[f"{b}-{measure}"]) for a, b in pairs.items()]
            yield f"| {measure} |" + "".join(f" {_time(a)} | {a / b:.2f} |" for a, b in both)


def _table(group: str, members: list[dict[str, Any]], rows: int) -> Iterator[str]:
    per_rows = any(word in group for word in BY_ROWS)
    unit = "million rows a second" if per_rows else "times a second"
    title = group.replace("_", " ")
    yield from ("", f"**{title[0].upper()}{title[1:]}**", "")
    yield f"| what | time | {unit} | ratio to the fastest |"
    yield "|---|--:|--:|--:|"
    fastest = min(member["stats"]["min"] for member in members)
    for member in members:
        least = member["stats"]["min"]
        done = (member["params"] or {}).get("size", rows)
        speed = f"{done / least / 1e6:,.2f}" if per_rows else f"{1 / least:,.0f}"
        name = member["name"].removeprefix("test_").replace("_", " ").replace("[", ": ")
        yield f"| {name.rstrip(']')} | {_time(least)} | {speed} | {least / fastest:.2f} |"


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in found if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
