"""Facts that contradict each other: a case refuses them, and a row with them is undecided."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import duckdb
import polars as pl
import pytest
from contradicting import GOOD, PAIRS, SOUND, Facts

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.profile import profile_of
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

ENGINES: Final[Mapping[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "pyarrow": lambda frame: frame.to_arrow(),
}
KINDS: Final = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, tuple: pl.Int64, date: pl.Date}


def facts_of(name: str, changes: Facts) -> dict[str, Any]:
    """Return the good facts of a measure with changes."""
    return {**GOOD[name][1], **changes}


def told(name: str, changes: Facts) -> tuple[str | None, str | None]:
    """Return the reasons and the missing facts of a case, as columns have them."""
    measure, on = MEASURES[name], GOOD[name][0]
    outcome = Bureau.of().work(name, measure.facts(**facts_of(name, changes)), on=on)
    codes = [refusal.code for refusal in outcome.refusals]
    codes = codes or (["fact-missing"] if outcome.missing else [])
    return ";".join(codes) or None, ";".join(outcome.missing) or None


def frame_of(name: str, *rows: Facts) -> pl.DataFrame:
    """Put the facts of each row into columns."""
    held = {f.name: KINDS.get(f.kind, pl.String) for f in describe(MEASURES[name].facts)}
    return pl.DataFrame(
        [{k: _cell(v) for k, v in facts_of(name, row).items()} for row in rows], schema=held
    )


def _cell(value: Any) -> Any:
    return sum(amount.fen for amount in value) if isinstance(value, tuple) else encode(value)


@pytest.fixture(name="worked", params=sorted(ENGINES))
def _worked(
    request: pytest.FixtureRequest, back: Callable[[Any], pl.DataFrame]
) -> Callable[..., list[tuple[str | None, str | None]]]:
    """Return the way to the reasons and the missing facts of rows on one engine."""

    def work(name: str, *rows: Facts) -> list[tuple[str | None, str | None]]:
        frame = ENGINES[request.param](frame_of(name, *rows))
        result = back(Bureau.of().columns.work(name, frame, on=GOOD[name][0], money="fen"))
        return result.select(f"{name}_reasons", f"{name}_missing").rows()

    return work


@pytest.mark.parametrize(("name", "fact", "bound", "beyond"), PAIRS)
def test_beyond_the_bound(
    name: str, fact: str, bound: Facts, beyond: Facts, worked: Callable[..., list[Any]]
) -> None:
    """At the bound a row equals the case; beyond it the case is refused, and the row undecided."""
    with pytest.raises(InvalidFactsError) as caught:
        MEASURES[name].facts(**facts_of(name, beyond))

    good, at_bound, contradicts = worked(name, {}, bound, beyond)

    assert fact in [fault.path for fault in caught.value.faults]
    assert (told(name, {}), told(name, bound)) == (good, at_bound)
    reasons, missing = contradicts
    assert "fact-missing" == reasons
    assert fact == ";".join(n for n in missing.split(";") if not n.startswith(RULE_NOT_KNOWN))


@pytest.mark.parametrize(("name", "changes"), SOUND)
def test_no_contradiction(name: str, changes: Facts, worked: Callable[..., list[Any]]) -> None:
    """An unknown fact, an empty box and a pair that does not matter contradict nothing."""
    assert [told(name, changes)] == worked(name, changes)


@pytest.mark.parametrize(
    ("hired", "asked"), [((1, 30), []), ((1, 31), ["__enterprise_loan_hired"])]
)
def test_a_profile_that_proves_it(hired: tuple[int, ...], asked: list[str]) -> None:
    """Where the largest is not above the least bound, no row is checked."""
    measure = MEASURES["enterprise_loan"]
    frame = frame_of(measure.name, *({"hired": n, "staff": 30} for n in hired))
    profile = {c.name: found for c, found in profile_of(frame, schema(measure)).items()}
    working = ColumnWorking(date(2009, 3, 1), measure.facts, measure=measure.name, profile=profile)

    measure.work(working, working.facts, measure.rules())

    assert asked == list(working.state.checked)
