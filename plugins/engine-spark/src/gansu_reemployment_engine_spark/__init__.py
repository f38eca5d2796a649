"""Measures over frames of PySpark (分布式计算): batches of rows, worked by the workers.

The name of :func:`work` stands in the entry-point group ``gansu_reemployment_engines``, that of
:func:`count` in ``gansu_reemployment_counts``.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from gansu_reemployment.columns.backends import Count, count_whole, work_arrow
from gansu_reemployment.columns.job import Job

__all__ = ["count", "work"]


def work(job: Job, frame: DataFrame) -> DataFrame:
    """Add the columns of *job* to *frame*; nothing is evaluated.

    Raises:
        ColumnsError: columns are missing or of a wrong type; all of them are named.
    """
    return _by_batches(partial(work_arrow, job), frame)


def count(work: Count, add: Count, frame: DataFrame) -> DataFrame:
    """Count every batch where it is, and add the counts here."""
    counts: pa.Table = _by_batches(partial(count_whole, work), frame).toArrow()
    return frame.sparkSession.createDataFrame(_known(count_whole(add, counts)))


def _by_batches(work: Callable[[pa.Table], pa.Table], frame: DataFrame) -> DataFrame:
    # No row at all tells the types of the results, and every fault of the columns.
    given = to_arrow_schema(frame.schema)
    schema = _known(work(given.empty_table())).schema
    wanted: StructType = from_arrow_schema(schema)

    def worked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            table = work(pa.Table.from_batches([batch]))
            yield from table.cast(schema).to_batches()

    return frame.mapInArrow(worked, wanted)


def _known(table: pa.Table) -> pa.Table:
    """Give a table whose types Spark knows."""
    return table.cast(pa.schema([field.with_type(_small(field.type)) for field in table.schema]))


def _small(kind: pa.DataType) -> pa.DataType:
    """Spark knows texts by their plain type only."""
    return pa.string() if pa.types.is_large_string(kind) else kind
