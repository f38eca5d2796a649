"""Registers of loans and guarantee funds for the speed tests, without gaps."""

from datetime import date
from typing import Final

import polars as pl
from registers import cycle, days_after

#: The quarter whose interest is settled.
SINCE: Final = date(2007, 6, 21)
UNTIL: Final = date(2007, 9, 20)
BORROWERS: Final = ("certified", "registered", "ex_serviceman", "graduate", "enterprise", "none")
PROJECTS: Final = (
    "handicraft", "repair", "book_lending", "lodging", "catering", "laundry", "copying",
    "hairdressing", "small_tables", "small_shop", "removals", "hourly_help", "home_cleaning",
    "health_care", "infant_care", "disabled_children", "care_of_old", "care_of_sick",
    "school_run", "other",
)  # fmt: skip


def extensions(rows: int) -> pl.DataFrame:
    """Give requests to extend loans of up to 30 months."""
    n = pl.int_range(rows)
    frame = pl.select(
        drawn_on=days_after(date(2002, 12, 24), n * 7919 % 180),
        months=n * 31 % 30 + 1,
        extension=n % 18 + 1,
        extended_before=n % 11 == 0,
        guarantor_agrees=n % 7 > 0,
        asked=n % 13 > 0,
        uplift=pl.when(n % 17 == 0).then(20).otherwise(0).cast(pl.Int64),
    )
    return frame.with_columns(
        due_on=pl.col("drawn_on").dt.offset_by(pl.format("{}mo", pl.col("months")))
    )


def firm_loans(rows: int) -> pl.DataFrame:
    """Give applications of enterprises that hired a share of their staff."""
    n = pl.int_range(rows)
    return pl.select(
        hired=n * 31 % 47,
        staff=n * 7 % 60 + 47,
        contract_months=n % 5 * 6,
        requested=n * 104_729 % 200_000_000 + 1,
        months=n % 36 + 1,
        government_guarantee=n % 11 == 0,
        uplift=pl.when(n % 17 == 0).then(20).otherwise(0).cast(pl.Int64),
    )


def projects(rows: int) -> pl.DataFrame:
    """Give businesses on the list and beside it."""
    n = pl.int_range(rows)
    return pl.select(item=cycle(PROJECTS, n), in_community=n % 7 > 0)


def settled_loans(rows: int) -> pl.DataFrame:
    """Give loans in their first and second year, with the quarter that is settled."""
    n = pl.int_range(rows)
    frame = pl.select(
        principal=n * 7919 % 2_000_000 + 100,
        months=pl.lit(pl.Series([6, 12, 18, 24, 36])).gather(n % 5),
        borrower=cycle(BORROWERS, n // 5),
        micro_profit=n % 19 > 0,
        uplift=pl.when(n % 17 == 0).then(20).otherwise(0).cast(pl.Int64),
        drawn_on=days_after(date(2006, 1, 12), n * 31 % 600),
        repaid=n % 9 == 0,
        since=pl.lit(SINCE),
        until=pl.lit(UNTIL),
    )
    drawn = pl.col("drawn_on")
    return frame.with_columns(
        due_on=drawn.dt.offset_by(pl.format("{}mo", pl.col("months"))),
        repaid_on=pl.when("repaid").then(drawn + pl.duration(days=pl.int_range(rows) * 13 % 600)),
    )


def funds(rows: int) -> pl.DataFrame:
    """Give guarantee funds with what they guarantee."""
    n = pl.int_range(rows)
    return pl.select(fund=n * 104_729 % 1_000_000_000, outstanding=n * 15_485_863 % 6_000_000_000)


def guaranteed_loans(rows: int) -> pl.DataFrame:
    """Give what was guaranteed for a year."""
    n = pl.int_range(rows)
    return pl.select(principal=n * 15_485_863 % 5_000_000_000, balance=n * 104_729 % 4_000_000_000)


def bank_books(rows: int) -> pl.DataFrame:
    """Give the loans of banks, of which up to 40 per cent are bad."""
    n = pl.int_range(rows)
    balance = n * 15_485_863 % 900_000_000 + 1
    return pl.select(
        balance=balance, bad=balance * (n % 41) // 100, stopped=n % 3 == 0, fund_paid=n % 2 == 0
    )


def losses(rows: int) -> pl.DataFrame:
    """Give losses on loans to persons and to enterprises."""
    n = pl.int_range(rows)
    return pl.select(
        loss=n * 104_729 % 10_000_000,
        agency=n % 3 > 0,
        enterprise=n % 7 == 0,
        prefecture_fund=n % 2 == 0,
    )


def compensations(rows: int) -> pl.DataFrame:
    """Give what funds are to pay for defaults in a year."""
    n = pl.int_range(rows)
    return pl.select(
        balance=n * 15_485_863 % 900_000_000,
        compensated=n * 104_729 % 250_000_000,
        fund=n * 7919 % 150_000_000,
    )
