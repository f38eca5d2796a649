"""The rulebook (规则手册): every rule of the policy by its path, for one place, as known on a day.

The national rows are the defaults of each measure's rules. A region's amendments are laid
over them; what was issued after a day can be left out of it, to see what was known then.

>>> from datetime import date
>>> book = Rulebook.national()
>>> book.find("hardship.age_women").on(date(2003, 6, 10)).value
40
>>> book.find("hardship.age_woman")
Traceback (most recent call last):
    ...
gansu_reemployment.errors.UnknownNameError: There is no rule hardship.age_woman. Did you mean \
hardship.age_women, hardship.age_men, hardship.age_day?
"""

import hashlib
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from typing import Any, Self, TypeVar, cast

from attrs import evolve, field, fields, frozen

from gansu_reemployment.catalogue import MEASURES, measures_of
from gansu_reemployment.errors import AmendmentError, UnknownNameError
from gansu_reemployment.facts import KIND_NAMES, is_a
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.names import nearest, search, search_some
from gansu_reemployment.working.outcome import plain

R = TypeVar("R")

#: A table of rules, the attribute, and the key where the rule is one of a series.
_Place = tuple[Any, str, Any]


@frozen(slots=False)
class Rulebook:
    """The rules of one place (规则手册); a table of rules is loaded when it is first needed.

    *changed* are the rules that differ from the national ones, by path. With *known_on*, rows
    issued after that day are not in it. *own* are the tables of rules that only this place has.
    """

    changed: Mapping[str, Rule[Any]] = field(factory=dict)
    known_on: date | None = None
    own: tuple[type[Any], ...] = ()

    @classmethod
    def national(cls) -> "Rulebook":
        """Return the rulebook of the nation, without any local row."""
        return _national()

    def of(self, kind: type[R]) -> R:
        """Return the table of rules of the class *kind*."""
        if kind not in self._tables:
            self._tables[kind] = self._table(kind())
        return cast("R", self._tables[kind])

    def find(self, path: str) -> Rule[Any]:
        """Return the rule at *path*.

        Raises:
            UnknownNameError: there is none; the nearest paths are suggested.
        """
        table, name, key = self._place(path)
        found = getattr(table, name)
        rule: Rule[Any] = found if key is None else found[key]
        return rule

    def rules(self) -> Iterator[Rule[Any]]:
        """Yield every rule, in the order of the measures."""
        return (self.find(path) for path in self._places)

    def rules_in(self, kind: type[Any]) -> Iterator[Rule[Any]]:
        """Yield every rule of the table of the class *kind*."""
        return (rule for _name, _key, rule in _rules_of(self.of(kind)))

    def search(self, words: str) -> tuple[Rule[Any], ...]:
        """Find the rules that have all *words*: in the path, their names or their measure's names.

        Parts of words count, and of Chinese terms. Without a word every rule is given.
        """
        return tuple(map(self.find, search(words, self._called)))

    def search_some(self, words: str) -> tuple[Rule[Any], ...]:
        """Find the rules that have some of the *words* in path or names, the nearest first."""
        return tuple(map(self.find, search_some(words, self._names)))

    def amended(self, amendments: Iterable[Amendment]) -> Self:
        """Lay the amendments of one region over the rules.

        Raises:
            UnknownNameError: there is no rule at a path.
            AmendmentError: a rule is not delegated, or a value lies outside its bounds.
        """
        ordered = sorted(amendments, key=lambda amendment: amendment.path)
        changed = dict(self.changed)
        for path, rows in groupby(ordered, key=lambda amendment: amendment.path):
            rule = self.find(path)
            if self.is_series(path):
                raise AmendmentError(_("{path} is a series and cannot be amended."), path=path)
            rule.check_delegated()
            changed[path] = rule.amended([self._checked(row).provision() for row in rows])
        return evolve(self, changed=changed)

    def kind(self, path: str) -> Any:
        """Return the type of the values of the rule at *path*; a reading has none."""
        if isinstance(self.find(path), Reading):
            return type(None)
        table, name, _key = self._place(path)
        return typing.get_args(getattr(fields(type(table)), name).type)[-1]

    def is_series(self, path: str) -> bool:
        """Return whether the rule at *path* is one of a long series, which no region amends."""
        _table, _name, key = self._place(path)
        return key is not None

    def _checked(self, row: Amendment) -> Amendment:
        kind = self.kind(row.path)
        if is_a(row.value, kind):
            return row
        plain_kind = typing.get_origin(kind) or kind
        items = ", ".join(item.__name__ for item in typing.get_args(kind) if isinstance(item, type))
        name = KIND_NAMES.get(plain_kind, plain_kind.__name__ + (f"[{items}]" if items else ""))
        raise AmendmentError(
            _("{path}: {value!r} is not {kind}."),
            path=row.path,
            value=row.value,
            kind=Message(name),
        )

    def as_known(self, day: date) -> Self:
        """Return the rulebook as it could be known on *day*."""
        changed = {path: rule.as_known(day) for path, rule in self.changed.items()}
        return evolve(self, changed=changed, known_on=min(day, self.known_on or day))

    @cached_property
    def digest(self) -> str:
        """The first 16 digits of the SHA-256 of every row with its source."""
        text = "\n".join(line for rule in self.rules() for line in _lines(rule))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @cached_property
    def _tables(self) -> dict[type[Any], Any]:
        return {}

    def _table(self, table: Any) -> Any:
        """Return a national table with the rules of this place, as they could be known."""
        changes: dict[str, Any] = {}
        for name, key, rule in _rules_of(table):
            known = self.changed.get(rule.path) or self._known(rule)
            if key is not None:
                changes.setdefault(name, {})[key] = known
            elif known is not rule:
                changes[name] = known
        return evolve(table, **changes) if changes else table

    def _known(self, rule: Rule[Any]) -> Rule[Any]:
        return rule.as_known(self.known_on) if self.known_on else rule

    def _place(self, path: str) -> _Place:
        """Return where a rule is; its path's first word names the module that states it."""
        word = path.partition(".")[0]
        if word not in self._by_word:
            stated = (measure.rules for measure in measures_of(word))
            self._by_word[word] = self._within((*stated, *self.own))
        found = self._by_word[word].get(path)
        if found is None and path not in self._places:
            raise UnknownNameError(Message(_("rule")), path, near=nearest(path, self._names))
        return found or self._places[path]

    @cached_property
    def _by_word(self) -> dict[str, dict[str, _Place]]:
        return {}

    def _within(self, kinds: Iterable[type[Any]]) -> dict[str, _Place]:
        """Return the places of all rules in the tables of *kinds*, by path."""
        tables = [self.of(kind) for kind in dict.fromkeys(kinds)]
        return {rule.path: (t, name, key) for t in tables for name, key, rule in _rules_of(t)}

    @cached_property
    def _places(self) -> dict[str, _Place]:
        return self._within((*(measure.rules for measure in MEASURES.values()), *self.own))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {rule.path: f"{rule.zh} {rule.en}" for rule in self.rules()}

    @cached_property
    def _called(self) -> dict[str, str]:
        """The names of each rule and of the measures that read it."""
        words = dict(self._names)
        for one in MEASURES.values():
            for rule in self.rules_in(one.rules):
                words[rule.path] += f" {one.zh} {one.en}"
        return words


@cache
def _national() -> Rulebook:
    return Rulebook()


def _rules_of(table: Any) -> Iterator[tuple[str, Any, Rule[Any]]]:
    """Give each rule of a table with its attribute, and its key where it stands in a series."""
    for f in fields(type(table)):
        value = getattr(table, f.name)
        if isinstance(value, Rule):
            yield f.name, None, value
        elif isinstance(value, Mapping):
            yield from ((f.name, key, rule) for key, rule in value.items())


def _lines(rule: Rule[Any]) -> Iterator[str]:
    for row in rule.all_rows():
        yield f"{rule.path}|{_row(row)}"


def _row(row: Provision[Any]) -> str:
    cite = row.cite
    parts = (row.since, row.until, row.region, plain(row.value), cite.short, cite.standing.code)
    return "|".join(str(part) for part in parts)
