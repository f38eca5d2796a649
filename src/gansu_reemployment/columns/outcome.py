"""The result of a column working (列结果): expressions in stages, and codes joined to texts."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any, Final

import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.columns.terms import Expr

SEPARATOR: Final = ";"


@frozen
class Codes:
    """The codes that a row may have (原因代码), each with the scratch column that marks its rows.

    A row in which several are marked has them all, in this order; a row in which none is has
    the code *otherwise* where one of the columns *marks* is true, and else none.
    """

    codes: tuple[tuple[str, str], ...]
    otherwise: str = ""
    marks: tuple[str, ...] = ()

    def text(self) -> Expr:
        """Give the codes joined by ``;``, null where there are none."""
        rest = nw.when(_any(self.marks)).then(nw.lit(self.otherwise)) if self.marks else joined([])
        if not self.codes:
            return rest
        found = joined([(code, nw.col(mark)) for code, mark in self.codes])
        marks = tuple(mark for _code, mark in self.codes)
        return nw.when(_any(marks)).then(found).otherwise(rest) if self.marks else found


@frozen
class ColumnOutcome:
    """The columns of one measure's result, worked in stages.

    *stages* are the columns to add, stage by stage, each reading those before it, and *texts*
    the codes to join after them; the columns named in *scratch* are dropped at the end. *facts*
    are the columns that are read. *codes* are those of the refusals that there may be.
    """

    measure: str
    stages: tuple[Mapping[str, Expr], ...]
    texts: Mapping[str, Codes]
    scratch: tuple[str, ...]
    facts: frozenset[str]
    codes: tuple[str, ...] = ()

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added, in order."""
        return (*self.stages[-1], *self.texts)

    def typed(self, types: Mapping[str, Any]) -> "ColumnOutcome":
        """Return the outcome with every result of these types, in place of untyped nulls."""
        last = {name: expr for name, expr in self.stages[-1].items() if name != self.measure}
        held = {name: self.stages[-1].get(name, nw.lit(None)) for name in types}
        cast = {name: expr.cast(types[name]) for name, expr in held.items()}
        return evolve(self, stages=(*self.stages[:-1], {**cast, **last, **cast}))

    def add_to(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Add the columns of the result to *frame*; nothing is evaluated."""
        texts = {name: codes.text() for name, codes in self.texts.items()}
        for stage in (*self.stages, texts):
            if stage:
                frame = frame.with_columns(*(expr.alias(name) for name, expr in stage.items()))
        return frame.drop(*self.scratch) if self.scratch else frame


def joined(codes: list[tuple[str, Expr]]) -> Expr:
    """Join the codes whose condition holds, in order; null where none does."""
    if not codes:
        return nw.lit(None, nw.String)
    marks = [nw.when(at).then(nw.lit(code)) for code, at in codes]
    if len(marks) == 1:
        return marks[0]
    text = nw.concat_str(marks, separator=SEPARATOR, ignore_nulls=True)
    return nw.when(reduce(or_, [at for _code, at in codes])).then(text)


def _any(marks: tuple[str, ...]) -> Expr:
    return reduce(or_, (nw.col(mark) for mark in marks))
