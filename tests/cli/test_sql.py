"""The command that writes a measure as SQL."""

import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.cli.main import run

HARDSHIP = ("sql", "hardship", "--on", "2003-07-01", "--region", "天水市")


def test_query(capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is what the library gives."""
    options = (
        "--dialect",
        "sqlite",
        "--table",
        "people",
        "--keep",
        "id",
        "--keep",
        "no",
        "--status",
    )
    assert 0 == run([*HARDSHIP, *options])
    text = Bureau.of("天水市").columns.sql(
        "hardship",
        on="2003-07-01",
        dialect="sqlite",
        table="people",
        keep=("id", "no"),
        lacks=(),
        money="yuan",
        status=True,
    )
    assert f"{text}\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "whole fen only"), ("zh_CN", "只能以整数分计算金额")],
)
def test_refusal(capsys: pytest.CaptureFixture[str], language: str, said: str) -> None:
    """A refusal is one sentence in the language of the reader."""
    arguments = ["sql", "income_tax", "--on", "2003-07-01", "--dialect", "oracle"]
    assert 2 == run(["--lang", language, *arguments])
    assert said in capsys.readouterr().err
