"""The fixtures that pytest finds once the library is installed (测试夹具).

``bureau``, ``memory_ledger`` and ``case_on``, for the tests of a plugin or of a bureau's own
system. ``pytest -p no:gansu_reemployment`` disables them. pytest loads this module before it
measures coverage, so it is kept outside the package, and a fixture imports the library only
when it is used.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau
    from gansu_reemployment.ledger import Ledger
    from gansu_reemployment.working.case import CaseWorking

# A broken contract then shows both sides of the comparison, as in a test module.
pytest.register_assert_rewrite("gansu_reemployment.testing")


@pytest.fixture
def bureau() -> "Callable[..., Bureau]":
    """Open a bureau by the name or code of its region: ``bureau("天水市")``.

    Without a name it is the province's; *host* replaces the installed plugins.
    """
    from gansu_reemployment.bureau import Bureau  # noqa: PLC0415 - loaded on use

    return Bureau.of


@pytest.fixture
def memory_ledger() -> "Iterator[Ledger]":
    """Yield an empty ledger in memory, closed after the test."""
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loaded on use

    with open_ledger("memory:") as ledger:
        yield ledger


@pytest.fixture
def case_on() -> "Callable[[date], CaseWorking]":
    """Start the working of a case on a day, without a region: ``case_on(date(2003, 7, 1))``."""
    from gansu_reemployment.working.case import CaseWorking  # noqa: PLC0415 - loaded on use

    return CaseWorking
