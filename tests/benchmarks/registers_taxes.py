"""Registers of taxes and their relief for the speed tests, without gaps."""

from datetime import date
from typing import Final

import polars as pl
from registers import cycle, days_after

KINDS: Final = (
    "new_service", "new_retail", "existing_service", "existing_retail", "spun_off", "sole_trader",
)  # fmt: skip
#: Trades that no scheme excludes, then those that some do.
TRADES: Final = (
    "catering", "retail", "processing", "other", "advertising", "sauna", "massage",
    "internet_cafe", "oxygen_bar", "housing_agency", "pawnbroking", "wholesale",
    "mixed_commerce", "other_commerce", "finance", "post", "construction",
    "general_contracting", "entertainment", "property_sale", "land_use_rights",
)  # fmt: skip
FORMATIONS: Final = (
    "set_up", "merger", "split", "restructuring", "reorganisation", "expansion", "relocation",
    "change_of_product", "new_members", "change_of_superior", "change_of_name",
    "change_of_head", "feigned_owner", "registered_again", "feigned_and_registered_again",
)  # fmt: skip
TAXES: Final = (
    "business_tax",
    "construction_tax",
    "education_surcharge",
    "enterprise_income_tax",
    "individual_income_tax",
)
LEVIES: Final = (*TAXES, "fees")
#: The items of business tax whose rates are known, and none.
ITEMS: Final = (
    "service", "construction", "transport", "post", "culture", "intangibles", "property_sale",
    "finance", "none",
)  # fmt: skip
PLACES: Final = ("city", "town", "elsewhere")


def _due(number: pl.Expr) -> dict[str, pl.Expr]:
    """Give five taxes."""
    return {
        "business_tax": number * 104_729 % 10_000_000,
        "construction_tax": number * 7_919 % 1_000_000,
        "education_surcharge": number * 3_571 % 500_000,
        "enterprise_income_tax": number * 15_485_863 % 90_000_000,
        "individual_income_tax": number * 611_953 % 3_000_000,
    }


def enterprises(rows: int) -> pl.DataFrame:
    """Give enterprises of every kind, of every trade and formation, with five taxes each."""
    n = pl.int_range(rows)
    often = pl.when(n // 6 % 3 > 0)
    return pl.select(
        enterprise=cycle(KINDS, n),
        trade=often.then(cycle(TRADES[:4], n // 18)).otherwise(cycle(TRADES, n // 18)),
        hired=n * 31 % 37,
        surplus_staff=n * 29 % 37,
        staff=n * 7 % 100 + 37,
        staff_last_year=n % 90 + 1,
        all_new_hires=n * 31 % 37 + n % 11,
        employees=n % 12,
        contract_years=n // 6 % 5,
        formation=often.then(pl.lit("set_up")).otherwise(cycle(FORMATIONS, n // 378)),
        mixed=n % 13 == 0,
        separate_accounts=n // 13 % 2 == 0,
        approved_on=days_after(date(2002, 6, 1), n * 7919 % 500),
    ).with_columns(**_due(pl.int_range(rows)))


def labour_service_firms(rows: int) -> pl.DataFrame:
    """Give labour-service enterprises, before and after their exemption."""
    n = pl.int_range(rows)
    return pl.select(
        exempted_before=n % 2 == 0,
        original_staff=n * 7 % 90 + 10,
        placed=n * 31 % 97,
        income_tax=n * 15_485_863 % 90_000_000,
    )


def stalls(rows: int) -> pl.DataFrame:
    """Give sole traders with the taxes of a year; of enterprises no standard is known."""
    n = pl.int_range(rows)
    return pl.select(
        kind=pl.repeat("sole_trader", rows),
        months=n % 12 + 1,
        trade=cycle(TRADES, n * 31),
        approved_on=days_after(date(2002, 6, 1), n * 7919 % 2000),
    ).with_columns(**{name: tax // 10 for name, tax in _due(pl.int_range(rows)).items()})


def collections(rows: int) -> pl.DataFrame:
    """Give the tasks of offices, the relief they granted and what they collected."""
    n = pl.int_range(rows)
    return pl.select(
        task=n * 15_485_863 % 100_000_000,
        reliefs=n * 104_729 % 40_000_000,
        collected=n * 7919 % 90_000_000,
        granted=n % 7 > 0,
    )


def levies(rows: int) -> pl.DataFrame:
    """Give taxes and fees, with the day on which the taxpayer was registered."""
    n = pl.int_range(rows)
    registered_on = days_after(date(2000, 1, 1), n * 7919 % 1200)
    return pl.select(
        tax=cycle(LEVIES, n), registered_on=registered_on, pays_business_tax=n % 2 == 0
    )


def turnovers(rows: int) -> pl.DataFrame:
    """Give turnovers of every item but entertainment, the rate of which is not known."""
    n = pl.int_range(rows)
    return pl.select(
        item=cycle(ITEMS, n),
        turnover=n * 15_485_863 % 900_000_000,
        place=cycle(PLACES, n // 9),
        other_taxes=n * 7919 % 1_000_000,
    )


def incomes(rows: int) -> pl.DataFrame:
    """Give incomes of a year in every tier, and earlier losses that they cover."""
    n = pl.int_range(rows)
    income = n * 15_485_863 % 20_000_000
    return pl.select(income=income, losses=income * (n % 4) // 10)
