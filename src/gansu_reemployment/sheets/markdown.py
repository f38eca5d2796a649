"""Official tables as Markdown (文本表格); the levels of the header are merged into one row."""

import re
from collections.abc import Iterable
from typing import Final

from gansu_reemployment.sheets.cells import cell_text, text_of
from gansu_reemployment.sheets.sheet import Sheet

_MARKS: Final = re.compile(r"([\\`*_\[\]<>|#])")


def as_markdown(sheet: Sheet, locale: str = "zh_CN") -> str:
    """Format a table as Markdown in *locale*; marks in texts are escaped."""
    filed = sheet.filing.above(locale) if sheet.filing else ""
    signed = "\u3000".join(sheet.filing.below(locale)) if sheet.filing else ""
    above = [
        f"**{_plain(text_of(sheet.title, locale))}**",
        *map(_plain, (filed, sheet.unit_line(locale))),
    ]
    lines = (sheet.words_line(locale), *sheet.note_lines(locale), signed)
    below = [_plain(line) for line in lines]
    blocks = [*above, "\n".join(_table(sheet, locale)), *below]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(sheet: Sheet, locale: str) -> list[str]:
    numeric = [sheet.numeric(index) for index in range(len(sheet.leaves))]
    return [
        _line(_headings(sheet, locale)),
        _line(["---:" if number else "---" for number in numeric]),
        *(
            _line(
                _plain(cell_text(cell, locale, leaf.decimals))
                for cell, leaf in zip(line.cells, sheet.leaves, strict=True)
            )
            for line in sheet.body()
        ),
    ]


def _headings(sheet: Sheet, locale: str) -> list[str]:
    """Return the headings above each column, joined from the top."""
    above: list[list[str]] = [[] for _leaf in sheet.leaves]
    for cell in sorted(sheet.header(), key=lambda cell: cell.row):
        for index in range(cell.index, cell.index + cell.width):
            above[index].append(_plain(text_of(cell.heading, locale)))
    return [" / ".join(headings) for headings in above]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Escape Markdown's marks and join the text into one line."""
    return " ".join(_MARKS.sub(r"\\\1", text).split())
