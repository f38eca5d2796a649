"""The commands of the command line (命令). Each only reads arguments and prints.

An error of the library is printed as one message on standard error, in the language of
``--lang`` or of the locale, without a traceback; the exit code is 2.
"""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gansu_reemployment import __version__
from gansu_reemployment.cli import plugins as cli_plugins
from gansu_reemployment.cli.ask import ask
from gansu_reemployment.cli.assess import assess
from gansu_reemployment.cli.batch import batch
from gansu_reemployment.cli.cases import cases, explain
from gansu_reemployment.cli.changes import changes
from gansu_reemployment.cli.export import export
from gansu_reemployment.cli.facts import facts, schema
from gansu_reemployment.cli.help_page import Commands
from gansu_reemployment.cli.ledger import ledger
from gansu_reemployment.cli.office import breakdown, circular, claim, sheet
from gansu_reemployment.cli.options import FILE
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.plugins import print_plugin_warnings
from gansu_reemployment.cli.rule import rule
from gansu_reemployment.cli.rules import rules
from gansu_reemployment.cli.serve import serve
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.cli.sql import sql
from gansu_reemployment.cli.translate import click_in_language, in_language
from gansu_reemployment.errors import GansuError
from gansu_reemployment.i18n import Message, _, choose_locale
from gansu_reemployment.registers.problems import file_problem
from gansu_reemployment.working.explain import read_locale

if TYPE_CHECKING:
    from gansu_reemployment.testing.worked_cases import Vector

ERROR = 2
PROGRAM = "gansu-reemployment"
#: The options of every command; they may precede or follow the command.
GENERAL = ("--lang", "--rules", "--plugin")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code; without a command, print the help."""
    _use_utf8()
    ordered = [*_general(arguments)]
    language = _language(ordered)
    with click_in_language(language), print_plugin_warnings(language):
        return _run(ordered, language)


def _run(arguments: Sequence[str], language: str) -> int:
    translated = in_language(main, language)
    try:
        code = translated.main(list(arguments), PROGRAM, standalone_mode=False, obj=language)
    except click.ClickException as problem:
        echo(problem.format_message(), err=True)
        if isinstance(problem, click.UsageError):
            _print_help_hint(problem, language)
        return ERROR
    except click.Abort:
        return ERROR
    except GansuError as problem:
        echo(problem.say(language), err=True)
        return ERROR
    except OSError as problem:
        values = {"path": problem.filename or "", "problem": file_problem(problem)}
        echo(Message(_("{path!s}: {problem}"), values).say(language), err=True)
        return ERROR
    return code if isinstance(code, int) else 0


def _print_help_hint(problem: click.UsageError, language: str) -> None:
    """Print the command whose help shows the right form."""
    path = problem.ctx.command_path if problem.ctx else PROGRAM
    text = Message(_("{command!s} --help shows what is possible."), {"command": path})
    echo(text.say(language), err=True)


def _use_utf8() -> None:
    """Use UTF-8 on consoles whose own encoding lacks Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _general(arguments: Sequence[str]) -> Iterator[str]:
    """Move the general options before the command, where click expects them."""
    rest: list[str] = []
    left = iter(arguments)
    for text in left:
        if text in GENERAL:
            yield from (text, *islice(left, 1))
        elif text.partition("=")[0] in GENERAL:
            yield text
        else:
            rest.append(text)
            rest += left if text == "--" else ()
    yield from rest or ["--help"]


def _language(arguments: Sequence[str]) -> str:
    """Find the language before click does, so that errors in the arguments use it too."""
    for option, value in pairwise([*arguments, ""]):
        if option == "--":
            break
        if option == "--lang":
            return choose_locale(value)
        if option.startswith("--lang="):
            return choose_locale(option.partition("=")[2])
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return choose_locale(next((os.environ[name] for name in names if os.environ.get(name)), ""))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gansu_reemployment")
@click.option("--lang", help="Language of all output: zh_CN or en.", metavar="LOCALE")
@click.option(
    "--rules",
    type=FILE,
    multiple=True,
    help="A file of local rules, or a folder of them, to try without installing.",
)
@click.option(
    "--plugin",
    "plugins",
    type=FILE,
    multiple=True,
    help="A Python file with hooks, to try a plugin without installing it.",
)
@click.pass_context
def main(
    ctx: click.Context, lang: str | None, rules: tuple[Path, ...], plugins: tuple[Path, ...]
) -> None:
    """Gansu's re-employment policy of 2002-2010 (甘肃省再就业政策) as explained rules.

    The options --lang, --rules and --plugin may also follow the command.
    """
    if lang is not None:
        read_locale(lang)
    ctx.obj = Setting(ctx.obj, rules, plugins)


@main.command(short_help="Run the worked cases.")
@click.argument("files", nargs=-1, type=FILE)
@click.pass_obj
def check(setting: Setting, files: tuple[Path, ...]) -> int:
    """Run the worked cases of FILES, or those of the library; exit 1 if any fails."""
    from gansu_reemployment.testing.worked_cases import (  # noqa: PLC0415 - loads cattrs
        own_files,
        read_files,
    )

    failed = passed = 0
    for vector in read_files(files or own_files(), setting.host):
        if _passes(setting, vector):
            passed += 1
        else:
            failed += 1
    setting.print(_("{passed} passed, {failed} failed"), passed=passed, failed=failed)
    return 1 if failed else 0


def _passes(setting: Setting, vector: "Vector") -> bool:
    """Run a worked case and print the differences; one that cannot be run has failed."""
    title = f"✗ {vector.measure.name}: {vector.name}"
    try:
        result = vector.run()
    except GansuError as problem:
        echo(title)
        echo(problem.say(setting.language))
        return False
    if not result.failures:
        return True
    echo(title)
    for key, (wanted, found) in result.failures.items():
        text = _("    {key}: expected {wanted}, got {found}")
        setting.print(text, key=key, wanted=str(wanted), found=str(found))
    echo(result.outcome.explain(setting.language))
    return False


@main.command(short_help="See the main tasks, from one person to a register.")
@click.option("--out", type=FILE, default=Path("tour"), help="The folder for its files.")
@click.pass_obj
def tour(setting: Setting, out: Path) -> None:
    """Demonstrate the main tasks: a person, a register, a breakdown."""
    from gansu_reemployment.cli.demo import tour as run_tour  # noqa: PLC0415 - loads cattrs

    run_tour(setting.language, echo, out)


COMMANDS = (
    ask,
    assess,
    batch,
    breakdown,
    cases,
    changes,
    circular,
    claim,
    export,
    explain,
    facts,
    schema,
    ledger,
    cli_plugins.new_plugin,
    cli_plugins.plugins,
    rule,
    rules,
    serve,
    sheet,
    sql,
)
for _command in COMMANDS:
    main.add_command(_command)
