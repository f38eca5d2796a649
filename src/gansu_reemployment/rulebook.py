"""The rulebook (规则手册): every rule of the policy by its path, for one place, as known on a day.

The national rows are the defaults of each measure's rules. A region's amendments override them.
:meth:`Rulebook.as_known` skips the rows issued after a day, to show what was known then.

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

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, Self, TypeVar, cast

from attrs import evolve, field, fields, frozen

from gansu_reemployment.catalogue import MEASURES, tables_of
from gansu_reemployment.errors import AmendmentError, UnknownNameError
from gansu_reemployment.fact_model import KIND_NAMES, is_a
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Amendment, Provision, by_path
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.names import nearest, search, search_some
from gansu_reemployment.working.outcome_json import plain

R = TypeVar("R")

#: A table of rules, the attribute, and the key where the rule is one of a series.
_Place = tuple[Any, str, Any]


@frozen(slots=False)
class Rulebook:
    """The rules of one place (规则手册); a table of rules is loaded when it is first needed.

    *changed* are the rules that differ from the national ones, by path. With *known_on*, rows
    issued after that day are skipped. *own* maps each table that only one region has to its code.
    *layers* are the local rows by path, those of the province first; they override a rule when its
    table is loaded. *series* are further rules of a long series, by path.
    """

    changed: Mapping[str, Rule[Any]] = field(factory=dict)
    known_on: date | None = None
    own: Mapping[type[Any], str] = field(factory=dict)
    layers: tuple[Mapping[str, tuple[Provision[Any], ...]], ...] = ()
    series: Mapping[str, Rule[Any]] = field(factory=dict)

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
        """Return the rules with all *words* in the path, their names or their measure's names.

        Parts of words and of Chinese terms match. Without a word every rule is returned.
        """
        return tuple(map(self.find, search(words, self._called)))

    def search_some(self, words: str) -> tuple[Rule[Any], ...]:
        """Return the rules with some of the *words* in path or names, the nearest first."""
        return tuple(map(self.find, search_some(words, self._names)))

    def amended(self, amendments: Iterable[Amendment]) -> Self:
        """Return the rulebook with the amendments of one region.

        Raises:
            UnknownNameError: there is no rule at a path.
            AmendmentError: a rule is not delegated, or a value lies outside its bounds.
        """
        changed = dict(self.changed)
        for path, rows in by_path(amendments).items():
            changed[path] = self._amended(path, rows)
        return evolve(self, changed=changed)

    def check(self, amendments: Iterable[Amendment]) -> None:
        """Check the amendments of one region against the rules, without applying them.

        Raises:
            UnknownNameError: there is no rule at a path.
            AmendmentError: a rule is not delegated, or a value lies outside its bounds.
        """
        for path, rows in by_path(amendments).items():
            self._amended(path, rows)

    def laid(
        self,
        amendments: Iterable[Amendment],
        own: Iterable[type[Any]] = (),
        *,
        region: str,
        series: Mapping[str, Rule[Any]] | None = None,
    ) -> Self:
        """Return the rulebook of a *region* below this one, whose rows were checked before.

        *own* are the tables of rules that only the region has, *series* its further rules of a
        long series by path.
        """
        layer = {
            path: tuple(row.provision() for row in rows)
            for path, rows in by_path(amendments).items()
        }
        return evolve(
            self,
            layers=(*self.layers, layer) if layer else self.layers,
            own={**self.own, **dict.fromkeys(own, region)},
            series={**self.series, **(series or {})},
        )

    def _amended(self, path: str, rows: Sequence[Amendment]) -> Rule[Any]:
        rule = self.find(path)
        if self.is_series(path):
            raise AmendmentError(_("{path} is a series and cannot be amended."), path=path)
        rule.check_delegated()
        return rule.amended([self._checked(row).provision() for row in rows])

    def kind(self, path: str) -> Any:
        """Return the type of the values of the rule at *path*; a reading has no value."""
        if isinstance(self.find(path), Reading):
            return type(None)
        table, name, _key = self._place(path)
        return typing.get_args(getattr(fields(type(table)), name).type)[-1]

    def is_series(self, path: str) -> bool:
        """Return whether the rule at *path* is in a long series, which a region cannot amend."""
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
        from hashlib import sha256  # noqa: PLC0415 - slow, and most processes need no digest

        text = "\n".join(line for rule in self.rules() for line in _lines(rule))
        return sha256(text.encode()).hexdigest()[:16]

    @cached_property
    def _tables(self) -> dict[type[Any], Any]:
        return {}

    def _table(self, table: Any) -> Any:
        """Return a national table with the rules of this place, as they could be known."""
        changes: dict[str, Any] = {}
        for name, key, rule in _rules_of(table):
            known = self.changed.get(rule.path) or self._known(self._laid(rule, type(table)))
            if key is not None:
                changes.setdefault(name, {})[key] = known
            elif known is not rule:
                changes[name] = known
        for name, members in changes.items():
            if isinstance(members, dict):
                prefix = next(iter(members.values())).path.rpartition(".")[0]
                changes[name] = {**members, **self._members(prefix)}
        return evolve(table, **changes) if changes else table

    def _laid(self, rule: Rule[Any], kind: type[Any]) -> Rule[Any]:
        """Return a rule with the rows of the layers; the rows of an own rule are its region's."""
        if self.own.get(kind):
            rows = tuple(evolve(row, region=self.own[kind]) for row in rule.provisions)
            rule = evolve(rule, provisions=(), local=(rows,))
        for layer in self.layers:
            if rule.path in layer:
                rule = rule.amended(layer[rule.path])
        return rule

    def _members(self, prefix: str) -> dict[str, Rule[Any]]:
        """Return the further members of the long series below *prefix*, by their key."""
        return {
            path.rpartition(".")[2]: self._known(rule)
            for path, rule in self.series.items()
            if path.rpartition(".")[0] == prefix
        }

    def _known(self, rule: Rule[Any]) -> Rule[Any]:
        return rule.as_known(self.known_on) if self.known_on else rule

    def _place(self, path: str) -> _Place:
        """Return where a rule is; its path's first word names the module that states it."""
        word = path.partition(".")[0]
        if word not in self._by_word:
            self._by_word[word] = self._within((*tables_of(word), *self.own))
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


def rules_of_table(kind: type[Any]) -> tuple[Rule[Any], ...]:
    """Return the rules of a table as they are stated."""
    return tuple(rule for _name, _key, rule in _rules_of(kind()))


@cache
def _national() -> Rulebook:
    return Rulebook()


def _rules_of(table: Any) -> Iterator[tuple[str, Any, Rule[Any]]]:
    """Yield each rule of a table with its attribute, and its key if it is in a series."""
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
