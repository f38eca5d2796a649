"""The region as a column (按地区规定): each row under the law of its own place.

A rule that is the same in several places is evaluated once for all of them. A row whose place is
unknown is undecided.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.dated_rules import Between, DatedRules, InForce, between
from gansu_reemployment.columns.dates import DayColumn
from gansu_reemployment.columns.looked import ByText
from gansu_reemployment.columns.missing import Expr, any_of
from gansu_reemployment.columns.state import Evaluation
from gansu_reemployment.columns.terms import Column
from gansu_reemployment.errors import AmbiguousNameError, UnknownNameError
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.suppositions import Supposition
from gansu_reemployment.plugins.conditions import AtTheEnd, Held
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Region, Regions
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.measure import Measure

#: The scratch column that numbers the places of the rows.
PLACE: Final = "__place"
#: The missing item of a row whose region is not known.
UNKNOWN_REGION: Final = "region-unknown"


@frozen
class _Place:
    """Regions under the same law: their spellings, rules, conditions and adjustments."""

    spellings: tuple[str, ...]
    book: Rulebook
    conditions: tuple[Held, ...]
    adjustments: tuple[Held, ...]


@frozen
class Places:
    """The law of every place that a host knows, grouped where it is equal."""

    places: tuple[_Place, ...]

    @classmethod
    def of(
        cls, host: Host, known_on: date | None = None, supposed: tuple[Supposition, ...] = ()
    ) -> "Places":
        """Gather the law of every region, known on *known_on*, with the *supposed* values."""
        grouped: dict[Any, tuple[list[str], Rulebook, Region]] = {}
        spelt = _spelt(host.regions)
        for region in host.regions:
            book = host.rulebook(region)
            held = (*host.conditions_in(region), *host.adjustments_in(region))
            key = (id(book.tables), *map(id, held))
            grouped.setdefault(key, ([], book, region))[0].extend(spelt.get(region.id, ()))
        return cls(
            tuple(
                _Place(
                    tuple(texts),
                    _tried(book, known_on, supposed),
                    host.conditions_in(region),
                    host.adjustments_in(region),
                )
                for texts, book, region in grouped.values()
            )
        )

    def numbers(self, column: str) -> dict[str, ByText]:
        """Return the column that numbers the places by the names or codes in *column*."""
        spelt = {text: n for n, law in enumerate(self.places) for text in law.spellings}
        return {PLACE: ByText(column, spelt)}

    def variants(self, path: str) -> list[tuple[Expr, Rule[Any]]]:
        """Return the rules at *path*, each with its rows; empty if it is the same everywhere."""
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

    def conditions(self, measure: Measure[Any, Any]) -> tuple[AtTheEnd, ...]:
        """Return the local conditions of *measure*, each for the rows of its places."""
        return self._at_the_end(measure, [law.conditions for law in self.places])

    def adjustments(self, measure: Measure[Any, Any]) -> tuple[AtTheEnd, ...]:
        """Return the adjustments of *measure*, each for the rows of its places."""
        return self._at_the_end(measure, [law.adjustments for law in self.places])

    def _at_the_end(
        self, measure: Measure[Any, Any], held: Sequence[tuple[Held, ...]]
    ) -> tuple[AtTheEnd, ...]:
        """Return the formulas on *measure* among those *held* by each place."""
        found = dict.fromkeys(one for place in held for one in place)
        own = sorted((one for one in found if one.measure == measure.name), key=_depth)
        return tuple(
            bounded
            for one in own
            for bounded in self._bounded(one, measure, [one in place for place in held])
        )

    def _bounded(
        self, held: Held, measure: Measure[Any, Any], here: Sequence[bool]
    ) -> Iterator[AtTheEnd]:
        """Yield a formula for the places in which its rules are the same."""
        places: dict[tuple[Rule[Any], ...], list[int]] = {}
        for number, law in enumerate(self.places):
            if here[number] and held.under(law.book, measure):
                places.setdefault(tuple(held.rules_in(law.book)), []).append(number)
        for numbers in places.values():
            formula = held.under(self.places[numbers[0]].book, measure)
            if formula:
                yield _Within(numbers, formula)


@frozen
class _Within:
    """A formula that applies in the rows of some places only."""

    numbers: list[int]
    formula: AtTheEnd

    def __call__(self, w: Any, facts: Any, *result: Any) -> Any:
        here = Column(nw.col(PLACE).is_in(self.numbers))
        found = w.within(here, lambda: self.formula(w, facts, *result))
        return w.choose(here, found, *result) if result else None


def _tried(book: Rulebook, known_on: date | None, supposed: tuple[Supposition, ...]) -> Rulebook:
    known = book.as_known(known_on) if known_on else book
    return known.with_supposed(supposed)


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
        profile = state.profile.get(region)
        if profile and not profile.gaps:
            state.ask({UNKNOWN_REGION: unknown})
        else:
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
