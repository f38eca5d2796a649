"""Every measure that runs over columns says of a row what it says of the case."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from drawn import OVER_COLUMNS, register

#: The facts of the rows: some unknown, all known, and every yes and no the same.
DRAWN = (
    {"known": False},
    {"known": True},
    {"known": True, "always": True},
    {"known": True, "always": False},
)


#: The law of each row's own day, and of one day.
DAYS = (None, date(2003, 7, 1), date(2009, 3, 1))
#: The frames whose plans differ.
FRAMES = ("polars, coded", "polars", "polars, profiled")
#: Each of the days with one of the frames.
FEW = tuple(zip(DAYS, FRAMES, strict=True))
OTHERS = tuple(pair for pair in product(DAYS, FRAMES) if pair not in FEW)


@pytest.mark.parametrize(
    "law", [FEW, pytest.param(OTHERS, marks=pytest.mark.slow("plans every measure six times"))]
)
@pytest.mark.parametrize("name", OVER_COLUMNS)
def test_case_and_columns_agree(
    name: str,
    law: tuple[tuple[date | None, str], ...],
    agree: Callable[..., None],
    facts_of: Callable[[Any, Any], Any],
) -> None:
    """Values, refusals, questions and citations are the same, by the day of each row and by one."""
    measure = OVER_COLUMNS[name]
    rows = [row for drawn in DRAWN for row in register(measure, facts_of, **drawn)]
    for day, frame in law:
        agree(measure, rows, on=day, only=[frame])
