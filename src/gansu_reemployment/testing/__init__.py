"""Contract tests that plugins inherit (插件契约测试); pytest is needed.

:class:`~.local_rules.LocalRulesContract` is for a plugin with local rules,
:class:`~.ledgers.LedgerContract` for one with a ledger. Each name is loaded on first use. If the
library is installed, pytest also has the fixtures ``bureau``, ``memory_ledger`` and ``case_on``;
``pytest --fixtures`` describes them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gansu_reemployment.testing.ledgers import LedgerContract as LedgerContract
    from gansu_reemployment.testing.local_rules import LocalRulesContract as LocalRulesContract
    from gansu_reemployment.testing.samples import AWKWARD as AWKWARD
    from gansu_reemployment.testing.samples import CASES as CASES
    from gansu_reemployment.testing.samples import IDENTITY as IDENTITY
    from gansu_reemployment.testing.samples import RECORDS as RECORDS
    from gansu_reemployment.testing.samples import make_case as make_case
    from gansu_reemployment.testing.samples import make_record as make_record

#: Where each name is defined.
_HOMES = {
    "AWKWARD": "samples",
    "CASES": "samples",
    "IDENTITY": "samples",
    "RECORDS": "samples",
    "LedgerContract": "ledgers",
    "LocalRulesContract": "local_rules",
    "make_case": "samples",
    "make_record": "samples",
}

__all__ = [*sorted(_HOMES)]  # noqa: PLE0604 - the names of a constant table


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
