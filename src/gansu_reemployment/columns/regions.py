"""The region as a column (按地区规定): each row under the law of its own place.

A rule that is the same in several places is evaluated once for all of them. A row whose place is
unknown is undecided.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.dated_rules import Between, DatedRules, InForce, between
from gansu_reemployment.columns.dates import DayColumn
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column, Expr, any_of
from gansu_reemployment.errors import AmbiguousNameError, UnknownNameError
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.conditions import AtTheEnd, Held
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Regions
from gansu_reemployment.rulebook import Rulebook

#: The scratch column that numbers the places of the rows.
PLACE: Final = "__place"
#: What is missing in a row whose region is not known.
UNKNOWN_REGION: Final = "region-unknown"


@frozen
class _Place:
    """Regions under the same law: their spellings, rules and conditions."""

    spellings: tuple[str, ...]
    book: Rulebook
    held: tuple[Held, ...]


@frozen
class Places:
    """The law of every place that a host knows, grouped where it is equal."""

    places: tuple[_Place, ...]

    @classmethod
    def of(cls, host: Host, known_on: date | None = None) -> "Places":
        """Gather the law of every region, as known on *known_on* if given."""
        grouped: dict[Any, tuple[list[str], Rulebook, tuple[Held, ...]]] = {}
        spelt = _spelt(host.regions)
        for region in host.regions:
            book, held = host.rulebook(region), host.held_in(region)
            key = (id(book.tables), *map(id, held))
            grouped.setdefault(key, ([], book, held))[0].extend(spelt.get(region.id, ()))
        return cls(
            tuple(
                _Place(tuple(texts), book.as_known(known_on) if known_on else book, held)
                for texts, book, held in grouped.values()
            )
        )

    def stage(self, column: str) -> dict[str, Expr]:
        """Return the column that numbers the places by the names or codes in *column*."""
        text = nw.col(column).cast(nw.String)
        number: Expr = nw.lit(None, nw.Int64)
        for place, law in enumerate(self.places):
            number = nw.when(text.is_in(law.spellings)).then(nw.lit(place)).otherwise(number)
        return {PLACE: number}

    def variants(self, path: str) -> list[tuple[Expr, Rule[Any]]]:
        """Return the rules at *path*, each with its rows; none if it is the same everywhere."""
        found: list[tuple[list[int], Rule[Any]]] = []
        for place, law in enumerate(self.places):
            try:
                rule = law.book.find(path)
            except UnknownNameError:
                continue
            numbers = next((numbers for numbers, other in found if _same(rule, other)), None)
            if numbers is None:
                found.append(([place], rule))
            else:
                numbers.append(place)
        if not found or (len(found) == 1 and len(found[0][0]) == len(self.places)):
            return []
        return [(nw.col(PLACE).is_in(numbers), rule) for numbers, rule in found]

    def conditions(self, measure: str) -> tuple[AtTheEnd, ...]:
        """Return the local conditions of *measure*, each for the rows of its places."""
        held = dict.fromkeys(one for law in self.places for one in law.held)
        own = sorted((one for one in held if one.measure == measure), key=_depth)
        return tuple(bounded for one in own for bounded in self._bounded(one))

    def _bounded(self, held: Held) -> Iterator[AtTheEnd]:
        """Yield a condition for the places in which its rules are the same."""
        places: dict[tuple[Rule[Any], ...], list[int]] = {}
        for number, law in enumerate(self.places):
            if held in law.held and held.under(law.book):
                places.setdefault(tuple(held.rules_in(law.book)), []).append(number)
        for numbers in places.values():
            condition = held.under(self.places[numbers[0]].book)
            if condition:
                yield _Within(numbers, condition)


@frozen
class _Within:
    """A condition that applies in the rows of some places only."""

    numbers: list[int]
    condition: AtTheEnd

    def __call__(self, w: Any, facts: Any) -> None:
        here = Column(nw.col(PLACE).is_in(self.numbers))
        w.within(here, lambda: self.condition(w, facts))


def _depth(held: Held) -> int:
    return held.region.level.depth


def _same(rule: Rule[Any], other: Rule[Any]) -> bool:
    return rule is other or _layers(rule) == _layers(other)


def _layers(rule: Rule[Any]) -> tuple[Any, ...]:
    return tuple(rows for rows in (rule.provisions, *rule.local) if rows)


def _spelt(regions: Regions) -> dict[str, list[str]]:
    """Return the spellings by which only one region is found."""
    spelt: dict[str, list[str]] = {}
    for text in regions.texts():
        try:
            spelt.setdefault(regions.find(text).id, []).append(text)
        except AmbiguousNameError:
            continue
    return spelt


class RegionLaw(DatedRules):
    """The rules of the place of each row, which the column *region* names."""

    def __init__(
        self, on: date | DayColumn, state: Evaluation, *, places: Places, region: str
    ) -> None:
        super().__init__(on, state)
        self._places = places
        unnamed, unknown = nw.col(region).is_null(), nw.col(PLACE).is_null()
        state.ask({region: unnamed, UNKNOWN_REGION: unknown & ~unnamed})

    def read(self, rule: Rule[Any]) -> InForce:
        """Cite the provisions of the places, and return the values in force."""
        variants = self._places.variants(rule.path)
        return self._local(rule, variants, self.between) if variants else super().read(rule)

    def read_at(self, rule: Rule[Any], day: Column) -> InForce:
        """Cite the provisions of the places on the *day* of each row, and return the values."""
        variants = self._places.variants(rule.path)
        if not variants:
            return super().read_at(rule, day)
        return self._local(rule, variants, between(day.expr), dated=True)

    def _local(
        self,
        rule: Rule[Any],
        variants: list[tuple[Expr, Rule[Any]]],
        between: Between,
        *,
        dated: bool = False,
    ) -> InForce:
        """Return the provisions of each place; the rule is unknown where none is in force."""
        rows = [
            (here if first is None else here & between(first, last), row)
            for here, local in variants
            for first, last, row in self._segments(local, dated=dated)
        ]
        return self.found(rule, rows, ~any_of([at for at, _row in rows]) if rows else None)

    def _segments(self, rule: Rule[Any], *, dated: bool) -> Any:
        """Return the provisions with their days; on a single day the one in force, without days."""
        if dated or isinstance(self.on, DayColumn):
            return rule.segments()
        used = rule.reading(self.on)
        return [(None, None, used.provision)] if used else []
