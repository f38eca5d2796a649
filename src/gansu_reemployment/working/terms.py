"""Terms: the operations of a measure on a fact or a value, in either kind of working.

In a case working a term is the plain value; in a column working it is an expression over a
dataframe. A measure compares terms, adds them, combines conditions with ``&`` and ``|``, and
uses the working for everything else. The types here allow only that, so that mypy rejects a
measure that would run in only one kind of working.
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
    """A value of the type *T* in a measure."""

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


#: A yes or no that may be unknown; ``False & unknown`` is false, ``True | unknown`` is true.
Condition = Term[bool]


class Facts(Protocol[F_co]):
    """The facts of the class *F* as a working shows them to a measure.

    A fact that the class does not have raises ``AttributeError``; an unknown fact is a term that
    makes the outcome undecided if it is needed.
    """

    def __getattr__(self, name: str) -> Any: ...


#: What is missing where no value of a rule is known: this, and the path of the rule.
RULE_NOT_KNOWN: Final = "rule-not-known:"


@frozen
class NotKnown:
    """A rule that was needed, and the day for which no value of it is known (未查到的规定)."""

    rule: Rule[Any]
    day: date

    @property
    def name(self) -> str:
        """The name among what is missing, such as ``rule-not-known:insurance.medical_rate``."""
        return f"{RULE_NOT_KNOWN}{self.rule.path}"

    def show(self, locale: str) -> str:
        """Format the rule in its language with its path, and the day."""
        return self.rule.not_known(self.day).say(locale)


class Undecided(Exception):  # noqa: N818 - not an error: it ends a function early
    """Ends a function that cannot go on: *unknown* names the facts or the rule that it needs."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.unknown = Unknown(names)


@frozen
class Reason:
    """A reason for a refusal (不予认定的理由): a stable *code*, and a marked sentence."""

    code: str
    text: str


def in_order(missing: Iterable[str], names: Sequence[str]) -> list[str]:
    """Sort *missing*: facts in the order of their class, then other names in their own order."""
    order = {name: index for index, name in enumerate(names)}
    return sorted(missing, key=lambda name: order.get(name, len(order)))


class Working(Protocol[Out_co]):
    """The interface for a measure to read rules, record steps, refuse, choose and round."""

    def use(self, rule: Rule[T]) -> Term[T]:
        """Return the value of *rule* on the day of the law, and record the row as used.

        If no value is known and it is undetermined whether one is needed, it is unknown.
        """

    def cite(self, rule: Rule[Any]) -> None:
        """Record *rule*, usually a reading, as used on the day of the law."""

    def use_at(self, rule: Rule[T], day: Term[date] | date) -> Term[T]:
        """Return the value of *rule* on *day*, such as that of a contract, and record the row."""

    def step(self, label: str, term: Term[T] | T) -> Term[T]:
        """Record an intermediate result under a marked *label*, and return it."""

    def keep(self, term: Any) -> Any:
        """Return a term that is used several times, so that columns compute it once."""

    def require(self, rule: Rule[Any], condition: Condition, reason: Reason) -> None:
        """Refuse for *reason* under *rule* unless *condition* is true."""

    def refuse(self, rule: Rule[Any], condition: Condition, reason: Reason) -> None:
        """Refuse for *reason* under *rule* if *condition* is true."""

    def choose(self, condition: Condition, yes: Term[T] | T, no: Term[T] | T) -> Term[T]:
        """Return *yes* if *condition* is true, else *no*."""

    def branch(
        self, condition: Condition, yes: Callable[[], Any], no: Callable[[], Any]
    ) -> Term[Any]:
        """Evaluate *yes* if *condition* is true, else *no*; only rules that are evaluated count."""

    def match(self, rule: Rule[Any], table: Mapping[Any, Callable[[], Any]]) -> Term[Any]:
        """Evaluate the entry of *table* for the form that *rule* prescribes."""

    def among(self, term: Term[T] | T, values: Term[frozenset[T]] | frozenset[T]) -> Condition:
        """Return whether *term* is one of *values*."""

    def least(self, first: Term[T] | T, second: Term[T] | T) -> Term[T]:
        """Return the smaller of the two."""

    def most(self, first: Term[T] | T, second: Term[T] | T) -> Term[T]:
        """Return the larger of the two."""

    def ratio(self, part: Any, whole: Any) -> Term[Fraction]:
        """Return the exact ratio of two numbers or amounts; *whole* must not be zero."""

    def share(self, amount: Term[Yuan] | Yuan, ratio: Term[Fraction] | Fraction) -> Term[Yuan]:
        """Return *ratio* of *amount*, rounded half up to the fen."""

    def full_years(self, born_on: Term[date], by: Term[date] | date | None = None) -> Term[int]:
        """Return the age in full years (周岁) on the day of the law, or on the day *by*."""

    def reached(
        self, born_on: Term[date], years: Term[int], by: Term[date] | date | None = None
    ) -> Condition:
        """Return whether the age has been reached; cheaper in columns than a comparison."""

    def day(self) -> Term[date]:
        """Return the day whose law applies."""

    def year_end(self) -> Term[date]:
        """Return 31 December of the year of the day whose law applies."""

    def last_day(self, first: Term[date] | date, years: Term[int] | int) -> Term[date]:
        """Return the last day of a term of *years*: the day before the anniversary of *first*."""

    def anniversary(self, first: Term[date] | date, years: int) -> Term[date]:
        """Return the day *years* after *first*; 28 February for 29 February in a common year."""

    def days(self, first: Term[date] | date, until: Term[date] | date) -> Term[int]:
        """Count the days from *first* to *until*, without the last; negative if it is earlier."""

    def total(self, amounts: Term[tuple[Yuan, ...]]) -> Term[Yuan]:
        """Return the sum of amounts; over columns, the column already has the sum."""

    def record(self, kind: type[T], **terms: Any) -> Term[T]:
        """Build one value of the class *kind* from several results."""

    def field(self, record: Term[Any], name: str) -> Term[Any]:
        """Return one field of a record, which may have been chosen by a branch."""

    def outcome(self, value: Any) -> Out_co:
        """Return the outcome: the value, a refusal with all reasons, or all missing facts."""
