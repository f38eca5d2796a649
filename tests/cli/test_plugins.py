"""The commands about local rules."""

import warnings
from pathlib import Path

import pytest
from attrs import evolve

from gansu_reemployment import __version__, load_host
from gansu_reemployment.cli.main import run
from gansu_reemployment.cli.plugins import print_plugin_warnings
from gansu_reemployment.plugins.discovery import SWITCH
from gansu_reemployment.plugins.rules_file.read import file_sources, read_rules

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
    assert "state: loaded" in out


def test_conflict_is_named(
    rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two plugins that set one rule are named together, and neither is used; that is no health."""
    monkeypatch.setenv(SWITCH, "none")
    (tmp_path / "other.toml").write_text(RULES, encoding="utf-8")
    both = [evolve(found, required=False) for found in file_sources([tmp_path])]
    monkeypatch.setattr(
        "gansu_reemployment.cli.setting.load_host", lambda _sources: load_host(both)
    )
    assert 1 == run(["plugins"])
    printed = capsys.readouterr()
    told = f"{tmp_path}/other.toml + {rules} both set hardship.age_day for Wuwei City"
    assert 2 == printed.out.count(told)
    assert 1 == printed.err.count(told)


def test_file_beside_the_plugin_of_its_region_is_told_what_to_do(
    rules: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tries a file where a plugin speaks is told how to leave the plugin out."""
    plugin = evolve(file_sources([rules])[0], name="wuwei", module="wuwei_rules", required=False)
    monkeypatch.setattr("gansu_reemployment.cli.setting.discover", lambda: [plugin])
    assert 2 == run(["--rules", str(rules), "rule", "hardship.age_day"])
    err = capsys.readouterr().err
    assert 1 == len(err.splitlines())
    assert "neither is used. Leave one out: GANSU_REEMPLOYMENT_PLUGINS=-wuwei." in err


@pytest.fixture(name="broken")
def _broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a distribution with a plugin that cannot be imported."""
    _install(tmp_path, "broken", "import nothing_of_this_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("gansu_reemployment.bureau._installed", load_host)


WORKER = """\
sex = "female"
born_on = 1963-03-01
group = "laid_off_soe"
able = true
willing = true
employed = false
retired = false
internally_retired = false
"""


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["plugins"], 1),
        (["rule", "hardship.age_day", "2003-09-01", "武威市"], 0),
        (["explain", "worker.toml", "--on", "2003-09-01", "--region", "武威市"], 0),
        (["check", "case.toml"], 0),
        (["tour", "--out", "tour"], 0),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_plugin_that_is_left_out_is_told_by_every_command(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line on standard error names the distribution and its fault, whatever is asked."""
    monkeypatch.chdir(tmp_path)
    Path("worker.toml").write_text(WORKER, encoding="utf-8")
    table = "\n".join(f"facts.{line}" for line in WORKER.splitlines())
    Path("case.toml").write_text(
        f'measure = "hardship"\n[[case]]\nname = "a"\non = 2003-09-01\n{table}\n'
        'expect.value = "older"\n',
        encoding="utf-8",
    )
    assert code == run(arguments)
    told = capsys.readouterr().err.splitlines()
    assert [
        (
            "A plugin is not used: broken-rules 1 was skipped: "
            "ModuleNotFoundError: No module named 'nothing_of_this_name'"
        )
    ] == told


def test_traceback_of_a_file_that_is_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault of a file that the command names is raised, after the line that it comes from."""
    path = tmp_path / "tried.py"
    hook = "@p.hookimpl\ndef local_rules():\n    return 1 / 0\n"
    path.write_text(f"from gansu_reemployment import plugins as p\n{hook}", encoding="utf-8")
    assert 2 == run(["--plugin", str(path), "plugins", "--traceback"])
    told = capsys.readouterr()
    assert f'File "{path}", line 4, in local_rules' in told.out
    assert "tried.py was skipped: ZeroDivisionError" in told.err


@pytest.mark.usefixtures("broken")
def test_traceback_of_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """On request the file and the line of a fault are shown."""
    assert 1 == run(["plugins", "--traceback"])
    out = capsys.readouterr().out
    assert 'broken_rules.py", line 1' in out


def test_plugin_file_is_tried_without_installing_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A Python file with hooks is loaded beside the installed plugins."""
    path = str(Path(__file__).parents[1] / "data" / "gansu_reemployment_zhangye.py")
    assert 0 == run(["--plugin", path, "plugins"])
    out = capsys.readouterr().out
    for line in (
        "regions: Zhangye City",
        "amended rules: hardship.age_day",
        "local conditions: hardship",
        "added facts: hardship.resident",
        "local measures: stall_rent",
    ):
        assert f"  {line}\n" in out
    assert 0 == run(["facts", "stall_rent", "--plugin", path])
    assert "monthly rent" in capsys.readouterr().out
    assert 2 == run(["plugins", "--plugin", "nowhere.py"])


@pytest.mark.usefixtures("broken")
def test_plugin_that_is_left_out_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The line speaks the language of the command."""
    assert 0 == run(["--lang", "zh_CN", "rule", "hardship.age_day", "2003-09-01"])
    assert "broken-rules 1" in capsys.readouterr().err


def test_other_warnings_are_told_as_ever() -> None:
    """Only what is wrong with plugins becomes a line of the command."""
    with pytest.warns(UserWarning, match="something else"), print_plugin_warnings("en"):
        warnings.warn("something else", stacklevel=1)


@pytest.mark.skipif(
    not (Path(__file__).parents[2] / "plugins" / "beyond-gansu").is_dir(),
    reason="a source distribution has no plugins",
)
def test_name_of_the_switch_that_no_plugin_has_is_told_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt name in the environment is told by every command, and is no fault of a plugin."""
    monkeypatch.setenv(SWITCH, "-beyond-gnasu")
    assert 0 == run(["plugins"])
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{SWITCH}: There is no plugin beyond-gnasu. Did you mean beyond-gansu")


def _install(folder: Path, name: str, text: str) -> None:
    """Put a distribution with one plugin of that text into a folder."""
    metadata = folder / f"{name}-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-rules\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(f"[gansu_reemployment]\n{name} = {name}_rules\n")
    (folder / f"{name}_rules.py").write_text(text)


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a distribution with a plugin that brings nothing."""
    text = "from gansu_reemployment.plugins import LocalRules, hookimpl\nlocal_rules = hookimpl("
    _install(tmp_path, "away", text + 'lambda: LocalRules(region="武威市"))\n')
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
    assert off != ("away  (away-rules 1)\n  regions: Wuwei City\n" in out)
    assert off != ("state: loaded, but it has no content\n" in out)


def test_export_reads_back(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules of a region come out in the form in which they went in."""
    assert 0 == run(["--rules", str(rules), "export", "region", "武威市"])
    out = capsys.readouterr().out
    again = tmp_path / "again.toml"
    again.write_text(out, encoding="utf-8")
    assert read_rules(rules).amendments == read_rules(again).amendments
    assert RULES == out


def test_export_of_all_layers(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --all the rows of the nation and the province stand there too."""
    assert 0 == run(["--rules", str(rules), "export", "region", "凉州区", "--all"])
    out = capsys.readouterr().out
    for region in ("000000", "620000", "620600"):
        assert f'region = "{region}"' in out


def test_export_of_no_region(capsys: pytest.CaptureFixture[str]) -> None:
    """A region that there is not is one clear message."""
    assert 2 == run(["export", "region", "武威县城"])
    assert "There is no region" in capsys.readouterr().err
