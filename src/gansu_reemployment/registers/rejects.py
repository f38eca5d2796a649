"""The rejects file (退回清单): each bad row with its number, every fault and its cells.

It is CSV in UTF-8 with a byte-order mark, which spreadsheets open directly. Identity numbers are
masked, a spreadsheet never runs a cell as a formula, and only the owner can read the file.
"""

import csv
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from gansu_reemployment.identity import IdentityNumber, mask
from gansu_reemployment.registers.entries import Reject
from gansu_reemployment.registers.headings import Headings
from gansu_reemployment.registers.writing import cell_text, protect

#: The headings before those of the register.
REJECT_HEADINGS: Final = ("行号", "原因", "reason")


class RejectsFile:
    """Writes rejects one by one; creates the file with the first, and removes an older one."""

    def __init__(self, path: Path, headings: Headings) -> None:
        self._path = path
        self._headings = headings
        self._secret = {c.index for c in headings.columns if c.fact.kind is IdentityNumber}
        self._open = ExitStack()
        self._writer: Any = None
        path.unlink(missing_ok=True)

    def write(self, reject: Reject) -> None:
        """Add one row."""
        if self._writer is None:
            self._begin()
        cells = [self._cell(index, cell) for index, cell in enumerate(reject.row.cells)]
        reasons = (reject.say("zh_CN"), reject.say("en"))
        self._writer.writerow([reject.row.number, *map(protect, reasons), *cells])

    def close(self) -> None:
        """Close the file, if there is one."""
        self._open.close()

    def _begin(self) -> None:
        # The path was unlinked: a link or a file that is there now is somebody else's.
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        file = self._open.enter_context(os.fdopen(handle, "w", encoding="utf-8-sig", newline=""))
        self._writer = csv.writer(file)
        self._writer.writerow(
            [*REJECT_HEADINGS, *(protect(mask(text)) for text in self._headings.texts)]
        )

    def _cell(self, index: int, cell: Any) -> str:
        text = _digits(cell)
        hidden = mask(text)
        if index in self._secret and hidden == text:
            # An invalid identity number may contain most of a valid one.
            hidden = "*" * len(text)
        return protect(hidden)


def _digits(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell if isinstance(cell, str) else cell_text(cell)
