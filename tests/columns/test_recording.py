"""The steps of a plan are kept for frames that are alike, and only for those."""

from datetime import date
from functools import partial
from typing import Any, Final

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.columns import backends
from gansu_reemployment.columns.run import run

DAY: Final = date(2003, 7, 1)


@pytest.fixture(name="made")
def _made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Note every plan that is made for a frame."""
    made: list[Any] = []

    def noted(plan: Any, *rest: Any, **named: Any) -> Any:
        made.append(plan)
        return run(plan, *rest, **named)

    monkeypatch.setattr(backends, "run", noted)
    return made


def frame(*losses: int | None, kind: Any = pl.Int64) -> pl.DataFrame:
    """Build a frame of traders."""
    held = {"income": [900_000] * len(losses), "losses": losses}
    return pl.DataFrame(held, schema={"income": pl.Int64, "losses": kind})


def test_frames_that_are_alike(made: list[Any]) -> None:
    """Other rows with the same profile and types run the same steps, with their own results."""
    columns = Bureau.of("天水市").columns
    first = columns.trader_income_tax(frame(0, 5, 9), on=DAY, money="fen")
    second = columns.trader_income_tax(frame(9, 0), on=DAY, money="fen")
    lazy = columns.trader_income_tax(frame(9, 0).lazy(), on=DAY, money="fen").collect()
    assert 2 == len(made)
    assert second.equals(lazy)
    assert first["trader_income_tax"][2] == second["trader_income_tax"][0]


@pytest.mark.parametrize(
    "other",
    [frame(0, 8), frame(0, None, 9), frame(0, 9, kind=pl.Int32), frame(0, 9).with_columns(n=1)],
    ids=["span", "gaps", "type", "column"],
)
def test_other_frames(made: list[Any], other: pl.DataFrame) -> None:
    """A frame of another profile or of other types has steps of its own."""
    columns = Bureau.of("天水市").columns
    for held in (frame(0, 9), other):
        result = columns.trader_income_tax(held, on=DAY, money="fen")
        lazy = columns.trader_income_tax(held.lazy(), on=DAY, money="fen").collect()
        assert result.equals(lazy)
    assert 4 == len(made)


def test_few_are_kept() -> None:
    """The oldest steps are dropped when there are many."""
    question = Bureau.of("天水市").columns.question("net_new_jobs", on=DAY)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in [*range(17), 16, 0]:
        assert number == question.keep(number, partial(make, number))
    assert [*range(17), 0] == made
