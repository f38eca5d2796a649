"""The ASGI application (应用): its addresses, and what it keeps while it runs."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gansu_reemployment import load_host
from gansu_reemployment.errors import (
    AmbiguousNameError,
    GansuError,
    MissingExtraError,
    UnknownNameError,
)
from gansu_reemployment.interchange import Desk, problem, rules_as_json
from gansu_reemployment_service_http import batch, cases, reading
from gansu_reemployment_service_http.faults import HttpFault, problem_of
from gansu_reemployment_service_http.guards import Guards
from gansu_reemployment_service_http.negotiation import language
from gansu_reemployment_service_http.replies import as_problem
from gansu_reemployment_service_http.settings import Settings
from gansu_reemployment_service_http.tools import Toolbox, documents_of

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from gansu_reemployment.plugins import Host


async def _measure(request: Request) -> Response:
    """Describe a measure, or answer a case of it."""
    return await (cases.work if request.method == "POST" else reading.measure)(request)


_ROUTES = [
    Route("/health", reading.health),
    Route("/measures", reading.measures),
    Route("/measures/{name}", _measure, methods=["GET", "POST"]),
    Route("/batch", batch.batch, methods=["POST"]),
    Route("/next", cases.ask_next, methods=["POST"]),
    Route("/rules", reading.rules),
    Route("/rules/{path}", reading.rule),
    Route("/regions", reading.regions),
    Route("/documents/{symbol:path}", reading.instrument),
    Route("/plugins", reading.plugins),
    Route("/openapi.json", reading.openapi),
]
#: Only with a ledger.
_LEDGER = [
    Route("/cases", cases.enter, methods=["POST"]),
    Route("/cases/{key}", cases.look_up, methods=["GET"]),
]


def application(settings: Settings | None = None, host: "Host | None" = None) -> Starlette:
    """Build the application.

    *host* are the plugins; without it those that are installed are loaded.

    Raises:
        MissingExtraError: assistants are to be served, and the package mcp is not installed.
    """
    settings = settings or Settings()
    desk = Desk(host or load_host())
    data = rules_as_json(desk.host)
    documents = documents_of(data)
    tools = _tools(Toolbox(desk, documents, settings.locale), settings) if settings.mcp else None
    app = Starlette(
        routes=[
            *_ROUTES,
            *(_LEDGER if settings.ledger else ()),
            *([Route("/mcp", tools.asgi_app, methods=["POST"])] if tools else ()),
        ],
        lifespan=(lambda _: tools.run()) if tools else None,
        middleware=[Middleware(Guards, settings=settings)],
        exception_handlers={HttpFault: _fault, GansuError: _error, HTTPException: _other},
    )
    app.state.settings = settings
    app.state.desk = desk
    app.state.data = data
    app.state.documents = documents
    app.state.digest = _digest(data)
    return app


def _tools(box: Toolbox, settings: Settings) -> "StreamableHTTPSessionManager":
    try:
        from gansu_reemployment_service_http.assistants import over_http  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        raise MissingExtraError(missing.name or "", "mcp") from None
    return over_http(box, settings)


def _digest(data: dict[str, Any]) -> str:
    """Return the digest of the national rules, and one of all that plugins add to them."""
    whole = sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()[:16]
    return f"{data['rulebook']}.{whole}"


async def _fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, HttpFault)  # noqa: S101 - it is registered for no other
    return as_problem(error.problem(language(request)), **error.headers)


async def _error(request: Request, error: Exception) -> Response:
    """Answer an error of the library: a name in an address that does not exist is not found."""
    assert isinstance(error, GansuError)  # noqa: S101
    unknown = isinstance(error, UnknownNameError | AmbiguousNameError)
    status = 404 if unknown and request.path_params else 422
    return as_problem(problem(error, language(request), status=status))


async def _other(request: Request, error: Exception) -> Response:
    """Answer an error of the framework, such as an address that there is not."""
    assert isinstance(error, HTTPException)  # noqa: S101
    headers = dict(error.headers or {})
    return as_problem(problem_of(error.status_code, language(request)), **headers)
