r"""Filled-in tables from files (读取成表): CSV and workbooks with official headings.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "table.csv"
...     _ = path.write_text("分解表,,\n地区,任务,\n,新增,其中大龄\n天水,8,3\n", "utf-8")
...     table = read_table(path, header=2, depth=2)
>>> table.columns, table.rows[0].number
(('地区', '任务/新增', '任务/其中大龄'), 4)
"""

from collections.abc import Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.targets.filled_table.table import FilledTable, TableRow, tidy
from gansu_reemployment.registers.rows import read_rows


def read_table(path: Path, *, header: int = 1, depth: int = 1) -> FilledTable:
    """Load a filled-in table whose headings begin in row *header* and have *depth* rows.

    A heading over several columns is part of each of them, before a slash and the heading below
    it. Rows without a name are skipped.

    Raises:
        RegisterError: the file is of another kind, is damaged, or ends before its headings.
        MissingExtraError: the package for this kind of file is not installed.
        OSError: there is no such file, or it may not be read.
    """
    rows = [row for row in read_rows(path) if row.number >= header]
    heads = list(islice((row.cells for row in rows), depth))
    if len(heads) < depth:
        raise RegisterError(_("{file} ends before its headings."), file=path.name)
    body = (row for row in rows[depth:] if row.cells and tidy(row.cells[0]))
    return FilledTable(
        _headings(heads),
        tuple(TableRow(row.number, tidy(row.cells[0]), tuple(row.cells)) for row in body),
    )


def _headings(heads: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    width = max(len(row) for row in heads)
    levels = [
        [tidy(row[index]) if index < len(row) else "" for index in range(width)] for row in heads
    ]
    for above, below in pairwise(levels):
        for index in range(1, width):
            if not above[index] and below[index]:
                above[index] = above[index - 1]
    return tuple("/".join(filter(None, column)) for column in zip(*levels, strict=True))
