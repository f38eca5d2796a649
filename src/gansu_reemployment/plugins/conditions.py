"""The conditions of a place at work (地方条件执行): guarded, on the days of their rules."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import GansuError, PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.hooks import LocalCondition
from gansu_reemployment.plugins.local_facts import Open
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.terms import Incomplete

#: What a working evaluates at the end of a measure.
AtTheEnd = Callable[[Any, Any], None]


@frozen
class Held:
    """A local condition with the region that set it, its plugin, and the facts that were added."""

    region: Region
    condition: LocalCondition
    source: Source
    added: frozenset[str] = frozenset()

    @property
    def measure(self) -> str:
        """The name of the measure."""
        return self.condition.measure

    def under(self, book: Rulebook) -> AtTheEnd | None:
        """Return the condition under the rules of *book*; ``None`` if that lacks its table."""
        if self.condition.rules not in book.own:
            return None
        return _AtTheEnd(self, book.of(self.condition.rules), tuple(self.rules_in(book)))

    def rules_in(self, book: Rulebook) -> Iterator[Rule[Any]]:
        """Yield the rules of the condition as *book* holds them."""
        return book.rules_in(self.condition.rules)


@frozen
class _AtTheEnd:
    """Evaluates one condition, and stops the case with the plugin's name where that fails."""

    held: Held
    table: Any
    rules: tuple[Rule[Any], ...]

    def __call__(self, w: Any, facts: Any) -> None:
        seen = Open(w, facts, self.held.added) if self._lacks(facts) else facts
        w.during(self.rules, lambda: self._evaluate(w, seen))

    def _lacks(self, facts: Any) -> bool:
        return not all(hasattr(type(facts), n) or _holds(facts, n) for n in self.held.added)

    def _evaluate(self, w: Any, facts: Any) -> None:
        try:
            self.held.condition.formula(w, facts, self.table)
        except (GansuError, Incomplete):
            raise
        except Exception as problem:
            text = _("{distribution} failed in its condition on {measure}: {problem}")
            told = f"{type(problem).__name__}: {problem}"
            source, measure = str(self.held.source), self.held.measure
            raise PluginError(source, text, problem=told, measure=measure) from problem


def _holds(facts: Any, name: str) -> bool:
    names = vars(facts).get("_fields")
    return name in (vars(facts) if names is None else names)
