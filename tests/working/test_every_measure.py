"""Every measure that runs over columns says of a row what it says of the case."""

from collections.abc import Callable
from datetime import date
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


@pytest.mark.parametrize("name", OVER_COLUMNS)
def test_case_and_columns_agree(
    name: str, agree: Callable[..., None], facts_of: Callable[[Any, Any], Any]
) -> None:
    """Values, refusals, questions and citations are the same, by the day of each row and by one."""
    measure = OVER_COLUMNS[name]
    rows = [row for drawn in DRAWN for row in register(measure, facts_of, **drawn)]
    for day in (None, date(2003, 7, 1), date(2009, 3, 1)):
        agree(measure, rows, on=day, only="polars")
