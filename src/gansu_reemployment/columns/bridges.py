"""Objects as frames, and frames as objects (对象与数据框互转): facts, registers and results.

>>> from gansu_reemployment.measures.persons.candidates import Candidate
>>> from gansu_reemployment.measures.persons.facts import Group
>>> person = Candidate(number="1", hardship=Group.OLDER)
>>> frame = frame_of([person])
>>> frame["hardship"].to_list(), facts_of(frame, Candidate) == [person]
(['older'], True)
"""

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs
import narwhals as nw

from gansu_reemployment.columns.backends import as_arrow
from gansu_reemployment.columns.class_columns import (
    SINGLE,
    ClassColumn,
    columns_of,
    plain,
    single_columns,
)
from gansu_reemployment.columns.plan import reject
from gansu_reemployment.columns.schema import FrameColumn, Money
from gansu_reemployment.errors import ColumnsError, Fault, InvalidFactsError, MissingExtraError
from gansu_reemployment.fact_model import describe, types_of
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import Choice, _, spellings
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers import write_rows
from gansu_reemployment.registers.entries import Entry

if TYPE_CHECKING:
    import polars as pl

F = TypeVar("F")
#: The largest amount of a register has 14 digits before the point.
_DIGITS: Final = 16
#: The number of a row in its register.
_ROW: Final = "row"


def frame_of(items: Iterable[Any], kind: type[Any] | None = None) -> "pl.DataFrame":
    """Return a Polars frame with a row for each object: facts, results, or entries of a register.

    Amounts are Decimal yuan, choices their codes, ratios the text ``n/d``, days dates; unknown is
    null. Records within records are flattened, as ``relief_business_tax``. An entry adds its
    ``row`` and its other columns, without name and identity number. *kind* is needed if there may
    be no object.

    Raises:
        ColumnsError: there is no object and no *kind*, or the class has values that no column
            holds, such as lists of records; all of them are named.
        MissingExtraError: Polars is not installed.
    """
    rows = list(items)
    entries = [row for row in rows if isinstance(row, Entry)]
    objects = [entry.facts for entry in entries] if entries else rows
    kind = kind or (type(objects[0]) if objects else None)
    if kind is None:
        raise ColumnsError(_("There is no row; name the class of the rows."))
    columns = [_series(field, objects) for field in columns_of(kind)]
    if entries:
        columns.insert(0, _column(_ROW, int, [entry.row for entry in entries]))
        columns += _extra(entries, {column.name for column in columns})
    return _frame(columns)


def table_of(result: Any) -> "pl.DataFrame":
    """Return the rows of a result with rows; see :meth:`~.working.tabular.Tabular.to_frame`."""
    hints = types_of(type(result))
    for name, hint in hints.items():
        kind = (*typing.get_args(hint), None)[0]
        if typing.get_origin(hint) is tuple and attrs.has(kind):
            return _frame([_series(c, getattr(result, name)) for c in single_columns(kind)])
    return _frame(list(_by_unit(result, hints)))


def _by_unit(result: Any, hints: Mapping[str, Any]) -> Iterator["pl.Series"]:
    """Yield a column of the units of a division, and one for each table of them."""
    tables: dict[str, tuple[Any, Mapping[str, Any]]] = {}
    for name, hint in hints.items():
        if typing.get_origin(hint) is Mapping:
            _key, inner = typing.get_args(hint)
            held = getattr(result, name)
            if typing.get_origin(inner) is Mapping:
                kind = typing.get_args(inner)[1]
                tables |= {f"{name}_{plain(key)}": (kind, held[key]) for key in held}
            else:
                tables[name] = (inner, held)
    units = list(next(iter(tables.values()))[1]) if tables else []
    yield _column("unit", str, units)
    for name, (kind, held) in tables.items():
        if held.keys() <= {*units}:
            single = str if attrs.has(kind) and kind not in SINGLE else kind
            yield _column(name, single, [plain(held.get(unit)) for unit in units])


def facts_of(frame: Any, kind: type[F], *, money: Money = "yuan") -> list[F]:
    """Return the facts of each row of a frame of any library; other columns do not matter.

    A fact without a column is unknown.

    Raises:
        ColumnsError: a column has a wrong type, or one that a fact needs is missing or has another
            name; all of them are named.
        InvalidFactsError: with the faults of every row, as ``[3].born_on``.
    """
    table = _eager(frame)
    fields = list(columns_of(kind))
    reject(list(_frame_faults(kind, fields, _types(table), money)))
    held = [field for field in fields if field.name in table.columns]
    rows = table.select(field.name for field in held).rows() if held else [()] * table.height
    found: list[F] = []
    faults: list[Fault] = []
    for number, row in enumerate(rows):
        values = {f.name: _fact(f, value) for f, value in zip(held, row, strict=True)}
        known = {name: value for name, value in values.items() if value is not None}
        try:
            found.append(read_facts(kind, known, path=f"[{number}]"))
        except InvalidFactsError as error:
            faults += error.faults
    if faults:
        raise InvalidFactsError(faults)
    return found


def write_register(frame: Any, path: str | Path, kind: type[Any]) -> int:
    """Write a frame as a register that :func:`~.registers.read_register` reads; return its rows.

    The columns of facts of the class *kind* have their Chinese terms as headings, and their
    choices too; any other column keeps its name.

    Raises:
        ColumnsError: the class has values that no column holds; all of them are named.
    """
    table = _eager(frame)
    fields = {field.name: field for field in columns_of(kind)}
    held = [fields.get(name) for name in table.columns]
    headings = [f.zh if f else name for f, name in zip(held, table.columns, strict=True)]
    rows = (
        [_fact(field, cell) if field else cell for field, cell in zip(held, row, strict=True)]
        for row in table.iter_rows()
    )
    return write_rows(path, headings, rows)


def _polars() -> Any:
    try:
        import polars  # noqa: PLC0415, ICN001 - an extra
    except ImportError:
        raise MissingExtraError("polars", "columns") from None
    return polars


def _eager(frame: Any) -> Any:
    """Return a frame of any library as one of Polars."""
    native: Any = nw.from_native(frame)
    native = native.collect() if isinstance(native, nw.LazyFrame) else native
    pandas = native.implementation.is_pandas()
    return _polars().from_arrow(
        as_arrow(frame, list(frame.columns)) if pandas else native.to_arrow()
    )


def _types(table: Any) -> dict[str, Any]:
    """Return the types of columns; one that is null in every row may be of any type."""
    held = nw.from_native(table).schema
    null = {name for name in table.columns if table[name].null_count() == table.height}
    return {name: nw.Unknown() if name in null else kind for name, kind in held.items()}


def _extra(entries: Sequence[Entry[Any]], taken: set[str]) -> Iterator["pl.Series"]:
    for heading in dict.fromkeys(name for entry in entries for name in entry.extra):
        cells = (entry.extra.get(heading) for entry in entries)
        if heading not in taken:
            yield _column(heading, str, [None if cell is None else str(cell) for cell in cells])


def _series(field: ClassColumn, objects: Sequence[Any]) -> "pl.Series":
    return _column(field.name, field.kind, [field.value(item) for item in objects])


def _column(name: str, kind: Any, values: Sequence[Any]) -> "pl.Series":
    of = _polars()
    money = of.Decimal(_DIGITS, 2)
    kinds = {bool: of.Boolean, int: of.Int64, date: of.Date, Yuan: money, tuple[Yuan, ...]: money}
    column: pl.Series = of.Series(name, values, dtype=kinds.get(kind, of.String))
    return column


def _frame(columns: Sequence["pl.Series"]) -> "pl.DataFrame":
    frame: pl.DataFrame = _polars().DataFrame(columns)
    return frame


def _fact(field: ClassColumn, value: Any) -> Any:
    """Return the value of a column as a fact; whole numbers of money are fen."""
    if value is None:
        return None
    if field.kind in (Yuan, tuple[Yuan, ...]):
        amount = Yuan.from_fen(value) if isinstance(value, int) else Yuan(value)
        return amount if field.kind is Yuan else (amount,)
    if field.kind is date:
        return date(value.year, value.month, value.day)
    if isinstance(field.kind, type) and issubclass(field.kind, Choice):
        return spellings(field.kind).get(value, value)
    return value


def _frame_faults(
    kind: type[Any], fields: Sequence[ClassColumn], types: Mapping[str, Any], money: Money
) -> Iterator[Fault]:
    """Yield the faults of columns of a wrong type or under another name."""
    needed = {f.name for f in describe(kind) if not f.optional}
    defaults = {f.name: f.default for f in attrs.fields(kind)}
    names = {field.name for field in fields}
    for field in fields:
        held = tuple if field.kind == tuple[Yuan, ...] else field.kind
        column = FrameColumn(field.name, field.zh, field.en, held)
        if field.name in types:
            fault = column.fault(types[field.name], money)
            yield from [fault] if fault else []
            continue
        others = [name for name in types if name not in names]
        lacking = field.name in needed and defaults[field.name] in (None, attrs.NOTHING)
        if lacking or any(map(column.means, others)):
            yield column.missing(others)
