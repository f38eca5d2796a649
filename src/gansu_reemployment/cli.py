"""The commands of the command line (命令). Each is thin: it reads arguments and prints.

An error of the library is one clear message on standard error and exit code 2, in the
language of ``--lang`` or of the locale; it is never a traceback.
"""

import io
import json
import os
import sys
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from gansu_reemployment import __version__, cli_plugins
from gansu_reemployment.bureau import Bureau
from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.cli_rule import DAY, rule
from gansu_reemployment.cli_words import click_speaks, in_language
from gansu_reemployment.errors import GansuError, RegisterError
from gansu_reemployment.host import Host
from gansu_reemployment.i18n import Message, _, choose_locale, translate
from gansu_reemployment.loading import discover, load_host
from gansu_reemployment.regions import GANSU_ID
from gansu_reemployment.working.outcome import Outcome

ERROR = 2


@frozen(slots=False)
class Setting:
    """What the options before the command say: the language and files of local rules."""

    language: str
    rules: tuple[Path, ...] = ()

    @cached_property
    def host(self) -> Host:
        """The installed plugins, and the files given by ``--rules``."""
        if not self.rules:
            return load_host()
        from gansu_reemployment.rules_file import file_sources  # noqa: PLC0415 - loads cattrs

        host = load_host([*discover(), *file_sources(self.rules)])
        for plugin in host.plugins:
            if plugin.fault and plugin.source.version == "":
                raise plugin.fault
        return host

    def bureau(self, region: str) -> Bureau:
        """Open the bureau of *region*."""
        return Bureau.of(region, host=self.host)

    def tell(self, text: str, **values: Any) -> None:
        """Print a marked sentence."""
        click.echo(Message(text, values).say(self.language))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give the exit code."""
    _speak_utf8()
    language = _language(arguments)
    with click_speaks(language):
        return _run(arguments, language)


def _run(arguments: Sequence[str], language: str) -> int:
    said = in_language(main, language)
    try:
        code = said.main(list(arguments), "gansu-reemployment", standalone_mode=False, obj=language)
    except click.ClickException as problem:
        click.echo(problem.format_message(), err=True)
        return ERROR
    except click.Abort:
        return ERROR
    except GansuError as problem:
        click.echo(problem.say(language), err=True)
        return ERROR
    except FileNotFoundError as problem:
        text = Message(_("There is no file {path}."), {"path": problem.filename})
        click.echo(text.say(language), err=True)
        return ERROR
    except OSError as problem:
        click.echo(f"{problem.filename or ''}: {problem.strerror}", err=True)
        return ERROR
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Write Chinese on consoles whose own encoding has none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language(arguments: Sequence[str]) -> str:
    """Find the language before click does, so that errors in the arguments speak it too."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if option == "--lang":
            return choose_locale(value)
        if option.startswith("--lang="):
            return choose_locale(option.partition("=")[2])
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return choose_locale(next((os.environ[name] for name in names if os.environ.get(name)), ""))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gansu_reemployment")
@click.option("--lang", help="Language of all output: zh_CN or en.", metavar="LOCALE")
@click.option(
    "--rules",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A file of local rules, or a folder of them, to try without installing.",
)
@click.pass_context
def main(ctx: click.Context, lang: str | None, rules: tuple[Path, ...]) -> None:  # noqa: ARG001
    """Gansu's re-employment policy of 2002-2010 (甘肃省再就业政策) as explained rules."""
    ctx.obj = Setting(ctx.obj, rules)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def check(setting: Setting, files: tuple[Path, ...]) -> int:
    """Run the worked cases of FILES; exit 1 if any fails."""
    from gansu_reemployment.vectors import run_files  # noqa: PLC0415 - loads cattrs

    failed = passed = 0
    for result in run_files(files):
        if not result.failures:
            passed += 1
            continue
        failed += 1
        click.echo(f"✗ {result.vector.measure.name}: {result.vector.name}")
        for key, (wanted, found) in result.failures.items():
            text = _("    {key}: expected {wanted}, got {found}")
            setting.tell(text, key=key, wanted=str(wanted), found=str(found))
        click.echo(result.outcome.explain(setting.language))
    setting.tell(_("{passed} passed, {failed} failed"), passed=passed, failed=failed)
    return 1 if failed else 0


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", type=DAY, required=True, help="The day whose law applies.")
@click.option("--region", default=GANSU_ID, help="The place: any name or code.")
@click.option("--measure", default="hardship", help="The measure, such as hardship.")
@click.option("--ledger", "url", default="memory:", help="Where cases are kept: sqlite:///FILE.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder for the rejects file.",
)
@click.pass_obj
def assess(
    setting: Setting, file: Path, on: date, region: str, measure: str, url: str, out: Path
) -> None:
    """Assess the register FILE (CSV, xlsx, xls, dbf) and enter the cases into a ledger."""
    from gansu_reemployment.assessing import (  # noqa: PLC0415 - loads cattrs
        assess_register,
        tell_assessment,
    )
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    out.mkdir(parents=True, exist_ok=True)
    rejects = out / f"{file.stem}-rejects.csv"
    with open_ledger(url, setting.host.ledgers) as ledger:
        result = assess_register(
            file, setting.bureau(region), measure, on=on, ledger=ledger, rejects=rejects
        )
    tell_assessment(result, setting.language, click.echo)
    if result.counts.rejected:
        setting.tell(_("Rejects: {path}"), path=rejects)


@main.command()
@click.argument("facts", type=click.Path(path_type=Path), required=False)
@click.option("--measure", default="hardship", help="The measure, such as hardship.")
@click.option("--on", type=DAY, help="The day whose law applies.")
@click.option("--region", default=GANSU_ID, help="The place: any name or code.")
@click.option("--ledger", "url", help="Explain a case of this ledger instead, by its key.")
@click.option("--key", help="The key of the case.")
@click.option("--json", "as_json", is_flag=True, help="Print the versioned JSON form.")
@click.pass_obj
def explain(
    setting: Setting,
    facts: Path | None,
    measure: str,
    on: date | None,
    region: str,
    url: str | None,
    key: str | None,
    as_json: bool,
) -> None:
    """Explain one case: from FACTS (a TOML or JSON file), or from a ledger by its key."""
    if facts is not None and on is not None:
        outcome = setting.bureau(region).work(measure, _read_facts(facts, measure), on=on)
    elif url and key:
        outcome = _reopened(setting, url, key)
    else:
        text = _("Give FACTS and --on, or --ledger and --key.")
        raise click.UsageError(translate(text, setting.language))
    if as_json:
        click.echo(json.dumps(outcome.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(outcome.explain(setting.language))


def _read_facts(path: Path, measure: str) -> Any:
    from gansu_reemployment.ledger import read_facts  # noqa: PLC0415 - loads cattrs

    text = path.read_text(encoding="utf-8-sig")
    try:
        data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except ValueError as problem:
        raise RegisterError(_("{path}: {problem}"), path=path, problem=problem) from problem
    return read_facts(find_measure(measure).facts, data)


def _reopened(setting: Setting, url: str, key: str) -> Outcome[Any]:
    """Work a case of a ledger again, and say whether its answer still holds."""
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    with open_ledger(url, setting.host.ledgers) as ledger:
        case = ledger.get(key)
    again = setting.bureau(case.region).reopen(case)
    text = _("The answer of {day} still holds.") if again.holds else _("The answer has changed.")
    setting.tell(text, day=case.recorded_on)
    for difference in again.differences:
        click.echo(f"  {difference.say(setting.language)}")
    return again.outcome


@main.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("tour"), help="The folder for its files."
)
@click.pass_obj
def tour(setting: Setting, out: Path) -> None:
    """Show the main job once through: a person, a register, a breakdown."""
    from gansu_reemployment.tour import tour as tell  # noqa: PLC0415 - loads cattrs

    tell(setting.language, click.echo, out)


for command in (rule, cli_plugins.plugins, cli_plugins.export, cli_plugins.new_plugin):
    main.add_command(command)
