"""Reforms of national rules over frames: marked, costed by group and weight, and decomposed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import polars as pl
import pytest

from gansu_reemployment import Bureau, LoanApplication, Yuan
from gansu_reemployment.errors import ColumnsError, UnknownNameError

DAY: Final = date(2003, 7, 15)
PLACES: Final = ("兰州市", "天水市")
#: A higher amount for everybody, which a national reform would set.
CONDITIONS: Final = (
    *("own_funds_short", "healthy", "creditworthy", "skilled", "recommended", "examined"),
    "guaranteed",
)
Engine = Callable[[pl.DataFrame], Any]
Back = Callable[[Any], pl.DataFrame]


def facts_of(number: int) -> dict[str, Any]:
    """Return the facts of one application; one in seven has no certificate."""
    return {
        "born_on": date(1965, 1, 1 + number % 28),
        "certified": number % 7 > 0,
        "partners": 1,
        "requested": Decimal(10_000 + 1_000 * (number % 30)),
        "months": 24,
        "micro_profit": True,
        "uplift": 0,
        "purpose": "working_capital",
        **dict.fromkeys(CONDITIONS, True),
    }


ROWS: Final = [{"place": PLACES[n % 2], "weight": n % 4, **facts_of(n)} for n in range(120)]
FRAME: Final = pl.DataFrame(ROWS, schema_overrides={"requested": pl.Decimal(12, 2)})
CHOSEN: Final = {"loan.norm": Yuan(30_000)}
BUREAU: Final = Bureau.of("甘肃省")


def by_hand(changes: dict[str, Any], place: str) -> Yuan:
    """Add up the weighted change of a place, case by case."""
    tried = BUREAU.supposing(changes, since=DAY)
    total = Yuan(0)
    for row in ROWS:
        if row["place"] == place:
            given = {k: v for k, v in row.items() if k not in ("place", "weight")}
            facts = LoanApplication(**given)
            sides = [one.loan_terms(facts, on=DAY).value for one in (BUREAU, tried)]
            before, after = [side.principal if side else Yuan(0) for side in sides]
            total += (after - before) * row["weight"]
    return total


def test_results_under_a_hypothesis_are_marked() -> None:
    """A column of every row names the hypothetical values; without any there is none."""
    tried = BUREAU.supposing(CHOSEN, since=DAY)
    result = tried.columns.loan_terms(FRAME, on=DAY)
    assert {"loan.norm@2003-07-15=30000.00"} == set(result["loan_terms_supposed"])
    assert "loan_terms_supposed" not in BUREAU.columns.loan_terms(FRAME, on=DAY).columns
    both = tried.columns.assess(FRAME, on=DAY, measures=["loan_terms"], codes=True)
    assert "loan_terms_supposed" in both.columns
    assert any("refused" in name for name in both.columns)


def test_hypothesis_holds_in_every_place() -> None:
    """A frame with a column of places is evaluated under the hypothesis in each of them."""
    tried = BUREAU.supposing(CHOSEN, since=DAY)
    one = tried.columns.loan_terms(FRAME, on=DAY)
    each = tried.columns.loan_terms(FRAME, on=DAY, region="place")
    assert one["loan_terms_principal"].to_list() == each["loan_terms_principal"].to_list()


def test_cost_by_group_with_weights() -> None:
    """The cost of a group is that of its cases, one by one, each times its weight."""
    result = BUREAU.columns.cost(
        "loan_terms", FRAME, on=DAY, changes=CHOSEN, since=DAY, by=["place"], weights="weight"
    )
    found = {row["place"]: row for row in result.to_dicts()}
    assert set(PLACES) == set(found)
    for place, row in found.items():
        assert by_hand(CHOSEN, place) == Yuan(str(row["loan_terms_principal_change"]))
        weights = [one["weight"] for one in ROWS if one["place"] == place]
        assert (60, sum(weights), 0) == (
            row["rows"],
            row["weight"],
            row["loan_terms_principal_change_open"],
        )
    assert all(row["loan_terms_changed"] > 0 for row in found.values())


def test_open_rows_are_counted_apart() -> None:
    """A row whose change nobody knows is in no sum and is counted."""
    frame = FRAME.with_columns(
        certified=pl.when(pl.int_range(pl.len()) < 5).then(None).otherwise(pl.col("certified"))
    )
    (row,) = BUREAU.columns.cost("loan_terms", frame, on=DAY, changes=CHOSEN, since=DAY).to_dicts()
    assert (120, 120, 5) == (row["rows"], row["weight"], row["loan_terms_principal_change_open"])


def test_decomposition_adds_up() -> None:
    """Each change is made on top of those before it, and all of them make up the reform."""
    changes = {"loan.norm": Yuan(25_000), "loan.months": 36}
    options: dict[str, Any] = {"on": DAY, "since": DAY, "by": ["place"], "weights": "weight"}
    whole = BUREAU.columns.cost("loan_terms", FRAME, changes=changes, **options)
    parts = BUREAU.columns.decompose("loan_terms", FRAME, changes=changes, **options)
    assert list(changes) == list(dict.fromkeys(parts["change"]))
    for row in whole.to_dicts():
        own = parts.filter(pl.col("place") == row["place"])
        name = "loan_terms_principal_change"
        assert row[name] == sum(own[name].to_list())


def test_every_engine(engine: Engine, back: Back) -> None:
    """The cost is the same on every engine."""
    options: dict[str, Any] = {"on": DAY, "changes": CHOSEN, "since": DAY, "weights": "weight"}
    expected = BUREAU.columns.cost("loan_terms", FRAME, **options)
    found = back(BUREAU.columns.cost("loan_terms", engine(FRAME), **options))
    name = "loan_terms_principal_change"
    assert expected[name].to_list() == found[name].to_list()


def test_what_cannot_be_costed() -> None:
    """Weights with rounding errors and unknown rules are refused."""
    frame = FRAME.with_columns(pl.col("weight").cast(pl.Float64))
    with pytest.raises(ColumnsError, match="weight: weights are whole numbers or Decimal"):
        BUREAU.columns.cost(
            "loan_terms", frame, on=DAY, changes=CHOSEN, since=DAY, weights="weight"
        )
    with pytest.raises(UnknownNameError, match=r"loan\.norm"):
        BUREAU.columns.cost("loan_terms", FRAME, on=DAY, changes={"loan.nrm": 1}, since=DAY)
