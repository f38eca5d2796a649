"""The tables of a rulebook (规则表装载), loaded on first need and shared between places."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from attrs import evolve, field, fields, frozen

from gansu_reemployment.catalogue import MEASURES, tables_of
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.names import nearest
from gansu_reemployment.working.outcome_json import plain

R = TypeVar("R")

#: A table of rules, the attribute, and the key where the rule is one of a series.
Found = tuple[Any, str, Any]


@frozen(slots=False, eq=False)
class Tables:
    """Every table of rules under the changes of a rulebook, whose arguments these are."""

    changed: Mapping[str, Rule[Any]]
    known_on: date | None
    own: Mapping[type[Any], str]
    layers: tuple[Mapping[str, tuple[Provision[Any], ...]], ...]
    series: Mapping[str, Rule[Any]]
    _loaded: dict[type[Any], Any] = field(factory=dict, init=False, repr=False, eq=False)
    _by_word: dict[str, dict[str, Found]] = field(factory=dict, init=False, repr=False, eq=False)

    def of(self, kind: type[R]) -> R:
        """Return the table of rules of the class *kind*."""
        if kind not in self._loaded:
            self._loaded[kind] = self._table(kind())
        return cast("R", self._loaded[kind])

    def place(self, path: str) -> Found:
        """Return where a rule is; its path's first word names the module that states it.

        Raises:
            UnknownNameError: there is none; the nearest paths are suggested.
        """
        word = path.partition(".")[0]
        if word not in self._by_word:
            self._by_word[word] = self._within((*tables_of(word), *self.own))
        found = self._by_word[word].get(path)
        if found is None and path not in self.places:
            raise UnknownNameError(Message(_("rule")), path, near=nearest(path, self.names))
        return found or self.places[path]

    def find(self, path: str) -> Rule[Any]:
        """Return the rule at *path*."""
        table, name, key = self.place(path)
        found = getattr(table, name)
        rule: Rule[Any] = found if key is None else found[key]
        return rule

    @cached_property
    def places(self) -> dict[str, Found]:
        """Where each rule is, by its path, in the order of the measures."""
        return self._within((*(measure.rules for measure in MEASURES.values()), *self.own))

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of each rule in both languages."""
        return {rule.path: f"{rule.zh} {rule.en}" for rule in map(self.find, self.places)}

    @cached_property
    def called(self) -> dict[str, str]:
        """The names of each rule and of the measures that read it."""
        words = dict(self.names)
        for one in MEASURES.values():
            for _name, _key, rule in rules_of(self.of(one.rules)):
                words[rule.path] += f" {one.zh} {one.en}"
        return words

    @cached_property
    def digest(self) -> str:
        """The first 16 digits of the SHA-256 of every row with its source."""
        from hashlib import sha256  # noqa: PLC0415 - slow, and most processes need no digest

        text = "\n".join(line for rule in map(self.find, self.places) for line in _lines(rule))
        return sha256(text.encode()).hexdigest()[:16]

    def _within(self, kinds: Iterable[type[Any]]) -> dict[str, Found]:
        """Return the places of all rules in the tables of *kinds*, by path."""
        tables = [self.of(kind) for kind in dict.fromkeys(kinds)]
        return {rule.path: (t, name, key) for t in tables for name, key, rule in rules_of(t)}

    def _table(self, table: Any) -> Any:
        """Return a national table with the rules of this place, as they could be known."""
        changes: dict[str, Any] = {}
        for name, key, rule in rules_of(table):
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
            path.rpartition(".")[2]: self.changed.get(path) or self._known(rule)
            for path, rule in self.series.items()
            if path.rpartition(".")[0] == prefix
        }

    def _known(self, rule: Rule[Any]) -> Rule[Any]:
        return rule.as_known(self.known_on) if self.known_on else rule


def rules_of(table: Any) -> Iterator[tuple[str, Any, Rule[Any]]]:
    """Yield each rule of a table with its attribute, and its key if it is in a series."""
    for f in fields(type(table)):
        value = getattr(table, f.name)
        if isinstance(value, Rule):
            yield f.name, None, value
        elif isinstance(value, Mapping):
            yield from ((f.name, key, rule) for key, rule in value.items())


def rules_of_table(kind: type[Any]) -> tuple[Rule[Any], ...]:
    """Return the rules of a table as they are stated."""
    return tuple(rule for _name, _key, rule in rules_of(kind()))


def _lines(rule: Rule[Any]) -> Iterator[str]:
    for row in rule.all_rows():
        yield f"{rule.path}|{_row(row)}"


def _row(row: Provision[Any]) -> str:
    cite = row.cite
    parts = (row.since, row.until, row.region, plain(row.value), cite.short, cite.standing.code)
    return "|".join(str(part) for part in parts)
