"""What every request passes (防护): host, length, and no fault of ours that shows its data."""

import logging
from traceback import extract_tb
from typing import Any, Final

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gansu_reemployment_service_http.faults import HttpFault, problem_of
from gansu_reemployment_service_http.negotiation import language
from gansu_reemployment_service_http.replies import as_problem
from gansu_reemployment_service_http.settings import Settings

LOG: Final = logging.getLogger(__name__)


class Guards:
    """Refuses unknown hosts, and answers an unforeseen error without its data.

    The log has the kind and the place of such an error; its message may hold personal data.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.hosts = frozenset(settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if _host(request) not in self.hosts and "*" not in self.hosts:
            await as_problem(problem_of(421, language(request)))(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - the last place where it can be answered
            place = extract_tb(error.__traceback__)[-1]
            LOG.error("%s in %s:%s", type(error).__name__, place.filename, place.lineno)  # noqa: TRY400
            if not started:
                await as_problem(problem_of(500, language(request)))(scope, receive, send)


def _host(request: Request) -> str:
    """Return the host of a request without its port."""
    host = request.headers.get("host", "")
    return host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


async def body(request: Request, most: int) -> bytes:
    """Read a body of *most* bytes at most.

    Raises:
        HttpFault: it is longer.
    """
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > most:
            raise HttpFault(413)
    return bytes(read)


def state(request: Request) -> Any:
    """Return what the application keeps: the desk, the settings, the ledger."""
    return request.app.state
