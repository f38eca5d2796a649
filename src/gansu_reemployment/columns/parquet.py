"""Files larger than memory (大文件流式计算): read, evaluated and written piece by piece.

A CSV file, in gb18030 or UTF-8, is converted to a Parquet file first. Its headings are the names
or the Chinese terms of the facts; choices are their codes or Chinese terms, yes and no are
``true``, ``false``, ``是``, ``否``. A cell that cannot be read is unknown, never a no. Money is in
yuan with decimals, or under a heading that ends with （元）.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal

from gansu_reemployment.columns.backends import answer
from gansu_reemployment.columns.plan import Question, reject
from gansu_reemployment.columns.schema import MONEY, FrameColumn
from gansu_reemployment.errors import (
    Fault,
    GansuError,
    MissingExtraError,
    RegisterError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.identity import mask
from gansu_reemployment.registers.cells import YES_NO
from gansu_reemployment.registers.encoding import detect_encoding, open_text
from gansu_reemployment.registers.headings import without_unit
from gansu_reemployment.registers.progress import progress

if TYPE_CHECKING:
    import polars as pl

#: The engine that evaluates a stream.
Evaluator = Literal["polars", "duckdb"]

_CHUNK: Final = 1 << 20
#: The packages whose errors are converted.
_FOREIGN: Final = frozenset({"polars", "narwhals", "duckdb", "_duckdb"})
#: The signs of a pattern of file names.
_PATTERN: Final = re.compile(r"([*?\[\]])")
_GROUP: Final = 100_000
_DECIMALS: Final = 2
_DUCKDB_MEMORY: Final = "400MB"
_YUAN: Final = ("元", "yuan")
_WHOLE: Final = "^-?[0-9]*[1-9][0-9]*$"


def stream(question: Question, source: Path, target: Path, engine: Evaluator) -> int:
    """Evaluate *source* into the Parquet file *target* with flat memory; return the number of rows.

    Raises:
        ColumnsError: columns are missing or of a wrong type.
        RegisterError: the source is not a readable file.
    """
    if not source.is_file():
        raise RegisterError(_("There is no file {path}."), path=str(source))
    if not target.parent.is_dir():
        raise RegisterError(_("There is no folder {path}."), path=str(target.parent))
    if engine not in _ENGINES:
        raise UnknownNameError(Message(_("engine")), str(engine), tuple(_ENGINES))
    with TemporaryDirectory(dir=target.parent) as folder:
        rows = source
        with _file_errors(source):
            if source.suffix.lower() == ".csv":
                rows = _transcoded(question, source, Path(folder))
            return _ENGINES[engine](question, rows, target)


@contextmanager
def _file_errors(source: Path) -> Iterator[None]:
    """Convert the errors of Polars and DuckDB, which quote rows with names, to our own."""
    try:
        yield
    except GansuError:
        raise
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in _FOREIGN:
            raise
        text = _("{file} cannot be read as a table: {problem}.")
        problem = type(error).__name__
        raise RegisterError(text, file=source.name, problem=problem) from None


def _polars(question: Question, source: Path, target: Path) -> int:
    """Sink the query, and show a progress bar on a terminal."""
    import polars as pl  # noqa: PLC0415 - an extra

    # A name may contain the signs of a pattern, such as the ``[1]`` of a second download.
    table = pl.scan_parquet(source, glob=False)
    frame = answer(question, table)
    rows = int(table.select(pl.len()).collect().item())

    def sink(tick: Callable[[int], None]) -> None:
        def pass_on(piece: "pl.DataFrame") -> "pl.DataFrame":
            tick(piece.height)
            return piece

        passed = frame.map_batches(pass_on, streamable=True)
        passed.sink_parquet(target, row_group_size=_GROUP)

    if sys.stderr.isatty():
        for _group in progress(_groups(_pieces(sink)), _("Rows evaluated"), rows // _GROUP):
            pass
        return rows
    frame.sink_parquet(target, row_group_size=_GROUP)
    return rows


def _pieces(sink: Callable[[Callable[[int], None]], None]) -> Iterator[int]:
    """Sink in a thread, and yield the rows of each piece as it passes."""
    ticks: SimpleQueue[int | None] = SimpleQueue()
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(sink, ticks.put)
        future.add_done_callback(lambda _done: ticks.put(None))
        yield from iter(ticks.get, None)
        future.result()


def _groups(pieces: Iterator[int]) -> Iterator[int]:
    """Yield the number of each group of rows when it is full."""
    done = 0
    for rows in pieces:
        yield from range(done // _GROUP, (done + rows) // _GROUP)
        done += rows


def _duckdb(question: Question, source: Path, target: Path) -> int:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("duckdb", "columns") from None
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_DUCKDB_MEMORY}'")
        connection.execute(f"SET enable_progress_bar = {str(sys.stderr.isatty()).lower()}")
        frame = connection.read_parquet(_PATTERN.sub(r"[\1]", str(source)))
        answer(question, frame).to_parquet(str(target), row_group_size=_GROUP)
        ((rows,),) = frame.count("*").fetchall()
        return int(rows)


_ENGINES: Final[dict[str, Callable[[Question, Path, Path], int]]] = {
    "polars": _polars,
    "duckdb": _duckdb,
}


def _transcoded(question: Question, source: Path, folder: Path) -> Path:
    """Convert a CSV file to Parquet; the columns that the plan reads have their types."""
    import polars as pl  # noqa: PLC0415 - an extra

    text = source
    if detect_encoding(source) not in ("utf-8", "utf-8-sig"):
        text = folder / "utf-8.csv"
        with open_text(source) as old, text.open("w", encoding="utf-8", newline="") as new:
            while chunk := old.read(_CHUNK):
                new.write(chunk)
    frame = pl.scan_csv(text, infer_schema=False, glob=False)
    reads = question.general.reads
    _check_doubled(text, reads)
    names = _names(frame.collect_schema().names(), reads)
    frame = frame.rename(names)
    held = set(frame.collect_schema().names())
    stated = {name for heading, name in names.items() if without_unit(heading)[1]}
    reject(list(_bare(frame, [c for n, c in reads.items() if n in held and n not in stated])))
    read = [_read(column).alias(n) for n, column in reads.items() if n in held]
    target = folder / "rows.parquet"
    frame.with_columns(read).sink_parquet(target, row_group_size=_GROUP)
    return target


def _names(headings: Sequence[str], reads: Mapping[str, FrameColumn]) -> dict[str, str]:
    """Return the facts of headings that are not their names: Chinese terms, and money in yuan."""
    terms = {column.zh: name for name, column in reads.items()}
    names = {h: terms[h] for h in headings if h in terms and terms[h] not in headings}
    for heading in headings:
        bare, unit = without_unit(heading)
        name = terms.get(bare, bare)
        if unit in _YUAN and name in reads and reads[name].kind in MONEY and name not in headings:
            names[heading] = name
    return names


def _bare(frame: "pl.LazyFrame", columns: Sequence[FrameColumn]) -> Iterator[Fault]:
    """Yield a fault for each column of money with whole numbers whose unit nothing states."""
    import polars as pl  # noqa: PLC0415 - an extra

    money = [column for column in columns if column.kind in MONEY]
    if not money:
        return
    cells = (pl.col(column.name).str.strip_chars() for column in money)
    bare = [cell.filter(cell.str.contains(_WHOLE)).first() for cell in cells]
    found = frame.select(bare).collect(engine="streaming").row(0)
    for column, cell in zip(money, found, strict=True):
        if cell is not None:
            text = _("{cell} may be yuan or fen: write {cell}.00, or {heading} as the heading")
            heading = f"{column.zh}（元）"
            yield Fault.at(column.name, text, cell=mask(cell), heading=heading)


def _check_doubled(text: Path, reads: Mapping[str, FrameColumn]) -> None:
    """Reject a heading that occurs twice, because Polars renames the second one."""
    with text.open(encoding="utf-8-sig", newline="") as file:
        written = next(csv.reader(file), [])
    names = _names(written, reads)
    terms = {column.zh: name for name, column in reads.items()}
    found = Counter(names.get(each, terms.get(each, each)) for each in written)
    doubled = tuple(name for name, times in found.items() if times > 1 and name)
    if doubled:
        problem = Message(_("these columns appear twice: {doubled}"), {"doubled": doubled})
        raise RegisterError(_("The headings are wrong: {problems}."), problems=(problem,))


def _read(column: FrameColumn) -> "pl.Expr":
    """Convert a column of text to the type of its fact; a cell that cannot be read is null."""
    import polars as pl  # noqa: PLC0415 - an extra

    # Full-width digits are digits, as in a register that is read row by row.
    text = pl.col(column.name).str.normalize("NFKC").str.strip_chars()
    if column.holds == "Boolean":
        return text.str.to_lowercase().replace_strict(YES_NO, default=None, return_dtype=pl.Boolean)
    if column.holds == "Date":
        plain = text.str.replace_all("[年月./]", "-").str.strip_chars_end("日")
        return plain.str.to_date("%Y-%m-%d", strict=False)
    if column.holds == "Int64":
        return text.cast(pl.Int64, strict=False)
    if column.holds == "Decimal":
        exact = text.str.contains(r"^-?[0-9]{1,14}(\.[0-9]{1,2})?$")
        return pl.when(exact).then(text).cast(pl.Decimal(16, _DECIMALS))
    if issubclass(column.kind, Choice):
        return text.replace({member.value: member.code for member in column.kind})
    return text
