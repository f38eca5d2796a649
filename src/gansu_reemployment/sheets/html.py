"""Official tables as HTML (网页): a section for each table, and a page of sections."""

from datetime import date
from html import escape
from typing import Any, Final

from gansu_reemployment.i18n import choose_locale
from gansu_reemployment.sheets.cells import cell_text, is_number, text_of
from gansu_reemployment.sheets.labels import Text
from gansu_reemployment.sheets.sheet import Column, HeaderCell, Line, Sheet

_LANG: Final = {"zh_CN": "zh-CN", "en": "en"}

_STYLE: Final = """\
body { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; margin: 2em auto;
  max-width: 62em; padding: 0 1em; color: #111; background: #fff; line-height: 1.6; }
h1 { text-align: center; font-size: 1.6em; }
.sheet { overflow-x: auto; margin: 1.5em 0; }
.sheet table { border-collapse: collapse; width: 100%; }
.sheet caption .title { font-size: 1.25em; font-weight: bold; padding-bottom: .3em; }
.sheet caption .above { display: flex; justify-content: space-between; padding-bottom: .2em; }
.sheet .signed { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3em 1.5em;
  margin: .6em 0; }
.sheet .signed span { white-space: pre; }
.sheet th, .sheet td { border: 1px solid #444; padding: .25em .6em; vertical-align: middle; }
.sheet thead th { text-align: center; }
.sheet tbody th { font-weight: normal; text-align: left; min-width: 7em; }
.sheet tbody td { white-space: pre-line; }
.sheet :lang(zh) tbody th, .sheet:lang(zh) tbody th { text-align-last: justify; }
.sheet .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sheet .day { white-space: nowrap; }
.sheet .total { font-weight: bold; }
.sheet .note { margin: .2em 0; font-size: .9em; }
svg { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; }
  tr { break-inside: avoid; } }
"""
#: For a page with a chart and a table.
_DENSE: Final = """\
body { margin: 1em auto; line-height: 1.35; font-size: 90%; }
h1 { font-size: 1.35em; margin: .2em 0 .4em; }
p { margin: .15em 0; }
svg { display: block; margin: .2em auto; max-height: 96mm; }
.sheet { margin: .3em 0; }
.sheet th, .sheet td { padding: .05em .5em; }
.sheet tbody th { white-space: nowrap; }
.sheet thead th { font-size: 90%; }
html:lang(en) body { font-size: 80%; }
html:lang(en) .sheet th, html:lang(en) .sheet td { padding: .05em .3em; }
"""


def as_html(sheet: Sheet, locale: str = "zh_CN") -> str:
    """Format a table as an HTML section in *locale*; every text is escaped."""
    notes = [f'<p class="note">{escape(note)}</p>' for note in sheet.note_lines(locale)]
    return "\n".join(
        [
            f'<section class="sheet" lang="{_LANG[choose_locale(locale)]}">',
            "<table>",
            *_caption(sheet, locale),
            "<thead>",
            *_header_rows(sheet, locale),
            "</thead>",
            "<tbody>",
            *(_row(sheet, line, locale) for line in sheet.body()),
            *_words(sheet, locale),
            "</tbody>",
            "</table>",
            *notes,
            *_signatures(sheet, locale),
            "</section>",
        ]
    )


def html_page(
    title: Text,
    *sections: str,
    locale: str = "zh_CN",
    landscape: bool = False,
    headed: bool = True,
    dense: bool = False,
) -> str:
    """Build a page of the HTML *sections*, for printing on A4.

    Args:
        title: the title of the page.
        sections: the contents of the page, as HTML.
        locale: the language.
        landscape: whether the page is in landscape format.
        headed: whether the title is above the sections.
        dense: whether lines and rows are close, so that a chart and a table fit on one page.
    """
    side, margin = "landscape" if landscape else "portrait", 10 if dense else 15
    style = f"{_STYLE}@page {{ size: A4 {side}; margin: {margin}mm; }}\n{_DENSE if dense else ''}"
    heading = escape(text_of(title, locale))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_LANG[choose_locale(locale)]}">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{heading}</title>",
            f"<style>\n{style}</style></head>",
            "<body>",
            *([f"<h1>{heading}</h1>"] if headed else []),
            *sections,
            "</body>\n</html>\n",
        ]
    )


def _caption(sheet: Sheet, locale: str) -> list[str]:
    """Return the title, and below it who files the table and the unit of its numbers."""
    filed = sheet.filing.above(locale) if sheet.filing else ""
    sides = f"<span>{escape(filed)}</span><span>{escape(sheet.unit_line(locale))}</span>"
    line = f'<div class="above">{sides}</div>' if filed or sheet.unit else ""
    title = escape(text_of(sheet.title, locale))
    named = f'<div class="title">{title}</div>' if title else ""
    return [f"<caption>{named}{line}</caption>"]


def _words(sheet: Sheet, locale: str) -> list[str]:
    words = escape(sheet.words_line(locale))
    return [f'<tr><td colspan="{len(sheet.leaves)}">{words}</td></tr>'] if words else []


def _signatures(sheet: Sheet, locale: str) -> list[str]:
    if sheet.filing is None:
        return []
    parts = (f"<span>{escape(part)}</span>" for part in sheet.filing.below(locale))
    return [f'<p class="signed">{"".join(parts)}</p>']


def _header_rows(sheet: Sheet, locale: str) -> list[str]:
    rows: list[list[str]] = [[] for _level in range(sheet.depth)]
    for cell in sheet.header():
        rows[cell.row].append(_heading(cell, locale))
    return [f"<tr>{''.join(cells)}</tr>" for cells in rows]


def _heading(cell: HeaderCell, locale: str) -> str:
    scope = "colgroup" if cell.width > 1 else "col"
    spans = f' rowspan="{cell.height}"' if cell.height > 1 else ""
    spans += f' colspan="{cell.width}"' if cell.width > 1 else ""
    return f'<th scope="{scope}"{spans}>{escape(text_of(cell.heading, locale))}</th>'


def _row(sheet: Sheet, line: Line, locale: str) -> str:
    cells = [_cell(cell, leaf, locale) for cell, leaf in zip(line.cells, sheet.leaves, strict=True)]
    mark = ' class="total"' if line.total else ""
    return f"<tr{mark}>{''.join(cells)}</tr>"


def _cell(cell: Any, column: Column, locale: str) -> str:
    text = escape(cell_text(cell, locale, column.decimals))
    if column.names:
        return f'<th scope="row">{text}</th>'
    mark = ' class="number"' if is_number(cell) else ""
    if isinstance(cell, date):
        mark = ' class="day"'
    return f"<td{mark}>{text}</td>"
