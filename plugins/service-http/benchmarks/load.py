"""Send 10,000 requests on loopback to the service, and as many to a bare application beside it.

``python plugins/service-http/benchmarks/load.py [REQUESTS] [CONNECTIONS]`` prints the requests a
second of both and their ratio. The bare application reads the same body and answers with the same
text, so the difference is what the service does: checks, the working of the case, the outcome.
"""

import asyncio
import json
import multiprocessing
import socket
import sys
import time
from collections.abc import Callable
from typing import Final

import uvicorn
from gansu_reemployment_service_http import application
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FACTS: Final = {"item": "repair", "in_community": True}
BODY: Final = json.dumps({"on": "2003-07-15", "region": "620500", "facts": FACTS}).encode()
PATH: Final = "/measures/micro_profit"
REQUEST: Final = (
    f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    f"Content-Length: {len(BODY)}\r\n\r\n"
).encode() + BODY
Application = Callable[[str], Starlette]


def service(_answer: str) -> Starlette:
    """Return the service."""
    return application()


def bare(answer: str) -> Starlette:
    """Return an application that reads the body and answers with a fixed text."""

    async def reply(request: Request) -> Response:
        await request.body()
        return Response(answer, media_type="application/json")

    return Starlette(routes=[Route(PATH, reply, methods=["POST"])])


def serve(build: Application, port: int, answer: str) -> None:
    """Serve an application in this process."""
    uvicorn.run(build(answer), port=port, access_log=False, log_level="warning")


async def load(port: int, requests: int, connections: int) -> tuple[float, bytes]:
    """Return the seconds for all requests over some connections, and the last answer."""
    shares = [requests // connections + (n < requests % connections) for n in range(connections)]
    began = time.perf_counter()
    answers = await asyncio.gather(*(_some(port, share) for share in shares if share))
    return time.perf_counter() - began, answers[-1]


async def _some(port: int, requests: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = b""
    for _ in range(requests):
        writer.write(REQUEST)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        answer = await reader.readexactly(_length(head))
    writer.close()
    return answer


def _length(head: bytes) -> int:
    """Return the length of a body by the head of its answer."""
    lines = head.lower().split(b"\r\n")
    (length,) = (line.partition(b":")[2] for line in lines if line.startswith(b"content-length:"))
    return int(length)


def measured(
    build: Application, requests: int, connections: int, answer: str = ""
) -> tuple[float, bytes]:
    """Return the seconds and the last answer of an application in a process of its own."""
    port = _free_port()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(build, port, answer))
    process.start()
    try:
        _wait(port)
        asyncio.run(load(port, connections, connections))
        return asyncio.run(load(port, requests, connections))
    finally:
        process.terminate()
        process.join()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(port: int) -> None:
    """Wait until something answers at a port."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    message = "the application did not start"
    raise RuntimeError(message)


def main(requests: int = 10_000, connections: int = 64) -> None:
    """Print the speed of both and the ratio."""
    own, answer = measured(service, requests, connections)
    plain, _ = measured(bare, requests, connections, answer.decode())
    print(f"{requests} requests over {connections} connections")
    for name, seconds in (("service", own), ("bare application", plain)):
        print(f"{name}: {seconds:.1f} s, {requests / seconds:.0f} a second")
    print(f"ratio: {own / plain:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
