"""The checks of every request (防护): host, origin, length, time, no fault that shows its data."""

import logging
from collections.abc import AsyncIterator, Callable
from traceback import extract_tb
from typing import Any, Final, TypeVar

import anyio
from anyio import to_thread
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gansu_reemployment_service_http.faults import HttpFault, problem_of
from gansu_reemployment_service_http.negotiation import language
from gansu_reemployment_service_http.replies import as_problem
from gansu_reemployment_service_http.settings import Settings

LOG: Final = logging.getLogger(__name__)
T = TypeVar("T")


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
        refused = self._refused(request)
        if refused:
            await as_problem(problem_of(refused, language(request)))(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - the last place where it can be answered
            note(error)
            if not started:
                await as_problem(problem_of(500, language(request)))(scope, receive, send)

    def _refused(self, request: Request) -> int:
        """Return the status for another host, or for a page of another origin; 0 for neither."""
        if "*" in self.hosts:
            return 0
        if _name(request.headers.get("host", "")) not in self.hosts:
            return 421
        origin = request.headers.get("origin")
        if origin is not None and _name(origin.partition("://")[2]) not in self.hosts:
            return 403
        return 0


def note(error: Exception) -> None:
    """Log the kind and the place of an error, and nothing else of it."""
    place = extract_tb(error.__traceback__)[-1]
    LOG.error("%s in %s:%s", type(error).__name__, place.filename, place.lineno)


def _name(host: str) -> str:
    """Return a host without its port."""
    return host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


async def arriving(request: Request, seconds: float) -> AsyncIterator[bytes]:
    """Yield a body as it arrives, while the caller is not silent for more than *seconds*.

    Raises:
        HttpFault: the caller is silent for too long.
    """
    stream = request.stream().__aiter__()
    while True:
        try:
            with anyio.fail_after(seconds):
                chunk = await anext(stream, b"")
        except TimeoutError:
            raise HttpFault(408) from None
        if not chunk:
            return
        yield chunk


async def body(request: Request, most: int, seconds: float) -> bytes:
    """Read a body of *most* bytes at most.

    Raises:
        HttpFault: it is longer, or the caller is silent for too long.
    """
    read = bytearray()
    async for chunk in arriving(request, seconds):
        read += chunk
        if len(read) > most:
            raise HttpFault(413)
    return bytes(read)


async def within(seconds: float, answer: Callable[[], T]) -> T:
    """Return an answer that a thread computes in *seconds* at most.

    Raises:
        HttpFault: it takes too long.
    """
    try:
        with anyio.fail_after(seconds):
            return await to_thread.run_sync(answer, abandon_on_cancel=True)
    except TimeoutError:
        raise HttpFault(503, **{"Retry-After": "1"}) from None


def state(request: Request) -> Any:
    """Return what the application keeps: the desk, the settings, the ledger."""
    return request.app.state
