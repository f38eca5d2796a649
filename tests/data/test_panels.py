"""The panels of real figures: exact, as printed, blanks as blanks, suspects marked."""

from decimal import Decimal

import pytest

from gansu_reemployment.data.panels import (
    Cell,
    Panel,
    cities_panel,
    gansu_panel,
    gansu_targets,
    laid_off_panel,
    national_targets,
    registered_panel,
)
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.law.documents import Standing


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2001, {"unemp_persons": "55438"}),
        (2002, {"pop_wan": "1767.30", "unit_wan": "151.62", "unemp_persons": "203881"}),
        (
            2003,
            {
                "pop_wan": "2066.18",
                "unit_wan": "161.94",
                "priv_persons": "917052",
                "unemp_persons": "106975",
            },
        ),
        (
            2004,
            {
                "pop_wan": "2347.25",
                "unit_wan": "176.66",
                "priv_persons": "669068",
                "unemp_persons": "99278",
            },
        ),
        (2005, {"unemp_persons": "112104"}),
        (2006, {"unemp_persons": "96428"}),
    ],
)
def test_gansu_sums(year: int, expected: dict[str, str]) -> None:
    """Each column adds up to the sum that the reference states."""
    for indicator, total in expected.items():
        column = gansu_panel().column(indicator, year)
        assert Decimal(total) == sum(value for value in column.values() if value is not None)


def test_gansu_has_no_row_for_two_prefectures() -> None:
    """临夏 and 甘南 are in no year; they are absent, not zero."""
    assert 12 == len(gansu_panel().units)
    assert not {"临夏", "甘南"} & set(gansu_panel().units)
    assert "陇南" not in gansu_panel().column("unit_wan", 2003)
    assert Decimal("10.77") == gansu_panel().column("unit_wan", 2004)["陇南"]


def test_gansu_suspects_are_kept_as_printed() -> None:
    """The four doubtful cells are marked and not mended."""
    assert (
        Cell("天水", 2003, "priv_persons", Decimal(298000), suspect=True),
        Cell("天水", 2004, "priv_persons", Decimal(29800), suspect=True),
        Cell("天水", 2003, "unemp_persons", Decimal(38000), suspect=True),
        Cell("平凉", 2002, "unemp_persons", Decimal(122000), suspect=True),
    ) == gansu_panel().suspects()


def test_indicators_and_years_are_listed() -> None:
    """A panel tells what it holds."""
    assert ("pop_wan", "unit_wan", "priv_persons", "unemp_persons") == gansu_panel().indicators
    assert (2001, 2002, 2003, 2004, 2005, 2006) == gansu_panel().years


@pytest.mark.parametrize("panel", [gansu_panel(), laid_off_panel(), registered_panel()])
def test_every_panel_names_its_source(panel: Panel) -> None:
    """The first line of the file is at hand."""
    assert "统计年鉴" in panel.source
    assert not panel.source.startswith("#")


def test_blank_is_none() -> None:
    """A cell that was not printed is unknown, and an empty row is a row of unknowns."""
    column = laid_off_panel().column("laid_off_wan", 2004)
    assert column["北京"] is None
    assert column["西藏"] is None
    assert Decimal("9.6") == column["甘肃"]


@pytest.mark.parametrize(
    ("year", "gap"),
    [
        (1998, "39.9"),
        (1999, "0"),
        (2000, "0.2"),
        (2001, "0.4"),
        (2002, "0"),
        (2003, "-0.1"),
        (2004, "0"),
    ],
)
def test_laid_off_gaps(year: int, gap: str) -> None:
    """The provinces miss the printed national figure by what the reference states."""
    column = laid_off_panel().column("laid_off_wan", year)
    nation = column.pop("全国")
    assert nation is not None
    assert Decimal(gap) == nation - sum(value for value in column.values() if value is not None)


def test_laid_off_suspect() -> None:
    """Hunan's figure of 1998 is the only one marked."""
    expected = (Cell("湖南", 1998, "laid_off_wan", Decimal("8.1"), suspect=True),)
    assert expected == laid_off_panel().suspects()


@pytest.mark.parametrize(("year", "total"), [(2003, "692.9"), (2004, "721.1"), (2005, "719.7")])
def test_registered_sums(year: int, total: str) -> None:
    """The provinces add up to what the reference states."""
    column = registered_panel().column("unemployed_wan", year)
    assert Decimal(total) == sum(value for value in column.values() if value is not None)


def test_registered_suspects() -> None:
    """Cells placed by position are marked: one of 上海, two of 重庆, all of 西藏."""
    marked = [cell.unit for cell in registered_panel().suspects()]
    assert {"上海": 1, "重庆": 2, "西藏": 8} == {unit: marked.count(unit) for unit in marked}
    assert (Decimal("1.2"), True) == next(
        (cell.value, cell.suspect) for cell in registered_panel().suspects("unemployed_wan", 2004)
    )


@pytest.mark.parametrize(
    ("province", "units", "total"), [("陕西", 10, "209425"), ("江西", 11, "190888")]
)
def test_cities(province: str, units: int, total: str) -> None:
    """The cities of two provinces add up to what the reference states."""
    column = cities_panel(province).column("unemp_persons", 2003)
    assert units == len(column)
    assert Decimal(total) == sum(value for value in column.values() if value is not None)


def test_cities_suspect() -> None:
    """新余 is an outlier in unit employment."""
    assert [("新余", "unit_wan")] == [
        (cell.unit, cell.indicator) for cell in cities_panel("江西").suspects()
    ]


def test_unknown_names_are_answered() -> None:
    """A column or province that is not there is answered with those that are."""
    with pytest.raises(UnknownNameError) as caught:
        gansu_panel().column("unit_wan", 2005)
    assert "unit_wan 2004" in caught.value.near
    with pytest.raises(UnknownNameError):
        cities_panel("甘肃")


def test_national_targets() -> None:
    """Targets and results keep their own standing, and what is not known is no zero."""
    found = {(row.year, row.indicator): row for row in national_targets()}
    first = found[2003, "new_urban_jobs"]
    assert (Decimal(800), Decimal(859)) == (first.target, first.result)
    assert ("at_least", Standing.REPORTED) == (first.bound, first.target_standing)
    hard = found[2003, "reemployed_difficult"]
    assert (Standing.ASSUMED, None, None) == (
        hard.target_standing,
        hard.result,
        hard.result_standing,
    )
    assert 23 == len(found)


def test_central_money_of_2003_is_reported() -> None:
    """4.7 billion yuan of central money is an amount that the press reports, not a target."""
    [money] = [row for row in national_targets() if row.indicator == "central_reemployment_money"]
    assert (2003, "yi_yuan", Decimal(47)) == (money.year, money.unit, money.result)
    assert (Standing.REPORTED, None) == (money.result_standing, money.target)


@pytest.mark.parametrize(
    ("year", "indicator", "target", "result", "standing"),
    [
        (2003, "new_urban_jobs", "10", None, Standing.READ),
        (2003, "reemployment_rate", "40", None, Standing.READ),
        (2003, "registered_unemployment_rate", "4.5", "3.4", Standing.READ),
        (2009, "new_urban_jobs", "24", "27.8", Standing.REPORTED),
        (2009, "reemployed_laid_off", "8", None, Standing.REPORTED),
        (2009, "registered_unemployment_rate", "4.6", "3.25", Standing.REPORTED),
        (2009, "labour_transfers", "450", None, Standing.REPORTED),
        (2009, "labour_transfer_income", "330", None, Standing.REPORTED),
        (2010, "new_urban_jobs", "25", None, Standing.REPORTED),
        (2010, "registered_unemployment_rate", "4", None, Standing.REPORTED),
    ],
)
def test_targets_of_gansu(
    year: int, indicator: str, target: str, result: str | None, standing: Standing
) -> None:
    """The targets of 2003 were read in the opinion, those of 2009 and 2010 are reported."""
    [row] = [r for r in gansu_targets() if (r.year, r.indicator) == (year, indicator)]
    assert (Decimal(target), standing) == (row.target, row.target_standing)
    assert row.result == (Decimal(result) if result else None)
