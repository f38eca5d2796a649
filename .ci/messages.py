"""Extract the marked sentences into the catalogue; with --check, fail if it is stale.

Every sentence of the library and of the plugins' template is marked by ``_("...")``, is the note
of a row of law, ``.noted("...")``, or is the help of a command. The English text is the key; the
Chinese one is written into ``locale/zh_CN/LC_MESSAGES/gansu_reemployment.po``.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from gansu_reemployment.cli.main import main as main_command
from gansu_reemployment.cli.translate import texts
from gansu_reemployment.law.instruments import REGISTER

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "gansu_reemployment"
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: zh_CN\\n"

"""
TARGET = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "gansu_reemployment.po"


def extracted() -> Catalog:
    """Return every marked sentence with its locations."""
    catalogue = Catalog(project="gansu_reemployment", charset="utf-8")
    found = extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords={"_": None, "noted": None, "_n": (1, 2)}
    )
    for name, _line, text, comments, context in found:
        catalogue.add(
            text, None, [(f"src/gansu_reemployment/{name}", 0)], (), comments, context=context
        )
    for document in REGISTER:
        if document.note:
            table = "src/gansu_reemployment/data/documents.csv"
            catalogue.add(document.note, None, [(table, 0)])
    for text in texts(main_command):
        catalogue.add(text, None, [("src/gansu_reemployment/cli/main.py", 0)])
    return catalogue


def updated() -> Catalog:
    """Return the Chinese catalogue updated from the sources."""
    old = read_po(TARGET.open("rb"), locale="zh_CN") if TARGET.exists() else Catalog("zh_CN")
    old.update(extracted(), no_fuzzy_matching=True)
    old.obsolete.clear()
    return old


def written(catalogue: Catalog) -> bytes:
    """Return the catalogue as a file: sorted, without line numbers or dates."""
    buffer = BytesIO()
    write_po(buffer, catalogue, sort_output=True, width=96, include_lineno=False, omit_header=True)
    header = HEADER.encode()
    return header + buffer.getvalue()


def main() -> int:
    """Write the catalogue, or with --check report the faults of the existing one."""
    catalogue = updated()
    missing = [
        message.id for message in catalogue if message.id and not "".join(message.string or ())
    ]
    if "--check" not in sys.argv:
        TARGET.write_bytes(written(catalogue))
        print(f"{TARGET}: {len(catalogue)} sentences, {len(missing)} not translated")
        return 0
    stale = not TARGET.exists() or TARGET.read_bytes() != written(catalogue)
    for sentence in missing:
        print(f"not translated: {sentence!r}")
    if stale:
        print(f"{TARGET} is not fresh: run python .ci/messages.py")
    return 1 if missing or stale else 0


if __name__ == "__main__":
    sys.exit(main())
