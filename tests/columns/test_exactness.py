"""The ranges in which arithmetic is exact: at the edge as a case, beyond it undecided."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.columns.arithmetic import half_up
from gansu_reemployment.columns.choices import as_ratio
from gansu_reemployment.columns.facts import MOST
from gansu_reemployment.columns.terms import Column
from gansu_reemployment.measures.taxes.facts import (
    Enterprise,
    EnterpriseKind,
    Formation,
    TaxesDue,
    Trade,
)
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.money import Yuan

DAY = date(2003, 7, 1)
MOST_FEN = MOST[Yuan]
MOST_NUMBER = MOST[int]

bureau = Bureau.of("天水市")
Engine = Callable[[pl.DataFrame], Any]
Back = Callable[[Any], pl.DataFrame]


def firm(**facts: Any) -> Enterprise:
    """Give a new enterprise below the share of staff at which it is exempt."""
    known: dict[str, Any] = {
        "enterprise": EnterpriseKind.NEW_SERVICE,
        "trade": Trade.OTHER,
        "surplus_staff": 0,
        "staff_last_year": 9,
        "all_new_hires": MOST_NUMBER,
        "employees": 8,
        "contract_years": 3,
        "formation": Formation.SET_UP,
        "mixed": False,
        "separate_accounts": True,
        "approved_on": DAY,
        **TaxesDue.usual,
    }
    return Enterprise(**{**known, **facts})


def row(enterprise: Enterprise) -> pl.DataFrame:
    """Put an enterprise into a frame of one row."""
    kinds = {
        "Boolean": pl.Boolean,
        "Int64": pl.Int64,
        "Decimal": pl.Int64,
        "Date": pl.Date,
    }
    values: dict[str, Any] = {}
    for column in bureau.columns.schema("tax_relief"):
        value = getattr(enterprise, column.name)
        value = value.fen if isinstance(value, Yuan) else getattr(value, "code", value)
        values[column.name] = pl.Series([value], dtype=kinds.get(column.holds, pl.String))
    return pl.DataFrame(values)


AMOUNTS = (0, 1, 99, MOST_FEN - 1, MOST_FEN)
SHARES = ((1, 7), (299, 1000), (1, MOST_NUMBER), (0, 3))


FIRMS = [
    firm(hired=hired, staff=staff, enterprise_income_tax=Yuan.from_fen(amount))
    for amount in AMOUNTS
    for hired, staff in SHARES
]


def check_edge(result: pl.DataFrame) -> None:
    """Assert that the relief of each firm is the same to the fen as that of the case."""
    expected = [bureau.tax_relief(facts, on=DAY).unwrap() for facts in FIRMS]

    taxes = result["tax_relief_relief_enterprise_income_tax"].to_list()
    assert [relief.relief.enterprise_income_tax.fen for relief in expected] == taxes
    shares = [Fraction(share) for share in result["tax_relief_staff_share"]]
    assert [relief.staff_share for relief in expected] == shares


def test_share_at_the_edge() -> None:
    """The largest amount times the finest ratio is exact in a frame that has nothing else."""
    check_edge(bureau.columns.tax_relief(pl.concat(map(row, FIRMS)), on=DAY, money="fen"))


def test_beyond_the_edge(engine: Engine, back: Back) -> None:
    """On every engine an amount or number that is exact is worked; one beyond leaves a question.

    Too large is beyond, and so is below zero.
    """
    facts = row(firm(hired=1, staff=7, enterprise_income_tax=Yuan(1)))
    wrong = {
        "enterprise_income_tax": [MOST_FEN + 1, -1, 2**63 - 1],
        "staff": [MOST_NUMBER + 1, -1, -(2**63)],
    }
    named = [(name, value) for name, values in wrong.items() for value in values]
    beyond = [facts.with_columns(pl.lit(value, pl.Int64).alias(name)) for name, value in named]
    frame = pl.concat([*map(row, FIRMS), *beyond]).with_row_index("n")
    result = back(bureau.columns.tax_relief(engine(frame), on=DAY, money="fen")).sort("n")
    check_edge(result.head(len(FIRMS)))
    result = result.tail(len(beyond))

    assert {"fact-missing"} == {*result["tax_relief_reasons"]}
    for (name, _value), missing in zip(named, result["tax_relief_missing"], strict=True):
        assert name in missing.split(";")


@pytest.mark.parametrize("yuan", ["100000000000.00", "0.01", "100000000000.01"])
def test_decimal_at_the_edge(engine: Engine, back: Back, yuan: str) -> None:
    """Decimal yuan are read exactly up to the largest amount, and never beyond it."""
    frame = pl.DataFrame({"income": [yuan], "losses": ["0.00"]}).with_columns(
        pl.all().cast(pl.Decimal(38, 2))
    )
    result = back(bureau.columns.income_tax(engine(frame), on=DAY, money="yuan")).to_dicts()[0]
    income = YearIncome(income=Yuan(yuan), losses=Yuan(0))
    expected = bureau.income_tax(income, on=DAY).value

    assert expected is not None
    known = yuan != "100000000000.01"
    assert (str(expected) if known else None) == (
        None if result["income_tax"] is None else str(result["income_tax"])
    )
    assert (None if known else "income") == result["income_tax_missing"]


@given(
    amount=st.integers(0, MOST_FEN),
    part=st.integers(0, 2 * MOST_NUMBER),
    whole=st.integers(1, MOST_NUMBER),
)
def test_half_up(amount: int, part: int, whole: int) -> None:
    """A ratio of an amount in a column is the ratio of the same amount of one case."""
    ratio = Fraction(part, whole)
    exact = Yuan.from_fen(amount).share(ratio).fen
    if exact >= 2**62:
        return
    frame: Any = nw.from_native(pl.DataFrame({"amount": [amount]}))
    column = half_up(Column(nw.col("amount")), as_ratio(ratio), lambda term: term)

    assert [exact] == frame.select(amount=column.expr)["amount"].to_list()
