"""The tools of assistants, asked by the protocol's own client over HTTP and standard input."""

import json
import logging
import sys
from collections.abc import Callable
from typing import Any, Final

import anyio
import attrs
import httpx
import pytest
from gansu_reemployment_service_http.assistants import assistant
from gansu_reemployment_service_http.tools import MOST_RULES, TOOLS, Toolbox
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError

from gansu_reemployment import load_host

COMMAND: Final = ["-m", "gansu_reemployment", "serve", "--mcp", "stdio"]
CASE: Final[dict[str, Any]] = {
    "measure": "micro_profit",
    "on": "2003-07-15",
    "facts": {"item": "repair", "in_community": True},
    "region": "620500",
}
BOX: Final = Toolbox.of(load_host())
Answers = list[tuple[bool, Any]]


def ask(target: Any, *questions: tuple[str, dict[str, Any]], mode: str = "auto") -> Answers:
    """Return what each tool answers: whether it refused, and the object."""

    async def talk() -> Answers:
        async with Client(target, mode=mode) as client:
            answers = [await client.call_tool(*question) for question in questions]
        return [(answer.is_error, answer.structured_content) for answer in answers]

    return anyio.run(talk)


def in_memory(*questions: tuple[str, dict[str, Any]], box: Toolbox = BOX) -> Answers:
    """Ask a server of this process."""
    return ask(assistant(box, 20), *questions)


@pytest.fixture(
    name="target", params=["http auto", "http legacy", "stdio"], ids=lambda kind: kind.split()
)
def _target(request: pytest.FixtureRequest, address: str) -> tuple[Any, str]:
    """Return where to connect, and how the version of the protocol is agreed on."""
    if request.param == "stdio":
        return StdioServerParameters(command=sys.executable, args=COMMAND), "auto"
    return f"{address}/mcp", request.param.split()[1]


def test_a_case_from_the_rule_to_the_explanation(target: tuple[Any, str]) -> None:
    """An assistant finds the rule, lists the facts, works the case and explains it."""
    where, mode = target
    answers = ask(
        where,
        ("find_rules", {"words": "微利项目", "on": "2003-07-15"}),
        ("list_facts", {"measure": "micro_profit"}),
        ("work_case", CASE),
        ("explain_case", {**CASE, "language": "zh_CN"}),
        mode=mode,
    )
    assert [False] * 4 == [refused for refused, _answer in answers]
    found, facts, worked, explained = (answer for _refused, answer in answers)
    assert "micro_profit.items" in [rule["path"] for rule in found["rules"]]
    assert {"item", "in_community"} == set(facts["facts"]["properties"])
    assert True is worked["outcome"]["value"]
    assert "天水市" in explained["explanation"]
    assert "结果：是" in explained["explanation"]


def test_every_answer_has_its_sources() -> None:
    """The documents are those of the citations; where they were read is known of some."""
    answers = in_memory(
        ("find_rules", {"words": "loan.norm"}),
        ("list_facts", {"measure": "micro_profit"}),
        ("work_case", CASE),
        ("explain_case", CASE),
    )
    found, facts, worked, explained = (answer for _refused, answer in answers)
    cited = [
        [row for rule in found["rules"] for row in rule["rows"]],
        facts["sources"],
        worked["outcome"]["citations"],
        explained["citations"],
    ]
    for rows, answer in zip(cited, (found, facts, worked, explained), strict=True):
        names = {row["document"] for row in rows}
        assert names == {one["name"] for one in answer["documents"]}
        assert any(one["read_at"] for one in answer["documents"])


def test_tools_are_described() -> None:
    """Each tool says that it only reads, and names every measure."""

    async def listed() -> list[Any]:
        async with Client(assistant(BOX, 20)) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(listed)
    assert list(TOOLS) == [tool.name for tool in tools]
    assert [True] * len(tools) == [tool.annotations.read_only_hint for tool in tools]
    assert "hardship" in tools[2].input_schema["properties"]["measure"]["enum"]


@pytest.mark.parametrize(
    ("tool", "arguments", "part"),
    [
        ("find_rules", {"words": 1, "x": 2}, "x"),
        ("find_rules", {"words": "loan", "region": "nowhere"}, "nowhere"),
        ("list_facts", {"measure": "hardshp"}, "hardship"),
        ("work_case", {**CASE, "facts": {"item": "none"}}, "facts.item"),
        ("work_case", {}, "measure"),
        ("explain_case", {**CASE, "language": ["en"]}, "zh_CN"),
    ],
)
def test_faults_are_problems(tool: str, arguments: dict[str, Any], part: str) -> None:
    """A fault is an answer in the language of the server, with what would be right."""
    for locale in ("en", "zh_CN"):
        box = attrs.evolve(BOX, locale=locale)
        ((refused, answer),) = in_memory((tool, arguments), box=box)
        assert (True, 422) == (refused, answer["status"])
        assert answer["title"].isascii() == (locale == "en")
        assert part in json.dumps(answer)


def test_rules_that_are_not_in_force_have_no_rows() -> None:
    """A rule is found before it is in force; of many rules some are left for a narrower search."""
    early, many = (
        answer
        for _refused, answer in in_memory(
            ("find_rules", {"words": "loan.norm", "on": "1990-01-01"}),
            ("find_rules", {"words": ""}),
        )
    )
    assert [[]] == [rule["rows"] for rule in early["rules"]]
    assert MOST_RULES == len(many["rules"])
    assert len(BOX.desk.host.everywhere.search("")) == MOST_RULES + many["more"]


def test_unknown_tool_is_an_error_of_the_protocol() -> None:
    """A tool that does not exist is refused by name."""

    async def talk() -> None:
        async with Client(assistant(BOX, 20)) as client:
            with pytest.raises(MCPError, match="nothing"):
                await client.call_tool("nothing", {})

    anyio.run(talk)


def failing(problem: Exception) -> Callable[..., dict[str, Any]]:
    """Return an answer that fails."""

    def answer(*_: Any) -> dict[str, Any]:
        raise problem

    return answer


def test_unforeseen_error_shows_no_data(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer says that the service failed; the log has the kind and place of the error only."""
    tool = attrs.evolve(TOOLS["work_case"], answer=failing(RuntimeError("张三")))
    monkeypatch.setitem(TOOLS, "work_case", tool)
    with caplog.at_level(logging.INFO):
        assert 500 == in_memory(("work_case", CASE))[0][1]["status"]
    assert "RuntimeError" in caplog.text
    assert "张三" not in caplog.text


def test_time_limit() -> None:
    """An answer that takes too long is a problem."""
    ((refused, answer),) = ask(assistant(BOX, 0), ("work_case", CASE))
    assert (True, 503) == (refused, answer["status"])


@pytest.mark.parametrize(
    ("method", "body", "status"),
    [("GET", b"", 405), ("DELETE", b"", 405), ("POST", b"{", 400), ("POST", b"1" * 20_001, 413)],
)
def test_requests_outside_the_protocol(
    client: httpx.Client, method: str, body: bytes, status: int
) -> None:
    """A body that is not of the protocol, or is too long, is refused."""
    headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
    assert status == client.request(method, "/mcp", content=body, headers=headers).status_code
