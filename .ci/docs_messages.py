"""Update the Chinese catalogue of the documentation; with --check, fail if it is stale.

The texts come from ``docs/_build/gettext/docs.pot`` (``sphinx -b gettext``). Every text of a
handwritten page, of the measures' docstrings, of the errors and of the bureau must be translated;
of the other texts (signatures) the catalogue keeps those that are translated. A generated page is
written in the language of its site, and its texts are not in the template
(``docs/_ext/own_language.py``).
"""

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

DOCS = Path(__file__).parent.parent / "docs"
TEMPLATE = DOCS / "_build" / "gettext" / "docs.pot"
TARGET = DOCS / "locale" / "zh_CN" / "LC_MESSAGES" / "docs.po"
#: The table of speeds: numbers and names, included in the page on engines.
MEASURED = (DOCS / "explanation" / "measured.md").read_text(encoding="utf-8")
#: The methods of a bureau, in the language of the site already.
METHODS = DOCS / "reference" / "generated" / "methods.md"
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: zh_CN\\n"

"""
#: A page written by hand, the docstring of a measure, or those of errors and the bureau. The
#: glossary is in both languages already. What is not shown on the Chinese site is not wanted.
WANTED = re.compile(
    r"(\.\./)+(?!\.\./|reference/glossary|reference/generated).*\.md"
    r"|gansu_reemployment\.(errors|bureau)(\.(?!decisions\b)\w+)*"
    r"|gansu_reemployment\.measures\.\w+(\.\w+)*"
)
#: Texts without words to translate: names in the code, signatures, numbers, Chinese.
WORDLESS = re.compile(r"(?:`[^`]*`|<br>|\w+\([\w, ]*\)|[^A-Za-z`])*")


def wanted(message: Message) -> bool:
    """Return whether a text must be translated."""
    places = (place for place, _line in message.locations)
    text = str(message.id)
    if text in MEASURED + METHODS.read_text(encoding="utf-8") or WORDLESS.fullmatch(text):
        return False
    return any(map(WANTED.fullmatch, places))


def updated() -> tuple[Catalog, list[str]]:
    """Return the updated catalogue, and the texts without a translation."""
    old = read_po(TARGET.open("rb"), locale="zh_CN") if TARGET.exists() else Catalog("zh_CN")
    new, missing = Catalog("zh_CN"), []
    for message in read_po(TEMPLATE.open("rb")):
        known = old.get(message.id) if message.id else None
        translation = known.string if known and not known.fuzzy else ""
        # The texts of README.md are on the first page of the site, beside the other pages.
        translation = str(translation).replace("](docs/", "](")
        if wanted(message) or translation:
            new.add(message.id, translation)
        if wanted(message) and not translation:
            missing.append(str(message.id))
    return new, missing


def written(catalogue: Catalog) -> bytes:
    """Return the catalogue as a file, in the order of the pages, without line numbers."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=96, no_location=True, omit_header=True)
    return HEADER.encode() + buffer.getvalue()


def main() -> int:
    """Write the catalogue, or with --check report the faults of the existing one."""
    catalogue, missing = updated()
    if "--check" not in sys.argv:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_bytes(written(catalogue))
        print(f"{TARGET}: {len(catalogue)} texts, {len(missing)} not translated")
        return 0
    stale = not TARGET.exists() or TARGET.read_bytes() != written(catalogue)
    for text in missing:
        print(f"not translated: {text!r}")
    if stale:
        print(f"{TARGET} is not fresh: run python .ci/docs_messages.py")
    return 1 if missing or stale else 0


if __name__ == "__main__":
    sys.exit(main())
