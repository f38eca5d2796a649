"""The words of the command line in both languages."""

import gettext
import os

import pytest

from gansu_reemployment.cli.main import main, run
from gansu_reemployment.cli.translate import click_in_language, in_language, texts


def chinese(text: str) -> bool:
    """Tell whether there is Chinese in a text."""
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_every_help_is_chinese() -> None:
    """Of each command and option; the English ones stay as they are."""
    before = list(texts(main))
    said = list(texts(in_language(main, "zh_CN")))
    assert [] == [text for text in said if not chinese(text)]
    assert len(before) == len(said)
    assert before == list(texts(main)) == list(texts(in_language(main, "en")))


@pytest.mark.parametrize("name", ["", *main.commands])
def test_help_is_printed_in_the_language(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings are click's own; they come in the language too."""
    asked = [name] if name else []
    assert 0 == run(["--lang", "zh_CN", *asked, "--help"])
    out = capsys.readouterr().out
    assert out.startswith("用法：")
    assert "显示本说明。" in out
    assert "Options" not in out
    assert 0 == run(["--lang", "en", *asked, "--help"])
    assert capsys.readouterr().out.startswith("Usage:")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rule"], "缺少参数 'PATH'"),
        (["ruel"], "没有命令 'ruel'。"),
        (["check", "--all"], "没有选项"),
        (["rule", "post.form", "2006-01-01", "甘肃", "x"], "多余的参数（x）"),
        (["assess", "--on"], "选项 '--on' 需要给出 1 个值。"),
    ],
)
def test_faults_of_the_arguments_are_told_in_chinese(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What click finds wrong is told like any error of the library."""
    assert 2 == run(["--lang=zh_CN", *arguments])
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("before", [None, "fr"])
def test_language_of_the_process_comes_back(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever calls a command from a program finds gettext as it was."""
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before:
        monkeypatch.setenv("LANGUAGE", before)
    domain = gettext.textdomain()
    with click_in_language("zh_CN"):
        assert "选项" == gettext.gettext("Options")
    assert before == os.environ.get("LANGUAGE")
    assert domain == gettext.textdomain()
