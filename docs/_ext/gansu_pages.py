"""Pages generated from the rules each time the documentation is built.

``reference/generated/``, ``_static/rules.js`` and ``_static/form.json`` are written before Sphinx
reads its sources, in the language of the site. They are not committed, so they are never stale.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from explorer_data import explorer_data
from form_data import form_data
from pages_of_changes import unreleased_page
from pages_of_code import code_pages, columns_page, command_page
from pages_of_coverage import coverage_page
from pages_of_local import local_documents, local_page
from pages_of_measures import bureau_page, measure_pages
from pages_of_rules import index_page, rule_pages, rules_of
from pages_of_sources import instruments_page
from pages_of_tasks import tasks_page

from gansu_reemployment import load_host
from gansu_reemployment.i18n import choose_locale
from gansu_reemployment.plugins.host import Host

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent.parent
#: Pages of rules have no text of the catalogue, and pages of the code are English on both sites.
_WITHOUT_TEXTS: Final = ["reference/generated/rules/*", "reference/generated/code/*.*.md"]


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the pages before the sources are read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_pages(app: "Sphinx") -> None:
    """Write the pages in the language of the site; those without texts to translate are skipped."""
    write_all(HERE, load_host(), app.config.language)
    if app.builder.name == "gettext":
        app.config.exclude_patterns += _WITHOUT_TEXTS
        # Links to the pages that are skipped are checked when the sites are built.
        app.config.suppress_warnings += ["myst.xref_missing", "ref", "toc"]


def write_all(folder: Path, host: Host, language: str = "en") -> None:
    """Write every generated page below *folder*."""
    locale = choose_locale(language)
    pages = folder / "reference" / "generated"
    rules = list(rules_of(host))
    _write(pages / "rules.md", index_page(rules, locale))
    _write(pages / "instruments.md", instruments_page(rules, local_documents(host), locale))
    _write(pages / "coverage.md", coverage_page(rules, host, locale))
    _write(pages / "tasks.md", tasks_page(locale))
    _write(pages / "local.md", local_page(host, locale))
    _write(pages / "columns.md", columns_page(locale))
    _write(pages / "command-line.md", command_page(locale))
    _write(pages / "methods.md", bureau_page(locale))
    _write(pages / "unreleased.md", unreleased_page(locale))
    _write_each(pages / "measures", measure_pages(locale))
    _write_each(pages / "rules", rule_pages(rules, host, locale))
    _write_each(pages / "code", code_pages(locale))
    _write(
        folder / "_static" / "rules.js", f"window.RULES = {_json(explorer_data(rules, host))};\n"
    )
    _write(folder / "_static" / "form.json", _json(form_data()))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _write_each(folder: Path, pages: dict[str, str]) -> None:
    """Write the pages of a folder, and remove those of what is no longer there."""
    for old in folder.glob("*.md"):
        if old.stem not in pages:
            old.unlink()
    for name, text in pages.items():
        _write(folder / f"{name}.md", text)


def _write(path: Path, text: str) -> None:
    """Write a page if it has changed, so that Sphinx does not read an unchanged one again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
