"""The command that finds rules by words (查多项规定的命令): ``rules``."""

from typing import Any, Final

import click

from gansu_reemployment.cli.output import table
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.law.rules import Rule

#: If fewer rules have all words, those with some of them are listed too.
_FEW: Final = 3
_MOST: Final = 20


@click.command(short_help="Find rules by words.")
@click.argument("words", nargs=-1)
@click.option("--delegated", is_flag=True, help="Only rules that a region may set, with the level.")
@click.pass_obj
def rules(setting: Setting, words: tuple[str, ...], *, delegated: bool) -> None:
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
    table(("", "中文", "English"), [(rule.path, rule.zh, rule.en) for rule in found])


def _list_delegated(found: tuple[Rule[Any], ...], asked: str, setting: Setting) -> None:
    """Print those rules that a region may set, each with the lowest level that may."""
    delegated = [rule for rule in found if rule.delegated]
    if not delegated:
        raise UnknownNameError(Message(_("delegated rule")), asked)
    rows = [
        (rule.path, rule.zh, rule.en, f"[{show(rule.delegated_to, setting.language)}]")
        for rule in delegated
    ]
    table(("", "中文", "English", ""), rows)
    setting.print(_("The level in brackets and those above it may set the rule."))
