"""The cost of a reform: one prefecture raises the largest loan from 20,000 to 30,000 yuan.

The local row amends the law like that of any prefecture, so it is checked against what the law
delegates; then every application is computed under both rulebooks, side by side.
"""

from datetime import date

import polars as pl

from gansu_reemployment import Amendment, Bureau, Instrument, Yuan

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


def main() -> None:
    """Print the changes by the reform, county by county."""
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
    )
    for row in by_county.sort("county").iter_rows(named=True):
        print(
            f"{row['county']}　{row['changed']:>5,} of {row['applications']:,} loans change, "
            f"by {row['more']:,} yuan in all"
        )
    total = compared["loan_terms_principal_change"].sum()
    print(f"The reform needs {total:,} yuan more to lend.")


if __name__ == "__main__":
    main()
