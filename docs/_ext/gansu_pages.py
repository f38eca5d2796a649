"""Pages made from the rules themselves, each time the documentation is built.

Nothing of what is written here is committed, so it cannot be stale: ``reference/generated/`` and
``_static/rules.js`` are made before Sphinx reads its sources.
"""

import json
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import gansu_reemployment
import gansu_reemployment.measures as measures_package
from gansu_reemployment import Rulebook, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.engines.schema import FrameColumn, results, schema
from gansu_reemployment.host import Host
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Citation, Instrument
from gansu_reemployment.law.instruments import REGISTER
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule

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
    _write(pages / "columns.md", columns_page())
    _write(pages / "command-line.md", command_page())
    measures = pages / "measures"
    measures.mkdir(exist_ok=True)
    for name, text in measure_pages().items():
        _write(measures / f"{name}.md", text)
    _write(pages / "modules.md", modules_page())
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


def measure_pages() -> dict[str, str]:
    """Write a page for each module of ``measures/``, in the order of ``ls``, and their index."""
    modules = sorted(module.name for module in pkgutil.iter_modules(measures_package.__path__))
    titles = {m.work.__module__.rpartition(".")[2]: m for m in reversed(MEASURES.values())}
    main = [name for name in modules if name in titles]
    pages = {}
    for name in main:
        parts = [part for part in modules if part == name or _belongs(part, name, main)]
        pages[name] = _module_page(f"{titles[name].zh} · {titles[name].en}", "measures.", parts)
    rest = [
        name for name in modules if name not in {p for n in main for p in _parts(n, modules, main)}
    ]
    if rest:
        pages["further"] = _module_page("Further modules", "measures.", rest)
    toc = "\n".join(pages)
    pages["index"] = f"# Measures\n\n```{{toctree}}\n:maxdepth: 1\n\n{toc}\n```\n"
    return pages


def _parts(name: str, modules: list[str], main: list[str]) -> list[str]:
    return [part for part in modules if part == name or _belongs(part, name, main)]


def _belongs(part: str, name: str, main: list[str]) -> bool:
    return part.startswith(f"{name}_") and part not in main


def _module_page(title: str, package: str, names: list[str]) -> str:
    directives = "\n".join(_directive(f"gansu_reemployment.{package}{name}") for name in names)
    return f"# {title}\n\n```{{eval-rst}}\n{directives}```\n"


def _directive(module: str) -> str:
    """Document a module with what it defines; a package defines nothing, its modules do."""
    spec = find_spec(module)
    package = spec is not None and spec.submodule_search_locations
    return f".. automodule:: {module}\n" + ("" if package else "   :members:\n")


#: Modules that stand on a page written by hand.
_BY_HAND: tuple[str, ...] = (
    "law.documents",
    "law.rules",
    "bureau",
    "rulebook",
    "hookspecs",
    "measures",
    "errors",
)
_BY_HAND += tuple(f"working.{name}" for name in ("terms", "outcome", "case", "columns"))
#: Modules of tables alone, which the generated pages show better.
_TABLES = ("law.instruments_", "law.issuers", "__main__", "_divisions")


def modules_page() -> str:
    """Write the rest of the public modules, by name."""
    names = (
        module.name.removeprefix("gansu_reemployment.")
        for module in pkgutil.walk_packages(gansu_reemployment.__path__, "gansu_reemployment.")
    )
    rest = [name for name in names if not name.startswith((*_BY_HAND, *_TABLES))]
    return _module_page("Library modules", "", rest)


def columns_page() -> str:
    """Write, for each measure that runs over columns, the columns it may read and those it adds."""
    lines = ["# Columns", "", "The columns of a frame are named like the facts of the measure.", ""]
    lines += ["A null is a fact that nobody knows. A column in brackets may be left out.", ""]
    for measure in MEASURES.values():
        if measure.columns:
            lines += [f"## `{measure.name}`", "", f"{measure.zh} · {measure.en}", ""]
            lines += [*_columns_table("read", schema(measure)), ""]
            lines += [*_columns_table("added", results(measure)), ""]
    return "\n".join(lines) + "\n"


def _columns_table(title: str, columns: tuple[FrameColumn, ...]) -> Iterator[str]:
    yield f"| {title} | 名称 | meaning | type | codes or unit |"
    yield "|---|---|---|---|---|"
    for c in columns:
        name = f"[`{c.name}`]" if c.optional else f"`{c.name}`"
        codes = " · ".join(f"`{code}`" for code in c.codes)
        yield f"| {name} | {c.zh} | {c.en} | {c.holds} | {codes or c.unit} |"


def command_page() -> str:
    """Write the help of each command as it prints itself."""
    from gansu_reemployment.cli import main  # noqa: PLC0415 - click is an extra

    lines = ["# Command line", "", "`python -m gansu_reemployment COMMAND`", ""]
    for name, command in {"": main, **main.commands}.items():
        context = click.Context(command, info_name=f"gansu-reemployment {name}".strip())
        lines += [
            f"## {name or 'gansu-reemployment'}",
            "",
            "```text",
            command.get_help(context),
            "```",
            "",
        ]
    return "\n".join(lines) + "\n"


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
