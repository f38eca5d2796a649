"""Every measure that runs over columns says of a row what it says of the case."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from drawn import OVER_COLUMNS, register


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
