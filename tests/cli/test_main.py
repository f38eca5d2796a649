"""The command line: what each command prints, and how it ends."""

import json
from pathlib import Path

import pytest

from gansu_reemployment import open_ledger
from gansu_reemployment.cli.main import run

FACTS = """\
sex = "female"
born_on = 1963-03-01
group = "laid_off_soe"
able = true
willing = true
"""
REGISTER = Path(__file__).parents[2] / "examples" / "data" / "register_2003.csv"


@pytest.fixture(name="facts")
def _facts(tmp_path: Path) -> str:
    path = tmp_path / "woman.toml"
    path.write_text(
        FACTS + "employed = false\nretired = false\ninternally_retired = false\n", encoding="utf-8"
    )
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rule", "hardship.age_woman"], "Did you mean hardship.age_women"),
        (["rule", "hardship.age_men", "2003-13-01"], "The calendar has no day"),
        (["rule", "hardship.age_men", "2001-01-01"], "No value of hardship.age_men"),
        (["rule", "hardship.age_men", "2003-07-01", "天水县城"], "There is no region"),
        (["check", "nowhere.toml"], "nowhere.toml"),
        (["assess", "nowhere.csv", "--on", "2003-07-01"], "nowhere.csv"),
        (["explain"], "Pass FACTS and --on"),
        (["assess"], "Missing argument"),
        (["dance"], "No such command"),
        (["explain", "nowhere.toml", "--on", "2003-07-01"], "nowhere.toml"),
    ],
)
def test_error_is_one_clear_message_and_exit_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No error of use or of the library is a traceback."""
    assert 2 == run(arguments)
    error = capsys.readouterr().err
    assert message in error
    assert "Traceback" not in error


def test_explain_tells_one_case(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The facts of a file are worked and explained."""
    assert 0 == run(["explain", facts, "--on", "2003-07-01", "--region", "天水市"])
    assert "older hard-to-employ person" in capsys.readouterr().out


def test_explain_gives_json(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The versioned JSON form is printed on request."""
    assert 0 == run(["explain", facts, "--on", "2003-07-01", "--json"])
    assert "older" == json.loads(capsys.readouterr().out)["value"]


def test_explain_names_bad_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every fault of the facts is told."""
    path = tmp_path / "bad.json"
    path.write_text('{"sex": "x", "bron_on": 3}', encoding="utf-8")
    assert 2 == run(["explain", str(path), "--on", "2003-07-01"])
    error = capsys.readouterr().err
    assert "did you mean born_on" in error
    assert "'x' is none of female, male" in error


def test_check_passes_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong expectation gives exit 1, with expected, actual and the explanation."""
    case = f"""measure = "hardship"
[[case]]
name = "a woman of forty"
on = 2003-07-01
expect = {{ value = "VALUE" }}
[case.facts]
{FACTS}employed = false
retired = false
internally_retired = false
"""
    path = tmp_path / "case.toml"
    path.write_text(case.replace("VALUE", "older"), encoding="utf-8")
    assert 0 == run(["check", str(path)])
    assert "1 passed, 0 failed" in capsys.readouterr().out
    path.write_text(case.replace("VALUE", "general"), encoding="utf-8")
    assert 1 == run(["check", str(path)])
    out = capsys.readouterr().out
    assert "value: expected general, got older" in out
    assert "Sources:" in out


def test_check_goes_on_after_a_value_that_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An undecided case is reported with the rule, and the cases after it are run."""
    case = """
[[case]]
name = "NAME"
on = 2006-01-12
facts = { item = "retail", in_community = true }
expect = { EXPECT }
"""
    cases = [
        ("a value is expected", "value = true"),
        ("the rule is expected", 'missing = ["rule-not-known:micro_profit.items"]'),
    ]
    path = tmp_path / "case.toml"
    texts = [case.replace("NAME", name).replace("EXPECT", wanted) for name, wanted in cases]
    path.write_text('measure = "micro_profit"\n' + "".join(texts), encoding="utf-8")
    assert 1 == run(["check", str(path)])
    out = capsys.readouterr().out
    assert "value: expected True, got None" in out
    assert "No value of micro_profit.items" in out
    assert out.endswith("1 passed, 1 failed\n")


def test_check_passes_over_a_day_that_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither does the day of an age without a law stop the cases after it."""
    path = tmp_path / "case.toml"
    text = f"""measure = "hardship"
[[case]]
name = "before the policy"
on = 2002-09-29
expect = {{ reaches_on = 2003-03-01 }}
[case.facts]
{FACTS}employed = false
retired = false
internally_retired = false
"""
    path.write_text(text, encoding="utf-8")
    assert 1 == run(["check", str(path)])
    assert "reaches_on: expected 2003-03-01, got None" in capsys.readouterr().out


def test_check_goes_on_after_facts_that_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case that cannot be run has failed under its name, and the cases after it are run."""
    case = """
[[case]]
name = "PARTS parts"
on = 2003-12-31
facts = { target = 100, done = 50, passed = 6, parts = PARTS, tolerance = 2 }
expect = { share = "1/2" }
"""
    path = tmp_path / "case.toml"
    texts = [case.replace("PARTS", parts) for parts in ("-1", "12")]
    path.write_text('measure = "progress"\n' + "".join(texts), encoding="utf-8")
    assert 1 == run(["check", str(path)])
    out = capsys.readouterr().out
    assert "✗ progress: -1 parts\n" in out
    assert "parts: " in out
    assert out.endswith("1 passed, 1 failed\n")


def test_check_refuses_unknown_keys_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A place that is stated for the file would be ignored."""
    path = tmp_path / "case.toml"
    path.write_text('measure = "hardship"\nregion = "天水市"\n', encoding="utf-8")
    assert 2 == run(["check", str(path)])
    assert "has the unknown keys region" in capsys.readouterr().err


def test_check_without_files(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Without files the worked cases of the library run, wherever it is started."""
    monkeypatch.setenv("GANSU_REEMPLOYMENT_PLUGINS", "none")
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["check"])
    assert capsys.readouterr().out.rstrip().endswith(" 0 failed")


def test_check_needs_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without a case is an error, not a pass."""
    path = tmp_path / "empty.toml"
    path.write_text('measure = "hardship"\n', encoding="utf-8")
    assert 2 == run(["check", str(path)])
    assert "contains no cases" in capsys.readouterr().err


def test_plugins_shows_health(capsys: pytest.CaptureFixture[str]) -> None:
    """Each plugin is shown with what it brings."""
    assert 0 == run(["plugins"])
    out = capsys.readouterr().out
    assert "ledgers: memory, sqlite" in out
    assert "regions: Gansu Province" in out


def test_rules_of_a_file_that_is_wrong_are_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file given by --rules is not left out in silence."""
    path = tmp_path / "bad.toml"
    path.write_text('region = "武威市"\n[[amendment]]\n', encoding="utf-8")
    assert 2 == run(["--rules", str(path), "rule", "hardship.age_men"])
    assert "bad.toml:2 path: a value is needed" in capsys.readouterr().err


def test_assess_counts_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows in equal rows assessed and rejected, and the cases stand in the ledger."""
    url = f"sqlite:///{(tmp_path / 'cases.db').as_posix()}"
    command = ["assess", str(REGISTER), "--on", "2003-07-01", "--region", "天水市"]
    assert 0 == run([*command, "--ledger", url, "--out", str(tmp_path)])
    out = capsys.readouterr().out
    assert "2000 rows read = 1960 assessed + 40 rejected" in out
    assert (tmp_path / "register_2003-rejects.csv").exists()
    with open_ledger(url) as ledger:
        assert 1960 == sum(ledger.count("status").values())
        key = next(ledger.find(status="refused")).key
    assert 0 == run(["explain", "--ledger", url, "--key", key])
    assert "is unchanged" in capsys.readouterr().out


def test_new_plugin_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The template comes out under the region's names, and never over another folder."""
    folder = tmp_path / "plugin"
    assert 0 == run(["new-plugin", "甘南", "--out", str(folder)])
    module = folder / "src" / "gansu_reemployment_gannan_tibetan" / "__init__.py"
    assert 'region="甘南藏族自治州"' in module.read_text(encoding="utf-8")
    assert "武威" not in "".join(
        path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()
    )
    assert 2 == run(["new-plugin", "甘南", "--out", str(folder)])
    assert "already exists" in capsys.readouterr().err
