"""Measures over frames of PySpark (分布式计算): batches of rows, worked by the workers.

The name of this function stands in the entry-point group ``gansu_reemployment_engines``.
"""

from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from gansu_reemployment.engines.job import Job
from gansu_reemployment.engines.native import work_arrow

__all__ = ["work"]


def work(job: Job, frame: DataFrame) -> DataFrame:
    """Add the columns of *job* to *frame*; nothing is evaluated.

    Raises:
        ColumnsError: columns are missing or of a wrong type; all of them are named.
    """
    # No row at all tells the types of the results, and every fault of the columns.
    given = to_arrow_schema(frame.schema)
    worked: pa.Table = work_arrow(job, given.empty_table())
    small = pa.schema([field.with_type(_small(field.type)) for field in worked.schema])
    wanted: StructType = from_arrow_schema(small)
    return frame.mapInArrow(_batches(job, small), wanted)


def _batches(
    job: Job, schema: pa.Schema
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def worked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            table = work_arrow(job, pa.Table.from_batches([batch]))
            yield from table.cast(schema).to_batches()

    return worked


def _small(kind: pa.DataType) -> pa.DataType:
    """Spark knows texts by their plain type only."""
    return pa.string() if pa.types.is_large_string(kind) else kind
