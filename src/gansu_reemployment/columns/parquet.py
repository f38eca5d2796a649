"""Files larger than memory (大文件流式计算): read, worked and written piece by piece.

A CSV file, in gb18030 or UTF-8, becomes a Parquet file on the way in; its headings are the
names or the Chinese terms of the facts, choices their codes or Chinese terms, yes and no are
``true``, ``false``, ``是``, ``否``. Whatever cannot be read so is unknown, never a no.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal

from gansu_reemployment.columns.backends import run
from gansu_reemployment.columns.job import Job
from gansu_reemployment.columns.schema import FrameColumn
from gansu_reemployment.errors import MissingExtraError, RegisterError
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.registers.encoding import detect_encoding, open_text
from gansu_reemployment.registers.progress import progress

if TYPE_CHECKING:
    import polars as pl

#: Who evaluates a stream.
Evaluator = Literal["polars", "duckdb"]

_CHUNK: Final = 1 << 20
_GROUP: Final = 100_000
_DECIMALS: Final = 2
_DUCKDB_MEMORY: Final = "400MB"


def stream(job: Job, source: Path, target: Path, engine: Evaluator) -> int:
    """Work *source* into the Parquet file *target* with flat memory; give the number of rows.

    Raises:
        ColumnsError: columns are missing or of a wrong type.
        RegisterError: the source is no readable file.
    """
    if not source.is_file():
        raise RegisterError(_("There is no file {path}."), path=str(source))
    with TemporaryDirectory(dir=target.parent) as folder:
        if source.suffix.lower() == ".csv":
            source = _transcoded(job, source, Path(folder))
        return _ENGINES[engine](job, source, target)


def _polars(job: Job, source: Path, target: Path) -> int:
    """Sink the query; each piece that passes moves the progress bar on."""
    import polars as pl  # noqa: PLC0415 - an extra

    frame = run(job, pl.scan_parquet(source))
    rows = int(pl.scan_parquet(source).select(pl.len()).collect().item())

    def sink(tick: Callable[[int], None]) -> None:
        def pass_on(piece: "pl.DataFrame") -> "pl.DataFrame":
            tick(piece.height)
            return piece

        passed = frame.map_batches(pass_on, streamable=True)
        passed.sink_parquet(target, row_group_size=_GROUP)

    if sys.stderr.isatty():
        for _group in progress(_groups(_pieces(sink)), _("Rows worked"), rows // _GROUP):
            pass
        return rows
    frame.sink_parquet(target, row_group_size=_GROUP)
    return rows


def _pieces(sink: Callable[[Callable[[int], None]], None]) -> Iterator[int]:
    """Sink in a thread and give the rows of each piece as it passes."""
    ticks: SimpleQueue[int | None] = SimpleQueue()
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(sink, ticks.put)
        future.add_done_callback(lambda _done: ticks.put(None))
        yield from iter(ticks.get, None)
        future.result()


def _groups(pieces: Iterator[int]) -> Iterator[int]:
    """Give the number of each group of rows as it is full."""
    done = 0
    for rows in pieces:
        yield from range(done // _GROUP, (done + rows) // _GROUP)
        done += rows


def _duckdb(job: Job, source: Path, target: Path) -> int:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("duckdb", "columns") from None
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_DUCKDB_MEMORY}'")
        connection.execute(f"SET enable_progress_bar = {str(sys.stderr.isatty()).lower()}")
        frame = connection.read_parquet(str(source))
        run(job, frame).to_parquet(str(target), row_group_size=_GROUP)
        ((rows,),) = frame.count("*").fetchall()
        return int(rows)


_ENGINES: Final[dict[str, Callable[[Job, Path, Path], int]]] = {
    "polars": _polars,
    "duckdb": _duckdb,
}


def _transcoded(job: Job, source: Path, folder: Path) -> Path:
    """Turn a CSV file into a Parquet file with the columns that the job reads, and all others."""
    import polars as pl  # noqa: PLC0415 - an extra

    text = source
    if detect_encoding(source) not in ("utf-8", "utf-8-sig"):
        text = folder / "utf-8.csv"
        with open_text(source) as old, text.open("w", encoding="utf-8", newline="") as new:
            while chunk := old.read(_CHUNK):
                new.write(chunk)
    frame = pl.scan_csv(text, infer_schema=False, truncate_ragged_lines=True)
    terms = {column.zh: name for name, column in job.reads.items()}
    headings = frame.collect_schema().names()
    names = {h: terms[h] for h in headings if h in terms and terms[h] not in headings}
    frame = frame.rename(names)
    held = set(frame.collect_schema().names())
    read = [_read(column).alias(n) for n, column in job.reads.items() if n in held]
    target = folder / "rows.parquet"
    frame.with_columns(read).sink_parquet(target, row_group_size=_GROUP)
    return target


def _read(column: FrameColumn) -> "pl.Expr":
    """Read a column of text as what the measure needs; what cannot be read is null."""
    import polars as pl  # noqa: PLC0415 - an extra

    text = pl.col(column.name).str.strip_chars()
    if column.holds == "Boolean":
        known = {"true": True, "false": False, "是": True, "否": False}
        return text.str.to_lowercase().replace_strict(known, default=None, return_dtype=pl.Boolean)
    if column.holds == "Date":
        return text.str.to_date("%Y-%m-%d", strict=False)
    if column.holds == "Int64":
        return text.cast(pl.Int64, strict=False)
    if column.holds == "Int64 or Decimal":
        exact = text.str.contains(r"^-?[0-9]{1,14}(\.[0-9]{1,2})?$")
        return pl.when(exact).then(text).cast(pl.Decimal(16, _DECIMALS))
    if issubclass(column.kind, Choice):
        return text.replace({member.value: member.code for member in column.kind})
    return text
