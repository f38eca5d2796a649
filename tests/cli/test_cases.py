"""The commands about single cases and registers: what is asked, what is told."""

from pathlib import Path

import pytest

from gansu_reemployment import open_ledger
from gansu_reemployment.cli.main import run

MAN = """\
sex = "male"
born_on = 1954-03-08
group = "laid_off_soe"
able = true
willing = true
employed = false
retired = false
internally_retired = false
"""
REGISTER = """\
姓名,性别,出生年月,人员类别,有劳动能力,有就业愿望,在业,已退休,企业内部退养
李梅,女,1963-10-01,国有企业下岗职工,是,是,否,否,否
王强,男,1963-10-01,国有企业下岗职工,是,是,x,否,否
"""
RULES = """\
region = "武威市"
[[amendment]]
path = "hardship.age_day"
since = 2003-07-01
value = "year_end"
document = "省委发[2002]69号"
standing = "assumed"
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which the commands run, with a register, facts and rules."""
    monkeypatch.chdir(tmp_path)
    files = {
        "man.toml": MAN,
        "bad.csv": REGISTER,
        "good.csv": REGISTER.replace("出生年月", "出生日期"),
        "wuwei.toml": RULES,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def assess(*arguments: str) -> int:
    """Assess a register for Wuwei."""
    return run(["assess", *arguments, "--on", "2003-07-01", "--region", "武威市"])


def test_help_is_shown_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong with asking for nothing."""
    assert 0 == run([])
    assert "Commands:" in capsys.readouterr().out
    assert 0 == run(["--lang", "zh_CN"])
    assert "tour" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_options_of_every_command_stand_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the command or after it, in one word or two; what follows -- is left alone."""
    command = ["rule", "hardship.age_day", "2003-07-01", "武威市"]
    assert 0 == run([*command, "--rules", "wuwei.toml", "--lang=zh_CN"])
    assert "2003年7月1日（武威市）：当年12月31日" in capsys.readouterr().out
    assert 2 == run([*command, "--", "--lang", "zh_CN"])
    assert "Got unexpected extra argument" in capsys.readouterr().err


def test_other_language_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not taken for English in silence."""
    assert 2 == run(["facts", "--lang", "fr"])
    assert "There is no language fr. Did you mean en, zh_CN?" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_explain_tells_the_age_and_when_it_is_reached(capsys: pytest.CaptureFixture[str]) -> None:
    """The man of 49 sees why he is general, and until when."""
    assert 0 == run(["explain", "man.toml", "--on", "2003-07-01"])
    out = capsys.readouterr().out
    assert "Age on 2003-07-01: 49\n" in out
    assert out.endswith("The age is reached on 2004-03-08.\n")
    assert 0 == run(["explain", "man.toml", "--on", "2004-03-08"])
    assert "is reached" not in capsys.readouterr().out


def test_explain_shows_what_a_number_was_computed_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The arithmetic is shown on request."""
    (folder / "wage.toml").write_text('average_wage = "13720.00"\n', encoding="utf-8")
    command = ["explain", "wage.toml", "--measure", "post_subsidy_cap", "--on", "2006-07-01"]
    assert run(command) == 0
    assert "≈" not in capsys.readouterr().out
    assert run([*command, "--arithmetic"]) == 0
    assert "285.83 yuan ≈ 13,720.00 yuan × 25% ÷ 12" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_folder_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the folder, and not the file that was to be moved there."""
    command = ["explain", "man.toml", "--on", "2003-07-01", "--sheet", "nowhere/man.html"]
    assert 2 == run(command)
    assert "nowhere: there is no such file or folder\n" == capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_birthday_after_the_day_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not taken for a low age."""
    assert 2 == run(["explain", "man.toml", "--on", "1954-03-07"])
    assert "born_on: 1954-03-08 is after 1954-03-07" in capsys.readouterr().err


def test_ledger_that_is_not_there_is_not_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by explaining nor by listing."""
    for command in (["cases"], ["explain", "--key", "x"]):
        assert 2 == run([*command, "--ledger", "sqlite:///nope.db"])
        assert "There is no ledger nope.db." in capsys.readouterr().err
    assert not (folder / "nope.db").exists()


@pytest.mark.usefixtures("folder")
def test_assess_tells_what_it_leaves_aside(capsys: pytest.CaptureFixture[str]) -> None:
    """Headings that are no fact, an earlier file of rejects, and that no case is kept."""
    assert 0 == assess("bad.csv")
    out = capsys.readouterr().out
    assert "Headings not used: 出生年月 (did you mean 出生日期?)\n" in out
    assert "The cases were not kept; --ledger sqlite:///cases.db keeps them.\n" in out
    assert "stood there before" not in out
    assert 0 == assess("bad.csv", "--lang", "zh_CN")
    out = capsys.readouterr().out
    assert "出生年月（是否应为出生日期？）" in out
    assert "原有的退回记录文件已被删除。" in out


@pytest.mark.usefixtures("folder")
def test_cases_are_listed_and_explained_by_a_short_key(capsys: pytest.CaptureFixture[str]) -> None:
    """The way from a register to one explanation, without Python."""
    assert 0 == assess("good.csv", "--ledger", "sqlite:///cases.db")
    out = capsys.readouterr().out
    assert "Ledger: sqlite:///cases.db\n" in out
    assert "List its cases: python -m gansu_reemployment cases --ledger sqlite:///cases.db" in out
    listing = ["cases", "--ledger", "sqlite:///cases.db"]
    assert 0 == run(listing)
    cells = capsys.readouterr().out.rstrip("\n").split("  ")
    assert ["2003-07-01", "Wuwei City"] == cells[1:3]
    assert ["decided", "general"] == cells[-2:]
    assert 12 == len(cells[0])
    explain = ["explain", "--ledger", "sqlite:///cases.db", "--key", cells[0][:6]]
    assert 0 == run(explain)
    assert "is unchanged" in capsys.readouterr().out
    assert 0 == run([*explain, "--json"])
    captured = capsys.readouterr()
    assert captured.out.startswith("{")
    assert "is unchanged" in captured.err
    for asked in (["--status", "refused"], ["--region", "天水市"], ["--measure", "certificate"]):
        assert 0 == run([*listing, *asked])
        assert "" == capsys.readouterr().out
    assert 0 == run([*listing, "--most", "0"])
    assert "There are more: see --most.\n" == capsys.readouterr().out


def test_keys_and_values_of_other_programs_are_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key that was given is shown whole, a number within it is masked, a record is left out."""
    from gansu_reemployment.testing import IDENTITY, make_case

    case = make_case(f"case-{IDENTITY}", outcome={"status": "decided", "value": {"amount": "1.00"}})
    with open_ledger("sqlite:///cases.db") as ledger:
        ledger.append([case])
    assert (folder / "cases.db").exists()
    assert 0 == run(["cases", "--ledger", "sqlite:///cases.db"])
    out = capsys.readouterr().out
    assert out.startswith("case-")
    assert IDENTITY not in out
    assert "1.00" not in out


@pytest.mark.usefixtures("folder")
def test_case_of_a_file_that_is_not_given_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer has changed, because the local rules of then are not loaded."""
    assert 0 == assess("good.csv", "--ledger", "sqlite:///cases.db", "--rules", "wuwei.toml")
    assert 0 == run(["cases", "--ledger", "sqlite:///cases.db"])
    key = capsys.readouterr().out.splitlines()[-1].partition(" ")[0]
    assert 0 == run(["explain", "--ledger", "sqlite:///cases.db", "--key", key])
    out = capsys.readouterr().out
    assert "The decision has changed." in out
    assert "  It was decided with wuwei.toml, which is not loaded now.\n" in out


def test_url_of_a_server_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    """It may hold a password."""
    from gansu_reemployment.cli.assess import _print_ledger
    from gansu_reemployment.cli.setting import Setting

    _print_ledger(Setting("en"), "postgresql://clerk:secret@server/cases")
    out = capsys.readouterr().out
    assert "Ledger: postgresql:…\n" in out
    assert "secret" not in out
    _print_ledger(Setting("en"), "duckdb:///cases.duckdb")
    assert "cases --ledger duckdb:///cases.duckdb\n" in capsys.readouterr().out


def test_register_without_a_fault_has_no_rejects(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is a file of them named."""
    text = REGISTER.replace("出生年月", "出生日期").replace(",x", ",否")
    (folder / "clean.csv").write_text(text, encoding="utf-8")
    assert 0 == assess("clean.csv")
    assert "ejects" not in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_age_of_forty_is_of_one_measure(capsys: pytest.CaptureFixture[str]) -> None:
    """Another measure does not speak of it."""
    assert 0 == run(["explain", "man.toml", "--on", "2003-07-01", "--measure", "certificate"])
    assert "is reached" not in capsys.readouterr().out


def test_file_that_is_no_toml_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what is wrong with it."""
    (folder / "odd.toml").write_text("sex = female", encoding="utf-8")
    assert 2 == run(["explain", "odd.toml", "--on", "2003-07-01"])
    assert "odd.toml: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.json", '{"sex":"female"}'.encode("utf-16")),
        ("x.json", b'{"sex":' + b"[" * 5_000 + b"]" * 5_000 + b"}"),
        ("x.json", b'{"employed":true,"employed":false}'),
        ("x.json", b'{"sex":' + b"9" * 5_000 + b"}"),
        ("x.toml", b"sex = 0x" + b"f" * 5_000),
        ("x.toml", b"sex = " + b"[" * 5_000 + b"]" * 5_000),
        ("x.toml", '身份证号 = "6205'.encode("gb18030")),
    ],
)
def test_facts_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes
) -> None:
    """Whatever a file of facts holds, the answer is one message and no traceback."""
    (tmp_path / name).write_bytes(data)
    assert 2 == run(["explain", str(tmp_path / name), "--on", "2003-07-01"])
    told = capsys.readouterr().err
    assert name in told or "sex: 'int'" in told
