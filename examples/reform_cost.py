"""The cost of a reform: one prefecture raises the largest loan from 20,000 to 30,000 yuan.

The local row amends the law like that of any prefecture, so it is checked against what the law
delegates; then every application is computed under both rulebooks, side by side. With a folder
the loans of each county before and after are also drawn there.

Usage: ``python examples/reform_cost.py [FOLDER]``
"""

import sys
from datetime import date
from pathlib import Path

import polars as pl

from gansu_reemployment import Amendment, Bureau, Instrument, Yuan
from gansu_reemployment.charts import Chart, reform_chart
from gansu_reemployment.sheets import Label

DAY = date(2003, 7, 15)
#: What every file of the register states as met.
CONDITIONS = (
    "own_funds_short",
    "healthy",
    "creditworthy",
    "skilled",
    "recommended",
    "examined",
    "guaranteed",
)
DRAFT = Instrument("", "额度上调方案（草案）", ("天水市",), DAY, None).at("第一条")


def applications(number: int) -> pl.DataFrame:
    """Build applications of single borrowers, from 1,000 to 40,000 yuan."""
    each = pl.int_range(number)
    return pl.select(
        county=pl.lit(pl.Series(["秦城区", "北道区", "清水县", "甘谷县"])).gather(each % 4),
        born_on=pl.lit(date(1940, 1, 1)) + pl.duration(days=each * 7919 % 12_000),
        certified=each % 9 > 0,
        partners=pl.lit(1),
        requested=(each * 31 % 40 + 1).cast(pl.Decimal(10, 0)) * 1000,
        months=each % 24 + 1,
        micro_profit=each % 3 > 0,
        uplift=pl.lit(0),
        purpose=pl.lit("working_capital"),
    ).with_columns(pl.lit(value=True).alias(condition) for condition in CONDITIONS)


def main(folder: Path | None = None) -> None:
    """Print the changes by the reform, county by county, and draw them."""
    bureau = Bureau.of("天水市")
    raised = Amendment("loan.norm", DAY, Yuan(30_000), DRAFT, bureau.region.id)
    reform = bureau.rulebook.amended([raised])
    compared = bureau.columns.compare(
        "loan_terms",
        applications(10_000),
        on=DAY,
        rulebooks=(bureau.rulebook, reform),
        money="yuan",
    )
    by_county = compared.group_by("county").agg(
        pl.len().alias("applications"),
        pl.col("loan_terms_changed").sum().alias("changed"),
        pl.col("loan_terms_principal_change").sum().alias("more"),
        pl.col("loan_terms_before_principal").sum().alias("before"),
        pl.col("loan_terms_after_principal").sum().alias("after"),
    )
    for row in by_county.sort("county").iter_rows(named=True):
        print(
            f"{row['county']}　{row['changed']:>5,} of {row['applications']:,} loans change, "
            f"by {row['more']:,} yuan in all"
        )
    total = compared["loan_terms_principal_change"].sum()
    print(f"The reform needs {total:,} yuan more to lend.")
    if folder:
        chart(by_county.sort("county")).save(folder / "reform.svg")


def chart(by_county: pl.DataFrame) -> Chart:
    """Draw the loans of each county before and after."""
    before, after = (
        dict(zip(by_county["county"], by_county[side], strict=True)) for side in ("before", "after")
    )
    return reform_chart(
        Label("贷款额度由两万元提高到三万元", "A loan ceiling of 30,000 instead of 20,000 yuan"),
        before,
        after,
        across=Label("贷款合计", "loans in all"),
        unit=Label("元", "yuan"),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
