"""The engines for which a query is written (数据库方言), and what each of them lacks."""

from collections.abc import Mapping
from typing import Final, Literal

from attrs import frozen

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _

#: How a stage of a query is computed once and not copied into the next one.
Fence = Literal["materialized", "limit", "hint", "none"]


@frozen
class Dialect:
    """The SQL of one engine.

    Args:
        name: the name in a call and on the command line.
        title: the name of the engine.
        compiler: the name of its compiler in Ibis.
        fence: how a stage is computed once.
        yuan: whether its amounts may be yuan with decimals, which it computes exactly.
        longest: the characters of the longest query that the engine plans in seconds, if it has
            such a bound; longer ones are refused.
        truths: whether a column may be of yes and no; else it is of 1 and 0.
    """

    name: str
    title: str
    compiler: str
    fence: Fence
    yuan: bool = False
    longest: int | None = 200_000
    truths: bool = True


_ALL: Final = (
    Dialect("postgresql", "PostgreSQL", "postgres", "materialized", yuan=True),
    Dialect("mysql", "MySQL", "mysql", "limit", yuan=True),
    Dialect("sqlite", "SQLite", "sqlite", "materialized"),
    Dialect("duckdb", "DuckDB", "duckdb", "none", yuan=True, longest=None),
    Dialect("oracle", "Oracle", "oracle", "hint", truths=False),
    Dialect("sqlserver", "SQL Server", "mssql", "none", truths=False),
    Dialect("clickhouse", "ClickHouse", "clickhouse", "none", longest=30_000),
    Dialect("spark", "Spark", "pyspark", "none"),
)
#: The dialects by name; MariaDB reads the SQL of MySQL.
DIALECTS: Final[Mapping[str, Dialect]] = {dialect.name: dialect for dialect in _ALL}


def dialect_of(name: str) -> Dialect:
    """Return the dialect of that name.

    Raises:
        UnknownNameError: there is none.
    """
    if name not in DIALECTS:
        raise UnknownNameError(Message(_("SQL dialect")), str(name), tuple(DIALECTS))
    return DIALECTS[name]
