"""From a plan to the text of one query (查询编写), or to a refusal that names what is lacking."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.looked import write_plain
from gansu_reemployment.columns.plan import Plan, Question, reject
from gansu_reemployment.columns.run import Writer, run
from gansu_reemployment.columns.schema import MONEY, FrameColumn, Money
from gansu_reemployment.columns.sql.dialects import Dialect
from gansu_reemployment.columns.sql.reading import read
from gansu_reemployment.columns.sql.sqlite_check import check_sqlite
from gansu_reemployment.columns.sql.texts import write_joined
from gansu_reemployment.errors import (
    Fault,
    GansuError,
    MissingExtraError,
    SqlError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Message, _

#: The number of questions kept in stages, for the next engine.
_QUESTIONS: Final = 4
#: The packages whose errors are converted.
_FOREIGN: Final = frozenset({"ibis", "narwhals", "sqlglot"})
#: The types of columns in Ibis; money is of decimals or of whole numbers.
_TYPES: Final[Mapping[str, str]] = {
    "Boolean": "boolean",
    "Int64": "int64",
    "Date": "date",
    "String": "string",
}
#: How joined codes are written, where an engine joins texts as it joins those of frames.
_WRITERS: Final[Mapping[str, Writer]] = {"duckdb": write_plain}
_YUAN: Final = "decimal(16, 2)"


@frozen
class Asked:
    """A question that is to be written for an engine.

    Args:
        question: what is computed.
        dialect: the engine.
        table: the table, with its schema before a point if it has one.
        keep: the columns of the table that are selected beside the results.
        lacks: the columns of facts that the table lacks; those that have a default have it.
    """

    question: Question
    dialect: Dialect
    table: str
    keep: tuple[str, ...] = ()
    lacks: frozenset[str] = frozenset()

    @property
    def plan(self) -> Plan:
        """The plan for any table."""
        return self.question.general

    @property
    def reads(self) -> dict[str, FrameColumn]:
        """The columns of facts that are read."""
        return {n: column for n, column in self.plan.reads.items() if n not in self.lacks}

    @property
    def fields(self) -> dict[str, str]:
        """The columns that are read, with their types; those that are kept may be of any."""
        kept = dict.fromkeys(self.keep, "string")
        return kept | {n: _type(column, self.plan.money) for n, column in self.reads.items()}


def query(asked: Asked) -> str:
    """Return the text of the query.

    Raises:
        ColumnsError: the table lacks columns that have no default; all of them are named.
        SqlError: the engine lacks something that the query needs.
        MissingExtraError: the extra ``sql`` is not installed.
    """
    plan, dialect = asked.plan, asked.dialect
    _check_lacks(asked)
    amounts = any(column.kind in MONEY for column in (*plan.columns, *plan.results))
    if amounts and plan.money == "yuan" and not dialect.yuan:
        raise SqlError(_NO_YUAN, engine=dialect.title)
    with _foreign_errors(dialect):
        text = _text(asked)
    if dialect.longest and len(text) > dialect.longest:
        longest = dialect.longest
        raise SqlError(_TOO_LONG, engine=dialect.title, length=len(text), longest=longest)
    return text


def _check_lacks(asked: Asked) -> None:
    """Refuse facts that no measure has, and those that have no default."""
    known = asked.plan.reads
    for name in sorted(asked.lacks):
        if name not in known:
            raise UnknownNameError(Message(_("fact")), name, tuple(known))
    needed = sorted(asked.lacks - asked.plan.defaults.keys())
    reject([Fault.at(name, _NO_DEFAULT) for name in needed])


_NO_DEFAULT: Final = _("this fact has no default: the table must have a column of it")
_NO_YUAN: Final = _(
    "A query for {engine} computes amounts in whole fen only: keep fen in the table, and call "
    "with money='fen', at the command line with --money fen."
)
_LACKS: Final = _("This measure cannot be computed by a query for {engine}: {problem}")
_TOO_LONG: Final = _(
    "The query would have {length} characters, and {engine} plans one of more than {longest} "
    "for minutes."
)


@contextmanager
def _foreign_errors(dialect: Dialect) -> Iterator[None]:
    """Convert the errors of Ibis, narwhals and sqlglot to our own."""
    try:
        yield
    except GansuError:
        raise
    except ImportError as problem:
        raise MissingExtraError(problem.name or "", "sql") from None
    except Exception as problem:
        if _origin(problem) not in _FOREIGN:
            raise
        raise SqlError(_LACKS, engine=dialect.title, problem=str(problem)) from None


def _origin(problem: BaseException) -> str:
    """Return the package in which an error was raised."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    name: str = trace.tb_frame.f_globals.get("__name__", "") if trace else ""
    return name.partition(".")[0]


def _text(asked: Asked) -> str:
    from gansu_reemployment.columns.sql._compilers import COMPILERS  # noqa: PLC0415 - an extra
    from gansu_reemployment.columns.sql.stages import quoted, text_of  # noqa: PLC0415 - an extra

    dialect, compiler = asked.dialect, COMPILERS[asked.dialect.name]
    source, columns = quoted(asked.table, compiler), ",\n  ".join(_read(asked, compiler))
    reading = f"SELECT\n  {columns}\nFROM {source}"
    write = _WRITERS.get(dialect.name, write_joined)
    stages = _stages(asked.question, tuple(asked.fields.items()), asked.keep, write)
    text = text_of(reading, stages, dialect, compiler)
    if dialect.name == "sqlite":
        check_sqlite(text, source, [quoted(name, compiler) for name in asked.fields])
    return text


@lru_cache(maxsize=_QUESTIONS)
def _stages(
    question: Question, fields: tuple[tuple[str, str], ...], keep: tuple[str, ...], write: Writer
) -> tuple[Any, ...]:
    """Return the stages over a table with *fields*, the same for engines that *write* alike."""
    import ibis  # noqa: PLC0415 - an extra

    from gansu_reemployment.columns.sql.shared import staged  # noqa: PLC0415 - an extra

    plan = question.general
    wrapped: Any = nw.from_native(ibis.table(dict(fields), name="stage_0"))
    added: Any = run(plan, wrapped, write).to_native()
    kinds = {column.name: _type(column, plan.money) for column in plan.results}
    bare = {n: added[n].cast(kind) for n, kind in kinds.items() if added[n].type().is_null()}
    added = added.mutate(**bare) if bare else added
    return tuple(staged(added.op(), [*keep, *plan.added]))


def _read(asked: Asked, compiler: Any) -> Iterator[str]:
    """Yield what the query reads of each column."""
    from gansu_reemployment.columns.sql.stages import quoted  # noqa: PLC0415 - an extra

    for name in asked.fields:
        column, text = asked.reads.get(name), quoted(name, compiler)
        money = asked.plan.money
        yield read(text, column, asked.dialect.name, money) if column else text


def _type(column: FrameColumn, money: Money) -> str:
    if column.kind in MONEY:
        return _YUAN if money == "yuan" else "int64"
    return _TYPES[column.holds]
