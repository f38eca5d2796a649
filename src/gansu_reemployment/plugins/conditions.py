"""The conditions and adjustments of a place (地方条件、地方调整), on the days of their rules."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import FormulaError, GansuError, PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.hooks import LocalFormula
from gansu_reemployment.plugins.local_facts import Open
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.records import names_of, spread
from gansu_reemployment.working.terms import Incomplete

#: The formula that a working evaluates after a measure. An adjustment also takes the result.
AtTheEnd = Callable[..., Any]


@frozen
class Held:
    """A local formula with the region that set it, its plugin, and the facts that were added."""

    region: Region
    local: LocalFormula
    source: Source
    added: frozenset[str] = frozenset()

    @property
    def measure(self) -> str:
        """The name of the measure."""
        return self.local.measure

    def under(self, book: Rulebook, measure: Measure[Any, Any]) -> AtTheEnd | None:
        """Return the formula under the rules of *book*; ``None`` if that lacks its table."""
        if self.local.rules not in book.own:
            return None
        table, rules = book.of(self.local.rules), tuple(self.rules_in(book))
        return _AtTheEnd(self, table, rules, measure.result)

    def rules_in(self, book: Rulebook) -> Iterator[Rule[Any]]:
        """Yield the rules of the formula as *book* holds them."""
        return book.rules_in(self.local.rules)


@frozen
class _AtTheEnd:
    """Evaluates one formula, and stops the case with the plugin's name where that fails."""

    held: Held
    table: Any
    rules: tuple[Rule[Any], ...]
    kind: Any

    def __call__(self, w: Any, facts: Any, *result: Any) -> Any:
        seen = Open(w, facts, self.held.added) if self._lacks(facts) else facts
        # A result unknown as a whole is unknown in every field.
        known = tuple(spread(term, self.kind) for term in result)
        return w.during(self.rules, lambda: self._evaluate(w, seen, *known), *known)

    def _lacks(self, facts: Any) -> bool:
        return not all(hasattr(type(facts), n) or _holds(facts, n) for n in self.held.added)

    def _evaluate(self, w: Any, facts: Any, *result: Any) -> Any:
        try:
            found = self.held.local.formula(w, facts, self.table, *result)
        except Exception as problem:
            own = isinstance(problem, FormulaError)
            if isinstance(problem, (GansuError, Incomplete)) and not own:
                raise
            text = _("{distribution} failed in its formula on {measure}: {problem}")
            told = problem if own else f"{type(problem).__name__}: {problem}"
            source, measure = str(self.held.source), self.held.measure
            raise PluginError(source, text, problem=told, measure=measure) from problem
        if result and (found is None or names_of(found) != names_of(result[0])):
            text = _("{distribution}: its adjustment of {measure} returns no result of that kind.")
            raise PluginError(str(self.held.source), text, measure=self.held.measure)
        return found


def _holds(facts: Any, name: str) -> bool:
    names = vars(facts).get("_fields")
    return name in (vars(facts) if names is None else names)
