"""What a frame in memory looks up is what every engine computes."""

from random import Random
from typing import Final

import narwhals as nw
import polars as pl
import pytest

from gansu_reemployment.columns.look_ups import look_up
from gansu_reemployment.columns.looked import ByText, Looked, write_plain
from gansu_reemployment.columns.outcome import Codes

#: Numbers of codes: none, one, those of one table, those of two, and more than are looked up.
NUMBERS: Final = (0, 1, 2, 14, 15, 19, 28, 29)


def marked(number: int) -> pl.DataFrame:
    """Return rows of which some have no mark, some have many, and some marks are unknown."""
    draw = Random(number)  # noqa: S311 - fixed rows, no secret
    marks = [f"m{n}" for n in range(number + 2)]
    rows = [
        {mark: None if draw.randrange(9) == 0 else draw.randrange(10) < row % 10 for mark in marks}
        for row in range(300)
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(marks, pl.Boolean))


def both(frame: pl.DataFrame, column: Looked) -> tuple[list[object], ...]:
    """Return the column as it is looked up, and as every engine computes it."""
    lazy = nw.from_native(frame.lazy())
    found = (write(lazy, {"x": column}).to_native().collect() for write in (look_up, write_plain))
    return tuple(each["x"].to_list() for each in found)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("open_", [(), ("m0",), ("m0", "m1")])
def test_joined_codes(number: int, open_: tuple[str, ...]) -> None:
    """Few codes are in one table, more are joined from two, and very many are not looked up."""
    codes = Codes(tuple((f"code-{n}", f"m{n + 2}") for n in range(number)), "open", open_)
    looked, plain = both(marked(number), codes)
    assert looked == plain
    assert not number or len({*plain}) > 1


def test_numbers_of_texts() -> None:
    """A text without a number has none, nor has a row without a text."""
    frame = pl.DataFrame({"place": ["a", "b", None, "c", "a"]})
    looked, plain = both(frame, ByText("place", {"a": 3, "b": 0, "d": 3}))
    assert [3, 0, None, None, 3] == looked == plain
