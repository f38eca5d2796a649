"""Contract tests that plugins inherit (插件契约测试); pytest is needed.

:class:`~.local_rules.LocalRulesContract` is for a plugin with local rules,
:class:`~.ledgers.LedgerContract` for one with a ledger. Each name is loaded when it is first
asked for. Where the library is installed pytest also knows the fixtures ``bureau``,
``memory_ledger`` and ``case_on``; ``pytest --fixtures`` tells what each gives.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gansu_reemployment.testing.entries import AWKWARD as AWKWARD
    from gansu_reemployment.testing.entries import CASES as CASES
    from gansu_reemployment.testing.entries import IDENTITY as IDENTITY
    from gansu_reemployment.testing.entries import RECORDS as RECORDS
    from gansu_reemployment.testing.entries import make_case as make_case
    from gansu_reemployment.testing.entries import make_record as make_record
    from gansu_reemployment.testing.ledgers import LedgerContract as LedgerContract
    from gansu_reemployment.testing.local_rules import LocalRulesContract as LocalRulesContract

#: Where each name is defined.
_HOMES = {
    "AWKWARD": "entries",
    "CASES": "entries",
    "IDENTITY": "entries",
    "RECORDS": "entries",
    "LedgerContract": "ledgers",
    "LocalRulesContract": "local_rules",
    "make_case": "entries",
    "make_record": "entries",
}

__all__ = [*sorted(_HOMES)]  # noqa: PLE0604 - the names of a constant table


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
