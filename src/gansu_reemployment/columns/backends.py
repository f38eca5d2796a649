"""The supported frames (数据框引擎), each with its way to answer a question.

Polars and DuckDB evaluate the expressions of a plan themselves. The columns that a plan reads of
a pandas frame or a PyArrow table go to Polars through Arrow, and the results come back as
columns of the same library; Dask does so for each partition. So nulls stay null, and all sums
are computed by two engines that divide whole numbers exactly. Further libraries come as plugins,
in the entry-point group :data:`GROUP`.

A frame in memory is profiled first, and the question makes a plan for that profile. Lazy frames
and relations run the general plan.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import entry_points
from typing import Any, Final

import narwhals as nw
from attrs import evolve

from gansu_reemployment.columns.coded import with_places
from gansu_reemployment.columns.look_ups import look_up
from gansu_reemployment.columns.plan import Question, reject
from gansu_reemployment.columns.profile import code_faults, profile_of, spelt_otherwise
from gansu_reemployment.columns.run import run
from gansu_reemployment.columns.soundness import with_sound
from gansu_reemployment.columns.spellings import respell_in_pieces
from gansu_reemployment.errors import ColumnsError, Fault, MissingExtraError
from gansu_reemployment.i18n import _

#: The entry points of further engines: the name is the package of the frames, such as
#: ``pyspark``, the value a function of a question and a frame.
GROUP: Final = "gansu_reemployment_engines"
#: The entry points of engines that count frames in parts, by the same names: the value is a
#: function of two counts and a frame, as :func:`count` takes them.
COUNT_GROUP: Final = "gansu_reemployment_counts"
#: A function of a lazy narwhals frame that returns one of its counts and sums.
Count = Callable[[Any], Any]
#: A function of a question and a frame that returns the frame with the columns of the plan.
Engine = Callable[[Question, Any], Any]


def answer(question: Question, frame: Any) -> Any:
    """Add the columns that answer *question* to *frame*; a lazy frame stays lazy.

    Raises:
        ColumnsError: columns are missing or of a wrong type, or no engine supports the frame.
    """
    return engine_of(frame)(question, frame)


def engine_of(frame: Any) -> Engine:
    """Return the engine of a frame by the package of its class."""
    package = _package(frame)
    if package in ENGINES:
        return ENGINES[package]
    for point in entry_points(group=GROUP, name=package):
        engine: Engine = point.load()
        return engine
    raise ColumnsError(
        _("Frames of {package} are not supported; install that engine's plugin, or use {known}."),
        package=package,
        known=tuple(ENGINES),
    )


def _package(frame: Any) -> str:
    return type(frame).__module__.partition(".")[0].lstrip("_")


def _polars(question: Question, frame: Any) -> Any:
    """Evaluate all stages as one query of Polars."""
    native: Any = nw.from_native(frame)
    if isinstance(native, nw.DataFrame):
        return _in_memory(question, native)
    return run(question.general, native, respell=respell_in_pieces).to_native()


def _in_memory(question: Question, frame: nw.DataFrame[Any]) -> Any:
    """Profile a Polars frame in memory, plan for its profile, and run the plan.

    Raises:
        ColumnsError: columns are missing, of a wrong type or without any code; all are named.
    """
    columns = question.general.columns
    question.general.needed(frame.schema)
    native = with_places(frame.to_native(), columns)
    profile = with_sound(native, profile_of(native, columns), question.general.impossible)
    if question.whole:
        reject(list(code_faults(native, columns, profile)))
    spelt = frozenset(spelt_otherwise(native, columns, profile))
    scratch = [name for name in native.columns if name not in frame.columns]

    def work(lazy: nw.LazyFrame[Any]) -> Any:
        return run(question.plan(profile), lazy, look_up, spelt=spelt).drop(scratch)

    from gansu_reemployment.columns.recording import recorded, replayed  # noqa: PLC0415 - an extra

    alike = (tuple(profile.items()), tuple(native.schema.items()), spelt)
    steps = question.keep(alike, lambda: recorded(native.schema, work))
    return replayed(steps, native)


def _duckdb(question: Question, frame: Any) -> Any:
    native: Any = nw.from_native(frame)
    return run(question.general, native).to_native()


def _results(question: Question, table: Any) -> Any:
    """Return the columns of the plan over the rows of a PyArrow table, as a table of their own."""
    import polars as pl  # noqa: PLC0415 - an extra

    types, plan = nw.from_native(table).schema, question.general
    # Without any column of the frame a table would have no rows.
    read = plan.needed(types) or list(types)[:1]
    frame: Any = nw.from_native(pl.from_arrow(table.select(read)))
    result: Any = _in_memory(question, frame).select(plan.added)
    return result.to_arrow(compat_level=pl.CompatLevel.oldest())


def answer_arrow(question: Question, table: Any) -> Any:
    """Add the columns that answer *question* to a PyArrow table."""
    results = _results(question, table)
    for name, column in zip(results.column_names, results.columns, strict=True):
        index = table.schema.get_field_index(name)
        if index < 0:
            table = table.append_column(name, column)
        else:
            table = table.set_column(index, name, column)
    return table


def _pandas(question: Question, frame: Any) -> Any:
    """Add the results to the columns of the frame, under its own index."""
    read = [name for name in question.general.reads if name in frame.columns]
    results = _as_pandas(_results(question, as_arrow(frame, read))).set_axis(frame.index)
    return frame.assign(**{name: results[name] for name in results.columns})


def as_arrow(frame: Any, names: list[str]) -> Any:
    """Convert columns of any pandas type to Arrow; NaN and NaT are null.

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


def _dask(question: Question, frame: Any) -> Any:
    part, meta = evolve(question, whole=False), _pandas(question, frame._meta)  # noqa: SLF001 - Dask's own frame of types
    return frame.map_partitions(partial(_pandas, part), meta=meta)


#: The engines by the package of their frames.
ENGINES: Final[Mapping[str, Engine]] = {
    "polars": _polars,
    "pandas": _pandas,
    "pyarrow": answer_arrow,
    "duckdb": _duckdb,
    "dask": _dask,
}


def names_of(frame: Any) -> list[str]:
    """Return the names of the columns of a frame of any engine."""
    if hasattr(frame, "map_partitions") or hasattr(frame, "mapInArrow"):
        return list(frame.columns)
    native: Any = nw.from_native(frame)
    return list(native.collect_schema().names())


def count(work: Count, add: Count, frame: Any) -> Any:
    """Count a frame with *work*, and return the counts as a frame of the same library.

    Both take a lazy narwhals frame. A frame in parts on a cluster is counted part by part, at
    once, and *add* adds the counts of the parts.

    Raises:
        ColumnsError: no engine supports the frame.
    """
    package = _package(frame)
    if package in COUNTS:
        return COUNTS[package](work, add, frame)
    for point in entry_points(group=COUNT_GROUP, name=package):
        return point.load()(work, add, frame)
    engine_of(frame)
    return count_whole(work, frame)


def count_whole(work: Count, frame: Any) -> Any:
    """Count a frame that is in one piece with *work*."""
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
    parts = frame.map_partitions(counted, meta=counted(frame._meta)).compute()  # noqa: SLF001 - Dask's own frame of types
    whole: pd.DataFrame = count_whole(add, parts.reset_index(drop=True))
    return dd.from_pandas(whole, npartitions=1)  # type: ignore[no-untyped-call]


#: The functions that count frames in parts, by the package of the frames.
COUNTS: Final[Mapping[str, Callable[[Count, Count, Any], Any]]] = {"dask": _count_dask}


def _as_pandas(table: Any) -> Any:
    import pandas as pd  # noqa: PLC0415 - the frame is of it

    return table.to_pandas(types_mapper=pd.ArrowDtype)
