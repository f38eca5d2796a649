"""Relief ledgers grouped in frames of several engines, and offset there."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError

DAY = date(2003, 9, 30)
KEYS = {"authority": "local_tax", "tax": "business_tax", "year": 2003, "quarter": 3}
ENTRIES = pl.DataFrame(
    {
        **KEYS,
        "office": ["甲", "甲", "乙", "丙"],
        "approved": [True, True, True, False],
        "amount": [100, 250, 900, 5],
    }
)
TASKS = pl.DataFrame(
    {**KEYS, "office": ["甲", "丙"], "task": [1000, 2000], "collected": [325, 0], "granted": True}
)


ENGINES: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: frame,
    "lazy": lambda frame: frame.lazy(),
    "pyarrow": lambda frame: frame.to_arrow(),
}


def rows(result: Any) -> list[dict[str, Any]]:
    """Read the rows of any engine."""
    if isinstance(result, pl.LazyFrame):
        result = result.collect()
    return result.to_dicts() if isinstance(result, pl.DataFrame) else result.to_pylist()


@pytest.mark.parametrize("engine", ENGINES)
def test_ledger_is_offset_office_by_office(engine: str) -> None:
    """Only approved entries count; no office is lost, with a task or without."""
    make = ENGINES[engine]
    result = Bureau.of("天水市").columns.office_offsets(
        make(ENTRIES), make(TASKS), on=DAY, money="fen"
    )
    found = {
        row["office"]: (
            row["reliefs"],
            row["collection_offset_adjusted_task"],
            row["collection_offset_completion"],
        )
        for row in rows(result)
    }
    assert {
        "甲": (350, 650, "325/650"),
        "乙": (900, None, None),
        "丙": (0, 2000, "0/2000"),
    } == found


def test_lacking_columns_are_presumed_only_where_the_call_says_so() -> None:
    """A tax without a column is an error, or presumed not due; other facts are never presumed."""
    bureau = Bureau.of("天水市")
    frame = pl.DataFrame(
        {
            "kind": ["sole_trader"],
            "months": [5],
            "trade": ["catering"],
            "approved_on": [date(2006, 1, 1)],
            "business_tax": [1_000_000],
        }
    )
    day = date(2006, 12, 31)
    with pytest.raises(ColumnsError, match="education_surcharge: the column is missing"):
        bureau.columns.ordered_relief(frame, on=day, money="fen")
    local = bureau.with_rules(bureau.rulebook)
    result = local.columns.ordered_relief(frame, on=day, money="fen", in_order=True)
    assert "education_surcharge" in result["ordered_relief_presumed"][0]
    assert [333_333] == result["ordered_relief_limit"].to_list()
    assert "education_surcharge" not in result.columns
    with pytest.raises(ColumnsError, match="months"):
        bureau.columns.ordered_relief(frame.drop("months"), on=day, money="fen", in_order=True)
