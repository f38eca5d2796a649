"""Facts that contradict each other: a case refuses them, and a row with them is undecided."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import duckdb
import narwhals as nw
import polars as pl
import pytest
from contradicting import GOOD, PAIRS, SOUND, Facts

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.contradictions import sound
from gansu_reemployment.columns.profile import profile_of
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import (
    CheckedFacts,
    NotBefore,
    born,
    describe,
    each_not_negative,
    happened,
    not_negative,
    positive,
)
from gansu_reemployment.fact_model.contradictions import EndsTerm
from gansu_reemployment.measures.loans.facts import DUE_AFTER_TERM
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure

ENGINES: Final[Mapping[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "pyarrow": lambda frame: frame.to_arrow(),
}
OVER_COLUMNS: Final = [measure for measure in MEASURES.values() if measure.columns]
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


def faulty(name: str, changes: Facts) -> set[str]:
    """Return the facts that a case refuses."""
    with pytest.raises(InvalidFactsError) as caught:
        MEASURES[name].facts(**facts_of(name, changes))
    return {fault.path for fault in caught.value.faults}


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


@pytest.mark.parametrize("name", sorted({name for name, *_pair in PAIRS}))
def test_beyond_the_bound(name: str, worked: Callable[..., list[Any]]) -> None:
    """At the bound a row equals the case; beyond it the case is refused, and the row undecided."""
    pairs = [(bound, beyond) for one, _fact, bound, beyond in PAIRS if one == name]
    good = [{}, *(changes for one, changes in SOUND if one == name)]
    rows = worked(name, *good, *(facts for pair in pairs for facts in pair))
    found = rows[len(good) :]

    assert [told(name, changes) for changes in good] == rows[: len(good)]
    assert [told(name, bound) for bound, _beyond in pairs] == found[::2]
    for (reasons, missing), (_bound, beyond) in zip(found[1::2], pairs, strict=True):
        assert "fact-missing" == reasons
        # A base of zero is missing with all of its parts.
        assert faulty(name, beyond) <= set(missing.split(";"))


@pytest.mark.parametrize(("name", "fact", "_bound", "beyond"), PAIRS)
def test_case_is_refused(name: str, fact: str, _bound: Facts, beyond: Facts) -> None:
    """The fault names the fact."""
    assert fact in faulty(name, beyond)


def test_every_contradiction_is_tried() -> None:
    """Each one that the facts of a measure over columns declare is above, at its bound too."""
    tried = {
        declared
        for name, _fact, bound, beyond in PAIRS
        for declared in MEASURES[name].facts.impossible
        if declared.fault(facts_of(name, beyond)) and not declared.fault(facts_of(name, bound))
    }
    assert tried == {declared for measure in OVER_COLUMNS for declared in measure.facts.impossible}


def test_end_of_a_term_is_found_as_in_a_case() -> None:
    """Ends of months, leap days and both sides of the ten days are told apart alike."""
    [term] = [declared for declared in DUE_AFTER_TERM if isinstance(declared, EndsTerm)]
    begins = [date(2003, 1, 29) + timedelta(days=day) for day in range(0, 400, 3)]
    rows = [
        {"drawn_on": day, "months": months, "due_on": add_months(day, months) + timedelta(shift)}
        for day in begins
        for months in (1, 11, 12, 13)
        for shift in (-40, -11, -10, 0, 10, 11, 40)
    ]
    frame = nw.from_native(pl.DataFrame(rows, schema_overrides={"months": pl.Int64}))
    odd = frame.select(odd=~sound(term, nw.col))["odd"].to_list()
    assert odd == [term.fault(row) is not None for row in rows]


@pytest.mark.parametrize("measure", OVER_COLUMNS, ids=lambda measure: str(measure.name))
def test_case_refuses_nothing_else(measure: Measure[Any, Any]) -> None:
    """Facts of a measure over columns contradict as they declare, and have no other checks."""
    assert CheckedFacts.contradictions is measure.facts.contradictions
    checks = {check for described in describe(measure.facts) for check in described.checks}
    known = {born, each_not_negative, happened, not_negative, positive}
    assert set() == {check for check in checks - known if not isinstance(check, NotBefore)}


@pytest.mark.parametrize("worked", ["polars"], indirect=True)
@pytest.mark.parametrize(("name", "changes"), SOUND)
def test_no_contradiction(name: str, changes: Facts, worked: Callable[..., list[Any]]) -> None:
    """An unknown fact, an empty box and a pair that does not matter contradict nothing.

    Alone in its frame, a row has a profile of its own; beside others it is on every engine above.
    """
    assert [told(name, changes)] == worked(name, changes)


@pytest.mark.parametrize(
    ("hired", "asked"),
    [((1, 30), []), ((1, 31), ["__enterprise_loan_odd0"])],
)
def test_a_profile_that_proves_it(hired: tuple[int, ...], asked: list[str]) -> None:
    """Where the largest is not above the least bound, no row is checked."""
    measure = MEASURES["enterprise_loan"]
    frame = frame_of(measure.name, *({"hired": n, "staff": 30} for n in hired))
    profile = {c.name: found for c, found in profile_of(frame, schema(measure)).items()}
    working = ColumnWorking(date(2009, 3, 1), measure.facts, measure=measure.name, profile=profile)

    measure.work(working, working.facts, measure.rules())

    assert asked == list(working.state.checked)
