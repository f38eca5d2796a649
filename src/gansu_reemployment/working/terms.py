"""What a measure may do with a fact or a value, whatever the working holds it in.

In a case working a term is the plain value itself; in a column working it is an expression
over a dataframe. A measure compares terms, adds them, combines conditions with ``&`` and
``|``, and hands them to the working for everything else. That is all the types here allow,
so that mypy refuses a measure that would run in one working only.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, Protocol, TypeVar

from attrs import frozen

from gansu_reemployment.facts import Unknown
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.money import Yuan

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)
Out_co = TypeVar("Out_co", covariant=True)


class Term(Protocol[T_co]):  # noqa: PLW1641 - a term is never hashed
    """A value of the kind *T* that a measure works with."""

    def __eq__(self, other: object) -> "Condition": ...  # type: ignore[override]
    def __ne__(self, other: object) -> "Condition": ...  # type: ignore[override]
    def __lt__(self, other: Any) -> "Condition": ...
    def __le__(self, other: Any) -> "Condition": ...
    def __gt__(self, other: Any) -> "Condition": ...
    def __ge__(self, other: Any) -> "Condition": ...
    def __add__(self, other: Any) -> "Term[T_co]": ...
    def __sub__(self, other: Any) -> "Term[T_co]": ...
    def __mul__(self, other: Any) -> "Term[T_co]": ...
    def __and__(self, other: Any) -> "Condition": ...
    def __or__(self, other: Any) -> "Condition": ...


#: A yes or no that may be unknown; ``False & unknown`` is no, ``True | unknown`` is yes.
Condition = Term[bool]


class Facts(Protocol[F_co]):
    """The facts of the class *F* as a working shows them to a measure.

    A fact that the class does not have raises ``AttributeError``; one that nobody knows is a
    term that ends the working undecided wherever it is needed.
    """

    def __getattr__(self, name: str) -> Any: ...


#: What is missing where no value of a rule is known: this, and the path of the rule.
RULE_NOT_KNOWN: Final = "rule-not-known:"


class Undecided(Exception):  # noqa: N818 - not an error: it ends a function early
    """Ends a function that cannot go on: *unknown* names the facts or the rule that it needs."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.unknown = Unknown(names)


@frozen
class Reason:
    """Why the law says no (不予认定的理由): a stable *code*, and a marked sentence."""

    code: str
    text: str


def in_order(missing: Iterable[str], names: Sequence[str]) -> list[str]:
    """Sort what is missing: the facts in the order of their class, then all else as asked."""
    places = {name: place for place, name in enumerate(names)}
    return sorted(missing, key=lambda name: places.get(name, len(places)))


class Working(Protocol[Out_co]):
    """The only way in which a measure reads a rule, takes a step, refuses, chooses or rounds."""

    def use(self, rule: Rule[T]) -> Term[T]:
        """Give the value of *rule* on the day of the law, and note the row as used.

        Where no value is known but it is open whether one is needed, it is an unknown one.
        """

    def cite(self, rule: Rule[Any]) -> None:
        """Note *rule*, most often a reading, as used on the day of the law."""

    def use_at(self, rule: Rule[T], day: Term[date] | date) -> Term[T]:
        """Give the value of *rule* on *day*, such as that of a contract, and note the row."""

    def step(self, label: str, term: Term[T] | T) -> Term[T]:
        """Note an intermediate result under a marked *label*, and give it back."""

    def keep(self, term: Any) -> Any:
        """Hold a term that is used several times, so that columns work it once."""

    def require(self, rule: Rule[Any], condition: Condition, reason: Reason) -> None:
        """Refuse for *reason*, resting on *rule*, wherever *condition* does not hold."""

    def refuse(self, rule: Rule[Any], condition: Condition, reason: Reason) -> None:
        """Refuse for *reason*, resting on *rule*, wherever *condition* holds."""

    def choose(self, condition: Condition, yes: Term[T] | T, no: Term[T] | T) -> Term[T]:
        """Give *yes* where *condition* holds, else *no*."""

    def branch(
        self, condition: Condition, yes: Callable[[], Any], no: Callable[[], Any]
    ) -> Term[Any]:
        """Work *yes* where *condition* holds, else *no*; rules count only where worked."""

    def match(self, rule: Rule[Any], table: Mapping[Any, Callable[[], Any]]) -> Term[Any]:
        """Work the entry of *table* for the form that *rule* prescribes."""

    def among(self, term: Term[T] | T, values: Term[frozenset[T]] | frozenset[T]) -> Condition:
        """Tell whether *term* is one of *values*."""

    def least(self, first: Term[T] | T, second: Term[T] | T) -> Term[T]:
        """Give the smaller of the two."""

    def most(self, first: Term[T] | T, second: Term[T] | T) -> Term[T]:
        """Give the larger of the two."""

    def ratio(self, part: Any, whole: Any) -> Term[Fraction]:
        """Give the exact ratio of two numbers or amounts; *whole* must not be zero."""

    def share(self, amount: Term[Yuan] | Yuan, ratio: Term[Fraction] | Fraction) -> Term[Yuan]:
        """Give *ratio* of *amount*, rounded half up to the fen."""

    def full_years(self, born_on: Term[date], by: Term[date] | date | None = None) -> Term[int]:
        """Give the age in full years (周岁) on the day of the law, or on the day *by*."""

    def reached(
        self, born_on: Term[date], years: Term[int], by: Term[date] | date | None = None
    ) -> Condition:
        """Tell whether the age has been reached; cheaper in columns than a comparison."""

    def day(self) -> Term[date]:
        """Give the day whose law applies."""

    def year_end(self) -> Term[date]:
        """Give 31 December of the year of the day whose law applies."""

    def last_day(self, first: Term[date] | date, years: Term[int] | int) -> Term[date]:
        """Give the last day of a term of *years*: the day before the anniversary of *first*."""

    def anniversary(self, first: Term[date] | date, years: int) -> Term[date]:
        """Give the day *years* after *first*; the last day of February where it has no such day."""

    def days(self, first: Term[date] | date, until: Term[date] | date) -> Term[int]:
        """Count the days from *first* to *until*, the last one out; below zero if it is earlier."""

    def total(self, amounts: Term[tuple[Yuan, ...]]) -> Term[Yuan]:
        """Add amounts; where a row stands for many, its column holds the sum already."""

    def record(self, kind: type[T], **terms: Any) -> Term[T]:
        """Put several results into one value of the class *kind*."""

    def field(self, record: Term[Any], name: str) -> Term[Any]:
        """Give one field of a record, which may have been chosen by a branch."""

    def outcome(self, value: Any) -> Out_co:
        """End the working: the value, a refusal with all reasons, or all open questions."""
