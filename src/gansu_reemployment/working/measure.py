"""What the library knows of a measure (政策措施): its names, facts, rules and function."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from attrs import frozen

from gansu_reemployment.i18n import choose_locale

F = TypeVar("F")
T = TypeVar("T")


@frozen(eq=False)
class Measure(Generic[F, T]):
    """A measure whose facts are of the class *F* and whose value is a *T*.

    Args:
        name: the function's name, which columns and files use.
        zh: the Chinese name; authoritative.
        en: the English name.
        work: the function of a working, the facts' view and the rules.
        facts: the class of the facts.
        rules: the class of the rules; its national rows are the defaults.
        columns: whether it also runs over dataframes.
        part: the measure that it works for each part of its facts, if it does.
    """

    name: str
    zh: str
    en: str
    work: Callable[..., Any]
    facts: type[F]
    rules: type[Any]
    columns: bool = True
    part: "Measure[Any, Any] | None" = None

    def show(self, locale: str) -> str:
        """Give the measure's name."""
        return self.zh if choose_locale(locale) == "zh_CN" else self.en
