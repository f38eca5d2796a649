"""The log of one case (单案演算记录): each row used, step, refusal and missing fact.

A branch whose condition is unknown is open. In an open branch a failed condition is not a refusal,
and a rule without a value is not yet needed: the case asks for the facts that decide whether the
branch applies.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, Unknown, birth_faults, births
from gansu_reemployment.law.rules import InForce, Rule, Used
from gansu_reemployment.working.basis import Basis
from gansu_reemployment.working.entries import Entry
from gansu_reemployment.working.outcome import Decided, Outcome, Refused, Undecided
from gansu_reemployment.working.records import whole
from gansu_reemployment.working.terms import (
    PRESUMED,
    RULE_NOT_KNOWN,
    Incomplete,
    NotKnown,
    Reason,
    in_order,
    presumed,
)


class CaseLog:
    """Record what a case reads, refuses and lacks under the law of the day *on*."""

    __slots__ = (
        "_absent",
        "_facts",
        "_law",
        "_log",
        "_marks",
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
        law: InForce | None = None,
    ) -> None:
        self.on: date = on
        self.basis: Basis = basis
        #: The rows in force on the day, which cases of one day share.
        self._law = InForce(on) if law is None else law
        #: Whether every fact is known, so that formulas run as they are written.
        self.plain: bool = False
        #: Whether a case function runs, which is never translated.
        self.as_written: bool = False
        #: Whether formulas are translated though every fact is known.
        self._translated = False
        self._facts: Any = None
        self._view: Any = None
        #: The presumed facts, which come first in the log.
        self._marks: tuple[Entry, ...] = ()
        self._log: list[Entry] = []
        #: The names of what is missing, in the order in which it was asked for.
        self._missing: dict[str, None] = {}
        self._refused = False
        #: The condition of the branch that is being evaluated, where that condition is unknown.
        self._open: Unknown | None = None
        #: The unknown values returned for rules without a known value.
        self._absent: tuple[Unknown, ...] = ()

    def restart(self) -> None:
        """Begin again with formulas translated, since a value that is needed is unknown."""
        self.plain = False
        self._translated = True
        self._log = [*self._marks]
        self._missing, self._refused = {}, False
        self._open, self._absent = None, ()

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
        view = facts.view
        self.plain = view is None and not self._translated
        if self._facts is None:
            # A measure may read further facts for its parts; those of the case come first.
            self._facts = facts
        self._view = facts if view is None else view
        if facts.presumed:
            self._mark(facts)
        return self._view

    def _mark(self, facts: CheckedFacts) -> None:
        """Log once what was presumed in order."""
        mark = PRESUMED, presumed(facts)
        if mark not in self._marks:
            self._marks = (*self._marks, mark)
            self._log.append(mark)

    def use(self, rule: Rule[Any]) -> Any:
        """Return the value in force, and log the row as used."""
        used = self._law[rule]
        if used is None:
            return self._unknown_value(rule, self.on)
        self._log.append(used)
        return used.provision.value

    def cite(self, rule: Rule[Any]) -> None:
        """Log the row in force as used, without reading a value."""
        used = self._law[rule]
        if used is None:
            self.ask_rule(rule, self.on)
        else:
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
            Incomplete: the formula runs as it is written and cannot go on without the value.
        """
        unknown = self.ask_rule(rule, day)
        if self.plain or self.as_written:
            raise Incomplete(*unknown.names)
        self._absent = (*self._absent, unknown)
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
        """Log an intermediate result, and return it; an unknown one is not logged."""
        if type(term) is not Unknown and self._open is None:
            self._log.append((label, term))
        return term

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Log the condition as met, as a refusal, or as an open question.

        Where the rule is not in force there is no refusal: the case is undecided and names it.
        """
        used = self._law[rule]
        if used is None:
            self.ask_rule(rule, self.on)
        else:
            self._require(used, condition, reason)

    def require_at(self, rule: Rule[Any], day: Any, condition: Any, reason: Reason) -> None:
        """Log a condition that rests on the law of *day*, such as the day of an approval."""
        if type(day) is Unknown:
            # Without the rule that sets the day it is open whether the branch matters.
            lacking = any(name.startswith(RULE_NOT_KNOWN) for name in day.names)
            self._ask(day.with_(condition, None if lacking else self._open))
            return
        used = rule.reading(day)
        if used is None:
            self.ask_rule(rule, day)
            return
        self._require(used, condition, reason)

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

    def outcome(self, value: Any) -> Outcome[Any]:
        """Evaluate the conditions and adjustments of the place, and return the outcome."""
        # Conditions of the place continue where a value is unknown, like formulas.
        self.as_written = False
        basis = self.basis
        for condition in basis.conditions:
            condition(self, self._view)
        for adjustment in basis.adjustments:
            value = adjustment(self, self._view, value)
        if not self.plain:
            value = whole(value)
        if type(value) is Unknown:
            self._ask(value)
        log = tuple(self._log)
        if self._refused:
            return Refused(self.on, log, basis, self._facts, self._missing_in_order())
        if self._missing:
            return Undecided(self.on, log, basis, self._facts, self._missing_in_order())
        return Decided(self.on, log, basis, self._facts, value)

    def _missing_in_order(self) -> tuple[str, ...]:
        if len(self._missing) > 1 and self._view is not None:
            return tuple(in_order(self._missing, vars(self._view)))
        return tuple(self._missing)

    def _ask(self, unknown: Unknown) -> Unknown:
        for name in unknown.names:
            self._missing[name] = None
        return unknown
