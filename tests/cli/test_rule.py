"""The command that shows a rule."""

from pathlib import Path

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.cli.main import run

RULES = """\
region = "武威市"
checked_on = 2003-08-01

[[amendment]]
path = "hardship.age_men"
since = 2003-07-01
value = 45
document = "省委发[2002]69号"
standing = "assumed"
"""


def test_rule_shows_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day, all rows of a rule are shown with their documents."""
    assert 0 == run(["rule", "hardship.age_women"])
    out = capsys.readouterr().out
    assert "2002-09-30: 40" in out
    assert "中发[2002]12号" in out


@pytest.mark.parametrize(
    ("locale", "row", "mark"),
    [
        ("C", "[convention of this library]", "(convention): a choice of this library"),
        ("zh_CN.UTF-8", "[本库约定]", "（约定）：本库自行选定"),
    ],
)
def test_rule_shows_a_convention_without_a_document(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    row: str,
    mark: str,
) -> None:
    """A choice of the library is shown as such, and no document is named for it."""
    monkeypatch.setenv("LC_ALL", locale)
    assert 0 == run(["rule", "breakdown.method"])
    out = capsys.readouterr().out
    assert row in out
    assert mark in out
    assert "意见" not in out


def test_rule_shows_its_limits(capsys: pytest.CaptureFixture[str]) -> None:
    """Below the rows stands what a local value may be, and by which document."""
    assert 0 == run(["rule", "guarantee.multiple"])
    assert "  2002-12-24: at least 0, at most 5 [" in capsys.readouterr().out


def test_rule_shows_the_row_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    """With a day, the row in force is shown."""
    assert 0 == run(["--lang", "zh_CN", "rule", "hardship.age_men", "2003年7月1日", "天水"])
    assert "2002年9月30日：50" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["post.ceiling"], ["Last compared with the sources: {nation}", "Rows of Gansu Province"]),
        (
            ["hardship.age_men", "2003-06-30", "武威市"],
            ["Last compared with the sources: {nation}"],
        ),
        (["hardship.age_men", "2003-07-01", "武威市"], ["Rows of Wuwei City last compared"]),
        (["hardship.age_men", "2003-07-01", "张掖市"], []),
    ],
)
def test_rule_tells_when_its_rows_were_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], told: list[str]
) -> None:
    """The nation's rows and those of a place have each a day, told where such rows are shown."""
    for name in ("武威市", "张掖市"):
        text = RULES.replace("武威市", name)
        text = text if name == "武威市" else text.replace("checked_on = 2003-08-01\n", "")
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    assert 0 == run(["--rules", str(tmp_path), "rule", *asked])
    lines = [
        line for line in capsys.readouterr().out.splitlines() if "last compared" in line.lower()
    ]
    nation = Rulebook.national().find(asked[0]).checked_on
    assert len(told) == len(lines)
    for wanted, line in zip(told, lines, strict=True):
        assert line.startswith(f"  {wanted.format(nation=nation)}")


def test_rule_without_rows_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """That no value is known was compared with the sources too."""
    empty = next(rule for rule in Rulebook.national().rules() if not rule.provisions)
    assert 0 == run(["rule", empty.path])
    out = capsys.readouterr().out
    assert "  No value is known.\n" in out
    assert f"  Last compared with the sources: {empty.checked_on}\n" in out


def test_rule_tells_what_a_value_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    """A choice has codes with both terms; a day is a full one."""
    assert 0 == run(["rule", "hardship.age_day"])
    out = capsys.readouterr().out
    assert "  Value: one of these codes\n" in out
    assert "    year_end  当年12月31日  31 December of the year\n" in out
    assert 0 == run(["rule", "hardship.age_fixed_day"])
    assert "  Value: a date with its year" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "local"),
    [([], True), (["武威市"], True), (["620600"], True), (["天水市"], False)],
)
def test_rule_without_a_day_shows_local_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], *, local: bool
) -> None:
    """Those of every place, or of the place that stands where a day may stand."""
    path = tmp_path / "wuwei.toml"
    path.write_text(RULES, encoding="utf-8")
    assert 0 == run(["rule", "hardship.age_men", *asked, "--rules", str(path)])
    assert local is ("2003-07-01 (Wuwei City): 45 [" in capsys.readouterr().out)


def test_two_places_are_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    """The first is then taken for a day."""
    assert 2 == run(["rule", "hardship.age_men", "武威市", "天水市"])
    assert "武威市 is not a date." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "  Note on 2002-12-24: The text gives a norm (两万元左右), no cap"),
        ("zh_CN", "  说明（2002年12月24日）：原文只说一般掌握在两万元左右"),
    ],
)
def test_rule_tells_why_a_row_is_a_reading(
    language: str, note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The note of the row, those of its document, and what the marks mean."""
    assert 0 == run(["rule", "loan.norm", "2003-07-01", "--lang", language])
    out = capsys.readouterr().out
    assert note in out
    assert ("Ten articles: 1 to 4 were read" in out) is (language == "en")
    assert ("共十条：读过第一条至第四条" in out) is (language == "zh_CN")
    assert ("(assumed): our reading" in out) is (language == "en")
    assert "(reported):" not in out


def test_export_of_the_nation_is_there_to_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """It cannot be read back, and that is said."""
    assert 0 == run(["export", "region", "全国"])
    assert "a rules file cannot amend them" in capsys.readouterr().err
    assert 0 == run(["export", "region", "甘肃省"])
    assert "" == capsys.readouterr().err


def test_rule_that_no_region_sets(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of regions."""
    assert 0 == run(["rule", "loan.steps"])
    assert "A region may" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "  Read at 国税发[2004]93号: http://zjgjtjx.com/shuishoudezongheyouhui/2006/09-23/"),
        ("zh", "  出处：国税发[2004]93号：http://zjgjtjx.com/shuishoudezongheyouhui/2006/09-23/"),
    ],
)
def test_rule_shows_where_a_row_was_read(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each address is shown once, with the kind of the copy and the day."""
    assert 0 == run(["rule", "tax_relief.not_genuine", "--lang", language])
    assert 1 == capsys.readouterr().out.count(line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "  Read once, not found again: 《关于改进和完善小额担保贷款政策的通知》"),
        ("zh", "  曾经读到、未再查到：《关于改进和完善小额担保贷款政策的通知》"),
    ],
)
def test_rule_shows_that_words_were_not_found_again(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that was read, and whose text was not found again, says so."""
    assert 0 == run(["rule", "loan.share_certified", "2006-06-01", "--lang", language])
    assert line in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "row"),
    [("en", "(reported) (a document of Guangdong)]"), ("zh", "（转引）（广东省的文件）]")],
)
def test_rule_shows_whose_document_a_national_row_rests_on(
    language: str, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that rests on the text of another province names the province."""
    assert 0 == run(["rule", "certificate.exclusions", "--lang", language])
    assert row in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Delegated to the level county and those above it."),
        ("zh", "授权县（市、区）及其上级自行规定。"),
    ],
)
def test_rule_shows_who_may_set_it(
    language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lowest level that may set the rule is named."""
    assert 0 == run(["rule", "breakdown.method", "--lang", language])
    assert line in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            (
                "Read at 营业税暂行条例 第二条",
                "Note on 国务院令第136号: Articles 2 and 3 were read",
            ),
        ),
        ("zh", ("出处：营业税暂行条例 第二条", "说明（国务院令第136号）：读过第二条")),
    ],
)
def test_rule_shows_where_a_limit_was_read(
    language: str, lines: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule of which only the limits are known has their address and the document's note."""
    assert 0 == run(["rule", "turnover_taxes.entertainment", "--lang", language])
    out = capsys.readouterr().out
    assert [line for line in lines if line in out] == [*lines]
