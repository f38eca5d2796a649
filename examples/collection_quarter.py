"""A quarter of the collection offices: relief entries in, tasks after the offset out (抵减季报).

The entries are in ``data/relief_entries_2003q3.csv``; taxpayers and amounts are invented. The
Gansu opinion of 2003-06-10 allows relief to be offset against the tasks; no known document says
how, and the sheet notes this. With a folder the sheets are also written there.

Usage: ``python examples/collection_quarter.py [FOLDER]``
"""

import csv
import sys
from datetime import date
from pathlib import Path

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.fact_model import describe
from gansu_reemployment.ledger import read_facts
from gansu_reemployment.measures.taxes.collection_offset.offices import (
    OfficeTask,
    OffsetLedger,
    OffsetTable,
    ReliefEntry,
)
from gansu_reemployment.measures.taxes.collection_offset.sheet import offset_sheet
from gansu_reemployment.measures.taxes.collector import Authority
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.sheets import as_markdown, as_xlsx

DAY = date(2003, 9, 30)
FILE = Path(__file__).parent / "data" / "relief_entries_2003q3.csv"
YES_NO = {"是": True, "否": False}

#: Authority, office, tax, task and what was collected, in yuan.
TASKS = (
    (Authority.LOCAL_TAX, "秦城分局", Tax.BUSINESS_TAX, 400_000, 380_000),
    (Authority.LOCAL_TAX, "秦城分局", Tax.CONSTRUCTION_TAX, 28_000, 26_600),
    (Authority.LOCAL_TAX, "北道分局", Tax.BUSINESS_TAX, 250_000, 251_000),
    (Authority.STATE_TAX, "秦城国税分局", Tax.ENTERPRISE_INCOME_TAX, 60_000, 0),
    (Authority.COMMERCE, "北道工商所", Tax.FEES, 30_000, 29_900),
)


def main(folder: Path | None = None) -> None:
    """Print the sheet of each ledger, and compare the totals to the fen."""
    entries = read_entries(FILE)
    ledger = OffsetLedger(entries=entries, tasks=tasks())
    table = Bureau.of("天水市").office_offsets(ledger, on=DAY).value
    if table is None:
        return
    for authority in Authority:
        print(as_markdown(offset_sheet(table, authority), "zh_CN"))
    approved = sum((entry.amount for entry in entries if entry.approved), Yuan(0))
    print(f"台账合计 {approved} 元，抵减表合计 {relief_of(table)} 元")
    if folder:
        write(folder, table)


def read_entries(path: Path) -> tuple[ReliefEntry, ...]:
    """Read the ledger, whose headings are the terms of the facts."""
    names = {field.zh: field.name for field in describe(ReliefEntry)}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [{names[zh]: cell for zh, cell in row.items()} for row in csv.DictReader(file)]
    return tuple(read_facts(ReliefEntry, typed(row), path=f"[{n}]") for n, row in enumerate(rows))


def typed(row: dict[str, str]) -> dict[str, object]:
    """Convert the cells that are not text: a CSV file has only text."""
    return {
        **row,
        "year": int(row["year"]),
        "quarter": int(row["quarter"]),
        "approved": YES_NO[row["approved"]],
    }


def tasks() -> tuple[OfficeTask, ...]:
    """Return the tasks of the quarter."""
    return tuple(
        OfficeTask(
            authority=authority,
            office=office,
            tax=tax,
            year=2003,
            quarter=3,
            task=Yuan(task),
            collected=Yuan(collected),
            granted=True,
        )
        for authority, office, tax, task, collected in TASKS
    )


def relief_of(table: OffsetTable) -> Yuan:
    """Return the total relief of all lines."""
    return sum((line.relief for line in table.rows), Yuan(0))


def write(folder: Path, table: OffsetTable) -> None:
    """Write the sheet of each ledger."""
    for authority in Authority:
        sheet = offset_sheet(table, authority)
        (folder / f"offset_{authority.code}.xlsx").write_bytes(as_xlsx(sheet))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
