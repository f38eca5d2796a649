"""Measures over frames of PySpark (分布式计算), computed by Spark's workers in batches of rows.

:func:`work` is registered in the entry-point group ``gansu_reemployment_engines``,
:func:`count` in ``gansu_reemployment_counts``.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from gansu_reemployment.columns.backends import Count, answer_arrow, count_whole
from gansu_reemployment.columns.plan import Question

__all__ = ["count", "work"]


def work(question: Question, frame: DataFrame) -> DataFrame:
    """Return *frame* with the columns that answer *question*, without evaluating it.

    Raises:
        ColumnsError: columns are missing or of a wrong type; all of them are named.
    """
    return _by_batches(partial(answer_arrow, question), frame)


def count(work: Count, add: Count, frame: DataFrame) -> DataFrame:
    """Count each batch on its worker, and add up the counts on the driver."""
    counts: pa.Table = _by_batches(partial(count_whole, work), frame).toArrow()
    return frame.sparkSession.createDataFrame(_known(count_whole(add, counts)))


def _by_batches(work: Callable[[pa.Table], pa.Table], frame: DataFrame) -> DataFrame:
    # An empty table yields the types of the results, and every fault of the columns.
    given = to_arrow_schema(frame.schema)
    schema = _known(work(given.empty_table())).schema
    wanted: StructType = from_arrow_schema(schema)

    def worked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            table = work(pa.Table.from_batches([batch]))
            yield from table.cast(schema).to_batches()

    return frame.mapInArrow(worked, wanted)


def _known(table: pa.Table) -> pa.Table:
    """Return a table with types that Spark supports."""
    return table.cast(pa.schema([field.with_type(_small(field.type)) for field in table.schema]))


def _small(kind: pa.DataType) -> pa.DataType:
    """Return the plain type of texts, the only one that Spark supports."""
    return pa.string() if pa.types.is_large_string(kind) else kind
