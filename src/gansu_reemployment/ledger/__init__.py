"""The ledger of cases (台账): what was decided, on which facts, under the law known that day.

>>> with open_ledger("memory:") as ledger:
...     ledger.count("status")
{}
"""

from gansu_reemployment.ledger.cases import Case, case_key
from gansu_reemployment.ledger.converter import read_facts, write_facts
from gansu_reemployment.ledger.exchange import Moved, copy_ledger, export_ledger, import_ledger
from gansu_reemployment.ledger.protocol import (
    Appended,
    CountBy,
    Ledger,
    LedgerFactory,
    open_ledger,
)
from gansu_reemployment.ledger.queries import changed_by, resting_on
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.reopen import Difference, Reopened, reopen

__all__ = [
    "Appended",
    "Case",
    "CountBy",
    "Difference",
    "Ledger",
    "LedgerFactory",
    "Moved",
    "Record",
    "Reopened",
    "case_key",
    "changed_by",
    "copy_ledger",
    "export_ledger",
    "import_ledger",
    "open_ledger",
    "read_facts",
    "reopen",
    "resting_on",
    "write_facts",
]
