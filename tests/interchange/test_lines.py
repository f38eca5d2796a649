"""Requests in JSON: one a line, answered in order, a faulty one with every fault."""

import json
import subprocess
import sys
from datetime import date
from typing import Any, Final

import pytest

from gansu_reemployment import Bureau, load_host
from gansu_reemployment.facts import MicroProfit, Project
from gansu_reemployment.interchange import Desk, Lines

DESK: Final = Desk(load_host([]))
LINES: Final = Lines(DESK, longest=10_000)
QUESTION: Final[dict[str, Any]] = {
    "measure": "hardship",
    "on": "2003-07-01",
    "facts": {
        "sex": "female",
        "born_on": "1963-03-01",
        "group": "laid_off_soe",
        "able": True,
        "willing": True,
        "employed": False,
        "retired": False,
        "internally_retired": False,
    },
}


def answer(**changes: Any) -> dict[str, Any]:
    """Answer the question with some parts changed."""
    found: dict[str, Any] = json.loads(
        LINES.answer_one(json.dumps({**QUESTION, **changes}).encode())
    )
    return found


def faults(**changes: Any) -> dict[str, str]:
    """Return the faults of the changed question, by path."""
    return {one["path"]: one["problem"] for one in answer(**changes)["problem"]["faults"]}


def test_answer_is_the_outcome() -> None:
    """The answer is the outcome's own form, with the id of the question."""
    project = Project(item=MicroProfit.REPAIR, in_community=True)
    outcome = Bureau.of("甘肃省", host=DESK.host).micro_profit(project, on=date(2003, 7, 1))
    found = answer(measure="micro_profit", facts={"item": "repair", "in_community": True}, id=[7])
    assert {"id": [7], **outcome.as_json()} == found


def test_place_and_hypothesis() -> None:
    """A place, the law as known on a day and a hypothesis are taken, and the latter is marked."""
    assert "620500" == answer(region="天水市")["region"]
    supposed = [{"rule": "hardship.age_women", "since": "2003-01-01", "value": 45}]
    found = answer(supposing=supposed)
    assert ("older", "general") == (answer()["value"], found["value"])
    (row,) = [row for row in found["citations"] if row["rule"] == "hardship.age_women"]
    assert (45, "hypothetical") == (row["value"], row["standing"])
    known = answer(as_known="2002-01-01")
    assert "rule-not-known:certificate.ability" in known["missing"]


def test_every_fault_is_named_with_its_path() -> None:
    """The faults of the request are named together, and so are those of its facts."""
    assert {"on", "regio", "measure"} == set(faults(on="2003-02-30", regio="天水市", measure=3))
    found = faults(facts={"sex": "F", "born_on": 1963, "wiling": True})
    assert {"facts.sex", "facts.born_on", "facts.wiling"} == set(found)
    assert ["supposing[0].value"] == list(
        faults(supposing=[{"rule": "hardship.age_women", "since": "2003-01-01", "value": "x"}])
    )


@pytest.mark.parametrize(
    ("changes", "kind", "near"),
    [
        ({"measure": "hardshp"}, "unknown-name", "hardship"),
        ({"region": "天水"}, None, None),
        ({"region": "nowhere"}, "unknown-name", None),
        (
            {"supposing": [{"rule": "hardship.age_woman", "since": "2003-01-01", "value": 1}]},
            "unknown-name",
            "hardship.age_women",
        ),
    ],
)
def test_unknown_names(changes: dict[str, Any], kind: str | None, near: str | None) -> None:
    """A name that does not exist is a problem that names the nearest."""
    problem = answer(**changes).get("problem", {"type": None, "near": []})
    assert (kind and f"urn:gansu-reemployment:problem:{kind}") == problem["type"]
    assert near is None or near in problem["near"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (b"{", "not JSON in UTF-8"),
        (b"[1]", "an object of JSON is needed"),
        (b"\xff", "a character outside Unicode"),
        (b'{"measure": "\\ud800"}', "a character outside Unicode"),
        (b'{"on": 1, "on": 2}', "a name is given twice"),
        (b'{"on": NaN}', "NaN is not a number of JSON"),
        (b'{"on": ' + b"1" * 5000 + b"}", "not JSON in UTF-8"),
        (b'{"on": ' + b"[" * 9000, "nested too deeply"),
        (b"1" * 10_001, "longer than 10000 bytes"),
    ],
)
def test_lines_that_are_no_request(line: bytes, part: str) -> None:
    """A line that cannot be read is answered as a problem of the request."""
    (fault,) = json.loads(LINES.answer_one(line))["problem"]["faults"]
    assert "request" == fault["path"]
    assert part in fault["problem"]


def test_identity_numbers_are_masked() -> None:
    """A whole identity number appears in no answer."""
    number = "620102196303011228"
    assert number not in json.dumps(answer(facts={"sex": number}))
    assert number not in json.dumps(answer(measure=number))
    assert number not in json.dumps(answer(region=number))


def test_order_is_kept_and_blank_lines_are_skipped() -> None:
    """Each line that is not blank has one answer, in the order of the lines."""
    lines = [json.dumps({**QUESTION, "id": n}).encode() for n in range(5)]
    found = [json.loads(line) for line in LINES.answer([*lines[:2], b" \n", b"{", *lines[2:]])]
    assert [0, 1, None, 2, 3, 4] == [one["id"] for one in found]


def test_command_answers_while_it_reads() -> None:
    """The command answers a line before the next one is written, in the language asked for."""
    command = [sys.executable, "-m", "gansu_reemployment", "--lang", "zh_CN", "batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for text, part in (("{}", "必须填写"), (json.dumps(QUESTION), '"value": "older"')):
            process.stdin.write(f"{text}\n".encode())
            process.stdin.flush()
            assert part in process.stdout.readline().decode()
        process.stdin.close()
        assert b"" == process.stdout.read()
