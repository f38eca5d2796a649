"""The ledger of cases (台账): decisions with their facts, under the law known on that day.

>>> with open_ledger("memory:") as ledger:
...     ledger.count("status")
{}
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.ledger.base import BaseLedger as BaseLedger
    from gansu_reemployment.ledger.base import Row as Row
    from gansu_reemployment.ledger.cases import Case as Case
    from gansu_reemployment.ledger.cases import case_key as case_key
    from gansu_reemployment.ledger.converter import read_facts as read_facts
    from gansu_reemployment.ledger.converter import write_facts as write_facts
    from gansu_reemployment.ledger.exchange import Moved as Moved
    from gansu_reemployment.ledger.exchange import copy_ledger as copy_ledger
    from gansu_reemployment.ledger.exchange import export_ledger as export_ledger
    from gansu_reemployment.ledger.exchange import import_ledger as import_ledger
    from gansu_reemployment.ledger.protocol import Appended as Appended
    from gansu_reemployment.ledger.protocol import CountBy as CountBy
    from gansu_reemployment.ledger.protocol import Ledger as Ledger
    from gansu_reemployment.ledger.protocol import LedgerFactory as LedgerFactory
    from gansu_reemployment.ledger.protocol import open_ledger as open_ledger
    from gansu_reemployment.ledger.queries import changed_by as changed_by
    from gansu_reemployment.ledger.queries import find_case as find_case
    from gansu_reemployment.ledger.queries import resting_on as resting_on
    from gansu_reemployment.ledger.records import Record as Record
    from gansu_reemployment.ledger.reopening import Difference as Difference
    from gansu_reemployment.ledger.reopening import Reopened as Reopened
    from gansu_reemployment.ledger.reopening import reopen as reopen

#: Where each name is defined; most of them load cattrs.
_HOMES = {
    "Appended": "protocol",
    "BaseLedger": "base",
    "Case": "cases",
    "CountBy": "protocol",
    "Difference": "reopening",
    "Ledger": "protocol",
    "LedgerFactory": "protocol",
    "Moved": "exchange",
    "Record": "records",
    "Reopened": "reopening",
    "Row": "base",
    "case_key": "cases",
    "changed_by": "queries",
    "copy_ledger": "exchange",
    "export_ledger": "exchange",
    "find_case": "queries",
    "import_ledger": "exchange",
    "open_ledger": "protocol",
    "read_facts": "converter",
    "reopen": "reopening",
    "resting_on": "queries",
    "write_facts": "converter",
}

__all__ = [*sorted(_HOMES)]  # noqa: PLE0604 - the names of a constant table


__getattr__ = lazy_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
