"""The command that lists the facts of a measure, and what a value may be."""

import json

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.cli.main import run
from gansu_reemployment.cli.values import kind_lines
from gansu_reemployment.interchange import json_schema


def test_facts_have_names_terms_and_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """All that a file of facts needs."""
    assert 0 == run(["facts", "hardship"])
    out = capsys.readouterr().out
    assert "  sex  性别  sex: one of these codes\n    female  女  female\n" in out
    assert "able  有劳动能力  able to work: yes or no, written as true or false\n" in out
    assert "Omit facts that are unknown.\n" in out


def test_facts_within_facts_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A list of persons is told with the facts of each."""
    assert 0 == run(["facts", "candidates"])
    out = capsys.readouterr().out
    assert "several of these; it must be stated\n" in out
    assert "    registered_on  登记日期" in out


def test_what_must_be_stated_and_defaults_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A fact that must be stated, a default, and a table are told."""
    assert 0 == run(["--lang", "en", "facts", "breakdown"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "lot  取整单位  lot: a whole number; by default 1" in lines
    assert "floors  下限  floors: a table, each value a whole number" in lines
    assert 0 == run(["--lang", "zh_CN", "facts", "candidates"])
    assert "number  台账编号  number：文本；必须填写" in capsys.readouterr().out


def test_without_a_measure_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each by its name and its terms, those of the installed places last."""
    assert 0 == run(["facts"])
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert [*MEASURES] == names[: len(MEASURES)]
    assert not {*names[len(MEASURES) :]} & {*MEASURES}


def test_unknown_measure_brings_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """By its Chinese name too."""
    assert 2 == run(["facts", "4050"])
    assert "Did you mean hardship" in capsys.readouterr().err


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_facts_of_every_measure_are_told(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No kind of fact is without words."""
    assert 0 == run(["--lang", language, "facts", name])
    out = capsys.readouterr().out
    assert "any value" not in out
    assert "任何值" not in out


def test_kind_of_every_rule_is_told() -> None:
    """No kind of value is without words."""
    book = Rulebook.national()
    odd = [
        rule.path
        for rule in book.rules()
        if "any value" in "".join(kind_lines("v", book.kind(rule.path), "en"))
    ]
    assert [] == odd


@pytest.mark.parametrize("option", [[], ["--outcome"]])
def test_schema_of_a_measure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    """The JSON Schema of the facts, or of the outcome, is printed as JSON."""
    monkeypatch.setenv("GANSU_REEMPLOYMENT_PLUGINS", "none")
    assert 0 == run(["schema", "loan_terms", *option])
    expected = json_schema("loan_terms", "outcome") if option else json_schema("loan_terms")
    assert expected == json.loads(capsys.readouterr().out)
