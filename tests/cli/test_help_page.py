"""Help pages are wrapped in both languages, and the short lines of commands are whole."""

import click
import pytest

from gansu_reemployment.cli.help_page import WIDEST, HelpFormatter
from gansu_reemployment.cli.main import COMMANDS, main, run
from gansu_reemployment.sheets.widths import display_width


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_short_lines_are_whole(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command has a short line that ends with a full stop, not with three dots."""
    assert 0 == run(["--lang", language, "--help"])
    listed = capsys.readouterr().out.splitlines()
    for command in COMMANDS:
        (line,) = [one for one in listed if one.startswith(f"  {command.name} ")]
        assert line.endswith((".", "。")), line
        assert display_width(line) <= 80


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("columns", [60, 100])
def test_pages_are_no_wider_than_the_terminal(
    language: str, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chinese help is broken between characters, and counted as wide as it is."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in ("explain", "circular", "assess", "changes"):
        assert 0 == run(["--lang", language, name, "--help"])
        lines = capsys.readouterr().out.splitlines()
        wide = [line for line in lines if display_width(line) > min(columns, WIDEST)]
        assert [] == [line for line in wide if not line.startswith(("Usage", "用法"))]


def test_long_names_have_a_line_of_their_own() -> None:
    """An option that is longer than its column is above what it means."""
    page = HelpFormatter(width=60)
    page.write_dl([("--a-very-long-option-name VALUE", "What it is."), ("-x", ""), ("-y", "Y.")])
    assert ["--a-very-long-option-name VALUE", " " * 32 + "What it is.", "-x"] == (
        page.getvalue().splitlines()[:3]
    )
    assert page.getvalue().endswith("-y" + " " * 30 + "Y.\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_every_command_has_a_short_line(command: click.Command) -> None:
    """It is short enough for a line of eighty columns."""
    assert command.short_help
    assert len(command.short_help) <= 60
    assert main.commands[command.name or ""] is command


@pytest.mark.parametrize(
    ("arguments", "near", "hint"),
    [
        (["rulez"], "rules", "gansu-reemployment --help"),
        (["explian"], "explain", "gansu-reemployment --help"),
        (["ledger", "verfy"], "verify", "gansu-reemployment ledger --help"),
        (["rule"], "PATH", "gansu-reemployment rule --help"),
    ],
)
def test_mistake_has_a_hint(
    arguments: list[str], near: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt command names the nearest ones, and each mistake the help page."""
    assert 2 == run(["--lang", "en", *arguments])
    error = capsys.readouterr().err
    assert near in error
    assert f"{hint} shows what is possible." in error
    assert 2 == run(["--lang", "zh_CN", *arguments])
    assert f"可用的命令和选项见 {hint}。" in capsys.readouterr().err


def test_older_click_has_no_suggestions(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older click does not suggest is suggested in the language of the reader."""

    def bare(_group: click.Group, ctx: click.Context, args: list[str]) -> None:
        raise click.UsageError(f"No such command {args[0]!r}.", ctx)

    monkeypatch.setattr(click.Group, "resolve_command", bare)
    assert 2 == run(["--lang", "en", "explian"])
    assert "No such command 'explian'. Did you mean explain?" in capsys.readouterr().err
    assert 2 == run(["--lang", "zh_CN", "explian"])
    assert "是否应为：explain？" in capsys.readouterr().err
    assert 2 == run(["--lang", "en", "zzzzz"])
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of the page on installation gives each shell its completion."""
    monkeypatch.setenv("_GANSU_REEMPLOYMENT_COMPLETE", f"{shell}_source")
    with pytest.raises(SystemExit):
        run([])
    assert "_gansu_reemployment_completion" in capsys.readouterr().out


def test_commands_are_completed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The beginning of a command is completed."""
    for name, value in {
        "_GANSU_REEMPLOYMENT_COMPLETE": "bash_complete",
        "COMP_WORDS": "gansu-reemployment cir",
        "COMP_CWORD": "1",
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        run([])
    assert "plain,circular\n" == capsys.readouterr().out
