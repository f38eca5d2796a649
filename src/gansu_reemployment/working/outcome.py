"""The outcome of a working (结果): a value, a refusal with all reasons, or missing facts.

An outcome also has each step, each rule used with its document, the day and region whose law
was applied and the versions that computed it. Its JSON form is in :mod:`.outcome_json`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, Generic, TypeVar

from attrs import evolve, frozen

from gansu_reemployment.fact_model import FactField, describe
from gansu_reemployment.i18n import Choice
from gansu_reemployment.identity import mask
from gansu_reemployment.law.rules import Used
from gansu_reemployment.regions import NATION_ID, Region, find_region
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome_json import json_form, json_text, plain
from gansu_reemployment.working.terms import NotKnown, Reason

T_co = TypeVar("T_co", covariant=True)

#: The characters of a value that ``repr`` shows.
_SHOWN: Final = 80


class Status(Choice):
    """The status of an outcome."""

    DECIDED = "已定", "decided"
    REFUSED = "不予", "refused"
    UNDECIDED = "待定", "undecided"


@frozen
class Step:
    """An intermediate result: a marked label and the value."""

    label: str
    value: Any


@frozen
class Check:
    """A condition of the law: met, or not and why."""

    used: Used
    met: bool
    reason: Reason


@frozen
class Refusal:
    """A refusal under the law (不予): the reason's *code* and sentence, and its rule.

    A local condition written as code has no rule: then *source* names its plugin.
    """

    code: str
    text: str
    used: Used | None = None
    source: str = ""


class Provenance:
    """The versions of library, rulebook and plugins that computed an outcome.

    *rulebook* is its digest, or a function that returns it when it is first needed.
    """

    def __init__(
        self, library: str, rulebook: str | Callable[[], str], plugins: tuple[str, ...] = ()
    ) -> None:
        self.library = library
        self.plugins = plugins
        self._rulebook = rulebook

    @property
    def rulebook(self) -> str:
        """The digest of the rulebook."""
        if not isinstance(self._rulebook, str):
            self._rulebook = self._rulebook()
        return self._rulebook

    def as_json(self) -> dict[str, Any]:
        """Return the versions in JSON's own types."""
        return {
            "library": self.library,
            "rulebook": self.rulebook,
            "plugins": list(self.plugins),
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Provenance) and self.as_json() == other.as_json()

    def __hash__(self) -> int:
        return hash((self.library, self.plugins))

    def __repr__(self) -> str:
        return f"Provenance({self.library!r}, plugins={self.plugins!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Provenance, (self.library, self.rulebook, self.plugins)


@frozen
class Basis:
    """The basis of a working, in addition to the day: the measure, the region, the versions.

    *region* is the region's code, *places* are its layers from the nation down, *conditions*
    are the local conditions, which are evaluated last. *part* is the basis of the measure's part.
    """

    measure: Measure[Any, Any] | None = None
    region: str | None = None
    provenance: Provenance | None = None
    places: tuple[Region, ...] = ()
    conditions: tuple[Callable[[Any, Any], None], ...] = ()
    part: "Basis | None" = None

    def place(self, code: str) -> Region:
        """Return the region with that code, including regions declared by plugins."""
        own = (place for place in self.places if place.id == code)
        return next(own, None) or find_region(code)


#: An entry of a working's log: a rule used, a rule without a known value, a step (label, value),
#: or a check (rule, met, reason). Plain tuples for speed.
Entry = Used | NotKnown | tuple[str, Any] | tuple[Used, bool, Reason]


@frozen(repr=False)
class Outcome(Generic[T_co]):
    """The result of one measure for one case.

    *value* is ``None`` unless the status is decided. *missing* names the facts that are needed and
    unknown, in the order of their class, then the rules without a known value, such as
    ``rule-not-known:insurance.medical_rate``. *log* is the working in order.
    """

    on: date
    value: T_co | None
    log: Sequence[Entry]
    missing: tuple[str, ...] = ()
    basis: Basis = Basis()
    local_refusals: tuple[Refusal, ...] = ()

    @property
    def measure(self) -> Measure[Any, Any] | None:
        """The measure that was evaluated."""
        return self.basis.measure

    @property
    def entries(self) -> tuple[Used | NotKnown | Step | Check, ...]:
        """The working in order: rules used, rules without a known value, steps, checks."""
        return tuple(_entry(entry) for entry in self.log)

    @property
    def status(self) -> Status:
        """Refused if there is any reason, else undecided if a fact is missing, else decided."""
        if self.refusals:
            return Status.REFUSED
        return Status.UNDECIDED if self.missing else Status.DECIDED

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every refusal, in the order of the rules, local ones last."""
        checks = (e for e in self.log if type(e) is tuple and len(e) == 3)
        own = (Refusal(why.code, why.text, used) for used, met, why in checks if not met)
        return (*own, *self.local_refusals)

    @property
    def not_known(self) -> tuple[NotKnown, ...]:
        """The rules that are needed and without a known value, each with its day."""
        return tuple(dict.fromkeys(e for e in self.log if type(e) is NotKnown))

    @property
    def questions(self) -> tuple[FactField | NotKnown | str, ...]:
        """What is missing, in its order: facts of the measure, rules, and facts within facts."""
        known: dict[str, FactField | NotKnown] = {gap.name: gap for gap in self.not_known}
        if self.measure is not None:
            known |= {field.name: field for field in describe(self.measure.facts)}
        return tuple(known.get(name, name) for name in self.missing)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The intermediate results, in order."""
        return tuple(Step(*e) for e in self.log if type(e) is tuple and len(e) == 2)

    @property
    def citations(self) -> tuple[Used, ...]:
        """The rows that the outcome rests on, each once, in the order of use."""
        used = [e[0] if type(e) is tuple else e for e in self.log]
        return tuple({row.key: row for row in used if type(row) is Used}.values())

    def refused(self, refusals: tuple[Refusal, ...]) -> "Outcome[T_co]":
        """Return the outcome with further refusals of a local condition."""
        if not refusals:
            return self
        return evolve(self, value=None, local_refusals=(*self.local_refusals, *refusals))

    def __repr__(self) -> str:
        name = self.measure.name if self.measure else None
        value = mask(str(plain(self.value)))
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        region = self.basis.region or NATION_ID
        return f"Outcome({name}, {self.on}, {region}, {self.status.code}, {shown})"

    def explain(self, locale: str = "zh_CN", *, facts: Any = None, addresses: bool = False) -> str:
        """Explain the outcome line by line in *locale* (``zh_CN`` or ``en``).

        With *facts*, those it was computed from, they are listed too, with the age of a person.
        With *addresses*, each source has the addresses at which it was read.

        Raises:
            UnknownNameError: *locale* is another language.
        """
        from gansu_reemployment.working.explain import explain  # noqa: PLC0415 - on demand only

        return explain(self, locale, facts, addresses=addresses)

    def as_json(self) -> dict[str, Any]:
        """Return the versioned JSON form: plain dicts, lists, strings, numbers."""
        return json_form(self)

    def as_json_text(self) -> str:
        """Return the JSON form as text; each row of the law is encoded once for all cases."""
        return json_text(self)


def _entry(entry: Entry) -> Used | NotKnown | Step | Check:
    if isinstance(entry, (Used, NotKnown)):
        return entry
    return Step(*entry) if len(entry) == 2 else Check(*entry)
