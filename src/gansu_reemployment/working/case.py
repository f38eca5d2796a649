"""A working that holds plain values and remembers every step, rule and refusal of one case."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

from gansu_reemployment.dates import add_months, cutoff, full_years, month_number
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.facts import CheckedFacts, Unknown, birth_faults, births
from gansu_reemployment.law.rules import Rule, Used
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.as_of import AsOf
from gansu_reemployment.working.outcome import Basis, Entry, Outcome
from gansu_reemployment.working.records import (
    SINGLE,
    Cases,
    Work,
    by_field,
    in_turn,
    plain_items,
    refuse_rules,
    whole,
)
from gansu_reemployment.working.terms import (
    RULE_NOT_KNOWN,
    NotKnown,
    Reason,
    Undecided,
    in_order,
)


class CaseWorking:
    """Work a measure for one case on the law of the day *on*.

    Terms are plain values, hence ``Any`` in the signatures: what a measure may do with them
    is said by :class:`~.terms.Term`.
    """

    __slots__ = (
        "_absent",
        "_law",
        "_log",
        "_missing",
        "_open",
        "_refused",
        "_translated",
        "_view",
        "as_written",
        "basis",
        "on",
        "plain",
    )

    def __init__(
        self,
        on: date,
        basis: Basis = Basis(),  # noqa: B008 - a frozen value
        law: dict[Rule[Any], Used] | None = None,
    ) -> None:
        self.on = on
        self.basis = basis
        #: The rows in force on the day, which cases of one day share.
        self._law = {} if law is None else law
        #: Whether every fact is known, so that formulas run as they are written.
        self.plain = False
        #: Whether a case function runs, which is never translated.
        self.as_written = False
        #: Whether formulas are translated though every fact is known.
        self._translated = False
        self._view: Any = None
        self._begin()

    def _begin(self) -> None:
        self._log: list[Entry] = []
        self._missing: tuple[str, ...] = ()
        self._refused = False
        #: The condition of the branch that is being evaluated, where that condition is unknown.
        self._open: Unknown | None = None
        #: What was returned for rules of which no value is known.
        self._absent: list[Unknown] = []

    def restart(self) -> None:
        """Begin again with formulas translated: a value that is needed is not known."""
        self.plain = False
        self._translated = True
        self._begin()

    def in_formula(self, work: Callable[[], Any]) -> Any:
        """Run a translated formula, which a case function calls: unknown values do not end it."""
        outer, self.as_written = self.as_written, False
        value = work()
        self.as_written = outer
        return value

    def read(self, facts: CheckedFacts) -> Any:
        """Return the view of *facts* that a formula reads; known facts are their own view.

        Raises:
            InvalidFactsError: a person is born after the day, or too long before.
        """
        if births(type(facts)) and (faults := birth_faults(facts, self.on)):
            raise InvalidFactsError(faults)
        self.plain = facts.view is None and not self._translated
        self._view = facts if facts.view is None else facts.view
        return self._view

    def use(self, rule: Rule[Any]) -> Any:
        """Return the value in force, and log the row as used."""
        used = self._law.get(rule)
        if used is None:
            used = rule.reading(self.on)
            if used is None:
                return self._unknown_value(rule, self.on)
            self._law[rule] = used
        self._log.append(used)
        return used.provision.value

    def cite(self, rule: Rule[Any]) -> None:
        """Log the row in force as used, for what it says and not for a value."""
        used = self._law.get(rule) or rule.reading(self.on)
        if used is None:
            self.ask_rule(rule, self.on)
            return
        self._law[rule] = used
        self._log.append(used)

    def use_at(self, rule: Rule[Any], day: Any) -> Any:
        """Return the value in force on *day*, and log the row as used."""
        if type(day) is Unknown:
            return day
        used = rule.reading(day)
        if used is None:
            return self._unknown_value(rule, day)
        self._log.append(used)
        return used.provision.value

    def _unknown_value(self, rule: Rule[Any], day: date) -> Unknown:
        """Ask for a rule whose value is needed, and return an unknown one.

        Raises:
            Undecided: the formula runs as it is written and cannot go on without the value.
        """
        unknown = self.ask_rule(rule, day)
        if self.plain or self.as_written:
            raise Undecided(*unknown.names)
        self._absent.append(unknown)
        return unknown

    def ask_rule(self, rule: Rule[Any], day: date) -> Unknown:
        """Ask for a rule without a known value, or for what decides whether it is needed."""
        if self._open is not None:
            return self._ask(self._open)
        gap = NotKnown(rule, day)
        self._log.append(gap)
        return self._ask(Unknown((gap.name,)))

    def include(self, outcome: Outcome[Any]) -> None:
        """Ask for the rules that an undecided part of this case needs."""
        for gap in () if outcome.refusals else outcome.not_known:
            self._log.append(gap)
            self._ask(Unknown((gap.name,)))

    def step(self, label: str, term: Any) -> Any:
        """Note an intermediate result; an unknown one is not noted."""
        if type(term) is not Unknown and self._open is None:
            self._log.append((label, term))
        return term

    def keep(self, term: Any) -> Any:
        """Give the term back: a plain value is worked once as it is."""
        return term

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Log the condition as met, as a refusal, or as an open question.

        Where the rule is not in force there is no refusal: the case is undecided and names it.
        """
        used = self._law.get(rule) or rule.reading(self.on)
        if used is None:
            self.ask_rule(rule, self.on)
            return
        self._law[rule] = used
        self._require(used, condition, reason)

    def require_at(self, rule: Rule[Any], day: Any, condition: Any, reason: Reason) -> None:
        """Log a condition that rests on the law of *day*, such as that of an approval."""
        if type(day) is Unknown:
            # Without the rule that gives the day it is open whether the branch matters.
            lacking = any(name.startswith(RULE_NOT_KNOWN) for name in day.names)
            self._ask(day.with_(condition, None if lacking else self._open))
            return
        used = rule.reading(day)
        if used is None:
            self.ask_rule(rule, day)
            return
        self._require(used, condition, reason)

    def as_of(self, day: Any) -> AsOf:
        """Return this working under the law of *day*, such as that of an approval."""
        return AsOf(self, day)

    def _require(self, used: Used, condition: Any, reason: Reason) -> None:
        if self._open is not None:
            self._may_require(used, condition, self._open)
            return
        if type(condition) is Unknown:
            self._log.append(used)
            self._ask(condition)
            return
        self._log.append((used, condition, reason))
        if not condition:
            self._refused = True

    def _may_require(self, used: Used, condition: Any, open_: Unknown) -> None:
        """Ask what decides whether the branch applies, unless it would change nothing."""
        self._log.append(used)
        if condition is not True:
            self._ask(open_.with_(condition))

    def during(self, rules: Iterable[Rule[Any]], work: Callable[[], None]) -> None:
        """Evaluate *work*, such as a condition of the place, if all *rules* are in force."""
        if all(rule.knows(self.on) for rule in rules):
            work()

    def refuse(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Refuse where the condition holds."""
        unknown = type(condition) is Unknown
        self.require(rule, condition if unknown else not condition, reason)

    def choose(self, condition: Any, yes: Any, no: Any) -> Any:
        """Give *yes* where the condition holds, else *no*."""
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
        """Work the branch that applies; where that is unknown, ask what both would need."""
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
                # The form is unknown because its rule is, which is asked already.
                return term
            return in_turn(self, term, cases, otherwise)
        for values, work in cases:
            if term in values:
                return work()
        return otherwise()

    def among(self, term: Any, values: Any) -> Any:
        """Tell whether *term* is one of *values*."""
        if type(term) is Unknown or type(values) is Unknown:
            return _unknown(term, values)
        return term in values

    def least(self, first: Any, second: Any) -> Any:
        """Give the smaller of the two."""
        return self.choose(first <= second, first, second)

    def most(self, first: Any, second: Any) -> Any:
        """Give the larger of the two."""
        return self.choose(first >= second, first, second)

    def in_band(self, table: Any, number: Any) -> Any:
        """Return the value of a table by band for *number*."""
        if type(table) is Unknown or type(number) is Unknown:
            return _unknown(table, number)
        return table.at(number)

    def ratio(self, part: Any, whole: Any) -> Any:
        """Give the exact ratio of two numbers or amounts."""
        if type(part) is Unknown or type(whole) is Unknown:
            return _unknown(part, whole)
        return Fraction(_units(part), _units(whole))

    def share(self, amount: Any, ratio: Any) -> Any:
        """Give *ratio* of *amount*, half up to the fen."""
        if type(amount) is Unknown or type(ratio) is Unknown:
            return _unknown(amount, ratio)
        return amount.share(ratio)

    def full_years(self, born_on: Any, by: Any = None) -> Any:
        """Give the age in full years on the day of the law, or on the day *by*."""
        if type(born_on) is Unknown or type(by) is Unknown:
            return _unknown(born_on, by)
        return full_years(born_on, by or self.on)

    def reached(self, born_on: Any, years: Any, by: Any = None) -> Any:
        """Tell whether the age has been reached."""
        if type(years) is Unknown or type(by) is Unknown:
            return _unknown(born_on, years, by)
        return born_on <= _cutoff(by or self.on, years)

    def day(self) -> Any:
        """Give the day whose law applies."""
        return self.on

    def year_end(self) -> Any:
        """Give 31 December of that day's year."""
        return date(self.on.year, 12, 31)

    def last_day(self, first: Any, years: Any) -> Any:
        """Give the day before the anniversary."""
        if type(first) is Unknown or type(years) is Unknown:
            return _unknown(first, years)
        return add_months(first, years * 12) - timedelta(days=1)

    def anniversary(self, first: Any, years: int) -> Any:
        """Give the day so many years later."""
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

    def outcome(self, value: Any) -> Outcome[Any]:
        """End the working, after the conditions of the place."""
        # Conditions of the place go on where a value is unknown, like formulas.
        self.as_written = False
        for condition in self.basis.conditions:
            condition(self, self._view)
        if not self.plain:
            value = whole(value)
        if type(value) is Unknown:
            self._ask(value)
        if len(self._missing) > 1 and self._view is not None:
            self._missing = tuple(in_order(self._missing, tuple(vars(self._view))))
        decided = not self._refused and not self._missing
        return Outcome(self.on, value if decided else None, self._log, self._missing, self.basis)

    def _ask(self, unknown: Unknown) -> Unknown:
        self._missing = tuple(dict.fromkeys((*self._missing, *unknown.names)))
        return unknown


def _question(condition: Unknown, outer: Unknown | None) -> Unknown:
    """Return the question of a branch: an object of its own, which a fact never is."""
    return Unknown(condition.names if outer is None else condition.with_(outer).names)


_cutoff = lru_cache(maxsize=1024)(cutoff)


def _unknown(*terms: Any) -> Unknown:
    return Unknown(()).with_(*terms)


def _units(number: Any) -> int:
    return number.fen if isinstance(number, Yuan) else number
