"""The tools over the Model Context Protocol (模型上下文协议), on standard input and over HTTP."""

import json
import logging
from typing import TYPE_CHECKING, Any

import anyio
from mcp import types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError

from gansu_reemployment import __version__
from gansu_reemployment.errors import GansuError
from gansu_reemployment.interchange import problem
from gansu_reemployment_service_http.faults import HttpFault, problem_of
from gansu_reemployment_service_http.guards import note, within
from gansu_reemployment_service_http.settings import Settings
from gansu_reemployment_service_http.tools import TOOLS, Toolbox

if TYPE_CHECKING:
    from gansu_reemployment.plugins import Host

Context = ServerRequestContext[Any]
_READS = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def assistant(box: Toolbox, seconds: float) -> Server[Any]:
    """Return a server with every tool; an answer takes *seconds* at most."""

    async def tools(_: Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(name, box) for name in TOOLS])

    async def call(_: Context, asked: types.CallToolRequestParams) -> types.CallToolResult:
        if asked.name not in TOOLS:
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {asked.name!r}.")
        return await _called(asked.name, asked.arguments or {}, box, seconds)

    # Its messages may hold what was sent; `note` logs what fails here.
    logging.getLogger("mcp").setLevel(logging.CRITICAL)
    return Server("gansu_reemployment", version=__version__, on_list_tools=tools, on_call_tool=call)


def over_http(box: Toolbox, settings: Settings) -> StreamableHTTPSessionManager:
    """Return the tools for an application: each request is answered alone, by JSON."""
    return StreamableHTTPSessionManager(
        assistant(box, settings.seconds),
        json_response=True,
        stateless=True,
        max_request_body_size=settings.most_bytes,
    )


def run(locale: str, host: "Host") -> None:
    """Answer on standard input and output until the input ends."""
    server = assistant(Toolbox.of(host, locale), Settings().seconds)

    async def serve() -> None:
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    anyio.run(serve)


def _described(name: str, box: Toolbox) -> types.Tool:
    tool = TOOLS[name]
    return types.Tool(
        name=name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.schema(box),
        annotations=_READS,
    )


async def _called(
    name: str, arguments: dict[str, Any], box: Toolbox, seconds: float
) -> types.CallToolResult:
    """Return the answer of a tool; a fault is an answer with its problem details."""
    try:
        answer = await within(seconds, lambda: TOOLS[name].answer(box, arguments))
    except GansuError as error:
        return _result(problem(error, box.locale), refused=True)
    except HttpFault as fault:
        return _result(fault.problem(box.locale), refused=True)
    except Exception as error:  # noqa: BLE001 - the protocol's own log would show its data
        note(error)
        return _result(problem_of(500, box.locale), refused=True)
    return _result(answer)


def _result(data: dict[str, Any], *, refused: bool = False) -> types.CallToolResult:
    text = data.get("explanation") or json.dumps(data, ensure_ascii=False)
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=text)]
    return types.CallToolResult(content=content, structured_content=data, is_error=refused)
