"""The desk of the form in the page, in Python and in the interpreter for the browser."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page_desk
import pytest
from form_data import form_data
from form_site import NODE, engine_folder

from gansu_reemployment import load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.interchange import Desk

ANSWER = Path(__file__).parent / "data" / "answer.mjs"
LOCALES = ("zh_CN", "en")


@pytest.fixture(name="command", scope="module")
def _command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the command that answers questions by the engine of the page."""
    folder = engine_folder(tmp_path_factory)
    return [str(NODE), str(ANSWER), f"{folder.as_uri()}/"]


@pytest.fixture(autouse=True)
def _built_in_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer by the rules of the library alone, as the page does."""
    monkeypatch.setattr(page_desk, "DESK", Desk(load_host([])))


def examples() -> Iterator[str]:
    """Yield a request for each measure."""
    for name, example in form_data()["examples"].items():
        yield json.dumps({"measure": name, **example}, ensure_ascii=False)


def answered(text: str, locale: str = "en") -> dict[str, Any]:
    """Return the answer to a request as the page reads it."""
    answer: dict[str, Any] = json.loads(page_desk.decide(text, locale))
    return answer


def test_case_is_answered_with_the_outcome_and_its_page() -> None:
    """The answer has the versioned JSON form, and the HTML in the language of the page."""
    facts = {"item": "repair", "in_community": True}
    text = json.dumps({"measure": "micro_profit", "on": "2003-07-01", "facts": facts})
    english, chinese = answered(text), answered(text, "zh-CN")
    assert english["outcome"] == chinese["outcome"]
    assert True is english["outcome"]["value"]
    assert 'lang="en"' in english["html"]
    assert 'lang="zh-CN"' in chinese["html"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{", "request"),
        ('{"measure": "micro_profit", "on": "2003-07-41", "facts": {}}', "on"),
        ('{"measure": "loan_terms", "on": "2003-07-01", "facts": {"months": 0}}', "facts.months"),
    ],
)
def test_fault_is_answered_with_its_path(text: str, path: str) -> None:
    """What was sent wrongly is a problem with every fault, and never an exception."""
    assert [path] == [fault["path"] for fault in answered(text)["problem"]["faults"]]


def test_next_question() -> None:
    """The desk asks what can still change the result, but not what is not known."""
    request: dict[str, Any] = {"measure": "micro_profit", "on": "2003-07-01", "facts": {}}
    first = json.loads(page_desk.ask(json.dumps(request), "en"))["question"]
    assert "item" == first["name"]
    passed = json.dumps({**request, "not_known": ["item"]})
    assert "item" != (json.loads(page_desk.ask(passed, "en"))["question"] or {}).get("name")
    request["facts"] = {"item": "repair", "in_community": True}
    assert {"question": None} == json.loads(page_desk.ask(json.dumps(request), "en"))


@pytest.mark.slow("works every case in the interpreter of the browser")
def test_browser_passes_the_worked_cases(command: list[str]) -> None:
    """Every case of the conformance suite has its answer in the interpreter of the browser."""
    suite = pytest.importorskip("gansu_reemployment_conformance")
    asked = list(suite.cases())
    report = suite.check(command, asked, seconds=300)
    assert ([], [], []) == (report.failures, report.unanswered, report.strange)
    assert len(asked) == report.passed


def test_browser_answers_as_python_does(command: list[str]) -> None:
    """For a case of each measure the whole answer, with its HTML, is the same to the letter."""
    lines = list(examples())
    assert len(MEASURES) == len(lines)
    done = subprocess.run(
        [*command, *LOCALES],
        input="\n".join(lines),
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    expected = [page_desk.decide(line, locale) for line in lines for locale in LOCALES]
    assert expected == done.stdout.splitlines()
