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
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any, Self, TypeVar

from attrs import evolve, field, fields, frozen

from gansu_reemployment.dates import need_plain
from gansu_reemployment.errors import AmendmentError, HypothesisWarning
from gansu_reemployment.fact_model import KIND_NAMES, is_a
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Amendment, Provision, by_path
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.suppositions import Supposition
from gansu_reemployment.names import search, search_some
from gansu_reemployment.objects.arguments import need, need_each
from gansu_reemployment.objects.copies import Immutable
from gansu_reemployment.objects.html import table_html
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook.places import with_codes
from gansu_reemployment.rulebook.tables import Tables, rules_of, rules_of_table

__all__ = ["Rulebook", "rules_of_table"]

R = TypeVar("R")


def _by_rows(rules: Mapping[str, Rule[Any]]) -> dict[str, Any]:
    return {path: (rule.provisions, rule.local) for path, rule in rules.items()}


@frozen(slots=False, repr=False)
class Rulebook(Immutable):
    """The rules of one place (规则手册); a table of rules is loaded when it is first needed.

    *changed* are the rules that differ from the national ones, by path. With *known_on*, rows
    issued after that day are skipped. *own* maps each table that only one region has to its code.
    *layers* are the local rows by path, those of the province first; they override a rule when its
    table is loaded. *series* are further rules of a long series, by path. *places* are the regions
    whose law it is, from the nation down to its own; the national rulebook has none. *supposed*
    are the hypothetical values, which are in *changed* too.
    """

    changed: Mapping[str, Rule[Any]] = field(factory=dict, eq=_by_rows, hash=False)
    known_on: date | None = None
    own: Mapping[type[Any], str] = field(factory=dict, hash=False)
    layers: tuple[Mapping[str, tuple[Provision[Any], ...]], ...] = field(default=(), hash=False)
    series: Mapping[str, Rule[Any]] = field(factory=dict, eq=_by_rows, hash=False)
    places: tuple[Region, ...] = ()
    supposed: tuple[Supposition, ...] = ()

    @classmethod
    def national(cls) -> "Rulebook":
        """Return the rulebook of the nation, without any local row."""
        return _national()

    def at(self, places: tuple[Region, ...]) -> Self:
        """Return the same rules as those of a place: its regions from the nation down."""
        placed = evolve(self, places=places)
        vars(placed)["tables"] = self.tables
        return placed

    @cached_property
    def tables(self) -> Tables:
        """The tables of its rules, which rulebooks of several places may share."""
        return Tables(self.changed, self.known_on, self.own, self.layers, self.series)

    def of(self, kind: type[R]) -> R:
        """Return the table of rules of the class *kind*."""
        return self.tables.of(kind)

    def find(self, path: str) -> Rule[Any]:
        """Return the rule at *path*.

        Raises:
            UnknownNameError: there is none; the nearest paths are suggested.
        """
        return self.tables.find(path)

    def rules(self) -> Iterator[Rule[Any]]:
        """Yield every rule, in the order of the measures."""
        return (self.find(path) for path in self.tables.places)

    def rules_in(self, kind: type[Any]) -> Iterator[Rule[Any]]:
        """Yield every rule of the table of the class *kind*."""
        return (rule for _name, _key, rule in rules_of(self.of(kind)))

    def search(self, words: str) -> tuple[Rule[Any], ...]:
        """Return the rules with all *words* in the path, their names or their measure's names.

        Parts of words and of Chinese terms match. If *words* is empty, every rule is returned.
        """
        return tuple(map(self.find, search(words, self.tables.called)))

    def search_some(self, words: str) -> tuple[Rule[Any], ...]:
        """Return the rules with some of the *words* in path or names, the nearest first."""
        return tuple(map(self.find, search_some(words, self.tables.names)))

    def amended(self, amendments: Iterable[Amendment]) -> Self:
        """Return the rulebook with further local rows, checked as those of a plugin are.

        Each row names its region: that of this rulebook or one above it. The national rulebook
        takes the rows of one place, and becomes the rulebook of that place.

        Raises:
            ArgumentError: they are not a list of amendments.
            UnknownNameError: there is no rule at a path, or no such region.
            AmendmentError: a row is of another place, cites no article, or is dated before its
                document; or a rule is not delegated to its region, or a value is of another type
                or outside its bounds.
            RulebookError: two rows of a region overlap.
        """
        given = need_each(amendments, Amendment, "amended", _("a list of amendments"))
        rows, places = with_codes(given, self.places)
        changed = {path: self._amended(path, own) for path, own in by_path(rows).items()}
        return evolve(self, changed={**self.changed, **changed}, places=places)

    def check(self, amendments: Iterable[Amendment]) -> None:
        """Check local rows as :meth:`amended` does, without applying them.

        Raises:
            GansuError: as :meth:`amended`.
        """
        self.amended(amendments)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_national, ()) if self is _national() else super().__reduce__()

    def supposing(self, values: Mapping[str, Any], *, since: date) -> Self:
        """Return the rulebook with hypothetical *values* by path from the day *since* on.

        Any rule may be supposed, delegated or not, and a series too; the value replaces the
        nation's and every local one. Each limit of local values that it exceeds is reported by a
        :class:`~.errors.HypothesisWarning`.

        Raises:
            ArgumentError: *values* is not a dict.
            UnknownNameError: there is no rule at a path.
            AmendmentError: a value is of another type, the rule is a reading, or *since* is after
                the last day that its table covers.
            DateError: *since* is not a plain date.
        """
        need_plain(since)
        need(values, Mapping, "supposing", _("a dict of values by the path of their rule"))
        for path, value in values.items():
            self._check_supposed(path, value, since)
        supposed = [Supposition(self.find(path), since, value) for path, value in values.items()]
        for told in (sentence for one in supposed for sentence in one.exceeded()):
            warnings.warn(HypothesisWarning(told.text, **told.values), stacklevel=2)
        return self.with_supposed(supposed)

    def _check_supposed(self, path: str, value: Any, since: date) -> None:
        self._check_kind(path, value)
        last = self.find(path).covered_until
        if since > last:
            text = _("{path}: a value from {since} on is never in force: the table ends on {last}.")
            raise AmendmentError(text, path=path, since=since, last=last)

    def with_supposed(self, supposed: Iterable[Supposition]) -> Self:
        """Return the rulebook with hypotheses that were made over another one."""
        book = self
        for one in supposed:
            rule = book.find(one.rule.path).supposed(one.row)
            changed = {**book.changed, rule.path: rule}
            book = evolve(book, changed=changed, supposed=(*book.supposed, one))
        return book

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

    def _amended(self, path: str, rows: list[Amendment]) -> Rule[Any]:
        rule = self.find(path)
        if self.is_series(path):
            raise AmendmentError(_("{path} is a series and cannot be amended."), path=path)
        rule.check_delegated()
        for row in rows:
            self._check_kind(path, row.value)
        for region in dict.fromkeys(row.region for row in rows):
            rule = rule.amended([row.provision() for row in rows if row.region == region])
        return rule

    def kind(self, path: str) -> Any:
        """Return the type of the values of the rule at *path*; a reading has no value."""
        if isinstance(self.find(path), Reading):
            return type(None)
        table, name, _key = self.tables.place(path)
        return typing.get_args(getattr(fields(type(table)), name).type)[-1]

    def is_series(self, path: str) -> bool:
        """Return whether the rule at *path* is in a long series, which a region cannot amend."""
        _table, _name, key = self.tables.place(path)
        return key is not None

    def _check_kind(self, path: str, value: Any) -> None:
        kind = self.kind(path)
        if typing.get_origin(kind) is Rule:
            (kind,) = typing.get_args(kind)
        if is_a(value, kind):
            return
        plain_kind = typing.get_origin(kind) or kind
        items = ", ".join(item.__name__ for item in typing.get_args(kind) if isinstance(item, type))
        name = KIND_NAMES.get(plain_kind, plain_kind.__name__ + (f"[{items}]" if items else ""))
        raise AmendmentError(
            _("{path}: {value!s} is not {kind}."), path=path, value=repr(value), kind=Message(name)
        )

    def as_known(self, day: date) -> Self:
        """Return the rulebook as it could be known on *day*.

        Raises:
            DateError: *day* is not a plain date.
        """
        need_plain(day)
        changed = {path: rule.as_known(day) for path, rule in self.changed.items()}
        return evolve(self, changed=changed, known_on=min(day, self.known_on or day))

    def __repr__(self) -> str:
        place = self.places[-1].name if self.places else "全国"
        known = f", as known on {self.known_on}" if self.known_on else ""
        supposed = f", {len(self.supposed)} supposed" if self.supposed else ""
        return f"Rulebook({place}{known}{supposed})"

    def _repr_html_(self) -> str:
        """Return every rule with its path, for a notebook."""
        rows = ([rule.path, rule.zh, rule.en] for rule in self.rules())
        return table_html(repr(self), ("路径", "名称", "name"), rows)

    @property
    def digest(self) -> str:
        """The first 16 digits of the SHA-256 of every row with its source."""
        return self.tables.digest


@cache
def _national() -> Rulebook:
    return Rulebook()
