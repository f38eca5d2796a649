"""The commands about local rules."""

from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment import __version__
from gansu_reemployment.cli import run
from gansu_reemployment.loading import SWITCH
from gansu_reemployment.rules_file import read_rules

RULES = """\
region = "武威市"
checked_on = 2003-08-01

[[amendment]]
path = "hardship.age_day"
since = 2003-07-01
value = "year_end"
document = "省委发[2002]69号"
standing = "assumed"
"""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture(name="rules")
def _rules(tmp_path: Path) -> Path:
    path = tmp_path / "wuwei.toml"
    path.write_text(RULES, encoding="utf-8")
    return path


def test_plugins_are_shown_with_what_they_bring(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Name, distribution and version, region, amended rules and health stand together."""
    assert 0 == run(["--rules", str(rules), "plugins"])
    out = capsys.readouterr().out
    assert f"{rules}  ({rules})\n  regions: Wuwei City\n  amended rules: hardship.age_day\n" in out
    assert f"gansu  (gansu-reemployment {__version__})\n  regions: Gansu Province\n" in out
    assert "ledgers: memory, sqlite" in out
    assert "health: sound" in out
    assert "Conflict" not in out


def test_conflict_is_named(
    rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files for one region are named together, and neither is used."""
    monkeypatch.setenv(SWITCH, "none")
    (tmp_path / "other.toml").write_text(RULES, encoding="utf-8")
    monkeypatch.setattr("gansu_reemployment.cli.Setting.host", property(_both(tmp_path)))
    assert 0 == run(["plugins"])
    out = capsys.readouterr().out
    pair = f"{tmp_path}/other.toml, {rules}"
    assert f"Conflict: {pair} speak for Wuwei City; none of them is used." in out
    assert 2 == out.count("both speak for Wuwei City; neither is used")


def _both(folder: Path) -> Any:
    from gansu_reemployment import load_host
    from gansu_reemployment.rules_file import file_sources

    return lambda _setting: load_host(file_sources([folder]))


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a distribution with a plugin that has no hook."""
    metadata = tmp_path / "away-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: away-rules\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[gansu_reemployment]\naway = away_rules\n")
    (tmp_path / "away_rules.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("switch", "off"), [("", False), ("away", False), ("-away", True), ("none", True)]
)
def test_plugins_that_are_switched_off_are_named(
    switch: str,
    off: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever looks for a plugin sees that the environment leaves it out."""
    monkeypatch.setenv(SWITCH, switch)
    assert 0 == run(["plugins"])
    out = capsys.readouterr().out
    last = out.splitlines()[-1] if f"Switched off by {SWITCH}" in out else ""
    assert off == ("away" in last)
    assert off != ("away  (away-rules 1)\n  health: sound\n" in out)


def test_export_reads_back(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules of a region come out in the form in which they went in."""
    assert 0 == run(["--rules", str(rules), "export", "武威市"])
    out = capsys.readouterr().out
    again = tmp_path / "again.toml"
    again.write_text(out, encoding="utf-8")
    assert read_rules(rules).amendments == read_rules(again).amendments
    assert RULES == out


def test_export_of_all_layers(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --all the rows of the nation and the province stand there too."""
    assert 0 == run(["--rules", str(rules), "export", "凉州区", "--all"])
    out = capsys.readouterr().out
    for region in ("000000", "620000", "620600"):
        assert f'region = "{region}"' in out


def test_export_of_no_region(capsys: pytest.CaptureFixture[str]) -> None:
    """A region that there is not is one clear message."""
    assert 2 == run(["export", "武威县城"])
    assert "There is no region" in capsys.readouterr().err
