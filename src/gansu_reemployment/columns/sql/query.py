"""From a plan to the text of one query (查询编写), or to a refusal that names what an engine lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.plan import Plan
from gansu_reemployment.columns.run import run
from gansu_reemployment.columns.schema import MONEY, FrameColumn, Money
from gansu_reemployment.columns.sql.dialects import Dialect
from gansu_reemployment.columns.sql.reading import read
from gansu_reemployment.columns.sql.texts import write_joined
from gansu_reemployment.errors import MissingExtraError, SqlError
from gansu_reemployment.i18n import _

#: A longer query is planned for minutes, or not at all, by an engine that has a bound.
LONGEST: Final = 200_000
#: The types of columns in Ibis; money is of decimals or of whole numbers.
_TYPES: Final[Mapping[str, str]] = {
    "Boolean": "boolean",
    "Int64": "int64",
    "Date": "date",
    "String": "string",
}
_YUAN: Final = "decimal(16, 2)"


def query(plan: Plan, dialect: Dialect, table: str, keep: Sequence[str] = ()) -> str:
    """Return the query that selects *keep* of a table, and the columns that *plan* adds.

    Raises:
        SqlError: the engine lacks something that the query needs.
        MissingExtraError: Ibis is not installed.
    """
    if plan.money == "yuan" and not dialect.yuan:
        raise SqlError(_NO_YUAN, engine=dialect.title)
    try:
        import ibis  # noqa: PLC0415 - an extra
        from ibis.common.exceptions import IbisError  # noqa: PLC0415 - an extra
    except ImportError as problem:
        raise MissingExtraError(problem.name or "", "sql") from None
    frame = ibis.table(dict(_fields(plan, keep)), name=table)
    try:
        text = _text(plan, frame, dialect, table, keep)
    except IbisError as problem:
        raise SqlError(_LACKS, engine=dialect.title, problem=str(problem)) from None
    if dialect.bounded and len(text) > LONGEST:
        raise SqlError(_TOO_LONG, engine=dialect.title, length=len(text), longest=LONGEST)
    return text


_NO_YUAN: Final = _(
    "A query for {engine} computes amounts in whole fen only: store fen, and ask with money='fen'."
)
_LACKS: Final = _("{engine} cannot compute this measure: {problem}")
_TOO_LONG: Final = _(
    "The query would have {length} characters, and {engine} plans no more than {longest}."
)


def _text(plan: Plan, frame: Any, dialect: Dialect, table: str, keep: Sequence[str]) -> str:
    from gansu_reemployment.columns.sql.compilers import COMPILERS  # noqa: PLC0415 - an extra
    from gansu_reemployment.columns.sql.shared import staged  # noqa: PLC0415 - an extra
    from gansu_reemployment.columns.sql.stages import quoted, text_of  # noqa: PLC0415 - an extra

    wrapped: Any = nw.from_native(frame)
    added: Any = run(plan, wrapped, write_joined).to_native()
    typed = {n: added[n].cast(kind) for n, kind in _results(plan) if added[n].type().is_null()}
    added = added.mutate(**typed) if typed else added
    compiler = COMPILERS[dialect.name]
    names = {name: quoted(name, compiler) for name in frame.columns}
    reads = ",\n  ".join(
        read(names[name], plan.reads[name], dialect.name, plan.money)
        if name in plan.reads
        else names[name]
        for name in names
    )
    reading = f"SELECT\n  {reads}\nFROM {quoted(table, compiler)}"
    stages = staged(added.op(), [*keep, *plan.added])
    return text_of(reading, stages, dialect, compiler)


def _fields(plan: Plan, keep: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the columns of the table with their types; those that are kept are not looked into."""
    read = plan.reads
    yield from ((name, "string") for name in keep if name not in read)
    for name, column in read.items():
        yield name, _type(column, plan.money)


def _type(column: FrameColumn, money: Money) -> str:
    if column.kind in MONEY:
        return _YUAN if money == "yuan" else "int64"
    return _TYPES[column.holds]


def _results(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the columns of results with their types."""
    for column in plan.results:
        yield column.name, _type(column, plan.money)
