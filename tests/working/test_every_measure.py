"""Every measure that runs over columns says of a row what it says of the case.

The registers are drawn by the kinds of the facts alone, from a fixed seed: most rows are
refused or undecided, and many are odd, as in a register that nobody has looked at yet.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, Final

import pytest

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.facts import FactField, describe
from gansu_reemployment.i18n import Choice
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
        row = {"day": any_day(draw, 2002, 9), **facts}
        try:
            read(measure.facts, row)
        except InvalidFactsError:
            continue
        rows.append(row)
    return rows


@pytest.mark.parametrize(
    ("known", "always"),
    [(False, None), (True, None), (True, True), (True, False)],
    ids=["some unknown", "all known", "all yes", "all no"],
)
@pytest.mark.parametrize("name", OVER_COLUMNS)
def test_case_and_columns_agree(
    name: str,
    agree: Callable[..., None],
    facts_of: Callable[[Any, Any], Any],
    *,
    known: bool,
    always: bool | None,
) -> None:
    """Values, refusals, questions and citations are the same, by the day of each row and by one."""
    measure = OVER_COLUMNS[name]
    rows = register(measure, facts_of, known=known, always=always)
    for day in (None, date(2003, 7, 1), date(2009, 3, 1)):
        agree(measure, rows, on=day, only="polars")
