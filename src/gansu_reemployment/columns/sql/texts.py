"""Joined codes in a query (原因的拼接): engines differ in joining nulls, so none is joined."""

from functools import reduce
from operator import or_
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.looked import Mixed, write_plain
from gansu_reemployment.columns.outcome import SEPARATOR, Codes

_JOINED: Final = "__joined_"
#: Longer than every text of codes.
_LONGEST: Final = 10_000


def write_joined(frame: nw.LazyFrame[Any], columns: Mixed) -> nw.LazyFrame[Any]:
    """Add columns, of joined codes so: each code follows a separator, and the first one is cut."""
    codes = {name: column for name, column in columns.items() if isinstance(column, Codes)}
    others = {name: column for name, column in columns.items() if name not in codes}
    joined = {f"{_JOINED}{name}": _joined(found) for name, found in codes.items() if found.codes}
    frame = write_plain(frame, {**others, **joined})
    frame = write_plain(frame, {name: _text(name, found) for name, found in codes.items()})
    return frame.drop(list(joined)) if joined else frame


def _joined(codes: Codes) -> nw.Expr:
    parts = [
        nw.when(nw.col(mark)).then(nw.lit(f"{SEPARATOR}{code}")).otherwise(nw.lit(""))
        for code, mark in codes.codes
    ]
    return nw.concat_str(parts) if len(parts) > 1 else parts[0]


def _text(name: str, codes: Codes) -> nw.Expr:
    rest: nw.Expr = nw.lit(None, nw.String)
    if codes.marks:
        rest = nw.when(_any(codes.marks)).then(nw.lit(codes.otherwise)).otherwise(rest)
    if codes.codes:
        found = nw.col(f"{_JOINED}{name}").str.slice(len(SEPARATOR), _LONGEST)
        rest = nw.when(_any([mark for _code, mark in codes.codes])).then(found).otherwise(rest)
    return rest


def _any(marks: Any) -> nw.Expr:
    return reduce(or_, map(nw.col, marks))
