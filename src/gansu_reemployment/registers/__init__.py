r"""Registers (登记册): files of persons, read row by row and checked; CSV, xls, xlsx and dbf.

Offices keep them with Chinese headings, which map to facts by their terms.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from gansu_reemployment.facts import Worker
>>> from gansu_reemployment.registers import read_register
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "register.csv"
...     _ = path.write_text("姓名,性别,出生日期\n李梅,女,1963年3月1日\n", encoding="gb18030")
...     [entry] = read_register(path, Worker)
>>> entry.row, entry.person.name, entry.facts.born_on
(2, '李梅', datetime.date(1963, 3, 1))
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.assessing import (
        Assessment,
        assess_register,
        pool_of,
        print_assessment,
    )
    from gansu_reemployment.measures.targets.filled_table.check import AddsUp, check_table
    from gansu_reemployment.measures.targets.filled_table.files import read_table
    from gansu_reemployment.measures.targets.filled_table.table import FilledTable, Finding
    from gansu_reemployment.registers.entries import Counts, Entry, Person, Reject
    from gansu_reemployment.registers.headings import misspelt
    from gansu_reemployment.registers.progress import progress
    from gansu_reemployment.registers.reading import RegisterReader, read_register
    from gansu_reemployment.registers.writing import write_rows

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "assessing": ("Assessment", "assess_register", "pool_of", "print_assessment"),
    "measures.targets.filled_table.check": ("AddsUp", "check_table"),
    "measures.targets.filled_table.files": ("read_table",),
    "measures.targets.filled_table.table": ("FilledTable", "Finding"),
    "registers.entries": ("Counts", "Entry", "Person", "Reject"),
    "registers.headings": ("misspelt",),
    "registers.progress": ("progress",),
    "registers.reading": ("RegisterReader", "read_register"),
    "registers.writing": ("write_rows",),
}
__all__ = [
    "AddsUp", "Assessment", "Counts", "Entry", "FilledTable", "Finding", "Person",
    "RegisterReader", "Reject", "assess_register", "check_table", "misspelt", "pool_of",
    "print_assessment", "progress", "read_register", "read_table", "write_rows",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
