"""Plain numbers are chosen in as few bits as hold them, and come out as they are."""

from typing import Any, Final

import narwhals as nw
import polars as pl
import pytest

from gansu_reemployment.columns.arithmetic import LARGER, SMALLER, End, end_of
from gansu_reemployment.columns.choices import pick
from gansu_reemployment.columns.profile import ColumnProfile
from gansu_reemployment.columns.terms import Column, Nothing
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan

#: Whether a row is so; where it is not known, the fact is missing.
SURE: Final = Column(nw.col("sure"), {"sure": False}, cost=0)
OPEN: Final = Column(nw.col("open"), {"open": nw.col("open").is_null()}, cost=0)
ROWS: Final = pl.DataFrame(
    {
        "sure": [True, False, True, False, True, False],
        "open": [True, True, False, False, None, None],
        "a": [1, 5, -7, 2**40, None, None],
        "b": [2, 4, -8, 0, 3, None],
    }
)

#: Two columns that do not overlap, each with its span.
LOW_AND_HIGH: Final = (("a", (1, 5)), ("b", (5, 9)))


def held(term: Column) -> pl.Series:
    """Return a term over the rows."""
    frame: Any = nw.from_native(ROWS)
    column: pl.Series = frame.select(term=term.expr).to_native()["term"]
    return column


def chosen(condition: Column, yes: Any, no: Any, *, few_bits: bool) -> Column:
    """Choose among three numbers."""
    inner = pick(condition, yes, 5, few_bits=few_bits)
    return pick(SURE, no, inner, few_bits=few_bits)


@pytest.mark.parametrize("condition", [SURE, OPEN])
@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (0, 127),
        (-128, 127),
        (128, 0),
        (-129, 0),
        (0, 2**15),
        (-(2**31), 2**31 - 1),
        (2**31, 0),
        (Yuan("33.33"), Yuan(-1)),
        (None, 7),
        (7, None),
        (Column(nw.col("b")), 7),
    ],
)
@pytest.mark.parametrize("times", [1, 20, -300, 2**20])
def test_few_bits(condition: Column, yes: Any, no: Any, times: int) -> None:
    """The choice, and the choice times a number, are the same in few bits as in 64."""
    wide, narrow = (chosen(condition, yes, no, few_bits=few) * times for few in (False, True))
    assert held(wide).to_list() == held(narrow).to_list()
    assert pl.Int64 == held(narrow).dtype
    assert wide.span == narrow.span


def test_what_is_chosen_in_few_bits() -> None:
    """Plain numbers alone are: no truths, no texts, and nothing that is null in every row."""
    assert pick(OPEN, 1, 2, few_bits=True).numbers is not None
    assert pick(OPEN, 1, 2).numbers is None
    for yes, no in [(True, False), ("a", "b"), (None, None), (1, Column(nw.col("a")))]:
        assert pick(OPEN, yes, no, few_bits=True).numbers is None
    assert pick(OPEN, 1, Nothing({}), few_bits=True).numbers is not None
    assert "Int8" in str(pick(OPEN, 1, 2, few_bits=True).expr)


def working(*, in_memory: bool) -> ColumnWorking:
    """Return a working over a frame in memory, or over a lazy one."""
    profile = {"income": ColumnProfile()} if in_memory else {}
    return ColumnWorking("on", YearIncome, measure="m", profile=profile)


def known(name: str) -> Column:
    """Return a column of numbers, some of which are missing."""
    return Column(nw.col(name), {name: nw.col(name).is_null()}, cost=0)


@pytest.mark.parametrize("end", [SMALLER, LARGER])
@pytest.mark.parametrize("in_memory", [True, False])
@pytest.mark.parametrize("other", ["b", 3, Yuan("0.04"), None])
def test_ends(end: End, other: Any, *, in_memory: bool) -> None:
    """The smaller and the larger of two are unknown where one of them is."""
    second = known(other) if isinstance(other, str) else other
    found = end_of(working(in_memory=in_memory), known("a"), second, end)
    numbers = ROWS["b"].to_list() if isinstance(other, str) else [_number(other)] * ROWS.height
    both = zip(ROWS["a"].to_list(), numbers, strict=True)
    assert held(found).to_list() == [None if None in pair else end.of(*pair) for pair in both]
    missing: Any = nw.from_native(ROWS).select(at=found.missing["a"])
    assert missing["at"].to_list() == [number is None for number in ROWS["a"]]


def _number(value: Any) -> Any:
    return value.fen if isinstance(value, Yuan) else value


def test_ends_of_columns_apart() -> None:
    """Where no row of one is above the other, there is nothing to choose."""
    low, high = (Column(nw.col(n), {n: False}, span, cost=0) for n, span in LOW_AND_HIGH)
    for in_memory in (True, False):
        w = working(in_memory=in_memory)
        assert low is end_of(w, low, high, SMALLER) is end_of(w, high, low, SMALLER)
        assert high is end_of(w, low, high, LARGER) is end_of(w, high, low, LARGER)
