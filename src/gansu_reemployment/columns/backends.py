"""The frames that are known (数据框引擎), each with the way a job reaches its rows.

Polars and DuckDB evaluate the expressions of a job themselves. The columns that a job reads of
a pandas frame or a PyArrow table go to Polars through Arrow, and the results come back as
columns of the same library; Dask does so for each partition. So nulls stay null, *no and
unknown* is no, and all sums are those of two engines that divide whole numbers exactly.
Further libraries come as plugins, in the entry-point group :data:`GROUP`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import entry_points
from typing import Any, Final

import narwhals as nw
from attrs import evolve

from gansu_reemployment.columns.job import Job
from gansu_reemployment.columns.profile import certain_columns, code_faults
from gansu_reemployment.columns.refusal_codes import look_up_texts
from gansu_reemployment.errors import ColumnsError, Fault, MissingExtraError
from gansu_reemployment.i18n import _

#: The entry points of further engines: the name is the package of the frames, such as
#: ``pyspark``, the value a function of a job and a frame.
GROUP: Final = "gansu_reemployment_engines"
#: The entry points of those who count frames in parts, by the same names: the value is a
#: function of two counts and a frame, as :func:`count` takes them.
COUNT_GROUP: Final = "gansu_reemployment_counts"
#: A function of a lazy narwhals frame that gives one with its counts and sums.
Count = Callable[[Any], Any]
#: A function of a job and a frame that gives the frame with the job's columns.
Engine = Callable[[Job, Any], Any]


def run(job: Job, frame: Any) -> Any:
    """Add the columns of *job* to *frame*; a lazy frame stays lazy.

    Raises:
        ColumnsError: columns are missing or of a wrong type, or no engine knows the frame.
    """
    return engine_of(frame)(job, frame)


def engine_of(frame: Any) -> Engine:
    """Find the engine of a frame by the package of its class."""
    package = _package(frame)
    if package in ENGINES:
        return ENGINES[package]
    for point in entry_points(group=GROUP, name=package):
        engine: Engine = point.load()
        return engine
    raise ColumnsError(
        _("A frame of {package} is not worked; install that engine's plugin, or give {known}."),
        package=package,
        known=tuple(ENGINES),
    )


def _package(frame: Any) -> str:
    return type(frame).__module__.partition(".")[0].lstrip("_")


def _polars(job: Job, frame: Any) -> Any:
    """Let Polars see all stages as one query."""
    native: Any = nw.from_native(frame)
    if isinstance(native, nw.DataFrame):
        return _worked(job, native).to_native()
    return job.work(native).to_native()


def _worked(job: Job, frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Work a job over a Polars frame in memory, which can be looked at before.

    Raises:
        ColumnsError: columns are missing, of a wrong type or without any code; all are named.
    """
    job.needed(frame.schema)
    if job.sharpen:
        certain = certain_columns(frame.to_native(), job.columns)
        if job.whole:
            job.refuse(list(code_faults(frame.to_native(), job.columns, certain)))
        job = job.sharpen(certain)
    return job.work(frame.lazy(), look_up_texts).collect()


def _duckdb(job: Job, frame: Any) -> Any:
    native: Any = nw.from_native(frame)
    return job.work(native).to_native()


def _results(job: Job, table: Any) -> Any:
    """Give the job's columns over the rows of a PyArrow table, as a table of their own."""
    import polars as pl  # noqa: PLC0415 - an extra

    held = nw.from_native(table).schema
    # Without any column of the frame a table would have no rows.
    read = job.needed(held) or list(held)[:1]
    frame: Any = nw.from_native(pl.from_arrow(table.select(read)))
    result: Any = _worked(job, frame).select(job.added).to_native()
    return result.to_arrow(compat_level=pl.CompatLevel.oldest())


def work_arrow(job: Job, table: Any) -> Any:
    """Put the results beside the columns of a PyArrow table."""
    worked = _results(job, table)
    for name, column in zip(worked.column_names, worked.columns, strict=True):
        place = table.schema.get_field_index(name)
        if place < 0:
            table = table.append_column(name, column)
        else:
            table = table.set_column(place, name, column)
    return table


def _pandas(job: Job, frame: Any) -> Any:
    """Put the results beside the columns of the frame, under its own index."""
    worked = _results(job, _as_arrow(frame, [n for n in job.reads if n in frame.columns]))
    results = _as_pandas(worked).set_axis(frame.index)
    return frame.assign(**{name: results[name] for name in results.columns})


def _as_arrow(frame: Any, names: list[str]) -> Any:
    """Bring columns of whatever pandas type to Arrow; NaN and NaT are null.

    Raises:
        ColumnsError: columns that mix several types; all of them are named.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("pyarrow", "columns") from None
    columns, faults = {}, []
    for name in names or list(frame.columns)[:1]:
        try:
            columns[name] = pa.array(frame[name], from_pandas=True)
        except (pa.ArrowException, TypeError, ValueError):
            faults.append(Fault.at(name, _("the column mixes values of several types")))
    if faults:
        raise ColumnsError(_("The frame has {number} fault(s)."), faults, number=len(faults))
    return pa.table(columns)


def _dask(job: Job, frame: Any) -> Any:
    part = evolve(job, whole=False)
    return frame.map_partitions(partial(_pandas, part), meta=_pandas(job, frame._meta))  # noqa: SLF001 - Dask's own way to tell the types


#: The engines by the package of their frames.
ENGINES: Final[Mapping[str, Engine]] = {
    "polars": _polars,
    "pandas": _pandas,
    "pyarrow": work_arrow,
    "duckdb": _duckdb,
    "dask": _dask,
}


def names_of(frame: Any) -> list[str]:
    """Give the names of the columns of a frame of any engine."""
    if hasattr(frame, "map_partitions") or hasattr(frame, "mapInArrow"):
        return list(frame.columns)
    native: Any = nw.from_native(frame)
    return list(native.collect_schema().names())


def count(work: Count, add: Count, frame: Any) -> Any:
    """Give what *work* counts in a frame, in the library that the frame is of.

    Both take a lazy narwhals frame. A frame in parts on a cluster is counted part by part, at
    once, and *add* adds the counts of the parts.

    Raises:
        ColumnsError: no engine knows the frame.
    """
    package = _package(frame)
    if package in COUNTS:
        return COUNTS[package](work, add, frame)
    for point in entry_points(group=COUNT_GROUP, name=package):
        return point.load()(work, add, frame)
    engine_of(frame)
    return count_whole(work, frame)


def count_whole(work: Count, frame: Any) -> Any:
    """Give what *work* counts in a frame that is in one piece."""
    import polars as pl  # noqa: PLC0415 - an extra

    native: Any = nw.from_native(frame)
    if isinstance(native, nw.LazyFrame):
        return work(native).to_native()
    if native.implementation.is_polars():
        return work(native.lazy()).collect().to_native()
    lazy: Any = nw.from_native(pl.from_arrow(native.to_arrow()).lazy())  # type: ignore[union-attr]
    result = work(lazy).collect().to_native().to_arrow(compat_level=pl.CompatLevel.oldest())
    return result if native.implementation.is_pyarrow() else _as_pandas(result)


def _count_dask(work: Count, add: Count, frame: Any) -> Any:
    import dask.dataframe as dd  # noqa: PLC0415 - the frame is of it
    import pandas as pd  # noqa: PLC0415 - the frame is of it

    counted = partial(count_whole, work)
    parts = frame.map_partitions(counted, meta=counted(frame._meta)).compute()  # noqa: SLF001 - Dask's own way to tell the types
    whole: pd.DataFrame = count_whole(add, parts.reset_index(drop=True))
    return dd.from_pandas(whole, npartitions=1)  # type: ignore[no-untyped-call]


#: Who counts frames in parts, by the package of the frames.
COUNTS: Final[Mapping[str, Callable[[Count, Count, Any], Any]]] = {"dask": _count_dask}


def _as_pandas(table: Any) -> Any:
    import pandas as pd  # noqa: PLC0415 - the frame is of it

    return table.to_pandas(types_mapper=pd.ArrowDtype)
