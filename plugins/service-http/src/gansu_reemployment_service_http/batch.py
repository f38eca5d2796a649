"""A batch of cases (批量): one JSON object a line, answered in order while it arrives."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from gansu_reemployment.interchange import Lines
from gansu_reemployment_service_http.faults import HttpFault
from gansu_reemployment_service_http.guards import arriving, state, within
from gansu_reemployment_service_http.negotiation import LINES, language, media_type

_NAMES = {LINES, "application/jsonl", "application/ndjson"}


class _Answers(StreamingResponse):
    """Writes while the request is still read; the framework's own would wait for its end beside."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Write every answer; a caller who has left is written to no more."""
        with suppress(ClientDisconnect):
            await self.stream_response(send)


async def batch(request: Request) -> Response:
    """Answer each line in order; a faulty line is answered by a problem."""
    if media_type(request) not in _NAMES:
        raise HttpFault(415)
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return _Answers(_answers(request), media_type=LINES, headers=headers)


async def _answers(request: Request) -> AsyncIterator[str]:
    settings, locale = state(request).settings, language(request)
    lines = Lines(state(request).desk, locale, settings.most_bytes)
    left = settings.most_lines
    try:
        async for some in _lines(request, settings.most_bytes, settings.seconds):
            full = [line for line in some if line.strip()]
            if full:
                answers = await within(
                    settings.seconds * len(full),
                    lambda: [*lines.answer(full[:left])],  # noqa: B023
                )
                yield "".join(f"{answer}\n" for answer in answers)
                left -= len(answers)
                if len(full) > len(answers):
                    raise HttpFault(413)  # noqa: TRY301
    except HttpFault as fault:
        yield f"{json.dumps({'id': None, 'problem': fault.problem(locale)}, ensure_ascii=False)}\n"


async def _lines(request: Request, most: int, seconds: float) -> AsyncIterator[list[bytes]]:
    """Yield the lines as they arrive; of a longer line than *most* only so much that it is seen.

    Raises:
        HttpFault: the caller is silent for too long.
    """
    rest = b""
    async for chunk in arriving(request, seconds):
        *full, last = chunk.split(b"\n")
        if full:
            full[0] = rest + full[0]
            rest = last
            yield [line[: most + 1] for line in full]
        else:
            rest += last
        rest = rest[: most + 1]
    yield [rest]
