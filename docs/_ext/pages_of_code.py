"""The pages made from the code: measures, further modules, columns and the command line."""

import pkgutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import click
from page_words import say, table

import gansu_reemployment
import gansu_reemployment.measures as measures_package
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.engines.schema import FrameColumn, results, schema
from gansu_reemployment.working.measure import Measure


def measure_pages(locale: str) -> dict[str, str]:
    """Write a page for each module of ``measures/``, in the order of ``ls``, and their index."""
    modules = sorted(module.name for module in pkgutil.iter_modules(measures_package.__path__))
    titles = {m.work.__module__.rpartition(".")[2]: m for m in reversed(MEASURES.values())}
    main = [name for name in modules if name in titles]
    pages = {}
    for name in main:
        parts = [part for part in modules if part == name or _belongs(part, name, main)]
        pages[name] = _module_page(_title(titles[name], locale), "measures.", parts)
    rest = [
        name for name in modules if name not in {p for n in main for p in _parts(n, modules, main)}
    ]
    if rest:
        pages["further"] = _module_page(say("Further modules", locale), "measures.", rest)
    toc = "\n".join(pages)
    heading = say("Measures", locale)
    pages["index"] = f"# {heading}\n\n```{{toctree}}\n:maxdepth: 1\n\n{toc}\n```\n"
    return pages


def _title(measure: Measure[Any, Any], locale: str) -> str:
    return measure.zh if locale == "zh_CN" else f"{measure.zh} · {measure.en}"


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


def modules_page(locale: str) -> str:
    """Write the rest of the public modules, by name."""
    names = (
        module.name.removeprefix("gansu_reemployment.")
        for module in pkgutil.walk_packages(gansu_reemployment.__path__, "gansu_reemployment.")
    )
    rest = [name for name in names if not name.startswith((*_BY_HAND, *_TABLES))]
    return _module_page(say("Library modules", locale), "", rest)


def columns_page(locale: str) -> str:
    """Write, for each measure that runs over columns, the columns it may read and those it adds."""
    lines = [f"# {say('Columns', locale)}", "", say("columns-note", locale), ""]
    for measure in MEASURES.values():
        if measure.columns:
            lines += [f"## `{measure.name}`", "", _title(measure, locale), ""]
            lines += _columns_table("read", schema(measure), locale)
            lines += _columns_table("added", results(measure), locale)
    return "\n".join(lines) + "\n"


def _columns_table(title: str, columns: tuple[FrameColumn, ...], locale: str) -> Iterator[str]:
    heads = (title, "in Chinese", "meaning", "type", "codes or unit")
    yield from table(heads, (_column(column, locale) for column in columns), locale)


def _column(column: FrameColumn, locale: str) -> tuple[str, ...]:
    name = f"[`{column.name}`]" if column.optional else f"`{column.name}`"
    codes = " · ".join(f"`{code}`" for code in column.codes)
    unit = say(column.unit, locale) if column.unit else ""
    return (name, column.zh, column.en, column.holds, codes or unit)


def command_page(locale: str) -> str:
    """Write the help of each command as it prints itself."""
    from gansu_reemployment.cli import main  # noqa: PLC0415 - click is an extra
    from gansu_reemployment.cli_words import click_speaks, in_language  # noqa: PLC0415

    lines = [f"# {say('Command line', locale)}", "", "`python -m gansu_reemployment COMMAND`", ""]
    said = in_language(main, locale)
    with click_speaks(locale):
        for name, command in {"": said, **said.commands}.items():
            lines += _help(name, command)
    return "\n".join(lines) + "\n"


def _help(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=f"python -m gansu_reemployment {name}".rstrip())
    heading = name or "gansu_reemployment"
    return [f"## {heading}", "", "```text", command.get_help(context), "```", ""]
