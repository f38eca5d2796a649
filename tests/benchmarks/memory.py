"""Peak memory of the import and of a file through the classification.

``python tests/benchmarks/memory.py ROWS`` prints a table in Markdown; what is measured has a
process of its own each.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import polars as pl
import registers

from gansu_reemployment import Bureau

#: Rows made at a time.
PIECE: Final = 1_000_000
ENGINES: Final = ("polars", "duckdb")
STARTS: Final = (
    "pass",
    "import gansu_reemployment",
    "from gansu_reemployment import Bureau; Bureau.of()",
)
_PEAK: Final = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"


def write(path: Path, rows: int) -> None:
    """Write a register of persons, piece by piece."""
    import pyarrow.parquet as pq

    writer: Any = None
    for first in range(0, rows, PIECE):
        table = registers.people(min(PIECE, rows - first)).to_arrow()
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    writer.close()


def work(engine: Any, source: str, target: str) -> None:
    """Work the file and print the seconds and the peak memory of this process in MiB."""
    began = time.perf_counter()
    Bureau.of("天水市").columns.stream_parquet(
        source, target, "hardship", on=registers.DAY, engine=engine
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{time.perf_counter() - began:.1f} {peak}")


def lines(rows: int) -> Iterator[str]:
    """Give the table line by line."""
    yield "| what | rows | seconds | peak memory |"
    yield "|---|--:|--:|--:|"
    for start in STARTS:
        call = [sys.executable, "-c", f"{start}\n{_PEAK}"]
        peak = subprocess.run(call, check=True, capture_output=True, text=True).stdout.strip()
        yield f"| `{start}` | | | {peak} MiB |"
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
        write(source, rows)
        for engine in ENGINES:
            call = [sys.executable, __file__, engine, str(source), str(target)]
            seconds, peak = subprocess.run(
                call, check=True, capture_output=True, text=True
            ).stdout.split()
            height = pl.scan_parquet(target).select(pl.len()).collect().item()
            yield f"| file to file on {engine} | {height:,} | {seconds} | {peak} MiB |"


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print("\n".join(lines(int(sys.argv[1]))))
    else:
        work(*sys.argv[1:])
