"""The pages generated from the code: modules, columns and the command line."""

import pkgutil
from collections.abc import Iterator

import click
from automodules import PACKAGE, contents
from page_words import say, table
from pages_of_measures import title

import gansu_reemployment
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.schema import FrameColumn, results, schema

#: Modules that are documented on a page written by hand.
_BY_HAND: tuple[str, ...] = (
    "law.documents",
    "law.provisions",
    "law.rules",
    "law.tables",
    "bureau",
    "rulebook",
    "plugins.hooks",
    "measures",
    "errors",
)
_BY_HAND += tuple(
    f"working.{name}" for name in ("formula", "measure", "terms", "as_of", "outcome", "case")
)
_BY_HAND += ("columns.working",)
#: Modules of tables alone, which the generated pages show better.
_TABLES = ("__main__", "_divisions")


def modules_page(locale: str) -> str:
    """Write the rest of the public modules, by name."""
    names = (
        module.name.removeprefix(PACKAGE)
        for module in pkgutil.walk_packages(gansu_reemployment.__path__, PACKAGE)
    )
    rest = [name for name in names if not name.startswith((*_BY_HAND, *_TABLES))]
    return f"# {say('Library modules', locale)}\n\n{contents(rest)}"


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
    yield from table(heads, (_column(column, locale) for column in columns), locale)


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
