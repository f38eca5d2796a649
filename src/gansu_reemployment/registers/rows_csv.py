"""Rows of a CSV file (逗号分隔文件): separated by commas, tabs or semicolons.

An unclosed quote would swallow every row that follows. If the quotes of a record are not closed,
or if it has the wrong width and contains whole rows, only its first line is taken, as a faulty
row, and the lines after it are read again.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count, islice
from pathlib import Path
from typing import Final

from gansu_reemployment.i18n import Message, _
from gansu_reemployment.registers.encoding import open_text
from gansu_reemployment.registers.rows import Row

SEPARATORS: Final = (",", "\t", ";")
#: The separator and the width are detected from this many lines at the head of a file.
_HEAD: Final = 10
#: A cell with more lines than this has an unclosed quote.
_LINES_OF_A_RECORD: Final = 50
_QUOTES: Final = _("the quotes of the row are not closed or are inside a cell")


def csv_rows(path: Path) -> Iterator[Row]:
    """Read the records of a CSV file; its encoding and separator are detected."""
    with open_text(path) as file:
        head = list(islice(file, _HEAD))
        widths = {separator: _usual_width(head, separator) for separator in SEPARATORS}
        separator = max(SEPARATORS, key=lambda each: widths[each])
        yield from _records(_Lines(chain(head, file)), separator, widths[separator])


def _usual_width(head: list[str], separator: str) -> int:
    widths: Counter[int] = Counter()
    rows = csv.reader(head, delimiter=separator)
    with suppress(csv.Error):
        widths.update(len(cells) for cells in rows if any(cells))
    return max(widths, key=lambda width: widths[width], default=0)


class _Lines:
    """Yields lines, remembers those of the current record, and can yield them again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) == _LINES_OF_A_RECORD:
            raise csv.Error
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def push_back(self) -> str:
        """Return the first line of the record; the others will be yielded again."""
        first, *rest = self.taken
        self._again.extendleft(reversed(rest))
        return first

    def swallowed(self, separator: str, width: int) -> bool:
        """Return whether a line of the record after the first looks like a row of its own."""
        rows = csv.reader(self.taken[1:], delimiter=separator, quoting=csv.QUOTE_NONE)
        return any(len(cells) == width for cells in rows)


def _records(lines: _Lines, separator: str, width: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    for number in count(1):  # pragma: no branch - the rows end first
        lines.taken.clear()
        try:
            cells = next(reader)
            broken = len(cells) != width and lines.swallowed(separator, width)
        except StopIteration:
            return
        except csv.Error:
            broken = True
        if broken:
            first = lines.push_back().rstrip("\r\n")
            yield Row(number, first.split(separator), Message(_QUOTES))
        else:
            yield Row(number, cells)
