"""Facts that a place adds to a measure (地方事实), as a class of facts of its own."""

from collections.abc import Iterable
from functools import cache
from types import new_class
from typing import Any

import attrs
from attrs import frozen

from gansu_reemployment.errors import RulebookError
from gansu_reemployment.fact_model import CheckedFacts, Unknown, describe
from gansu_reemployment.fact_model.fields import FactSpec, fact_of, spec_of
from gansu_reemployment.i18n import _
from gansu_reemployment.objects.copies import MadeClass, restored_by_call
from gansu_reemployment.plugins.hooks import LocalFacts
from gansu_reemployment.working.measure import Measure, with_facts_of
from gansu_reemployment.working.terms import Incomplete


def with_facts(measure: Measure[Any, Any], added: Iterable[LocalFacts]) -> Measure[Any, Any]:
    """Return *measure* with the facts that places add to it.

    Raises:
        RulebookError: the measure has a fact of that name already.
    """
    facts: dict[str, Any] = {}
    for one in added:
        facts = {**one.facts, **facts}
    for name in facts.keys() & {field.name for field in describe(measure.facts)}:
        text = _("{measure} has a fact {name} already; an added fact needs another name.")
        raise RulebookError(text, measure=measure.name, name=name)
    specs = tuple((name, spec_of(one)) for name, one in facts.items())
    kind: Any = measure.facts
    return with_facts_of(measure, _extended(kind, specs)) if specs else measure


def kind_of(fact: Any) -> type[Any]:
    """Return the type of an added fact: yes or no, unless it names another."""
    kind: type[Any] = fact.type or bool
    return kind


class _MadeFacts(MadeClass, type(CheckedFacts)):  # type: ignore[misc] # the class of facts' own
    """The class of a class of facts with those that a place adds."""


restored_by_call(_MadeFacts)


@cache
def _extended(kind: Any, specs: tuple[tuple[str, FactSpec], ...]) -> Any:
    """Build the class of facts *kind* with further facts, each of which may be unknown."""
    facts = {name: fact_of(spec) for name, spec in specs}
    body = {
        **{name: _field(fact) for name, fact in facts.items()},
        "__annotations__": {name: kind_of(fact) | None for name, fact in facts.items()},
        "__module__": kind.__module__,
        "__doc__": kind.__doc__,
        "made_by": (_extended, (kind, specs)),
    }
    made = new_class(kind.__name__, (kind,), {"metaclass": _MadeFacts}, lambda s: s.update(body))
    return frozen(kw_only=True, slots=False)(made)


def _field(fact: Any) -> Any:
    """Return an equal field without a type, which the annotation of the class states."""
    return attrs.field(default=fact._default, metadata=fact.metadata)  # noqa: SLF001 - attrs has no other way


def extended_to(kind: type[Any], facts: Any) -> Any:
    """Return *facts* as facts of the class *kind*, those that were added unknown."""
    if type(facts) is kind or not isinstance(facts, CheckedFacts):
        return facts
    known = {field.name for field in describe(kind)}
    return kind(
        presumed=facts.presumed,
        **{f.name: getattr(facts, f.name) for f in describe(type(facts)) if f.name in known},
    )


@frozen
class Open:
    """Facts without those that a place adds, such as a part of another measure's facts."""

    working: Any
    facts: Any
    added: frozenset[str]

    def __getattr__(self, name: str) -> Any:
        if name not in self.added:
            return getattr(self.facts, name)
        if self.working.plain:
            raise Incomplete(name)
        return Unknown((name,))
