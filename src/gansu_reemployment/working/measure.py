"""A measure (政策措施): its names, facts, rules, result and formula, written down once.

>>> from gansu_reemployment.catalogue import find_measure
>>> find_measure("hardship").zh
'“4050”人员认定'
"""

import typing
from collections.abc import Callable
from functools import cache, wraps
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve, frozen

from gansu_reemployment.i18n import Named
from gansu_reemployment.working.terms import Incomplete

if TYPE_CHECKING:
    from gansu_reemployment.working.outcome import Outcome

F = TypeVar("F")
R = TypeVar("R")
T = TypeVar("T")
W = TypeVar("W")


@frozen(eq=False)
class Measure(Named, Generic[F, T]):
    """A measure whose facts are of the class *F* and whose value is a *T*.

    Calling it evaluates it: ``measure(working, facts, rules)`` returns the outcome.

    Args:
        name: the name of its formula, which columns and files use.
        zh: the Chinese name; authoritative.
        en: the English name.
        work: the function of a working, the view of the facts and the rules.
        facts: the class of the facts.
        rules: the class of the rules; its national rows are the defaults.
        columns: whether it also runs over dataframes.
        part: the measure that it evaluates for each part of its facts, if any.
        result: the type of the value.
        function: the formula as written.
    """

    name: str
    zh: str
    en: str
    work: Callable[..., Any]
    facts: type[Any]
    rules: type[Any]
    columns: bool = True
    part: "Measure[Any, Any] | None" = None
    result: Any = None
    function: Callable[..., Any] | None = None

    def __call__(self, w: Any, facts: Any, rules: Any) -> "Outcome[T]":
        """Evaluate the measure with a working, and return its outcome."""
        outcome: Outcome[T] = self.work(w, facts, rules)
        return outcome

    def __reduce__(self) -> tuple[Any, ...]:
        # The formula is found by its name again, also in another process.
        function = self.function or self.work
        return _restored, (function.__module__, self.name, self.facts)


@cache
def with_facts_of(measure: Measure[Any, Any], facts: Any) -> Measure[Any, Any]:
    """Return the measure with facts of another class, which adds to its own."""
    return measure if facts is measure.facts else evolve(measure, facts=facts)


def _restored(module: str, name: str, facts: Any) -> Measure[Any, Any]:
    found = vars(import_module(module)).values()
    measure = next(one for one in found if isinstance(one, Measure) and one.name == name)
    return with_facts_of(measure, facts)


def measure(
    zh: str,
    en: str,
    *,
    columns: bool = True,
    part: Measure[Any, Any] | None = None,
) -> Callable[[Callable[[W, F, R], T]], Measure[F, T]]:
    """Make a formula of a working, facts and rules a measure of the formula's name.

    The classes of facts, rules and result are those of its annotations. With ``columns=False``
    it is a case function: by nature a loop, such as a schedule. It takes the facts as they were
    stated, runs untranslated, and raises :class:`Incomplete` if a fact is unknown.
    """

    def made(function: Callable[[W, F, R], T]) -> Measure[F, T]:
        hints = typing.get_type_hints(function)
        _w, facts, rules = (_class_of(hints[name]) for name in signature(function).parameters)
        work = _column_work(function) if columns else _case_work(function)
        result = hints["return"]
        name = function.__name__
        return Measure(name, zh, en, work, facts, rules, columns, part, result, function)

    return made


def _class_of(hint: Any) -> Any:
    return typing.get_origin(hint) or hint


def _column_work(function: Callable[..., Any]) -> Callable[..., Any]:
    translated: Callable[..., Any] | None = None

    @wraps(function)
    def work(w: Any, facts: Any, rules: Any) -> Any:
        nonlocal translated
        if w.plain:
            try:
                return w.outcome(function(w, facts, rules))
            except Incomplete:
                w.restart()
        if translated is None:
            from gansu_reemployment.working.translation import translate  # noqa: PLC0415 - on need

            translated = translate(function)
        return w.outcome(translated(w, facts, rules))

    return work


def _case_work(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def work(w: Any, facts: Any, rules: Any) -> Any:
        w.as_written = True
        try:
            return w.outcome(function(w, facts, rules))
        except Incomplete as undecided:
            if not w.plain:
                return w.outcome(undecided.unknown)
        # Once more with its formulas translated, so that they go on to every refusal.
        w.restart()
        try:
            return w.outcome(function(w, facts, rules))
        except Incomplete as undecided:
            return w.outcome(undecided.unknown)

    return work
