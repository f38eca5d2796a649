"""Tables of the rules of a measure (规则表), which state each thing once.

A table sets the path of its rules, the day on which they were compared with their sources, and
the last day that they cover; a rule adds its names and its dated rows.

>>> from gansu_reemployment.law.instruments import find_instrument
>>> ZHONGFA_2002_12 = find_instrument("中发[2002]12号")
>>> ROW = Provision(date(2002, 9, 30), 3, ZHONGFA_2002_12.at("第十四条"))
>>> @rule_table("example", checked=date(2026, 11, 28))
... class ExampleRules:
...     years: Rule[int] = stated("年限（年）", "term in years", ROW)
>>> ExampleRules().years.path
'example.years'
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from sys import modules
from typing import Any, Final, NoReturn, TypeVar, cast, dataclass_transform

from attrs import evolve, fields, frozen

from gansu_reemployment.errors import RulebookError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import HORIZON, Reading, Rule, rule
from gansu_reemployment.regions import Level

T = TypeVar("T")
C = TypeVar("C", bound=type)
Table = TypeVar("Table")

#: The class that states the rules of each prefix, as module and name.
_STATED: Final[dict[str, tuple[str, str]]] = {}


@frozen(eq=False)
class _Draft:
    """A rule without a path; the table that states it sets its path."""

    zh: str
    en: str
    rows: tuple[Provision[Any], ...]
    delegated_to: Level | None = None
    bounds: tuple[Bound, ...] = ()
    kind: type[Rule[Any]] = Rule

    def place(self, path: str, covered_until: date, checked: date) -> Rule[Any]:
        """Build the rule at *path*."""
        return rule(
            path,
            self.zh,
            self.en,
            *self.rows,
            delegated_to=self.delegated_to,
            bounds=self.bounds,
            covered_until=covered_until,
            checked_on=checked,
            kind=self.kind,
        )

    def __getattr__(self, name: str) -> NoReturn:
        """Raise an error: a draft is not yet a rule."""
        if name.startswith("__"):
            raise AttributeError(name)
        raise RulebookError(
            _("The rule {name} is stated outside a rule table and has no path."), name=self.en
        )


def stated(
    zh: str,
    en: str,
    *rows: Provision[T],
    delegated_to: Level | None = None,
    bounds: tuple[Bound, ...] = (),
) -> Rule[T]:
    """Build a rule of a table from its names in both languages and its rows, oldest first.

    Args:
        zh: the Chinese name; authoritative.
        en: the English name.
        rows: the national rows; none if no national value is known.
        delegated_to: the lowest level of regions that may set their own value.
        bounds: the limits of a local value, oldest first.
    """
    return cast("Rule[T]", _Draft(zh, en, rows, delegated_to, bounds))


def reading(zh: str, en: str, *rows: Provision[None]) -> Reading:
    """Build a reading of a table from its sentence in both languages and its dated citations."""
    return cast("Reading", _Draft(zh, en, rows, kind=Reading))


@dataclass_transform(frozen_default=True, eq_default=False)
def rule_table(prefix: str, *, checked: date, covered_until: date = HORIZON) -> Callable[[C], C]:
    """Return a decorator that makes a class the table of the rules below *prefix*.

    Args:
        prefix: the first part of each path; the attribute's name is the last.
        checked: when the rows were last compared with their sources.
        covered_until: the last day that the table covers.

    Raises:
        RulebookError: another table has the prefix, or a rule has no annotation.
    """

    def decorate(kind: C) -> C:
        _check_prefix(prefix, kind)
        for name, draft in list(vars(kind).items()):
            if isinstance(draft, _Draft):
                _check_annotated(prefix, name, kind)
                setattr(kind, name, draft.place(f"{prefix}.{name}", covered_until, checked))
        return frozen(eq=False, repr=False)(kind)

    return decorate


def amended(table: Table, **rules: Rule[Any] | Mapping[Any, Rule[Any]]) -> Table:
    """Return *table* with some of its rules replaced, for example by those of a region.

    Raises:
        RulebookError: the table has no rule of that name.
    """
    kind: Any = type(table)
    unknown = sorted(set(rules) - {field.name for field in fields(kind)})
    if unknown:
        raise RulebookError(_("{table} has no rule {name}."), table=kind.__name__, name=unknown[0])
    changed: Any = evolve(cast("Any", table), **rules)
    return cast("Table", changed)


def tables_below(word: str) -> Iterator[type[Any]]:
    """Yield the library's loaded tables whose rules have paths that begin with *word*."""
    for prefix, (module, name) in list(_STATED.items()):
        own = module.startswith("gansu_reemployment.measures.")
        if own and prefix.partition(".")[0] == word:
            yield getattr(modules[module], name)


def _check_prefix(prefix: str, kind: type) -> None:
    """Reject a second table of a prefix; a table may extend another one of its own prefix."""
    name = (kind.__module__, kind.__qualname__)
    known = {name, *((base.__module__, base.__qualname__) for base in kind.__mro__)}
    holder = _STATED.get(prefix, name)
    if holder not in known:
        raise RulebookError(
            _("The rules of {prefix} are already stated by {table}."),
            prefix=prefix,
            table=".".join(holder),
        )
    _STATED[prefix] = name


def _check_annotated(prefix: str, name: str, kind: type) -> None:
    """Reject a rule without the type of its values: the table would not hold it."""
    if name not in kind.__annotations__:
        raise RulebookError(
            _("{path} has no annotation; write {name}: Rule[...] = stated(...)."),
            path=f"{prefix}.{name}",
            name=name,
        )
