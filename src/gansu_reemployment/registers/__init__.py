r"""Registers (登记册): files of persons, read row by row and checked; CSV, xls, xlsx and dbf.

Offices keep them with Chinese headings, which map to facts by their terms.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from gansu_reemployment.measures.persons.facts import Worker
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "register.csv"
...     _ = path.write_text("姓名,性别,出生日期\n李梅,女,1963年3月1日\n", encoding="gb18030")
...     [entry] = read_register(path, Worker)
>>> entry.row, entry.person.name, entry.facts.born_on
(2, '李梅', datetime.date(1963, 3, 1))
"""

from gansu_reemployment.registers.entries import Counts, Entry, Person, Reject
from gansu_reemployment.registers.headings import misspelt
from gansu_reemployment.registers.progress import progress
from gansu_reemployment.registers.reading import RegisterReader, read_register
from gansu_reemployment.registers.writing import write_rows

__all__ = [
    "Counts",
    "Entry",
    "Person",
    "RegisterReader",
    "Reject",
    "misspelt",
    "progress",
    "read_register",
    "write_rows",
]
