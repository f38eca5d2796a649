"""The columns of a measure (列说明): names, terms, types, units and codes, in and out.

They are read off the classes of its facts and of its result, so they cannot differ from them.

>>> from gansu_reemployment.catalogue import MEASURES
>>> for column in schema(MEASURES["placement_subsidy"]):
...     print(column.name, column.zh, column.holds)
qualified 经资质认定 Boolean
placed 已就业 Boolean
contract_years 劳动合同年限 Int64
months_kept 已稳定就业月数 Int64
placed_this_year 当年已享受 Boolean
>>> [(column.name, column.unit) for column in results(MEASURES["placement_subsidy"])]
[('placement_subsidy', "yuan (Decimal), or fen (Int64) with money='fen'")]
"""

import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, Literal

import attrs
import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.facts import MOST, limits
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import FactField, describe, types_of
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.identity import mask
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers.headings import means, meant
from gansu_reemployment.working.measure import Measure

#: The form of amounts: yuan with two decimals (Decimal), or whole fen (Int64).
Money = Literal["yuan", "fen"]
#: How a column holds each kind of fact or result; a ratio is the text ``n/d``.
HOLDS: Final[Mapping[type[Any], str]] = {
    bool: "Boolean",
    int: "Int64",
    Yuan: "Decimal",
    tuple: "Decimal",
    date: "Date",
}
#: What the numbers of a column of amounts count.
UNIT_IN: Final = "yuan with up to two decimals (Decimal), or fen (Int64) with money='fen'"
UNIT_OUT: Final = "yuan (Decimal), or fen (Int64) with money='fen'"
#: The fault of whole numbers of money whose unit the call does not name.
_BARE: Final = _(
    "whole numbers may be yuan or fen: amounts in yuan are Decimal with at most two decimals; "
    "for whole fen call with money='fen'"
)
#: The columns that hold money; of several amounts the column holds the sum.
MONEY: Final = (Yuan, tuple)

_WANTED: Final[Mapping[str, str]] = {
    "Boolean": _("{held} is not Boolean: yes, no or null is needed"),
    "Int64": _("{held} is not Int64: whole numbers or null are needed"),
    "Decimal": _(
        "{held} is not an exact amount: Decimal of yuan with at most two decimals is needed, "
        "or Int64 of fen with money='fen'"
    ),
    "Date": _("{held} is not Date: a day without a zone, or null, is needed"),
    "String": _("{held} is not String: codes or null are needed"),
}


@frozen
class FrameColumn:
    """One column that a measure reads or adds.

    *codes* are the spellings of a choice. *kind* is the type that a single case holds.
    *default* is what every row of a frame that lacks the column has, ``None`` where it must not.
    *limits* are the least and the most that a number may be, amounts in fen.
    """

    name: str
    zh: str
    en: str
    kind: type[Any]
    unit: str = ""
    default: Any = None
    limits: tuple[int, int] | None = None

    @property
    def optional(self) -> bool:
        """Whether the frame may lack the column, because the fact has a default."""
        return self.default is not None

    @property
    def holds(self) -> str:
        """The type of the column."""
        return HOLDS.get(self.kind, "String")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the column may hold, where it holds codes."""
        return tuple(c.code for c in self.kind) if issubclass(self.kind, Choice) else ()

    def fault(self, held: Any, money: Money = "yuan") -> Fault | None:
        """Return the fault of a column of this type, if any; a column of nulls fits every fact.

        Whole numbers are amounts only where *money* names their unit.
        """
        if self.kind in MONEY and held.is_integer():
            return None if money == "fen" else Fault.at(self.name, _BARE)
        fits = held == nw.Unknown or _FITS[self.holds](held)
        return None if fits else Fault.at(mask(self.name), _WANTED[self.holds], held=str(held))

    def means(self, name: str) -> bool:
        """Return whether another name of a column means this one."""
        return means(name, self.name, self.zh, self.en)

    def missing(self, names: Iterable[str]) -> Fault:
        """Return the fault of a frame that lacks the column, with the column that may be meant."""
        near = meant(names, self.name, self.zh, self.en)
        path = mask(self.name)
        if near:
            text = _("the column is missing, {holds} is needed; did you mean {near}?")
            return Fault.at(path, text, holds=self.holds, near=tuple(map(mask, near)))
        return Fault.at(path, _("the column is missing, {holds} is needed"), holds=self.holds)


def _is_money(held: Any) -> bool:
    return isinstance(held, nw.Decimal) and held.scale <= 2


_FITS: Final[Mapping[str, Any]] = {
    "Boolean": lambda held: held == nw.Boolean,
    "Int64": lambda held: held.is_integer(),
    "Decimal": _is_money,
    "Date": lambda held: (
        held == nw.Date or (isinstance(held, nw.Datetime) and held.time_zone is None)
    ),
    "String": lambda held: held in (nw.String, nw.Categorical, nw.Enum),
}


@cache
def schema(measure: Measure[Any, Any]) -> tuple[FrameColumn, ...]:
    """Return the columns that the measure may read, in the order of its facts."""
    defaults = {f.name: f.default for f in attrs.fields(measure.facts)}
    return tuple(_fact(f, defaults[f.name]) for f in describe(measure.facts))


def _fact(field: FactField, default: Any) -> FrameColumn:
    unit = UNIT_IN if field.kind in MONEY else ""
    default = None if default is attrs.NOTHING else default
    between = limits(field) if field.kind in MOST else None
    return FrameColumn(field.name, field.zh, field.en, field.kind, unit, default, between)


@cache
def results(measure: Measure[Any, Any]) -> tuple[FrameColumn, ...]:
    """Return the columns of values that the measure adds, in the order of its result."""
    kind = result_kind(measure)
    if not _has_fields(kind):
        return (_result(measure.name, measure.zh, measure.en, kind),)
    return tuple(_fields(kind, f"{measure.name}_"))


def result_kind(measure: Measure[Any, Any]) -> Any:
    """Return the type of the measure's value, as the constant of the measure declares it."""
    if measure.result is not None:
        return measure.result
    module = sys.modules[measure.work.__module__]
    for name, hint in module.__annotations__.items():
        if getattr(module, name, None) is measure:
            return typing.get_args(hint)[1]
    raise AssertionError(measure.name)


def _has_fields(kind: Any) -> bool:
    return attrs.has(typing.get_origin(kind) or kind)


def _fields(kind: Any, prefix: str) -> Iterator[FrameColumn]:
    """Flatten records within records, as the columns are named."""
    plain = typing.get_origin(kind) or kind
    params = getattr(plain, "__parameters__", ())
    filled = dict(zip(params, typing.get_args(kind), strict=False))
    hints = types_of(plain)
    for f in attrs.fields(plain):
        inner = hints[f.name]
        if inner in filled:
            inner = filled[inner]
        elif parameters := getattr(inner, "__parameters__", ()):
            inner = inner[tuple(filled[p] for p in parameters)]
        inner = _known(inner)
        if _has_fields(inner):
            yield from _fields(inner, f"{prefix}{f.name}_")
        else:
            zh, en = f.metadata.get("zh", f.name), f.metadata.get("en", f.name)
            yield _result(f"{prefix}{f.name}", zh, en, inner)


def _known(hint: Any) -> Any:
    """Return a type without ``None``."""
    if not isinstance(hint, types.UnionType):
        return hint
    (kind,) = [member for member in typing.get_args(hint) if member is not type(None)]
    return kind


def _result(name: str, zh: str, en: str, kind: type[Any]) -> FrameColumn:
    return FrameColumn(name, zh, en, kind, UNIT_OUT if kind is Yuan else "")
