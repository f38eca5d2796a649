"""The command that shows a rule (查规定的命令): ``rule``."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from gansu_reemployment.dates import read_date
from gansu_reemployment.i18n import Message, _, show, translate
from gansu_reemployment.law.provisions import Provision, origin
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.regions import GANSU_ID
from gansu_reemployment.working.explain import pair

if TYPE_CHECKING:
    from gansu_reemployment.cli import Setting


class _Day(click.ParamType):  # type: ignore[type-arg]
    """A day as registers write it, such as 2003-07-01 or 2003年7月1日."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ARG002 - click's form
        """Read the day."""
        return value if isinstance(value, date) else read_date(value)


DAY = _Day()


@click.command()
@click.argument("path")
@click.argument("day", type=DAY, required=False)
@click.argument("region", default=GANSU_ID)
@click.pass_obj
def rule(setting: "Setting", path: str, day: date | None, region: str) -> None:
    """Show the rule at PATH: every row, or the one in force on DAY in REGION."""
    language = setting.language
    found = setting.bureau(region).rulebook.find(path)
    click.echo(f"{found.path}  {show(found, language)}")
    rows = found.all_rows() if day is None else (found.on(day),)
    for row in rows:
        click.echo(f"  {_row(row, setting)}")
    if not rows:
        setting.tell(_("  No value is known."))
    _bounds(found, language)
    _checks(found, rows, setting)


def _row(row: Any, setting: "Setting") -> str:
    language = setting.language
    span = Message(_("{since} to {until}"), {"since": row.since, "until": row.until})
    days = show(span if row.until else row.since, language)
    if row.region:
        place = setting.host.regions.find(row.region)
        days = Message(_("{rule} ({place})"), {"rule": days, "place": place}).say(language)
    return f"{pair(days, row.value, language)} [{origin(row, language)}]"


def _bounds(found: Rule[Any], language: str) -> None:
    if found.delegated:
        click.echo("  " + translate(_("A region may set its own value."), language))
    for bound in found.bounds:
        limits = pair(bound.since, bound.limits(), language)
        click.echo(f"  {limits} [{bound.cite.show(language)}]")


def _checks(found: Rule[Any], rows: Sequence[Provision[Any]], setting: "Setting") -> None:
    """Tell when somebody last compared the rows that were shown with their sources."""
    local = [row for row in rows if row not in found.provisions]
    if found.checked_on and (len(local) < len(rows) or not rows):
        setting.tell(_("  Last compared with the sources: {day}"), day=found.checked_on)
    for code in dict.fromkeys(row.region or "" for row in local):
        held = setting.host.locals[code]
        if held.checked_on:
            text = _("  Rows of {place} last compared with their sources: {day}")
            setting.tell(text, place=held.region, day=held.checked_on)
