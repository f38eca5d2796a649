"""The queries of a bureau (单位的查询): each measure as SQL."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, Unpack

from gansu_reemployment.columns.request import QueryOptions
from gansu_reemployment.columns.sql.dialects import dialect_of


class Queries:
    """The queries that a bureau's columns write for databases."""

    question: Callable[..., Any]

    def sql(
        self,
        measure: str,
        *,
        on: date | str,
        dialect: str,
        table: str = "register",
        keep: Sequence[str] = (),
        lacks: Collection[str] = (),
        **options: Unpack[QueryOptions],
    ) -> str:
        """Return the text of one query that evaluates the measure where a register is kept (查询).

        *dialect* is the engine: ``postgresql``, ``mysql`` (also for MariaDB), ``sqlite``,
        ``duckdb``, ``oracle``, ``sqlserver``, ``clickhouse`` or ``spark``. The query reads the
        columns of :meth:`~.columns.bureau.BureauColumns.schema` from *table*, except those that it
        *lacks*, and selects the columns of *keep* and the results.

        Raises:
            UnknownNameError: there is no such measure over columns, or no such dialect.
            ColumnsError: the table lacks columns that have no default; all of them are named.
            SqlError: the engine lacks something that the query needs.
            MissingExtraError: the extra ``sql`` is not installed.
        """
        from gansu_reemployment.columns.sql.query import Asked, query  # noqa: PLC0415 - rarely used

        engine = dialect_of(dialect)
        question = self.question(measure, on=on, **options)
        return query(Asked(question, engine, table, tuple(keep), frozenset(lacks)))
