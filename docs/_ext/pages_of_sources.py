"""Sources on the pages of the rules: documents, notes, addresses, and what was not found again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from page_words import day, pair, say, shown, table

from gansu_reemployment.i18n import show, translate
from gansu_reemployment.law.documents import LIBRARY, Citation, Instrument
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Provision, is_lost
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.sources import TextRead

#: A rule with its national rows and the rows of every region.
Held = tuple[Rule[Any], tuple[Provision[Any], ...]]

_DOCUMENT_HEADS = (
    "symbol",
    "title",
    "issued",
    "in force",
    "rules that rest on it",
    "read at",
    "note",
)
_LOST_HEADS = ("rule", "from", "document", "standing")


def source(cite: Citation, locale: str, path: str = "") -> str:
    """Return symbol and article, with a link to each text that was read."""
    if cite.instrument == LIBRARY:
        return cite.show(locale)
    links = dict.fromkeys(link for read in cite.sources(path) if (link := read.link))
    marks = [f"[{say('text', locale)}](<{link}>)" for link in links]
    return " ".join([cite.short, *marks])


def row_notes(rows: Iterable[Provision[Any]], locale: str) -> Iterator[str]:
    """Yield the note of each row that has one, after its first day."""
    noted = [row for row in rows if row.note]
    for row in noted:
        yield f"- {pair(day(row.since), translate(row.note, locale), locale)}"
    if noted:
        yield ""


def instruments_page(rules: Iterable[Held], locale: str) -> str:
    """Write the register of documents, each with its rules, its addresses and its note."""
    resting: dict[Instrument, dict[str, None]] = defaultdict(dict)
    for rule, rows in rules:
        for row in rows:
            resting[row.cite.instrument][rule.path] = None
    further = (d for d in resting if d not in REGISTER and d != LIBRARY)
    lines = [f"# {say('Documents', locale)}", ""]
    lines += [say("Every document that the rules or their notes name.", locale), ""]
    rows_ = (
        _document(document, resting.get(document, {}), locale) for document in (*REGISTER, *further)
    )
    lines += table(_DOCUMENT_HEADS, rows_, locale)
    return "\n".join(lines) + "\n"


def _document(document: Instrument, paths: Iterable[str], locale: str) -> tuple[Any, ...]:
    both = document.en and locale != "zh_CN"
    title = f"{document.title}<br>{document.en}" if both else document.title
    resting = ", ".join(f"`{path}`" for path in paths)
    read = "<br>".join(_reading(reading, locale) for reading in document.read_at)
    days = (document.issued, document.effective)
    return (document.symbol, title, *days, resting, read, translate(document.note, locale))


def _reading(reading: TextRead, locale: str) -> str:
    """Return the article that was read as a link, with the kind of the copy and the day."""
    name = reading.article or say("text", locale)
    linked = f"[{name}](<{reading.link}>)" if reading.link else name
    return f"{linked} {show(reading.grade, locale)} {day(reading.read_on)}"


def lost_lines(rules: Iterable[Held], locale: str) -> Iterator[str]:
    """Yield the list of the rows that were read or reported and have no address."""
    yield from (f"## {say('Read once, not found again', locale)}", "")
    yield from (say("lost-note", locale), "")
    lost = [(rule, row) for rule, rows in rules for row in rows if is_lost(row, rule.path)]
    cells = ((f"`{rule.path}`", row.since, row.cite.short, row.cite.standing) for rule, row in lost)
    yield from table(_LOST_HEADS, cells, locale)


def noted(row: Provision[Any], locale: str) -> str:
    """Return the notes of a row and of its document, for the explorer."""
    notes = (row.note, row.cite.instrument.note)
    return " ".join(shown(translate(note, locale), locale) for note in notes if note)
