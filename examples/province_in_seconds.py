"""A province in seconds: two million invented people, classified and counted by prefecture.

Each person is classified under the law of their own prefecture. It runs from any folder and
needs the extra ``columns``.
"""

import sys
from datetime import date
from time import perf_counter

import polars as pl

from gansu_reemployment import Bureau
from gansu_reemployment.regions import Level, gansu

DAY = date(2003, 7, 1)
PEOPLE = 2_000_000
GROUPS = ("laid_off_soe", "unemployed_soe", "closed_soe", "living_allowance", "none")
SHOWN = {
    "people": "rows",
    "older": "hardship_is_older",
    "general": "hardship_is_general",
    "refused": "hardship_refused",
    "in work": "hardship_refused_employed",
    "undecided": "hardship_undecided",
}


def make(people: int) -> pl.DataFrame:
    """Build people by counting through the combinations, without random numbers."""
    number = pl.int_range(people)
    prefectures = [place.name for place in gansu().of_level(Level.PREFECTURE)]
    return pl.select(
        prefecture=pl.lit(pl.Series(prefectures)).gather(number * number % 97 % len(prefectures)),
        sex=pl.when(number % 2 == 0).then(pl.lit("female")).otherwise(pl.lit("male")),
        born_on=pl.when(number % 401 > 0).then(
            pl.lit(date(1943, 1, 1)) + pl.duration(days=number * 7919 % 14_000)
        ),
        group=pl.lit(pl.Series(GROUPS)).gather(number // 3 % len(GROUPS)),
        able=number % 53 > 0,
        willing=number % 31 > 0,
        employed=number % 4 == 0,
        retired=pl.lit(value=False),
        internally_retired=pl.lit(value=False),
    )


def main(people: int = PEOPLE) -> None:
    """Build the register, classify everyone, and print the table."""
    register = make(people)
    columns = Bureau.of("甘肃省").columns
    started = perf_counter()
    assessed = columns.hardship(register, on=DAY, region="prefecture")
    table = columns.summarise(assessed, ["prefecture"])
    seconds = perf_counter() - started
    print(f"{'':8}" + "".join(f"{name:>11}" for name in SHOWN))
    for row in table.to_dicts():
        name = row["prefecture"]
        cells = "".join(f"{row[column]:>11,}" for column in SHOWN.values())
        print(f"{name}{'　' * (8 - len(name))}{cells}")
    print(f"{people:,} people in {seconds:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
