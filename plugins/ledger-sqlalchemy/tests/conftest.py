"""A PostgreSQL server for the tests, or the reason why there is none."""

import os
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

VARIABLE = "GANSU_REEMPLOYMENT_TEST_POSTGRESQL"
#: The default without the variable; it has two seconds to answer.
NEAR = "postgresql://postgres@127.0.0.1:5432/postgres"


def reach(url: str) -> psycopg.Connection:
    """Connect to the server at *url*, committing each statement by itself."""
    return psycopg.connect(url, connect_timeout=2, autocommit=True)


@pytest.fixture(scope="session")
def server() -> str:
    """Return the URL of a server that answers.

    One that the variable names must answer; without it the tests may be skipped.
    """
    if named := os.environ.get(VARIABLE):
        reach(named).close()
        return named
    try:
        reach(NEAR).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL server: {VARIABLE} is not set, and {NEAR}: {error}")
    return NEAR


@pytest.fixture
def ledger_url(server: str) -> Iterator[str]:
    """Yield the URL of a new schema for each test, dropped at its end."""
    schema = f"ledger_{uuid4().hex}"
    with reach(server) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")
