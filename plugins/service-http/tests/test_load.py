"""What the service withstands: malformed and huge bodies, many clients, a kill in a batch."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Barrier
from typing import Any, Final

import anyio
import httpx
import pytest
from gansu_reemployment_service_http import Settings, application
from gansu_reemployment_service_http.settings import APPEND_KEY
from starlette.types import Message

from gansu_reemployment import load_host
from gansu_reemployment.interchange import Desk, Lines, Request

CASE: Final[dict[str, Any]] = {
    "measure": "micro_profit",
    "on": "2003-07-15",
    "facts": {"item": "repair", "in_community": True},
}
LINES: Final = {"content-type": "application/x-ndjson"}
KEY: Final = "a key of the tests"


def lines(*numbers: int) -> list[bytes]:
    """Return a case for each number, one a line."""
    return [f"{json.dumps({'id': number, **CASE})}\n".encode() for number in numbers]


@pytest.mark.parametrize("path", ["/measures/micro_profit", "/next", "/cases"])
@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 422), (b"\xff", 422), (b"[" * 9_000, 422), (b"null", 422), (b"1" * 20_001, 413)],
)
def test_malformed_and_huge_bodies(
    client: httpx.Client, keys: tuple[str, str], path: str, body: bytes, status: int
) -> None:
    """A body that is not JSON, or too long, is a problem."""
    headers = {"content-type": "application/json", "authorization": f"Bearer {keys[1]}"}
    assert status == client.post(path, content=body, headers=headers).status_code
    assert 200 == client.get("/health").status_code


def connected(address: str) -> socket.socket:
    """Open a connection to the service."""
    name, _colon, port = address.removeprefix("http://").partition(":")
    return socket.create_connection((name, int(port)), timeout=20)


def head(address: str, path: str, kind: str, *further: str) -> bytes:
    """Return the head of a request that posts a body."""
    host = address.removeprefix("http://")
    first = (f"POST {path} HTTP/1.1", f"Host: {host}", f"Content-Type: {kind}")
    return "\r\n".join((*first, *further, "", "")).encode()


def test_huge_body_is_not_read_to_its_end(address: str) -> None:
    """A body of a thousand million bytes is refused while it arrives."""
    with connected(address) as connection:
        length = "Content-Length: 1000000000"
        connection.sendall(head(address, "/measures/micro_profit", "application/json", length))
        connection.sendall(b"1" * 50_000)
        assert connection.recv(65_536).startswith(b"HTTP/1.1 413")


def test_batch_is_answered_while_it_arrives(address: str) -> None:
    """The first answer comes before the second line is sent."""
    (line,) = lines(1)
    chunked = head(address, "/batch", LINES["content-type"], "Transfer-Encoding: chunked")
    with connected(address) as connection:
        connection.sendall(chunked + f"{len(line):x}\r\n".encode() + line + b"\r\n")
        received = b""
        while b'"value": true' not in received:
            received += connection.recv(65_536)
        connection.sendall(b"0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 200")


def test_batch_has_a_limit(client: httpx.Client) -> None:
    """A batch that is too long ends with a problem."""
    answer = client.post("/batch", content=b"{}\n" * 2_001, headers=LINES)
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert (2_001, 413) == (len(found), found[-1]["problem"]["status"])


def test_sixty_four_clients_at_once(address: str) -> None:
    """Each of 64 clients that ask at the same time has its own answer."""
    limits = httpx.Limits(max_connections=64)
    together = Barrier(64)

    def ask(number: int) -> tuple[int, int]:
        together.wait(60)
        answer = client.post("/batch", content=b"".join(lines(number)), headers=LINES)
        return answer.status_code, answer.json()["id"]

    with (
        httpx.Client(base_url=address, limits=limits, timeout=60) as client,
        ThreadPoolExecutor(64) as pool,
    ):
        assert [(200, n) for n in range(64)] == [*pool.map(ask, range(64))]


async def answered(path: str, kind: bytes, *parts: bytes) -> list[Message]:
    """Return what a service with little time answers a caller who falls silent after some parts."""
    app = application(Settings(seconds=0.5))
    # The first case of a place loads its rules.
    assert list(Lines(app.state.desk).answer(lines(0)))
    sent: list[Message] = []
    left = list(parts)

    async def receive() -> Message:
        if not left:
            await anyio.sleep_forever()
        return {"type": "http.request", "body": left.pop(0), "more_body": True}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", kind)]
    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "headers": headers,
        "query_string": b"",
    }
    await app(scope, receive, send)
    return sent


def test_caller_who_falls_silent() -> None:
    """The lines that arrived are answered; then a problem says that the rest did not."""
    case = anyio.run(answered, "/measures/micro_profit", b"application/json", b"{")
    assert 408 == case[0]["status"]
    batch = anyio.run(answered, "/batch", LINES["content-type"].encode(), *lines(1, 2))
    answers = [json.loads(line) for part in batch[1:] for line in part["body"].splitlines()]
    assert [1, 2, None] == [answer["id"] for answer in answers]
    assert 408 == answers[-1]["problem"]["status"]


def test_case_of_a_batch_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """The batch ends with a problem."""
    usual = Desk.work

    def work(desk: Desk, asked: Request) -> Any:
        time.sleep(1 if asked.id else 0)
        return usual(desk, asked)

    monkeypatch.setattr(Desk, "work", work)
    batch = anyio.run(answered, "/batch", LINES["content-type"].encode(), *lines(1))
    assert 503 == json.loads(batch[1]["body"])["problem"]["status"]


@contextmanager
def served(port: int, ledger: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Run the command in a process of its own, until it is killed."""
    address = f"http://127.0.0.1:{port}"
    command = ["-m", "gansu_reemployment", "serve", "--port", str(port)]
    command += ["--ledger", ledger, "--name", "bureau.example"]
    process = subprocess.Popen([sys.executable, *command], env={**os.environ, APPEND_KEY: KEY})
    try:
        for _ in range(600):
            with suppress(ConnectionRefusedError):
                connected(address).close()
                break
            time.sleep(0.05)
        yield address, process
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def broken_off(address: str, process: "subprocess.Popen[bytes]", body: list[bytes]) -> list[bytes]:
    """Send the half of a batch, kill the service after some answers, and return what arrived."""
    total = sum(map(len, body))
    # Without chunks, so that what arrives is the text of the answers.
    old = head(address, "/batch", LINES["content-type"], f"Content-Length: {total}")
    received = b""
    with connected(address) as connection, suppress(ConnectionResetError):
        connection.sendall(old.replace(b"HTTP/1.1", b"HTTP/1.0"))
        connection.sendall(b"".join(body[: len(body) // 2]))
        while received.count(b'"id"') < 10:
            received += connection.recv(4_096)
        process.kill()
        while chunk := connection.recv(65_536):
            received += chunk
    return received.partition(b"\r\n\r\n")[2].split(b"\n")


@pytest.mark.slow("starts a service twice and kills it")
def test_service_killed_in_a_batch(tmp_path: Path) -> None:
    """Whole lines are whole answers; the client sends the rest again, and no case is entered twice.

    The first service is killed without warning, the second takes its port. Both answer to the name
    of a proxy.
    """
    port, ledger = free_port(), f"sqlite:///{tmp_path / 'cases.db'}"
    body = lines(*range(400))
    key = {"authorization": f"Bearer {KEY}"}
    with served(port, ledger) as (address, process):
        made = httpx.post(f"{address}/cases", json=CASE, headers=key)
        whole = broken_off(address, process, body)[:-1]
    assert 10 <= len(whole) < len(body)
    with served(port, ledger) as (address, _process):
        rest = httpx.post(f"{address}/batch", content=b"".join(body[len(whole) :]), headers=LINES)
        again = httpx.post(f"{address}/cases", json=CASE, headers={**key, "host": "bureau.example"})
    answers = [line.decode() for line in whole] + rest.text.splitlines()
    assert [*Lines(Desk(load_host())).answer(body)] == answers
    assert (201, 200) == (made.status_code, again.status_code)
    assert made.json()["key"] == again.json()["key"]
