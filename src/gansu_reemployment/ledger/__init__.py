"""The ledger of cases (台账): decisions with their facts, under the law known on that day.

>>> from gansu_reemployment.ledger import open_ledger
>>> with open_ledger("memory:") as ledger:
...     ledger.count("status")
{}
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.fact_model.readers import read_facts
    from gansu_reemployment.ledger.base import BaseLedger
    from gansu_reemployment.ledger.cases import Case, case_key
    from gansu_reemployment.ledger.checkpoints import Checkpoint, verify_ledger
    from gansu_reemployment.ledger.chunks import Row
    from gansu_reemployment.ledger.converter import write_facts
    from gansu_reemployment.ledger.exchange import (
        Moved,
        copy_ledger,
        export_ledger,
        import_ledger,
        verify_export,
    )
    from gansu_reemployment.ledger.kinds import (
        Indicator,
        Matter,
        Report,
        Source,
        State,
        Vacancy,
        read_record,
        record_of,
        reports,
        waiting,
    )
    from gansu_reemployment.ledger.links import Head, Kept
    from gansu_reemployment.ledger.protocol import (
        Appended,
        CountBy,
        Kind,
        Ledger,
        LedgerFactory,
        open_ledger,
    )
    from gansu_reemployment.ledger.queries import changed_by, find_case, resting_on
    from gansu_reemployment.ledger.records import Record
    from gansu_reemployment.ledger.reopening import Difference, Reopened, reopen
    from gansu_reemployment.ledger.sheets import (
        Change,
        Department,
        mask_name,
        monthly_notice,
        public_notice,
        standing_ledger,
    )

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "fact_model.readers": ("read_facts",),
    "ledger.base": ("BaseLedger",),
    "ledger.cases": ("Case", "case_key"),
    "ledger.checkpoints": ("Checkpoint", "verify_ledger"),
    "ledger.chunks": ("Row",),
    "ledger.converter": ("write_facts",),
    "ledger.exchange": ("Moved", "copy_ledger", "export_ledger", "import_ledger", "verify_export"),
    "ledger.kinds": (
        "Indicator", "Matter", "Report", "Source", "State", "Vacancy", "read_record", "record_of",
        "reports", "waiting",
    ),
    "ledger.links": ("Head", "Kept"),
    "ledger.protocol": ("Appended", "CountBy", "Kind", "Ledger", "LedgerFactory", "open_ledger"),
    "ledger.queries": ("changed_by", "find_case", "resting_on"),
    "ledger.records": ("Record",),
    "ledger.reopening": ("Difference", "Reopened", "reopen"),
    "ledger.sheets": (
        "Change", "Department", "mask_name", "monthly_notice", "public_notice", "standing_ledger",
    ),
}
__all__ = [
    "Appended", "BaseLedger", "Case", "Change", "Checkpoint", "CountBy", "Department",
    "Difference", "Head", "Indicator", "Kept", "Kind", "Ledger", "LedgerFactory", "Matter",
    "Moved", "Record", "Reopened", "Report", "Row", "Source", "State", "Vacancy", "case_key",
    "changed_by", "copy_ledger", "export_ledger", "find_case", "import_ledger", "mask_name",
    "monthly_notice", "open_ledger", "public_notice", "read_facts", "read_record", "record_of",
    "reopen", "reports", "resting_on", "standing_ledger", "verify_export", "verify_ledger",
    "waiting", "write_facts",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
