"""Registers of claims for subsidies, for the speed tests."""

from datetime import date

import polars as pl
from registers import ENTITLED, cycle

EMPLOYERS = ("service", "retail", "public_post", "flexible", "excluded", "other")
KINDS = (
    "general", "older", "zero_employment", "disabled",
    "long_allowance", "allowance", "landless", "long_unemployed",
)  # fmt: skip
COURSES = ("skills", "start_idea", "start_firm", "by_employer")


def claims(rows: int) -> pl.DataFrame:
    """Give person-months claimed by every kind of employer, with the wages of a year."""
    n = pl.int_range(rows)
    monthly = n * 31 % 90_000 + 60_000
    return pl.select(
        employer=cycle((*EMPLOYERS[:2], *EMPLOYERS[:3], *EMPLOYERS), n),
        contract_years=n * 7 // 3 % 9,
        group=cycle((*ENTITLED, *ENTITLED, "laid_off_collective", "none"), n * 31 // 7),
        hardship=cycle(("older", "older", "older", "general", "landless"), n // 2),
        new_post=n % 13 > 0,
        wage=n * 7919 % 500_000,
        average_wage=monthly * 12 + n % 12,
        months=n % 3 + 1,
        months_used=n * 13 % 43,
        months_in_contract=pl.lit(0, pl.Int64),
        retired=n % 17 == 0,
        years_left_at_approval=n % 9,
        approved_on=pl.lit(date(2003, 7, 1)),
    )


def posts(rows: int) -> pl.DataFrame:
    """Give months in public-service posts, of the first year to those after the third."""
    n = pl.int_range(rows)
    return pl.select(
        hardship=cycle(KINDS, n),
        contract_years=n // 8 % 5,
        months=n * 31 % 12 + 1,
        months_used=n * 7919 % 40,
        retired=n % 17 == 0,
    )


def courses(rows: int) -> pl.DataFrame:
    """Give courses of training."""
    n = pl.int_range(rows)
    enrolled = n * 31 % 199 + 1
    passed = enrolled * (n % 51 + 50) // 100
    return pl.select(
        course=cycle(COURSES, n),
        qualified=n % 11 > 0,
        enrolled=enrolled,
        passed=passed,
        placed=passed * (n % 41 + 60) // 100,
    )
