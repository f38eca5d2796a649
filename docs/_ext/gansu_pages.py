"""Pages made from the rules themselves, each time the documentation is built.

Nothing of what is written here is committed, so it cannot be stale: ``reference/generated/`` and
``_static/rules.js`` are made before Sphinx reads its sources.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gansu_reemployment import Rulebook, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.host import Host
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Citation, Instrument
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.rules import Provision, Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent.parent
LOCALES = ("zh_CN", "en")


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the pages before the sources are read."""
    app.connect("builder-inited", lambda _app: write_all(HERE, load_host()))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_all(folder: Path, host: Host) -> None:
    """Write every generated page below *folder*."""
    pages = folder / "reference" / "generated"
    pages.mkdir(parents=True, exist_ok=True)
    rules = list(rules_of(host))
    _write(pages / "rules.md", rules_page(rules))
    _write(pages / "instruments.md", instruments_page(rules))
    _write(pages / "coverage.md", coverage_page(host))
    data = json.dumps(explorer_data(rules, host), ensure_ascii=False, separators=(",", ":"))
    _write(folder / "_static" / "rules.js", f"window.RULES = {data};\n")


def rules_of(host: Host) -> Iterator[tuple[Rule[Any], tuple[Provision[Any], ...]]]:
    """Give every rule with its national rows and the rows of every region."""
    local = defaultdict(list)
    for one in host.locals.values():
        for row in one.amendments:
            local[row.path].append(row.provision())
    for rule in Rulebook.national().rules():
        yield rule, (*rule.provisions, *local[rule.path])


def rules_page(rules: list[tuple[Rule[Any], tuple[Provision[Any], ...]]]) -> str:
    """Write the table of every provision, by measure."""
    lines = ["# Rules in force", "", "Every provision with its days, document and standing.", ""]
    lines += ["To pick a day and a place, open the [explorer](../explorer.md).", ""]
    groups: dict[str, list[str]] = defaultdict(list)
    for rule, rows in rules:
        groups[rule.path.partition(".")[0]] += _rule_lines(rule, rows)
    for name in sorted(groups):
        lines += [f"## {name}", "", *groups[name]]
    return "\n".join(lines) + "\n"


def _rule_lines(rule: Rule[Any], rows: tuple[Provision[Any], ...]) -> list[str]:
    who = "a region may set its own value" if rule.delegated else "national only"
    lines = [f"### `{rule.path}`", "", f"{rule.zh} · {rule.en} · {who}", ""]
    for bound in rule.bounds:
        limits = f"{_cell(bound.least)} … {_cell(bound.most)}"
        lines += [
            f"Bounds of a local value from {bound.since}: {limits} ({_source(bound.cite)})",
            "",
        ]
    if not rows:
        return [*lines, "No value is known.", ""]
    lines += ["| from | to | place | value | document | standing |", "|---|---|---|---|---|---|"]
    for row in rows:
        cells = (
            row.since,
            row.until or "",
            row.region or "",
            _cell(row.value),
            _source(row.cite),
            row.cite.standing.en,
        )
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return [*lines, ""]


def instruments_page(rules: list[tuple[Rule[Any], tuple[Provision[Any], ...]]]) -> str:
    """Write the register of documents, each with the rules that rest on it."""
    resting: dict[Instrument, dict[str, None]] = defaultdict(dict)
    for rule, rows in rules:
        for row in rows:
            resting[row.cite.instrument][rule.path] = None
    lines = ["# Documents", "", "Every document that the rules or their notes name.", ""]
    lines += [
        "| symbol | title | issued | in force | rules that rest on it |",
        "|---|---|---|---|---|",
    ]
    for document in (*REGISTER, *(d for d in resting if d not in REGISTER)):
        paths = ", ".join(f"`{path}`" for path in resting.get(document, ()))
        title = f"{document.title}<br>{document.en}" if document.en else document.title
        days = f"{document.issued or ''} | {document.effective or ''}"
        lines.append(f"| {document.symbol} | {title} | {days} | {paths} |")
    return "\n".join(lines) + "\n"


def coverage_page(host: Host) -> str:
    """Write which regions set rules of which measures, and what runs over columns."""
    lines = ["# Coverage", "", "## Measures", ""]
    lines += [
        "| measure | 名称 | in columns | regions with rules of their own |",
        "|---|---|---|---|",
    ]
    for measure in MEASURES.values():
        regions = [
            show(one.region, "zh_CN")
            for one in host.locals.values()
            if any(row.path in _paths(measure.rules) for row in one.amendments)
        ]
        columns = "yes" if measure.columns else "no"
        lines.append(f"| `{measure.name}` | {measure.zh} | {columns} | {'、'.join(regions)} |")
    return "\n".join(lines) + "\n"


def _paths(kind: type[Any]) -> set[str]:
    book = Rulebook({kind: kind()})
    return {rule.path for rule in book.rules()}


def explorer_data(
    rules: list[tuple[Rule[Any], tuple[Provision[Any], ...]]], host: Host
) -> dict[str, Any]:
    """Give what the explorer shows, in JSON's own types."""
    return {
        "regions": [
            {"id": r.id, "zh": r.name, "en": r.en, "parent": r.parent} for r in host.regions
        ],
        "rules": [
            {
                "path": rule.path,
                "zh": rule.zh,
                "en": rule.en,
                "delegated": rule.delegated,
                "until": rule.covered_until.isoformat(),
                "rows": [_row(row) for row in rows],
            }
            for rule, rows in rules
        ],
    }


def _row(row: Provision[Any]) -> dict[str, Any]:
    document = row.cite.instrument
    return {
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "region": row.region or "000000",
        "value": {locale: _shown(row.value, locale) for locale in LOCALES},
        "document": document.name,
        "title": document.title,
        "article": row.cite.article,
        "standing": {locale: show(row.cite.standing, locale) for locale in LOCALES},
        "issued": document.issued.isoformat() if document.issued else None,
    }


def _shown(value: Any, locale: str) -> str:
    if value is True:
        return "是" if locale == "zh_CN" else "yes"
    return show(value, locale)


def _cell(value: Any) -> str:
    return "" if value is None else _shown(value, "zh_CN").replace("|", "\\|")


def _source(cite: Citation) -> str:
    return cite.short.replace("|", "\\|")


def _write(path: Path, text: str) -> None:
    """Write only what differs, so that an unchanged page is not read again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
