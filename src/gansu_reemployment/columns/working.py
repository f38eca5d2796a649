"""A working whose terms are dataframe expressions; nothing is evaluated here.

Whoever holds the frame evaluates: Polars, DuckDB, PyArrow, pandas, Dask or Spark. Amounts
are whole fen (int64), choices their codes, days dates. A row ends in the columns

``<measure>``
    the value (``<measure>_<field>`` for each field of a result with several), null unless decided;
``<measure>_reasons``
    the codes of the refusals joined by ``;``, or ``fact-missing``, or null;
``<measure>_missing``
    the names of the facts that were needed and are unknown, in the order of the class of
    facts and joined by ``;``, or null.

The ranges in which arithmetic is exact:

==================  =============================================================
amount, as a fact   0 to 10**13 fen (100,000,000,000 yuan); else it is unknown
number, as a fact   what its checks allow, up to 10**9; else it is unknown
share by a rule     every such amount, for ratios with a numerator up to 10**4
share by a ratio    a ratio of two columns with a whole up to 2**31 - 1: any two
                    numbers, or amounts up to 21,474,836.47 yuan
compared ratios     part times the other's whole below 2**63
below zero          no fact is; of a difference half a fen goes up, where a case
                    rounds it away from zero
beyond 2**63        Polars and PyArrow wrap round without a word, DuckDB stops
==================  =============================================================
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from types import MappingProxyType
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.arithmetic import (
    Chosen,
    above_zero,
    also_missing,
    apart,
    as_ratio,
    bounded,
    chain,
    half_up,
    holds,
    month_count,
    negated,
    pick_ratio,
    result,
    units,
    unless,
)
from gansu_reemployment.columns.dated_rules import NOTED
from gansu_reemployment.columns.dates import ColumnCalendar
from gansu_reemployment.columns.facts import FactsView, Seen, Sure
from gansu_reemployment.columns.outcome import Codes, ColumnOutcome, joined
from gansu_reemployment.columns.terms import (
    Column,
    Expr,
    Missing,
    Nothing,
    Ratio,
    any_of,
    as_column,
    either,
    encode,
    is_certain,
    pick,
    truth,
)
from gansu_reemployment.facts import describe
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.as_of import AsOf
from gansu_reemployment.working.records import (
    Cases,
    Work,
    by_field,
    field_of,
    in_turn,
    names_of,
    plain_items,
    refuse_rules,
)
from gansu_reemployment.working.terms import RULE_NOT_KNOWN, Reason, in_order

#: The code of a row that is undecided because a fact is unknown.
FACT_MISSING: Final = "fact-missing"
#: Terms that no column can hold.
NO_COLUMN: Final = (Chosen, frozenset)


class ColumnWorking(ColumnCalendar):
    """Work a measure over every row of a frame.

    Args:
        on: the day whose law applies, or the name of the column that holds it.
        measure: the name that the columns of the result begin with.
        facts: the class of the facts, one column for each field.
        explain: whether to add a column for each step and one of the rows cited.
        conditions: the local conditions of the place, worked at the end.
        certain: the columns that hold a value in every row, and one that the fact may have;
            no question is asked of them.
    """

    #: A formula is always translated here.
    plain: Final = False
    as_written: Final = False

    def __init__(
        self,
        on: date | str,
        facts: type[Any],
        *,
        measure: str = "",
        explain: bool = False,
        conditions: Sequence[Callable[[Any, Any], None]] = (),
        certain: Mapping[str, Sure] = MappingProxyType({}),
    ) -> None:
        prefix, seen = f"__{measure}_", Seen(certain)
        super().__init__(on, prefix, seen, explain=explain)
        self.measure = measure
        self.conditions = conditions
        self.facts = FactsView(facts, prefix, seen, on)
        self._names = tuple(described.name for described in describe(facts))
        self._refusals: list[tuple[str, Any]] = []
        self._steps: dict[str, Expr] = {}
        self._kept: list[dict[str, Expr]] = []

    def step(self, label: str, term: Any) -> Any:
        """Keep an explanation column for the step, if explanations are asked for."""
        if self.explain and not isinstance(term, NO_COLUMN) and not names_of(term):
            self._note_step(label.lower().replace(" ", "_"), result(term).expr)
        return term

    def _note_step(self, name: str, expr: Expr) -> None:
        """Keep a step; one inside a branch is null outside the rows of its branches."""
        if self._active is not True:
            held = nw.when(truth(self._active)).then(expr)
            expr = held.otherwise(self._steps[name]) if name in self._steps else held
        self._steps[name] = expr

    def keep(self, term: Any) -> Any:
        """Hold a term in columns of its own, so that it is worked once however often it is used."""
        stage: dict[str, Expr] = {}
        kept = self._keep_in(stage, term)
        if stage:
            self._kept.append(stage)
        return kept

    def _keep_in(self, stage: dict[str, Expr], term: Any) -> Any:
        if names_of(term):
            return by_field(lambda part, _same: self._keep_in(stage, part), term, term)
        if isinstance(term, Ratio):
            parts = (self._keep_in(stage, of) for of in (term.part, term.whole, term.text))
            return Ratio(*parts)
        if not isinstance(term, Column) or isinstance(term, Nothing):
            return term
        missing: Missing = {
            name: at if at is False else self._hold(stage, at) for name, at in term.missing.items()
        }
        return Column(self._hold(stage, term.expr), missing, term.span)

    def _hold(self, stage: dict[str, Expr], expr: Expr) -> Expr:
        name = f"{self._prefix}kept{len(self._kept)}_{len(stage)}"
        stage[name] = expr
        return nw.col(name)

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Add the reason to the rows in which the condition does not hold.

        There is no refusal in a row in which the rule, or one the condition needs, is unknown.
        """
        self._note(rule)
        self._require(condition, reason)

    def require_at(self, rule: Rule[Any], day: Any, condition: Any, reason: Reason) -> None:
        """Add the reason by the law of the day of each row, such as that of an approval."""
        self.use_at(rule, day)
        self._require(also_missing(as_column(condition), as_column(day).missing), reason)

    def as_of(self, day: Any) -> AsOf:
        """Return this working under the law of the day of each row, such as an approval's."""
        return AsOf(self, day)

    def _require(self, condition: Any, reason: Reason) -> None:
        applies = self._active
        if self._lacking is not None:
            applies = and_(applies, Column(~self._lacking))
        effective = or_(negated(applies), condition)
        if effective is True:
            return
        column = as_column(effective)
        refused = negated(column).expr
        unknown = [at for name, at in column.missing.items() if name.startswith(RULE_NOT_KNOWN)]
        if unknown:
            refused = refused & ~any_of([at for at in unknown if at is not False])
        self._refusals.append((reason.code, refused))
        self._missing = either(self._missing, column.missing)

    def refuse(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Add the reason to the rows in which the condition holds."""
        self.require(rule, negated(condition), reason)

    def choose(self, condition: Any, yes: Any, no: Any) -> Any:
        """Choose row by row."""
        if isinstance(condition, bool):
            return yes if condition else no
        refuse_rules(yes, no)
        return by_field(lambda first, second: self._choose(condition, first, second), yes, no)

    @staticmethod
    def _choose(condition: Column, yes: Any, no: Any) -> Any:
        plain = not isinstance(yes, Column | Ratio) and not isinstance(no, Column | Ratio)
        if plain and yes == no and is_certain(condition.missing):
            return yes
        if isinstance(yes, Ratio | Fraction) or isinstance(no, Ratio | Fraction):
            return pick_ratio(condition, as_ratio(yes), as_ratio(no))
        return pick(condition, yes, no)

    def branch(self, condition: Any, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
        """Work both branches, each for its rows; a plain condition works one only."""
        if isinstance(condition, bool):
            return yes() if condition else no()
        first = self._within(condition, yes)
        return self.choose(condition, first, self._within(condition.negated(), no))

    def _within(self, condition: Column, work: Callable[[], Any]) -> Any:
        outer = self._active
        self._active = and_(outer, condition)
        worked = work()
        self._active = outer
        return worked

    def during(self, rules: Iterable[Rule[Any]], work: Callable[[], None]) -> None:
        """Evaluate *work*, such as a condition of the place, in the rows of the days of *rules*."""
        condition: Any = True
        for rule in rules:
            condition = and_(condition, self.days_of(rule))
        if isinstance(condition, Column):
            self._within(condition, work)
        elif condition:
            work()

    def both(self, first: Any, second: Work) -> Any:
        """Return ``first and second``, the second evaluated in the rows of the first only."""
        if not isinstance(first, Column):
            return first and second()
        return first & self._within(first, second)

    def either(self, first: Any, second: Work) -> Any:
        """Return ``first or second``, the second evaluated in the other rows only."""
        if not isinstance(first, Column):
            return first or second()
        return first | self._within(first.negated(), second)

    negate = staticmethod(negated)
    each = staticmethod(plain_items)

    def switch(self, term: Any, cases: Cases, otherwise: Work) -> Any:
        """Evaluate each case for its rows."""
        if isinstance(term, Nothing):
            return term
        if isinstance(term, Column):
            return in_turn(self, term, cases, otherwise)
        table = {value: work for values, work in cases for value in values}
        if not isinstance(term, Chosen):
            return table.get(term, otherwise)()
        forms = {value for _at, value in term.pieces}
        return self._match_days(term, {form: table.get(form, otherwise) for form in forms})

    def _match_days(self, form: "Chosen", table: Mapping[Any, Callable[[], Any]]) -> Any:
        during: dict[Any, Any] = {}
        for at, value in form.pieces:
            during[value] = Column(during[value].expr | at if value in during else at)
        worked = [(at, self._within(at, table[value])) for value, at in during.items()]
        if NOTED in form.missing:
            # In the rows without a known form nothing is asked.
            result: Any = Nothing({NOTED: form.missing[NOTED]})
        else:
            (_at, result), *worked = worked
        for at, term in worked:
            result = self.choose(at, term, result)
        return self._of_form(form, result)

    @staticmethod
    def _of_form(form: "Chosen", result: Any) -> Any:
        """Mark a result as unknown in the rows of which no form is known."""
        if is_certain(form.missing) or result is None:
            return result

        known = ~any_of([at for at in form.missing.values() if at is not False])

        def marked(term: Any, _same: Any = None) -> Any:
            if isinstance(term, Ratio):
                return Ratio(marked(term.part), term.whole, marked(term.text))
            if not isinstance(term, (Column, bool)):
                return also_missing(term, form.missing)
            column = as_column(term)
            return Column(
                nw.when(known).then(column.expr), either(column.missing, form.missing), column.span
            )

        return by_field(marked, result, result)

    def among(self, term: Any, values: Any) -> Any:
        """Tell row by row whether *term* is one of *values*."""
        if isinstance(values, Column):
            return also_missing(values, as_column(term).missing)
        if isinstance(values, Chosen):
            found = chain([(during, self.among(term, held)) for during, held in values.pieces])
            return also_missing(found, either(as_column(term).missing, values.missing))
        return _among(term, values) if isinstance(term, Column) else term in values

    def least(self, first: Any, second: Any) -> Any:
        """Give the smaller of the two, row by row."""
        if found := apart(first, second):
            return found[0]
        return bounded(self.choose(first <= second, first, second), min, first, second)

    def most(self, first: Any, second: Any) -> Any:
        """Give the larger of the two, row by row."""
        if found := apart(first, second):
            return found[1]
        return bounded(self.choose(first >= second, first, second), max, first, second)

    def in_band(self, table: Any, number: Any) -> Any:
        """Return the value of a table by band for *number*, row by row."""
        if isinstance(table, Nothing):
            return table
        if isinstance(table, Chosen):
            during, value = table.pieces[0]
            found = self.in_band(value, number)
            for during, value in table.pieces[1:]:
                found = self.choose(as_column(Column(during)), self.in_band(value, number), found)
            return also_missing(found, table.missing)
        found = table.below
        for band in table.bands:
            found = self.choose(number >= band.least, band.value, found)
        return found

    def ratio(self, part: Any, whole: Any) -> Any:
        """Give the exact ratio of two whole numbers or amounts."""
        if isinstance(part, Column) or isinstance(whole, Column):
            return Ratio(units(part), above_zero(units(whole)))
        return Fraction(units(part), units(whole))

    def share(self, amount: Any, ratio: Any) -> Any:
        """Give *ratio* of *amount*, half up to the fen, in whole numbers only."""
        if not isinstance(amount, Column) and not isinstance(ratio, Ratio):
            return amount.share(ratio)
        return half_up(units(amount), as_ratio(ratio))

    def months_within(self, first: Any, last: Any) -> Any:
        """Count the months of the day's year, whole or begun, from *first* to *last*."""
        december = month_count(self.year_end())
        begin = self.most(month_count(first), december - 11)
        end = self.least(month_count(last), december)
        return self.most(end - begin + 1, 0)

    def total(self, amounts: Any) -> Any:
        """Give the column, which holds the sum of each row."""
        return amounts

    def outcome(self, value: Any) -> ColumnOutcome:
        """Give the columns of the result, after the conditions of the place."""
        for condition in self.conditions:
            condition(self, self.facts)
        fields = dict(_flat(value, "")) if names_of(value) else {"value": value}
        columns = {name: result(term) for name, term in fields.items()}
        asked = reduce(either, (column.missing for column in columns.values()), self._missing)
        asked.pop(NOTED, None)
        missing = [name for name in in_order(asked, self._names) if asked[name] is not False]
        open_ = {f"{self._prefix}open{n}": asked[name] for n, name in enumerate(missing)}
        refused = {f"{self._prefix}no{n}": at for n, (_c, at) in enumerate(self._refusals)}
        codes = tuple(zip((code for code, _at in self._refusals), refused, strict=True))
        marks = tuple(open_)
        texts = {
            f"{self.measure}_reasons": Codes(codes, FACT_MISSING, marks),
            f"{self.measure}_missing": Codes(tuple(zip(missing, marks, strict=True))),
        }
        values = self._values(columns, [*refused, *open_])
        # A step that has the name of a result gives way to it.
        final = {**values, **self._explanation(), **values}
        stages = (self._seen.checked, *self._kept, {**refused, **open_}, final)
        scratch = tuple(name for stage in stages[:-1] for name in stage)
        all_codes = tuple(dict.fromkeys(code for code, _at in self._refusals))
        facts = frozenset(self._seen.read)
        return ColumnOutcome(self.measure, stages, texts, scratch, facts, all_codes)

    def _values(self, columns: Mapping[str, Column], stops: list[str]) -> dict[str, Expr]:
        stopped = any_of([nw.col(stop) for stop in stops]) if stops else None
        return {
            _named(self.measure, name): unless(stopped, column.expr)
            for name, column in columns.items()
        }

    def _explanation(self) -> dict[str, Expr]:
        if not self.explain:
            return {}
        cited = [(key, holds(reduce(or_, places))) for key, places in self._used.items()]
        return {
            **{f"{self.measure}_{label}": step for label, step in self._steps.items()},
            f"{self.measure}_citations": joined(cited),
        }


def _among(term: Column, values: Collection[Any]) -> Any:
    if len(values) == 1:
        return term == next(iter(values))
    if values:
        return Column(term.coded.is_in(sorted(encode(value) for value in values)), term.missing)
    if is_certain(term.missing):
        return False
    return Column(nw.when(~term.expr.is_null()).then(nw.lit(value=False)), term.missing)


def _named(measure: str, field: str) -> str:
    return measure if field == "value" else f"{measure}_{field}"


def _flat(record: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record by name; those of records within as ``relief_business_tax``."""
    for name in names_of(record):
        term = field_of(record, name)
        if names_of(term):
            yield from _flat(term, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", term
