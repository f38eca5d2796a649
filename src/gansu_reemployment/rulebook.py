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

import attrs
from attrs import evolve, fields, frozen

from gansu_reemployment.errors import AmendmentError, UnknownNameError
from gansu_reemployment.facts import KIND_NAMES, is_a
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.names import nearest, search, search_some
from gansu_reemployment.working.outcome import plain

R = TypeVar("R")

#: The rules of each measure, by their class.
Tables = Mapping[type[Any], Any]

#: The class of a table, the attribute, and the key where the rule is one of a series.
_Place = tuple[type[Any], str, Any]


@frozen(slots=False)
class Rulebook:
    """The rules of one place (规则手册), each class of rules with its rows."""

    tables: Tables
    known_on: date | None = None

    @classmethod
    def national(cls) -> "Rulebook":
        """Give the rulebook of the nation, without any local row."""
        return _national()

    def of(self, kind: type[R]) -> R:
        """Give the rules of the class *kind*."""
        return cast("R", self.tables[kind])

    def find(self, path: str) -> Rule[Any]:
        """Find a rule by its path.

        Raises:
            UnknownNameError: no rule stands there; the nearest paths are named.
        """
        if path not in self._places:
            raise UnknownNameError(Message(_("rule")), path, near=nearest(path, self._names))
        kind, name, key = self._places[path][0]
        found = getattr(self.tables[kind], name)
        rule: Rule[Any] = found if key is None else found[key]
        return rule

    def rules(self) -> Iterator[Rule[Any]]:
        """Give every rule, in the order of the measures."""
        return (self.find(path) for path in self._places)

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
        tables = dict(self.tables)
        for path, rows in groupby(ordered, key=lambda amendment: amendment.path):
            rule = self.find(path)
            if self.is_series(path):
                raise AmendmentError(_("{path} is a series and cannot be amended."), path=path)
            rule.check_delegated()
            new = rule.amended([self._checked(row).provision() for row in rows])
            for kind, name, _key in self._places[path]:
                tables[kind] = evolve(tables[kind], **{name: new})
        return evolve(self, tables=tables)

    def kind(self, path: str) -> Any:
        """Return the type of the values of the rule at *path*; a reading has none."""
        if isinstance(self.find(path), Reading):
            return type(None)
        kind, name, _key = self._places[path][0]
        return typing.get_args(getattr(fields(kind), name).type)[-1]

    def is_series(self, path: str) -> bool:
        """Tell whether the rule at *path* is one of a long series, which no region amends."""
        self.find(path)
        _kind, _name, key = self._places[path][0]
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
        """Give the rulebook as it could be known on *day*."""
        tables = {kind: _table_as_known(table, day) for kind, table in self.tables.items()}
        return evolve(self, tables=tables, known_on=day)

    @cached_property
    def digest(self) -> str:
        """The first 16 digits of the SHA-256 of every row with its source."""
        text = "\n".join(line for rule in self.rules() for line in _lines(rule))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @cached_property
    def _places(self) -> "dict[str, list[_Place]]":
        """The places of each rule; a sentence of the law that two measures read has two."""
        places: dict[str, list[_Place]] = {}
        for kind, table in self.tables.items():
            for name, key, rule in _rules_of(table):
                places.setdefault(rule.path, []).append((kind, name, key))
        return places

    @cached_property
    def _names(self) -> dict[str, str]:
        return {rule.path: f"{rule.zh} {rule.en}" for rule in self.rules()}

    @cached_property
    def _called(self) -> dict[str, str]:
        """The names of each rule and of the measures that read it."""
        from gansu_reemployment.catalogue import MEASURES  # noqa: PLC0415 - imports every measure

        words: dict[type[Any], str] = {}
        for one in MEASURES.values():
            words[one.rules] = f"{words.get(one.rules, '')} {one.zh} {one.en}"
        return {
            path: " ".join([text, *(words.get(kind, "") for kind, _n, _k in self._places[path])])
            for path, text in self._names.items()
        }


@cache
def _national() -> Rulebook:
    from gansu_reemployment.catalogue import MEASURES  # noqa: PLC0415 - imports every measure

    return Rulebook({measure.rules: measure.rules() for measure in MEASURES.values()})


def _rules_of(table: Any) -> Iterator[tuple[str, Any, Rule[Any]]]:
    """Give each rule of a table with its attribute, and its key where it stands in a series."""
    for field in attrs.fields(type(table)):
        value = getattr(table, field.name)
        if isinstance(value, Rule):
            yield field.name, None, value
        elif isinstance(value, Mapping):
            yield from ((field.name, key, rule) for key, rule in value.items())


def _table_as_known(table: Any, day: date) -> Any:
    changes: dict[str, Any] = {}
    for name, key, rule in _rules_of(table):
        known = rule.as_known(day)
        if key is None:
            changes[name] = known
        else:
            changes.setdefault(name, {})[key] = known
    return evolve(table, **changes)


def _lines(rule: Rule[Any]) -> Iterator[str]:
    for row in rule.all_rows():
        yield f"{rule.path}|{_row(row)}"


def _row(row: Provision[Any]) -> str:
    cite = row.cite
    parts = (row.since, row.until, row.region, plain(row.value), cite.short, cite.standing.code)
    return "|".join(str(part) for part in parts)
