"""The real engines say of a row what the dataframes say: values, reasons, questions, statuses."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import polars as pl
import pytest
from agreement import columns, differences, expected, register
from attrs import evolve
from drawn import OVER_COLUMNS
from sql_engines import ENGINES, SERVERS, TABLE, Engine

from gansu_reemployment.columns.request import column_measure
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.sql import dialects

EARLY, LATE = date(2003, 7, 1), date(2009, 3, 1)
ROWS: Final = 100
#: Their queries take seconds to write: one day is enough here, and for most runs one engine.
LONG: Final = {"insurance_subsidy", "interest_subsidy", "tax_relief", "ordered_relief"}
#: Measures with branches that need rules without a known value on the earlier day.
GAPS: Final = ("training_subsidy", "loss_shares", "loan_terms", "enterprise_loan")


@cache
def engine_of(name: str) -> Engine | None:
    """Return an engine, or none if its server does not answer."""
    try:
        return ENGINES[name]()
    except SERVERS:
        return None


@pytest.fixture(name="_closed", scope="module", autouse=True)
def _close_engines() -> Iterator[None]:
    """Close the connections to the servers."""
    yield
    for engine in running().values():
        engine.close()
    engine_of.cache_clear()


def running() -> Mapping[str, Engine]:
    """Return the engines that answer; two of them are always there."""
    found = {name: engine_of(name) for name in ENGINES}
    return {name: engine for name, engine in found.items() if engine}


@pytest.mark.parametrize("name", ENGINES)
def test_engine_answers(name: str) -> None:
    """Each engine is there, or its tests are skipped for all to see."""
    if engine_of(name) is None:
        pytest.skip(f"no server of {name} answers")


def check(name: str, on: date | str, only: str = "") -> None:
    """Assert that every engine, or one only, says of each row what the dataframe says."""
    frame = register(name, ROWS)
    wanted = expected(name, frame, on)
    engines = running()
    for dialect, engine in engines.items() if not only else [(only, engines[only])]:
        engine.load(frame)
        assert [] == differences(engine, dialect, name, wanted, on), dialect


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow("writes a long query for every engine"))
        if name in LONG
        else name
        for name in OVER_COLUMNS
    ],
)
def test_measure(name: str) -> None:
    """Every measure is the same on every engine."""
    check(name, LATE)


@pytest.mark.parametrize("name", sorted(LONG))
def test_long_query(name: str) -> None:
    """The measures of the longest queries are the same on the engine of the standard library."""
    check(name, LATE, "sqlite")


@pytest.mark.parametrize("name", [n for n in OVER_COLUMNS if n not in LONG])
def test_earlier_law(name: str) -> None:
    """Under another law too, also where a rule that a branch needs has no known value."""
    check(name, EARLY)


@pytest.mark.parametrize(
    "name",
    [
        *("hardship", "enterprise_loan"),
        pytest.param("ordered_relief", marks=pytest.mark.slow("writes a long query")),
    ],
)
def test_day_of_each_row(name: str) -> None:
    """The law may be that of a column of days."""
    check(name, "day")


@pytest.mark.parametrize("dialect", ["duckdb", "postgresql", "mysql"])
@pytest.mark.parametrize("name", ["income_tax", "loss_shares", "collection_offset"])
def test_yuan(name: str, dialect: str) -> None:
    """Amounts in yuan are exact where an engine has decimals."""
    engine = engine_of(dialect)
    if engine is None:
        pytest.skip(f"no server of {dialect} answers")
    frame = in_yuan(name, register(name, ROWS))
    engine.load(frame)
    wanted = expected(name, frame, LATE, "yuan")
    assert [] == differences(engine, dialect, name, wanted, LATE, "yuan")


def in_yuan(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return a register with its amounts in yuan with two decimals."""
    amounts = [c.name for c in schema(column_measure(name, columns.bureau)) if c.holds == "Decimal"]
    yuan = (pl.col(amount).cast(pl.Decimal(18, 2)) / 100 for amount in amounts)
    return frame.with_columns(expr.cast(pl.Decimal(16, 2)) for expr in yuan)


@pytest.mark.parametrize("name", ["hardship", "loan_terms", "training_subsidy"])
def test_yes_and_no_as_numbers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine without yes and no, such as SQL Server, computes the same with 1 and 0."""
    numbers = {"sqlite": evolve(dialects.DIALECTS["sqlite"], truths=False)}
    monkeypatch.setattr(dialects, "DIALECTS", numbers)
    frame = register(name, ROWS)
    engine = ENGINES["sqlite"]()
    engine.load(frame)
    assert [] == differences(engine, "sqlite", name, expected(name, frame, LATE), LATE)


def test_region_of_each_row() -> None:
    """Each row may be of a place of its own, under the law of the place."""
    places = pl.Series("place", ["天水市", "兰州市", "620000", "no such place", None])
    frame = register("loan_terms", ROWS).with_columns(
        place=pl.lit(places).gather(pl.col("n") % 5),
        # Facts that some places add.
        registered=pl.col("n") % 7 > 0,
        resident=pl.col("n") % 11 > 0,
        working_age=pl.lit(None, pl.Boolean),
    )
    wanted = columns.loan_terms(frame, on=LATE, region="place", money="fen")
    query = columns.sql(
        "loan_terms",
        on=LATE,
        dialect="duckdb",
        table=TABLE,
        keep=["n"],
        region="place",
        money="fen",
    )
    engine = ENGINES["duckdb"]()
    engine.load(frame)
    found = sorted(engine.rows(query), key=lambda row: int(row["n"]))
    assert wanted.select(*found[0]).to_dicts() == found


def test_wrong_types_are_unknown() -> None:
    """SQLite holds anything in any column; what is not of the type of its fact is asked for."""
    engine: Any = ENGINES["sqlite"]()
    engine.load(register("hardship", 1).clear())
    right: dict[str, Any] = {
        "sex": "female",
        "born_on": "1960-01-01",
        "group": "laid_off_soe",
        "able": 1,
    }
    right |= {"willing": 1, "employed": 0, "retired": 0, "internally_retired": 0}
    wrong: dict[str, Any] = {"born_on": "1960/01/01", "able": "yes", "employed": 2}
    for name, value in {"right": 0, **wrong}.items():
        row = {"n": name, **right} | ({name: value} if name in wrong else {})
        names, marks = ", ".join(f'"{each}"' for each in row), ", ".join("?" * len(row))
        insert = f"INSERT INTO {TABLE} ({names}) VALUES ({marks})"
        engine.connection.execute(insert, [*row.values()])
    query = columns.sql("hardship", on=EARLY, dialect="sqlite", table=TABLE, keep=["n"])
    found = {row["n"]: row["hardship_missing"] for row in engine.rows(query)}
    assert {"right": None, **{name: name for name in wrong}} == found


@pytest.mark.parametrize("dialect", ["duckdb", "postgresql"])
def test_floating_point_is_unknown(dialect: str) -> None:
    """An amount or a number in a column of floating point is no amount and no number."""
    engine = engine_of(dialect)
    if engine is None:
        pytest.skip(f"no server of {dialect} answers")
    frame = pl.DataFrame({"n": [1], "income": [100.0], "losses": [0.0]})
    engine.load(frame)
    for money in ("fen", "yuan"):
        query = columns.sql(
            "income_tax", on=EARLY, dialect=dialect, table=TABLE, keep=["n"], money=money
        )
        (row,) = engine.rows(query)
        assert "income;losses" == row["income_tax_missing"]
