"""Parts of a working beside values: reasons for a refusal, and missing items (理由、待补事项)."""

from collections.abc import Collection
from datetime import date
from operator import attrgetter
from typing import Any, Final, Self

from attrs import field, frozen

from gansu_reemployment.fact_model import Unknown, describe
from gansu_reemployment.i18n import Named, _
from gansu_reemployment.law.rules import Rule

#: The missing item where a rule has no known value: this, and the path of the rule.
RULE_NOT_KNOWN: Final = "rule-not-known:"


#: The label of the step that names what was presumed.
PRESUMED: Final = _("presumed in order")


class PresumedFact(str, Named):
    """The name of a fact that was presumed in order (推定符合), with its terms."""

    __slots__ = ("en", "zh")
    zh: str
    en: str

    def __new__(cls, name: str, zh: str, en: str) -> Self:
        """Keep the terms beside the name."""
        fact = super().__new__(cls, name)
        fact.zh, fact.en = zh, en
        return fact

    def __reduce__(self) -> tuple[Any, ...]:
        return PresumedFact, (str(self), self.zh, self.en)


def presumed(facts: Any) -> tuple[PresumedFact, ...]:
    """Return the facts that were presumed in order, in the order of their class."""
    fields = [field for field in describe(type(facts)) if field.name in facts.presumed]
    return tuple(PresumedFact(field.name, field.zh, field.en) for field in fields)


@frozen
class NotKnown:
    """A rule that was needed, and the day for which no value of it is known (未查到的规定)."""

    rule: Rule[Any] = field(eq=attrgetter("path"))
    day: date

    @property
    def name(self) -> str:
        """The name among the missing items, such as ``rule-not-known:insurance.medical_rate``."""
        return f"{RULE_NOT_KNOWN}{self.rule.path}"

    def show(self, locale: str) -> str:
        """Format the rule in its language with its path, and the day."""
        return self.rule.not_known(self.day).say(locale)


class Incomplete(Exception):  # noqa: N818 - not an error: it ends a function early
    """Ends a function that cannot go on: *unknown* names the facts or the rule that it needs."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.unknown: Unknown = Unknown(names)


@frozen
class Reason:
    """A reason for a refusal (不予认定的理由): a stable *code*, and a marked sentence."""

    code: str
    text: str


def in_order(missing: Collection[str], names: Collection[str]) -> list[str]:
    """Sort *missing*: facts in the order of their class, then other names in their own order."""
    facts = [name for name in names if name in missing]
    return [*facts, *sorted(name for name in missing if name not in names)]
