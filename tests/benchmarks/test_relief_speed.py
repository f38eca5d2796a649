"""Speed of tax relief over a million enterprises, beside the same sums by hand-written Polars.

Run with ``pytest tests/benchmarks --benchmark-enable``; the number in brackets is the ratio to
the fastest of its group. By hand there are neither shares nor open questions nor citations.
"""

from datetime import date

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment import Bureau
from gansu_reemployment.enterprises import TAXES, EnterpriseKind

DAY = date(2003, 9, 1)
ROWS = 1_000_000
NAMES = tuple(tax.code for tax in TAXES)
#: The taxes from which each kind is exempted at 30 per cent, or always.
EXEMPT = {
    "new_service": NAMES[:4],
    "new_retail": NAMES[1:4],
    "spun_off": NAMES[3:4],
    "sole_trader": (*NAMES[:3], NAMES[4]),
}
SERVICE = ("advertising", "sauna", "massage", "internet_cafe", "oxygen_bar")


def register(rows: int) -> pl.DataFrame:
    """Make a register by cycling through kinds, trades, counts and amounts."""
    number = pl.int_range(rows, eager=True)
    kinds = pl.Series([kind.code for kind in EnterpriseKind])
    trades = pl.Series(["catering", "retail", "sauna", "wholesale", "processing"])
    taxes = {name: number * (7919 + place) % 10_000_000 for place, name in enumerate(NAMES)}
    return pl.DataFrame(
        {
            "enterprise": kinds.gather(number % len(kinds)),
            "trade": trades.gather(number % len(trades)),
            "hired": number % 37,
            "staff": number % 100 + 37,
            "staff_last_year": number % 90 + 1,
            "all_new_hires": number % 40 + 37,
            "employees": number % 12,
            "contract_years": number % 5,
            "separate_accounts": pl.repeat(None, rows, dtype=pl.Boolean, eager=True),
            "began_on": pl.repeat(None, rows, dtype=pl.Date, eager=True),
            **taxes,
        }
    )


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """Write reliefs, payables, years and reasons by Polars expressions for the one day."""
    kind, trade, hired = pl.col("enterprise"), pl.col("trade"), pl.col("hired")
    existing = kind.is_in(["existing_service", "existing_retail"])
    hiring = existing | kind.is_in(["new_service", "new_retail"])
    last_and_new = pl.col("staff_last_year") + pl.col("all_new_hires")
    whole = pl.when(existing).then(last_and_new).otherwise(pl.col("staff"))
    excluded = (
        pl.when(kind.is_in(["new_service", "existing_service"]))
        .then(trade.is_in(SERVICE))
        .when(kind == "sole_trader")
        .then(trade.is_in([*SERVICE, "construction", "entertainment"]))
        .when(kind == "spun_off")
        .then(trade.is_in([*SERVICE, "wholesale", "mixed_commerce", "other_commerce"]))
        .otherwise(trade.is_in(["wholesale", "mixed_commerce", "other_commerce"]))
    )
    lazy = frame.lazy().with_columns(
        whole=whole,
        full=(kind == "sole_trader") | (hired * 10 >= whole * 3),
        excluded=excluded,
        short=hiring & (pl.col("contract_years") < 1),
        years=pl.when(hiring).then(pl.min_horizontal("contract_years", 3)).otherwise(3),
    )
    refused = pl.col("excluded") | pl.col("short")
    codes = [
        pl.when("excluded").then(pl.lit("excluded-trade")),
        pl.when("short").then(pl.lit("contract-too-short")),
    ]
    reliefs = {f"tax_relief_relief_{name}": _relief(name, existing) for name in NAMES}
    lazy = lazy.with_columns(
        **{name: pl.when(~refused).then(relief) for name, relief in reliefs.items()},
        tax_relief_years=pl.when(~refused).then("years"),
        tax_relief_reasons=pl.when(refused).then(
            pl.concat_str(codes, separator=";", ignore_nulls=True)
        ),
    )
    payable = {
        f"tax_relief_payable_{n}": pl.col(n) - pl.col(f"tax_relief_relief_{n}") for n in NAMES
    }
    return lazy.with_columns(**payable).collect()


def _relief(name: str, existing: pl.Expr) -> pl.Expr:
    due, kind, full = pl.col(name), pl.col("enterprise"), pl.col("full")
    exempt = [code for code, names in EXEMPT.items() if name in names]
    relief = pl.when(kind.is_in(exempt) & full).then(due)
    if name != "enterprise_income_tax":
        return relief.otherwise(0)
    doubled = (due * pl.col("hired") * 4 + pl.col("whole")) // (pl.col("whole") * 2)
    new = kind.is_in(["new_service", "new_retail"])
    return (
        relief.when(existing & full).then((due * 6 + 10) // 20).when(new).then(doubled).otherwise(0)
    )


@pytest.mark.benchmark(group="tax relief of a million enterprises on Polars")
def test_columns(benchmark: BenchmarkFixture) -> None:
    """The measure over a million rows, with shares, terms, reasons and missing facts."""
    frame = register(ROWS)
    result = benchmark(Bureau.of("天水市").columns.tax_relief, frame, on=DAY)
    expected = by_hand(frame)
    names = [name for name in expected.columns if name.startswith("tax_relief_")]
    assert expected.select(names).equals(result.select(names))


@pytest.mark.benchmark(group="tax relief of a million enterprises on Polars")
def test_columns_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: reliefs, payables, years and reasons by hand-written expressions."""
    assert ROWS == benchmark(by_hand, register(ROWS)).height
