"""What is wrong with a file is said in both languages, whatever library has read it."""

import json
import os
import tomllib
from errno import EACCES, EIO, EISDIR, ENOENT, ENOSPC
from pathlib import Path
from typing import Any

import pytest

from gansu_reemployment.cli.main import run
from gansu_reemployment.errors import GansuError
from gansu_reemployment.i18n import Message
from gansu_reemployment.registers.problems import file_problem


def said(problem: Exception, locale: str) -> str:
    """Return a problem in a language."""
    message = file_problem(problem)
    return message.say(locale) if isinstance(message, Message) else message


def toml(text: str) -> Exception:
    """Return the fault of a text that is not TOML."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "place", "zh"),
    [
        ("a = \n", "line 1, column 5: a value is missing", "第1行第5列：缺少取值"),
        ("a = female\n", "line 1, column 5: a value", "文字须加引号"),
        ("x = 1\nx = 2\n", "the name occurs twice", "名称重复"),
        ("x 1\n", "line 1, column 3: an equals sign", "名称后缺少等号"),
        ('x = "a\n', "the text is not closed before the end of its line", "行末没有结束"),
        ('x = "a\x01"\n', "a character is not allowed here", "不得有该字符"),
        ("x = 1 2\n", "there is more after the value", "多余内容"),
        ("x = 1962-13-01\n", "or the day does not exist", "没有这一天"),
        ("x = [1", "the closing bracket is missing", "缺少右方括号"),
        ("[a]\n[a]\n", "the table occurs twice", "表名重复"),
        ("= 1\n", "a line begins with a name", "每行应以名称开头"),
        ("a = 2003-02-30\n", "line 1", "第1行"),
    ],
)
def test_toml(text: str, place: str, zh: str) -> None:
    """The line, the column and the reason are those of the file."""
    assert place in said(toml(text), "en")
    assert zh in said(toml(text), "zh_CN")
    assert "Invalid" not in said(toml(text), "zh_CN")


def test_unknown_fault_of_toml_has_its_place() -> None:
    """What a newer Python may say is still placed."""
    assert "at the end of the file: this is not TOML" == said(tomllib.TOMLDecodeError("New."), "en")
    late = tomllib.TOMLDecodeError("New (at line 3, column 4)")
    assert "第3行第4列：不是 TOML" == said(late, "zh_CN")


def test_json_and_encodings() -> None:
    """Files that are not JSON or not UTF-8 are placed too."""
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads('{"a": ')
    assert "第1行第7列：不是 JSON" == said(caught.value, "zh_CN")
    with pytest.raises(UnicodeDecodeError) as wrong:
        b"a".join([b"\xff"]).decode("utf-8")
    assert "the file is not in UTF-8: byte 1" == said(wrong.value, "en")
    assert "嵌套过深" == said(RecursionError(), "zh_CN")


@pytest.mark.parametrize(
    ("number", "zh"),
    [(ENOENT, "没有该文件"), (EACCES, "没有权限"), (EISDIR, "这是文件夹"), (ENOSPC, "磁盘已满")],
)
def test_faults_of_the_system(number: int, zh: str) -> None:
    """The usual faults are in the language of the reader."""
    assert zh in said(OSError(number, os.strerror(number)), "zh_CN")


def test_rare_fault_of_the_system_is_in_its_own_words() -> None:
    """A fault without a translation is not lost."""
    assert os.strerror(EIO) == said(OSError(EIO, os.strerror(EIO)), "zh_CN")


@pytest.mark.parametrize(
    ("name", "text", "zh"),
    [
        ("a.toml", "sex = \n", "a.toml：第1行第7列：缺少取值"),
        ("a.json", '{"sex": "female", "sex": "male"}', "a.json：以下事实重复出现：sex"),
        ("a.json", "[", "a.json：第1行第2列：不是 JSON"),
    ],
)
def test_command_line(
    name: str, text: str, zh: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: Any
) -> None:
    """A file of facts that cannot be read is an error in Chinese for a Chinese reader."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    request.getfixturevalue("monkeypatch").chdir(tmp_path)
    assert 2 == run(["--lang", "zh_CN", "explain", name, "--on", "2003-07-01"])
    assert zh in capsys.readouterr().err


def test_folder_instead_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of the system names the path."""
    assert 2 == run(["--lang", "zh_CN", "explain", str(tmp_path), "--on", "2003-07-01"])
    assert f"{tmp_path}：这是文件夹，不是文件" in capsys.readouterr().err
    assert 2 == run(["--lang", "zh_CN", "check", str(tmp_path / "none.toml")])
    assert "没有该文件或者文件夹" in capsys.readouterr().err
    assert issubclass(GansuError, Exception)
