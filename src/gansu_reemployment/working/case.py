"""A working with plain values, for one case (单案演算).

The terms are plain values, or an :class:`~.fact_model.Unknown` one that names the facts it needs.
Where a condition is unknown, both branches are evaluated, and :class:`~.case_log.CaseLog` asks
only for the facts that may change the outcome.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

from gansu_reemployment.dates import add_months, cutoff, full_years, month_number
from gansu_reemployment.fact_model import Unknown
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.as_of import AsOf
from gansu_reemployment.working.case_log import CaseLog
from gansu_reemployment.working.records import (
    SINGLE,
    Cases,
    Work,
    by_field,
    in_turn,
    plain_items,
    refuse_rules,
)
from gansu_reemployment.working.terms import Reason


class CaseWorking(CaseLog):
    """Evaluate a measure for one case under the law of the day *on*.

    Terms are plain values, hence ``Any`` in the signatures; the types that mypy checks a formula
    against are those of :class:`~.protocol.Working`.
    """

    __slots__ = ()

    def keep(self, term: Any) -> Any:
        """Return the term itself; columns keep it, so that it is evaluated once."""
        return term

    def as_of(self, day: Any) -> AsOf:
        """Return this working under the law of *day*, such as that of an approval."""
        return AsOf(self, day)

    def during(
        self, rules: Iterable[Rule[Any]], work: Callable[[], Any], otherwise: Any = None
    ) -> Any:
        """Evaluate *work*, such as a condition of the place, if all *rules* are in force."""
        return work() if all(rule.knows(self.on) for rule in rules) else otherwise

    def refuse(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Refuse where the condition holds."""
        unknown = type(condition) is Unknown
        self.require(rule, condition if unknown else not condition, reason)

    def choose(self, condition: Any, yes: Any, no: Any) -> Any:
        """Return *yes* where the condition holds, else *no*."""
        if type(condition) is Unknown:
            return self._undecided(condition, yes, no)
        return yes if condition else no

    def _undecided(self, condition: Unknown, yes: Any, no: Any) -> Any:
        """Combine the missing facts of a condition and of both sides; of records per field."""
        if type(yes) in SINGLE and type(no) in SINGLE:
            return condition.with_(yes, no)
        refuse_rules(yes, no)
        return by_field(condition.with_, yes, no)

    def branch(self, condition: Any, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
        """Evaluate the branch that applies; if that is unknown, ask for the facts of both."""
        if type(condition) is not Unknown:
            return yes() if condition else no()
        outer, self._open = self._open, _question(condition, self._open)
        result = self._undecided(condition, yes(), no())
        self._open = outer
        return result

    def both(self, first: Any, second: Work) -> Any:
        """Return ``first and second``; the second counts only where the first may hold."""
        if type(first) is not Unknown:
            return first and second()
        return first & self._within(first, second)

    def either(self, first: Any, second: Work) -> Any:
        """Return ``first or second``; the second counts only where the first may not hold."""
        if type(first) is not Unknown:
            return first or second()
        return first | self._within(first, second)

    def _within(self, condition: Unknown, work: Work) -> Any:
        outer, self._open = self._open, _question(condition, self._open)
        value = work()
        self._open = outer
        return value

    def negate(self, condition: Any) -> Any:
        """Return the opposite."""
        return condition if type(condition) is Unknown else not condition

    def each(self, items: Any) -> Any:
        """Return the items of a loop; a rule without a known value has one unknown item."""
        if any(items is absent for absent in self._absent):
            return (items,)
        return plain_items(items)

    def switch(self, term: Any, cases: Cases, otherwise: Work) -> Any:
        """Evaluate the case that *term* is one of; where that is open, all that may be."""
        if type(term) is Unknown:
            if any(term is absent for absent in self._absent):
                # The form is unknown because its rule is, which is already among the missing items.
                return term
            return in_turn(self, term, cases, otherwise)
        for values, work in cases:
            if term in values:
                return work()
        return otherwise()

    def among(self, term: Any, values: Any) -> Any:
        """Return whether *term* is one of *values*."""
        if type(term) is Unknown or type(values) is Unknown:
            return _unknown(term, values)
        return term in values

    def least(self, first: Any, second: Any) -> Any:
        """Return the smaller of the two."""
        return self.choose(first <= second, first, second)

    def most(self, first: Any, second: Any) -> Any:
        """Return the larger of the two."""
        return self.choose(first >= second, first, second)

    def in_band(self, table: Any, number: Any) -> Any:
        """Return the value of a table by band for *number*."""
        if type(table) is Unknown or type(number) is Unknown:
            return _unknown(table, number)
        return table.at(number)

    def ratio(self, part: Any, whole: Any) -> Any:
        """Return the exact ratio of two numbers or amounts."""
        if type(part) is Unknown or type(whole) is Unknown:
            return _unknown(part, whole)
        if isinstance(part, Yuan):
            part = part.fen
        if isinstance(whole, Yuan):
            whole = whole.fen
        return Fraction(part, whole)

    def share(self, amount: Any, ratio: Any) -> Any:
        """Return *ratio* of *amount*, rounded half up to the fen."""
        if type(amount) is Unknown or type(ratio) is Unknown:
            return _unknown(amount, ratio)
        return amount.share(ratio)

    def full_years(self, born_on: Any, by: Any = None) -> Any:
        """Return the age in full years on the day of the law, or on the day *by*."""
        if type(born_on) is Unknown or type(by) is Unknown:
            return _unknown(born_on, by)
        return full_years(born_on, by or self.on)

    def reached(self, born_on: Any, years: Any, by: Any = None) -> Any:
        """Return whether the age has been reached."""
        if type(years) is Unknown or type(by) is Unknown:
            return _unknown(born_on, years, by)
        return born_on <= _cutoff(by or self.on, years)

    def day(self) -> Any:
        """Return the day whose law applies."""
        return self.on

    def year_end(self) -> Any:
        """Return 31 December of that day's year."""
        return date(self.on.year, 12, 31)

    def last_day(self, first: Any, years: Any) -> Any:
        """Return the day before the anniversary."""
        if type(first) is Unknown or type(years) is Unknown:
            return _unknown(first, years)
        return add_months(first, years * 12) - timedelta(days=1)

    def anniversary(self, first: Any, years: int) -> Any:
        """Return the day *years* after *first*."""
        return first if type(first) is Unknown else add_months(first, years * 12)

    def days(self, first: Any, until: Any) -> Any:
        """Count the days between."""
        if type(first) is Unknown or type(until) is Unknown:
            return _unknown(first, until)
        return (until - first).days

    def months_within(self, first: Any, last: Any) -> Any:
        """Count the months of the day's year, whole or begun, from *first* to *last*."""
        if type(first) is Unknown or type(last) is Unknown:
            return _unknown(first, last)
        begin = max(first, date(self.on.year, 1, 1))
        end = min(last, date(self.on.year, 12, 31))
        return max(month_number(end) - month_number(begin) + 1, 0)

    def total(self, amounts: Any) -> Any:
        """Add amounts."""
        return amounts if type(amounts) is Unknown else sum(amounts, Yuan(0))


def _question(condition: Unknown, outer: Unknown | None) -> Unknown:
    """Return the question of a branch: an object of its own, which a fact never is."""
    return Unknown(condition.names if outer is None else condition.with_(outer).names)


_cutoff = lru_cache(maxsize=1024)(cutoff)


def _unknown(*terms: Any) -> Unknown:
    return Unknown(()).with_(*terms)
