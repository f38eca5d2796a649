"""Queries and dataframes side by side on edge rows; run as a script, a table of measure by engine.

python tests/sql/agreement.py [ROWS [MEASURE,... [ENGINE,...]]]
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from time import monotonic
from typing import Any, Final

import polars as pl
from drawn import OVER_COLUMNS, any_day, fit_together, value
from more_engines import MORE
from sql_engines import ENGINES, TABLE, Engine

from gansu_reemployment import Bureau
from gansu_reemployment.columns.request import column_measure
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.errors import SqlError
from gansu_reemployment.fact_model import describe

KINDS: Final = {"Boolean": pl.Boolean, "Int64": pl.Int64, "Decimal": pl.Int64, "Date": pl.Date}
#: The law of a day, and of the day of each row.
DAYS: Final[tuple[date | str, ...]] = (date(2003, 7, 1), date(2009, 3, 1), "day")
PLACE: Final = "天水市"
columns = Bureau.of(PLACE).columns


def register(name: str, rows: int) -> pl.DataFrame:
    """Draw rows of a measure: unknown facts, odd codes, impossible numbers and days among them."""
    measure, draw = column_measure(name, columns.bureau), Random(name)  # noqa: S311 - a fixed register, no secret
    held: list[dict[str, Any]] = []
    for number in range(rows):
        known = not draw.randrange(3)
        facts = {f.name: value(draw, f, known=known) for f in describe(measure.facts)}
        fit_together(draw, facts)
        facts |= dict(odd(draw, name, facts)) if not draw.randrange(4) else {}
        held.append({"n": number, "day": any_day(draw, 2002, 9), **facts})
    kinds = {c.name: KINDS.get(c.holds, pl.String) for c in schema(measure)}
    return pl.DataFrame(held, schema={"n": pl.Int64, "day": pl.Date, **kinds})


def odd(draw: Random, name: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Replace one fact of a row by one at the edge of what it may be, or beyond."""
    chosen = draw.choice(schema(column_measure(name, columns.bureau)))
    held = facts[chosen.name]
    if chosen.limits:
        least, most = chosen.limits
        yield chosen.name, draw.choice([least - 1, least, most, most + 1])
    elif chosen.codes:
        code = draw.choice(chosen.codes)
        (member,) = (each for each in chosen.kind if each.code == code)
        yield chosen.name, draw.choice([code.title(), f"{code} ", member.value, member.name, ""])
    elif chosen.holds == "Date":
        yield chosen.name, draw.choice([date(2004, 2, 29), date(1960, 2, 29), date(2011, 12, 31)])
    elif held is not None:
        yield chosen.name, not held


def expected(name: str, frame: pl.DataFrame, on: date | str, money: Any = "fen") -> pl.DataFrame:
    """Return what the columns say of the frame."""
    result = columns.work(name, frame, on=on, money=money, status=True)
    return result.select("n", *(c for c in result.columns if c.startswith(name)))


def plain(held: Any, kind: Any) -> Any:
    """Return a value of an engine as the dataframe holds it; a floating number is a fault."""
    assert not isinstance(held, float), held
    if held is None:
        return None
    if kind == pl.Boolean:
        return bool(held)
    if kind == pl.Date and isinstance(held, str):
        return date.fromisoformat(held)
    if kind == pl.Int64:
        assert held == int(held)
        return int(held)
    return held


def differences(
    engine: Engine,
    dialect: str,
    name: str,
    wanted: pl.DataFrame,
    on: date | str,
    money: Any = "fen",
) -> list[dict[str, Any]]:
    """Return what a query says of rows, where it is not right, after what is right."""
    query = columns.sql(
        name, on=on, dialect=dialect, table=TABLE, keep=["n"], money=money, status=True
    )
    found = sorted(engine.rows(query), key=lambda row: row["n"])
    said = [{n: plain(row[n], kind) for n, kind in wanted.schema.items()} for row in found]
    pairs = zip(wanted.to_dicts(), said, strict=True)
    return [_differing(right, row) for right, row in pairs if right != row]


def _differing(right: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {n: (held, row[n]) for n, held in right.items() if held != row[n] or n == "n"}


def outcome(engine: Engine, dialect: str, name: str, wanted: pl.DataFrame, on: date | str) -> str:
    """Return one word for a query: agreed, differs, or why it was refused."""
    try:
        found = differences(engine, dialect, name, wanted, on)
    except SqlError as refusal:
        return f"refused: {refusal}"
    except Exception as error:  # noqa: BLE001 - every error of an engine belongs in the table
        return f"failed: {type(error).__name__} {str(error)[:200]}"
    return f"differs in {len(found)}: {found[0]}" if found else "agreed"


def main() -> None:
    """Print a line for each measure, law and engine."""
    rows, names, engines = ([*sys.argv[1:], "", "", ""])[:3]
    known = {**ENGINES, **MORE}
    held = {name: known[name]() for name in (engines.split(",") if engines else ENGINES)}
    for name in names.split(",") if names else OVER_COLUMNS:
        frame = register(name, int(rows or 10_000))
        for engine in held.values():
            engine.load(frame)
        for on in DAYS:
            wanted = expected(name, frame, on)
            for dialect, engine in held.items():
                begun = monotonic()
                said = outcome(engine, dialect, name, wanted, on)
                print(f"{name}\t{on}\t{dialect}\t{monotonic() - begun:.1f}\t{said}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
