"""A service that runs on a free port of this machine, and clients of it."""

import threading
import time
from collections.abc import Iterator

import httpx
import pytest
import uvicorn
from gansu_reemployment_service_http import Settings, application

READ, APPEND = "read-read-read-read", "append-append-append"


@pytest.fixture(name="address", scope="session")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the service with a ledger, the tools for assistants, and short limits."""
    ledger = f"sqlite:///{tmp_path_factory.mktemp('service') / 'cases.db'}"
    settings = Settings(
        ledger=ledger,
        most_bytes=20_000,
        most_lines=2_000,
        read_key=READ,
        append_key=APPEND,
        mcp=True,
    )
    config = uvicorn.Config(application(settings), port=0, access_log=False, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    (socket,) = server.servers[0].sockets
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(name="keys")
def _keys() -> tuple[str, str]:
    """Return the key that reads and the key that appends."""
    return READ, APPEND


@pytest.fixture(name="client", scope="session")
def _client(address: str) -> Iterator[httpx.Client]:
    """Open a client."""
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client
