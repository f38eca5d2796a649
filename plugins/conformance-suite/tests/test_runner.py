"""The runner: programs that are right, wrong, silent, slow or not there."""

import sys
from typing import Any, Final

import pytest
from gansu_reemployment_conformance import Report, cases, check
from gansu_reemployment_conformance.__main__ import run
from gansu_reemployment_conformance.compare import difference, matches

CASE: Final = next(case for case in cases("loan_terms") if "value" in case.answer)
ECHO: Final = "import json, sys\nfor line in sys.stdin:\n    q = json.loads(line)\n"


def program(code: str) -> list[str]:
    """Return a program that runs *code*."""
    return [sys.executable, "-c", code]


def ask(code: str, seconds: float = 30) -> Report:
    """Ask a program the cases of loans."""
    return check(program(code), cases("micro_profit"), seconds)


def test_answers_in_any_order() -> None:
    """The answers are known by their id, and need not be in order."""
    code = (
        "import json, sys\nfrom gansu_reemployment_conformance import cases\n"
        "right = {case.id: case.answer for case in cases()}\n"
        "asked = [json.loads(line)['id'] for line in sys.stdin]\n"
        "print('\\n'.join(json.dumps({'id': i, **right[i]}) for i in reversed(asked)))"
    )
    report = ask(code)
    assert (True, []) == (report.conforms, report.failures)
    assert len(list(cases("micro_profit"))) == report.passed


def test_wrong_answers_are_failures() -> None:
    """An answer without what is expected fails in the first part that differs."""
    report = ask(f"{ECHO}    print(json.dumps({{'id': q['id'], 'value': 'no'}}))")
    assert len(list(cases("micro_profit"))) == len(report.failures)
    assert {"value", "refusals", "missing"} >= {failure.part for failure in report.failures}
    assert not report.conforms


def test_problem_is_a_failure() -> None:
    """A question that the program finds faulty is answered wrongly."""
    report = ask(f"{ECHO}    print(json.dumps({{'id': q['id'], 'problem': {{}}}}))")
    assert {"problem"} == {failure.part for failure in report.failures}


def test_unsupported_cases_are_reported_and_no_failure() -> None:
    """A program may say that it does not support a case."""
    report = ask(f"{ECHO}    print(json.dumps({{'id': q['id'], 'unsupported': 'loans'}}))")
    assert (True, 0) == (report.conforms, report.passed)
    assert len(list(cases("micro_profit"))) == len(report.unsupported)


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import time; time.sleep(60)"])
def test_dead_and_slow_programs(code: str) -> None:
    """What a program has not answered when it ends, or is ended, is reported."""
    report = ask(code, seconds=1)
    assert len(list(cases("micro_profit"))) == len(report.unanswered)
    assert not report.conforms


def test_lines_that_are_no_answers() -> None:
    """A line that is not JSON, or answers nothing that was asked, is reported."""
    report = ask("print('hello'); print('{\"id\": \"x\"}'); print('{\"id\": [1]}')")
    assert ["hello", '{"id": "x"}', '{"id": [1]}'] == report.strange


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints each failure with its source, in either language, and exits 1."""
    wrong = program(f"{ECHO}    print(json.dumps({{'id': q['id'], 'value': 'no'}}))")
    assert 1 == run(["--measure", "micro_profit", "--lang", "en", *wrong])
    out = capsys.readouterr().out
    assert "✗ micro_profit/micro_profit/1: " in out
    assert 'got "no"' in out
    assert "    source: " in out
    assert 1 == run(["--measure", "micro_profit", "--lang", "zh_CN", *wrong])
    assert "例不符" in capsys.readouterr().out


def test_command_line_that_cannot_run(capsys: pytest.CaptureFixture[str]) -> None:
    """A program that is not there, none, or an unknown measure is an error of its own."""
    assert 2 == run(["/no/such/program"])
    assert 2 == run([])
    assert 2 == run(["--measure", "no_such", "true"])
    assert "/no/such/program: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("58/100", "29/50"),
        ("2000.00", "2000"),
        ("1.00", 1),
        (1, "1.00"),
        (True, True),
        (None, None),
        ("older", "older"),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"0": 1, "-1": 3}, [1, 2, 3]),
        ([{"a": 1}, 2], [{"a": 1, "b": 1}, 2]),
    ],
)
def test_matching(wanted: Any, found: Any) -> None:
    """Exact numbers are equal however they are spelt; of objects only the wanted names count."""
    assert matches(wanted, found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("2000.00", "2000.01"),
        ("1.00", 1.0),
        ("1.00", True),
        (True, 1),
        (None, 0),
        ("older", "OLDER"),
        ({"a": 1}, {}),
        ({"a": None}, {}),
        ({"2": 1}, [1, 2]),
        ({"-3": 1}, [1, 2]),
        ({"a": 1}, [1]),
        ([1], [1, 2]),
        ([], None),
        ("1/0", "1"),
    ],
)
def test_not_matching(wanted: Any, found: Any) -> None:
    """There is no tolerance, and a number with a binary point is not exact."""
    assert not matches(wanted, found)


def test_refusals_are_codes_or_objects() -> None:
    """A refusal in the form of an outcome is known by its code."""
    wanted = {"refusals": ["over-age"]}
    assert "" == difference(wanted, {"refusals": [{"code": "over-age", "text": "…"}]})
    assert "" == difference(wanted, {"refusals": ["over-age"]})
    assert "refusals" == difference(wanted, {"refusals": "over-age"})
    assert "refusals" == difference(wanted, {})
