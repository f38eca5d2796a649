"""The pages generated from the code: modules, columns and the command line."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from typing import Any, Final

import click
from automodules import PACKAGE, class_page, module_page
from page_words import named_table, say
from places_of_measures import title

import gansu_reemployment
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.schema import FrameColumn, results, schema
from gansu_reemployment.i18n import Choice

#: Modules that are documented on a page written by hand.
BY_HAND: Final = ("bureau", "bureau.decision", "errors")
#: Modules of tables alone, which the generated pages show better.
_TABLES: Final = ("__main__", "_divisions")
#: The English site as seen from the list of modules on the Chinese one.
_ENGLISH: Final = "../../../../reference/generated/code/"


def code_pages(locale: str) -> dict[str, str]:
    """Write a page for each module and for each class of it, and the list of the modules.

    The text of the code is English, so the Chinese site has the list alone, with links to the
    pages of the English site.
    """
    names = list(documented())
    pages = {"index": "\n".join(_modules(names, locale))}
    if locale == "zh_CN":
        return pages
    for name in names:
        kinds = list(_classes(name))
        pages[name] = "\n".join(_module(name, kinds, locale))
        pages |= {f"{name}.{kind.__name__}": _class(name, kind, locale) for kind in kinds}
    return pages


def documented() -> Iterator[str]:
    """Yield the modules that have a page of their own."""
    for module in pkgutil.walk_packages(gansu_reemployment.__path__, PACKAGE):
        name = module.name.removeprefix(PACKAGE)
        if name not in BY_HAND and not name.startswith(_TABLES):
            yield name


def _modules(names: list[str], locale: str) -> Iterator[str]:
    """Yield the list of the modules, each with its classes."""
    yield from (f"# {say('Library modules', locale)}", "", say("modules-note", locale), "")
    for package, group in groupby(names, lambda name: name.partition(".")[0]):
        yield from (f"## `{package}`", "")
        for name in group:
            classes = " · ".join(_link(f"{name}.{k.__name__}", locale) for k in _classes(name))
            yield f"- {_link(name, locale)}" + (f": {classes}" if classes else "")
        yield ""


def _link(page: str, locale: str) -> str:
    """Link to a page of the code, by its last name if that is a class."""
    last = page.rpartition(".")[2]
    text = page if last.islower() else last
    if locale == "zh_CN":
        return f"<a href='{_ENGLISH}{page}.html'><code>{text}</code></a>"
    return f"[`{text}`]({page}.md)"


def _classes(name: str) -> Iterator[type[Any]]:
    """Yield the public classes that a module defines; codes are documented with the module."""
    module = import_module(f"{PACKAGE}{name}")
    for public, kind in vars(module).items():
        own = isinstance(kind, type) and kind.__module__ == module.__name__
        if own and not public.startswith("_") and not issubclass(kind, Choice) and kind.__doc__:
            yield kind


def _module(name: str, kinds: list[type[Any]], locale: str) -> Iterator[str]:
    yield from ("---", "orphan: true", "---", "", f"# `{name}`", "", module_page(name, kinds))
    if kinds:
        yield from (f"## {say('Classes', locale)}", "")
        yield from (f"- [{kind.__name__}]({name}.{kind.__name__}.md)" for kind in kinds)
    yield from ("", f"[{say('Library modules', locale)}](index.md)", "")


def _class(name: str, kind: type[Any], locale: str) -> str:
    head = f"---\norphan: true\n---\n\n# `{kind.__name__}`\n\n"
    back = f"[`{name}`]({name}.md) · [{say('Library modules', locale)}](index.md)\n"
    return f"{head}{class_page(kind)}\n{back}"


def columns_page(locale: str) -> str:
    """Write the columns that each measure reads and adds, if it runs over columns."""
    lines = [f"# {say('Columns', locale)}", "", say("columns-note", locale), ""]
    for measure in MEASURES.values():
        if measure.columns:
            lines += [f"## `{measure.name}`", "", title(measure, locale), ""]
            lines += _columns_table("read", schema(measure), locale)
            lines += _columns_table("added", results(measure), locale)
    return "\n".join(lines) + "\n"


def _columns_table(title: str, columns: tuple[FrameColumn, ...], locale: str) -> Iterator[str]:
    heads = (title, "in Chinese", "meaning", "type", "codes or unit")
    yield from named_table(heads, (_column(column, locale) for column in columns), locale)


def _column(column: FrameColumn, locale: str) -> tuple[str, ...]:
    name = f"[`{column.name}`]" if column.optional else f"`{column.name}`"
    codes = " · ".join(f"`{code}`" for code in column.codes)
    unit = say(column.unit, locale) if column.unit else ""
    return (name, column.zh, column.en, column.holds, codes or unit)


def command_page(locale: str) -> str:
    """Write the help of each command as it is printed."""
    from gansu_reemployment.cli.main import main  # noqa: PLC0415 - click is an extra
    from gansu_reemployment.cli.translate import click_in_language, in_language  # noqa: PLC0415

    lines = [f"# {say('Command line', locale)}", "", "`python -m gansu_reemployment COMMAND`", ""]
    said = in_language(main, locale)
    with click_in_language(locale):
        for name, command in {"": said, **said.commands}.items():
            lines += _help(name, command)
    return "\n".join(lines) + "\n"


def _help(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=f"python -m gansu_reemployment {name}".rstrip())
    heading = name or "gansu_reemployment"
    return [f"## {heading}", "", "```text", command.get_help(context), "```", ""]
