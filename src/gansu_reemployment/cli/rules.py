"""The commands about many rules (查多项规定的命令): ``rules`` and ``changes``."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from gansu_reemployment.cli.rule import DAY
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.law.provisions import Provision, origin
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.regions import GANSU_ID
from gansu_reemployment.working.value_text import pair

if TYPE_CHECKING:
    from gansu_reemployment.cli.main import Setting

#: If fewer rules have all words, those with some of them are listed too.
_FEW: Final = 3
_MOST: Final = 20


@click.command()
@click.argument("words", nargs=-1)
@click.option("--delegated", is_flag=True, help="Only rules that a region may set, with the level.")
@click.pass_obj
def rules(setting: "Setting", words: tuple[str, ...], *, delegated: bool) -> None:
    """List the rules that have all WORDS in their path, their names or their measure's names.

    Parts of words match too, also Chinese ones. Without WORDS, list every rule.
    """
    book = setting.host.everywhere
    asked = " ".join(words)
    found = book.search(asked)
    if delegated:
        _list_delegated(found, asked, setting)
        return
    _list(found)
    further = () if len(found) >= _FEW else book.search_some(asked)
    further = tuple(rule for rule in further if rule not in found)[:_MOST]
    if not found and not further:
        raise UnknownNameError(Message(_("rule")), asked)
    if further:
        setting.print(_("Matching only some of the words:"))
        _list(further)


def _list(found: tuple[Rule[Any], ...]) -> None:
    for rule in found:
        click.echo(f"{rule.path}  {rule.zh}  {rule.en}")


def _list_delegated(found: tuple[Rule[Any], ...], asked: str, setting: "Setting") -> None:
    """Print those rules that a region may set, each with the lowest level that may."""
    delegated = [rule for rule in found if rule.delegated]
    if not delegated:
        raise UnknownNameError(Message(_("delegated rule")), asked)
    for rule in delegated:
        level = show(rule.delegated_to, setting.language)
        click.echo(f"{rule.path}  {rule.zh}  {rule.en}  [{level}]")
    setting.print(_("The level in brackets and those above it may set the rule."))


@click.command()
@click.argument("first", type=DAY, metavar="DAY")
@click.argument("second", type=DAY, metavar="DAY")
@click.argument("region", default=GANSU_ID)
@click.pass_obj
def changes(setting: "Setting", first: date, second: date, region: str) -> None:
    """List the rules whose value in REGION differs between one DAY and a later one."""
    language = setting.language
    days = sorted((first, second))
    changed = 0
    for rule in setting.bureau(region).rulebook.rules():
        before, after = (rule.on(day) if rule.knows(day) else None for day in days)
        if _value(before) == _value(after):
            continue
        changed += 1
        click.echo(f"{rule.path}  {show(rule, language)}")
        for day, row in zip(days, (before, after), strict=True):
            source = f" [{origin(row, language)}]" if row and row is after else ""
            click.echo(f"  {pair(day, _value(row), language)}{source}")
    setting.print(_("{number} rules differ."), number=changed)


def _value(row: Provision[Any] | None) -> Any:
    if row is None:
        return Message(_("no value is known"))
    return Message(_("in force")) if row.value is None else row.value
