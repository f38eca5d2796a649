"""Contract tests that plugins inherit (插件契约测试); pytest is needed.

:class:`~.local_rules.LocalRulesContract` is for a plugin with local rules,
:class:`~.ledgers.LedgerContract` for one with a ledger. Each name is loaded on first use. If the
library is installed, pytest also has the fixtures ``bureau``, ``memory_ledger`` and ``case_on``;
``pytest --fixtures`` describes them.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.testing.ledgers import LedgerContract
    from gansu_reemployment.testing.local_rules import LocalRulesContract
    from gansu_reemployment.testing.samples import (
        AWKWARD,
        CASES,
        IDENTITY,
        RECORDS,
        make_case,
        make_record,
    )

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "testing.ledgers": ("LedgerContract",),
    "testing.local_rules": ("LocalRulesContract",),
    "testing.samples": ("AWKWARD", "CASES", "IDENTITY", "RECORDS", "make_case", "make_record"),
}
__all__ = [
    "AWKWARD",
    "CASES",
    "IDENTITY",
    "RECORDS",
    "LedgerContract",
    "LocalRulesContract",
    "make_case",
    "make_record",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__, extra="testing")
