"""Sources on the pages of the rules: documents, notes, addresses, and what was not found again."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from page_words import day, pair, say, shown, table

from gansu_reemployment.i18n import show, translate
from gansu_reemployment.law.documents import LIBRARY, Citation, Instrument
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Bound, Provision, is_lost
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.sources import TextRead

#: A rule with its national rows and the rows of every region.
Held = tuple[Rule[Any], tuple[Provision[Any], ...]]

_LOST_HEADS = ("rule", "from", "document", "standing")


def place_of(document: Instrument) -> str:
    """Return the place of a document on the page of the documents."""
    return re.sub(r"[^\w-]", "", document.name.lower())


def document_link(document: Instrument, locale: str, up: str) -> str:
    """Name a document with a link to its entry; *up* leads to ``reference/generated/``."""
    if document == LIBRARY:
        return document.at().show(locale)
    return f"[{document.name}]({up}instruments.md#{place_of(document)})"


def source(cite: Citation, locale: str, path: str, up: str) -> str:
    """Return document and article, with a link to each text that was read."""
    if cite.instrument == LIBRARY:
        return cite.show(locale)
    links = dict.fromkeys(link for read in cite.sources(path) if (link := read.link))
    marks = [f"[{say('text', locale)}](<{link}>)" for link in links]
    return " ".join([f"{document_link(cite.instrument, locale, up)} {cite.article}", *marks])


def notes(
    rows: tuple[Provision[Any], ...], bounds: tuple[Bound, ...], locale: str, up: str
) -> Iterator[str]:
    """Yield the notes of the rows after their first days, then those of all documents."""
    for row in rows:
        if row.note:
            yield f"- {pair(day(row.since), translate(row.note, locale), locale)}"
    cites = [row.cite for row in rows] + [bound.cite for bound in bounds]
    for document in dict.fromkeys(cite.instrument for cite in cites):
        if document.note and document != LIBRARY:
            note = translate(document.note, locale)
            yield f"- {pair(document_link(document, locale, up), note, locale)}"


def instruments_page(rules: Iterable[Held], others: Iterable[Instrument], locale: str) -> str:
    """Write the register of documents, each with its rules, its addresses and its note.

    *others* are those of the rules that only a place has.
    """
    resting: dict[Instrument, dict[str, None]] = defaultdict(dict)
    for rule, rows in rules:
        for row in rows:
            resting[row.cite.instrument][rule.path] = None
    named = dict.fromkeys([*resting, *others])
    further = (d for d in named if d not in REGISTER and d != LIBRARY)
    lines = [f"# {say('Documents', locale)}", ""]
    lines += [say("Every document that the rules or their notes name.", locale), ""]
    for document in (*REGISTER, *further):
        lines += _document(document, resting.get(document, {}), locale)
    return "\n".join(lines) + "\n"


def _document(document: Instrument, paths: Iterable[str], locale: str) -> Iterator[str]:
    """Yield what is known of a document, one point a line; what is unknown is not mentioned."""
    yield from (f"## [{document.name}]{{#{place_of(document)}}}", "")
    title = f"《{document.title}》" if document.title else document.name
    yield from (title if locale == "zh_CN" or not document.en else f"{title} · {document.en}", "")
    points = {
        "issuers": document.issuers,
        "issued": document.issued and day(document.issued),
        "in force": document.effective and day(document.effective),
        "known by": None if document.issued else document.known_by and day(document.known_by),
        "standing of the dates": document.standing if document.issued else None,
        "replaced by": ", ".join(document.replaced_by),
        "read at": "; ".join(_reading(reading, locale) for reading in document.read_at),
        "note": translate(document.note, locale),
        "rules that rest on it": " · ".join(f"[`{path}`](rules/{path}.md)" for path in paths),
    }
    yield from (
        f"- {pair(say(name, locale), held, locale)}" for name, held in points.items() if held
    )
    yield ""


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
    cells = (
        (f"[`{rule.path}`](rules/{rule.path}.md)", row.since, row.cite.short, row.cite.standing)
        for rule, row in lost
    )
    yield from table(_LOST_HEADS, cells, locale)


def noted(row: Provision[Any], locale: str) -> str:
    """Return the notes of a row and of its document, for the explorer."""
    notes = (row.note, row.cite.instrument.note)
    return " ".join(shown(translate(note, locale), locale) for note in notes if note)
