"""A working whose terms are dataframe expressions (列计算).

The expressions are evaluated by the library of the frame: Polars, DuckDB, PyArrow, pandas, Dask
or Spark. Amounts are whole fen (int64), choices their codes, days dates. A row ends in the columns

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
beyond 2**63        Polars and PyArrow wrap round silently, DuckDB stops
==================  =============================================================
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import and_, or_
from types import MappingProxyType
from typing import Any, Final

from gansu_reemployment.columns.arithmetic import (
    LARGER,
    SMALLER,
    above_zero,
    end_of,
    half_up,
    units,
)
from gansu_reemployment.columns.choices import (
    ByDate,
    also_missing,
    among,
    as_ratio,
    chain,
    closed_where_no_rule,
    negated,
    pick,
    pick_ratio,
    unknown_where,
)
from gansu_reemployment.columns.dated_choices import in_band, match_days
from gansu_reemployment.columns.dated_rules import DatedRules
from gansu_reemployment.columns.dates import ColumnDates, DayColumn
from gansu_reemployment.columns.facts import FactsView
from gansu_reemployment.columns.missing import Expr, either, is_certain
from gansu_reemployment.columns.outcome import ColumnOutcome, outcome_of, result
from gansu_reemployment.columns.profile import ColumnProfile
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Nothing, Ratio, as_column
from gansu_reemployment.fact_model import describe
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.as_of import AsOf
from gansu_reemployment.working.records import (
    Cases,
    Work,
    by_field,
    in_turn,
    names_of,
    plain_items,
    refuse_rules,
)
from gansu_reemployment.working.terms import Reason

#: Terms that no column can hold.
NO_COLUMN: Final = (ByDate, frozenset)
#: Builds the law of an evaluation: the rules of one place, or of the place of each row.
Law = Callable[[date | DayColumn, Evaluation], DatedRules]


class ColumnWorking:
    """Evaluate a measure for every row of a frame.

    Args:
        on: the day whose law applies, or the name of the column of days.
        facts: the class of the facts, one column for each field.
        measure: the name that the columns of the result begin with.
        explain: whether to add a column for each step and one of the rows cited.
        conditions: the local conditions of the place, evaluated at the end.
        adjustments: what the place then changes of the result.
        profile: the column profiles by name; those columns are not checked row by row.
        law: the rules of one place, or a law by the place of each row.
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
        adjustments: Sequence[Callable[[Any, Any, Any], Any]] = (),
        profile: Mapping[str, ColumnProfile] = MappingProxyType({}),
        law: Law = DatedRules,
    ) -> None:
        self.measure: str = measure
        self.conditions: Sequence[Callable[[Any, Any], None]] = conditions
        self.adjustments: Sequence[Callable[[Any, Any, Any], Any]] = adjustments
        self.state: Evaluation = Evaluation(f"__{measure}_", profile, explain=explain)
        days = DayColumn(on, self.state) if isinstance(on, str) else on
        self.law: DatedRules = law(days, self.state)
        # Only Polars frames in memory are profiled.
        self.in_memory: bool = bool(profile)
        self.dates: ColumnDates = ColumnDates(days, self.state)
        self.facts: FactsView = FactsView(facts, self.state, days)
        self._names = tuple(described.name for described in describe(facts))
        self.use: Callable[[Rule[Any]], Any] = self.law.use
        self.use_at: Callable[[Rule[Any], Any], Any] = self.law.use_at
        self.cite: Callable[[Rule[Any]], None] = self.law.cite
        self.day: Callable[[], Any] = self.dates.day
        self.year_end: Callable[[], Any] = self.dates.year_end
        self.days: Callable[[Any, Any], Any] = self.dates.days
        self.full_years: Callable[..., Any] = self.dates.full_years
        self.reached: Callable[..., Any] = self.dates.reached
        self.last_day: Callable[[Any, Any], Any] = self.dates.last_day
        self.anniversary: Callable[[Any, int], Any] = self.dates.anniversary
        self.keep: Callable[[Any], Any] = self.state.keep
        self.within: Callable[[Any, Work], Any] = self.state.within

    def step(self, label: str, term: Any) -> Any:
        """Add an explanation column for the step, if explanations are wanted."""
        if self.state.explain and not isinstance(term, NO_COLUMN) and not names_of(term):
            self.state.note_step(label.lower().replace(" ", "_"), result(term).expr)
        return term

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Add the reason to the rows in which the condition is false.

        A row has no refusal where the rule, or one that the condition needs, is unknown.
        """
        self._require(self.law.read(rule).lacking, condition, reason, self.state.active)

    def require_at(self, rule: Rule[Any], day: Any, condition: Any, reason: Reason) -> None:
        """Add the reason by the law of the day of each row, such as that of an approval."""
        column = as_column(day)
        lacking = self.law.lacking_at(rule, column)
        # Without the rule that sets the day it is open whether the branch matters.
        applies = closed_where_no_rule(self.state.active, column.missing)
        self._require(lacking, unknown_where(column.missing, as_column(condition)), reason, applies)

    def as_of(self, day: Any) -> AsOf:
        """Return this working under the law of the day of each row, such as an approval's."""
        return AsOf(self, day)

    def _require(self, lacking: Expr | None, condition: Any, reason: Reason, applies: Any) -> None:
        if lacking is not None:
            applies = and_(applies, Column(~lacking))
        effective = or_(negated(applies), condition)
        if effective is not True:
            self.state.refuse(reason.code, as_column(effective).negated())

    def refuse(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Add the reason to the rows in which the condition is true."""
        self.require(rule, negated(condition), reason)

    def choose(self, condition: Any, yes: Any, no: Any) -> Any:
        """Choose row by row."""
        if isinstance(condition, bool):
            return yes if condition else no
        refuse_rules(yes, no)
        return by_field(lambda first, second: self._choose(condition, first, second), yes, no)

    def _choose(self, condition: Column, yes: Any, no: Any) -> Any:
        plain = not isinstance(yes, Column | Ratio) and not isinstance(no, Column | Ratio)
        if plain and yes == no and is_certain(condition.missing):
            return yes
        if isinstance(yes, Ratio | Fraction) or isinstance(no, Ratio | Fraction):
            return pick_ratio(condition, as_ratio(yes), as_ratio(no), few_bits=self.in_memory)
        return pick(condition, yes, no, few_bits=self.in_memory)

    def branch(self, condition: Any, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
        """Evaluate both branches, each for its rows; with a plain condition only one."""
        if isinstance(condition, bool):
            return yes() if condition else no()
        condition = self.state.keep(condition)
        first = self.within(condition, yes)
        return self.choose(condition, first, self.within(condition.negated(), no))

    def during(
        self, rules: Iterable[Rule[Any]], work: Callable[[], Any], otherwise: Any = None
    ) -> Any:
        """Evaluate *work*, such as a condition of the place, in the rows of the days of *rules*."""
        condition: Any = True
        for rule in rules:
            condition = and_(condition, self.law.knows(rule))
        if not isinstance(condition, Column):
            return work() if condition else otherwise
        found = self.within(condition, work)
        return found if otherwise is None else self.choose(condition, found, otherwise)

    def both(self, first: Any, second: Work) -> Any:
        """Return ``first and second``, the second evaluated in the rows of the first only."""
        if not isinstance(first, Column):
            return first and second()
        return first & self.within(first, second)

    def either(self, first: Any, second: Work) -> Any:
        """Return ``first or second``, the second evaluated in the other rows only."""
        if not isinstance(first, Column):
            return first or second()
        return first | self.within(first.negated(), second)

    negate: Callable[[Any], Any] = staticmethod(negated)
    each: Callable[[Any], Any] = staticmethod(plain_items)

    def switch(self, term: Any, cases: Cases, otherwise: Work) -> Any:
        """Evaluate each case for its rows."""
        if isinstance(term, Nothing):
            return term
        if isinstance(term, Column):
            return in_turn(self, term, cases, otherwise)
        table = {value: work for values, work in cases for value in values}
        if not isinstance(term, ByDate):
            return table.get(term, otherwise)()
        forms = {value for _at, value in term.pieces}
        return match_days(self, term, {form: table.get(form, otherwise) for form in forms})

    def among(self, term: Any, values: Any) -> Any:
        """Return row by row whether *term* is one of *values*."""
        if isinstance(values, Nothing):
            return Nothing(either(values.missing, as_column(term).missing))
        if isinstance(values, ByDate):
            found = chain([(during, self.among(term, held)) for during, held in values.pieces])
            return also_missing(found, either(as_column(term).missing, values.missing))
        return among(term, values) if isinstance(term, Column) else term in values

    def least(self, first: Any, second: Any) -> Any:
        """Return the smaller of the two, row by row."""
        return end_of(self, first, second, SMALLER)

    def most(self, first: Any, second: Any) -> Any:
        """Return the larger of the two, row by row."""
        return end_of(self, first, second, LARGER)

    def in_band(self, table: Any, number: Any) -> Any:
        """Return the value of a table by band for *number*, row by row."""
        return in_band(self, table, number)

    def ratio(self, part: Any, whole: Any) -> Any:
        """Return the exact ratio of two whole numbers or amounts."""
        part, whole = units(part), units(whole)
        if not isinstance(part, Column) and not isinstance(whole, Column):
            return Fraction(part, whole)
        sure = above_zero(whole)
        if sure is not whole:
            self.state.beyond.update(whole.missing)
        return Ratio(part, sure)

    def share(self, amount: Any, ratio: Any) -> Any:
        """Return *ratio* of *amount*, half up to the fen, in whole numbers only."""
        if not isinstance(amount, Column) and not isinstance(ratio, Ratio):
            return amount.share(ratio)
        return half_up(units(amount), as_ratio(ratio), self.state.shared)

    def months_within(self, first: Any, last: Any) -> Any:
        """Count the months of the day's year, whole or begun, from *first* to *last*."""
        return self.state.once(self._months_within, first, last)

    def _months_within(self, first: Any, last: Any) -> Any:
        count = self.dates.month_count
        december = count(self.year_end())
        begin = self.most(count(first), december - 11)
        end = self.least(count(last), december)
        return self.most(end - begin + 1, 0)

    def total(self, amounts: Any) -> Any:
        """Return the column, which is the sum of each row already."""
        return amounts

    def outcome(self, value: Any) -> ColumnOutcome:
        """Return the columns of the result, after the conditions and adjustments of the place."""
        for condition in self.conditions:
            condition(self, self.facts)
        for adjustment in self.adjustments:
            value = adjustment(self, self.facts, value)
        self.facts.leave_contradictions_open()
        return outcome_of(self.state, self.measure, self._names, value)
