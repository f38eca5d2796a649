"""Registers of counts for the speed tests: targets, the employed, the unemployed, those reached."""

import polars as pl
from registers import cycle

BASES = ("flow", "stock")


def counts(rows: int) -> pl.DataFrame:
    """Give counts at the ends of months, ahead of their target and behind it."""
    n = pl.int_range(rows)
    target, passed = n * 31 % 97_000 + 1_000, n % 12 + 1
    return pl.select(
        target=target,
        done=target * passed * (n * 7 % 61 + 70) // 1_200,
        passed=passed,
        parts=pl.lit(12, pl.Int64),
        tolerance=n % 11,
    )


def employed(rows: int) -> pl.DataFrame:
    """Give the urban employed at both ends of a period, more of them or fewer at the end."""
    n = pl.int_range(rows)
    start = n * 7919 % 900_000 + 100_000
    return pl.select(employed_start=start, employed_end=start + n * 31 % 60_000 - 20_000)


def moves(rows: int) -> pl.DataFrame:
    """Give who took up and who gave up work."""
    n = pl.int_range(rows)
    return pl.select(newly_employed=n * 7919 % 90_000, natural_loss=n * 31 % 40_000)


def labour_force(rows: int) -> pl.DataFrame:
    """Give the parts of the labour force."""
    n = pl.int_range(rows)
    return pl.select(
        registered=n * 31 % 40_000,
        unit_employed=n * 7919 % 700_000 + 1,
        off_post=n * 13 % 50_000,
        private_owners=n * 17 % 9_000,
        sole_traders=n * 19 % 70_000,
        private_employed=n * 104_729 % 300_000,
    )


def short_labour_force(rows: int) -> pl.DataFrame:
    """Give the parts that prefectures have data of."""
    return labour_force(rows).select("registered", "unit_employed", "private_employed")


def reemployed(rows: int) -> pl.DataFrame:
    """Give who was re-employed, and of how many, on both bases."""
    n = pl.int_range(rows)
    stock = n * 7919 % 150_000 + 1
    return pl.select(
        base=cycle(BASES, n),
        reemployed=stock * (n % 91) // 100,
        stock=stock,
        newly_laid_off=n * 31 % 40_000,
    )


def certificates(rows: int) -> pl.DataFrame:
    """Give the certificates issued, to all or to some of the entitled."""
    n = pl.int_range(rows)
    entitled = n * 7919 % 150_000 + 1
    return pl.select(issued=entitled - n % 3 * (entitled // 5), entitled=entitled)


def ledgers(rows: int) -> pl.DataFrame:
    """Give the ledgers of the “4050” persons, of all or of some."""
    n = pl.int_range(rows)
    older = n * 7919 % 50_000 + 1
    return pl.select(recorded=older - n % 4 * (older // 7), older=older)
