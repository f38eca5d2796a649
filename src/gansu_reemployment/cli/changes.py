"""The command that lists what changed between two days (查规定变化的命令): ``changes``."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import click
from attrs import frozen

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.cli.options import DAY
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.i18n import Message, _, show
from gansu_reemployment.law.provisions import Provision, origin
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.regions import GANSU_ID
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.rulebook.tables import rules_of_table
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.value_text import pair

Row = Provision[Any] | None
#: The group of rules that are not of a measure.
_LOCAL: Final = ""


@frozen
class Change:
    """A rule whose value differs between two days: the row of each, if one is known."""

    rule: Rule[Any]
    before: Row
    after: Row


@click.command(short_help="List what changed between two days.")
@click.argument("first", type=DAY, metavar="DAY")
@click.argument("second", type=DAY, metavar="DAY")
@click.argument("region", default=GANSU_ID)
@click.option("--measure", help="Only the rules of this measure.")
@click.pass_obj
def changes(setting: Setting, first: date, second: date, region: str, measure: str | None) -> None:
    """List the rules whose value in REGION differs between one DAY and a later one.

    They are grouped by measure. Of a list only what was added (+) and removed (−) is printed.
    """
    days = min(first, second), max(first, second)
    bureau = setting.bureau(region)
    wanted = bureau.find_measure(measure).name if measure else None
    found = list(_changes(bureau.rulebook, days))
    owners = _owners(setting.host.measures(bureau.region))
    groups: dict[str, list[Change]] = {}
    for one in found:
        groups.setdefault(owners.get(one.rule.path, _LOCAL), []).append(one)
    kept = {name: some for name, some in groups.items() if wanted in (None, name)}
    for name, some in kept.items():
        echo(_heading(setting, name, len(some)))
        for one in some:
            _print(one, days, setting.language)
    setting.print(_("{number} rules differ."), number=sum(map(len, kept.values())))


def _changes(book: Rulebook, days: tuple[date, date]) -> Iterator[Change]:
    for rule in book.rules():
        before, after = (rule.on(day) if rule.knows(day) else None for day in days)
        if _value(before) != _value(after):
            yield Change(rule, before, after)


def _owners(local: Mapping[str, Measure[Any, Any]]) -> Mapping[str, str]:
    """Return the measure that states each rule, by path: the first one whose table has it."""
    owners: dict[str, str] = {}
    for measure in (*MEASURES.values(), *local.values()):
        for rule in rules_of_table(measure.rules):
            owners.setdefault(rule.path, measure.name)
    return owners


def _heading(setting: Setting, name: str, number: int) -> str:
    if name == _LOCAL:
        text = _("== Rules of local conditions: {number}")
        return Message(text, {"number": number}).say(setting.language)
    shown = setting.host.measure(name)
    values = {"measure": shown, "name": name, "number": number}
    return Message(_("== {measure} ({name!s}): {number}"), values).say(setting.language)


def _print(one: Change, days: tuple[date, date], language: str) -> None:
    echo(f"{one.rule.path}  {show(one.rule, language)}")
    if one.before and one.after and _is_list(one.before.value) and _is_list(one.after.value):
        echo(f"  {pair(days[1], f'[{origin(one.after, language)}]', language)}")
        for line in _difference(one.before.value, one.after.value, language):
            echo(f"    {line}")
        return
    for day, row in zip(days, (one.before, one.after), strict=True):
        source = f" [{origin(row, language)}]" if row and row is one.after else ""
        echo(f"  {pair(day, _value(row), language)}{source}")


def _is_list(value: Any) -> bool:
    return isinstance(value, (tuple, frozenset))


def _difference(before: Iterable[Any], after: Iterable[Any], language: str) -> Iterator[str]:
    """Yield the gains and losses of a list; a new order of the same is written out."""
    old, new = tuple(before), tuple(after)
    if set(old) == set(new):
        yield show(new, language)
    yield from (f"+ {show(one, language)}" for one in new if one not in old)
    yield from (f"− {show(one, language)}" for one in old if one not in new)


def _value(row: Row) -> Any:
    if row is None:
        return Message(_("no value is known"))
    return Message(_("in force")) if row.value is None else row.value
