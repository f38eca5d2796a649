"""The result of an evaluation over columns (列结果): stages of expressions, and joined codes."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import groupby
from operator import or_
from types import MappingProxyType
from typing import Any, Final

import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.columns.choices import as_ratio
from gansu_reemployment.columns.coded import Coded
from gansu_reemployment.columns.dated_rules import NOTED
from gansu_reemployment.columns.looked import Mixed, write_plain
from gansu_reemployment.columns.missing import Expr, any_of, either
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Ratio, as_column
from gansu_reemployment.working.records import field_of, names_of
from gansu_reemployment.working.terms import in_order

SEPARATOR: Final = ";"
#: Ratios over one whole whose parts are further apart are written row by row.
_MOST_TEXTS: Final = 2_048
#: The code of a row that is undecided because a fact or a rule is unknown.
FACT_MISSING: Final = "fact-missing"


@frozen
class Codes:
    """The codes that a row may have (原因代码), each with the scratch column that marks its rows.

    A row has all codes that are marked, in this order. A row without any has the code
    *otherwise* where one of the columns *marks* is true, and null elsewhere.
    """

    codes: tuple[tuple[str, str], ...]
    otherwise: str = ""
    marks: tuple[str, ...] = ()

    def expr(self) -> Expr:
        """Return the codes joined by ``;``, null where there are no codes."""
        rest = nw.when(_any(self.marks)).then(nw.lit(self.otherwise)) if self.marks else joined([])
        if not self.codes:
            return rest
        found = joined([(code, nw.col(mark)) for code, mark in self.codes])
        marks = tuple(mark for _code, mark in self.codes)
        return nw.when(_any(marks)).then(found).otherwise(rest) if self.marks else found

    def status(self) -> Expr:
        """Return the status of each row whose refusals are these codes."""
        status: Expr = nw.lit("decided", nw.String)
        if self.marks:
            status = nw.when(_any(self.marks)).then(nw.lit("undecided")).otherwise(status)
        if self.codes:
            refused = _any(tuple(mark for _code, mark in self.codes))
            status = nw.when(refused).then(nw.lit("refused")).otherwise(status)
        return status


@frozen
class ColumnOutcome:
    """The columns of one measure's result.

    Args:
        measure: the name that the columns begin with.
        scratch: the columns to add first and to drop at the end, stage by stage; each reads those
            before it.
        last: the columns of the result, from those.
        texts: the codes to join in the end.
        places: the results that are the places of texts so far, with the texts.
        facts: the columns that are read.
        codes: the codes of every possible refusal.
    """

    measure: str
    scratch: tuple[Mixed, ...]
    last: Mapping[str, Expr]
    texts: Mapping[str, Codes]
    facts: frozenset[str]
    codes: tuple[str, ...] = ()
    places: Mapping[str, Coded] = MappingProxyType({})

    @property
    def reasons(self) -> Codes:
        """The refusals that a row may have."""
        return self.texts[f"{self.measure}_reasons"]

    @property
    def status(self) -> str:
        """The name of the column of statuses: ``decided``, ``refused`` or ``undecided``."""
        return f"{self.measure}_status"

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added, in order."""
        return (*self.last, *self.texts)

    @property
    def written(self) -> Mapping[str, Coded | Codes]:
        """The columns of texts to write in the end."""
        return {**self.places, **self.texts}

    def typed(self, types: Mapping[str, Any]) -> "ColumnOutcome":
        """Return the outcome with every result of these types, in place of untyped nulls."""
        last = {name: expr for name, expr in self.last.items() if name != self.measure}
        held = {name: self.last.get(name, nw.lit(None)) for name in types}
        cast = {n: e if n in self.places else e.cast(types[n]) for n, e in held.items()}
        return evolve(self, last={**cast, **last, **cast})

    def add_to(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Add the columns of the result to *frame*; nothing is evaluated."""
        for stage in (*self.scratch, self.last, self.written):
            frame = write_plain(frame, stage)
        names = [name for stage in self.scratch for name in stage]
        return frame.drop(*names) if names else frame


def outcome_of(state: Evaluation, measure: str, facts: Sequence[str], value: Any) -> ColumnOutcome:
    """Build the stages of columns; missing facts are in the order of *facts*."""
    fields = dict(_flat(value, "")) if names_of(value) else {"": value}
    columns = {f"{measure}{name}": result(term) for name, term in fields.items()}
    for column in columns.values():
        state.ask(column.missing)
    asked = either(state.missing, state.odd)
    missing = [n for n in in_order(asked, facts) if n != NOTED and asked[n] is not False]
    # Rules that are unknown in the very same rows have one mark.
    alike = [tuple(names) for _at, names in groupby(missing, key=lambda name: id(asked[name]))]
    open_: dict[str, Any] = {
        f"{state.prefix}open{n}": asked[names[0]] for n, names in enumerate(alike)
    }
    refused = {f"{state.prefix}no{n}": at for n, (_code, at) in enumerate(state.refusals)}
    codes = [code for code, _at in state.refusals]
    texts = {
        f"{measure}_reasons": Codes(
            tuple(zip(codes, refused, strict=True)), FACT_MISSING, tuple(open_)
        ),
        f"{measure}_missing": Codes(tuple(zip(map(SEPARATOR.join, alike), open_, strict=True))),
    }
    placed = _placed(state, columns)
    results = {
        name: placed[name].places if name in placed else columns[name].expr for name in columns
    }
    values = _values(results, [*refused, *open_])
    # A step that has the name of a result gives way to it.
    last = {**values, **_explanation(state, measure), **values}
    scratch: tuple[Mixed, ...] = (state.checked, *state.kept, {**refused, **open_})
    unique = tuple(dict.fromkeys(codes))
    places = {name: Coded(nw.col(name), found.texts) for name, found in placed.items()}
    return ColumnOutcome(measure, scratch, last, texts, frozenset(state.read), unique, places)


def _placed(state: Evaluation, columns: Mapping[str, Column]) -> dict[str, Coded]:
    """Return the results that are looked up at the end: the texts of a frame in memory."""
    if not state.profile:
        return {}
    return {name: column.coded for name, column in columns.items() if column.coded}


def _flat(record: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record by name, those of inner records as ``_relief_business_tax``."""
    for name in names_of(record):
        term = field_of(record, name)
        if names_of(term):
            yield from _flat(term, f"{prefix}_{name}")
        else:
            yield f"{prefix}_{name}", term


def _values(results: Mapping[str, Expr], stops: list[str]) -> dict[str, Expr]:
    """Return the values, null in the rows that are refused or undecided."""
    if not stops:
        return dict(results)
    decided = ~any_of([nw.col(stop) for stop in stops])
    return {name: nw.when(decided).then(expr) for name, expr in results.items()}


def _explanation(state: Evaluation, measure: str) -> dict[str, Expr]:
    if not state.explain:
        return {}
    cited = [(key, _rows(reduce(or_, places))) for key, places in state.cited.items()]
    steps = {f"{measure}_{label}": step for label, step in state.steps.items()}
    return {**steps, f"{measure}_citations": joined(cited)}


def _rows(condition: Any) -> Expr:
    return condition.expr if isinstance(condition, Column) else nw.lit(value=condition)


def result(term: Any) -> Column:
    """Return a term of a result as a column; a ratio as the text ``n/d``."""
    if not isinstance(term, (Ratio, Fraction)):
        return as_column(term)
    exact = as_ratio(term)
    if exact.text is None:
        part, whole = as_column(exact.part), as_column(exact.whole)
        text = nw.concat_str([part.expr.cast(nw.String), nw.lit("/"), whole.expr.cast(nw.String)])
        found = Column(text, either(part.missing, whole.missing))
    else:
        plain = as_column(exact.text)
        found = Column(plain.expr, plain.missing)
        found.coded = plain.coded
    found.coded = _fractions(exact) or found.coded
    return found


def _fractions(ratio: Ratio) -> Coded | None:
    """Return the texts of a ratio by its parts, if these are few; plain ones are reduced."""
    part, whole = ratio.part, ratio.whole
    if not isinstance(part, Column) or not part.span or not isinstance(whole, int):
        return None
    least, most = part.span
    if most - least >= _MOST_TEXTS:
        return None
    parts = range(least, most + 1)
    exact = [
        (n, whole) if ratio.text is None else Fraction(n, whole).as_integer_ratio() for n in parts
    ]
    return Coded(part.expr - least, tuple(f"{n}/{d}" for n, d in exact))


def joined(codes: list[tuple[str, Expr]]) -> Expr:
    """Join the codes whose condition is true, in order; null where no condition is."""
    if not codes:
        return nw.lit(None, nw.String)
    marks = [nw.when(at).then(nw.lit(code)) for code, at in codes]
    if len(marks) == 1:
        return marks[0]
    text = nw.concat_str(marks, separator=SEPARATOR, ignore_nulls=True)
    return nw.when(reduce(or_, [at for _code, at in codes])).then(text)


def _any(marks: tuple[str, ...]) -> Expr:
    return reduce(or_, (nw.col(mark) for mark in marks))
