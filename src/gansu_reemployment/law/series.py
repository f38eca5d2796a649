"""Long uniform series (数据序列): bank lending rates, minimum wages and average wages.

The People's Bank of China sets the benchmark lending rates, the province its minimum wages by area
class; the statistics bureaus publish average wages. The figures are in ``tables``, where each file
names its source in the first line; they are exact and read on first use.

>>> lending_rates()[Tier.OVER_1Y_TO_3Y].on(date(2003, 7, 15)).value
Fraction(549, 10000)
>>> minimum_wage()[1].on(date(2006, 8, 25)).value
Yuan('430.00')
>>> average_wage("620100", 2005).value
Yuan('16960.00')
"""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import evolve

from gansu_reemployment.errors import RuleNotInForceError
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID, find_region

GANSU_MINIMUM_WAGE_2004: Final = find_instrument("甘肃省2004年1月1日起的最低工资标准")
GANSU_MINIMUM_WAGE_2006: Final = find_instrument("甘肃省2006年8月25日起的最低工资标准")
GANSU_MINIMUM_WAGE_2008: Final = find_instrument("甘肃省2008年4月3日起的最低工资标准")
GANSU_WAGE_SERIES: Final = find_instrument("甘肃省职工平均工资（统计年鉴系列数据）")
GANSU_WAGES_2005: Final = find_instrument("甘肃省2005年城镇单位在岗职工平均工资")
ZHONGGUO_NIANJIAN_2005: Final = find_instrument("中国统计年鉴2005")
BENCHMARK_LENDING_RATES: Final = find_instrument("中国人民银行公布的金融机构人民币贷款基准利率")

T = TypeVar("T")

#: When the series were last compared with their sources.
_CHECKED: Final = date(2026, 11, 28)
_TABLES: Final = Path(__file__).parent / "tables"
#: The last row takes effect on 2010-10-20. That the rates changed again on 2010-12-26 is general
#: knowledge; the notice was not read.
_RATES_END: Final = date(2010, 12, 25)
#: The last row takes effect on 2008-04-03; the source extends to the end of 2008.
_MINIMUM_WAGE_END: Final = date(2008, 12, 31)
#: Gansu had three area classes (类区) in 2004 and four from 2006-08-25.
_CLASSES: Final = (1, 2, 3, 4)

_MINIMUM_WAGE_SOURCES: Final[Mapping[str, Citation]] = {
    "2004-01-01": GANSU_MINIMUM_WAGE_2004.reported(),
    "2006-08-25": GANSU_MINIMUM_WAGE_2006.reported(),
    "2008-04-03": GANSU_MINIMUM_WAGE_2008.reported(),
}
#: All rows of the same standing come from one source.
_AVERAGE_WAGE_SOURCES: Final[Mapping[Standing, Citation]] = {
    Standing.READ: ZHONGGUO_NIANJIAN_2005.at("表5-21"),
    Standing.REPORTED: GANSU_WAGES_2005.reported(),
    Standing.ASSUMED: GANSU_WAGE_SERIES.assumed(),
}
_UNVERIFIED: Final = _(
    "From a series of statistical yearbooks that was not compared with the yearbooks."
)


class Tier(Choice):
    """Length of a loan in the table of lending rates (贷款期限档次); upper ends are included."""

    UP_TO_6M = "六个月以内（含）", "up to 6 months"
    UP_TO_1Y = "六个月至一年（含）", "over 6 months, up to 1 year"
    OVER_1Y_TO_3Y = "一至三年（含）", "over 1 year, up to 3 years"
    OVER_3Y_TO_5Y = "三至五年（含）", "over 3 years, up to 5 years"
    OVER_5Y = "五年以上", "over 5 years"


@cache
def lending_rates() -> Mapping[Tier, Rule[Fraction]]:
    """Return the benchmark lending rates (贷款基准利率) by tier, as exact yearly ratios.

    They cover 1998-12-07 to 2010-12-25.
    """
    rows = _table("pbc_lending_rates.csv")
    rates = {
        tier: rule(
            f"rates.{tier.code}",
            f"贷款基准利率（{tier.value}）",
            f"benchmark lending rate, {tier.en}",
            *_provisions(rows, tier.code, _ratio, lambda _since: BENCHMARK_LENDING_RATES.at()),
            covered_until=_RATES_END,
            checked_on=_CHECKED,
        )
        for tier in Tier
    }
    return MappingProxyType(rates)


@cache
def minimum_wage() -> Mapping[int, Rule[Yuan]]:
    """Return Gansu's minimum wage (最低工资标准) in yuan a month, by area class 1 to 4.

    It covers 2004-01-01 to 2008-12-31; class 4 begins on 2006-08-25. The class of each area in
    those years is unknown, so there is no lookup by region.
    """
    return _minimum_wages("minimum_wage.class", "class", "最低工资标准", "minimum wage")


@cache
def minimum_hourly_wage() -> Mapping[int, Rule[Yuan]]:
    """Return Gansu's minimum wage (小时最低工资标准) in yuan an hour, by area class 1 to 4.

    It covers 2006-08-25 to 2008-12-31.
    """
    return _minimum_wages(
        "minimum_hourly_wage.class", "hourly", "小时最低工资标准", "minimum hourly wage"
    )


def average_wage(region_id: str, year: int) -> Provision[Yuan]:
    """Return the average wage of on-post staff and workers (职工平均工资) of *year*, in yuan.

    *region_id* is the identifier of a region: ``000000`` the nation, ``620000`` Gansu. The row is
    dated from 1 January to 31 December of *year* itself, not of the year that uses it.

    Raises:
        UnknownNameError: there is no such region.
        RuleNotInForceError: that wage is unknown; it is never taken from another year or region.
    """
    try:
        return _average_wages()[region_id, year]
    except KeyError:
        raise RuleNotInForceError(
            _("No average wage of {region} is known for the year {year}."),
            path="average_wage",
            day=date(year, 12, 31),
            region=find_region(region_id),
            year=year,
        ) from None


def wages_of_the_year_before(path: str) -> Mapping[str, Rule[Yuan]]:
    """Return the average wage of the previous year (上年度职工平均工资) by region, in yuan a year.

    The wage of a year applies throughout the next one. *path* is the prefix of each rule's path;
    the keys are the identifiers of the regions with a known wage in any year.
    """
    rows: dict[str, list[Provision[Yuan]]] = {}
    for (region, year), wage in sorted(_average_wages().items()):
        first, last = date(year + 1, 1, 1), date(year + 1, 12, 31)
        rows.setdefault(region, []).append(evolve(wage, since=first, until=last))
    return MappingProxyType(
        {
            region: rule(
                f"{path}.{region}",
                f"{find_region(region).name}上年度职工平均工资",
                f"average wage of the year before, {find_region(region).en}",
                *wages,
                checked_on=_CHECKED,
            )
            for region, wages in rows.items()
        }
    )


def _minimum_wages(path: str, column: str, zh: str, en: str) -> Mapping[int, Rule[Yuan]]:
    rows = _table("gansu_minimum_wage.csv")
    wages = {
        number: rule(
            f"{path}_{number}",
            f"{zh}（{'一二三四'[number - 1]}类区）",
            f"{en}, area class {number}",
            *_provisions(rows, f"{column}_{number}", Yuan, _MINIMUM_WAGE_SOURCES.__getitem__),
            covered_until=_MINIMUM_WAGE_END,
            checked_on=_CHECKED,
        )
        for number in _CLASSES
    }
    return MappingProxyType(wages)


@cache
def _average_wages() -> Mapping[tuple[str, int], Provision[Yuan]]:
    wages = (_average_wage(row) for row in _table("gansu_average_wage.csv"))
    return {(wage.region or NATION_ID, wage.since.year): wage for wage in wages}


def _average_wage(row: Mapping[str, str]) -> Provision[Yuan]:
    region, year = find_region(row["place"]).id, int(row["year"])
    standing = Standing.read(row["standing"])
    return Provision(
        date(year, 1, 1),
        Yuan(row["yuan"]),
        _AVERAGE_WAGE_SOURCES[standing],
        until=date(year, 12, 31),
        region=None if region == NATION_ID else region,
        note=_UNVERIFIED if standing is Standing.ASSUMED else "",
    )


def _provisions(
    rows: list[dict[str, str]],
    column: str,
    read: Callable[[str], T],
    source: Callable[[str], Citation],
) -> list[Provision[T]]:
    """Read one column as dated rows, skipping blank cells."""
    return [
        Provision(date.fromisoformat(row["since"]), read(row[column]), source(row["since"]))
        for row in rows
        if row[column]
    ]


def _ratio(percent: str) -> Fraction:
    return Fraction(percent) / 100


def _table(name: str) -> list[dict[str, str]]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))
