"""The outcome of a working (结果): decided, refused with all reasons, or undecided.

An outcome also has each step, each rule used with its document, the day and region whose law
was applied, the facts that were read and the versions that computed it. Its JSON form is in
:mod:`.outcome_json`. A check of the status narrows the type, and so does a ``match``::

    if outcome.status == "decided":
        print(outcome.value)        # never None here
"""

from datetime import date
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Generic,
    Literal,
    NoReturn,
    TypeAlias,
    TypeVar,
)

from attrs import frozen

from gansu_reemployment.errors import NotDecidedError, TruthValueError
from gansu_reemployment.fact_model import FactField, describe
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.identity import mask
from gansu_reemployment.law.rules import Used
from gansu_reemployment.law.suppositions import Supposition
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.basis import Basis, Provenance
from gansu_reemployment.working.entries import Check, Entry, Refusal, Step, as_line
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome_json import json_form, json_text, plain
from gansu_reemployment.working.terms import NotKnown

__all__ = [
    "AnyOutcome",
    "Basis",
    "Decided",
    "Outcome",
    "Provenance",
    "Refused",
    "Status",
    "StatusCode",
    "Undecided",
]

T_co = TypeVar("T_co", covariant=True)

#: The characters of a value that ``repr`` shows.
_SHOWN: Final = 80
#: The spellings of a status in code and files.
StatusCode: TypeAlias = Literal["decided", "refused", "undecided"]


class Status(Choice):
    """The status of an outcome, as a term of both languages; outcomes have its code."""

    DECIDED = "已定", "decided"
    REFUSED = "不予", "refused"
    UNDECIDED = "待定", "undecided"


@frozen(slots=False, repr=False)
class AnyOutcome(Generic[T_co]):
    """The attributes of every outcome: the day, the *log* of the working in order, its basis.

    *facts* are those that were read, ``None`` if a formula was evaluated alone. Outcomes are equal
    if all of these and the answer are. An outcome is neither true nor false.
    """

    on: date
    log: tuple[Entry, ...]
    basis: Basis
    facts: Any

    if TYPE_CHECKING:

        @property
        def status(self) -> StatusCode:
            """``decided``, ``refused`` or ``undecided``."""

        @property
        def value(self) -> T_co | None:
            """The value; ``None`` unless it is decided."""

        @property
        def missing(self) -> tuple[str, ...]:
            """The names of the facts and rules that are needed and unknown."""

    @property
    def measure(self) -> Measure[Any, Any] | None:
        """The measure that was evaluated."""
        return self.basis.measure

    @property
    def supposed(self) -> tuple[Supposition, ...]:
        """The hypothetical values under which it was computed; then it is not the law's answer."""
        return self.basis.supposed

    @property
    def entries(self) -> tuple[Used | NotKnown | Step | Check, ...]:
        """The working in order: rules used, rules without a known value, steps, checks."""
        return tuple(as_line(entry) for entry in self.log)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every refusal, in the order of the rules, local ones last."""
        checks = (e for e in self.log if type(e) is tuple and len(e) == 3)
        return tuple(Refusal(why.code, why.text, used) for used, met, why in checks if not met)

    @property
    def not_known(self) -> tuple[NotKnown, ...]:
        """The rules that are needed and without a known value, each with its day."""
        return tuple(dict.fromkeys(e for e in self.log if type(e) is NotKnown))

    @property
    def questions(self) -> tuple[FactField | NotKnown | str, ...]:
        """The missing items in order: facts of the measure, rules, and facts within facts."""
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

    def explain(
        self,
        locale: str = "zh_CN",
        *,
        facts: Any = None,
        addresses: bool = False,
        arithmetic: bool = False,
    ) -> str:
        """Explain the outcome line by line in *locale* (``zh_CN`` or ``en``).

        With *facts*, those it was computed from, they are listed too, with the age of a person.
        With *addresses*, each source has the addresses at which it was read, and the notes on it.
        With *arithmetic*, each computed number is followed by what it was computed from, after
        ``≈`` where it was rounded; the case is evaluated once more for that.

        Raises:
            UnknownNameError: *locale* is another language.
        """
        from gansu_reemployment.working.explain import explain  # noqa: PLC0415 - on demand only

        return explain(self, locale, facts, addresses=addresses, arithmetic=arithmetic)

    def as_json(self) -> dict[str, Any]:
        """Return the versioned JSON form: plain dicts, lists, strings, numbers."""
        return json_form(self)

    def as_json_text(self) -> str:
        """Return the JSON form as text; each row of the law is encoded once for all cases."""
        return json_text(self)

    def to_html(self, locale: str = "zh_CN") -> str:
        """Return the outcome as a part of a page: result, facts, the way to it, sources.

        Every text is escaped, sources with an address are links, and there are no scripts.

        Raises:
            UnknownNameError: *locale* is another language than ``zh_CN`` or ``en``.
        """
        from gansu_reemployment.working.page import outcome_html  # noqa: PLC0415 - on demand only

        return outcome_html(self, locale)

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        name = self.measure.name if self.measure else None
        value = mask(str(plain(self.value)))
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        region = self.basis.region or NATION_ID
        return f"Outcome({name}, {self.on}, {region}, {self.status}, {shown})"

    def __hash__(self) -> int:
        return hash((type(self), self.on, self.basis.region, self.facts, self.missing))

    def __bool__(self) -> NoReturn:
        raise TruthValueError(
            _(
                "An outcome is neither true nor false, for an undecided one is neither yes nor "
                'no. Ask for outcome.status == "decided", or call outcome.unwrap().'
            )
        )


@frozen(slots=False, repr=False)
class Decided(AnyOutcome[T_co]):
    """An outcome with a *value*, which may be zero."""

    status: ClassVar[Literal["decided"]] = "decided"
    missing: ClassVar[tuple[()]] = ()
    value: T_co

    def __hash__(self) -> int:
        return AnyOutcome.__hash__(self)

    def unwrap(self) -> T_co:
        """Return the value."""
        return self.value


@frozen(slots=False, repr=False)
class Refused(AnyOutcome[T_co]):
    """An outcome with at least one refusal; *missing* are the facts that were also unknown."""

    status: ClassVar[Literal["refused"]] = "refused"
    value: ClassVar[None] = None
    missing: tuple[str, ...]

    def __hash__(self) -> int:
        return AnyOutcome.__hash__(self)

    def unwrap(self) -> NoReturn:
        """Raise the refusals.

        Raises:
            NotDecidedError: there is no value; every refusal is named.
        """
        reasons = (Message(_("{text} ({code})"), _reason(one)) for one in self.refusals)
        raise NotDecidedError(_("The outcome is refused and has no value:"), reasons)


@frozen(slots=False, repr=False)
class Undecided(AnyOutcome[T_co]):
    """An outcome without refusals that needs more.

    *missing* names the facts that are needed and unknown, in the order of their class, then the
    rules without a known value, such as ``rule-not-known:insurance.medical_rate``.
    """

    status: ClassVar[Literal["undecided"]] = "undecided"
    value: ClassVar[None] = None
    missing: tuple[str, ...]

    def __hash__(self) -> int:
        return AnyOutcome.__hash__(self)

    def unwrap(self) -> NoReturn:
        """Raise the questions.

        Raises:
            NotDecidedError: there is no value; everything missing is named.
        """
        missing = (Message("{missing}", {"missing": one}) for one in self.questions)
        raise NotDecidedError(_("The outcome is undecided and has no value. Missing:"), missing)


#: The result of one measure for one case: one of the three classes, told apart by *status*.
Outcome: TypeAlias = Decided[T_co] | Refused[T_co] | Undecided[T_co]


def _reason(refusal: Refusal) -> dict[str, Any]:
    return {"text": Message(refusal.text), "code": refusal.code}
