"""A query in stages (分步查询), so that no engine copies one term into another."""

from collections.abc import Iterable
from typing import Any, Final

import sqlglot.expressions as sge

from gansu_reemployment.columns.sql.dialects import Dialect
from gansu_reemployment.columns.sql.truths import as_value

#: A limit above the rows of any table: it keeps them all, and a stage is computed once.
_EVERY_ROW: Final = 2**64 - 1


def text_of(reading: str, stages: Iterable[Any], dialect: Dialect, compiler: Any) -> str:
    """Return the text of a query: the *reading* of a table, and stages over each other."""
    selects = (
        _select(compiler.to_sqlglot(stage.to_expr()), dialect, compiler, number)
        for number, stage in enumerate(stages)
    )
    *before, last = (reading, *selects)
    steps = ",\n".join(
        f"stage_{number} AS{_kept(dialect)} (\n{select}{_limit(dialect)}\n)"
        for number, select in enumerate(before)
    )
    return f"WITH {steps}\n{last}"


def _kept(dialect: Dialect) -> str:
    return " MATERIALIZED" if dialect.fence == "materialized" else ""


def _limit(dialect: Dialect) -> str:
    return f"\nLIMIT {_EVERY_ROW}" if dialect.fence == "limit" else ""


def _select(tree: Any, dialect: Dialect, compiler: Any, number: int) -> str:
    """Return the text of one select over the stage of that number."""
    source = (tree.args.get("from_") or tree.args["from"]).this
    columns = ",\n  ".join(_sql(_column(one, dialect), compiler) for one in tree.expressions)
    hint = " /*+ MATERIALIZE */" if dialect.fence == "hint" else ""
    alias = _sql(source.args["alias"], compiler)
    return f"SELECT{hint}\n  {columns}\nFROM stage_{number} {alias}"


def quoted(name: str, compiler: Any) -> str:
    """Return a name in quotes, part by part if there is a schema before it."""
    parts = (sge.to_identifier(part, quoted=True) for part in name.split("."))
    return ".".join(_sql(part, compiler) for part in parts)


def _column(column: Any, dialect: Dialect) -> Any:
    """Return a column of a select, as the engine takes it."""
    column = column.copy()
    if dialect.truths:
        return column
    if isinstance(column, sge.Alias):
        return sge.Alias(this=as_value(column.this), alias=column.args["alias"])
    return as_value(column)


def _sql(node: Any, compiler: Any) -> str:
    text: str = node.sql(dialect=compiler.dialect)
    return text
