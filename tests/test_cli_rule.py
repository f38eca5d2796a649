"""The command that shows a rule."""

from pathlib import Path

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.cli import run

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


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


def test_rule_shows_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day, all rows of a rule are shown with their documents."""
    assert 0 == run(["rule", "hardship.age_women"])
    out = capsys.readouterr().out
    assert "2002-09-30: 40" in out
    assert "中发[2002]12号" in out


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
