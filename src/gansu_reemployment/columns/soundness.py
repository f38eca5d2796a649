"""The contradictions that no row of a Polars frame in memory has (整表无矛盾).

Most registers are sound, so one check of the whole frame replaces the check of each row.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from operator import add
from typing import Any, Final

import narwhals as nw
from attrs import evolve

from gansu_reemployment.columns.coded import places_of
from gansu_reemployment.columns.contradictions import sound, surely_sound
from gansu_reemployment.columns.dates import ordinal
from gansu_reemployment.columns.profile import Profile, of_all_rows
from gansu_reemployment.columns.terms import Column, Span
from gansu_reemployment.fact_model.contradictions import Contradiction, EndsTerm, NotAbove

#: The columns of a frame with their types.
Types = tuple[tuple[str, Any], ...]
#: The number of frames for which the expressions are kept: to convert them takes longer than to
#: evaluate them over a few thousand rows.
_KEPT: Final = 64


def with_sound(frame: Any, profile: Profile, impossible: Iterable[Contradiction]) -> Profile:
    """Add to the profile of each fact the contradictions that would name it and are in no row."""
    spans = {column.name: found.span for column, found in profile.items()}
    known = [pair for pair in dict.fromkeys(impossible) if {*pair.reads} <= {*spans}]
    found: set[Contradiction] = {
        pair for pair in known if isinstance(pair, NotAbove) and _is_apart(pair, spans)
    }
    others = [pair for pair in known if pair not in found and _is_typed(frame, pair)]
    texts = {column.name: found.texts for column, found in profile.items()}
    if others:
        found.update(_in_no_row(frame, others, texts))
    return {
        column: evolve(held, sound=frozenset(pair for pair in found if pair.named == column.name))
        for column, held in profile.items()
    }


def _is_apart(pair: NotAbove, spans: Mapping[str, Span | None]) -> bool:
    """Return whether the largest low value is not above the smallest high one."""
    low = (pair.low, pair.low) if isinstance(pair.low, int) else spans[pair.low]
    highs = [spans[name] for name in pair.summed]
    if low is None or None in highs:
        return False
    least: Any = pair.high
    if not isinstance(least, int):
        least = reduce(add, (span[0] for span in highs if span))
    return bool(low[1] <= least)


def _is_typed(frame: Any, pair: Contradiction) -> bool:
    """Return whether the facts have types that are compared as they are."""
    import polars as pl  # noqa: PLC0415 - an extra

    types = (pl.Int64, pl.Boolean, pl.Date, pl.String, pl.Enum)
    return all(frame.schema.get(name) in types for name in pair.reads)


def _in_no_row(
    frame: Any, pairs: list[Contradiction], texts: Mapping[str, tuple[str, ...]]
) -> Iterator[Contradiction]:
    terms = tuple(pair for pair in pairs if isinstance(pair, EndsTerm))
    others = tuple(pair for pair in pairs if not isinstance(pair, EndsTerm))
    types = tuple(frame.schema.items())
    near = _near_ends(terms, types)
    sure = _all_true(frame, terms, near)
    yield from sure
    for term, at in zip(terms, near, strict=True):
        if term not in sure:
            # Only where a day is not near the end of its term, its months are looked at.
            far = frame.select(term.reads).filter(~at)
            yield from _all_true(far, [term], _sound((term,), (), types))
    held = tuple((name, texts[name]) for pair in others for name in pair.reads)
    yield from _all_true(frame, others, _sound(others, held, types))


@lru_cache(_KEPT)
def _near_ends(terms: tuple[EndsTerm, ...], types: Types) -> list[Any]:
    """Return Polars' own expressions of whether days are near the ends of terms."""
    return _native((_near_end(term) for term in terms), types)


@lru_cache(_KEPT)
def _sound(
    pairs: tuple[Contradiction, ...], texts: tuple[tuple[str, tuple[str, ...]], ...], types: Types
) -> list[Any]:
    """Return Polars' own expressions of whether a row has no contradiction."""
    places = {name: places_of(name, found) for name, found in texts}

    def held(name: str) -> Column:
        found = Column(nw.col(name))
        found.coded = places.get(name)
        return found

    return _native((sound(pair, held) for pair in pairs), types)


def _native(conditions: Iterable[nw.Expr], types: Types) -> list[Any]:
    from gansu_reemployment.columns.recording import native  # noqa: PLC0415 - an extra

    return native(types, [at.alias(str(n)) for n, at in enumerate(conditions)])


def _near_end(term: EndsTerm) -> nw.Expr:
    day, first, months = (Column(nw.col(name)) for name in term.reads)
    days = ordinal(day, numbered=True) - ordinal(first, numbered=True)
    return surely_sound(term, days.expr, months.expr)


def _all_true(
    frame: Any, pairs: Iterable[Contradiction], conditions: list[Any]
) -> list[Contradiction]:
    """Return the contradictions whose condition is true in every row."""
    answers = of_all_rows(frame, [at.all() for at in conditions]) if conditions else ()
    return [pair for pair, yes in zip(pairs, answers, strict=True) if yes]
