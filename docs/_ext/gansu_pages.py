"""Pages generated from the rules each time the documentation is built.

``reference/generated/`` and ``_static/rules.js`` are written before Sphinx reads its sources, in
the language of the site. They are not committed, so they are never stale.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from explorer_data import explorer_data
from pages_of_changes import unreleased_page
from pages_of_code import columns_page, command_page, modules_page
from pages_of_local import local_page
from pages_of_measures import measure_pages
from pages_of_rules import coverage_page, rules_of, rules_page
from pages_of_sources import instruments_page
from pages_of_tasks import tasks_page

from gansu_reemployment import load_host
from gansu_reemployment.i18n import choose_locale
from gansu_reemployment.plugins.host import Host

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent.parent


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the pages before the sources are read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_pages(app: "Sphinx") -> None:
    """Write the pages in the language of the site."""
    write_all(HERE, load_host(), app.config.language)


def write_all(folder: Path, host: Host, language: str = "en") -> None:
    """Write every generated page below *folder*."""
    locale = choose_locale(language)
    pages = folder / "reference" / "generated"
    rules = list(rules_of(host))
    _write(pages / "rules.md", rules_page(rules, host, locale))
    _write(pages / "instruments.md", instruments_page(rules, locale))
    _write(pages / "coverage.md", coverage_page(rules, host, locale))
    _write(pages / "tasks.md", tasks_page(locale))
    _write(pages / "local.md", local_page(host, locale))
    _write(pages / "columns.md", columns_page(locale))
    _write(pages / "command-line.md", command_page(locale))
    _write(pages / "modules.md", modules_page(locale))
    _write(pages / "unreleased.md", unreleased_page(locale))
    for name, text in measure_pages(locale).items():
        _write(pages / "measures" / f"{name}.md", text)
    data = json.dumps(explorer_data(rules, host), ensure_ascii=False, separators=(",", ":"))
    _write(folder / "_static" / "rules.js", f"window.RULES = {data};\n")


def _write(path: Path, text: str) -> None:
    """Write a page if it has changed, so that Sphinx does not read an unchanged one again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
