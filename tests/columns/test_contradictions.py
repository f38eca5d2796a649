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
from gansu_reemployment.columns.coded import with_places
from gansu_reemployment.columns.contradictions import MEAN, STRAY, sound, surely_sound
from gansu_reemployment.columns.profile import profile_of
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.soundness import with_sound
from gansu_reemployment.columns.terms import Column, encode
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
from gansu_reemployment.fact_model.contradictions import Contradiction, EndsTerm
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
[TERM] = [declared for declared in DUE_AFTER_TERM if isinstance(declared, EndsTerm)]
DAYS: Final = [date(1999, 12, 1) + timedelta(days=day) for day in range(4 * 366)]
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


def held(name: str) -> Column:
    """Return a fact of a frame as it is."""
    return Column(nw.col(name))


def test_end_of_a_term_is_found_as_in_a_case() -> None:
    """Ends of months, leap days and both sides of the ten days are told apart alike."""
    begins = [date(2003, 1, 29) + timedelta(days=day) for day in range(0, 400, 3)]
    rows = [
        {"drawn_on": day, "months": months, "due_on": add_months(day, months) + timedelta(shift)}
        for day in begins
        for months in (1, 11, 12, 13)
        for shift in (-40, -11, -10, 0, 10, 11, 40)
    ]
    frame = nw.from_native(pl.DataFrame(rows, schema_overrides={"months": pl.Int64}))
    odd = frame.select(odd=~sound(TERM, held))["odd"].to_list()
    assert odd == [TERM.fault(row) is not None for row in rows]


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
    profiled = with_sound(frame, profile_of(frame, schema(measure)), measure.facts.impossible)
    profile = {c.name: found for c, found in profiled.items()}
    working = ColumnWorking(date(2009, 3, 1), measure.facts, measure=measure.name, profile=profile)

    measure.work(working, working.facts, measure.rules())

    assert asked == list(working.state.checked)


def proved(name: str, *rows: Facts) -> set[Contradiction]:
    """Return the contradictions that a frame of these rows is known to be without."""
    measure = MEASURES[name]
    columns = schema(measure)
    frame = with_places(frame_of(name, *rows), columns)
    profile = profile_of(frame, columns)
    found = with_sound(frame, profile, measure.facts.impossible)
    assert all(pair.named == column.name for column, held in found.items() for pair in held.sound)
    return {pair for held in found.values() for pair in held.sound}


def odd_of(name: str, changes: Facts) -> set[Contradiction]:
    """Return the contradictions of a case."""
    facts = facts_of(name, changes)
    return {pair for pair in MEASURES[name].facts.impossible if pair.fault(facts)}


@pytest.mark.parametrize(
    ("name", "beyond"), [(pair[0], pair[3]) for pair in PAIRS if odd_of(pair[0], pair[3])]
)
def test_row_that_contradicts(name: str, beyond: Facts) -> None:
    """One row that contradicts is enough for the frame not to be without the contradiction."""
    assert odd_of(name, beyond).isdisjoint(proved(name, {}, beyond))


@pytest.mark.parametrize("name", sorted({name for name, *_pair in PAIRS}))
def test_good_rows(name: str) -> None:
    """Good rows are known to be without all contradictions of facts that they have."""
    held = {key for key, value in facts_of(name, {}).items() if value is not None}
    declared = {p for p in MEASURES[name].facts.impossible if {*p.reads} <= held}
    assert declared <= proved(name, {}, {})


def test_amounts_in_yuan_are_not_compared_as_fen() -> None:
    """Decimal yuan are compared by the spans alone, which are in fen."""
    frame = pl.DataFrame({"losses": [3], "income": [2]}).cast(pl.Decimal(20, 2))
    measure = MEASURES["trader_income_tax"]
    profile = with_sound(frame, profile_of(frame, schema(measure)), measure.facts.impossible)
    assert {"losses", "income"} == {column.name for column in profile}
    assert not any(found.sound for found in profile.values())


def test_months_and_mean_months() -> None:
    """No term of whole months is further from as many mean months than the stray days."""
    days, months = MEAN
    for first in DAYS:
        for term in (*range(1, 61), 600, TERM.longest):
            held = (add_months(first, term) - first).days
            assert abs(held * months - term * days) <= STRAY * months


def test_quick_look_is_never_wrong() -> None:
    """Whatever the quick look calls sound is sound, and it knows the end of the term itself."""
    rows: list[dict[str, Any]] = [
        {
            "drawn_on": first,
            "months": months,
            "due_on": add_months(first, months) + timedelta(apart),
        }
        for first in DAYS[::7]
        for months in (1, 2, 11, 12, 36)
        for apart in range(-12, 13)
    ]
    frame: Any = nw.from_native(pl.DataFrame(rows, schema_overrides={"months": pl.Int64}))
    days = (nw.col("due_on") - nw.col("drawn_on")).dt.total_minutes() // (24 * 60)
    looked = frame.with_columns(
        quick=surely_sound(TERM, days, nw.col("months")), whole=sound(TERM, held)
    )
    assert looked.filter(nw.col("quick") & ~nw.col("whole")).is_empty()
    at_end = [row["due_on"] == add_months(row["drawn_on"], row["months"]) for row in rows]
    assert all(quick for quick, at in zip(looked["quick"], at_end, strict=True) if at)
