"""A measure at one bureau (在本机构办理一项措施): the method that a bureau has for it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.dates import need_plain
from gansu_reemployment.errors import ArgumentError
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import InForce
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.description import described
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau

F = TypeVar("F")
T = TypeVar("T")

#: The number of days whose rows in force are kept.
_DAYS_KEPT = 64


class Decision(Generic[F, T]):
    """A measure under the rules of one bureau; calling it evaluates the measure for a case."""

    def __init__(self, measure: Measure[Any, T], bureau: "Bureau") -> None:
        self.measure = measure
        self.__name__: str = measure.name
        self._bureau = bureau
        self._basis = bureau.basis(measure)
        self._rules = bureau.rulebook.of(measure.rules)
        #: Completes facts that were written down without those that the place adds.
        self._complete = bureau.completion(measure)
        #: The rows in force by day: cases of one day look each of them up once.
        self._laws: dict[date, InForce] = {}

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """The facts, result and refusals of the measure, and an example."""
        return described(self.measure)

    def __call__(self, facts: F | Mapping[str, Any], *, on: date) -> Outcome[T]:
        """Evaluate the measure for *facts* under the law of the day *on*.

        *facts* are an object of the measure's class, or a plain dict of the same names, which is
        read as :func:`~.fact_model.readers.read_facts` does.

        Raises:
            ArgumentError: *facts* are of another class.
            DateError: *on* is not a plain date.
            InvalidFactsError: the facts have faults; it names all of them.
        """
        return self.decide(facts, on)

    def decide(self, facts: F | Mapping[str, Any], on: date) -> Outcome[T]:
        """Evaluate the measure as a call does, in less time than an object that is called."""
        law = self._laws.get(on)
        if law is None:
            law = self._law(on)
        case = CaseWorking(on, self._basis, law)
        given: Any = facts if type(facts) is self.measure.facts else self._taken(facts)
        view = case.read(given)
        outcome: Outcome[T] = self.measure.work(
            case, view if self.measure.columns else given, self._rules
        )
        return outcome

    def _taken(self, facts: Any) -> Any:
        """Return *facts* as an object of the measure's class, with the facts of the place."""
        kind = self.measure.facts
        if isinstance(facts, Mapping):
            return read_facts(kind, facts)
        given = self._complete(facts) if self._complete else facts
        if not isinstance(given, kind):
            text = _("{measure} takes facts of the class {kind!s}, or a dict of them, not {given}.")
            values = {"kind": kind.__name__, "given": type(facts).__name__}
            raise ArgumentError(text, measure=self.measure.name, **values)
        return given

    def _law(self, on: date) -> InForce:
        if type(on) is not date:
            need_plain(on)
        if len(self._laws) >= _DAYS_KEPT:
            self._laws.clear()
        return self._laws.setdefault(on, InForce(on))

    def __reduce__(self) -> tuple[Any, ...]:
        return _decision, (self._bureau, self.measure.name)

    def __repr__(self) -> str:
        return f"<{self.measure.name} of {self._basis.region}>"


def _decision(bureau: "Bureau", name: str) -> Decision[Any, Any]:
    return bureau.decision(bureau.find_measure(name))


class Decides(Generic[F, T]):
    """The attribute of a bureau that is the measure of its name, loaded on first use."""

    name: str = ""

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """The measure's own docstring."""
        return described(find_measure(self.name))

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, bureau: None, owner: type) -> Self: ...
    @overload
    def __get__(self, bureau: object, owner: type) -> Decision[F, T]: ...
    def __get__(self, bureau: Any, owner: type) -> Any:
        """Return the measure at *bureau*, which is kept for the next call."""
        if bureau is None:
            return self
        decision: Decision[F, T] = bureau.decision(find_measure(self.name))
        vars(bureau)[self.name] = decision
        return decision
