"""A plugin of 80 lines, seen everywhere: an amendment, a condition with its fact, a measure.

It is written from the README and the pages alone, installed, and tried by every door.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import gansu_reemployment_zhangye as zhangye
import known_facts
import polars as pl
import pytest
from attrs import evolve

from gansu_reemployment import Bureau, Group, Yuan, load_host
from gansu_reemployment.assessing import assess_register
from gansu_reemployment.cli.main import run
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.ledger import open_ledger
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.testing import LocalRulesContract

TEXT = Path(zhangye.__file__).read_text(encoding="utf-8")
DAY = date(2003, 8, 1)
WORKER = evolve(known_facts.WORKER, born_on=date(1963, 12, 1))
REGISTER = """\
姓名,性别,出生日期,人员类别,有劳动能力,有就业愿望,在业,已退休,企业内部退养,本市户口
甲,女,1963-12-01,国有企业下岗职工,是,是,否,否,否,是
乙,女,1963-12-01,国有企业下岗职工,是,是,否,否,否,否
丙,女,1963-12-01,国有企业下岗职工,是,是,否,否,否,
"""
STALLS = "姓名,月租金（元）,月数\n甲,400,3\n乙,100,2\n"


@pytest.fixture(name="installed", autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the plugin as a distribution of its own."""
    metadata = tmp_path / "zhangye-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: zhangye-rules\nVersion: 1\n")
    points = "[gansu_reemployment]\nzhangye = gansu_reemployment_zhangye\n"
    (metadata / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(tmp_path)
    # Another test may have loaded the file of a page under this name.
    monkeypatch.setitem(sys.modules, zhangye.__name__, zhangye)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(name="host")
def _host() -> Host:
    return load_host(strict=True)


@pytest.fixture(name="bureau")
def _bureau(host: Host) -> Bureau:
    return Bureau.of("甘州区", host=host)


@pytest.fixture(name="printed")
def _printed(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def printed(*arguments: str) -> str:
        assert 0 == run(arguments)
        return capsys.readouterr().out

    return printed


class TestContract(LocalRulesContract):
    """The contract of every plugin."""

    plugin = zhangye


def test_plugin_is_short() -> None:
    """An amendment, a condition with a fact of its own and a measure with two rules."""
    assert 80 >= len(TEXT.splitlines())


def test_every_explanation_names_place_and_document(bureau: Bureau) -> None:
    """Condition, amendment and measure are explained in both languages."""
    facts = bureau.find_measure("hardship").facts(
        **{name: getattr(WORKER, name) for name in vars(WORKER) if name not in ("unknown", "view")},
        resident=False,
    )
    refused = bureau.hardship(facts, on=DAY)
    rent = bureau.work("stall_rent", zhangye.Stall(rent=Yuan(400), months=3), on=DAY)

    assert "不是本市户口。 [1]" in refused.explain("zh_CN", facts=facts)
    assert "本市户口：否" in refused.explain("zh_CN", facts=facts)
    assert "Not a resident of the city. [1]" in refused.explain("en")
    assert "本市户口（张掖市）" in refused.explain("zh_CN")
    assert "31 December of the year (Zhangye City)" in refused.explain("en")
    assert "月补贴：150.00元" in rent.explain("zh_CN")
    assert "subsidy of a month: 150.00 yuan" in rent.explain("en")
    assert "（张政发〔2003〕1号）第八条" in rent.explain("en")


def test_fact_of_the_place_is_asked(bureau: Bureau, host: Host) -> None:
    """Facts of the core are enough until the rule holds, and elsewhere; then one is open."""
    assert Group.GENERAL is bureau.hardship(WORKER, on=date(2003, 6, 30)).value
    assert ("resident",) == bureau.hardship(WORKER, on=DAY).missing
    assert "本市户口（resident）" in bureau.hardship(WORKER, on=DAY).explain("zh_CN")
    assert () == Bureau.of("天水市", host=host).hardship(WORKER, on=DAY).missing


def test_frames(bureau: Bureau) -> None:
    """Polars and DuckDB give what a case gives."""
    stalls = pl.DataFrame({"rent": [40_000, 10_000, None], "months": [3, 2, 1]})
    added = bureau.columns.work("stall_rent", stalls, on=DAY, explain=True, money="fen")
    assert [45_000, 10_000, None] == added["stall_rent"].to_list()
    assert "stall_rent.cap@2003-07-01@620700" in added["stall_rent_citations"][0]
    relation = duckdb.from_arrow(stalls.to_arrow())
    found = bureau.columns.work("stall_rent", relation, on=DAY, money="fen")
    assert [45_000, 10_000, None] == found.pl()["stall_rent"].to_list()
    assert ["rent", "months"] == [c.name for c in bureau.columns.schema("stall_rent")]
    assert "stall_rent" in bureau.columns.assess(stalls, on=DAY, money="fen").columns


def test_frame_of_many_places(host: Host) -> None:
    """In a frame of the whole province the measure and the condition are those of their place."""
    columns = Bureau.of("甘肃省", host=host).columns
    stalls = pl.DataFrame(
        {"rent": [40_000] * 3, "months": [3] * 3, "place": ["张掖市", "天水市", "甘州区"]}
    )
    added = columns.work("stall_rent", stalls, on=DAY, region="place", money="fen")
    assert [45_000, None, 45_000] == added["stall_rent"].to_list()
    assert added["stall_rent_missing"][1].startswith("rule-not-known:stall_rent.")
    with pytest.raises(ColumnsError, match="resident: the column is missing"):
        columns.hardship(pl.DataFrame({"place": ["张掖市"]}), on=DAY, region="place")


@pytest.mark.parametrize("place", ["张掖市", "甘州区"])
def test_register_ledger_and_reopening(place: str, tmp_path: Path, host: Host) -> None:
    """A register with the place's own heading is decided, entered, and worked again."""
    bureau = Bureau.of(place, host=host)
    for name, text, measure in (
        ("persons.csv", REGISTER, "hardship"),
        ("stalls.csv", STALLS, "stall_rent"),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with open_ledger("memory:") as ledger:
            result = assess_register(
                path, bureau, measure, on=DAY, ledger=ledger, rejects=tmp_path / "r.csv"
            )
            cases = list(ledger.find())
            again = [bureau.reopen(case) for case in cases]
        assert (0, len(cases)) == (result.counts.rejected, result.counts.accepted)
        assert all(one.holds for one in again)
        if measure == "hardship":
            assert ["decided", "refused", "undecided"] == [case.status for case in cases]
            assert cases[0].facts["resident"] is True
    early = cases[0].__class__.of(
        bureau.hardship(WORKER, on=date(2003, 6, 30)), WORKER, recorded_on=date(2003, 6, 30)
    )
    assert bureau.reopen(early).holds


def test_commands(tmp_path: Path, printed: Callable[..., str]) -> None:
    """Each command knows the plugin."""
    for line in (
        "zhangye  (zhangye-rules 1)",
        "regions: Zhangye City",
        "amended rules: hardship.age_day",
        "local conditions: hardship",
        "added facts: hardship.resident",
        "local measures: stall_rent",
    ):
        assert f"{line}\n" in printed("plugins")
    assert "stall_rent  场地租金补贴  stall rent subsidy\n" in printed("facts")
    assert "resident  本市户口  resident of the city" in printed("facts", "hardship")
    assert "stall_rent.cap  月补贴上限" in printed("rules", "补贴上限")
    assert "2003-07-01 (Zhangye City): 150.00 yuan" in printed("rule", "stall_rent.cap")
    assert "zhangye.resident" in printed("changes", "2003-06-30", "2003-07-01", "张掖市")
    exported = printed("export", "region", "张掖市")
    for path in ("hardship.age_day", "zhangye.resident", "stall_rent.share", "stall_rent.cap"):
        assert f'path = "{path}"' in exported
    (tmp_path / "stall.toml").write_text('rent = "400"\nmonths = 3\n', encoding="utf-8")
    explained = printed(
        "explain", "stall.toml", "--measure", "stall_rent", "--on", "2003-08-01",
        "--region", "甘州区",
    )  # fmt: skip
    assert "Result: 450.00 yuan" in explained
    (tmp_path / "cases.toml").write_text(
        'measure = "stall_rent"\n[[case]]\nname = "a"\non = 2003-08-01\nregion = "甘州区"\n'
        'facts = { rent = "400", months = 3 }\nexpect = { value = "450.00" }\n',
        encoding="utf-8",
    )
    assert "1 passed, 0 failed" in printed("check", "cases.toml")
    (tmp_path / "stalls.csv").write_text(STALLS, encoding="utf-8")
    url = f"sqlite:///{tmp_path}/cases.db"
    assert "2 rows read = 2 assessed" in printed(
        "assess", "stalls.csv", "--measure", "stall_rent", "--on", "2003-08-01",
        "--region", "甘州区", "--ledger", url,
    )  # fmt: skip
    assert 2 == printed("cases", "--ledger", url).count("stall rent subsidy")
    assert "breakdown" in printed("rules", "--delegated")


def test_plugin_by_hand() -> None:
    """A module at hand is loaded without installing it."""
    host = load_host([Source.of(zhangye, "zhangye")], strict=True)
    assert {"stall_rent"} == set(host.measures())
