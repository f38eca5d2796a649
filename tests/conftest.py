"""The settings of Hypothesis and of the garbage collector, and the browser, for all tests."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from browser import Browser
from hypothesis import HealthCheck, settings

# None depends on the time that it takes.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# Plans over columns are large trees. Python's search for cycles goes through them so often that it
# takes a seventh of the time of their tests.
gc.set_threshold(20_000, 20, 50)
# The workers and the processes that tests start read what the first of them compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(name="browser", scope="module")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser of its own for the tests of a module."""
    with Browser(tmp_path_factory.mktemp("browser")) as browser:
        browser.size(1200)
        yield browser
