"""Draw the pictures of the pages into ``_static``: ``python docs/_ext/picture.py``."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from runpy import run_path
from typing import Final

from gansu_reemployment import Bureau, Rulebook, Yuan
from gansu_reemployment.charts import (
    Chart,
    breakdown_map,
    clocks_chart,
    instalments_chart,
)
from gansu_reemployment.facts import InstalmentLoan, Method
from gansu_reemployment.results import InstalmentSchedule

ROOT: Final = Path(__file__).parents[2]
#: The example whose chart is on the first page.
EXAMPLE: Final = run_path(str(ROOT / "examples" / "breakdown_2003.py"))
DAY: Final = date(2003, 7, 15)
STATIC: Final = ROOT / "docs" / "_static"
#: The languages of the pages, with the ending of their pictures.
LOCALES: Final = {"en": "", "zh_CN": "-zh"}


def pictures() -> Iterator[tuple[Path, Chart]]:
    """Yield each picture of README.md and of the pages, with its file."""
    one, two = (outcome.unwrap() for outcome in EXAMPLE["divided"]())
    yield STATIC / "breakdown.svg", EXAMPLE["chart"](one, two)
    norm = Rulebook.national().find("loan.norm")
    for locale, ending in LOCALES.items():
        yield STATIC / f"clocks{ending}.svg", clocks_chart(norm, locale)
        yield STATIC / f"instalments{ending}.svg", instalments_chart(schedule(), locale)
        yield STATIC / f"map{ending}.svg", breakdown_map(one, locale)


def schedule() -> InstalmentSchedule:
    """Return the instalments of a loan of 20,000 yuan over two years."""
    loan = InstalmentLoan(
        principal=Yuan(20_000),
        annual_rate=Fraction(549, 10_000),
        drawn_on=DAY,
        months=24,
        method=Method.LEVEL,
    )
    return Bureau.of("天水市").instalments(loan, on=DAY).unwrap()


def main() -> None:
    """Write the pictures."""
    for path, chart in pictures():
        path.write_text(chart.svg(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
