"""A frame of PySpark has the same integers as Polars, including refusals and missing facts."""

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError

ROWS = 200_000
DAY = date(2003, 7, 1)
#: The session's own sockets stay open until the end, and PySpark warns of newer versions of pandas.
pytestmark = [
    pytest.mark.slow("starts a cluster"),
    pytest.mark.filterwarnings(
        "ignore::pytest.PytestUnraisableExceptionWarning",
        "ignore::ResourceWarning",
        "ignore:PySpark does not yet fully support pandas:FutureWarning",
    ),
]


@pytest.fixture(name="spark", scope="module")
def _spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("PySpark needs Java (openjdk-17-jre-headless), which is not installed")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    session = (
        builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


def people(rows: int = ROWS) -> pl.DataFrame:
    """Build a register with gaps and unknown codes."""
    number = pl.int_range(rows)
    groups = pl.lit(pl.Series(["laid_off_soe", "closed_soe", "none", "no such code", None]))
    places = pl.lit(pl.Series(["天水市", "621100", "兰州", "nowhere", None]))
    return pl.select(
        n=number,
        sex=pl.when(number % 7 > 0).then(
            pl.when(number % 2 == 0).then(pl.lit("female")).otherwise(pl.lit("male"))
        ),
        group=groups.gather(number % 5),
        able=pl.when(number % 11 > 0).then(number % 19 > 0),
        willing=number % 23 > 0,
        employed=number % 5 == 0,
        retired=number % 29 == 0,
        internally_retired=number % 31 == 0,
        born_on=pl.when(number % 13 > 0).then(
            pl.lit(date(1940, 1, 1)) + pl.duration(days=number * 7919 % 14_000)
        ),
        place=places.gather(number * 3 % 5),
    )


#: The taxes of which nothing is due.
NOT_DUE = ("construction_tax", "education_surcharge", "individual_income_tax")


def firms(rows: int = ROWS) -> pl.DataFrame:
    """Build enterprises with taxes up to the largest exact amount."""
    number = pl.int_range(rows).cast(pl.Int64)
    kinds = ["new_service", "existing_service", "new_retail", "existing_retail", None]
    return pl.select(
        n=number,
        enterprise=pl.lit(pl.Series(kinds)).gather(number % 5),
        trade=pl.lit("other"),
        hired=number * 31 % 997,
        staff=pl.when(number % 17 > 0).then(number * 7 % 1_999),
        staff_last_year=number % 101,
        all_new_hires=number % 37,
        employees=number % 11,
        contract_years=number % 5,
        formation=pl.lit("set_up"),
        mixed=pl.lit(value=False),
        separate_accounts=pl.lit(value=True),
        surplus_staff=number % 7,
        approved_on=pl.lit(DAY),
        business_tax=(number * 104_729_000_003 % (10**13 + 2)).cast(pl.Decimal(20, 2)) / 100,
        enterprise_income_tax=(number * 7_919 % 10_000_000).cast(pl.Decimal(20, 2)) / 100,
    ).with_columns(pl.lit(0).cast(pl.Decimal(20, 2)).alias(name) for name in NOT_DUE)


def through(spark: Any, frame: pl.DataFrame, folder: Path) -> Any:
    """Convert a frame to Spark."""
    path = folder / "frame.parquet"
    frame.write_parquet(path)
    return spark.read.parquet(str(path))


def test_classification(spark: Any, tmp_path: Path) -> None:
    """Two hundred thousand persons are classified as on Polars, each under the law of a region."""
    columns = Bureau.of("甘肃省").columns
    expected = columns.hardship(people(), on=DAY, region="place")
    result = columns.hardship(through(spark, people(), tmp_path), on=DAY, region="place")

    assert expected.equals(pl.DataFrame(pl.from_arrow(result.toArrow())).sort("n"))


def test_amounts(spark: Any, tmp_path: Path) -> None:
    """Reliefs of two hundred thousand enterprises are the same to the fen."""
    columns = Bureau.of("甘肃省").columns
    expected = columns.tax_relief(firms(), on=DAY, money="fen")
    result = columns.tax_relief(through(spark, firms(), tmp_path), on=DAY, money="fen")
    back = pl.DataFrame(pl.from_arrow(result.toArrow())).sort("n")

    assert expected.columns == back.columns
    assert expected.equals(back.select(pl.col(n).cast(t) for n, t in expected.schema.items()))


def test_summary(spark: Any, tmp_path: Path) -> None:
    """Two hundred thousand results are counted on the workers, with the same sums."""
    columns = Bureau.of("甘肃省").columns
    worked = columns.tax_relief(firms(), on=DAY, money="fen")
    expected = columns.summarise(worked, ["enterprise"])
    result = columns.summarise(through(spark, worked, tmp_path), ["enterprise"])
    back = pl.DataFrame(pl.from_arrow(result.toArrow()))

    assert expected.equals(back.sort("enterprise").select(expected.columns))


def test_all_faults(spark: Any, tmp_path: Path) -> None:
    """Missing and wrong columns are all reported before anything is evaluated."""
    frame = people(10).drop("sex").with_columns(able=pl.lit(0.5))
    with pytest.raises(ColumnsError) as caught:
        Bureau.of("甘肃省").columns.hardship(through(spark, frame, tmp_path), on=DAY)

    assert ["sex", "able"] == [fault.path for fault in caught.value.faults]
