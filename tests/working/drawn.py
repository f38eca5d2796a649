"""Registers drawn by the kinds of the facts alone, from a fixed seed.

Most rows are refused or undecided, and many are odd, as in a register that nobody has checked.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import FactField, describe, types_of
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure

OVER_COLUMNS: Final = {name: m for name, m in MEASURES.items() if m.columns}
ROWS: Final = 60


def any_day(draw: Random, first: int, years: int) -> date:
    """Draw a day of the *years* from *first* on."""
    return date(first, 1, 1) + timedelta(days=draw.randrange(365 * years))


def value(draw: Random, described: FactField, *, known: bool, always: bool | None = None) -> Any:
    """Draw a fact as a column holds it; one in fifteen is unknown, unless all are to be *known*.

    *always* is the yes or no that every row is to hold.
    """
    kind = described.kind
    if not known and not draw.randrange(15):
        return None
    if issubclass(kind, Choice):
        odd = [] if known else ["no_such_code"]
        return draw.choice([*(member.code for member in kind), *odd])
    if kind is bool:
        return draw.random() < 0.75 if always is None else always
    if kind is int:
        return draw.choice([0, 1, 3, 12, 36, draw.randrange(60), draw.randrange(2000)])
    if kind is date:
        return draw.choice([any_day(draw, 1945, 40), any_day(draw, 2002, 9)])
    return draw.choice([0, 1, draw.randrange(1000), draw.randrange(10**6), draw.randrange(10**9)])


def register(
    measure: Measure[Any, Any], read: Callable[[Any, Any], Any], **drawn: Any
) -> list[dict[str, Any]]:
    """Draw rows whose facts a case would take."""
    draw = Random(measure.name)  # noqa: S311 - a fixed register, no secret
    rows: list[dict[str, Any]] = []
    while len(rows) < ROWS:
        facts = {f.name: value(draw, f, **drawn) for f in describe(measure.facts)}
        fit_together(draw, facts)
        row = {"day": any_day(draw, 2002, 9), **facts}
        try:
            read(measure.facts, row)
        except InvalidFactsError:
            continue
        rows.append(row)
    return rows


def fit_together(draw: Random, facts: dict[str, Any]) -> None:
    """Make the days and the term of a loan fit, which days drawn alone hardly ever do."""
    drawn_on, months = facts.get("drawn_on"), facts.get("months")
    if facts.get("due_on") and drawn_on and months:
        late = timedelta(days=draw.randrange(-3, 9))
        facts["due_on"] = max(add_months(drawn_on, months) + late, drawn_on)
    if facts.get("repaid") is False:
        facts["repaid_on"] = None


def example(measure: Measure[Any, Any], number: int) -> Any | None:
    """Draw the facts of one case, with facts within facts; none if no try is free of faults."""
    draw = Random(f"{measure.name} {number}")  # noqa: S311 - fixed facts, no secret
    for _try in range(200):
        try:
            return facts(draw, measure.facts)
        except InvalidFactsError:
            continue
    return None


def facts(draw: Random, kind: type[Any]) -> Any:
    """Draw facts of a class.

    Raises:
        InvalidFactsError: they have faults.
    """
    hints = types_of(kind)
    return kind(**{f.name: held(draw, hints[f.name]) for f in describe(kind)})


def held(draw: Random, hint: Any) -> Any:
    """Draw a value of a type as it is written down; one in ten that may be unknown is."""
    parts = [part for part in get_args(hint) if part is not NoneType]
    if isinstance(hint, UnionType):
        return held(draw, parts[0]) if draw.randrange(10) else None
    if get_origin(hint) is tuple:
        return tuple(held(draw, parts[0]) for _item in range(draw.randrange(1, 4)))
    if hint in _VALUES:
        return _VALUES[hint](draw)
    if issubclass(hint, Choice):
        return draw.choice(list(hint))
    return facts(draw, hint)


_VALUES: Final[Mapping[Any, Callable[[Random], Any]]] = {
    bool: lambda draw: draw.random() < 0.75,
    int: lambda draw: draw.choice([0, 1, 2, 3, 4, 12, draw.randrange(2002, 2011)]),
    str: lambda draw: str(draw.randrange(1000)),
    date: lambda draw: any_day(draw, 2002, 8),
    Yuan: lambda draw: Yuan.from_fen(draw.randrange(10**7)),
    Fraction: lambda draw: Fraction(draw.randrange(101), 100),
}
