"""Dated rules and the local rows that override them (规定、地方规定).

A value, the day it takes effect, its document and article and how well they are known are one
object, a :class:`Provision`. A :class:`Rule` is the dated series of provisions that answers one
question, overridden by the local rows of each layer (province, prefecture, county).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from attrs import evolve, field, frozen

from gansu_reemployment.dates import ONE_DAY, need_plain
from gansu_reemployment.errors import RuleNotInForceError
from gansu_reemployment.i18n import Message, Named, _, show
from gansu_reemployment.law.delegation import check_level, check_limits
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.row_checks import check_gaps, check_rows, last_days
from gansu_reemployment.objects.copies import fields_of
from gansu_reemployment.objects.html import table_html
from gansu_reemployment.regions import Level, level_of

T_co = TypeVar("T_co", covariant=True)

#: The last day that the rule tables cover; for a later day a rule raises an error.
HORIZON: Final = date(2010, 12, 31)


#: A period with one row in force: first day, last day, the row.
Segment = tuple[date, date, Provision[T_co]]


@frozen(eq=False, repr=False)
class Rule(Named, Generic[T_co]):
    """The dated answer to one question of the law.

    Args:
        path: the rule's unique name, such as ``hardship.age_women``.
        zh: the Chinese name; authoritative.
        en: the English name.
        provisions: the national rows, oldest first.
        delegated_to: the lowest level of regions that may set their own value; none may if it
            is ``None``.
        bounds: the limits of a local value, oldest first.
        local: the rows of each further layer, province before prefecture before county.
        covered_until: the last day that the table covers.
        checked_on: when the national rows were last compared with their sources.
    """

    path: str
    zh: str
    en: str
    provisions: tuple[Provision[T_co], ...] = ()
    delegated_to: Level | None = None
    bounds: tuple[Bound, ...] = ()
    local: tuple[tuple[Provision[T_co], ...], ...] = ()
    covered_until: date = HORIZON
    checked_on: date | None = None
    _starts: tuple[date, ...] = field(init=False, repr=False)
    _readings: "tuple[Used | None, ...]" = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for rows in (self.provisions, *self.local):
            check_rows(self.path, rows)
        starts, merged = self._merge()
        readings = tuple(Used(self, row) if row else None for row in merged)
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_readings", readings)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), fields_of(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path}, {self.zh})"

    def _repr_html_(self) -> str:
        """Return the rows with their days, region and document, for a notebook."""
        rows = (
            (
                str(row.since),
                str(row.until or ""),
                show(row.value, "zh_CN"),
                row.region or "",
                row.cite.show("zh_CN"),
            )
            for row in self.all_rows()
        )
        return table_html(f"{self.zh} {self.path}", ("起", "止", "值", "地区", "依据"), rows)

    def on(self, day: date) -> Provision[T_co]:
        """Return the row in force on *day*, preferring the most local one.

        Raises:
            RuleNotInForceError: no row is known for that day.
        """
        row: Provision[T_co] = self.read(day).provision
        return row

    def read(self, day: date) -> "Used":
        """Return the row in force on *day* together with this rule.

        Raises:
            RuleNotInForceError: no row is known for that day.
        """
        index = self._index(day)
        reading = self._readings[index] if index >= 0 else None
        if reading is None:
            raise self.not_in_force(day)
        return reading

    def reading(self, day: date) -> "Used | None":
        """Return the row in force on *day* together with this rule; ``None`` if none is known."""
        place = bisect_right(self._starts, day) - 1
        return self._readings[place] if place >= 0 else None

    def knows(self, day: date) -> bool:
        """Return whether a value is known for *day*."""
        index = self._index(day)
        return index >= 0 and self._readings[index] is not None

    def _index(self, day: date) -> int:
        """Return which row begins last by *day*, -1 if none does."""
        if type(day) is not date:
            need_plain(day)
        return bisect_right(self._starts, day) - 1

    def segments(self) -> Iterator[Segment[T_co]]:
        """Yield each period with one row in force, oldest first."""
        ends = [start - ONE_DAY for start in self._starts[1:]] + [self.covered_until]
        for first, last, reading in zip(self._starts, ends, self._readings, strict=True):
            if reading is not None:
                yield first, last, reading.provision

    def as_known(self, day: date) -> "Rule[T_co]":
        """Return the rule as it could be known on *day*: without rows issued later."""
        return evolve(
            self,
            provisions=_known(self.provisions, day),
            local=tuple(_known(rows, day) for rows in self.local),
        )

    def amended(self, rows: Iterable[Provision[Any]]) -> "Rule[T_co]":
        """Return the rule with the rows of one further region, which override those above it.

        Raises:
            AmendmentError: the rule is not delegated, or a value lies outside the bounds.
            RulebookError: the rows overlap.
        """
        layer = tuple(sorted(rows, key=lambda row: row.since))
        for row, end in zip(layer, last_days(layer, self.covered_until), strict=True):
            check_level(self, row.region)
            check_limits(self, row, row.until or end)
        depth = _depth(layer)
        above = [rows for rows in self.local if _depth(rows) <= depth]
        below = [rows for rows in self.local if _depth(rows) > depth]
        return evolve(self, local=(*above, layer, *below))

    def supposed(self, row: Provision[Any]) -> "Rule[T_co]":
        """Return the rule with a hypothetical *row*, which overrides all others of its days."""
        return evolve(self, local=(*self.local, (row,)))

    def all_rows(self) -> tuple[Provision[T_co], ...]:
        """Return every row of every layer, national ones first."""
        return tuple(row for rows in (self.provisions, *self.local) for row in rows)

    def _merge(self) -> tuple[tuple[date, ...], tuple[Provision[T_co] | None, ...]]:
        """Split time at every start and end; in each piece the most local row applies."""
        layers = (self.provisions, *self.local)
        cuts = {row.since for rows in layers for row in rows}
        cuts |= {row.until + ONE_DAY for rows in layers for row in rows if row.until}
        pieces: list[tuple[date, Provision[T_co] | None]] = []
        for start in sorted(cut for cut in cuts if cut <= self.covered_until):
            row = _winner(layers, start)
            if not pieces or pieces[-1][1] is not row:
                pieces.append((start, row))
        pieces.append((self.covered_until + ONE_DAY, None))
        return tuple(start for start, _row in pieces), tuple(row for _start, row in pieces)

    @property
    def delegated(self) -> bool:
        """Whether any region may set its own value."""
        return self.delegated_to is not None

    def check_delegated(self, region: str | None = None) -> None:
        """Check that a region, or the one with the code *region*, may set its own value.

        Raises:
            AmendmentError: the rule is not delegated, or not to that level.
        """
        check_level(self, region)

    def not_in_force(self, day: date) -> RuleNotInForceError:
        """Build the error that no value is known on *day*."""
        message = self.not_known(day)
        values = {**message.values, "path": self.path, "day": day}
        return RuleNotInForceError(message.text, **values)

    def not_known(self, day: date) -> Message:
        """Build the sentence that no value is known on *day*, and who may set one."""
        text = (
            _("No value of {path} ({rule}) is known for {day}; a plugin of the region may set one.")
            if self.delegated
            else _("No value of {path} ({rule}) is known for {day}.")
        )
        if day > self.covered_until:
            text = _("No value of {path} ({rule}) is known for {day}: its table ends on {last}.")
        values = {"path": self.path, "rule": self, "day": day, "last": self.covered_until}
        return Message(text, values)


@frozen(eq=False, repr=False)
class Reading(Rule[None]):
    """A sentence of law that a measure rests on and that has no value (依据性条文).

    It is only cited: each row is a citation with its days. A region cannot set its own.
    """


@frozen
class Used:
    """A rule that was read, and the row that was in force.

    *kept* caches values derived from the row, such as its JSON form, for use in many cases.
    """

    rule: Rule[Any] = field(eq=attrgetter("path"))
    provision: Provision[Any]
    kept: dict[Any, Any] = field(factory=dict, init=False, eq=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Used, (self.rule, self.provision)

    @cached_property
    def key(self) -> str:
        """The row's name, such as ``hardship.age_women@2002-09-30``."""
        region = f"@{self.provision.region}" if self.provision.region else ""
        return f"{self.rule.path}@{self.provision.since.isoformat()}{region}"


class InForce(dict[Rule[Any], Used | None]):
    """The rows in force on *day* by their rules, each looked up once; ``None`` if none is known."""

    __slots__ = ("_day",)

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def __missing__(self, rule: Rule[Any]) -> Used | None:
        reading = self[rule] = rule.reading(self._day)
        return reading


def rule(
    path: str,
    zh: str,
    en: str,
    *rows: Provision[T_co],
    delegated_to: Level | None = None,
    bounds: tuple[Bound, ...] = (),
    covered_until: date = HORIZON,
    checked_on: date | None = None,
    kind: type[Rule[Any]] = Rule,
) -> Rule[T_co]:
    """Build a national rule from its path, its names in both languages and its rows."""
    written: Rule[T_co] = kind(
        path, zh, en, rows, delegated_to, bounds, (), covered_until, checked_on
    )
    check_gaps(path, rows)
    return written


def _depth(rows: tuple[Provision[Any], ...]) -> int:
    """Return the number of levels above the region of a layer; one without a region is lowest."""
    codes = [row.region for row in rows if row.region]
    return level_of(codes[0]).depth if codes else len(Level)


def _winner(layers: tuple[tuple[Provision[T_co], ...], ...], day: date) -> Provision[T_co] | None:
    for rows in reversed(layers):
        started = [row for row in rows if row.since <= day]
        if started and (started[-1].until is None or day <= started[-1].until):
            return started[-1]
    return None


def _known(rows: tuple[Provision[T_co], ...], day: date) -> tuple[Provision[T_co], ...]:
    return tuple(row for row in rows if row.known_on <= day)
