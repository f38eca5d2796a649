"""How a query reads its table (读表): a value that is not of the type of its fact is unknown.

An engine may hold texts in a column of numbers, compare texts without regard to case, or turn
fractions into whole numbers silently. So each column is read once, in a stage before all
others; a column of floating point has no amount, and no number.
"""

from collections.abc import Mapping
from typing import Final

from gansu_reemployment.columns.schema import MONEY, FrameColumn, Money

_WHOLE: Final = "'smallint', 'integer', 'bigint', 'tinyint', 'hugeint'"
#: By dialect and kind of column, what is read of a column; a column of another kind as it is.
_READ: Final[Mapping[str, Mapping[str, str]]] = {
    "postgresql": {
        "Int64": f"CASE WHEN CAST(PG_TYPEOF({{0}}) AS TEXT) IN ({_WHOLE})"
        " THEN CAST({0} AS BIGINT) END",
        "Decimal": "CASE WHEN CAST(PG_TYPEOF({0}) AS TEXT) = 'numeric'"
        " AND CAST({0} AS NUMERIC) = ROUND(CAST({0} AS NUMERIC), 2) THEN CAST({0} AS NUMERIC) END",
        "Date": "CAST({0} AS DATE)",
        "String": "CAST({0} AS TEXT)",
    },
    "duckdb": {
        "Int64": f"CASE WHEN LOWER(TYPEOF({{0}})) IN ({_WHOLE}) THEN CAST({{0}} AS BIGINT) END",
        "Decimal": "CASE WHEN TYPEOF({0}) LIKE 'DECIMAL%' AND {0} = ROUND({0}, 2) THEN {0} END",
        "Date": "CAST({0} AS DATE)",
        "String": "CAST({0} AS TEXT)",
    },
    "sqlite": {
        "Boolean": "CASE WHEN {0} IN (0, 1) THEN {0} END",
        "Int64": "CASE WHEN TYPEOF({0}) = 'integer' THEN {0} END",
        "Date": "CASE WHEN TYPEOF({0}) = 'text' THEN DATE({0}) END",
    },
    "mysql": {"String": "CONVERT({0} USING utf8mb4)"},
    "sqlserver": {"String": "{0} COLLATE Latin1_General_100_BIN2"},
}


def read(name: str, column: FrameColumn, dialect: str, money: Money) -> str:
    """Return what is read of the column whose name in quotes is *name*."""
    holds = "Int64" if column.kind in MONEY and money == "fen" else column.holds
    form = _READ.get(dialect, {}).get(holds, "")
    return f"{form.format(name)} AS {name}" if form else name
