"""The ledger of cases (台账): what was decided, on which facts, under the law known that day.

>>> with open_ledger("memory:") as ledger:
...     ledger.count("status")
{}
"""

from gansu_reemployment.ledger.cases import Case, case_key
from gansu_reemployment.ledger.converter import read_facts, write_facts
from gansu_reemployment.ledger.protocol import (
    Appended,
    CountBy,
    Ledger,
    LedgerFactory,
    open_ledger,
)
from gansu_reemployment.ledger.records import Record
from gansu_reemployment.ledger.reopen import Difference, Reopened, reopen

__all__ = [
    "Appended",
    "Case",
    "CountBy",
    "Difference",
    "Ledger",
    "LedgerFactory",
    "Record",
    "Reopened",
    "case_key",
    "open_ledger",
    "read_facts",
    "reopen",
    "write_facts",
]
