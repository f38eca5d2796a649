"""The commands that describe the facts of a measure (查事实项目的命令): ``facts``, ``schema``."""

import json
from typing import TYPE_CHECKING

import click

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.cli.output import echo, table
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.cli.values import field_lines
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Message, _

if TYPE_CHECKING:
    from gansu_reemployment.regions import Region


@click.command(short_help="List the facts of a measure, or the measures.")
@click.argument("measure", required=False)
@click.pass_obj
def facts(setting: Setting, measure: str | None) -> None:
    """List the facts of MEASURE with their names, terms and codes; without it, the measures."""
    if measure is None:
        measures = (*MEASURES.values(), *setting.host.measures().values())
        table(("", "中文", "English"), [(one.name, one.zh, one.en) for one in measures])
        return
    found = setting.host.measure(measure)
    echo(f"{found.name}  {found.zh}  {found.en}")
    for field in describe(found.facts):
        first, *lines = field_lines(field, found.facts, setting.language)
        if places := _places(setting, measure, field.name):
            named = Message(_("{rule} ({place})"), {"rule": first, "place": places})
            first = named.say(setting.language)
        for line in (first, *lines):
            echo(f"  {line}")
    setting.print(_("Omit facts that are unknown."))


def _places(setting: Setting, measure: str, name: str) -> "tuple[Region, ...]":
    """Return the regions that add the fact of that name to a measure."""
    return tuple(
        local.region
        for local in setting.host.locals.values()
        if any(one.measure == measure and name in one.facts for one in local.facts)
    )


@click.command(short_help="Print the JSON Schema of facts or of an outcome.")
@click.argument("measure")
@click.option("--outcome", is_flag=True, help=_("The outcome, not the facts."))
@click.pass_obj
def schema(setting: Setting, measure: str, *, outcome: bool) -> None:
    """Print the JSON Schema of the facts of MEASURE, or of its outcome."""
    from gansu_reemployment.interchange import json_schema  # noqa: PLC0415 - on demand only

    found = json_schema(setting.host.measure(measure), "outcome" if outcome else "facts")
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
