"""The region as a column (按地区规定): each row under the law of its own place.

Where a rule is the same in several places it is worked once for all of them, so the cost is
that of the rules that truly differ. A row whose place is not known stays undecided.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import narwhals as nw
from attrs import frozen

from gansu_reemployment.columns.arithmetic import Pieces, also_missing
from gansu_reemployment.columns.facts import Sure
from gansu_reemployment.columns.terms import Column, Expr, any_of, as_column
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import AmbiguousNameError, UnknownNameError
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.conditions import AtTheEnd, Held
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Regions
from gansu_reemployment.rulebook import Rulebook

#: The scratch column that numbers the places of the rows.
PLACE: Final = "__place"
#: What is missing in a row whose region nobody knows of.
UNKNOWN_REGION: Final = "region-unknown"


@frozen
class _Place:
    """Regions under one and the same law: how they are written, their rules and conditions."""

    spellings: tuple[str, ...]
    book: Rulebook
    held: tuple[Held, ...]


@frozen
class Places:
    """The law of every place that a host knows, equal ones put together."""

    places: tuple[_Place, ...]

    @classmethod
    def of(cls, host: Host, known_on: date | None = None) -> "Places":
        """Gather the law of every region, as known on a day if one is given."""
        grouped: dict[Any, tuple[list[str], Rulebook, tuple[Held, ...]]] = {}
        spelt = _spelt(host.regions)
        for region in host.regions:
            book, held = host.rulebook(region), host.held_in(region)
            key = (id(book), *map(id, held))
            grouped.setdefault(key, ([], book, held))[0].extend(spelt.get(region.id, ()))
        return cls(
            tuple(
                _Place(tuple(texts), book.as_known(known_on) if known_on else book, held)
                for texts, book, held in grouped.values()
            )
        )

    def stage(self, column: str) -> dict[str, Expr]:
        """Give the column that numbers the places by the names or codes in *column*."""
        text = nw.col(column).cast(nw.String)
        number: Expr = nw.lit(None, nw.Int64)
        for place, law in enumerate(self.places):
            number = nw.when(text.is_in(law.spellings)).then(nw.lit(place)).otherwise(number)
        return {PLACE: number}

    def variants(self, path: str) -> list[tuple[Expr, Rule[Any]]]:
        """Give the rule at *path* with the rows it holds for; none if it is one everywhere."""
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
    """Give the spellings by which each region alone is found."""
    spelt: dict[str, list[str]] = {}
    for text in regions.texts():
        try:
            spelt.setdefault(regions.find(text).id, []).append(text)
        except AmbiguousNameError:
            continue
    return spelt


class RegionWorking(ColumnWorking):
    """Work a measure over rows of different places; *region* is the column that names them."""

    def __init__(
        self,
        on: date | str,
        facts: type[Any],
        *,
        places: Places,
        region: str,
        measure: str,
        explain: bool = False,
        conditions: Sequence[Callable[[Any, Any], None]] = (),
        certain: Mapping[str, Sure] = MappingProxyType({}),
    ) -> None:
        super().__init__(
            on, facts, measure=measure, explain=explain, conditions=conditions, certain=certain
        )
        self._places = places
        named, known = nw.col(region).is_null(), nw.col(PLACE).is_null()
        self._missing |= {region: named, UNKNOWN_REGION: known & ~named}

    def within(self, condition: Column, work: Callable[[], Any]) -> Any:
        """Work the rows of *condition* only."""
        return self._within(condition, work)

    def use_at(self, rule: Rule[Any], day: Any) -> Any:
        """Give the value in force in the place and on the day of each row."""
        variants = self._places.variants(rule.path)
        if not variants:
            return super().use_at(rule, day)
        column = as_column(day)
        rows = [
            (here & (column.expr >= first) & (column.expr <= last), row)
            for here, local in variants
            for first, last, row in local.segments()
        ]
        pieces = self._noted(rule, rows)
        return also_missing(self._in_force(pieces, column.missing), column.missing)

    def _note(self, rule: Rule[Any]) -> Pieces:
        variants = self._places.variants(rule.path)
        if not variants:
            return super()._note(rule)
        rows = [piece for here, local in variants for piece in self._rows(here, local)]
        return self._noted(rule, rows)

    def _rows(self, here: Expr, rule: Rule[Any]) -> Sequence[tuple[Expr, Any]]:
        if isinstance(self.on, date):
            used = rule.reading(self.on)
            return [(here, used.provision)] if used else []
        return [(here & self._between(first, last), row) for first, last, row in rule.segments()]

    def _noted(self, rule: Rule[Any], rows: Sequence[tuple[Expr, Any]]) -> Pieces:
        """Note rows that hold in some places only; where none holds, the rule is not known."""
        for during, row in rows:
            self._cite(rule, row, Column(during))
        covered = [during for during, _row in rows]
        self._stop(rule.path, ~any_of(covered) if covered else nw.lit(value=True))
        self.lacks |= not rows
        return [(during, row.value) for during, row in rows]
