"""The service: every address, both languages, every problem, limits, keys, and many at once."""

import ast
import doctest
import importlib
import json
import logging
import pkgutil
from datetime import date
from pathlib import Path
from typing import Any, Final

import gansu_reemployment_service_http
import httpx
import pytest
from gansu_reemployment_service_http import Settings, application
from gansu_reemployment_service_http.faults import SettingError

from gansu_reemployment import Bureau, Rulebook
from gansu_reemployment.facts import MicroProfit, Project

PROJECT: Final = {"item": "repair", "in_community": True}
CASE: Final[dict[str, Any]] = {"on": "2003-07-15", "facts": PROJECT, "region": "620000"}
LINES: Final = {"content-type": "application/x-ndjson"}
HERE: Final = gansu_reemployment_service_http
MODULES: Final = [
    module.name for module in pkgutil.iter_modules(HERE.__path__, f"{HERE.__name__}.")
]
APP: Final = application()


def lines(*questions: Any) -> bytes:
    """Write questions one a line."""
    return "".join(f"{json.dumps(one)}\n" for one in questions).encode()


def test_outcome_is_that_of_the_library(client: httpx.Client) -> None:
    """The JSON is the outcome's own form, with the digest of the rules as its tag."""
    answer = client.post("/measures/micro_profit", json=CASE)
    facts = Project(item=MicroProfit.REPAIR, in_community=True)
    outcome = Bureau.of("甘肃省").micro_profit(facts, on=date(2003, 7, 15))
    assert (200, outcome.as_json_text()) == (answer.status_code, answer.text)
    assert f'W/"{answer.json()["provenance"]["rulebook"]}"' == answer.headers["etag"]
    assert "no-store" == answer.headers["cache-control"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("accept", "languages", "part"),
    [
        ("text/plain", "zh-CN,zh;q=0.9,en;q=0.5", "结果：是"),
        ("text/plain", "fr, en;q=0.1", "Result: yes"),
        ("text/html", "zh;q=0.1, en;q=0.2", '<article class="outcome" lang="en">'),
        ("text/html", "zh", "<title>微利项目</title>"),
        ("text/html;q=0.5, text/plain;q=0.9", "de", "Result: yes"),
    ],
)
def test_explanation(client: httpx.Client, accept: str, languages: str, part: str) -> None:
    """The explanation comes in the form and the language that are preferred."""
    headers = {"accept": accept, "accept-language": languages}
    answer = client.post("/measures/micro_profit", json=CASE, headers=headers)
    assert 200 == answer.status_code
    assert part in answer.text


def test_hypothesis_is_marked(client: httpx.Client) -> None:
    """A supposed value changes the outcome, which says so."""
    supposed = [{"rule": "loan.norm", "since": "2003-01-01", "value": "30000.00"}]
    answer = client.post("/measures/loan_terms", json={**CASE, "facts": {}, "supposing": supposed})
    assert supposed == answer.json()["supposed"]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/health", '"status": "ok"'),
        ("/measures", '"name": "hardship"'),
        ("/measures/micro_profit", '"code": "not-in-community"'),
        ("/measures/hardship?region=天水市", '"rules": ['),
        ("/rules", '"format": "gansu_reemployment/rules/1"'),
        ("/rules?words=贷款额度", '"path": "loan.norm"'),
        ("/rules/loan.norm", '"value": "50000.00"'),
        ("/regions", '"zh": "天水市"'),
        ("/documents/财税[2002]208号", '"read_at": ['),
        ("/plugins", '"loaded": true'),
    ],
)
def test_what_can_be_read(client: httpx.Client, path: str, part: str) -> None:
    """Each address answers, and again only if the rules have changed."""
    answer = client.get(path)
    assert 200 == answer.status_code
    assert part in answer.text
    assert Rulebook.national().digest in answer.headers["etag"]
    again = client.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (304, "") == (again.status_code, again.text)


def test_rule_of_a_day_in_a_place(client: httpx.Client) -> None:
    """One row is in force on a day; before it could be known there is none."""
    query = {"on": "2003-07-01", "region": "天水市"}
    (row,) = client.get("/rules/loan.norm", params=query).json()["rows"]
    assert ("20000.00", "2002-12-24") == (row["value"], row["since"])
    early = client.get("/rules/loan.norm", params={**query, "as_known": "2001-01-01"})
    assert (422, "No value is known on that day.") == (early.status_code, early.json()["title"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/measures/nothing", 404),
        ("GET", "/rules/loan.nrom", 404),
        ("GET", "/rules/loan.norm?on=2003-02-30", 422),
        ("GET", "/rules/loan.norm?region=nowhere", 404),
        ("GET", "/documents/nothing", 404),
        ("PUT", "/health", 405),
        ("POST", "/measures/hardship", 415),
        ("POST", "/batch", 415),
        ("GET", "/cases/x", 401),
    ],
)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_problems(client: httpx.Client, method: str, path: str, status: int, language: str) -> None:
    """A fault is a problem of RFC 9457 in the language of the caller."""
    answer = client.request(method, path, headers={"accept-language": language})
    found = answer.json()
    assert (status, status) == (answer.status_code, found["status"])
    assert "application/problem+json" == answer.headers["content-type"]
    assert found["title"].isascii() == (language == "en")


def test_every_fault_of_a_body_is_named(client: httpx.Client) -> None:
    """Each fault has its path; an identity number in it is masked."""
    number = "620102196303011228"
    answer = client.post("/measures/micro_profit", json={**CASE, "facts": {"item": number, "x": 1}})
    paths = [fault["path"] for fault in answer.json()["faults"]]
    assert (422, ["facts.item", "facts.x"]) == (answer.status_code, paths)
    assert number not in answer.text


def test_batch_keeps_the_order_and_answers_faults(client: httpx.Client) -> None:
    """Each line that is not blank has one answer; a long line is one fault."""
    case = {**CASE, "measure": "micro_profit"}
    body = lines(*({**case, "id": n} for n in range(300))) + b"\n{\n" + b"1" * 50_000 + b"\n"
    body += lines({**case, "id": "last"}).strip()
    answer = client.post("/batch", content=body, headers=LINES)
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert [*range(300), None, None, "last"] == [one["id"] for one in found]
    assert [300, 301] == [n for n, one in enumerate(found) if "problem" in one]
    assert "longer than" in found[301]["problem"]["detail"]


def test_next_question(client: httpx.Client) -> None:
    """The next fact is asked until none can change the outcome."""
    case = {**CASE, "measure": "micro_profit", "facts": {}}
    first = client.post("/next", json=case).json()
    assert ("item", "undecided") == (first["question"]["name"], first["outcome"]["status"])
    other = client.post("/next", json={**case, "not_known": ["item"]}).json()
    assert "in_community" == other["question"]["name"]
    last = client.post("/next", json={**case, "facts": PROJECT}).json()
    assert (None, "decided") == (last["question"], last["outcome"]["status"])


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [("/next", "not_known", None), ("/next", "not_known", [1]), ("/cases", "subject", ["7"])],
)
def test_what_stands_beside_a_case_is_read(
    client: httpx.Client, keys: tuple[str, str], path: str, name: str, value: Any
) -> None:
    """A value of another type beside the case is a fault with its path."""
    case = {**CASE, "measure": "micro_profit", name: value}
    answer = client.post(path, json=case, headers={"authorization": f"Bearer {keys[1]}"})
    assert 422 == answer.status_code
    assert answer.json()["faults"][0]["path"].startswith(name)


def test_ledger_needs_keys(client: httpx.Client, keys: tuple[str, str]) -> None:
    """A case is appended once, with the key for it, and read with either key."""
    read, append = ({"authorization": f"Bearer {key}"} for key in keys)
    case = {**CASE, "measure": "micro_profit", "subject": "7"}
    assert 401 == client.post("/cases", json=case).status_code
    assert 403 == client.post("/cases", json=case, headers=read).status_code
    made = client.post("/cases", json=case, headers=append)
    assert (201, True) == (made.status_code, made.json()["added"])
    assert 200 == client.post("/cases", json=case, headers=append).status_code
    path = f"/cases/{made.json()['key']}"
    found, made_outcome = client.get(path, headers=read).json(), made.json()["outcome"]
    # A ledger has the facts beside the outcome, and the service does not show them.
    assert {**found["outcome"], "facts": made_outcome["facts"]} == made_outcome
    assert 403 == client.get(path, headers={"authorization": "Bearer wrong"}).status_code
    assert 404 == client.get("/cases/none", headers=append).status_code


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_other_hosts_are_refused(client: httpx.Client, host: str) -> None:
    """A page elsewhere that gave its name this machine's address reaches nothing."""
    assert 421 == client.get("/health", headers={"host": host}).status_code
    assert 200 == client.get("/health", headers={"host": "localhost:1"}).status_code


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example"]
)
@pytest.mark.parametrize("path", ["/health", "/mcp"])
def test_pages_of_other_origins_are_refused(client: httpx.Client, path: str, origin: str) -> None:
    """A page elsewhere is answered by no address; a page of this machine is."""
    assert 403 == client.post(path, json={}, headers={"origin": origin}).status_code
    assert 200 == client.get("/health", headers={"origin": "http://localhost:8000"}).status_code


@pytest.mark.parametrize(
    "wrong", [{"ledger": "memory:"}, {"ledger": "memory:", "read_key": "short"}]
)
def test_settings_that_are_not_safe(wrong: dict[str, str]) -> None:
    """A ledger without a key, and a short key, are errors in both languages."""
    with pytest.raises(SettingError) as caught:
        Settings(**wrong)  # type: ignore[arg-type]
    assert caught.value.say("en").isascii()
    assert "密钥" in caught.value.say("zh_CN")


def test_without_a_ledger_nothing_is_recorded() -> None:
    """The addresses of cases exist only with a ledger."""
    assert not [route for route in APP.routes if "cases" in getattr(route, "path", "")]


def test_log_has_no_personal_data(client: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a fault nor a case leaves a name or a number in the log."""
    with caplog.at_level(logging.INFO, logger="gansu_reemployment_service_http"):
        client.post("/measures/micro_profit", json={**CASE, "facts": {"item": "张三"}})
        client.post("/batch", content=b'{"id": "620102196303011228"}', headers=LINES)
        accept = {"accept": "application/json, text/event-stream"}
        message = {"jsonrpc": "2.0", "method": "notifications/progress", "params": {"张三": 3}}
        client.post("/mcp", json=message, headers=accept)
        client.post("/mcp", content=b'{"x": "620102196303011228"', headers={**accept, **LINES})
    own = [one for one in caplog.records if one.name.startswith(("gansu", "uvicorn", "mcp"))]
    assert [] == own


def imports(path: Path) -> list[tuple[str, str]]:
    """Return each name that a module takes from the library, with the room it is taken from."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    taken = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    return [
        (node.module or "", alias.name)
        for node in taken
        if (node.module or "").split(".")[0] == "gansu_reemployment"
        for alias in node.names
    ]


@pytest.mark.parametrize("name", [HERE.__name__, *MODULES])
def test_module(name: str) -> None:
    """Only public names of the library are used, and the examples come out as printed."""
    module = importlib.import_module(name)
    assert 0 == doctest.testmod(module).failed
    taken = imports(Path(str(module.__file__)))
    assert [] == [one for one in taken if one[1] not in importlib.import_module(one[0]).__all__]
