"""Bank rates, minimum wages and average wages."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from gansu_reemployment.errors import RuleNotInForceError, UnknownNameError
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.series import (
    _TABLES,
    Tier,
    _average_wages,
    _table,
    average_wage,
    lending_rates,
    minimum_hourly_wage,
    minimum_wage,
    wages_of_the_year_before,
)
from gansu_reemployment.money import Yuan

DAY = timedelta(days=1)


def percent(tier: Tier, day: date) -> str:
    """Give the rate of *tier* on *day* as it is printed."""
    return show(lending_rates()[tier].on(day).value, "en")


@pytest.mark.parametrize(
    "name", ["pbc_lending_rates.csv", "gansu_minimum_wage.csv", "gansu_average_wage.csv"]
)
def test_each_table_names_its_source_first(name: str) -> None:
    """The first line of a table says where its cells come from."""
    assert (_TABLES / name).read_text(encoding="utf-8").startswith("# Source")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("pbc_lending_rates.csv", 18),
        ("gansu_minimum_wage.csv", 3),
        ("gansu_average_wage.csv", 23),
    ],
)
def test_tables_are_whole(name: str, rows: int) -> None:
    """No row of a table is lost."""
    assert rows == len(_table(name))


def test_tiers_are_the_columns_of_the_table_of_rates() -> None:
    """Each tier is spelt as its column."""
    assert ["since", *(tier.code for tier in Tier)] == list(_table("pbc_lending_rates.csv")[0])


@pytest.mark.parametrize("tier", Tier)
def test_each_tier_has_every_row(tier: Tier) -> None:
    """A tier has one row for each change, under a path of its own."""
    assert 18 == len(lending_rates()[tier].provisions)
    assert f"rates.{tier.code}" == lending_rates()[tier].path


@pytest.mark.parametrize(
    ("tier", "expected"),
    [
        (Tier.UP_TO_6M, "5.04%"),
        (Tier.UP_TO_1Y, "5.31%"),
        (Tier.OVER_1Y_TO_3Y, "5.49%"),
        (Tier.OVER_3Y_TO_5Y, "5.58%"),
        (Tier.OVER_5Y, "5.76%"),
    ],
)
def test_rates_of_2003(tier: Tier, expected: str) -> None:
    """The rates of 2003 are those of 2002-02-21, and stay until 2004-10-28."""
    assert {expected} == {percent(tier, date(2002, 2, 21)), percent(tier, date(2004, 10, 28))}


@pytest.mark.parametrize(
    ("since", "before", "after"),
    [
        (date(1999, 6, 10), "6.66%", "5.94%"),
        (date(2002, 2, 21), "5.94%", "5.49%"),
        (date(2004, 10, 29), "5.49%", "5.76%"),
        (date(2006, 4, 28), "5.76%", "6.03%"),
        (date(2006, 8, 19), "6.03%", "6.3%"),
        (date(2007, 3, 18), "6.3%", "6.57%"),
        (date(2007, 5, 19), "6.57%", "6.75%"),
        (date(2007, 7, 21), "6.75%", "7.02%"),
        (date(2007, 8, 22), "7.02%", "7.2%"),
        (date(2007, 9, 15), "7.2%", "7.47%"),
        (date(2007, 12, 21), "7.47%", "7.56%"),
        (date(2008, 9, 16), "7.56%", "7.29%"),
        (date(2008, 10, 9), "7.29%", "7.02%"),
        (date(2008, 10, 30), "7.02%", "6.75%"),
        (date(2008, 11, 27), "6.75%", "5.67%"),
        (date(2008, 12, 23), "5.67%", "5.4%"),
        (date(2010, 10, 20), "5.4%", "5.6%"),
    ],
)
def test_rate_changes_on_the_day(since: date, before: str, after: str) -> None:
    """A new rate holds from its day, the old one to the day before."""
    tier = Tier.OVER_1Y_TO_3Y
    assert (before, after) == (percent(tier, since - DAY), percent(tier, since))


def test_rates_of_2010() -> None:
    """The row of October 2010 has a rate for each tier."""
    expected = ["5.1%", "5.56%", "5.6%", "5.96%", "6.14%"]
    assert expected == [percent(tier, date(2010, 10, 20)) for tier in Tier]


@pytest.mark.parametrize("day", [date(1998, 12, 6), date(2010, 12, 26)])
def test_rates_outside_the_table_are_not_guessed(day: date) -> None:
    """Before the first row and after the last known day no rate is known."""
    with pytest.raises(RuleNotInForceError):
        lending_rates()[Tier.UP_TO_1Y].on(day)


def test_rates_hold_to_both_ends_of_the_table() -> None:
    """The first day of the table and the last that it covers have a rate."""
    assert ("6.39%", "5.56%") == (
        percent(Tier.UP_TO_1Y, date(1998, 12, 7)),
        percent(Tier.UP_TO_1Y, date(2010, 12, 25)),
    )


def test_rates_are_exact_and_plausible() -> None:
    """Every rate is a ratio of whole hundredths of a percent between 4 and 9 percent."""
    for rule in lending_rates().values():
        for row in rule.provisions:
            assert Fraction(4, 100) < row.value < Fraction(9, 100)
            assert 1 == (row.value * 10000).denominator
            assert Standing.READ is row.cite.standing


def test_longer_terms_never_cost_less() -> None:
    """On each day of change the rate does not fall from tier to tier."""
    for row in lending_rates()[Tier.UP_TO_6M].provisions:
        rates = [lending_rates()[tier].on(row.since).value for tier in Tier]
        assert sorted(rates) == rates


@pytest.mark.parametrize(
    ("number", "first", "second", "third"),
    [(1, 340, 430, 620), (2, 320, 400, 580), (3, 300, 360, 540)],
)
def test_minimum_wage_changes_on_the_day(number: int, first: int, second: int, third: int) -> None:
    """A new minimum wage holds from its day, the old one to the day before."""
    days = [date(2006, 8, 24), date(2006, 8, 25), date(2008, 4, 2), date(2008, 4, 3)]
    wages = [minimum_wage()[number].on(day).value for day in days]
    assert [Yuan(first), Yuan(second), Yuan(second), Yuan(third)] == wages


def test_fourth_class_begins_in_2006() -> None:
    """There was no fourth class of 2004, so asking for it is refused."""
    assert Yuan(320) == minimum_wage()[4].on(date(2006, 8, 25)).value
    with pytest.raises(RuleNotInForceError, match="2006-08-24"):
        minimum_wage()[4].on(date(2006, 8, 24))


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2009, 1, 1)])
def test_minimum_wage_outside_the_table_is_not_guessed(day: date) -> None:
    """The levels before 2004 and after 2008 are not known."""
    with pytest.raises(RuleNotInForceError):
        minimum_wage()[1].on(day)


@pytest.mark.parametrize(
    ("number", "first", "second"),
    [(1, "4.4", "6.5"), (2, "4.0", "6.1"), (3, "3.7", "5.7"), (4, "3.3", "5.2")],
)
def test_hourly_wage_changes_on_the_day(number: int, first: str, second: str) -> None:
    """The hourly wage begins in 2006 and changes in 2008."""
    days = [date(2006, 8, 25), date(2008, 4, 2), date(2008, 4, 3)]
    wages = [minimum_hourly_wage()[number].on(day).value for day in days]
    assert [Yuan(first), Yuan(first), Yuan(second)] == wages
    with pytest.raises(RuleNotInForceError):
        minimum_hourly_wage()[number].on(date(2006, 8, 24))


def test_rise_of_2008_is_the_published_one() -> None:
    """The government's website gave the rises of 2008 by class."""
    rises = [
        minimum_wage()[number].on(date(2008, 4, 3)).value
        - minimum_wage()[number].on(date(2008, 4, 2)).value
        for number in (1, 2, 3, 4)
    ]
    assert [Yuan(190), Yuan(180), Yuan(180), Yuan(180)] == rises


def test_minimum_wages_are_reported_and_fall_from_class_to_class() -> None:
    """Every level is known from reports, and a higher class earns more."""
    for wages in (minimum_wage(), minimum_hourly_wage()):
        for rule in wages.values():
            assert {Standing.REPORTED} == {row.cite.standing for row in rule.provisions}
        for higher, lower in pairwise(wages.values()):
            for row in lower.provisions:
                assert higher.on(row.since).value > row.value


@pytest.mark.parametrize(
    ("region_id", "year", "wage", "standing"),
    [
        ("000000", 2001, 10870, Standing.READ),
        ("000000", 2004, 16024, Standing.READ),
        ("620000", 2002, 11147, Standing.ASSUMED),
        ("620000", 2005, 14939, Standing.REPORTED),
        ("620100", 2005, 16960, Standing.REPORTED),
        ("620200", 2005, 25699, Standing.REPORTED),
        ("620500", 2005, 11194, Standing.REPORTED),
        ("622600", 2005, 12343, Standing.REPORTED),
        ("623000", 2005, 13945, Standing.REPORTED),
    ],
)
def test_average_wage_of_a_year(region_id: str, year: int, wage: int, standing: Standing) -> None:
    """A wage comes with its place, its year and how well it is known."""
    row = average_wage(region_id, year)
    assert (Yuan(wage), standing) == (row.value, row.cite.standing)
    assert (date(year, 1, 1), date(year, 12, 31)) == (row.since, row.until)
    assert (None if region_id == "000000" else region_id) == row.region


def test_average_wages_are_plausible() -> None:
    """Every annual wage lies between 9,000 and 30,000 yuan, and none is lost."""
    wages = [row.value for row in _average_wages().values()]
    assert 23 == len(wages)
    assert all(Yuan(9000) < wage < Yuan(30000) for wage in wages)


@pytest.mark.parametrize(("region_id", "year"), [("620100", 2004), ("620000", 2006)])
def test_unknown_average_wage_is_not_guessed(region_id: str, year: int) -> None:
    """A wage that the table lacks is refused, not taken from a neighbour."""
    with pytest.raises(RuleNotInForceError):
        average_wage(region_id, year)


def test_refusal_names_place_and_year() -> None:
    """The refusal tells whose wage of which year is missing."""
    with pytest.raises(RuleNotInForceError, match="of Lanzhou City is known for the year 2003"):
        average_wage("620100", 2003)


def test_average_wage_of_no_region_is_an_unknown_name() -> None:
    """An identifier that is no region's is told apart from a missing wage."""
    with pytest.raises(UnknownNameError):
        average_wage("999999", 2005)


class TestYearBefore:
    """The average wage of the year before, as rules by region."""

    def test_wage_of_a_year_holds_in_the_next(self) -> None:
        """The wage of 2005 holds from 1 January to 31 December 2006, and not outside."""
        lanzhou = wages_of_the_year_before("post.average_wage")["620100"]
        assert "post.average_wage.620100" == lanzhou.path
        assert [False, True, True, False] == [
            lanzhou.knows(day)
            for day in (date(2005, 12, 31), date(2006, 1, 1), date(2006, 12, 31), date(2007, 1, 1))
        ]
        assert Yuan(16960) == lanzhou.on(date(2006, 7, 1)).value

    def test_regions(self) -> None:
        """Only regions whose wage of some year is known have a rule."""
        wages = wages_of_the_year_before("x")
        assert {"000000", "620000", "620100"} <= set(wages)
        assert "620102" not in wages

    def test_source_is_kept(self) -> None:
        """Each row keeps its source, and could not be known before that was issued."""
        row = wages_of_the_year_before("x")["620100"].on(date(2006, 3, 1))
        assert date(2006, 6, 8) == row.known_on
