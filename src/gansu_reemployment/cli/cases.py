"""The commands about single cases (个案的命令): ``explain`` and ``cases``."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING, Any, Final

import click

from gansu_reemployment.cli.options import DAY, FILE, in_region, of_measure
from gansu_reemployment.cli.output import echo, table
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import RegisterError, RuleNotInForceError
from gansu_reemployment.i18n import _, show, translate
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.registers.problems import file_problem
from gansu_reemployment.sheets import decision_sheet, write_sheet
from gansu_reemployment.working.outcome import Outcome, Status

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau
    from gansu_reemployment.ledger import Case, Ledger

#: The headings of a list of cases, after the key.
_COLUMNS: Final = (_("day"), _("place"), _("measure"), _("person"), _("status"), _("value"))
#: The digits of a key that are shown; any unique beginning of a key is accepted.
_SHORT: Final = 12


@click.command(short_help="Decide and explain one case.")
@click.argument("facts", type=FILE, required=False)
@of_measure
@click.option("--on", type=DAY, help="The day whose law applies.")
@in_region
@click.option("--ledger", "url", help="Explain a case of this ledger instead, by its key.")
@click.option("--key", help="The key of the case, or its beginning.")
@click.option("--json", "as_json", is_flag=True, help="Print the versioned JSON form.")
@click.option("--addresses", is_flag=True, help="Add the addresses and the notes of each source.")
@click.option("--arithmetic", is_flag=True, help="Add what each number was computed from.")
@click.option(
    "--sheet",
    type=FILE,
    help="Write the decision sheet to this file: .docx, .xlsx, .html or .md.",
)
@click.option("--office", default="", help="The office, for the sheet.")
@click.option("--number", default="", help="The number of the case, for the sheet.")
@click.option("--person", default="", help="The name of the applicant, for the sheet.")
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
    addresses: bool,
    arithmetic: bool,
    sheet: Path | None,
    office: str,
    number: str,
    person: str,
) -> None:
    """Explain one case: from FACTS (a TOML or JSON file), or from a ledger by its key.

    FACTS has one fact a line, under the names that the command facts lists: sex = "female",
    born_on = 1963-03-01, able = true. Omit facts that are unknown.
    """
    if facts is not None and on is not None:
        bureau = setting.bureau(region)
        known = read_case(facts, bureau.find_measure(measure).facts)
        outcome = bureau.work(measure, known, on=on)
    elif url and key:
        bureau, known, outcome = _reopened(setting, url, key, err=as_json)
    else:
        text = _("Pass FACTS and --on, or --ledger and --key.")
        raise click.UsageError(translate(text, setting.language))
    if sheet is not None:
        filed = decision_sheet(outcome, office=office, number=number, person=person)
        write_sheet(filed, sheet, setting.language)
    if as_json:
        click.echo(json.dumps(outcome.as_json(), ensure_ascii=False, indent=2))
        return
    added = {"addresses": addresses, "arithmetic": arithmetic}
    echo(outcome.explain(setting.language, facts=known, **added))
    if outcome.measure and outcome.measure.name == hardship.name:
        _print_age(setting, bureau, known, outcome.on)


def read_case(path: Path, kind: type[Any]) -> Any:
    """Read the facts of one case from a TOML or JSON file."""
    from gansu_reemployment.ledger import read_facts  # noqa: PLC0415 - loads cattrs

    try:
        text = path.read_text(encoding="utf-8-sig")
        data = (
            json.loads(text, object_pairs_hook=_once)
            if path.suffix == ".json"
            else tomllib.loads(text)
        )
    except RegisterError as problem:
        raise RegisterError(_("{path}: {problem}"), path=path, problem=problem) from None
    except (ValueError, RecursionError) as problem:
        text = _("{path}: {problem}")
        raise RegisterError(text, path=path, problem=file_problem(problem)) from None
    return read_facts(kind, data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a table of facts; reject one that has a fact twice."""
    twice = [name for name, times in Counter(name for name, _value in pairs).items() if times > 1]
    if twice:
        raise RegisterError(_("these facts appear twice: {names}"), names=tuple(twice))
    return dict(pairs)


def _print_age(setting: Setting, bureau: "Bureau", worker: Any, on: date) -> None:
    """Print the day on which the age is reached, if that is known and in the future."""
    try:
        reached = bureau.reaches_on(worker, on=on)
    except RuleNotInForceError:
        return
    if reached and reached > on:
        setting.print(_("The age is reached on {day}."), day=reached)


def _reopened(
    setting: Setting, url: str, key: str, *, err: bool
) -> tuple["Bureau", Any, Outcome[Any]]:
    """Compute a case of a ledger again, and print whether its answer has changed."""
    from gansu_reemployment.ledger import find_case, read_facts  # noqa: PLC0415 - loads cattrs

    with _open(setting, url) as ledger:
        case = find_case(ledger, key)
    bureau = setting.bureau(case.region)
    again = bureau.reopen(case)
    unchanged, changed = _("The decision of {day} is unchanged."), _("The decision has changed.")
    setting.print(unchanged if again.holds else changed, day=case.recorded_on, err=err)
    for line in again.lines(setting.language):
        echo(f"  {line}", err=err)
    facts = read_facts(bureau.find_measure(case.measure).facts, case.facts)
    return bureau.as_known(case.recorded_on), facts, again.outcome


@click.command(short_help="List the cases of a ledger.")
@click.option("--ledger", "url", required=True, help="The ledger: sqlite:///FILE.")
@click.option("--measure", help="Only cases of this measure.")
@click.option("--region", help="Only cases of this place: any name or code.")
@click.option("--status", help="Only cases that are decided, refused or undecided.")
@click.option("--reason", help="Only cases refused for the reason with this code.")
@click.option("--most", default=20, show_default=True, help="The most cases to list.")
@click.pass_obj
def cases(
    setting: Setting,
    url: str,
    measure: str | None,
    region: str | None,
    status: str | None,
    reason: str | None,
    most: int,
) -> None:
    """List the cases of a ledger, each with the beginning of its key for explain."""
    code = setting.host.regions.find(region).id if region else None
    name = setting.host.measure(measure).name if measure else None
    with _open(setting, url) as ledger:
        found = ledger.find(region=code, measure=name, status=status, code=reason)
        rows = [tuple(_cells(setting, case)) for case in islice(found, most)]
        table(("", *(translate(one, setting.language) for one in _COLUMNS)), rows)
        if next(found, None):
            setting.print(_("There are more: see --most."))


def _cells(setting: Setting, case: "Case") -> Iterator[str]:
    from gansu_reemployment.ledger.cases import (  # noqa: PLC0415 - loads cattrs
        HASH,
        show_key,
        show_subject,
    )

    language = setting.language
    key = show_key(case.key)
    yield key[:_SHORT] if fullmatch(HASH, key) else key
    yield case.on.isoformat()
    yield show(setting.host.regions.find(case.region), language)
    yield show(setting.host.measure(case.measure), language)
    yield show_subject(case.subject)
    yield show(Status.read(case.status), language)
    value = case.outcome.get("value")
    yield "" if value is None or isinstance(value, (dict, list)) else str(value)


def _open(setting: Setting, url: str) -> "Ledger":
    """Open an existing ledger."""
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    return open_ledger(url, setting.host.ledgers, make=False)
