"""Output on a terminal is wrapped, coloured and in tables; in a pipe it is plain and whole."""

import os
import pty
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

from gansu_reemployment.cli import output
from gansu_reemployment.cli.main import run
from gansu_reemployment.cli.output import echo, print_sheet, table, terminal_width, wrapped
from gansu_reemployment.sheets import Column, Sheet, as_markdown
from gansu_reemployment.sheets.widths import display_width

LAW = (
    "  2008年12月31日：50,000.00元 [《关于进一步改进小额担保贷款管理的通知》（银发[2008]238号）二]"
)


@pytest.fixture(name="terminal")
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the output be a terminal of forty columns."""
    monkeypatch.setattr(output, "terminal_width", lambda _stream=None: 40)


@pytest.mark.parametrize("width", [30, 40, 60, 80])
def test_lines_are_no_wider_than_the_terminal(width: int) -> None:
    """Chinese characters count as two columns; nothing is lost and further lines are indented."""
    lines = wrapped(LAW, width)
    assert all(display_width(line) <= width for line in lines)
    assert LAW.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(line.startswith("    ") for line in lines[1:])


def test_document_numbers_are_not_broken() -> None:
    """A line ends before a document number that does not fit, not within it."""
    for width in range(24, 80):
        assert any("银发[2008]238号" in line for line in wrapped(LAW, width)), width


def test_punctuation_stays_with_its_words() -> None:
    """No line begins with a comma or a closing bracket, and none ends with an opening one."""
    text = "依据《中华人民共和国劳动法》，（按月）核定、发放。" * 5
    for width in range(10, 60):
        lines = wrapped(text, width)
        assert not [line for line in lines if line.strip()[:1] in "，。、）》"], width
        assert not [line for line in lines if line[-1] in "（《"], width


def test_short_lines_and_long_words_stay_whole() -> None:
    """A line that fits is not touched; a word that is longer than the line has its own."""
    assert ["  a b"] == wrapped("  a b", 40)
    assert ["a", "  " + "x" * 50, "  b"] == wrapped(f"a {'x' * 50} b", 40)


def test_pipe_has_whole_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads one line for one row, without colours."""
    echo(f"✓ {LAW}")
    table(("path", "name"), [("loan.norm", "个人贷款额度" * 20)])
    assert [f"✓ {LAW}", f"loan.norm  {'个人贷款额度' * 20}"] == capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("terminal")
def test_terminal_has_tables(capsys: pytest.CaptureFixture[str]) -> None:
    """A row that is too long is wrapped within its column, below a heading."""
    table(("path", "中文"), [("loan.norm", "个人贷款额度" * 10), ("[x]", "y")])
    lines = capsys.readouterr().out.splitlines()
    assert all(cell_len(line) <= 40 for line in lines)
    assert ["path", "中文"] == next(line.split() for line in lines if line.strip())
    assert any(line.startswith("[x]") for line in lines)
    assert "…" not in "".join(lines)
    table(("path",), [])
    assert "" == capsys.readouterr().out


@pytest.mark.usefixtures("terminal")
def test_terminal_has_wrapped_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A command's own lines are wrapped, on standard error too."""
    assert 0 == run(["rule", "loan.norm", "2008-12-31"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "://" not in line]
    assert all(display_width(line) <= 40 for line in lines)
    assert 2 == run(["rule", "loan.nrom"])
    assert all(display_width(line) <= 40 for line in capsys.readouterr().err.splitlines())


def test_width_is_that_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has no width."""
    assert terminal_width() is None
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "57")
    assert 57 == terminal_width()


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Run a command on a real terminal of sixty columns, and return what it shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "gansu_reemployment", "--lang", "en", *arguments],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "60", "TERM": "xterm", **environment},
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # the other end is closed
        pass
    process.wait()
    os.close(ours)
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_real_terminal() -> None:
    """Marks are coloured and lines wrapped; ``NO_COLOR`` leaves the lines wrapped."""
    coloured = on_a_terminal("rule", "loan.norm")
    assert "\x1b[33m(reported)" in coloured
    plain = on_a_terminal("rule", "loan.norm", NO_COLOR="1")
    assert "\x1b[33m" not in plain
    bare = re.sub(r"\x1b\[[\d;]*m", "", plain).splitlines()
    assert len(bare) > 5
    assert all(display_width(line) <= 60 for line in bare if "://" not in line)


SHEET = Sheet(
    title="目标",
    unit="人",
    columns=[Column("地区"), Column("数")],
    rows=[("兰州市", 5)],
    notes=["a"],
)


@pytest.mark.usefixtures("terminal")
def test_sheet_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A sheet is a table, with its title, its unit and its notes."""
    print_sheet(SHEET, "zh_CN")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [["目标"], ["单位：人"], ["地区", "数"]] == lines[:3]
    assert ["兰州市", "5"] in lines
    assert ["注：a"] == lines[-1]


def test_sheet_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads Markdown."""
    print_sheet(SHEET, "zh_CN")
    assert as_markdown(SHEET) in capsys.readouterr().out
