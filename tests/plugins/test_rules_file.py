"""A region's rules as one TOML file: the same objects, the same checks, faults with lines."""

from datetime import date
from pathlib import Path
from typing import Any, Generic

import pytest
from attrs import frozen

from gansu_reemployment import Bureau, EntitledGroup, Sex, load_host
from gansu_reemployment import plugins as p
from gansu_reemployment.errors import InvalidFactsError, PluginError, RulebookError
from gansu_reemployment.measures.persons.hardship.rules import AgeDay
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.rules_file.conditions import stated_threshold
from gansu_reemployment.plugins.rules_file.read import file_sources, read_rules
from gansu_reemployment.plugins.rules_file.write import write_rules

WUWEI = """\
region = "武威市"
checked_on = 2003-08-01

[[document]]
symbol = "武政发〔2003〕1号"
title = "再就业\\"实施\\"办法"
issuers = ["武威市人民政府"]
issued = 2003-06-28

[[amendment]]
path = "hardship.age_day"
since = 2003-07-01
value = "year_end"
document = "武政发〔2003〕1号"
article = "第三条"
standing = "read"

[[amendment]]
path = "hardship.age_fixed_day"
since = 2003-07-01
until = 2005-12-31
value = 2003-12-31
document = "中发[2002]12号"
standing = "assumed"
"""


def written(folder: Path, text: str, name: str = "wuwei.toml") -> Path:
    """Write a file of rules."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path) -> list[str]:
    """Give the faults of a file, each without its folder."""
    with pytest.raises(InvalidFactsError) as caught:
        read_rules(path)
    return [fault.say().removeprefix(f"{path.parent}/") for fault in caught.value.faults]


def test_file_speaks_for_its_region(tmp_path: Path) -> None:
    """The rows hold in the region of the file and nowhere else."""
    host = load_host(file_sources([written(tmp_path, WUWEI)]), strict=True)
    day = date(2003, 7, 1)
    found = [
        Bureau.of(name, host=host).rulebook.find("hardship.age_day").on(day).value
        for name in ("武威市", "凉州区", "天水市")
    ]
    assert [AgeDay.YEAR_END, AgeDay.YEAR_END, AgeDay.APPLICATION] == found


def test_value_holds_from_its_day(tmp_path: Path) -> None:
    """The day before, the national row is in force."""
    host = load_host(file_sources([written(tmp_path, WUWEI)]), strict=True)
    rule = Bureau.of("武威市", host=host).rulebook.find("hardship.age_day")
    assert AgeDay.APPLICATION is rule.on(date(2003, 6, 30)).value
    assert "武政发〔2003〕1号 第三条" == rule.on(date(2003, 7, 1)).cite.short


def test_day_of_the_last_comparison_is_kept(tmp_path: Path) -> None:
    """The host knows when the rows were compared; a file need not say it."""
    written(tmp_path, WUWEI)
    text = WUWEI.replace("武威市", "张掖市").replace("checked_on = 2003-08-01\n", "")
    written(tmp_path, text, "zhangye.toml")
    found = load_host(file_sources([tmp_path]), strict=True).locals
    assert date(2003, 8, 1) == found["620600"].checked_on
    assert found["620700"].checked_on is None


def test_written_file_reads_back_the_same(tmp_path: Path) -> None:
    """Export and reading are inverse."""
    host = load_host(file_sources([written(tmp_path, WUWEI)]), strict=True)
    bureau = Bureau.of("武威市", host=host)
    chain, checked_on = host.regions.chain(bureau.region), host.locals["620600"].checked_on
    text = write_rules(bureau.rulebook, chain, checked_on=checked_on)
    again = read_rules(written(tmp_path, text, "again.toml"))
    first = read_rules(tmp_path / "wuwei.toml")
    assert first.amendments == again.amendments
    assert first.checked_on == again.checked_on


def test_folder_gives_all_its_files(tmp_path: Path) -> None:
    """Every TOML file of a folder is a plugin."""
    written(tmp_path, WUWEI)
    written(tmp_path, WUWEI.replace("武威市", "张掖市"), "zhangye.toml")
    assert ["wuwei.toml", "zhangye.toml"] == [
        Path(source.name).name for source in file_sources([tmp_path])
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"武威市"\n', '"武威县城"\n', "wuwei.toml:1: There is no region"),
        ("year_end", "yearend", "wuwei.toml:13 value: 'yearend' is none of"),
        ('article = "第三条"', 'articel = "第三条"', "did you mean article"),
        ("since = 2003-07-01\nvalue", "value", "wuwei.toml:10 since: a value is needed"),
        ("hardship.age_day", "hardship.age_dya", "wuwei.toml:11: There is no rule"),
        ("hardship.age_day", "certificate.ability", "wuwei.toml:11: certificate.ability"),
        ('document = "武政发〔2003〕1号"', 'document = "武政发9号"', "There is no document"),
        ('"read"', '"heard"', "wuwei.toml:16 standing: 'heard' is none of"),
        ("checked_on = 2003-08-01", 'checked_on = "soon"', "wuwei.toml:2 checked_on: "),
        ("issued = 2003-06-28", 'issued = "03-6-28"', "wuwei.toml:8 issued: "),
        ("[[document]]", "[[paper]]", "wuwei.toml:4 paper: there is no entry of this name here"),
        ("[[document]]", "[document]", "wuwei.toml:4: write document as tables [[document]]"),
        ("[[document]]", "document = [1]\n[[text]]", "4: write document as tables [[document]]"),
        ("[[document]]", "declare = [[1]]\n[[text]]", "4: write declare as tables [[declare]]"),
        ('region = "武威市"', "region = 3", "wuwei.toml:1: There is no region 3"),
        ('region = "武威市"\n', "", "wuwei.toml:1 region: a value is needed"),
        ("checked_on =", "checked =", "wuwei.toml:2 checked: there is no entry of this name"),
        ("checked_on =", "checked =", "here; did you mean checked_on?"),
        ("since = 2003-07-01", "sinse = 2003-07-01", "sinse: there is no entry of this name"),
        (
            "since = 2003-07-01",
            "since = 2003-06-27",
            (
                "wuwei.toml:12 since: hardship.age_day: the row takes effect on 2003-06-27, but "
                "its document 武政发〔2003〕1号 was issued on 2003-06-28."
            ),
        ),
        ("since = 2003-07-01", "since = 2003-07-01\nretroactive = 1", "13 retroactive: "),
        (
            'path = "hardship.age_day"',
            'path = "hardship.age_day"\nregion = "武威县城"',
            "wuwei.toml:11: There is no region",
        ),
        (
            'path = "hardship.age_day"',
            'path = "hardship.age_day"\nregion = "张掖市"',
            "11: hardship.age_day: a row of Zhangye City among the rules of Wuwei City",
        ),
        (
            'document = "武政发〔2003〕1号"',
            'document = "武政发〔2003〕2号"',
            "There is no document 武政发〔2003〕2号. Did you mean 武政发〔2003〕1号",
        ),
    ],
)
def test_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Each kind of mistake is found where it stands."""
    assert old in WUWEI
    found = faults(written(tmp_path, WUWEI.replace(old, new, 1)))
    assert any(fault in one for one in found), found


@pytest.mark.parametrize("symbol", ["武政发[2003]1号", "武政发（2003）1 号"])
def test_own_document_is_found_whatever_its_brackets(tmp_path: Path, symbol: str) -> None:
    """The brackets and blanks of a symbol do not matter, in the register or in the file."""
    text = WUWEI.replace('document = "武政发〔2003〕1号"', f'document = "{symbol}"')
    first = read_rules(written(tmp_path, text)).amendments[0]
    assert "武政发〔2003〕1号" == first.cite.instrument.symbol


def test_row_that_reaches_back_says_so(tmp_path: Path) -> None:
    """A row from before its document holds, and nobody could know it until the issue."""
    early = "since = 2003-01-01\nretroactive = true\nvalue"
    text = WUWEI.replace("since = 2003-07-01\nvalue", early)
    host = load_host(file_sources([written(tmp_path, text)]))
    rule = Bureau.of("武威市", host=host).rulebook.find("hardship.age_day")
    assert AgeDay.YEAR_END is rule.on(date(2003, 1, 1)).value
    assert AgeDay.APPLICATION is rule.as_known(date(2003, 6, 27)).on(date(2003, 1, 1)).value


def test_rows_of_the_regions_above_are_there_to_read(tmp_path: Path) -> None:
    """A row of the province in the file of a prefecture is not checked and not taken."""
    above = WUWEI.replace('path = "hardship.age_day"', 'path = "post.form"\nregion = "甘肃省"')
    assert ["hardship.age_fixed_day"] == [
        row.path for row in read_rules(written(tmp_path, above)).amendments
    ]


def test_faults_are_those_of_a_file(tmp_path: Path) -> None:
    """The head line speaks of the file, not of facts."""
    with pytest.raises(InvalidFactsError, match=r"^The rules file has 1 fault\(s\)\."):
        read_rules(written(tmp_path, WUWEI.replace("year_end", "yearend")))


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error says which file."""
    with pytest.raises(RulebookError, match=r"There is no file .*wuwei.toml"):
        read_rules(tmp_path / "wuwei.toml")


def test_second_row_of_one_time_is_told_with_its_line(tmp_path: Path) -> None:
    """Two rows that hold at once are told where the second stands."""
    start = WUWEI.index("[[amendment]]")
    again = WUWEI[start:].replace("hardship.age_fixed_day", "hardship.age_men")
    again = again.replace("value = 2003-12-31", "value = 45").replace("year_end", "fixed")
    (fault,) = faults(written(tmp_path, f"{WUWEI}\n{again}"))
    assert fault.startswith(
        "wuwei.toml:27: hardship.age_day: the rows of 2003-07-01 and 2003-07-01"
    )


def test_inline_tables_have_the_first_line(tmp_path: Path) -> None:
    """Where the tables have no lines of their own, a fault is told all the same."""
    text = 'region = "武威市"\namendment = [{ path = "hardship.age_men" }]\n'
    assert "wuwei.toml:1 since: a value is needed" in faults(written(tmp_path, text))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """A second mistake is not hidden by the first."""
    text = WUWEI.replace("year_end", "yearend").replace('"assumed"', '"guessed"')
    assert 2 == len(faults(written(tmp_path, text)))


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = 0x" + "f" * 5_000 + "\n" + "b = " * 2]
)
def test_file_that_is_too_deep_or_too_long(tmp_path: Path, text: str) -> None:
    """A file that the reader of TOML cannot follow is named."""
    path = tmp_path / "wuwei.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RulebookError, match=r"wuwei\.toml"):
        read_rules(path)


def test_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    """The error says which file, and what is wrong."""
    with pytest.raises(
        RulebookError, match=r"wuwei.toml: at the end of the file: a value is missing"
    ):
        read_rules(written(tmp_path, "region = "))


@pytest.mark.parametrize("strict", [False, True])
def test_faulty_file_is_never_left_out(tmp_path: Path, strict: bool) -> None:  # noqa: FBT001
    """Whoever names a file means it: its fault is raised with its name."""
    path = written(tmp_path, WUWEI.replace("year_end", "yearend"))
    with pytest.raises(PluginError, match=r"wuwei.toml was skipped"):
        load_host(file_sources([path]), strict=strict)


CONDITIONS = """\
region = "武威市"

[[document]]
symbol = "武政发〔2003〕1号"
issued = 2003-06-28

[[fact]]
measure = "hardship"
name = "resident"
zh = "本市户口"
en = "resident of the city"

[[fact]]
measure = "hardship"
name = "years"
zh = "居住年数"
en = "years in the city"
kind = "number"

[[condition]]
measure = "hardship"
fact = "resident"
equals = true
code = "not-resident"
zh = "本市户口"
en = "resident of the city"
reason_zh = "不是本市户口。"
reason_en = "Not a resident of the city."
since = 2003-07-01
document = "武政发〔2003〕1号"
article = "第五条"
standing = "read"

[[condition]]
measure = "hardship"
fact = "years"
at_least = 3
code = "too-short"
zh = "居住年数下限"
en = "least years in the city"
reason_zh = "居住不满规定年数。"
reason_en = "Too short a time in the city."
since = 2003-07-01
until = 2004-06-30
document = "武政发〔2003〕1号"
standing = "read"

[[amendment]]
path = "breakdown.weights"
since = 2004-01-01
until = 2004-12-31
value = { "凉州区" = 5, "民勤县" = 2 }
note = "按下岗失业人员数"
document = "武政发〔2003〕1号"
standing = "read"
"""


@pytest.mark.parametrize(
    ("on", "resident", "years", "codes"),
    [
        (date(2003, 6, 30), False, 1, ()),
        (date(2003, 7, 1), True, 3, ()),
        (date(2003, 7, 1), False, 2, ("not-resident", "too-short")),
        (date(2004, 7, 1), True, 2, ()),
    ],
)
def test_conditions_of_a_file(
    on: date,
    resident: bool,  # noqa: FBT001
    years: int,
    codes: tuple[str, ...],
    tmp_path: Path,
) -> None:
    """A place without a programmer states conditions, facts and weights too."""
    path = tmp_path / "wuwei.toml"
    path.write_text(CONDITIONS, encoding="utf-8")
    bureau = Bureau.of("凉州区", host=load_host(file_sources([path]), strict=True))
    facts = bureau.find_measure("hardship").facts(
        sex=Sex.FEMALE,
        born_on=date(1950, 1, 1),
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        resident=resident,
        years=years,
    )
    outcome = bureau.hardship(facts, on=on)
    assert codes == tuple(refusal.code for refusal in outcome.refusals)
    if codes:
        assert "居住年数下限：3（武威市）" in outcome.explain("zh_CN")
        assert "Too short a time in the city" in outcome.explain("en")
    weights = Bureau.of("武威市", host=bureau.host).rulebook.find("breakdown.weights")
    assert {"凉州区": 5, "民勤县": 2} == weights.on(date(2004, 3, 1)).value


def test_faults_of_documents_and_rows_in_one_round(tmp_path: Path) -> None:
    """A fault in a document does not hide those of the rows that rest on it."""
    path = tmp_path / "wuwei.toml"
    text = CONDITIONS.replace("issued = 2003-06-28", 'issued = "some day"')
    path.write_text(text.replace("at_least = 3\n", ""), encoding="utf-8")
    with pytest.raises(InvalidFactsError) as caught:
        read_rules(path)
    told = [fault.path.rpartition(" ")[2] for fault in caught.value.faults]
    assert ["issued", "fact"] == told


def test_folder_without_a_file(tmp_path: Path) -> None:
    """A folder that holds no file is never silent."""
    with pytest.raises(RulebookError, match="There is no rules file in the folder"):
        file_sources([tmp_path])


def test_file_is_written_and_read_back(tmp_path: Path) -> None:
    """Nothing is lost: weights, whose units are quoted, facts and conditions."""
    path = tmp_path / "wuwei.toml"
    path.write_text(CONDITIONS, encoding="utf-8")
    host = load_host(file_sources([path]), strict=True)
    region = host.regions.find("武威市")
    local, chain = host.locals[region.id], host.regions.chain(region)
    text = write_rules(host.rulebook(region), chain, local=local)
    assert 'value = { "凉州区" = 5, "民勤县" = 2 }' in text
    again = tmp_path / "again.toml"
    again.write_text(text, encoding="utf-8")
    first, second = read_rules(path), read_rules(again)
    assert first.amendments == second.amendments
    assert ["按下岗失业人员数"] == [row.note for row in second.amendments]
    assert first.facts == second.facts
    stated = [[stated_threshold(one) for one in file.conditions] for file in (first, second)]
    assert stated[0] == stated[1]


def test_wages_are_written_and_read_back(tmp_path: Path) -> None:
    """The region's own average wages of a plugin are in its file, each with its source."""

    class Plugin:
        @p.hookimpl
        def local_rules(self) -> p.LocalRules:
            wages = {2003: p.Yuan(12_000), 2004: p.Yuan("13500.50")}
            cite = NOTICE.at("第二条", p.Standing.REPORTED)
            return p.LocalRules(region="张掖市", series=(p.LocalSeries(wages, cite),))

    def rows(host: Host) -> list[Any]:
        book = Bureau.of("甘州区", host=host).rulebook
        return [
            (row.since, row.until, row.value, row.cite.short, row.cite.standing)
            for row in book.find("insurance.average_wage.620700").all_rows()
        ]

    host = load_host([p.Source.of(Plugin())], strict=True)
    region = host.regions.find("张掖市")
    chain = host.regions.chain(region)
    text = write_rules(host.rulebook(region), chain, local=host.locals[region.id])
    again = load_host(file_sources([written(tmp_path, text)]), strict=True)
    assert p.Yuan(12_000) in [row[2] for row in rows(host)]
    assert rows(host) == rows(again)


def test_fault_of_a_wage(tmp_path: Path) -> None:
    """A wage needs its source, and is above zero."""
    path = written(tmp_path, 'region = "武威市"\n[[wage]]\nyear = 2003\nwage = "0"\n')
    told = faults(path)
    assert ["wuwei.toml:4 wage: must be above zero"] == [f for f in told if "wage:" in f]
    assert any("document: a value is needed" in fault for fault in told)


COUNTY = """\
region = "甘州区"

[[document]]
symbol = "甘政发〔2003〕9号"
title = "摊位补贴办法"
issuers = ["甘州区人民政府"]
issued = 2003-09-01

[[amendment]]
path = "file_stall.amounts"
since = 2003-09-01
value = { below = "50.00", bands = [{ least = 40, value = "80.00" }] }
document = "甘政发〔2003〕9号"
article = "第一条"
standing = "read"
"""
STALL_DAY = date(2003, 7, 1)
NOTICE = p.Instrument("张政发〔2003〕1号", "办法", ("张掖市",), STALL_DAY, STALL_DAY)


@p.rule_table("file_stall", checked=STALL_DAY)
class StallRules:
    """A table by age, which a county may set."""

    amounts: p.Rule[p.ByBand[p.Yuan]] = p.stated(
        "补贴标准",
        "amounts by age",
        p.Provision(STALL_DAY, p.ByBand.of(p.Yuan(10), {40: p.Yuan(20)}), NOTICE.at("第一条")),
        delegated_to=p.Level.COUNTY,
    )


@frozen(kw_only=True, slots=False)
class Keeper(p.CheckedFacts, Generic[p.U]):
    """Who keeps a stall."""

    age: int | p.U = p.fact("年龄", "age")


@p.measure("摊位补贴", "stall subsidy")
def file_stall(w: p.Working, keeper: Keeper[p.Known], rules: StallRules) -> p.Yuan:
    """Return the amount of the age."""
    return w.in_band(w.use(rules.amounts), keeper.age)


class Prefecture:
    """A plugin with a measure whose rule is delegated to counties."""

    @p.hookimpl
    def local_rules(self) -> p.LocalRules:
        """Return the rules of 张掖市."""
        return p.LocalRules(region="张掖市")

    @p.hookimpl
    def local_measures(self) -> list[p.Measure[Any, Any]]:
        """Return the measure."""
        return [file_stall]


def test_county_amends_a_rule_of_its_prefecture(tmp_path: Path) -> None:
    """A file may set a delegated rule that another plugin brings, below its place only."""
    path = written(tmp_path, COUNTY)
    sources = [*file_sources([path]), p.Source.of(Prefecture(), "zhangye")]
    host = load_host(sources, strict=True)
    found = {
        place: Bureau.of(place, host=host)
        .work("file_stall", {"age": 45}, on=date(2003, 9, 1))
        .value
        for place in ("甘州区", "山丹县")
    }
    assert {"甘州区": p.Yuan(80), "山丹县": p.Yuan(20)} == found
    region = host.regions.find("甘州区")
    text = write_rules(host.rulebook(region), host.regions.chain(region))
    assert '\n[[amendment]]\npath = "file_stall.amounts"' in text
    elsewhere = written(tmp_path, COUNTY.replace("甘州区", "凉州区"), "other.toml")
    with pytest.raises(PluginError, match="only Zhangye City and the places below it"):
        load_host([p.Source.of(Prefecture(), "zhangye"), *file_sources([elsewhere])], strict=True)
