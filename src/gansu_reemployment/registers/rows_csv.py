"""Rows of a CSV file (逗号分隔文件): separated by commas, tabs or semicolons.

A quote that is never closed would swallow every row that follows. So where the quotes of a
record do not come out, or it has the wrong width and rows within it, its first line alone is
taken, as a faulty row, and the lines after it are read again.
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
#: So many lines at the head of a file tell its separator and its width.
_HEAD: Final = 10
#: A cell with more lines than this is a quote that was not closed.
_LINES_OF_A_RECORD: Final = 50
_QUOTES: Final = _("the quotes of the row do not close or stand within a cell")


def csv_rows(path: Path) -> Iterator[Row]:
    """Read the records of a CSV file; its encoding and separator are found, not asked for."""
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
    """Gives lines, remembers those of the present record, and can give them again."""

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

    def give_again(self) -> str:
        """Give all lines of the record but the first once more; return the first."""
        first, *rest = self.taken
        self._again.extendleft(reversed(rest))
        return first

    def swallowed(self, separator: str, width: int) -> bool:
        """Tell whether a line of the record but the first looks like a row of its own."""
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
            first = lines.give_again().rstrip("\r\n")
            yield Row(number, first.split(separator), Message(_QUOTES))
        else:
            yield Row(number, cells)
