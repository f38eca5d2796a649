"""The arithmetic of a decided case with its numbers in it (带数算式).

The case is evaluated once more with the same rows of law, on numbers that remember how they were
computed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from attrs import evolve, field, frozen

from gansu_reemployment.fact_model import Unknown
from gansu_reemployment.fact_model.checked import PartlyKnown
from gansu_reemployment.law.rules import Rule, Used
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.entries import Check
from gansu_reemployment.working.outcome import AnyOutcome
from gansu_reemployment.working.terms import Reason
from gansu_reemployment.working.traced import added, formatted, plain, traced


class TracedWorking(CaseWorking):
    """Evaluates a case on traced numbers, with the rows of law that its outcome used.

    The conditions and adjustments of the place are not evaluated.
    """

    __slots__ = ("_same", "steps")

    def __init__(self, outcome: AnyOutcome[Any]) -> None:
        super().__init__(outcome.on, evolve(outcome.basis, conditions=(), adjustments=()))
        entries = (e.used if isinstance(e, Check) else e for e in outcome.entries)
        self._same = {e.rule.path: e.rule for e in entries if isinstance(e, Used)}
        #: The traced values of each step by its label.
        self.steps: defaultdict[str, list[Any]] = defaultdict(list)

    def _rule(self, rule: Rule[Any]) -> Rule[Any]:
        """Return the rule of that path with the rows of the place."""
        return self._same.get(rule.path, rule)

    def use(self, rule: Rule[Any]) -> Any:
        """Return the value in force, traced."""
        return traced(super().use(self._rule(rule)))

    def use_at(self, rule: Rule[Any], day: Any) -> Any:
        """Return the value in force on *day*, traced."""
        return traced(super().use_at(self._rule(rule), day))

    def cite(self, rule: Rule[Any]) -> None:
        """Log the row of the place."""
        super().cite(self._rule(rule))

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        """Log the condition with the row of the place."""
        super().require(self._rule(rule), condition, reason)

    def require_at(self, rule: Rule[Any], day: Any, condition: Any, reason: Reason) -> None:
        """Log the condition with the row of the place on *day*."""
        super().require_at(self._rule(rule), day, condition, reason)

    def step(self, label: str, term: Any) -> Any:
        """Note how the step was computed; what follows has its value as a plain number."""
        self.steps[label].append(term)
        return traced(plain(super().step(label, term)))

    def in_band(self, table: Any, number: Any) -> Any:
        """Return the value of the band, traced."""
        return traced(super().in_band(table, number))

    def ratio(self, part: Any, whole: Any) -> Any:
        """Return the ratio, computed by a division."""
        return traced(super().ratio(part, whole), ("÷", (part, whole)))

    def share(self, amount: Any, ratio: Any) -> Any:
        """Return the share, computed by a multiplication."""
        return traced(super().share(amount, ratio), ("×", (amount, ratio)))

    def total(self, amounts: Any) -> Any:
        """Return the sum of the amounts that are not zero."""
        if isinstance(amounts, Unknown):
            return amounts
        parts = tuple(amounts)
        return traced(super().total(parts), added(parts))


@frozen
class Arithmetic:
    """How the steps and the result of a case were computed.

    *steps* has the traced value of each step by its label, *result* the traced value.
    """

    steps: Mapping[str, Sequence[Any]] = field(factory=dict)
    result: Any = None

    def of_step(self, label: str, value: Any, locale: str) -> str | None:
        """Return the expression of a step, ``None`` if its value was not computed."""
        same = [one for one in self.steps.get(label, ()) if plain(one) == value]
        return formatted(same[0], locale) if same else None

    def of_field(self, name: str, locale: str) -> str | None:
        """Return the expression of a field of the result, ``None`` if it was not computed."""
        value = getattr(self.result, name, None) if name else self.result
        return formatted(value, locale)


def arithmetic(outcome: AnyOutcome[Any]) -> Arithmetic:
    """Evaluate a decided case once more and return how its numbers were computed.

    It is empty for an outcome of another status, or without its facts, and if the same rows of
    law do not lead to the same value.
    """
    measure, facts = outcome.measure, outcome.facts
    if outcome.status != "decided" or measure is None or facts is None:
        return Arithmetic()
    w = TracedWorking(outcome)
    given = _traced(facts)
    view = w.read(given)
    again = measure(w, view if measure.columns else given, measure.rules())
    return Arithmetic(w.steps, again.value) if again.value == outcome.value else Arithmetic()


def _traced(value: Any) -> Any:
    """Return facts with every number in them traced, at any depth."""
    if isinstance(value, tuple):
        return tuple(map(_traced, value))
    if not attrs.has(type(value)) and type(value) is not PartlyKnown:
        return traced(value)
    # Past the checks, which these facts have passed.
    copy = object.__new__(type(value))
    fields = attrs.fields_dict(type(value)) if attrs.has(type(value)) else ()
    held = {name: getattr(value, name) for name in fields} | getattr(value, "__dict__", {})
    for name, part in held.items():
        object.__setattr__(copy, name, _traced(part))
    return copy
