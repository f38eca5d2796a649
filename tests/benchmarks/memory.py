"""Peak memory of the import and of a file through the classification.

``python tests/benchmarks/memory.py ROWS`` prints a table in Markdown; what is measured has a
process of its own each.
"""

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
#: What the kernel counts from the start of the program on, unlike ``ru_maxrss``.
_STATUS: Final = "/proc/self/status"
_PEAK: Final = f"print(open({_STATUS!r}).read().split('VmHWM:')[1].split()[0])"


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
    peak = Path(_STATUS).read_text(encoding="utf-8").split("VmHWM:")[1].split()[0]
    print(f"{time.perf_counter() - began:.1f} {peak}")


def lines(rows: int) -> Iterator[str]:
    """Give the table line by line."""
    yield "| what | rows | seconds | peak memory |"
    yield "|---|--:|--:|--:|"
    for start in STARTS:
        call = [sys.executable, "-c", f"{start}\n{_PEAK}"]
        peak = subprocess.run(call, check=True, capture_output=True, text=True).stdout.strip()
        yield f"| `{start}` | | | {_mebibytes(peak)} |"
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
        write(source, rows)
        for engine in ENGINES:
            call = [sys.executable, __file__, engine, str(source), str(target)]
            seconds, peak = subprocess.run(
                call, check=True, capture_output=True, text=True
            ).stdout.split()
            height = pl.scan_parquet(target).select(pl.len()).collect().item()
            yield f"| file to file on {engine} | {height:,} | {seconds} | {_mebibytes(peak)} |"


def _mebibytes(kibibytes: str) -> str:
    return f"{int(kibibytes) // 1024} MiB"


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print("\n".join(lines(int(sys.argv[1]))))
    else:
        work(*sys.argv[1:])
