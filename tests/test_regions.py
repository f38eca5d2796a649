"""Regions: every name and code of the table is understood, on the right day."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

import gansu_reemployment
from gansu_reemployment import _divisions
from gansu_reemployment.errors import (
    AmbiguousNameError,
    RulebookError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.regions import (
    GANSU_ID,
    NATION_ID,
    REFERENCE_DAY,
    Dated,
    Level,
    Region,
    Regions,
    find_region,
    gansu,
    level_of,
)

TABLE = Path(gansu_reemployment.__file__).parent / "data" / "gansu_divisions.csv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
IDS = [row["code_200306"] for row in ROWS]
END_OF_2002 = date(2002, 12, 31)
AFTER_ALL_CHANGES = date(2018, 7, 2)

#: Identifier, day of the approval, name and code the day before and on the day.
CHANGES = [
    ("620600", date(2001, 5, 9), ("武威地区", "622300"), ("武威市", "620600")),
    ("620602", date(2001, 5, 9), ("武威市", "622301"), ("凉州区", "620602")),
    ("620700", date(2002, 3, 1), ("张掖地区", "622200"), ("张掖市", "620700")),
    ("620702", date(2002, 3, 1), ("张掖市", "622201"), ("甘州区", "620702")),
    ("620800", date(2002, 6, 2), ("平凉地区", "622700"), ("平凉市", "620800")),
    ("620802", date(2002, 6, 2), ("平凉市", "622701"), ("崆峒区", "620802")),
    ("620900", date(2002, 6, 18), ("酒泉地区", "622100"), ("酒泉市", "620900")),
    ("620902", date(2002, 6, 18), ("酒泉市", "622102"), ("肃州区", "620902")),
    ("621000", date(2002, 6, 22), ("庆阳地区", "622800"), ("庆阳市", "621000")),
    ("621002", date(2002, 6, 22), ("西峰市", "622801"), ("西峰区", "621002")),
    ("621021", date(2002, 6, 22), ("庆阳县", "622821"), ("庆城县", "621021")),
    ("621100", date(2003, 4, 4), ("定西地区", "622400"), ("定西市", "621100")),
    ("621102", date(2003, 4, 4), ("定西县", "622421"), ("安定区", "621102")),
    ("621126", date(2003, 4, 4), ("岷县", "622429"), ("岷县", "621126")),
    ("622600", date(2004, 1, 11), ("陇南地区", "622600"), ("陇南市", "621200")),
    ("622621", date(2004, 1, 11), ("武都县", "622621"), ("武都区", "621202")),
    ("622630", date(2004, 1, 11), ("徽县", "622630"), ("徽县", "621227")),
    ("620502", date(2004, 9, 30), ("秦城区", "620502"), ("秦州区", "620502")),
    ("620503", date(2004, 9, 30), ("北道区", "620503"), ("麦积区", "620503")),
    ("620922", date(2006, 2, 8), ("安西县", "620922"), ("瓜州县", "620922")),
    ("620824", date(2018, 7, 2), ("华亭县", "620824"), ("华亭市", "620881")),
]


def test_counts() -> None:
    """Gansu has 14 prefectures and 86 county units under one province and one nation."""
    levels = Counter(region.level for region in gansu())

    assert {
        Level.NATION: 1,
        Level.PROVINCE: 1,
        Level.PREFECTURE: 14,
        Level.COUNTY: 86,
    } == levels
    assert 102 == len(gansu())


def test_counties_by_prefecture() -> None:
    """The counties of each prefecture are as many as the list of 2003-06 has."""
    counts = [
        len(gansu().children(prefecture)) for prefecture in gansu().of_level(Level.PREFECTURE)
    ]

    assert [8, 0, 2, 5, 7, 4, 6, 7, 7, 8, 7, 9, 8, 8] == counts


def test_standard_order() -> None:
    """The regions come in the order of the code list, the nation and the province first."""
    assert [NATION_ID, GANSU_ID, *IDS] == [region.id for region in gansu()]
    assert IDS == sorted(IDS)


def test_codes_belong_to_one_region() -> None:
    """No code, of any day, belongs to two regions or twice to one."""
    codes = Counter(row.value for region in gansu() for row in region.codes)

    assert {1} == set(codes.values())


def test_parents_stand_above() -> None:
    """Each region but the nation has a declared parent of the next level above."""
    for region in gansu():
        layers = gansu().chain(region)

        assert list(range(len(layers))) == [layer.level.depth for layer in layers]
        assert (None, region) == (layers[0].parent, layers[-1])


def test_chain() -> None:
    """The chain of a county runs from the nation down to it."""
    chain = gansu().chain(find_region("秦城区"))

    assert ["全国", "甘肃省", "天水市", "秦城区"] == [region.name for region in chain]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_row_is_found_by_all_it_has(row: dict[str, str]) -> None:
    """The names and the three codes of a row of the table lead to its region, and back."""
    region = find_region(row["name_zh"])
    codes = [row["code_200306"], row["code_200212"], row["code_now"]]

    assert row["code_200306"] == region.id
    assert (row["name_zh"], row["name_en"]) == (region.show("zh_CN"), region.show("en"))
    assert row["parent"] == region.parent
    assert region == find_region(row["name_en"])
    assert {region} == {find_region(code) for code in codes if code}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_codes_on_the_days_of_the_lists(row: dict[str, str]) -> None:
    """The dated codes are those of the lists of 2002-12, 2003-06 and now."""
    region = find_region(row["code_200306"])

    assert (row["code_200212"] or region.id) == region.code_on(END_OF_2002)
    assert row["code_200306"] == region.code_on(REFERENCE_DAY)
    assert (row["code_now"] or region.id) == region.code_on(AFTER_ALL_CHANGES)
    assert row["name_zh"] == region.name_on(REFERENCE_DAY)


@pytest.mark.parametrize("region", gansu().regions, ids=lambda region: region.id)
def test_every_spelling_round_trips(region: Region) -> None:
    """Each title and code leads back to its region on the first day it holds, and on the last."""
    for row in (*region.names, *region.codes):
        first = row.since or date(2000, 1, 1)
        last = row.until - timedelta(days=1) if row.until else AFTER_ALL_CHANGES

        assert [region, region] == [find_region(row.value, on=day) for day in (first, last)]


@pytest.mark.parametrize(("code", "day", "before", "after"), CHANGES)
def test_change(code: str, day: date, before: tuple[str, str], after: tuple[str, str]) -> None:
    """A name and a code change on the day of the approval, not the day before."""
    region = find_region(code)
    eve = day - timedelta(days=1)

    assert before == (region.name_on(eve), region.code_on(eve))
    assert after == (region.name_on(day), region.code_on(day))
    assert region == find_region(before[0], on=eve)
    assert region == find_region(after[0], on=day)


def test_changes_are_all_dated() -> None:
    """Every region with two titles stands in the list of changes above."""
    renamed = {region.id for region in gansu() if len(region.names) > 1}

    assert set() == renamed - {code for code, *_ in CHANGES}
    assert _divisions.BEFORE.keys() | _divisions.AFTER.keys() == renamed


def test_titles_stand_in_the_notes() -> None:
    """The earlier and later titles and codes in the module are those of the table's notes."""
    notes = {row["code_200306"]: row["note"] for row in ROWS}
    told = [
        *((code, word) for code, words in _divisions.BEFORE.items() for word in words),
        *_divisions.AFTER.items(),
        *_divisions.CIVIL_AFFAIRS.items(),
    ]

    assert [] == [(code, word) for code, word in told if word not in notes[code]]


def test_approval_stands_on_the_row() -> None:
    """A title carries the symbol of the act that gave it; the one before carries none."""
    dingxi = find_region("定西市")

    assert [None, "国函〔2003〕46号"] == [row.approval for row in dingxi.names]
    assert date(2003, 4, 4) == dingxi.names[1].since == dingxi.names[0].until


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("武威地区", "武威市"),
        ("张掖地区", "张掖市"),
        ("平凉地区", "平凉市"),
        ("酒泉地区", "酒泉市"),
        ("庆阳地区", "庆阳市"),
        ("定西地区", "定西市"),
        ("陇南地区", "陇南市"),
    ],
)
def test_old_and_new_prefecture_names(old: str, new: str) -> None:
    """A prefecture is found by its name of before and after, on 2003-06-10 and without a day."""
    region = find_region(old)

    assert Level.PREFECTURE is region.level
    assert [region] * 3 == [
        find_region(new),
        find_region(old, on=REFERENCE_DAY),
        find_region(new, on=REFERENCE_DAY),
    ]


def test_day_decides_a_name_of_two() -> None:
    """武威市 is the county-level city until the approval and the prefecture from then on."""
    found = [find_region("武威市", on=date(2001, 5, day)).name for day in (8, 9)]

    assert ["凉州区", "武威市"] == found
    assert "武威市" == find_region("武威市").name


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("甘肃", "甘肃省"),
        ("天水", "天水市"),
        ("兰州", "兰州市"),
        ("嘉峪关", "嘉峪关市"),
        ("陇南", "陇南地区"),
        ("定西", "定西市"),
        ("庆阳", "庆阳市"),
        ("白银", "白银市"),
        ("临夏", "临夏回族自治州"),
        ("临夏州", "临夏回族自治州"),
        ("甘南", "甘南藏族自治州"),
        ("甘南州", "甘南藏族自治州"),
        ("西峰", "西峰区"),
        ("秦州", "秦城区"),
        ("会宁", "会宁县"),
        ("东乡", "东乡族自治县"),
        ("积石山县", "积石山保安族东乡族撒拉族自治县"),
        ("肃南", "肃南裕固族自治县"),
        ("阿克塞", "阿克塞哈萨克族自治县"),
    ],
)
def test_short_names(short: str, name: str) -> None:
    """A short name is understood; where a prefecture and a county share it, the prefecture."""
    assert name == find_region(short).name


def test_short_name_means_the_prefecture_on_every_day() -> None:
    """The bare 武威 is the prefecture even while a county-level 武威市 exists."""
    assert "620600" == find_region("武威", on=date(2001, 5, 8)).id


@pytest.mark.parametrize(
    ("name", "region"),
    [("临夏市", "622901"), ("临夏县", "622921"), ("临夏回族自治州", "622900")],
)
def test_full_names_of_linxia(name: str, region: str) -> None:
    """A full name is never taken for another with the same stem."""
    assert region == find_region(name).id


@pytest.mark.parametrize(
    "text", [" 天水市\n", "天 水 市", "天水市\u3000", "６２０５００", " 620500 ", "tianshui CITY"]
)
def test_untidy_writing(text: str) -> None:
    """White space, full-width digits and letter case do not matter."""
    assert "620500" == find_region(text).id


def test_civil_affairs_code() -> None:
    """安西县 is found by the code of the civil-affairs list; its own is the statistics code."""
    anxi = find_region("620925")

    assert "安西县" == anxi.name
    assert "620922" == anxi.code_on(REFERENCE_DAY)


def test_unknown_name() -> None:
    """A misspelt name is refused with the nearest right one, in both languages."""
    with pytest.raises(UnknownNameError) as caught:
        find_region("天水是")

    assert "天水市" in caught.value.near
    assert "天水是" in caught.value.say("zh_CN")


@pytest.mark.parametrize("text", ["", " ", "环", "地区", "629999"])
def test_what_is_no_name(text: str) -> None:
    """An empty text, a single character, a class word and a free code are no region."""
    with pytest.raises(UnknownNameError):
        find_region(text)


def test_unknown_code_before_the_first_list() -> None:
    """A county's code before its prefecture became a city is not known, and not guessed."""
    minqin = find_region("民勤县")

    assert "620621" == minqin.code_on(date(2001, 5, 9))
    with pytest.raises(
        RuleNotInForceError, match="No code of Minqin County is known on 2001-05-08"
    ):
        minqin.code_on(date(2001, 5, 8))


def test_name_before_the_region() -> None:
    """A region that names its first title with a day has no name before it."""
    since = date(2012, 8, 20)
    region = Region(
        "620199",
        "兰州新区",
        "Lanzhou New Area",
        Level.COUNTY,
        "620100",
        (Dated("兰州新区", since),),
    )

    assert "兰州新区" == region.name_on(since)
    with pytest.raises(RuleNotInForceError):
        region.name_on(since - timedelta(days=1))


XIAN = Region("610100", "西安市", "Xi'an City", Level.PREFECTURE)


def test_region_outside_gansu() -> None:
    """A declared region follows the built-in ones, under the nation where nothing else is said."""
    regions = gansu().with_region(XIAN)

    assert XIAN == regions.find("西安") == regions.find("610100") == tuple(regions)[-1]
    assert ("全国", "西安市") == tuple(region.name for region in regions.chain(XIAN))
    assert 102 == len(gansu())


def test_declared_region_with_parent() -> None:
    """A county may be declared below a region that was declared before it."""
    county = Region("610113", "雁塔区", "Yanta District", Level.COUNTY, parent="610100")
    regions = gansu().with_region(XIAN).with_region(county)

    assert (county,) == regions.children(XIAN)


@pytest.mark.parametrize(
    ("region", "names"),
    [
        (Region("620500", "新市", "New City", Level.PREFECTURE), ("New City", "Tianshui City")),
        (Region("622400", "新市", "New City", Level.PREFECTURE), ("New City", "Dingxi City")),
        (Region("610100", "天水市", "New City", Level.PREFECTURE), ("610100", "620500")),
        (Region("610100", "定西地区", "New City", Level.PREFECTURE), ("定西地区", "621100")),
    ],
)
def test_clash_is_refused(region: Region, names: tuple[str, str]) -> None:
    """A region with the name or code of another, of any day, is refused and both are named."""
    with pytest.raises(RulebookError) as caught:
        gansu().with_region(region)

    assert [] == [name for name in names if name not in str(caught.value)]


@pytest.mark.parametrize("parent", [None, "610000", "620102", "620500"])
def test_parent_must_stand_above(parent: str | None) -> None:
    """A parent that is missing, unknown, or not of a higher level is refused."""
    with pytest.raises(RulebookError, match="Xi'an City cannot be declared"):
        gansu().with_region(Region("610100", "西安市", "Xi'an City", Level.PREFECTURE, parent))


def test_ambiguous_name() -> None:
    """A short name that two counties share is refused, naming both; the full name is not."""
    other = Region("361029", "东乡县", "Dongxiang County", Level.COUNTY)
    regions = gansu().with_region(other)

    with pytest.raises(AmbiguousNameError, match="东乡族自治县, 东乡县") as caught:
        regions.find("东乡")
    assert ("东乡族自治县", "东乡县") == caught.value.near
    assert other == regions.find("东乡县")


@pytest.mark.parametrize("code", ["61010", "6101000", "６１０１００", "西安"])
def test_code_has_six_digits(code: str) -> None:
    """An identifier is six ASCII digits."""
    with pytest.raises(RulebookError, match="six digits"):
        Region(code, "西安市", "Xi'an City", Level.PREFECTURE)


def test_own_name_among_the_dated() -> None:
    """The dated titles and codes must hold the region's own."""
    with pytest.raises(RulebookError):
        Region("610100", "西安市", "Xi'an City", Level.PREFECTURE, names=(Dated("长安市"),))
    with pytest.raises(RulebookError):
        Region("610100", "西安市", "Xi'an City", Level.PREFECTURE, codes=(Dated("610101"),))


def test_registry_is_built_once() -> None:
    """The built-in registry is one value, equal to one built from its own regions."""
    assert gansu() is gansu()
    assert gansu() == Regions(tuple(gansu()))


def test_import_reads_no_table() -> None:
    """Importing the module loads neither the table nor csv."""
    script = (
        "import sys, gansu_reemployment.regions;"
        "print({'csv', 'gansu_reemployment._divisions'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "set()" == run.stdout.strip()


def test_first_line_of_the_table_names_its_source() -> None:
    """The table says where it comes from."""
    assert LINES[0].startswith("# source: administrative division codes")


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("000000", Level.NATION),
        ("620000", Level.PROVINCE),
        ("620500", Level.PREFECTURE),
        ("620502", Level.COUNTY),
    ],
)
def test_level_of_a_code(code: str, level: Level) -> None:
    """The zeros at the end of a code tell its level."""
    assert level is level_of(code)
