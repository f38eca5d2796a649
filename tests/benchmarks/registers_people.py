"""Registers of persons and of the places where they live, for the speed tests."""

from datetime import date

import polars as pl
from registers import ENTITLED, cycle, days_after


def applicants(rows: int) -> pl.DataFrame:
    """Give persons who apply for the certificate."""
    n = pl.int_range(rows)
    return pl.select(
        group=cycle((*ENTITLED, "laid_off_collective", "none"), n * 31),
        able=n % 19 > 0,
        willing=n % 23 > 0,
        employed=n % 11 == 0,
        internally_retired=n % 29 == 0,
        licensed_before=n % 13 == 0,
        employed_before=n % 17 == 0,
        retired=n % 31 == 0,
    )


def cards(rows: int) -> pl.DataFrame:
    """Give certificates in use, some of them outside the city, some outside the province."""
    n = pl.int_range(rows)
    return pl.select(
        retired=n % 17 == 0,
        misused=n % 29 == 0,
        expiry_noted=n % 3 == 0,
        expires_on=days_after(date(2005, 1, 1), n * 7919 % 1_500),
        local=n % 4 > 0,
        provincial=n % 7 > 0,
    )


def levels(rows: int) -> pl.DataFrame:
    """Give the levels of the three lines, which overlap."""
    n = pl.int_range(rows)
    return pl.select(
        minimum_wage=n * 7919 % 30_000 + 20_000,
        benefit=n * 104_729 % 20_000 + 15_000,
        allowance=n * 31 % 15_000 + 10_000,
    )
