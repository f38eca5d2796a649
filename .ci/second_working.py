"""Write worked cases whose answers come from the second working, the rules written by hand.

``tests/benchmarks/by_hand_*.py`` state the law of one day for each measure over columns, in plain
Polars and without the library. Rows of their registers become cases: of each way in which a row
ends the first ones, and a decided row with one fact unknown. The library is asked only which facts
are amounts. Run after a change of the references: ``python .ci/second_working.py``.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

import attrs  # noqa: E402 - the references are found by the line above
from by_hand import Reference  # noqa: E402
from references import REFERENCES  # noqa: E402

from gansu_reemployment.bureau import Bureau  # noqa: E402
from gansu_reemployment.catalogue import MEASURES  # noqa: E402
from gansu_reemployment.fact_model import describe  # noqa: E402
from gansu_reemployment.ledger import read_facts  # noqa: E402
from gansu_reemployment.money import Yuan  # noqa: E402

TARGET: Final = ROOT / "tests" / "vectors" / "second_working"
ROWS: Final = 2_000
#: How many rows are taken of those that are decided, and in all.
DECIDED, MOST = 4, 8
#: The register holds a list in one column, or its place is one that a plugin brings.
OTHERS: Final = {"collection_offset", "post_subsidy"}

#: A fact that the register holds even where another one rules it out.
NEEDS: Final = {"repaid_on": "repaid"}


def main() -> None:
    """Write a file for each reference."""
    TARGET.mkdir(exist_ok=True)
    for name, reference in REFERENCES.items():
        if name not in OTHERS:
            text = "\n\n".join(cases(name, reference)) + "\n"
            (TARGET / f"{name}.toml").write_text(text, encoding="utf-8")


def cases(name: str, reference: Reference) -> Iterator[str]:
    """Yield the head of the file and each case."""
    module = module_of(reference)
    yield f'# Made by .ci/second_working.py from tests/benchmarks/{module}.\nmeasure = "{name}"'
    register = reference.register(ROWS)
    rows = register.columns
    known = chosen(name, reference.polars(register).with_row_index("_row"))
    for row in known:
        yield case(name, reference, row, rows, f"row {row['_row']} of the register")
    decided = [row for row in known if row[f"{name}_reasons"] is None]
    for row in decided[-1:]:
        for asked in asked_of(name, reference, register, row["_row"]):
            gap = pl.when(pl.int_range(ROWS) == row["_row"]).then(None).otherwise(pl.col(asked))
            frame = register.with_columns(gap.alias(asked))
            found = reference.polars(frame).row(row["_row"], named=True)
            sentence = f"row {row['_row']} of the register, without {asked}"
            yield case(name, reference, found, rows, sentence)


def module_of(reference: Reference) -> str:
    """Return the file that states a reference."""
    stated = getattr(reference.polars, "func", reference.polars)
    return Path(stated.__code__.co_filename).name


def chosen(name: str, frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Return some rows that are decided, with different values, and one of each set of reasons."""
    reasons = pl.col(f"{name}_reasons")
    refused = frame.filter(reasons.is_not_null()).unique(f"{name}_reasons", keep="first")
    refused = refused.sort("_row").head(MOST - DECIDED)
    decided = frame.filter(reasons.is_null())
    values = [column for column in frame.columns if column.startswith(name)]
    decided = decided.unique(values, keep="first").sort("_row")
    places = sorted({number * (len(decided) - 1) // (DECIDED - 1) for number in range(DECIDED)})
    return [*decided[places].to_dicts(), *refused.to_dicts()]


def asked_of(name: str, reference: Reference, register: pl.DataFrame, row: int) -> list[str]:
    """Return the first fact without which a row is undecided by the reference."""
    for asked in register.columns:
        frame = register.slice(row, 1).with_columns(
            pl.lit(None, register[asked].dtype).alias(asked)
        )
        if reference.polars(frame)[f"{name}_missing"][0] == asked:
            return [asked]
    return []


def case(
    name: str, reference: Reference, row: dict[str, Any], columns: list[str], sentence: str
) -> str:
    """Return a case in TOML."""
    amounts = {fact.name for fact in describe(MEASURES[name].facts) if fact.kind is Yuan}
    facts = {
        column: yuan(row[column]) if column in amounts else row[column]
        for column in columns
        if row[column] is not None and row.get(NEEDS.get(column, ""), True)
    }
    module = module_of(reference)
    lines = [
        "[[case]]",
        f'name = "{sentence}"',
        f"on = {reference.day}",
        'region = "620500"',
        f"facts = {toml(facts)}",
        f"expect = {toml(expected(name, reference, row, facts))}",
        f'source = "second working: tests/benchmarks/{module}"',
    ]
    return "\n".join(lines)


def expected(
    name: str, reference: Reference, row: dict[str, Any], facts: dict[str, Any]
) -> dict[str, Any]:
    """Return what the reference says: the reasons, the unknown facts, or the values."""
    if row[f"{name}_missing"]:
        return {"missing": row[f"{name}_missing"].split(";")}
    if row[f"{name}_reasons"]:
        return {"refused": row[f"{name}_reasons"].split(";")}
    shape = Bureau.of("620500").work(
        name, read_facts(MEASURES[name].facts, facts), on=reference.day
    )
    if name in row:
        return {"value": yuan(row[name]) if isinstance(shape.value, Yuan) else row[name]}
    result: Any = type(shape.value)
    return {
        field.name: value
        for field in attrs.fields(result)
        if (value := part(f"{name}_{field.name}", getattr(shape.value, field.name), row))
        is not None
    }


def part(column: str, shape: Any, row: dict[str, Any]) -> Any:
    """Return one part of a result, which may be a record of several columns."""
    if isinstance(shape, Yuan):
        return yuan(row[column])
    if attrs.has(type(shape)):
        fields = attrs.fields(type(shape))
        return {f.name: part(f"{column}_{f.name}", getattr(shape, f.name), row) for f in fields}
    if isinstance(shape, Mapping):
        return {key.code: part(f"{column}_{key.code}", one, row) for key, one in shape.items()}
    return row.get(column)


def yuan(fen: int) -> str:
    """Return an amount of fen as the text of an amount in yuan."""
    return f"{Decimal(fen) / 100:.2f}"


def toml(value: Any) -> str:
    """Return a value in TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | date) else f'"{value}"'


if __name__ == "__main__":
    main()
