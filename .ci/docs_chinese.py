"""Count the untranslated paragraphs of each page of the built Chinese site; fail if there are any.

A paragraph is untranslated if it has several English words and no Chinese. Code, commands and
signatures are not read.
"""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

SITE: Final = Path(__file__).parent.parent / "docs" / "_build" / "html" / "zh"
_BLOCKS: Final = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figcaption",
        "div",
        "section",
    ]
)
_SKIPPED: Final = frozenset(["pre", "code", "script", "style", "svg"])
#: Elements without an end tag.
_VOID: Final = frozenset(["br", "hr", "img", "input", "link", "meta", "col", "source", "wbr"])
_SIGNATURE: Final = "sig"
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
#: With fewer words a paragraph is a name, such as that of a format or of a library.
_FEWEST: Final = 4


class Paragraphs(HTMLParser):
    """The untranslated paragraphs within the article of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._text = ""

    @property
    def _within(self) -> bool:
        return any(tag == "article" for tag, _skipped in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; a block ends the paragraph before it."""
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self._flush()
        classes = (dict(attrs).get("class") or "").split()
        skipped = tag in _SKIPPED or _SIGNATURE in classes or "notranslate" in classes
        self._open.append((tag, skipped))

    def handle_endtag(self, tag: str) -> None:
        """End an element, and the paragraph if it is a block."""
        if tag in _BLOCKS:
            self._flush()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Add text to the paragraph."""
        if self._within and not any(skipped for _tag, skipped in self._open):
            self._text += data

    def _flush(self) -> None:
        text = " ".join(self._text.split())
        self._text = ""
        if not _CHINESE.search(text) and len(_WORD.findall(text)) >= _FEWEST:
            self.found.append(text)


def untranslated(page: Path) -> list[str]:
    """Return the untranslated paragraphs of a page."""
    parser = Paragraphs()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def pages(site: Path) -> Iterator[Path]:
    """Yield the pages of text; the glossary has each term in both languages side by side."""
    for page in sorted(site.rglob("*.html")):
        if page.name not in {"genindex.html", "py-modindex.html", "search.html", "glossary.html"}:
            yield page


def main(site: Path = SITE) -> int:
    """Print each page with untranslated paragraphs, their number and the paragraphs."""
    total = 0
    for page in pages(site):
        found = untranslated(page)
        total += len(found)
        if found:
            print(f"{page.relative_to(site)}: {len(found)}")
        for text in found:
            print(f"    {text[:150]}")
    print(f"{total} untranslated paragraphs")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
