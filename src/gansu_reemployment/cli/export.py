"""The commands that export rules (导出规定的命令): ``export rules`` and ``export region``."""

import json
from typing import Any

import click

from gansu_reemployment.cli.help_page import Commands
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.i18n import _
from gansu_reemployment.regions import NATION_ID


@click.group(cls=Commands, short_help="Export rules as data, or as a rules file.")
def export() -> None:
    """Export rules: all of them as data, or those of a region as a rules file."""


@export.command("rules", short_help="Print every rule as data.")
@click.option(
    "--format", "form", type=click.Choice(["json"]), default="json", help="The form of the data."
)
@click.option("--schema", is_flag=True, help="The JSON Schema of the data, not the data.")
@click.pass_obj
def export_rules(setting: Setting, *, form: str, schema: bool) -> None:  # noqa: ARG001 - there is one form
    """Print every rule with every row, its days, document and standing, in both languages."""
    from gansu_reemployment.interchange import (  # noqa: PLC0415 - rarely used
        rules_as_json,
        rules_schema,
    )

    data = rules_schema() if schema else rules_as_json(setting.host)
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


@export.command("region", short_help="Print the local rules of a region.")
@click.argument("region")
@click.option("--all", "layers", is_flag=True, help="Also the rows of the regions above.")
@click.pass_obj
def export_region(setting: Setting, region: str, layers: Any) -> None:
    """Print the local rules of REGION as a rules file; 全国 prints the national ones to read."""
    from gansu_reemployment.plugins.rules_file.write import write_rules  # noqa: PLC0415 - rarely used

    found = setting.host.regions.find(region)
    chain = setting.host.regions.chain(found)
    local = setting.host.locals.get(found.id)
    checked_on = local.checked_on if local else None
    book = setting.host.rulebook(found)
    click.echo(
        write_rules(book, chain, layers=layers, checked_on=checked_on, local=local), nl=False
    )
    if found.id == NATION_ID:
        text = _("National rules are read-only: a rules file cannot amend them.")
        setting.print(text, err=True)
