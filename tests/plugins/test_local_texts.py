"""Where and when the document of a place was read: from the plugin or file to every answer."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment import Bureau
from gansu_reemployment import plugins as p
from gansu_reemployment.cli.main import run
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.interchange import document_as_json
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.rules_file.read import file_sources, read_rules
from gansu_reemployment.plugins.rules_file.write import write_rules

DAY = date(2003, 7, 1)
ADDRESS = "https://example.org/wuwei-2003-1.html"
FILE = f"""\
region = "武威市"

[[document]]
symbol = "武政发〔2003〕1号"
title = "再就业实施办法"
issued = 2003-06-28

[[text]]
document = "武政发〔2003〕1号"
address = "{ADDRESS}"
read_on = 2026-11-28
grade = "copy"
article = "第三条"
extent = "part"

[[amendment]]
path = "hardship.age_women"
since = 2003-07-01
value = 38
document = "武政发〔2003〕1号"
article = "第三条"
standing = "read"

[[amendment]]
path = "hardship.age_men"
since = 2003-07-01
value = 48
document = "武政发〔2003〕1号"
article = "第四条"
standing = "read"
"""
#: A document with every entry that one may have.
WHOLE = p.Instrument(
    "试政发〔2003〕1号",
    "办法",
    ("某市",),
    date(2003, 6, 28),
    DAY,
    "re-employment",
    ("试政发〔2006〕1号",),
    p.Standing.REPORTED,
    "按月执行",
    date(2003, 12, 31),
    ("某省", "a province"),
    (
        p.TextRead(address=ADDRESS, read_on=date(2026, 11, 27), grade=p.Grade.PRESS),
        p.TextRead(
            address="某图书馆藏本",
            read_on=date(2026, 11, 28),
            grade=p.Grade.OFFICIAL_SITE,
            article="二",
            extent=p.Extent.PART,
            supports=frozenset({"hardship.age_men"}),
            instrument="试劳发〔2004〕2号",
            restates="试政发〔2003〕1号",
        ),
    ),
)


def written(folder: Path, text: str) -> Path:
    """Write a file of rules."""
    path = folder / "wuwei.toml"
    path.write_text(text, encoding="utf-8")
    return path


def load(*sources: p.Source) -> Host:
    """Load plugins that must be without a fault."""
    return p.load_host(sources, strict=True)


def test_rule_shows_address_and_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The row of the article that was read has its address, the other says that it has none."""
    path = str(written(tmp_path, FILE))
    for rule, language, line in (
        (
            "age_women",
            "en",
            f"Read at 武政发〔2003〕1号 第三条: {ADDRESS} (copy, read on 2026-11-28)",
        ),
        (
            "age_women",
            "zh",
            f"出处：武政发〔2003〕1号 第三条：{ADDRESS}（转载，2026年11月28日查阅）",
        ),
        ("age_men", "en", "No address: 《再就业实施办法》（武政发〔2003〕1号）第四条"),
        ("age_men", "zh", "未注明出处：《再就业实施办法》（武政发〔2003〕1号）第四条"),
    ):
        asked = ["--rules", path, "--lang", language, "rule", f"hardship.{rule}", "武威市"]
        assert 0 == run(asked)
        assert f"  {line}\n" in capsys.readouterr().out


def test_explanation_shows_the_address_on_request(tmp_path: Path) -> None:
    """Only an explanation with addresses names it."""
    bureau = Bureau.of("凉州区", host=load(*file_sources([written(tmp_path, FILE)])))
    worker = evolve(WORKER, born_on=date(1964, 1, 1))
    outcome = bureau.hardship(worker, on=DAY)
    assert ADDRESS in outcome.explain("en", addresses=True)
    assert ADDRESS not in outcome.explain("en")


def test_document_is_written_and_read_back(tmp_path: Path) -> None:
    """Nothing of a document of a plugin is lost by ``export``."""

    class Plugin:
        @p.hookimpl
        def local_rules(self) -> p.LocalRules:
            row = p.Amendment("hardship.age_women", DAY, 38, WHOLE.at("第三条"), "")
            return p.LocalRules(region="武威市", amendments=(row,))

    host = load(p.Source.of(Plugin()))
    region = host.regions.find("武威市")
    text = write_rules(host.rulebook(region), host.regions.chain(region))
    [row] = read_rules(written(tmp_path, text)).amendments
    given, read = ({f: getattr(one, f) for f in _NAMES} for one in (WHOLE, row.cite.instrument))
    assert given == read
    assert WHOLE.read_at == row.cite.instrument.read_at
    assert [ADDRESS] == document_as_json(row.cite.instrument)["read_at"]


_NAMES = [field.name for field in attrs.fields(p.Instrument)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('[[text]]\ndocument = "武', '[[text]]\ndocument = "文', "There is no document"),
        ("read_on = 2026-11-28\n", "", "read_on: a value is needed"),
        ('grade = "copy"', 'grade = "blog"', "'blog' is none of official_site"),
        ("issued = 2003-06-28", 'place = ["某省"]', "write the Chinese and the English name"),
    ],
)
def test_fault_has_its_line(old: str, new: str, fault: str, tmp_path: Path) -> None:
    """What is wrong in such a table is reported with the others."""
    assert old in FILE
    with pytest.raises(InvalidFactsError) as caught:
        read_rules(written(tmp_path, FILE.replace(old, new)))
    told: list[Any] = [one.say() for one in caught.value.faults]
    assert any(fault in one and "wuwei.toml:" in one for one in told), told
