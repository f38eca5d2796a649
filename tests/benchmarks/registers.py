"""Registers for the speed tests: every combination, without gaps, as large as is asked for."""

from datetime import date
from typing import Final

import polars as pl

#: The day whose law the speed tests apply.
DAY: Final = date(2003, 7, 1)
ENTITLED: Final = ("laid_off_soe", "unemployed_soe", "closed_soe", "living_allowance")


def cycle(values: tuple[str, ...], number: pl.Expr) -> pl.Expr:
    """Give the values in turn, as *number* goes."""
    return pl.lit(pl.Series(values)).gather(number % len(values))


def days_after(first: date, number: pl.Expr) -> pl.Expr:
    """Give the day so many days after the first."""
    return pl.lit(first) + pl.duration(days=number)


def people(rows: int) -> pl.DataFrame:
    """Give persons as the “4050” classification asks for them."""
    n = pl.int_range(rows)
    return pl.select(
        sex=cycle(("female", "male"), n),
        group=cycle((*ENTITLED, "laid_off_collective", "none"), n * 31),
        able=n % 19 > 0,
        willing=n % 23 > 0,
        employed=n % 5 == 0,
        retired=n % 31 == 0,
        internally_retired=n % 29 == 0,
        born_on=days_after(date(1940, 1, 1), n * 7919 % 14_000),
    )


def applications(rows: int) -> pl.DataFrame:
    """Give loans applied for, one borrower each, with the file spelt out."""
    n = pl.int_range(rows)
    return pl.select(
        born_on=days_after(date(1935, 1, 1), n * 7919 % 18_000),
        certified=n % 7 > 0,
        partners=pl.lit(1, pl.Int64),
        requested=n * 104_729 % 5_000_000 + 1,
        months=n % 36 + 1,
        micro_profit=n % 3 > 0,
        uplift=pl.when(n % 13 == 0).then(20).otherwise(0).cast(pl.Int64),
        own_funds_short=n % 29 > 0,
        purpose=cycle(("working_capital", "starting", "other"), n * 3 % 31 % 3),
        healthy=n % 31 > 0,
        creditworthy=n % 37 > 0,
        skilled=n % 41 > 0,
        recommended=n % 43 > 0,
        examined=n % 47 > 0,
        guaranteed=n % 53 > 0,
    )


def firms(rows: int) -> pl.DataFrame:
    """Give enterprises that hire, new and existing, with five taxes each."""
    n = pl.int_range(rows)
    return pl.select(
        enterprise=cycle(("new_service", "existing_service", "new_retail", "existing_retail"), n),
        trade=cycle(("catering", "other", "advertising", "sauna", "massage"), n // 4),
        hired=n * 31 % 97,
        staff=n * 7 % 199 + 1,
        staff_last_year=n % 101 + 1,
        all_new_hires=n * 31 % 97 + n % 37,
        employees=n % 11,
        contract_years=n % 6,
        formation=cycle(("set_up", "set_up", "merger", "expansion"), n // 20),
        mixed=n % 13 == 0,
        separate_accounts=n % 2 == 0,
        surplus_staff=n * 29 % 97,
        approved_on=days_after(date(2002, 6, 1), n * 7919 % 700),
        business_tax=n * 104_729 % 10_000_000,
        construction_tax=n * 7_919 % 1_000_000,
        education_surcharge=n * 3_571 % 500_000,
        enterprise_income_tax=n * 15_485_863 % 90_000_000,
        individual_income_tax=pl.lit(0, pl.Int64),
    )
