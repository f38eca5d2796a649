"""Filled-in tables checked against themselves: every inconsistent cell, and no other."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import gansu_reemployment
from gansu_reemployment.data.panels import cities_panel, gansu_panel
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.measures.targets.filled_table.check import (
    AddsUp,
    Follows,
    Grows,
    Marked,
    OfWhich,
    TableCheck,
    check_table,
)
from gansu_reemployment.measures.targets.filled_table.files import read_table
from gansu_reemployment.measures.targets.filled_table.table import FilledTable

DATA = Path(gansu_reemployment.__file__).parent / "data"
TENTH = Decimal("0.1")

ISLAND = FilledTable.of(
    [
        ("年度", "县内岗位", "县外岗位", "就业", "其中渔农民", "充分就业社区", "百分比", "资金"),
        ("2006", 5000, 2000, 6500, 3200, 2, "17%", 200),
        ("2007", 6000, 2000, 6600, 3800, 4, "34%", 216),
        ("2008", 7000, 2000, 7700, 5000, 7, "58%", 233),
        ("2009", 8000, "–", 7100, 4500, 9, "75%", 250),
        ("2010", 8000, "–", 7100, 4500, 10, "80%", 270),
        ("合计", 40000, None, 13000, 21000, None, None, None),
    ]
)
ISLAND_CHECKS: list[TableCheck] = [
    AddsUp("合计", "县内岗位", of=("县内岗位", "县外岗位")),
    AddsUp("合计", "就业", of=("就业",), minus=("其中渔农民",)),
    AddsUp("合计", "其中渔农民"),
    Follows("百分比", "充分就业社区", 12),
    Grows("资金", Fraction(8, 100)),
]


def test_island_county() -> None:
    """Exactly the inconsistent cells of the five-year split are found."""
    found = [finding.say() for finding in check_table(ISLAND, ISLAND_CHECKS)]
    assert [
        "D7 就业, 合计: 13000 is stated, the parts add up to 14000 (gap -1000)",
        "G3 百分比, 2007: 34 is stated, 4 of 12 is 33 per cent",
        "G6 百分比, 2010: 80 is stated, 10 of 12 is 83 per cent",
        "H5 资金, 2009: 250 is stated, growth of 8% from 200 gives 252",
        "H6 资金, 2010: 270 is stated, growth of 8% from 200 gives 272",
    ] == found


def test_finding_keeps_both_figures() -> None:
    """A finding has the stated value as written, and the expected one."""
    first = check_table(ISLAND, ISLAND_CHECKS)[0]
    assert ("D7", 13000, Decimal(14000)) == (first.cell, first.stated, first.expected)


@pytest.mark.parametrize(("part", "found"), [(99, 0), (100, 0), (101, 1)])
def test_of_which(part: int, found: int) -> None:
    """A part is at most its whole."""
    table = FilledTable.of([("地区", "新增", "其中大龄"), ("天水", 100, part)])
    assert found == len(check_table(table, [OfWhich("其中大龄", "新增")]))


@pytest.mark.parametrize(
    ("stated", "found"), [("33.2", 1), ("33.3", 0), ("33", 0), ("33.4", 1), ("33.33", 0)]
)
def test_percentage_follows_at_its_decimals(stated: str, found: int) -> None:
    """A third is 33, 33.3 or 33.33 per cent, and not 33.2."""
    table = FilledTable.of([("地区", "完成", "目标", "进度"), ("天水", 1, 3, stated)])
    assert found == len(check_table(table, [Follows("进度", "完成", "目标")]))


def test_percentage_of_zero_is_skipped() -> None:
    """If the whole is zero or blank, the percentage is skipped."""
    table = FilledTable.of([("地区", "完成", "目标", "进度"), ("a", 1, 0, 5), ("b", 1, None, 5)])
    assert () == check_table(table, [Follows("进度", "完成", "目标")])


@pytest.mark.parametrize(("stated", "found"), [("10.0", 1), ("10.1", 0), ("10.4", 0), ("10.5", 1)])
def test_rounded_figures_may_differ_by_their_rounding(stated: str, found: int) -> None:
    """A sum of three figures of one decimal may differ by 0.15."""
    rows = [("地区", "人数"), ("a", "5.1"), ("b", "5.15"), ("合计", stated)]
    table = FilledTable.of(rows)
    assert found == len(check_table(table, [AddsUp("合计", unit=TENTH)]))


def test_parts_may_be_named() -> None:
    """In a table of two levels, the counties add up to their prefecture."""
    table = FilledTable.of([("地区", "任务"), ("兰州", 10), ("城关", 6), ("红古", 4), ("天水", 5)])
    assert () == check_table(table, [AddsUp("兰州", rows=("城关", "红古"))])


def test_check_of_an_unknown_column() -> None:
    """A check of a misspelt column raises an error."""
    with pytest.raises(UnknownNameError):
        check_table(ISLAND, [OfWhich("其中农民", "就业")])


def test_laid_off_by_province() -> None:
    """Only 1998 differs by more than rounding; the suspect cell is found."""
    table = read_table(DATA / "soe_laid_off_by_province.csv", header=2)
    found = check_table(table, [AddsUp("全国", unit=TENTH), Marked()])
    assert [
        ("C3", "全国", "1998", Decimal("554.9")),
        ("C21", "湖南", "1998", None),
    ] == [(f.cell, f.row, f.column, f.expected) for f in found]
    assert ["594.8", "8.1"] == [f.stated for f in found]


def test_exact_sums_of_rounded_figures() -> None:
    """Checked exactly, four of seven years differ by rounding alone."""
    table = read_table(DATA / "soe_laid_off_by_province.csv", header=2)
    found = check_table(table, [AddsUp("全国")])
    assert ["1998", "2000", "2001", "2003"] == [finding.column for finding in found]


def test_registered_unemployed_by_province() -> None:
    """The eleven cells placed by position are found with their addresses."""
    table = read_table(DATA / "registered_unemployed_by_province.csv", header=2)
    found = check_table(table, [Marked()])
    assert [("J11", "上海"), ("C24", "重庆"), ("G24", "重庆")] == [
        (finding.cell, finding.row) for finding in found[:3]
    ]
    assert 11 == len(found)
    assert {"西藏"} == {finding.row for finding in found[3:]}


def test_gansu_panel() -> None:
    """The four suspect cells of the panel are found in the column of values."""
    table = read_table(DATA / "gansu_prefecture_panel.csv", header=2)
    found = check_table(table, [Marked()])
    assert [("天水", "298000"), ("天水", "29800"), ("天水", "38000"), ("平凉", "122000")] == [
        (finding.row, finding.stated) for finding in found
    ]


def test_prefectures_do_not_add_up_to_the_province() -> None:
    """The registered unemployed of 2004 add up to more than the province."""
    column = gansu_panel().column("unemp_persons", 2004)
    table = FilledTable.of([("地区", "失业"), *column.items(), ("甘肃", 95_000)])
    [finding] = check_table(table, [AddsUp("甘肃")])
    assert (Decimal(99_278), 95_000) == (finding.expected, finding.stated)


@pytest.mark.parametrize(
    ("province", "stated", "gap"), [("陕西", 139_000, "-70425"), ("江西", 216_000, "25112")]
)
def test_cities_differ_from_their_province_in_both_directions(
    province: str, stated: int, gap: str
) -> None:
    """The cities of one province add up to more than it prints, those of the other to less."""
    column = cities_panel(province).column("unemp_persons", 2003)
    table = FilledTable.of([("城市", "失业"), *column.items(), (province, stated)])
    [finding] = check_table(table, [AddsUp(province)])
    assert f"(gap {gap})" in finding.say()


def test_cities_suspect() -> None:
    """The suspect cell of 新余 is found by its column."""
    table = read_table(DATA / "cities_shaanxi_jiangxi_2003.csv", header=2)
    assert ["E17"] == [finding.cell for finding in check_table(table, [Marked()])]
